/// Whose behaviour the model shows: the Fetch standard's text, or that of a browser where it differs.
public enum EngineProfile: String, Sendable, CaseIterable, Codable {
    case standard, chromium, firefox

    /// Where this engine departs from the standard, measured with real browsers.
    public enum Deviation: String, Sendable, CaseIterable {
        /// Without credentials, `Access-Control-Allow-Headers: *` also covers Authorization.
        case authorizationWildcard = "authorization-wildcard"
        /// A Range bound too large for 64 bits is not safelisted.
        case rangeInt64 = "range-int64"
        /// Client hints such as DPR and Save-Data with a value that they may have need no preflight.
        case clientHintsSafelisted = "client-hints-safelisted"
        /// Request headers of one name are joined before the safelist's rules apply.
        case combineBeforeSafelisting = "combine-before-safelisting"
        /// A User-Agent set by the page is dropped.
        case userAgentForbidden = "user-agent-forbidden"
        /// `redirect: "error"` fails only if there is a Location to follow.
        case errorModeNeedsLocation = "error-mode-needs-location"
        /// A redirect status with an empty Location is not a redirect.
        case emptyLocation = "empty-location"
        /// A negative Access-Control-Max-Age means no caching.
        case negativeMaxAge = "negative-max-age"
        /// A failed request leaves the preflight cache as it is.
        case preflightCacheKept = "preflight-cache-kept"
        /// After a redirect to another origin the preflight still carries the page's origin.
        case untaintedPreflightOrigin = "untainted-preflight-origin"
        /// Repeated response headers are joined without their empty values.
        case mergeDropsEmpty = "merge-drops-empty"
        /// A request header given twice is listed twice in Access-Control-Request-Headers.
        case acrhDuplicates = "acrh-duplicates"
        /// An Access-Control-Max-Age that does not parse means no caching.
        case badMaxAgeIsZero = "bad-max-age-is-0"
        /// Once preflighted, each redirect is preflighted.
        case preflightSticks = "preflight-sticks"
        /// A `*` in Allow-Methods or Allow-Headers is not cached.
        case noWildcardCache = "no-wildcard-cache"
        /// There is no limit on the sum of safelisted values.
        case no1024Limit = "no-1024-limit"
        /// A byte above 0x7F in Accept makes the header unsafe.
        case nonASCIIUnsafe = "non-ascii-unsafe"
        /// A preflight cached with credentials does not serve a request without.
        case cachePerCredentials = "cache-per-credentials"
        /// A preflight after a redirect back to the page's own origin is not held to Allow-Origin.
        case ownOriginPreflightUnchecked = "own-origin-preflight-unchecked"
        /// A preflight's answer is asked for the method before its Access-Control-Allow-Headers is read.
        case methodBeforeAllowHeaders = "method-before-allow-headers"
        /// A sandboxed page's preflights are not cached.
        case opaquePreflightUncached = "opaque-preflight-uncached"
        /// A redirect's Location is looked at before the CORS check: Chromium wants a URL in every redirect mode, Firefox where it is to
        /// follow it, and there no `data:` and no file.
        case locationBeforeCORSCheck = "location-before-cors-check"
        /// What the mode refuses of another origin is refused before mixed content is looked for.
        case modeBeforeMixedContent = "mode-before-mixed-content"
        /// Content-Type is read by an older parser: a comma or an empty parameter at the end makes it unsafe.
        case ownContentTypeParser = "own-content-type-parser"
        /// For Cross-Origin-Resource-Policy an IP address is of no site, not even its own on another port.
        case addressesHaveNoSite = "corp-addresses-no-site"
        /// A permanent redirect of a GET comes from the HTTP cache the second time.
        case permanentRedirectCached = "permanent-redirect-cached"
        /// Max-Age may begin with a plus.
        case maxAgeAllowsPlus = "cookie-max-age-plus"
        /// Any Max-Age that begins with a minus means that the cookie's time is over.
        case maxAgeMinusExpires = "cookie-max-age-minus"
        /// Expires is read as Netscape read dates: with zones, AM and PM, without a time, on days that do not exist.
        case netscapeDates = "cookie-netscape-dates"
        /// Numbers of Expires stand alone, and years have one to five digits and may lie before 1601.
        case plainDateNumbers = "cookie-plain-date-numbers"
        /// Expires is moved by what the Date header of the response and the browser's clock differ.
        case serverTime = "cookie-server-time"
        /// What a sandboxed page's requests store is for the session only.
        case opaquePagesSessionOnly = "cookie-opaque-session-only"
        /// A cookie that replaces another with a new value goes to the end of the Cookie header.
        case replacedCookieIsNew = "cookie-replaced-is-new"
        /// A nameless cookie whose value has a `=` is refused without a word.
        case namelessValueHasNoEquals = "cookie-nameless-no-equals"
        /// Only Path, Domain, Max-Age and Expires have a limit of size.
        case fewAttributesHaveLimits = "cookie-few-attribute-limits"
        /// A redirect through another site does not withhold Lax and Strict cookies.
        case redirectsKeepSite = "cookie-redirects-keep-site"
        /// A tab inside a cookie's name, value or attributes is refused like other control characters.
        case tabInCookieRefused = "cookie-tab-refused"
        /// A Set-Cookie line without `=` is a name without a value.
        case cookieWithoutEqualsIsName = "cookie-without-equals-is-name"
        /// A cookie without a name is refused.
        case namelessCookieRefused = "cookie-nameless-refused"
        /// For cookies a site is a registrable domain, whatever the scheme.
        case schemelessCookieSites = "cookie-schemeless-sites"
        /// Third parties' cookies live in a compartment per page's site.
        case partitionsThirdParties = "cookie-third-party-partition"
        /// A cookie without SameSite is as if it were None.
        case sameSiteDefaultsToNone = "cookie-samesite-default-none"
        /// `__Host-` asks for the path `/`, however it came about.
        case hostPrefixDefaultPath = "cookie-host-prefix-default-path"
        /// A cookie's value is made valid UTF-8.
        case cookieValueIsUTF8 = "cookie-value-utf8"

        /// Those that decide which cookies are sent.
        static let ofSending: Set<Deviation> = [
            .redirectsKeepSite, .schemelessCookieSites, .partitionsThirdParties, .sameSiteDefaultsToNone,
        ]

        /// Those that decide which cookies are stored, and how.
        static let ofCookies: Set<Deviation> = ofSending.union([
            .maxAgeAllowsPlus, .maxAgeMinusExpires, .netscapeDates, .plainDateNumbers, .serverTime, .opaquePagesSessionOnly,
            .namelessValueHasNoEquals, .fewAttributesHaveLimits,
            .tabInCookieRefused, .cookieWithoutEqualsIsName, .namelessCookieRefused, .hostPrefixDefaultPath, .cookieValueIsUTF8,
        ])
    }

    /// The deviations of this engine.
    public var deviations: Set<Deviation> { Set(Deviation.allCases.filter(has)) }

    /// Whether this engine departs from the standard in that way.
    public func has(_ deviation: Deviation) -> Bool {
        switch self {
        case .standard: false
        case .chromium: Self.isOfChromium(deviation)
        case .firefox: Self.isOfFirefox(deviation)
        }
    }

    private static func isOfChromium(_ deviation: Deviation) -> Bool {
        switch deviation {
        case .authorizationWildcard, .rangeInt64, .clientHintsSafelisted, .combineBeforeSafelisting, .userAgentForbidden,
            .errorModeNeedsLocation, .emptyLocation, .negativeMaxAge, .preflightCacheKept, .permanentRedirectCached,
            .opaquePreflightUncached, .addressesHaveNoSite, .locationBeforeCORSCheck, .modeBeforeMixedContent,
            .maxAgeAllowsPlus, .redirectsKeepSite, .tabInCookieRefused, .plainDateNumbers, .serverTime, .replacedCookieIsNew,
            .namelessValueHasNoEquals:
            true
        default: false
        }
    }

    private static func isOfFirefox(_ deviation: Deviation) -> Bool {
        switch deviation {
        case .authorizationWildcard, .rangeInt64, .untaintedPreflightOrigin, .mergeDropsEmpty, .acrhDuplicates, .badMaxAgeIsZero,
            .preflightSticks, .noWildcardCache, .no1024Limit, .nonASCIIUnsafe, .cachePerCredentials, .ownOriginPreflightUnchecked,
            .methodBeforeAllowHeaders, .locationBeforeCORSCheck, .modeBeforeMixedContent, .ownContentTypeParser, .cookieWithoutEqualsIsName,
            .namelessCookieRefused, .schemelessCookieSites,
            .partitionsThirdParties, .sameSiteDefaultsToNone, .hostPrefixDefaultPath, .cookieValueIsUTF8, .maxAgeMinusExpires,
            .netscapeDates, .serverTime, .opaquePagesSessionOnly, .fewAttributesHaveLimits:
            true
        default: false
        }
    }

    /// The most seconds for which a preflight is remembered (Chromium 2 hours, Firefox 24; the standard names none).
    public var preflightCacheLimit: Int {
        switch self {
        case .standard, .chromium: 7200
        case .firefox: 86400
        }
    }
}
