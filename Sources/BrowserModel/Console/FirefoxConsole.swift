import HTTPMessages

/// What Firefox's console says, word for word (`security.properties`, `necko.properties`; recorded from version 153).
///
/// Firefox's own texts are not careful with quotes: some close “ with “.
struct FirefoxConsole {
    let place: ConsolePlace

    /// The messages in the order in which they appear.
    func messages(for event: ConsoleEvent) -> [ConsoleMessage] {
        switch event {
        case .failed(let failure, let next): self.failure(failure, next: next)
        case .errorStatus: []
        case .authorizationByWildcard: [authorizationWarning]
        case .setCookie(let verdict): FirefoxCookieConsole.messages(for: verdict)
        case .cookie(let verdict): FirefoxCookieConsole.messages(for: verdict)
        }
    }

    private func failure(_ failure: FetchFailure, next: WebURL?) -> [ConsoleMessage] {
        switch failure {
        case .request, .noCORSNeedsRedirectFollow, .redirectNotAllowed: []
        case .tooManyRedirects, .redirectLocationInvalid: place.isCrossOrigin ? [didNotSucceed] : []
        case .schemeNotHTTP(let scheme): (scheme == "file" ? [linkRefused] : []) + (place.isCrossOrigin ? [didNotSucceed] : [])
        case .noAnswer, .contentLengthConflict: networkFailure
        case .mixedContent: mixedContent(next)
        case .sameOriginModeCrossesOrigins: [dataRefused]
        case .preflight(let failure): preflight(failure) + [didNotSucceed]
        case .notShared(let failure): notShared(failure) + (place.hasRedirect && place.followsRedirects ? [didNotSucceed] : [])
        case .resourcePolicy: [resourcePolicy]
        case .redirectToCredentials: [didNotSucceed]
        }
    }

    private var networkFailure: [ConsoleMessage] {
        guard place.isCrossOrigin else { return [] }
        let isForeign = !place.page.origin.isSameOrigin(as: place.url.origin)
        return place.isPreflight && isForeign ? [didNotSucceed, didNotSucceed] : [didNotSucceed]
    }

    /// The URL is the one that a redirect named, or has already been gone on to.
    private func mixedContent(_ next: WebURL?) -> [ConsoleMessage] {
        let blocked = next ?? place.url
        let message = ConsoleMessage(category: "Mixed Content Blocker", text: "Blocked loading mixed active content “\(blocked.text)”")
        guard place.isCrossOrigin, let previous = next == nil ? place.previousURL : place.url else { return [message] }
        return [message, didNotSucceed(at: previous)]
    }

    // MARK: CORS

    private func blocked(
        _ category: String, _ reason: String, status: String? = nil, at url: WebURL? = nil, quoted: Bool = false
    ) -> ConsoleMessage {
        let address = (url ?? place.url).text
        let url = quoted ? "‘\(address)’" : address
        let text =
            "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at \(url). (Reason: \(reason))."
        return ConsoleMessage(category: category, text: text + (status.map { " Status code: \($0)." } ?? ""))
    }

    private var didNotSucceed: ConsoleMessage { didNotSucceed(at: place.url) }

    private func didNotSucceed(at url: WebURL) -> ConsoleMessage {
        blocked("CORSDidNotSucceed2", "CORS request did not succeed", status: "(null)", at: url)
    }

    private var status: String { place.response.map { String($0.status) } ?? "(null)" }

    private func notShared(_ failure: CORSCheck.Failure) -> [ConsoleMessage] {
        let header = "‘Access-Control-Allow-Origin’"
        switch failure {
        case .missingAllowOrigin: return [blocked("CORSMissingAllowOrigin2", "CORS header \(header) missing", status: status)]
        case .multipleAllowOrigin where canonicalLines > 1:
            return [blocked("CORSMultipleAllowOriginNotAllowed", "Multiple CORS header \(header) not allowed")]
        case .multipleAllowOrigin(let value, _), .originMismatch(let value, _):
            return [blocked("CORSAllowOriginNotMatchingOrigin", "CORS header \(header) does not match ‘\(utf8(value))’")]
        case .wildcardWithCredentials:
            return [
                blocked(
                    "CORSNotSupportingCredentials", "Credential is not supported if the CORS header \(header) is ‘*’", quoted: true)
            ]
        case .credentialsNotAllowed:
            return [blocked("CORSMissingAllowCredentials", "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’")]
        }
    }

    /// How many lines of Access-Control-Allow-Origin are spelt so; Firefox does not count others, such as those in lower case.
    private var canonicalLines: Int { place.response?.headers.filter { $0.name == "Access-Control-Allow-Origin" }.count ?? 0 }

    private func preflight(_ failure: PreflightCheck.Failure) -> [ConsoleMessage] {
        switch failure {
        case .notShared(let failure): return notShared(failure) + (place.hasRedirect ? [didNotSucceed] : [])
        case .status(let code):
            let failed = blocked("CORSPreflightDidNotSucceed3", "CORS preflight response did not succeed", status: String(code))
            return place.hasRedirect
                ? [blocked("CORSExternalRedirectNotAllowed", "CORS request external redirect not allowed"), failed] : [failed]
        case .allowMethodsInvalid(let value):
            return [
                blocked("CORSInvalidAllowMethod", "invalid token ‘\(invalidToken(value))’ in CORS header ‘Access-Control-Allow-Methods’")
            ]
        case .allowHeadersInvalid(let value):
            return [
                blocked("CORSInvalidAllowHeader", "invalid token ‘\(invalidToken(value))’ in CORS header ‘Access-Control-Allow-Headers’")
            ]
        case .methodNotAllowed:
            return [blocked("CORSMethodNotFound", "Did not find method in CORS header ‘Access-Control-Allow-Methods’")]
        case .headerNotAllowed(let name):
            let reason = "header ‘\(name)’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response"
            return [blocked("CORSMissingAllowHeaderFromPreflight2", reason)]
        }
    }

    /// The first element of a list that is no token.
    private func invalidToken(_ list: String) -> String {
        utf8(list.split(separator: ",").map { HTTPToken.trimmed($0) }.first { !$0.isEmpty && !HTTPToken.isToken($0) } ?? "")
    }

    /// A header's text read as UTF-8, as Firefox shows it.
    private func utf8(_ text: String) -> String { String(decoding: text.latin1Bytes ?? Array(text.utf8), as: UTF8.self) }

    private var authorizationWarning: ConsoleMessage {
        ConsoleMessage(
            category: "CORSAllowHeaderFromPreflightDeprecation",
            text: "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at \(place.url.text) "
                + "soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include "
                + "the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).")
    }

    // MARK: Other refusals

    /// An opaque page is named by an identity that is new for each page.
    private var dataRefused: ConsoleMessage {
        let origin = WebURL(place.page.address)?.origin.serialized ?? ""
        let content =
            place.page.origin == .opaque
            ? "moz-nullprincipal:{00000000-0000-0000-0000-000000000000}?\(origin)" : place.page.address
        let text = "Security Error: Content at \(content) may not load data from \(place.url.text)."
        return ConsoleMessage(category: "SOP", text: text)
    }

    private var linkRefused: ConsoleMessage {
        let location = place.response.flatMap { $0.headers["location"] } ?? ""
        return ConsoleMessage(category: "SOP", text: "Security Error: Content at \(place.url.text) may not load or link to \(location).")
    }

    private var resourcePolicy: ConsoleMessage {
        ConsoleMessage(
            category: "COEP",
            text: "The resource at “\(place.url.text)” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). "
                + "See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#")
    }
}
