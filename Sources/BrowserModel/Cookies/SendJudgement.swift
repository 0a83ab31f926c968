import HTTPMessages

/// Whether a browser sends a cookie of its jar with a request (RFC 6265bis §5.8.3 «Retrieval Algorithm»).
struct SendJudgement {
    private let access: CookieAccess
    private let rules: EngineRules
    private let blocksThirdParties: Bool
    private let isTrustworthy: Bool
    private let isSameSite: Bool
    private let crossedSites: Bool
    private let partition: CookiePartition

    init(access: CookieAccess, rules: EngineRules, blocksThirdParties: Bool) {
        self.access = access
        self.rules = rules
        self.blocksThirdParties = blocksThirdParties
        isTrustworthy = access.url.origin.isPotentiallyTrustworthy
        isSameSite = access.isSameSite(rules)
        crossedSites = access.crossedSites(rules)
        partition = access.partition(rules)
    }

    /// Every reason not to send it; empty where it is sent.
    func withholdings(of cookie: Cookie) -> [CookieWithholding] {
        if !isOfOpenPartition(cookie) { return [.otherPartition] }
        var reasons: [CookieWithholding] = []
        if cookie.isSecure, !isTrustworthy { reasons.append(.secureOnly) }
        if !cookie.isFor(host: access.url.host) { reasons.append(.domainMismatch) }
        if !CookieDomain.path(access.url.path, matches: cookie.path) { reasons.append(.notOnPath) }
        if let reason = siteReason(cookie) { reasons.append(reason) }
        if blocksThirdParties, cookie.partition == nil, !isSameSite { reasons.append(.thirdPartyBlocked) }
        return reasons
    }

    /// Firefox gives a third party only what lies in the page's compartment.
    private func isOfOpenPartition(_ cookie: Cookie) -> Bool {
        if let partition = cookie.partition { return partition == self.partition }
        return !rules.has(.partitionsThirdParties) || isSameSite
    }

    private func siteReason(_ cookie: Cookie) -> CookieWithholding? {
        if cookie.sameSite == SameSite.none || cookie.sameSite == nil && rules.has(.sameSiteDefaultsToNone) { return nil }
        if !isSameSite { return .crossSite(cookie.sameSite) }
        return crossedSites ? .crossSiteRedirect(cookie.sameSite ?? .lax) : nil
    }
}
