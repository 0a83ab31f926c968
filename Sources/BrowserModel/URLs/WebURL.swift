import HTTPMessages

/// An absolute URL as a browser parses it, as far as fetching over HTTP needs (URL Standard, special schemes).
///
/// URLs of other schemes keep their scheme and are otherwise opaque.
public struct WebURL: Sendable, Hashable {
    public var scheme: String
    public var host: String
    /// The port where it is not the scheme's default.
    public var port: Int?
    /// The path with its leading slash, percent-encoded.
    public var path: String
    public var query: String?
    public var fragment: String?
    /// Whether a user name or password stands in it.
    public var includesCredentials: Bool

    /// Parses an absolute URL, or one relative to `base`; nil where a browser's parser fails.
    public init?(_ text: String, relativeTo base: WebURL? = nil) {
        let hasBreaks = text.utf8.contains(where: Self.isBreak)
        let input = hasBreaks ? String(decoding: text.utf8.filter { !Self.isBreak($0) }, as: UTF8.self) : text
        var rest = Self.trimmed(input)
        var fragment: String?
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.utf8.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let (scheme, end) = Self.scheme(of: rest) {
            self.init(scheme: scheme, rest: rest[rest.utf8.index(after: end)...], fragment: fragment, base: base)
        } else {
            guard let base, base.isHTTP else { return nil }
            self.init(relative: rest, fragment: fragment, base: base)
        }
    }

    private init?(scheme: String, rest: Substring, fragment: String?, base: WebURL?) {
        guard scheme == "http" || scheme == "https" else {
            self.init(opaque: scheme, path: String(rest), fragment: fragment)
            return
        }
        let slashes = rest.utf8.prefix(while: Self.isSlash)
        if slashes.count < 2, let base, base.scheme == scheme {
            self.init(relative: rest, fragment: fragment, base: base)
            return
        }
        self.init(scheme: scheme, authorityAndPath: rest[slashes.endIndex...], fragment: fragment)
    }

    private init(opaque scheme: String, path: String, fragment: String?) {
        self.scheme = scheme
        self.path = path
        self.fragment = fragment
        host = ""
        includesCredentials = false
    }

    private init?(relative rest: Substring, fragment: String?, base: WebURL) {
        let rest = Self.withForwardSlashes(rest)
        if rest.utf8.starts(with: "//".utf8) {
            self.init(
                scheme: base.scheme, authorityAndPath: rest[rest.utf8.prefix(while: Self.isSlash).endIndex...], fragment: fragment)
            return
        }
        self = base
        self.fragment = fragment
        includesCredentials = base.includesCredentials
        if rest.isEmpty { return }
        let (path, query) = Self.splitQuery(rest)
        self.query = query.map(Self.encode)
        if path.isEmpty { return }
        if path.utf8.first == UInt8(ascii: "/") {
            self.path = Self.normalise(Self.encode(path))
        } else {
            let folder = base.path[...(base.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? base.path.startIndex)]
            self.path = Self.normalise(Self.encode(folder + path))
        }
    }

    private init?(scheme: String, authorityAndPath rest: Substring, fragment: String?) {
        let end = rest.utf8.firstIndex { Self.isSlash($0) || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        var authority = rest[..<end]
        includesCredentials = false
        if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
            includesCredentials = authority.utf8[..<at].contains { $0 != UInt8(ascii: ":") }
            authority = authority[authority.utf8.index(after: at)...]
        }
        guard let (host, port) = Self.hostAndPort(authority, scheme: scheme) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port
        let (path, query) = Self.splitQuery(Self.withForwardSlashes(rest[end...]))
        self.path = Self.normalise(path.isEmpty ? "/" : Self.encode(path))
        self.query = query.map(Self.encode)
        self.fragment = fragment
    }

    /// Whether the scheme is `http` or `https`.
    public var isHTTP: Bool { scheme == "http" || scheme == "https" }

    /// The origin of the URL (URL Standard §4.7); opaque for schemes other than HTTP's.
    public var origin: WebOrigin { isHTTP ? .tuple(scheme: scheme, host: host, port: port) : .opaque }

    /// What stands in a request line: path and query.
    public var target: String { path + (query.map { "?" + $0 } ?? "") }

    /// `host` or `host:port`, as in a Host header.
    public var authority: String { host + (port.map { ":\($0)" } ?? "") }

    /// The URL as text, without a fragment.
    public var text: String { isHTTP ? "\(scheme)://\(authority)\(target)" : "\(scheme):\(path)" }

    // MARK: Parts

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// The text without control characters and spaces at both ends.
    private static func trimmed(_ text: String) -> Substring {
        let bytes = text.utf8
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map(bytes.index(after:)) ?? start
        return text[start..<max(start, end)]
    }

    /// The text with slashes for backslashes, before and after a `?`.
    private static func withForwardSlashes(_ text: Substring) -> Substring {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        return Substring(decoding: text.utf8.map { isSlash($0) ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
    }

    /// The scheme in lower case, and where its colon stands.
    private static func scheme(of text: Substring) -> (name: String, end: Substring.Index)? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = String(text[..<colon]).asciiLowercased
        guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return nil }
        let isValid = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
        return isValid ? (name, colon) : nil
    }

    private static func splitQuery(_ text: Substring) -> (path: Substring, query: Substring?) {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (text, nil) }
        return (text[..<mark], text[text.utf8.index(after: mark)...])
    }

    private static func hostAndPort(_ authority: Substring, scheme: String) -> (String, Int?)? {
        var host = authority
        var port: Int?
        if let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":")), !authority.utf8[colon...].contains(UInt8(ascii: "]")) {
            host = authority[..<colon]
            let digits = authority[authority.utf8.index(after: colon)...]
            if !digits.isEmpty {
                let areDigits = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
                guard areDigits, let number = Int(digits), number < 65536 else { return nil }
                port = number
            }
        }
        guard let name = HostParser.parse(host) else { return nil }
        if port == (scheme == "http" ? 80 : 443) { port = nil }
        return (name, port)
    }

    private static func encode(_ text: some StringProtocol) -> String {
        let isEncoded = { (byte: UInt8) in byte <= 0x20 || byte >= 0x7F || "\"<>`".utf8.contains(byte) }
        guard text.utf8.contains(where: isEncoded) else { return String(text) }
        var out = ""
        for byte in text.utf8 {
            if isEncoded(byte) {
                let digits = String(byte, radix: 16, uppercase: true)
                out += byte < 16 ? "%0" + digits : "%" + digits
            } else {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return out
    }

    private static func normalise(_ path: String) -> String {
        // Only a segment that begins with a dot, as itself or encoded, can be one of those that count.
        let mayHaveDots = zip(path.utf8, path.utf8.dropFirst()).contains { $0 == UInt8(ascii: "/") && ($1 == 0x2E || $1 == 0x25) }
        guard mayHaveDots else { return path }
        var kept: [Substring] = []
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (position, segment) in segments.enumerated() {
            let isLast = position == segments.count - 1
            switch segment.lowercased().replacing("%2e", with: ".") {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}
