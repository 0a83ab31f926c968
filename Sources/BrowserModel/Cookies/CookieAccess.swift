import HTTPMessages

/// A request that cookies may be sent with, or a response that may set some: to whom, and from which page.
public struct CookieAccess: Sendable, Hashable {
    public var url: WebURL
    public var page: Page
    /// The URLs that redirected to `url`, oldest first.
    public var earlierURLs: [WebURL]

    public init(url: WebURL, page: Page, earlierURLs: [WebURL] = []) {
        self.url = url
        self.page = page
        self.earlierURLs = earlierURLs
    }

    /// Whether page and URL are one site: with the scheme («same site»), or in Firefox without it.
    func isSameSite(_ profile: EngineRules) -> Bool {
        profile.has(.schemelessCookieSites)
            ? page.origin.isSchemelesslySameSite(as: url.origin) : page.origin.isSameSite(as: url.origin)
    }

    /// Whether a redirect came from another site (RFC 6265bis §5.2 «same-site request»); Chromium does not look.
    func crossedSites(_ profile: EngineRules) -> Bool {
        guard !profile.has(.redirectsKeepSite) else { return false }
        return earlierURLs.contains {
            profile.has(.schemelessCookieSites)
                ? !$0.origin.isSchemelesslySameSite(as: url.origin) : !$0.origin.isSameSite(as: url.origin)
        }
    }

    /// The compartment for partitioned cookies of this page; nil where Chromium has none, for an opaque page.
    func partition(_ profile: EngineRules) -> CookiePartition {
        let isCrossSite = !profile.has(.partitionsThirdParties) && !isSameSite(profile)
        guard let scheme = page.origin.scheme, let host = page.origin.host else {
            return CookiePartition(site: "opaque", isCrossSite: isCrossSite)
        }
        return CookiePartition(site: "\(scheme)://\(RegistrableDomain.of(host))", isCrossSite: isCrossSite)
    }
}
