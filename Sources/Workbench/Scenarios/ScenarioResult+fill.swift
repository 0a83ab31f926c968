import BrowserModel
import HTTPMessages

extension ScenarioResult {
    /// Takes over what the model says.
    mutating func fill(from end: FetchResult, profile: EngineProfile) {
        devtools = DevTools(end, profile: profile)
        switch end.outcome {
        case .resolved(let type, let status, let headers, let body):
            self.type = type.rawValue
            self.status = status
            url = type == .opaque ? "" : end.url.text + (end.url.fragment.map { "#" + $0 } ?? "")
            redirected = end.redirected && type != .opaque && type != .opaqueRedirect
            self.headers = headers.map { [$0.name, $0.text] }
            self.body = Body(present: end.isBodyReadable, text: String(decoding: body, as: UTF8.self))
        case .rejected(let failure):
            outcome = "rejected"
            if case .request = failure { rejectedAt = "request" } else { rejectedAt = "fetch" }
            error = Thrown(name: "TypeError", message: failure.message(in: profile))
        }
    }
}

extension ScenarioResult.DevTools {
    init(_ end: FetchResult, profile: EngineProfile) {
        console = end.console.map { message in
            message.category.map { .categorised($0, message.text) } ?? .text(message.text)
        }
        guard profile == .chromium else { return }
        let actual = end.cookies.filter { $0.kind == .actual }
        setCookieBlocked = actual.flatMap(\.received).compactMap { verdict in
            let reasons = verdict.refusals.compactMap(\.chromiumReason)
            return reasons.isEmpty ? nil : ScenarioResult.BlockedLine(line: verdict.line, reasons: reasons)
        }
        requestCookies = actual.flatMap { exchange in
            let known = exchange.sent.filter { $0.withholdings != [.withoutCredentials] && $0.withholdings != [.otherPartition] }
            // Those that the jar itself withholds come first.
            let isWithheld = { (verdict: CookieSendVerdict) in verdict.withholdings.contains { $0 != .thirdPartyBlocked } }
            return (known.filter(isWithheld) + known.filter { !isWithheld($0) }).map {
                ScenarioResult.RequestCookie(
                    hop: exchange.hop, name: ScenarioResult.StoredCookie.text($0.cookie.nameBytes, profile),
                    blocked: $0.withholdings.compactMap(\.chromiumReason))
            }
        }
    }

    /// These facts, then those of a later step.
    func joined(with later: Self?) -> Self {
        guard let later else { return self }
        var all = self
        all.console += later.console
        if let blocked = later.setCookieBlocked { all.setCookieBlocked = (all.setCookieBlocked ?? []) + blocked }
        if let cookies = later.requestCookies { all.requestCookies = (all.requestCookies ?? []) + cookies }
        return all
    }
}

extension ScenarioResult.StoredCookie {
    init(_ cookie: Cookie, profile: EngineProfile, now: Int) {
        name = profile == .firefox ? String(latin1: cookie.nameBytes) : Self.text(cookie.nameBytes, profile)
        value = Self.text(cookie.valueBytes, profile)
        domain = cookie.shownDomain
        path = Self.text(cookie.path.latin1Bytes ?? Array(cookie.path.utf8), profile)
        session = cookie.expires == nil
        httpOnly = cookie.isHTTPOnly
        secure = cookie.isSecure
        sameSite = cookie.sameSite?.rawValue
        partition = cookie.partition.flatMap { ScenarioResult.Partition($0, profile: profile) }
        lifetime = cookie.expires.map { ($0 - now + 5000) / 10_000 * 10 }
    }

    /// What the browser's tools show of bytes that are not UTF-8: Firefox's put U+FFFD, Chromium's leave them out.
    static func text(_ bytes: [UInt8], _ profile: EngineProfile) -> String {
        profile == .firefox ? String(decoding: bytes, as: UTF8.self) : devToolsText(bytes)
    }

    /// Chromium's DevTools go by the first byte of a sequence: with it they leave out as many more as belong to it, whatever these are.
    private static func devToolsText(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        var place = 0
        while place < bytes.count {
            let length = sequenceLength(bytes[place])
            let end = place + length
            if length == 0 || end > bytes.count {
                place += 1
                continue
            }
            if let text = String(validating: bytes[place..<end], as: UTF8.self) { scalars += text.unicodeScalars }
            place = end
        }
        return String(scalars)
    }

    /// How many bytes a UTF-8 sequence has that begins so; 0 where none does.
    private static func sequenceLength(_ byte: UInt8) -> Int {
        switch byte {
        case ..<0x7F: 1
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF7: 4
        default: 0
        }
    }

    /// What the browser's tools sort by last.
    var partitionKey: String { if case .firefox(let key)? = partition { key } else { "None" } }
}

extension ScenarioResult.Partition {
    /// Nil where Chromium's tools show none: for an opaque page.
    init?(_ partition: CookiePartition, profile: EngineProfile) {
        if profile == .firefox {
            self = .firefox(partition.site == "opaque" ? "opaque.mozilla" : "(" + partition.site.replacing("://", with: ",") + ")")
        } else if partition.site == "opaque" {
            return nil
        } else {
            self = .chromium(topLevelSite: partition.site, hasCrossSiteAncestor: partition.isCrossSite)
        }
    }
}
