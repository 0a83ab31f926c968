/// An origin: a tuple of scheme, host and port, or an opaque one that equals nothing that is sent (HTML §7.1.1).
public enum Origin: Sendable, Hashable {
    /// The origin of sandboxed pages, `data:` documents and local files; serialized as `null`.
    case opaque
    /// `port` is nil where it is the scheme's default.
    case tuple(scheme: String, host: String, port: Int?)

    /// The default ports of the schemes whose URLs have a tuple origin (URL §3.1 «special scheme»).
    public static let defaultPorts = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]

    /// A tuple origin whose port is dropped if it is the scheme's default.
    public init(scheme: String, host: String, port: Int? = nil) {
        self = .tuple(scheme: scheme, host: host, port: port == Origin.defaultPorts[scheme] ? nil : port)
    }

    /// The origin of the URL that the text is (URL §4.7), or nil if it is no absolute URL.
    ///
    /// Only the part that makes the origin is read. Schemes without a tuple origin (`data:`, `file:`, others) give `.opaque`.
    public init?(url text: String) {
        let input = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }))
            .drop { $0.isASCII && $0 <= " " }
        guard let colon = input.firstIndex(of: ":") else { return nil }
        let scheme = String(input[..<colon]).asciiLowercased
        guard Origin.isScheme(scheme) else { return nil }
        guard Origin.defaultPorts[scheme] != nil else {
            self = .opaque
            return
        }
        let rest = input[input.index(after: colon)...].drop { $0 == "/" || $0 == "\\" }
        let authority = rest.prefix { !"/\\?#".contains($0) }
        let hostAndPort = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        guard let (host, port) = Origin.split(hostAndPort) else { return nil }
        self.init(scheme: scheme, host: host, port: port)
    }

    /// The origin that a serialized one names: `null`, or a scheme, `://`, a host and perhaps a port, nothing more.
    ///
    /// Nil for a text that is not exactly what `serialized` would give (Fetch §3.2 «`Origin` header»).
    public init?(serialized text: String) {
        if text == "null" {
            self = .opaque
        } else if let origin = Origin(url: text), origin.serialized == text {
            self = origin
        } else {
            return nil
        }
    }

    /// What stands in the `Origin` header (HTML §7.1.1 «serialization of an origin»).
    public var serialized: String {
        switch self {
        case .opaque: "null"
        case .tuple(let scheme, let host, let port): "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
        }
    }

    /// The scheme, or nil for an opaque origin.
    public var scheme: String? {
        if case .tuple(let scheme, _, _) = self { scheme } else { nil }
    }

    /// The host as URLs write it (IPv6 in brackets), or nil for an opaque origin.
    public var host: String? {
        if case .tuple(_, let host, _) = self { host } else { nil }
    }

    /// The port that connections to the origin use, or nil for an opaque origin.
    public var effectivePort: Int? {
        if case .tuple(let scheme, _, let port) = self { port ?? Origin.defaultPorts[scheme] } else { nil }
    }

    /// Whether both are the same tuple; an opaque origin is the same as none (HTML §7.1.1 «same origin» for two values read from text).
    public func isSameOrigin(as other: Origin) -> Bool { self != .opaque && self == other }

    private static func isScheme(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    }

    /// Splits and normalizes `host:port`; an empty port counts as none.
    private static func split(_ text: Substring) -> (host: String, port: Int?)? {
        let afterBracket = text.hasPrefix("[") ? text.firstIndex(of: "]") ?? text.startIndex : text.startIndex
        let colon = text[afterBracket...].firstIndex(of: ":")
        guard let host = HostParser.parse(text[..<(colon ?? text.endIndex)]) else { return nil }
        guard let colon else { return (host, nil) }
        let digits = text[text.index(after: colon)...]
        if digits.isEmpty { return (host, nil) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits), port <= 65_535 else { return nil }
        return (host, port)
    }
}

extension Origin: CustomStringConvertible {
    public var description: String { serialized }
}
