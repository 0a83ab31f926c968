import HTTPMessages

/// What Chromium's console says, word for word (`cors_error_string.cc`; recorded from version 156).
struct ChromiumConsole {
    let place: ConsolePlace

    /// The messages in the order in which they appear.
    func messages(for event: ConsoleEvent) -> [ConsoleMessage] {
        switch event {
        case .failed(let failure, let next): self.failure(failure, next: next).map { ConsoleMessage(category: nil, text: $0) }
        case .errorStatus(let status, let reason):
            [ConsoleMessage(category: nil, text: loadFailure("the server responded with a status of \(status) (\(reason))"))]
        case .authorizationByWildcard, .setCookie, .cookie: []
        }
    }

    private func failure(_ failure: FetchFailure, next: WebURL?) -> [String] {
        switch failure {
        case .request, .sameOriginModeCrossesOrigins, .noCORSNeedsRedirectFollow: []
        case .tooManyRedirects: [loadFailure("net::ERR_TOO_MANY_REDIRECTS")]
        case .noAnswer: [loadFailure("net::ERR_EMPTY_RESPONSE")]
        case .contentLengthConflict: [loadFailure("net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH")]
        case .mixedContent: [mixedContent]
        case .schemeNotHTTP(let scheme):
            Self.unsafeRedirectSchemes.contains(scheme)
                ? [loadFailure("net::ERR_UNSAFE_REDIRECT")]
                : [blocked(Self.schemeReason, url: next ?? place.url, from: next == nil ? nil : place.url)]
        case .preflight(let failure): blockedLoad(preflightReason(failure))
        case .notShared(let failure): blockedLoad(reason(failure))
        case .resourcePolicy(let value):
            [loadFailure("net::ERR_BLOCKED_BY_RESPONSE.NotSame" + (value == "same-site" ? "Site" : "Origin"))]
        case .redirectNotAllowed:
            if let next, !next.isHTTP {
                Self.unsafeRedirectSchemes.contains(next.scheme) ? [loadFailure("net::ERR_UNSAFE_REDIRECT")] : []
            } else {
                [loadFailure("net::ERR_FAILED")]
            }
        case .redirectLocationInvalid: [loadFailure("net::ERR_INVALID_REDIRECT")]
        case .redirectToCredentials:
            blockedLoad("Redirect location '' contains a username and password, which is disallowed for cross-origin requests.")
        }
    }

    // MARK: Frames

    private func loadFailure(_ reason: String) -> String { "Failed to load resource: " + reason }

    private func blockedLoad(_ reason: String) -> [String] {
        [blocked(reason, url: place.url, from: place.firstURL), loadFailure("net::ERR_FAILED")]
    }

    private func blocked(_ reason: String, url: WebURL, from first: WebURL?) -> String {
        let redirected = first.map { " (redirected from '\($0.text)')" } ?? ""
        return "Access to fetch at '\(url.text)'\(redirected) from origin '\(place.page.origin.serialized)' "
            + "has been blocked by CORS policy: " + reason
    }

    private var mixedContent: String {
        "Mixed Content: The page at '\(place.page.address)' was loaded over HTTPS, but requested an insecure resource "
            + "'\(place.url.text)'. This request has been blocked; the content must be served over HTTPS."
    }

    // MARK: Reasons

    /// Schemes to which the network stack itself does not follow a redirect.
    private static let unsafeRedirectSchemes: Set<String> = ["about", "blob", "data", "file", "filesystem"]

    private static let schemeReason =
        "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, "
        + "chrome-extension, chrome-untrusted, data, http, https, isolated-app."

    private func reason(_ failure: CORSCheck.Failure) -> String {
        switch failure {
        case .missingAllowOrigin: return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
        case .wildcardWithCredentials:
            return "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' "
                + "when the request's credentials mode is 'include'."
        case .multipleAllowOrigin(let value, _), .originMismatch(let value, _): return mismatch(value)
        case .credentialsNotAllowed(let value):
            return "The value of the 'Access-Control-Allow-Credentials' header in the response is '\(escaped(value ?? ""))' "
                + "which must be 'true' when the request's credentials mode is 'include'."
        }
    }

    private func mismatch(_ value: String) -> String {
        let header = "The 'Access-Control-Allow-Origin' header "
        let advice = ". Have the server send the header with a valid value."
        if value.contains(where: { $0 == " " || $0 == "," }) {
            return header + "contains multiple values '\(escaped(value))', but only one is allowed" + advice
        }
        // Chromium's parser lets an encoded space stand in a host.
        let isURL = value == "null" || WebURL(value.replacing("%20", with: "-")) != nil
        return header
            + (isURL
                ? "has a value '\(escaped(value))' that is not equal to the supplied origin"
                : "contains the invalid value '\(escaped(value))'")
            + advice
    }

    private func preflightReason(_ failure: PreflightCheck.Failure) -> String {
        let check = "Response to preflight request doesn't pass access control check: "
        if place.hasRedirect { return check + "Redirect is not allowed for a preflight request." }
        return switch failure {
        case .notShared(let failure): check + reason(failure)
        case .status: check + "It does not have HTTP ok status."
        case .allowMethodsInvalid: "Cannot parse Access-Control-Allow-Methods response header field in preflight response."
        case .allowHeadersInvalid: "Cannot parse Access-Control-Allow-Headers response header field in preflight response."
        case .methodNotAllowed(let method): "Method \(method) is not allowed by Access-Control-Allow-Methods in preflight response."
        case .headerNotAllowed(let name):
            "Request header field \(name) is not allowed by Access-Control-Allow-Headers in preflight response."
        }
    }

    /// Bytes above 0x7F and control characters are shown as `\u00A0`.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            guard scalar.value > 0x7F || scalar.value < 0x20 else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }.joined()
    }
}
