extension FetchFailure {
    /// What went wrong, in one sentence for a person.
    public var sentence: String {
        switch self {
        case .request(let refusal): "the Request constructor throws: \(refusal.sentence)"
        case .noAnswer: "the connection closed without an answer"
        case .contentLengthConflict: "Content-Length says different lengths, so the response is given up"
        case .mixedContent: "mixed content: a page that came over https may not fetch over http"
        case .sameOriginModeCrossesOrigins: "mode same-origin, and the URL is of another origin"
        case .noCORSNeedsRedirectFollow: "mode no-cors to another origin needs redirect: follow"
        case .schemeNotHTTP(let scheme): "a cross-origin fetch or redirect to the scheme \"\(scheme)\" is not possible"
        case .preflight(let failure): "the preflight fails: \(failure.sentence)"
        case .notShared(let failure): "the CORS check fails: \(failure.sentence)"
        case .resourcePolicy(let value): "Cross-Origin-Resource-Policy: \(value) keeps the response from this page"
        case .redirectNotAllowed: "redirect: error met a redirect"
        case .redirectLocationInvalid(let location): "the Location \"\(location)\" is not a URL"
        case .tooManyRedirects: "more than 20 redirects"
        case .redirectToCredentials: "a redirect to a URL with user name and password is not followed across origins"
        }
    }

    /// The part of the Fetch standard that decides it.
    public var step: String {
        switch self {
        case .request: "Fetch §5.4 Request constructor"
        case .noAnswer: "Fetch §4.6 HTTP-network fetch"
        case .contentLengthConflict: "RFC 9112 §6.3 message body length, from Fetch §4.6"
        case .mixedContent: "Mixed Content §4.4, from Fetch §4.1"
        case .sameOriginModeCrossesOrigins, .noCORSNeedsRedirectFollow, .schemeNotHTTP: "Fetch §4.1 main fetch"
        case .preflight: "Fetch §4.8 CORS-preflight fetch"
        case .notShared: "Fetch §4.9 CORS check"
        case .resourcePolicy: "Fetch §3.7 cross-origin resource policy check"
        case .redirectNotAllowed: "Fetch §4.3 HTTP fetch"
        case .redirectLocationInvalid, .tooManyRedirects, .redirectToCredentials: "Fetch §4.4 HTTP-redirect fetch"
        }
    }
}

extension FetchRequest.Refusal {
    /// What the constructor objects to.
    public var sentence: String {
        switch self {
        case .methodNotAToken(let method): "\"\(method)\" is not a method"
        case .forbiddenMethod(let method): "the method \(method) is forbidden to pages"
        case .methodNeedsCORS(let method): "mode no-cors allows GET, HEAD and POST, not \(method)"
        case .bodyNotAllowed(let method): "a \(method) request cannot have a body"
        case .invalidHeaderName(let name): "\"\(name)\" is not a header name"
        case .invalidHeaderValue(let name, _): "the value of \(name) has a character that no header may have"
        case .navigateMode: "mode navigate is not for scripts"
        }
    }
}

extension CORSCheck.Failure {
    /// What is wrong with the response.
    public var sentence: String {
        switch self {
        case .missingAllowOrigin: "there is no Access-Control-Allow-Origin"
        case .multipleAllowOrigin(let value, _): "Access-Control-Allow-Origin holds more than one value (\(value)), only one is allowed"
        case .wildcardWithCredentials: "Access-Control-Allow-Origin is *, which does not do for a request with credentials"
        case .originMismatch(let allowed, let origin): "Access-Control-Allow-Origin is \"\(allowed)\", not \"\(origin)\""
        case .credentialsNotAllowed(let value):
            value.map { "Access-Control-Allow-Credentials is \"\($0)\", it must be exactly \"true\"" }
                ?? "there is no Access-Control-Allow-Credentials: true, and the request has credentials"
        }
    }
}

extension PreflightCheck.Failure {
    /// What is wrong with the preflight's answer.
    public var sentence: String {
        switch self {
        case .notShared(let failure): failure.sentence
        case .status(let status): "its status is \(status), it must be 200 to 299"
        case .allowMethodsInvalid(let value): "Access-Control-Allow-Methods (\(value)) does not parse"
        case .allowHeadersInvalid(let value): "Access-Control-Allow-Headers (\(value)) does not parse"
        case .methodNotAllowed(let method): "\(method) is not in Access-Control-Allow-Methods"
        case .headerNotAllowed(let name): "\(name) is not in Access-Control-Allow-Headers"
        }
    }
}
