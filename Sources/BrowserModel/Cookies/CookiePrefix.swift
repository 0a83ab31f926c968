import HTTPMessages

/// The name prefixes that promise how a cookie was set (RFC 6265bis §4.1.3, §5.7 steps 20 and 21).
enum CookiePrefix: CaseIterable {
    case hostHTTP, host, http, secure

    private var text: String {
        switch self {
        case .hostHTTP: "__host-http-"
        case .host: "__host-"
        case .http: "__http-"
        case .secure: "__secure-"
        }
    }

    /// The prefix of a name, regardless of case.
    static func of(_ name: [UInt8]) -> CookiePrefix? {
        let name = name.map(\.asciiLowercased)
        return allCases.first { name.starts(with: $0.text.utf8) }
    }

    /// Whether a cookie keeps what its name promises; a nameless one may not look as if it had a prefix.
    static func isKept(by cookie: Cookie, line: SetCookieLine, url: WebURL, profile: EngineRules) -> Bool {
        if cookie.nameBytes.isEmpty { return of(cookie.valueBytes) == nil }
        guard let prefix = of(cookie.nameBytes) else { return true }
        guard cookie.isSecure, url.scheme == "https" else { return false }
        if prefix == .http || prefix == .hostHTTP, !cookie.isHTTPOnly { return false }
        guard prefix == .host || prefix == .hostHTTP else { return true }
        let hasPath = line.contains("path") || profile.has(.hostPrefixDefaultPath)
        return cookie.isHostOnly && cookie.path == "/" && hasPath
    }
}
