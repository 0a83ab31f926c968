import HTTPMessages

/// Why `fetch()` rejects with a TypeError.
public enum FetchFailure: Error, Sendable, Hashable {
    /// The Request constructor threw; nothing was sent.
    case request(FetchRequest.Refusal)
    /// The server closed the connection without an answer.
    case noAnswer
    /// The response says different lengths of its body.
    case contentLengthConflict
    case mixedContent
    /// Mode `same-origin` and another origin.
    case sameOriginModeCrossesOrigins
    /// Mode `no-cors` to another origin follows redirects only by itself.
    case noCORSNeedsRedirectFollow
    case schemeNotHTTP(String)
    case preflight(PreflightCheck.Failure)
    case notShared(CORSCheck.Failure)
    case resourcePolicy(String)
    /// `redirect: "error"` met a redirect.
    case redirectNotAllowed
    case redirectLocationInvalid(String)
    case tooManyRedirects
    case redirectToCredentials
}

/// What a page's `fetch()` came to.
public struct FetchResult: Sendable, Hashable {
    /// Fetch §2.2.6 «type» of a response.
    public enum ResponseType: String, Sendable { case basic, cors, opaque, opaqueRedirect = "opaqueredirect" }

    /// What the promise came to.
    public enum Outcome: Sendable, Hashable {
        /// The Response object as the page sees it: `headers` are what iterating them gives.
        case resolved(type: ResponseType, status: Int, headers: [Header], body: [UInt8])
        case rejected(FetchFailure)
    }
    public var outcome: Outcome
    public var redirected: Bool
    /// The last URL that was asked.
    public var url: WebURL
    /// A verdict on each line of the last response that arrived, readable or not.
    public var headers: [HeaderVerdict]
    /// Whether the page's code can read the body.
    public var isBodyReadable: Bool
    /// The unsafe header names and method that made a preflight necessary, empty where none was.
    public var preflightReasons: [String]
    /// Headers of the page that its Request dropped.
    public var droppedRequestHeaders: [Header]
    /// The cookies of each request, sent or not, stored or not; empty where the fetch had no jar.
    public var cookies: [CookieExchange]
    /// What the browser's console shows, in order: Firefox's words in its profile, Chromium's in the others.
    public var console: [ConsoleMessage]
}

/// What to do next.
public enum FetchStep: Sendable, Hashable {
    /// Send this and give the answer to `Fetch.receive`.
    case send(OutgoingRequest)
    case finished(FetchResult)
}
