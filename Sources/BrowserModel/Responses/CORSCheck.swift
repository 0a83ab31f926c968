import HTTPMessages

/// The CORS check of a response (Fetch §4.9): whether the server shares it with the origin that asked.
public enum CORSCheck {
    /// Why a response is not shared; each case is one way through the algorithm.
    public enum Failure: Error, Sendable, Hashable {
        /// There is no Access-Control-Allow-Origin.
        case missingAllowOrigin
        /// There is more than one value, on so many lines.
        case multipleAllowOrigin(String, lines: Int)
        /// `*` does not do for a request with credentials.
        case wildcardWithCredentials
        /// The value is not the origin, byte for byte.
        case originMismatch(allowed: String, origin: String)
        /// A request with credentials needs `Access-Control-Allow-Credentials: true`, exactly.
        case credentialsNotAllowed(String?)
    }

    /// Checks a response for a request from `origin` (as its Origin header says it).
    static func check(
        _ headers: ResponseHeaders, origin: String, credentials: FetchInit.Credentials
    ) throws(Failure) {
        guard let allowed = headers.get("access-control-allow-origin") else { throw .missingAllowOrigin }
        let lines = headers.list.values(named: "access-control-allow-origin").count
        if lines > 1 { throw .multipleAllowOrigin(allowed, lines: lines) }
        if credentials != .include, allowed == "*" { return }
        guard allowed == origin else {
            if allowed.contains(",") { throw .multipleAllowOrigin(allowed, lines: 1) }
            if allowed == "*" { throw .wildcardWithCredentials }
            throw .originMismatch(allowed: allowed, origin: origin)
        }
        if credentials != .include { return }
        let allowCredentials = headers.get("access-control-allow-credentials")
        guard allowCredentials == "true" else { throw .credentialsNotAllowed(allowCredentials) }
    }
}
