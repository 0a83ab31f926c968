/// A site's cookie in the words of a sentence.
private func sameSiteWords(_ sameSite: SameSite?) -> String {
    sameSite.map { "SameSite=\($0.rawValue)" } ?? "without SameSite, which is treated as Lax,"
}

extension SetCookieRefusal {
    /// Why it is not stored, in one sentence for a person.
    public var sentence: String {
        switch self {
        case .withoutCredentials: "the request was made without credentials, so its response sets no cookies"
        case .preflight: "a preflight's answer sets no cookies"
        case .empty: "there is neither a name nor a value"
        case .invalidName: "the name is empty or has a control character"
        case .invalidValue: "the value has a control character"
        case .invalidAttribute: "an attribute has a control character"
        case .invalidPath: "the Path has a tab"
        case .ambiguous: "there is no name, and the value with its = would read as one"
        case .tooLarge: "name and value together are above 4096 bytes"
        case .invalidDomain(let domain): "Domain=\(domain) is not the host or a domain of it that one party owns"
        case .invalidPrefix: "what the prefix of its name promises does not hold"
        case .secureOnly: "Secure cookies are only stored over https"
        case .sameSiteNoneInsecure: "SameSite=None needs Secure"
        case .invalidPartitioned: "Partitioned needs Secure and https"
        case .crossSite(let sameSite): "a cookie \(sameSiteWords(sameSite)) is not stored from a cross-site response"
        case .overwritesSecure: "over http it may not take the place of a Secure cookie"
        case .thirdPartyBlocked: "third-party cookies are blocked in the settings"
        }
    }

    /// The part of the standard that decides it.
    public var step: String {
        switch self {
        case .withoutCredentials: "Fetch §4.6 HTTP-network-or-cache fetch, includeCredentials"
        case .preflight: "Fetch §4.8 CORS-preflight fetch, credentials mode omit"
        case .empty, .invalidName, .invalidValue, .invalidAttribute, .invalidPath, .ambiguous, .tooLarge:
            "RFC 6265bis §5.6 Set-Cookie header field"
        case .invalidDomain: "RFC 6265bis §5.7 steps 8 to 10, domain"
        case .invalidPrefix: "RFC 6265bis §5.7 steps 20 and 21, name prefixes"
        case .secureOnly: "RFC 6265bis §5.7 step 13, Secure"
        case .sameSiteNoneInsecure: "RFC 6265bis §5.7 step 19, SameSite=None"
        case .invalidPartitioned: "CHIPS, Partitioned"
        case .crossSite: "RFC 6265bis §5.7 step 18, SameSite"
        case .overwritesSecure: "RFC 6265bis §5.7 step 16, leave secure cookies alone"
        case .thirdPartyBlocked: "a setting of the browser"
        }
    }

    /// What Chromium's DevTools call it; nil where they give no reason.
    public var chromiumReason: String? {
        switch self {
        case .withoutCredentials, .preflight, .invalidPartitioned, .invalidPath, .ambiguous: nil
        case .empty: "NoCookieContent"
        case .invalidName, .invalidValue, .invalidAttribute: "DisallowedCharacter"
        case .tooLarge: "NameValuePairExceedsMaxSize"
        case .invalidDomain: "InvalidDomain"
        case .invalidPrefix: "InvalidPrefix"
        case .secureOnly: "SecureOnly"
        case .sameSiteNoneInsecure: "SameSiteNoneInsecure"
        case .crossSite(let sameSite): "SchemefulSameSite" + (sameSite?.rawValue ?? "UnspecifiedTreatedAsLax")
        case .overwritesSecure: "OverwriteSecure"
        case .thirdPartyBlocked: "UserPreferences"
        }
    }
}

extension CookieWithholding {
    /// Why it is not sent, in one sentence for a person.
    public var sentence: String {
        switch self {
        case .withoutCredentials: "the request is made without credentials"
        case .secureOnly: "Secure cookies are only sent over https"
        case .domainMismatch: "the cookie is for another host of the site"
        case .notOnPath: "the path of the request is not under the cookie's"
        case .crossSite(let sameSite): "a cookie \(sameSiteWords(sameSite)) is not sent with a cross-site request"
        case .crossSiteRedirect(let sameSite): "a redirect from another site withholds a cookie SameSite=\(sameSite.rawValue)"
        case .otherPartition: "it lives in the compartment of another page's site"
        case .thirdPartyBlocked: "third-party cookies are blocked in the settings"
        }
    }

    /// The part of the standard that decides it.
    public var step: String {
        switch self {
        case .withoutCredentials: "Fetch §4.6 HTTP-network-or-cache fetch, includeCredentials"
        case .secureOnly, .domainMismatch, .notOnPath, .crossSite: "RFC 6265bis §5.8.3 step 1, retrieval"
        case .crossSiteRedirect: "RFC 6265bis §5.2 same-site request"
        case .otherPartition: "CHIPS, and Firefox's partitioned storage"
        case .thirdPartyBlocked: "a setting of the browser"
        }
    }

    /// What Chromium's DevTools call it; nil where they give no reason.
    public var chromiumReason: String? {
        switch self {
        case .withoutCredentials, .crossSiteRedirect, .otherPartition: nil
        case .secureOnly: "SecureOnly"
        case .domainMismatch: "DomainMismatch"
        case .notOnPath: "NotOnPath"
        case .crossSite(let sameSite): "SchemefulSameSite" + (sameSite?.rawValue ?? "UnspecifiedTreatedAsLax")
        case .thirdPartyBlocked: "UserPreferences"
        }
    }
}
