import HTTPMessages

/// Whether a browser stores what a Set-Cookie line says (RFC 6265bis §5.7 «Storage Model»), in the order of its checks.
struct SetCookieJudgement {
    let line: SetCookieLine
    let access: CookieAccess
    let jar: CookieJar
    let profile: EngineRules
    /// Nil until the line is found to describe a cookie.
    private(set) var cookie: Cookie?
    private(set) var notices: [SetCookieNotice] = []
    let domain: CookieDomain.Scope
    private let now: Int
    private let serverTime: Int?

    /// `serverTime` is what the Date header of the response says, in milliseconds since 1970.
    init(line: [UInt8], access: CookieAccess, jar: CookieJar, now: Int, serverTime: Int?) {
        self.access = access
        self.jar = jar
        self.now = now
        self.serverTime = serverTime
        profile = jar.rules
        self.line = SetCookieLine(line, profile: profile)
        domain = CookieDomain.scope(attribute: self.line.last("domain")?.text ?? "", host: access.url.host)
    }

    /// The reasons not to store it; empty where it is stored. Fills `cookie` and `notices`.
    mutating func refusals() -> [SetCookieRefusal] {
        let isEmpty = line.name.isEmpty && line.value.isEmpty
        if isEmpty, profile.engine != .firefox || !line.attributesHaveControls { return [.empty] }
        let cookie = describe()
        self.cookie = cookie
        if profile.engine == .firefox {
            if let refusal = firefoxRefusal(cookie) { return [refusal] }
            notices = firefoxNotices
            return []
        }
        if let refusal = contentRefusal { return [refusal] }
        let broken = scopeRefusals(cookie)
        if !broken.isEmpty { return broken }
        if cookie.nameBytes.isEmpty, line.value.contains(UInt8(ascii: "=")), profile.has(.namelessValueHasNoEquals) { return [.ambiguous] }
        return contextRefusals(cookie)
    }

    // MARK: The line by itself

    /// What is wrong with the characters or the size of name, value or attributes.
    private var contentRefusal: SetCookieRefusal? {
        if line.name.count + line.value.count > SetCookieLine.maximalPairSize { return .tooLarge }
        if line.name.contains(where: isForbidden) { return .invalidName }
        if line.value.contains(where: isForbidden) { return .invalidValue }
        let hasTab = line.attributesHaveTabs && profile.has(.tabInCookieRefused)
        return line.attributesHaveControls || hasTab ? .invalidAttribute : nil
    }

    /// Whether a name or value may not have that byte; whether the tab is one, engines do not agree.
    func isForbidden(_ byte: UInt8) -> Bool {
        byte == 0x09 ? profile.has(.tabInCookieRefused) : byte < 0x20 || byte == 0x7F
    }

    /// What is wrong with the Domain, and with what the name's prefix promises.
    private func scopeRefusals(_ cookie: Cookie) -> [SetCookieRefusal] {
        (domain == .refused ? [.invalidDomain(line.last("domain")?.text ?? "")] : []) + (keepsPrefix(cookie) ? [] : [.invalidPrefix])
    }

    func keepsPrefix(_ cookie: Cookie) -> Bool {
        var cookie = cookie
        if domain == .refused { cookie.isHostOnly = false }
        return CookiePrefix.isKept(by: cookie, line: line, url: access.url, profile: profile)
    }

    private func describe() -> Cookie {
        var value = line.value
        if profile.has(.cookieValueIsUTF8) { value = Array(String(decoding: value, as: UTF8.self).utf8) }
        var cookie = Cookie(
            nameBytes: line.name, valueBytes: value, domain: access.url.host, isHostOnly: true,
            path: line.path ?? CookieDomain.defaultPath(access.url.path), isSecure: line.contains("secure"),
            isHTTPOnly: line.contains("httponly"), sameSite: line.sameSite, partition: nil, expires: expires())
        if case .domain(let domain) = domain {
            cookie.domain = domain
            cookie.isHostOnly = false
        }
        let isPartitioned = line.contains("partitioned") || profile.has(.partitionsThirdParties) && isForeign
        if isPartitioned { cookie.partition = access.partition(profile) }
        return cookie
    }

    /// Max-Age beats Expires; both are capped at 400 days.
    private func expires() -> Int? {
        let latest = now + CookieJar.maximalLifetime
        var expires: Int?
        if let seconds = line.maxAge(profile: profile) {
            expires = seconds <= 0 ? 0 : seconds > CookieJar.maximalLifetime / 1000 ? latest : now + seconds * 1000
        } else if let date = line.last("expires").flatMap({ CookieDate.parse($0.text, profile: profile) }) {
            let skew = profile.has(.serverTime) ? serverTime.map { now - $0 } ?? 0 : 0
            expires = min(date + skew, latest)
        }
        let isForSession = access.page.origin == .opaque && profile.has(.opaquePagesSessionOnly)
        return isForSession ? expires.flatMap { $0 <= now ? $0 : nil } : expires
    }

    // MARK: The line and where it came from

    var isForeign: Bool { !access.isSameSite(profile) }

    var isTrustworthy: Bool { access.url.origin.isPotentiallyTrustworthy }

    /// Every reason of the context that holds.
    private func contextRefusals(_ cookie: Cookie) -> [SetCookieRefusal] {
        if line.contains("partitioned"), !(cookie.isSecure && access.url.scheme == "https") { return [.invalidPartitioned] }
        if jar.blocksThirdParties, isForeign, cookie.partition == nil { return [.thirdPartyBlocked] }
        var refusals: [SetCookieRefusal] = []
        if cookie.isSecure, !isTrustworthy { refusals.append(.secureOnly) }
        if cookie.sameSite == SameSite.none {
            if !cookie.isSecure { refusals.append(.sameSiteNoneInsecure) }
        } else if isForeign || access.crossedSites(profile) {
            refusals.append(.crossSite(cookie.sameSite))
        }
        if !isTrustworthy, overwritesSecure(cookie) { refusals.append(.overwritesSecure) }
        return refusals
    }

    /// RFC 6265bis §5.7 step 16 «leave secure cookies alone».
    func overwritesSecure(_ cookie: Cookie) -> Bool {
        jar.cookies.contains {
            $0.isSecure && $0.nameBytes == cookie.nameBytes && $0.partition == cookie.partition
                && (CookieDomain.matches($0.domain, cookie.domain) || CookieDomain.matches(cookie.domain, $0.domain))
                && CookieDomain.path(cookie.path, matches: $0.path)
        }
    }
}
