/// What Firefox's console says about cookies, word for word (`necko.properties`, `cookies.properties`; recorded from version 153).
enum FirefoxCookieConsole {
    /// The notices on a Set-Cookie line, and why it was refused.
    static func messages(for verdict: SetCookieVerdict) -> [ConsoleMessage] {
        let name = verdict.cookie?.name ?? ""
        if verdict.line.allSatisfy({ $0 == " " || $0 == "\t" }) { return [] }
        return (verdict.notices.map { notice($0, name: name) } + verdict.refusals.compactMap { refusal($0, name: name) }).map(shortened)
    }

    private static let maximalLength = 1000

    /// A message as Firefox cuts it, without a mark.
    private static func shortened(_ message: ConsoleMessage) -> ConsoleMessage {
        guard message.text.utf16.count > maximalLength else { return message }
        return ConsoleMessage(
            category: message.category, text: String(decoding: message.text.utf16.prefix(maximalLength), as: UTF16.self))
    }

    /// Why a cookie was left out after a redirect; other reasons are not told.
    static func messages(for verdict: CookieSendVerdict) -> [ConsoleMessage] {
        guard case .crossSiteRedirect? = verdict.withholdings.first else { return [] }
        let text =
            "Cookie “\(verdict.cookie.name)” with the “SameSite” attribute value “Lax” or “Strict” was omitted because of a "
            + "cross-site redirect."
        return [ConsoleMessage(category: "cookiesRejection", text: text)]
    }

    private static func notice(_ notice: SetCookieNotice, name: String) -> ConsoleMessage {
        let (category, text) =
            switch notice {
            case .invalidMaxAge:
                ("cookieInvalidAttribute", "Invalid “max-age“ value for cookie “\(name)”. The attribute is ignored.")
            case .invalidSameSite:
                (
                    "cookieSameSite",
                    "Invalid “SameSite“ value for cookie “\(name)”. The supported values are: “Lax“, “Strict“, “None“."
                )
            case .overwritten(let attribute):
                (
                    "cookieInvalidAttribute",
                    "The value of the attribute “\(attribute)” for the cookie “\(name)” has been overwritten."
                )
            case .oversized(let attribute):
                (
                    "cookiesOversize",
                    "The value of the attribute “\(attribute)” for the cookie “\(name)” has been rejected because its size is too big. "
                        + "Max size is 1024 B."
                )
            case .foreignNotPartitioned:
                (
                    "cookiesCHIPS",
                    "Cookie “\(name)” will soon be rejected because it is foreign and does not have the “Partitioned“ attribute."
                )
            }
        return ConsoleMessage(category: category, text: text)
    }

    private static func refusal(_ refusal: SetCookieRefusal, name: String) -> ConsoleMessage? {
        guard let words = words(for: refusal) else { return nil }
        let category =
            switch refusal {
            case .tooLarge: "cookiesOversize"
            case .sameSiteNoneInsecure, .crossSite: "cookieSameSite"
            default: "cookiesRejection"
            }
        if refusal == .empty { return ConsoleMessage(category: category, text: words) }
        return ConsoleMessage(category: category, text: "Cookie “\(name)” \(words)")
    }

    private static func words(for refusal: SetCookieRefusal) -> String? {
        switch refusal {
        case .withoutCredentials, .preflight, .thirdPartyBlocked, .ambiguous: nil
        case .empty: "Cookie with an empty name and an empty value has been rejected."
        case .invalidName: "has been rejected for invalid characters in the name."
        case .invalidValue: "has been rejected for invalid characters in the value."
        case .invalidAttribute: "has been rejected for invalid characters in the attributes."
        case .tooLarge: "is invalid because its size is too big. Max size is 4096 B."
        case .invalidPath: "has been rejected for invalid path."
        case .invalidDomain: "has been rejected for invalid domain."
        case .invalidPrefix: "has been rejected for invalid prefix."
        case .overwritesSecure: "has been rejected because there is an existing “secure” cookie."
        case .secureOnly: "has been rejected because a non-HTTPS cookie can’t be set as “secure”."
        case .sameSiteNoneInsecure: "rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute."
        case .invalidPartitioned:
            "has been rejected because it has the “Partitioned” attribute but is missing the “secure” attribute."
        case .crossSite: "has been rejected because it is in a cross-site context and its “SameSite” is “Lax” or “Strict”."
        }
    }
}
