/// Why a browser does not store a cookie that a response sets.
public enum SetCookieRefusal: Error, Sendable, Hashable {
    /// The request was made without credentials, so that its response cannot set cookies.
    case withoutCredentials
    /// A preflight's answer cannot set cookies.
    case preflight
    /// Neither name nor value.
    case empty
    /// A name that is empty (Firefox) or has a control character.
    case invalidName
    /// A value with a control character.
    case invalidValue
    /// An attribute with a control character.
    case invalidAttribute
    /// A Path with a tab (Firefox).
    case invalidPath
    /// There is no name, and the value with its `=` would read as one.
    case ambiguous
    /// Name and value together are above 4096 bytes.
    case tooLarge
    /// The Domain attribute is not the host or a domain of it, or is a public suffix.
    case invalidDomain(String)
    /// What the `__Secure-`, `__Host-`, `__Http-` or `__Host-Http-` of its name promises does not hold.
    case invalidPrefix
    /// `Secure` over http.
    case secureOnly
    /// `SameSite=None` without `Secure`.
    case sameSiteNoneInsecure
    /// `Partitioned` without `Secure`, or over http.
    case invalidPartitioned
    /// A cross-site response, and SameSite as written; nil is treated as Lax.
    case crossSite(SameSite?)
    /// It would take the place of a cookie that came over https.
    case overwritesSecure
    /// The person blocks third-party cookies.
    case thirdPartyBlocked
}

/// Something that Firefox tells the developer about a Set-Cookie line without refusing it for that.
public enum SetCookieNotice: Sendable, Hashable {
    case invalidMaxAge
    case invalidSameSite
    /// The attribute stands there twice; the last one counts.
    case overwritten(attribute: String)
    /// The attribute is above 1024 bytes and is ignored.
    case oversized(attribute: String)
    /// A third party's cookie that is not `Partitioned`.
    case foreignNotPartitioned
}

/// What a browser does with one Set-Cookie line.
public struct SetCookieVerdict: Sendable, Hashable {
    /// What became of the line.
    public enum Outcome: Sendable, Hashable {
        case stored
        /// Its time was over when it came: an equal cookie is gone from the jar, and nothing is stored.
        case expired
        /// Every reason that the browser gives, in its order.
        case refused([SetCookieRefusal])
    }

    /// The line as it came.
    public var line: String
    /// The cookie that the line describes; nil where it describes none.
    public var cookie: Cookie?
    public var outcome: Outcome
    public var notices: [SetCookieNotice]
    /// The engine's departures from the standard without which the line would have come to something else.
    public internal(set) var deviations: [EngineProfile.Deviation] = []

    public var isStored: Bool { outcome == .stored }

    /// Why it was refused; empty where it was not.
    public var refusals: [SetCookieRefusal] { if case .refused(let refusals) = outcome { refusals } else { [] } }
}

/// Why a browser does not send a cookie of the host with a request.
public enum CookieWithholding: Sendable, Hashable {
    /// The request is made without credentials.
    case withoutCredentials
    /// `Secure`, and the request goes over http.
    case secureOnly
    /// The cookie is for another host of the site.
    case domainMismatch
    /// The path of the request is not under the cookie's.
    case notOnPath
    /// A cross-site request, and SameSite as written; nil is treated as Lax.
    case crossSite(SameSite?)
    /// The request was redirected here from another site, and the cookie is Lax or Strict.
    case crossSiteRedirect(SameSite)
    /// It lives in the jar's compartment for another page's site, or the page may only use its own compartment.
    case otherPartition
    /// The person blocks third-party cookies.
    case thirdPartyBlocked
}

/// Whether a browser sends a cookie with a request.
public struct CookieSendVerdict: Sendable, Hashable {
    public var cookie: Cookie
    /// Every reason not to, in the browser's order; empty where the cookie is sent.
    public var withholdings: [CookieWithholding]
    /// The engine's departures from the standard without which it would be the other way round.
    public internal(set) var deviations: [EngineProfile.Deviation] = []

    public var isSent: Bool { withholdings.isEmpty }
}

/// The cookies of one request and its response.
public struct CookieExchange: Sendable, Hashable {
    public var kind: OutgoingRequest.Kind
    /// How many redirects were followed before it.
    public var hop: Int
    public var url: WebURL
    /// Every cookie of the URL's site, in the order of the Cookie header.
    public var sent: [CookieSendVerdict]
    /// Every Set-Cookie line of the response, in order.
    public var received: [SetCookieVerdict] = []
}
