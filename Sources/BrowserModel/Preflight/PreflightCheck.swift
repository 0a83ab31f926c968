import HTTPMessages

/// What a preflight's answer must say (Fetch §4.8 «CORS-preflight fetch»).
public enum PreflightCheck {
    /// Why a preflight's answer does not let the request through.
    public enum Failure: Error, Sendable, Hashable {
        case notShared(CORSCheck.Failure)
        /// The status is not 200 to 299.
        case status(Int)
        /// Access-Control-Allow-Methods does not parse.
        case allowMethodsInvalid(String)
        /// Access-Control-Allow-Headers does not parse.
        case allowHeadersInvalid(String)
        case methodNotAllowed(String)
        case headerNotAllowed(String)
    }

    /// What a good answer allows, for the cache.
    struct Permission {
        var methods: [String]
        var headerNames: [String]
        /// Seconds.
        var maxAge: Int
        /// How often only a `*` let Authorization through: Firefox asks for a name as often as it stands there.
        var authorizationsByWildcard = 0
    }

    /// What was asked.
    struct Question {
        var method: String
        var unsafeNames: [String]
        var origin: String
        var credentials: FetchInit.Credentials
        /// Firefox does not hold some preflights to Allow-Origin.
        var skipsCORSCheck = false
    }

    /// What the answer allows; throws the first thing that is wrong with it.
    static func check(_ response: HTTPResponse, _ question: Question, profile: EngineRules) throws(Failure) -> Permission {
        let headers = ResponseHeaders(list: response.headers, profile: profile)
        if !question.skipsCORSCheck {
            do {
                try CORSCheck.check(headers, origin: question.origin, credentials: question.credentials)
            } catch {
                throw .notShared(error)
            }
        }
        guard (200...299).contains(response.status) else { throw .status(response.status) }
        let methods = headers.tokens("access-control-allow-methods")
        let names = headers.tokens("access-control-allow-headers")
        if methods == .failure { throw .allowMethodsInvalid(headers.get("access-control-allow-methods") ?? "") }
        // Firefox looks for the method before it reads Access-Control-Allow-Headers; the order shows in the reason only.
        if profile.has(.methodBeforeAllowHeaders) { try checkMethod(question, in: methods.list) }
        if names == .failure { throw .allowHeadersInvalid(headers.get("access-control-allow-headers") ?? "") }
        try checkMethod(question, in: methods.list)
        return try permission(question, methods: methods.list, names: Set(names.list.map(\.asciiLowercased)), headers, profile: profile)
    }

    private static func checkMethod(_ question: Question, in allowed: [String]) throws(Failure) {
        if RequestRules.safelistedMethods.contains(question.method) || allowed.contains(question.method) { return }
        guard question.credentials != .include, allowed.contains("*") else { throw .methodNotAllowed(question.method) }
    }

    private static func permission(
        _ question: Question, methods: [String], names: Set<String>, _ headers: ResponseHeaders, profile: EngineRules
    ) throws(Failure) -> Permission {
        for name in question.unsafeNames where !names.contains(name) {
            let needsName = name == "authorization" && !profile.has(.authorizationWildcard)
            guard question.credentials != .include, names.contains("*"), !needsName else { throw .headerNotAllowed(name) }
        }
        var permission = Permission(methods: methods, headerNames: Array(names).sorted(), maxAge: maxAge(headers, profile: profile))
        if !names.contains("authorization") {
            permission.authorizationsByWildcard = question.unsafeNames.count { $0 == "authorization" }
        }
        return permission
    }

    /// Seconds for which the answer may be remembered: 5 where there is no valid Access-Control-Max-Age.
    private static func maxAge(_ headers: ResponseHeaders, profile: EngineRules) -> Int {
        guard let text = headers.get("access-control-max-age"), !text.isEmpty else { return 5 }
        guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            let isNegative = text.hasPrefix("-") && Int(text) != nil
            return profile.has(.badMaxAgeIsZero) || (profile.has(.negativeMaxAge) && isNegative) ? 0 : 5
        }
        return min(Int(text) ?? Int.max, profile.preflightCacheLimit)
    }
}
