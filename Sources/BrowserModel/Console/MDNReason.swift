/// The names under which MDN explains CORS errors («CORS errors», one page each).
public enum MDNReason: String, Sendable, CaseIterable {
    case didNotSucceed = "CORSDidNotSucceed"
    case externalRedirectNotAllowed = "CORSExternalRedirectNotAllowed"
    case requestNotHTTP = "CORSRequestNotHttp"
    case missingAllowOrigin = "CORSMissingAllowOrigin"
    case allowOriginNotMatching = "CORSAllowOriginNotMatchingOrigin"
    case multipleAllowOrigin = "CORSMultipleAllowOriginNotAllowed"
    case notSupportingCredentials = "CORSNotSupportingCredentials"
    case missingAllowCredentials = "CORSMissingAllowCredentials"
    case preflightDidNotSucceed = "CORSPreflightDidNotSucceed"
    case methodNotFound = "CORSMethodNotFound"
    case invalidAllowMethod = "CORSInvalidAllowMethod"
    case invalidAllowHeader = "CORSInvalidAllowHeader"
    case missingAllowHeader = "CORSMissingAllowHeaderFromPreflight"

    /// The page's title without the values of a case.
    public var title: String {
        switch self {
        case .didNotSucceed: "Reason: CORS request did not succeed"
        case .externalRedirectNotAllowed: "Reason: CORS request external redirect not allowed"
        case .requestNotHTTP: "Reason: CORS request not HTTP"
        case .missingAllowOrigin: "Reason: CORS header 'Access-Control-Allow-Origin' missing"
        case .allowOriginNotMatching: "Reason: CORS header 'Access-Control-Allow-Origin' does not match 'xyz'"
        case .multipleAllowOrigin: "Reason: Multiple CORS header 'Access-Control-Allow-Origin' not allowed"
        case .notSupportingCredentials: "Reason: Credential is not supported if the CORS header 'Access-Control-Allow-Origin' is '*'"
        case .missingAllowCredentials: "Reason: expected 'true' in CORS header 'Access-Control-Allow-Credentials'"
        case .preflightDidNotSucceed: "Reason: CORS preflight channel did not succeed"
        case .methodNotFound: "Reason: Did not find method in CORS header 'Access-Control-Allow-Methods'"
        case .invalidAllowMethod: "Reason: invalid token 'xyz' in CORS header 'Access-Control-Allow-Methods'"
        case .invalidAllowHeader: "Reason: invalid token 'xyz' in CORS header 'Access-Control-Allow-Headers'"
        case .missingAllowHeader:
            "Reason: missing token 'xyz' in CORS header 'Access-Control-Allow-Headers' from CORS preflight channel"
        }
    }
}

extension FetchFailure {
    /// MDN's reason for a failure that is one of CORS, or nil.
    public var mdnReason: MDNReason? {
        switch self {
        case .request, .mixedContent, .sameOriginModeCrossesOrigins, .noCORSNeedsRedirectFollow, .resourcePolicy, .redirectNotAllowed: nil
        case .noAnswer, .contentLengthConflict, .redirectLocationInvalid, .tooManyRedirects, .redirectToCredentials: .didNotSucceed
        case .schemeNotHTTP: .requestNotHTTP
        case .notShared(let failure): failure.mdnReason
        case .preflight(let failure): failure.mdnReason
        }
    }
}

extension CORSCheck.Failure {
    /// MDN's reason for it.
    public var mdnReason: MDNReason {
        switch self {
        case .missingAllowOrigin: .missingAllowOrigin
        case .multipleAllowOrigin(_, let lines): lines > 1 ? .multipleAllowOrigin : .allowOriginNotMatching
        case .wildcardWithCredentials: .notSupportingCredentials
        case .originMismatch: .allowOriginNotMatching
        case .credentialsNotAllowed: .missingAllowCredentials
        }
    }
}

extension PreflightCheck.Failure {
    /// MDN's reason for it.
    public var mdnReason: MDNReason {
        switch self {
        case .notShared(let failure): failure.mdnReason
        case .status(let status): (300...399).contains(status) ? .externalRedirectNotAllowed : .preflightDidNotSucceed
        case .allowMethodsInvalid: .invalidAllowMethod
        case .allowHeadersInvalid: .invalidAllowHeader
        case .methodNotAllowed: .methodNotFound
        case .headerNotAllowed: .missingAllowHeader
        }
    }
}
