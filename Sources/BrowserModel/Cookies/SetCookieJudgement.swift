import HTTPMessages

/// Whether a browser stores what a Set-Cookie line says (RFC 6265bis §5.7 «Storage Model»), in the order of its checks.
struct SetCookieJudgement {
    private let line: SetCookieLine
    private let access: CookieAccess
    private let jar: CookieJar
    private let profile: EngineRules
    /// Nil until the line is found to describe a cookie.
    private(set) var cookie: Cookie?
    private(set) var notices: [SetCookieNotice] = []
    private let domain: CookieDomain.Scope
    private let now: Int

    init(line: [UInt8], access: CookieAccess, jar: CookieJar, now: Int) {
        self.access = access
        self.jar = jar
        self.now = now
        profile = jar.rules
        self.line = SetCookieLine(line, profile: profile)
        domain = CookieDomain.scope(attribute: self.line.last("domain")?.text ?? "", host: access.url.host)
    }

    /// The reasons not to store it; empty where it is stored. Fills `cookie` and `notices`.
    mutating func refusals() -> [SetCookieRefusal] {
        if line.name.isEmpty, line.value.isEmpty { return [.empty] }
        let cookie = describe()
        self.cookie = cookie
        if let refusal = contentRefusal { return [refusal] }
        guard domain != .refused else { return [.invalidDomain(line.last("domain")?.text ?? "")] }
        guard CookiePrefix.isKept(by: cookie, line: line, url: access.url, profile: profile) else { return [.invalidPrefix] }
        if cookie.nameBytes.isEmpty, line.value.contains(UInt8(ascii: "=")), profile.has(.namelessValueHasNoEquals) { return [.ambiguous] }
        let refusals = profile.engine == .firefox ? firefoxRefusals(cookie) : contextRefusals(cookie)
        if refusals.isEmpty { notices = attributeNotices() + foreignNotice }
        return refusals
    }

    // MARK: The line by itself

    private var contentRefusal: SetCookieRefusal? {
        if line.name.count + line.value.count > SetCookieLine.maximalPairSize { return .tooLarge }
        if line.name.contains(where: isForbidden) || line.name.isEmpty && profile.has(.namelessCookieRefused) { return .invalidName }
        if line.value.contains(where: isForbidden) { return .invalidValue }
        return line.attributes.contains(where: hasControls) ? .invalidAttribute : nil
    }

    /// A control character; whether the tab is one, engines do not agree.
    private func isForbidden(_ byte: UInt8) -> Bool {
        byte == 0x09 ? profile.has(.tabInCookieRefused) : byte < 0x20 || byte == 0x7F
    }

    private func hasControls(_ attribute: SetCookieLine.Attribute) -> Bool {
        (Array(attribute.name.utf8) + attribute.value).contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
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
        if let seconds = line.maxAge(profile: profile) {
            return seconds <= 0 ? 0 : seconds > CookieJar.maximalLifetime / 1000 ? latest : now + seconds * 1000
        }
        return line.last("expires").flatMap { CookieDate.parse($0.text, profile: profile) }.map { min($0, latest) }
    }

    // MARK: The line and where it came from

    private var isForeign: Bool { !access.isSameSite(profile) }

    private var isTrustworthy: Bool { access.url.origin.isPotentiallyTrustworthy }

    /// Chromium and the standard, which give every reason that holds.
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

    /// Firefox gives one reason.
    private func firefoxRefusals(_ cookie: Cookie) -> [SetCookieRefusal] {
        if cookie.isSecure, !isTrustworthy { return [.secureOnly] }
        if cookie.sameSite == SameSite.none, !cookie.isSecure { return [.sameSiteNoneInsecure] }
        if line.contains("partitioned"), !cookie.isSecure { return [.invalidPartitioned] }
        if isForeign, cookie.sameSite == .lax || cookie.sameSite == .strict { return [.crossSite(cookie.sameSite)] }
        return !isTrustworthy && overwritesSecure(cookie) ? [.overwritesSecure] : []
    }

    /// RFC 6265bis §5.7 step 16 «leave secure cookies alone».
    private func overwritesSecure(_ cookie: Cookie) -> Bool {
        jar.cookies.contains {
            $0.isSecure && $0.nameBytes == cookie.nameBytes && $0.partition == cookie.partition
                && (CookieDomain.matches($0.domain, cookie.domain) || CookieDomain.matches(cookie.domain, $0.domain))
                && CookieDomain.path(cookie.path, matches: $0.path)
        }
    }

    // MARK: What Firefox remarks

    private var foreignNotice: [SetCookieNotice] {
        isForeign && profile.has(.partitionsThirdParties) && !line.contains("partitioned") ? [.foreignNotPartitioned] : []
    }

    private func attributeNotices() -> [SetCookieNotice] {
        guard profile.engine == .firefox else { return [] }
        var notices: [SetCookieNotice] = []
        var seen: Set<String> = []
        for attribute in line.attributes where ["domain", "path", "max-age", "expires"].contains(attribute.name) {
            if !seen.insert(attribute.name).inserted { notices.append(.overwritten(attribute: attribute.name)) }
        }
        notices += line.oversized.map { .oversized(attribute: $0) }
        if let text = line.last("max-age")?.text, !text.isEmpty, line.maxAge(profile: profile) == nil { notices.append(.invalidMaxAge) }
        if line.contains("samesite"), line.sameSite == nil { notices.append(.invalidSameSite) }
        return notices
    }
}
