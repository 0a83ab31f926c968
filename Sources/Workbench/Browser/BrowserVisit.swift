import BrowserModel
import HTTPMessages

/// One `fetch()` of a page against the embedded server: which requests to put on the socket, and what the page gets in the end.
///
/// The embedded server plays one public origin; requests that a redirect sends elsewhere cannot be answered here and end the visit.
public struct BrowserVisit: Sendable {
    /// A request that was sent, and its answer.
    public struct Message: Sendable, Hashable {
        public var kind: OutgoingRequest.Kind
        public var request: HTTPRequest
        public var response: HTTPResponse?
    }

    /// What to do next.
    public enum Step: Sendable {
        /// Send this to the embedded server and hand its answer to `receive`.
        case send(HTTPRequest)
        case finished(Verdict)
    }

    public let settings: BrowserSettings
    private let page: Page
    /// The origins that the embedded server answers for.
    private let served: Set<WebOrigin>
    private var fetch: Fetch
    private var messages: [Message] = []

    /// Prepares the fetch of a request's method, target, headers and body; throws `BrowserSettings.Problem`.
    ///
    /// - Parameters:
    ///   - aliases: further origins that the embedded server answers for, such as its loopback names.
    ///   - jar: the browser's cookies; an empty jar where there is none.
    public init(
        _ request: HTTPRequest, settings: BrowserSettings, aliases: Set<WebOrigin> = [], cache: PreflightCache = PreflightCache(),
        jar: CookieJar? = nil
    ) throws {
        self.settings = settings
        page = try settings.makePage()
        let url = try settings.url(target: request.target)
        served = aliases.union([url.origin])
        let hasBody = !request.body.isEmpty
        let options = FetchInit(
            method: request.method, headers: request.headers.filter { !$0.name.isEqualIgnoringASCIICase("host") },
            body: hasBody ? request.body : nil, mode: settings.mode, credentials: settings.credentials, redirect: settings.redirect)
        fetch = Fetch(
            url, options, page: page, profile: settings.profile, cache: cache,
            jar: jar ?? CookieJar(profile: settings.profile))
    }

    /// The preflight cache as it is now.
    public var cache: PreflightCache { fetch.cache }

    /// Begins; `now` is in milliseconds.
    public mutating func start(now: Int) -> Step { advance(fetch.start(now: now), now: now) }

    /// Goes on with the answer to the last request; nil where there was none.
    public mutating func receive(_ response: HTTPResponse?, now: Int) -> Step {
        messages[messages.count - 1].response = response
        return advance(fetch.receive(response, now: now), now: now)
    }

    private mutating func advance(_ step: FetchStep, now: Int) -> Step {
        switch step {
        case .send(let outgoing):
            let request = wire(outgoing)
            messages.append(Message(kind: outgoing.kind, request: request))
            guard served.contains(outgoing.url.origin) else { return .finished(verdict(nil, leftFor: outgoing.url.text)) }
            return .send(request)
        case .finished(let result): return .finished(verdict(result, leftFor: nil))
        }
    }

    private func verdict(_ result: FetchResult?, leftFor elsewhere: String?) -> Verdict {
        let engines = [settings.profile] + [.chromium, .firefox].filter { $0 != settings.profile }
        return Verdict(
            settings: settings, result: result, messages: messages, leftFor: elsewhere, jar: fetch.jar,
            deviations: result.map(fetch.deviations) ?? [],
            consoles: result == nil
                ? [] : engines.compactMap { engine in fetch.console(of: engine).map { Verdict.Console(engine: engine, messages: $0) } })
    }

    /// The request with what every browser adds to it.
    private func wire(_ outgoing: OutgoingRequest) -> HTTPRequest {
        var headers: HeaderList = ["host": outgoing.url.authority]
        for header in outgoing.headers { headers.append(Header(header.name.asciiLowercased, bytes: header.value)) }
        if !headers.contains(name: "accept") { headers.append("accept", "*/*") }
        if let body = outgoing.body { headers.append("content-length", String(body.count)) }
        return HTTPRequest(method: outgoing.method, target: outgoing.url.target, headers: headers, body: outgoing.body ?? [])
    }
}

/// What a browser makes of an exchange: what was sent, and what the page's code gets of the answer.
public struct Verdict: Sendable, Hashable {
    public let settings: BrowserSettings
    /// Nil where a redirect left for a server that is not here.
    public let result: FetchResult?
    /// What went over the wire, preflights included, in order.
    public let messages: [BrowserVisit.Message]
    /// The URL that could not be asked from here.
    public let leftFor: String?
    /// The browser's cookies afterwards.
    public let jar: CookieJar?
    /// Where the engine departs from the standard and it made a difference here.
    public let deviations: [EngineProfile.Deviation]
    /// What consoles show: that of the settings' engine, then those of the others that would have sent the same requests.
    public let consoles: [Console]

    /// The messages of one engine.
    public struct Console: Sendable, Hashable {
        public let engine: EngineProfile
        public let messages: [ConsoleMessage]
    }

    /// Preflights and their answers.
    public var preflights: [BrowserVisit.Message] { messages.filter { $0.kind == .preflight } }

    /// The last answer that is no preflight's.
    public var response: HTTPResponse? { messages.last { $0.kind == .actual }?.response }

    /// How page and server stand to each other.
    public var relation: String {
        guard let page = WebOrigin(settings.page), let server = WebOrigin(settings.serverAs) else { return "unknown" }
        if page.isSameOrigin(as: server) { return "same origin" }
        if page.isSameSite(as: server) { return "same site, another origin" }
        return page == .opaque ? "opaque page" : "cross-site"
    }

    /// What `fetch()` does, in one line.
    public var summary: String {
        if let leftFor { return "follows a redirect to \(leftFor), which is not served here" }
        guard let result else { return "did not finish" }
        switch result.outcome {
        case .rejected(let failure): return "fetch() rejects with a TypeError: \(failure.sentence)"
        case .resolved(let type, let status, let headers, _):
            let total = result.headers.count
            let body = result.isBodyReadable ? "body readable" : "no body to read"
            return "fetch() resolves: type \(type.rawValue), status \(status), \(headers.count) of \(total) headers, \(body)"
        }
    }
}
