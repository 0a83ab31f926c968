/// Whether a browser sends one cookie of its jar with a request (RFC 6265bis §5.8.3 «Retrieval Algorithm»).
struct SendJudgement {
    let cookie: Cookie
    let access: CookieAccess
    let jar: CookieJar

    private var profile: EngineProfile { jar.profile }

    /// Every reason not to send it; empty where it is sent.
    func withholdings() -> [CookieWithholding] {
        if !isOfOpenPartition { return [.otherPartition] }
        var reasons: [CookieWithholding] = []
        if cookie.isSecure, !access.url.origin.isPotentiallyTrustworthy { reasons.append(.secureOnly) }
        if !cookie.isFor(host: access.url.host) { reasons.append(.domainMismatch) }
        if !CookieDomain.path(access.url.path, matches: cookie.path) { reasons.append(.notOnPath) }
        if let reason = siteReason { reasons.append(reason) }
        if jar.blocksThirdParties, cookie.partition == nil, !access.isSameSite(profile) { reasons.append(.thirdPartyBlocked) }
        return reasons
    }

    /// Firefox gives a third party only what lies in the page's compartment.
    private var isOfOpenPartition: Bool {
        if let partition = cookie.partition { return partition == access.partition(profile) }
        return !profile.has(.partitionsThirdParties) || access.isSameSite(profile)
    }

    private var siteReason: CookieWithholding? {
        if cookie.sameSite == SameSite.none || cookie.sameSite == nil && profile.has(.sameSiteDefaultsToNone) { return nil }
        if !access.isSameSite(profile) { return .crossSite(cookie.sameSite) }
        return access.crossedSites(profile) ? .crossSiteRedirect(cookie.sameSite ?? .lax) : nil
    }
}
