import HTTPMessages

/// Whether a page's code can read one response header, and why.
public struct HeaderVerdict: Sendable, Hashable {
    /// Each reason is one step of Fetch's filters.
    public enum Reason: Sendable, Hashable {
        /// The response is of the page's own origin: all but Set-Cookie is readable.
        case sameOrigin
        /// One of the seven CORS-safelisted response-header names.
        case safelisted
        /// Named in Access-Control-Expose-Headers.
        case exposed
        /// `Access-Control-Expose-Headers: *` without credentials.
        case exposedByWildcard
        /// Not safelisted and not exposed.
        case notExposed
        /// `*` is only a name when the request has credentials.
        case wildcardWithCredentials
        /// Access-Control-Expose-Headers does not parse, so it exposes nothing.
        case exposeHeadersInvalid
        /// Set-Cookie is a forbidden response-header name: no script reads it.
        case forbiddenName
        /// A `no-cors` response is opaque.
        case opaque
        /// The fetch failed, so there is no response.
        case failed
    }

    /// The name as the server wrote it.
    public var name: String
    public var value: String
    public var isReadable: Bool
    public var reason: Reason

    public init(name: String, value: String, isReadable: Bool, reason: Reason) {
        self.name = name
        self.value = value
        self.isReadable = isReadable
        self.reason = reason
    }
}

extension HeaderVerdict.Reason {
    /// The reason in a few words for a table.
    public var words: String {
        switch self {
        case .sameOrigin: "same origin: everything but Set-Cookie"
        case .safelisted: "safelisted response header"
        case .exposed: "in Access-Control-Expose-Headers"
        case .exposedByWildcard: "Access-Control-Expose-Headers: *"
        case .notExposed: "not in Access-Control-Expose-Headers"
        case .wildcardWithCredentials: "* is no wildcard with credentials"
        case .exposeHeadersInvalid: "Access-Control-Expose-Headers does not parse"
        case .forbiddenName: "forbidden response header, never"
        case .opaque: "opaque response (mode no-cors)"
        case .failed: "the fetch fails, there is no response"
        }
    }

    /// The part of the Fetch standard that decides it.
    public var step: String {
        switch self {
        case .sameOrigin: "Fetch §2.2.6 basic filtered response"
        case .safelisted: "Fetch §2.2.2 CORS-safelisted response-header name"
        case .exposed, .notExposed, .exposeHeadersInvalid: "Fetch §2.2.6 CORS filtered response"
        case .exposedByWildcard, .wildcardWithCredentials: "Fetch §4.1 main fetch, CORS-exposed header-name list"
        case .forbiddenName: "Fetch §2.2.2 forbidden response-header name"
        case .opaque: "Fetch §2.2.6 opaque filtered response"
        case .failed: "Fetch §2.2.6 network error"
        }
    }
}

/// The filters between a response and the page (Fetch §2.2.6).
enum ResponseFilter {
    /// Fetch «CORS-safelisted response-header name».
    static let safelistedNames: Set<String> = [
        "cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma",
    ]
    /// Fetch «forbidden response-header name».
    static let forbiddenNames: Set<String> = ["set-cookie", "set-cookie2"]

    /// The verdict on each line of a response that was tainted `basic`.
    static func basic(_ headers: HeaderList) -> [HeaderVerdict] {
        headers.map { header in
            let isForbidden = forbiddenNames.contains(header.name.asciiLowercased)
            return HeaderVerdict(
                name: header.name, value: header.text, isReadable: !isForbidden, reason: isForbidden ? .forbiddenName : .sameOrigin)
        }
    }

    /// The verdict on each line of a response that was tainted `cors`.
    static func cors(_ headers: HeaderList, credentials: FetchInit.Credentials, profile: EngineRules) -> [HeaderVerdict] {
        let extracted = ResponseHeaders(list: headers, profile: profile).tokens("access-control-expose-headers")
        let names = Set(extracted.list.map(\.asciiLowercased))
        let hasWildcard = names.contains("*")
        return headers.map { header in
            let name = header.name.asciiLowercased
            let (isReadable, reason): (Bool, HeaderVerdict.Reason) =
                if forbiddenNames.contains(name) {
                    (false, .forbiddenName)
                } else if safelistedNames.contains(name) {
                    (true, .safelisted)
                } else if names.contains(name) {
                    (true, .exposed)
                } else if hasWildcard, credentials != .include {
                    (true, .exposedByWildcard)
                } else if hasWildcard {
                    (false, .wildcardWithCredentials)
                } else {
                    (false, extracted == .failure ? .exposeHeadersInvalid : .notExposed)
                }
            return HeaderVerdict(name: header.name, value: header.text, isReadable: isReadable, reason: reason)
        }
    }

    /// The same verdict on every line: nothing can be read.
    static func nothing(_ headers: HeaderList, because reason: HeaderVerdict.Reason) -> [HeaderVerdict] {
        headers.map { HeaderVerdict(name: $0.name, value: $0.text, isReadable: false, reason: reason) }
    }
}
