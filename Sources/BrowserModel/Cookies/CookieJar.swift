import HTTPMessages

/// A browser's cookies, as a value (RFC 6265bis §5.7, §5.8): `store` takes Set-Cookie lines in, `send` says what goes out.
///
/// Chromium keeps cookies by registrable domain and Firefox by host; both begin to evict where one such group has more than 180.
public struct CookieJar: Sendable, Hashable {
    public let profile: EngineProfile
    /// Whether the person blocks third-party cookies (Chromium's setting; Debian's build comes with it).
    public var blocksThirdParties: Bool
    /// Whether verdicts name the departures from the standard that decided them, for which each is judged several times.
    public var namesDeviations: Bool
    /// In the order of creation.
    public private(set) var cookies: [Cookie] = []
    private var creations = 0
    /// A departure of the profile that is left out, to find out what it decides.
    var without: EngineProfile.Deviation?

    var rules: EngineRules { EngineRules(profile, without: without) }

    /// 400 days in milliseconds: no cookie lives longer (RFC 6265bis §5.6.2).
    static let maximalLifetime = 400 * 86_400_000
    private static let groupLimit = 180
    private static let groupQuota = 150

    public init(profile: EngineProfile, blocksThirdParties: Bool = false, namesDeviations: Bool = true) {
        self.profile = profile
        self.blocksThirdParties = blocksThirdParties
        self.namesDeviations = namesDeviations
    }

    /// Takes in one Set-Cookie line of a response; `now` and `serverTime`, which the Date header says, are in milliseconds since 1970.
    @discardableResult
    public mutating func store(
        _ line: [UInt8], from access: CookieAccess, now: Int, serverTime: Int? = nil
    ) -> SetCookieVerdict {
        removeExpired(now: now)
        let judge = { (jar: CookieJar) in jar.verdict(on: line, from: access, now: now, serverTime: serverTime) }
        var verdict = judge(self)
        if namesDeviations { verdict.deviations = deviations(deciding: verdict, judge) }
        if let cookie = verdict.cookie, verdict.refusals.isEmpty { insert(cookie, now: now) }
        return verdict
    }

    private func deviations(
        deciding verdict: SetCookieVerdict, _ judge: (CookieJar) -> SetCookieVerdict
    ) -> [EngineProfile.Deviation] {
        rules.decisive(among: EngineProfile.Deviation.ofCookies) { rules in
            var other = self
            other.without = rules.without
            let found = judge(other)
            return found.outcome != verdict.outcome || !Self.isAlike(found.cookie, verdict.cookie)
        }
    }

    /// Whether two cookies are equal; for their end, the seconds that a Date header leaves out do not count.
    private static func isAlike(_ a: Cookie?, _ b: Cookie?) -> Bool {
        guard var a, let b else { return a == nil && b == nil }
        if let end = a.expires, let other = b.expires, abs(end - other) < 2000 { a.expires = other }
        return a == b
    }

    /// The verdict on a line, which changes nothing.
    private func verdict(on line: [UInt8], from access: CookieAccess, now: Int, serverTime: Int?) -> SetCookieVerdict {
        var judgement = SetCookieJudgement(line: line, access: access, jar: self, now: now, serverTime: serverTime)
        let refusals = judgement.refusals()
        let isExpired = judgement.cookie?.isExpired(now: now) ?? false
        let outcome: SetCookieVerdict.Outcome = refusals.isEmpty ? (isExpired ? .expired : .stored) : .refused(refusals)
        return SetCookieVerdict(line: String(latin1: line), cookie: judgement.cookie, outcome: outcome, notices: judgement.notices)
    }

    /// A Set-Cookie line that the browser does not even look at, since of how it came.
    public func ignore(_ line: [UInt8], because refusal: SetCookieRefusal) -> SetCookieVerdict {
        SetCookieVerdict(line: String(latin1: line), cookie: nil, outcome: .refused([refusal]), notices: [])
    }

    /// Removes every cookie.
    public mutating func clear() { cookies = [] }

    /// Removes the cookies whose time is over.
    public mutating func removeExpired(now: Int) { cookies.removeAll { $0.isExpired(now: now) } }

    /// Puts a cookie in the place of an equal one, whose time of creation it keeps (in Chromium only with its value too).
    private mutating func insert(_ cookie: Cookie, now: Int) {
        var cookie = cookie
        cookie.lastAccess = now
        cookie.creation = creations
        creations += 1
        if let known = cookies.firstIndex(where: { cookie.replaces($0) }) {
            let isNew = rules.has(.replacedCookieIsNew) && cookies[known].valueBytes != cookie.valueBytes
            if !isNew { cookie.creation = cookies[known].creation }
            cookies.remove(at: known)
        }
        guard !cookie.isExpired(now: now) else { return }
        let place = cookies.firstIndex { $0.creation > cookie.creation } ?? cookies.endIndex
        cookies.insert(cookie, at: place)
        evict(groupOf: cookie)
    }

    /// Makes room where a group has too many: those not `Secure` go first, then those not used for longest.
    private mutating func evict(groupOf cookie: Cookie) {
        let group = group(of: cookie)
        let members = cookies.indices.filter { self.group(of: cookies[$0]) == group }
        guard members.count > Self.groupLimit else { return }
        let order = members.sorted { a, b in
            let (a, b) = (cookies[a], cookies[b])
            if a.isSecure != b.isSecure { return !a.isSecure }
            return (a.lastAccess, a.creation) < (b.lastAccess, b.creation)
        }
        for index in order.prefix(members.count - Self.groupQuota).sorted(by: >) { cookies.remove(at: index) }
    }

    private func group(of cookie: Cookie) -> [String] {
        let domain = profile == .firefox ? cookie.domain : RegistrableDomain.of(cookie.domain)
        return [domain, cookie.partition?.site ?? ""]
    }

    // MARK: Sending

    /// Which cookies go with a request, in the order of its Cookie header; `now` is in milliseconds since 1970.
    public mutating func send(to access: CookieAccess, now: Int) -> [CookieSendVerdict] {
        removeExpired(now: now)
        let site = RegistrableDomain.of(access.url.host)
        let judgement = judgement(access, rules)
        let others =
            namesDeviations
            ? Dictionary(uniqueKeysWithValues: sendingDeviations.map { ($0, self.judgement(access, EngineRules(profile, without: $0))) })
            : [:]
        let verdicts = ordered(cookies.filter { CookieDomain.matches($0.domain, site) }).map { cookie in
            let reasons = judgement.withholdings(of: cookie)
            let decisive = others.filter { $0.value.withholdings(of: cookie).isEmpty != reasons.isEmpty }.keys
            return CookieSendVerdict(cookie: cookie, withholdings: reasons, deviations: sendingDeviations.filter(decisive.contains))
        }
        let sent = Set(verdicts.filter(\.isSent).map(\.cookie.creation))
        for index in cookies.indices where sent.contains(cookies[index].creation) { cookies[index].lastAccess = now }
        return verdicts
    }

    private func judgement(_ access: CookieAccess, _ rules: EngineRules) -> SendJudgement {
        SendJudgement(access: access, rules: rules, blocksThirdParties: blocksThirdParties)
    }

    private var sendingDeviations: [EngineProfile.Deviation] {
        EngineProfile.Deviation.allCases.filter { EngineProfile.Deviation.ofSending.contains($0) && profile.has($0) }
    }

    /// The value of a Cookie header for the cookies that are sent, or nil where there are none.
    public static func header(_ verdicts: [CookieSendVerdict]) -> [UInt8]? {
        let pairs = verdicts.filter(\.isSent).map(\.cookie.pair)
        return pairs.isEmpty ? nil : Array(pairs.joined(separator: Array("; ".utf8)))
    }

    /// What `document.cookie` gives in a page at that path; nil for an opaque page, which may not ask.
    public func documentCookie(in page: Page, path: String = "/", now: Int) -> String? {
        guard let url = WebURL(page.origin.serialized + path) else { return nil }
        let judgement = judgement(CookieAccess(url: url, page: page), rules)
        let visible = ordered(cookies).filter {
            !$0.isHTTPOnly && !$0.isExpired(now: now) && judgement.withholdings(of: $0).isEmpty
        }
        let bytes = Array(visible.map(\.pair).joined(separator: Array("; ".utf8)))
        if profile == .firefox { return String(decoding: bytes, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self) ?? ""
    }

    /// RFC 6265bis §5.8.3 step 2: longer paths first, then the older.
    private func ordered(_ cookies: [Cookie]) -> [Cookie] {
        cookies.sorted { a, b in
            let (longer, shorter) = (a.path.utf8.count, b.path.utf8.count)
            return longer == shorter ? a.creation < b.creation : longer > shorter
        }
    }
}
