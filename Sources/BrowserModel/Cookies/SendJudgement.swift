/// Whether a browser sends one cookie of its jar with a request (RFC 6265bis §5.8.3 «Retrieval Algorithm»).
struct SendJudgement {
    let cookie: Cookie
    let access: CookieAccess
    let jar: CookieJar
    var rules: EngineRules

    init(cookie: Cookie, access: CookieAccess, jar: CookieJar) {
        self.cookie = cookie
        self.access = access
        self.jar = jar
        rules = jar.rules
    }

    /// Every reason not to send it; empty where it is sent.
    func withholdings() -> [CookieWithholding] {
        if !isOfOpenPartition { return [.otherPartition] }
        var reasons: [CookieWithholding] = []
        if cookie.isSecure, !access.url.origin.isPotentiallyTrustworthy { reasons.append(.secureOnly) }
        if !cookie.isFor(host: access.url.host) { reasons.append(.domainMismatch) }
        if !CookieDomain.path(access.url.path, matches: cookie.path) { reasons.append(.notOnPath) }
        if let reason = siteReason { reasons.append(reason) }
        if jar.blocksThirdParties, cookie.partition == nil, !access.isSameSite(rules) { reasons.append(.thirdPartyBlocked) }
        return reasons
    }

    /// Firefox gives a third party only what lies in the page's compartment.
    private var isOfOpenPartition: Bool {
        if let partition = cookie.partition { return partition == access.partition(rules) }
        return !rules.has(.partitionsThirdParties) || access.isSameSite(rules)
    }

    private var siteReason: CookieWithholding? {
        if cookie.sameSite == SameSite.none || cookie.sameSite == nil && rules.has(.sameSiteDefaultsToNone) { return nil }
        if !access.isSameSite(rules) { return .crossSite(cookie.sameSite) }
        return access.crossedSites(rules) ? .crossSiteRedirect(cookie.sameSite ?? .lax) : nil
    }
}
