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
        var rest = Substring(text.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" })
        while let first = rest.utf8.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.utf8.last, last <= 0x20 { rest.removeLast() }
        var fragment: String?
        if let mark = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let scheme = Self.scheme(of: rest) {
            rest = rest.dropFirst(scheme.count + 1)
            self.init(scheme: scheme, rest: rest, fragment: fragment, base: base)
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
        let slashes = rest.prefix { $0 == "/" || $0 == "\\" }
        if slashes.count < 2, let base, base.scheme == scheme {
            self.init(relative: rest, fragment: fragment, base: base)
            return
        }
        self.init(scheme: scheme, authorityAndPath: rest.dropFirst(slashes.count), fragment: fragment)
    }

    private init(opaque scheme: String, path: String, fragment: String?) {
        self.scheme = scheme
        self.path = path
        self.fragment = fragment
        host = ""
        includesCredentials = false
    }

    private init?(relative rest: Substring, fragment: String?, base: WebURL) {
        let rest = Substring(rest.map { $0 == "\\" ? "/" : $0 })
        if rest.hasPrefix("//") {
            self.init(scheme: base.scheme, authorityAndPath: rest.drop { $0 == "/" }, fragment: fragment)
            return
        }
        self = base
        self.fragment = fragment
        includesCredentials = base.includesCredentials
        if rest.isEmpty { return }
        let (path, query) = Self.splitQuery(rest)
        self.query = query.map(Self.encode)
        if path.isEmpty { return }
        if path.hasPrefix("/") {
            self.path = Self.normalise(Self.encode(path))
        } else {
            let folder = base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)]
            self.path = Self.normalise(Self.encode(folder + path))
        }
    }

    private init?(scheme: String, authorityAndPath rest: Substring, fragment: String?) {
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "\\" } ?? rest.endIndex
        var authority = rest[..<end]
        includesCredentials = false
        if let at = authority.lastIndex(of: "@") {
            includesCredentials = authority[..<at].contains { $0 != ":" }
            authority = authority[authority.index(after: at)...]
        }
        guard let (host, port) = Self.hostAndPort(authority, scheme: scheme) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port
        let (path, query) = Self.splitQuery(Substring(rest[end...].map { $0 == "\\" ? "/" : $0 }))
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

    private static func scheme(of text: Substring) -> String? {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter else { return nil }
        let name = text[..<colon]
        let isValid = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".") }
        return isValid ? name.lowercased() : nil
    }

    private static func splitQuery(_ text: Substring) -> (path: Substring, query: Substring?) {
        guard let mark = text.firstIndex(of: "?") else { return (text, nil) }
        return (text[..<mark], text[text.index(after: mark)...])
    }

    private static func hostAndPort(_ authority: Substring, scheme: String) -> (String, Int?)? {
        var host = authority
        var port: Int?
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            if !digits.isEmpty {
                guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits), number < 65536 else { return nil }
                port = number
            }
        }
        guard let name = HostParser.parse(host) else { return nil }
        if port == (scheme == "http" ? 80 : 443) { port = nil }
        return (name, port)
    }

    private static func encode(_ text: some StringProtocol) -> String {
        var out = ""
        for byte in text.utf8 {
            if byte <= 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0x60 {
                let digits = String(byte, radix: 16, uppercase: true)
                out += byte < 16 ? "%0" + digits : "%" + digits
            } else {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return out
    }

    private static func normalise(_ path: String) -> String {
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
