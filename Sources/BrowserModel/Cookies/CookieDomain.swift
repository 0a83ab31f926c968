import HTTPMessages

/// Which hosts and paths a cookie is for (RFC 6265bis §5.1.3, §5.1.4).
enum CookieDomain {
    /// What a Domain attribute comes to.
    enum Scope: Equatable {
        case hostOnly
        /// All hosts of that domain.
        case domain(String)
        case refused
    }

    /// The scope that a Domain attribute gives a cookie of a host; an empty one is as if it were not there (RFC 6265bis §5.7 step 9).
    static func scope(attribute: String, host: String) -> Scope {
        if attribute.isEmpty || attribute == host && RegistrableDomain.isAddress(host) { return .hostOnly }
        var domain = attribute.asciiLowercased
        if domain.hasPrefix(".") { domain.removeFirst() }
        guard matches(host, domain) else { return .refused }
        if RegistrableDomain.isPublicSuffix(domain) { return domain == host ? .hostOnly : .refused }
        return .domain(domain)
    }

    /// RFC 6265bis §5.1.3 «domain-match».
    static func matches(_ host: String, _ domain: String) -> Bool {
        if host == domain { return !domain.isEmpty }
        return !domain.isEmpty && host.hasSuffix("." + domain) && !RegistrableDomain.isAddress(host)
    }

    /// RFC 6265bis §5.1.4 «default-path» of a request path.
    static func defaultPath(_ path: String) -> String {
        guard path.hasPrefix("/"), let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// RFC 6265bis §5.1.4 «path-match».
    static func path(_ path: String, matches cookiePath: String) -> Bool {
        guard path.utf8.starts(with: cookiePath.utf8) else { return false }
        return path.utf8.count == cookiePath.utf8.count || cookiePath.hasSuffix("/")
            || path.utf8.dropFirst(cookiePath.utf8.count).first == UInt8(ascii: "/")
    }
}
