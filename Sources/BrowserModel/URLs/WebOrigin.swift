/// An origin as browsers compare them (HTML Standard, «origin»).
public enum WebOrigin: Sendable, Hashable {
    /// Scheme, host and port; the port is nil where it is the scheme's default.
    case tuple(scheme: String, host: String, port: Int?)
    /// An origin that equals no other and is written `null`, such as that of a sandboxed page.
    case opaque

    /// Reads `https://app.example`, `http://localhost:3000` or `null`; nil for anything else, such as a URL with a path.
    public init?(_ text: String) {
        if text == "null" {
            self = .opaque
            return
        }
        guard let url = WebURL(text), url.isHTTP, url.path == "/", url.query == nil, url.fragment == nil, !url.includesCredentials
        else { return nil }
        self = url.origin
    }

    /// What an Origin header says: the origin, or `null`.
    public var serialized: String {
        switch self {
        case .opaque: "null"
        case .tuple(let scheme, let host, let port): "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
        }
    }

    public var scheme: String? { if case .tuple(let scheme, _, _) = self { scheme } else { nil } }
    public var host: String? { if case .tuple(_, let host, _) = self { host } else { nil } }

    /// HTML Standard, «same origin»; an opaque origin is never the same as another.
    public func isSameOrigin(as other: WebOrigin) -> Bool {
        if case .opaque = self { return false }
        return self == other
    }

    /// HTML Standard, «schemelessly same site».
    public func isSchemelesslySameSite(as other: WebOrigin) -> Bool {
        guard let host, let otherHost = other.host else { return false }
        return host == otherHost || RegistrableDomain.of(host) == RegistrableDomain.of(otherHost)
    }

    /// HTML Standard, «same site»: scheme and registrable domain.
    public func isSameSite(as other: WebOrigin) -> Bool { isSchemelesslySameSite(as: other) && scheme == other.scheme }

    /// Secure Contexts, «potentially trustworthy»: https, or a loopback host.
    public var isPotentiallyTrustworthy: Bool {
        guard let scheme, let host else { return false }
        if scheme == "https" { return true }
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || RegistrableDomain.isLoopbackIPv4(host)
    }
}

/// The part of a host name that one party registers.
///
/// The public suffix list is thousands of lines; here are the rule for ordinary suffixes and the common longer ones.
public enum RegistrableDomain {
    private static let longSuffixes: Set<String> = [
        "co.uk", "org.uk", "ac.uk", "gov.uk", "com.au", "net.au", "org.au", "co.nz", "co.jp", "ne.jp", "or.jp", "com.br", "com.cn",
        "com.mx", "com.tr", "co.in", "co.kr", "co.za", "github.io", "gitlab.io", "pages.dev", "workers.dev", "vercel.app", "netlify.app",
        "herokuapp.com", "onrender.com", "fly.dev", "web.app", "firebaseapp.com", "azurewebsites.net", "cloudfront.net", "appspot.com",
    ]

    /// The registrable domain of a host, or the host itself for addresses and single labels.
    public static func of(_ host: String) -> String {
        if isAddress(host) { return host }
        guard let two = lastLabels(2, of: host) else { return host }
        return longSuffixes.contains(String(two)) ? lastLabels(3, of: host).map(String.init) ?? host : String(two)
    }

    /// The last labels of a host, a dot after them counting for nothing; nil where there are no more labels than that.
    private static func lastLabels(_ count: Int, of host: String) -> Substring? {
        let bytes = host.utf8
        var left = count
        var end = bytes.endIndex
        if bytes.last == UInt8(ascii: ".") { end = bytes.index(before: end) }
        while let dot = bytes[..<end].lastIndex(of: UInt8(ascii: ".")) {
            left -= 1
            if left == 0 { return host[bytes.index(after: dot)...] }
            end = dot
        }
        return nil
    }

    /// Whether everybody may register a name below it, so that no cookie may be for it.
    static func isPublicSuffix(_ host: String) -> Bool { !host.contains(".") || longSuffixes.contains(host) }

    /// Whether the host is an IP address.
    static func isAddress(_ host: String) -> Bool { host.hasPrefix("[") || isIPv4(host) }

    static func isIPv4(_ host: String) -> Bool {
        guard let last = host.utf8.last, last >= 0x30, last <= 0x39 else { return false }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { part in Int(part).map { (0...255).contains($0) } ?? false }
    }

    static func isLoopbackIPv4(_ host: String) -> Bool { isIPv4(host) && host.hasPrefix("127.") }
}
