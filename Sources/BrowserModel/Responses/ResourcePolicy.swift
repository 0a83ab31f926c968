import HTTPMessages

/// Cross-Origin-Resource-Policy (Fetch §3.7), which can block a `no-cors` response.
enum ResourcePolicy {
    /// Whether the response may be used by a page of that origin.
    static func allows(_ headers: HeaderList, from url: WebURL, to origin: WebOrigin, profile: EngineRules) -> Bool {
        switch ResponseHeaders(list: headers, profile: profile).get("cross-origin-resource-policy") {
        case "same-origin": origin.isSameOrigin(as: url.origin)
        case "same-site": isSameSite(url, as: origin, profile: profile) && (origin.scheme == "https" || url.scheme != "https")
        default: true
        }
    }

    private static func isSameSite(_ url: WebURL, as origin: WebOrigin, profile: EngineRules) -> Bool {
        if profile.has(.addressesHaveNoSite), RegistrableDomain.isAddress(url.host) { return false }
        return origin.isSchemelesslySameSite(as: url.origin)
    }
}
