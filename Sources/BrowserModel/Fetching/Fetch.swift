import HTTPMessages

/// One `fetch()` of a page, as a state machine over messages: it says what to send and is given what came back.
///
/// Follows Fetch §4.1 «main fetch», §4.3 «HTTP fetch», §4.4 «HTTP-redirect fetch» and §4.8 «CORS-preflight fetch».
public struct Fetch: Sendable {
    /// Fetch §2.2.5 «response tainting».
    enum Tainting { case basic, cors, opaque }
    /// What the fetch waits for.
    enum State {
        case unstarted
        case awaitingPreflight(PreflightCheck.Question)
        case awaitingAnswer
        case finished
    }

    /// The cache as this fetch found and left it.
    public internal(set) var cache: PreflightCache
    /// The jar as this fetch found and left it; nil where cookies are not modelled.
    public internal(set) var jar: CookieJar?
    /// The cookies of each request so far.
    public internal(set) var cookies: [CookieExchange] = []
    let page: Page
    let rules: EngineRules
    let script: Script
    private let refusal: FetchRequest.Refusal?
    var request: FetchRequest
    var urls: [WebURL]
    var tainting = Tainting.basic
    private(set) var redirects = 0
    private var mustPreflight = false
    var state = State.unstarted
    var lastResponse: HTTPResponse?
    var console: [ConsoleMessage] = []
    /// What happened, to be played again by other rules.
    private(set) var course = Course()
    /// Whether any URL so far was of another origin.
    var wasCrossOrigin = false
    /// The URL that a redirect named and that was not followed.
    var refusedURL: WebURL?
    /// Permanent redirects that the HTTP cache would answer with (Chromium).
    private var cachedRedirects: [String: HTTPResponse] = [:]
    var preflightReasons: [String] = []

    /// Prepares `fetch(url, options)` in a page; with a jar, cookies are sent and stored.
    public init(
        _ url: WebURL, _ options: FetchInit, page: Page, profile: EngineProfile, cache: PreflightCache = PreflightCache(),
        jar: CookieJar? = nil
    ) {
        self.init(Script(url: url, options: options, page: page, cache: cache), rules: EngineRules(profile), jar: jar)
    }

    init(_ script: Script, rules: EngineRules, jar: CookieJar? = nil) {
        self.script = script
        self.rules = rules
        self.jar = jar
        let (url, options) = (script.url, script.options)
        page = script.page
        cache = script.cache
        urls = [url]
        do throws(FetchRequest.Refusal) {
            request = try FetchRequest(options, profile: rules)
            refusal = nil
        } catch {
            request = FetchRequest.placeholder(options)
            refusal = error
        }
    }

    var url: WebURL { urls[urls.count - 1] }

    /// Begins; `now` is in milliseconds since 1970 on the caller's clock.
    public mutating func start(now: Int) -> FetchStep {
        course.start = now
        if let refusal { return fail(.request(refusal)) }
        if rules.has(.preflightSticks) { mustPreflight = !RequestRules.unsafeNames(in: request.headers, profile: rules).isEmpty }
        return mainFetch(now: now)
    }

    /// Goes on with the answer to the request that was to be sent; nil where the connection closed without one.
    public mutating func receive(_ response: HTTPResponse?, now: Int) -> FetchStep {
        course.answers.append(Course.Answer(response: response, now: now))
        switch state {
        case .awaitingPreflight(let question): return receivePreflight(response, question, now: now)
        case .awaitingAnswer: return receiveAnswer(response, now: now)
        case .unstarted, .finished: return fail(.noAnswer)
        }
    }

    // MARK: Main fetch

    private mutating func mainFetch(now: Int) -> FetchStep {
        if page.isSecure, url.isHTTP, !url.origin.isPotentiallyTrustworthy { return fail(.mixedContent) }
        if tainting == .basic, page.origin.isSameOrigin(as: url.origin) { return httpFetch(now: now) }
        if request.mode == .sameOrigin { return fail(.sameOriginModeCrossesOrigins) }
        if request.mode == .noCORS {
            if request.redirect != .follow { return fail(.noCORSNeedsRedirectFollow) }
            tainting = .opaque
            return httpFetch(now: now)
        }
        guard url.isHTTP else { return fail(.schemeNotHTTP(url.scheme)) }
        tainting = .cors
        wasCrossOrigin = true
        return httpFetch(now: now)
    }

    // MARK: HTTP fetch

    private mutating func httpFetch(now: Int) -> FetchStep {
        if tainting == .cors {
            let unsafeNames = RequestRules.unsafeNames(in: request.headers, profile: rules)
            let isMethodUnsafe = !RequestRules.safelistedMethods.contains(request.method)
            let needsPreflight = isMethodUnsafe || !unsafeNames.isEmpty || mustPreflight
            if needsPreflight, redirects == 0 {
                preflightReasons = (isMethodUnsafe ? ["method \(request.method)"] : []) + unsafeNames.map { "header \($0)" }
            }
            let isCovered =
                !mustPreflight || !rules.has(.preflightSticks) || redirects == 0
                ? cache.covers(method: request.method, unsafeNames: unsafeNames, key: cacheKey, now: now) : false
            if needsPreflight, !isCovered { return sendPreflight(unsafeNames) }
        }
        return sendRequest(now: now)
    }

    var cacheKey: PreflightCache.Key {
        PreflightCache.Key(origin: preflightOrigin, url: url.text, credentials: request.credentials, profile: rules)
    }

    private var preflightOrigin: String {
        rules.has(.untaintedPreflightOrigin) ? page.origin.serialized : serializedOrigin
    }

    private mutating func sendPreflight(_ unsafeNames: [String]) -> FetchStep {
        if rules.has(.preflightSticks) { mustPreflight = true }
        var headers: HeaderList = ["Accept": "*/*"]
        headers.append("Access-Control-Request-Method", request.method)
        if !unsafeNames.isEmpty { headers.append("Access-Control-Request-Headers", unsafeNames.joined(separator: ",")) }
        headers.append("Origin", preflightOrigin)
        var question = PreflightCheck.Question(
            method: request.method, unsafeNames: unsafeNames, origin: preflightOrigin, credentials: request.credentials)
        question.skipsCORSCheck = rules.has(.ownOriginPreflightUnchecked) && page.origin.isSameOrigin(as: url.origin)
        state = .awaitingPreflight(question)
        return send(
            OutgoingRequest(
                kind: .preflight, hop: redirects, url: url, method: "OPTIONS", headers: headers, body: nil, includesCredentials: false))
    }

    private mutating func sendRequest(now: Int) -> FetchStep {
        if let cached = cachedRedirects[url.text], request.method == "GET" { return receiveAnswer(cached, now: now) }
        var headers = request.headers
        let isOriginSent =
            tainting == .cors || (request.method != "GET" && request.method != "HEAD")
        if isOriginSent { headers.append("Origin", originHeader) }
        addCookies(to: &headers, now: now)
        state = .awaitingAnswer
        return send(
            OutgoingRequest(
                kind: .actual, hop: redirects, url: url, method: request.method, headers: headers, body: request.body,
                includesCredentials: includesCredentials))
    }

    private mutating func send(_ request: OutgoingRequest) -> FetchStep {
        course.requests.append(request)
        return .send(request)
    }

    /// Fetch §4.5 «HTTP-network-or-cache fetch», includeCredentials.
    var includesCredentials: Bool {
        request.credentials == .include || (request.credentials == .sameOrigin && tainting == .basic)
    }

    /// Fetch §3.1 «append a request Origin header», with the default referrer policy.
    private var originHeader: String {
        let isDowngrade = page.origin.scheme == "https" && url.scheme != "https"
        return tainting != .cors && isDowngrade ? "null" : serializedOrigin
    }

    /// Fetch «serializing a request origin»: `null` once a redirect crossed from one foreign origin to another.
    private var serializedOrigin: String {
        for (previous, next) in zip(urls, urls.dropFirst())
        where !next.origin.isSameOrigin(as: previous.origin) && !page.origin.isSameOrigin(as: previous.origin) {
            return "null"
        }
        return page.origin.serialized
    }

    // MARK: Answers

    private mutating func receivePreflight(_ response: HTTPResponse?, _ question: PreflightCheck.Question, now: Int) -> FetchStep {
        lastResponse = response
        guard let response else { return fail(.noAnswer) }
        ignoreCookies(of: response)
        do throws(PreflightCheck.Failure) {
            let permission = try PreflightCheck.check(response, question, profile: rules)
            if permission.usesAuthorizationWildcard { log(.authorizationByWildcard) }
            if permission.maxAge > 0 {
                cache.store(
                    methods: permission.methods, headerNames: permission.headerNames, key: cacheKey,
                    expires: now + min(permission.maxAge, Int.max / 2000) * 1000)
            }
        } catch {
            return fail(.preflight(error))
        }
        return sendRequest(now: now)
    }

    private mutating func receiveAnswer(_ response: HTTPResponse?, now: Int) -> FetchStep {
        lastResponse = response
        guard let response else { return fail(.noAnswer) }
        storeCookies(of: response, now: now)
        if tainting == .cors {
            let headers = ResponseHeaders(list: response.headers, profile: rules)
            do throws(CORSCheck.Failure) {
                try CORSCheck.check(headers, origin: serializedOrigin, credentials: request.credentials)
            } catch {
                return fail(.notShared(error))
            }
        }
        if tainting == .opaque, !ResourcePolicy.allows(response.headers, from: url, to: page.origin, profile: rules) {
            return fail(.resourcePolicy(response.headers["cross-origin-resource-policy"] ?? ""))
        }
        guard [301, 302, 303, 307, 308].contains(response.status) else { return finish(response) }
        if rules.has(.permanentRedirectCached), request.method == "GET", HTTPCache.keeps(redirect: response) {
            cachedRedirects[url.text] = response
        }
        return receiveRedirect(response, now: now)
    }

    private mutating func receiveRedirect(_ response: HTTPResponse, now: Int) -> FetchStep {
        let location = ResponseHeaders(list: response.headers, profile: .standard).get("location")
        if location == "", rules.has(.emptyLocation) { return finish(response) }
        switch request.redirect {
        case .error:
            if location == nil, rules.has(.errorModeNeedsLocation) { return finish(response) }
            return fail(.redirectNotAllowed)
        case .manual:
            state = .finished
            return .finished(
                result(
                    .resolved(type: .opaqueRedirect, status: 0, headers: [], body: []),
                    ResponseFilter.nothing(response.headers, because: .opaque), isBodyReadable: false))
        case .follow: break
        }
        guard let location else { return finish(response) }
        return follow(location, status: response.status, now: now)
    }

    // MARK: HTTP-redirect fetch

    private mutating func follow(_ location: String, status: Int, now: Int) -> FetchStep {
        guard var next = WebURL(location, relativeTo: url) else { return fail(.redirectLocationInvalid(location)) }
        if next.fragment == nil { next.fragment = url.fragment }
        refusedURL = next
        guard next.isHTTP else { return fail(.schemeNotHTTP(next.scheme)) }
        guard redirects < 20 else { return fail(.tooManyRedirects) }
        if next.includesCredentials {
            let crosses = request.mode == .cors && !page.origin.isSameOrigin(as: next.origin)
            if crosses || tainting == .cors { return fail(.redirectToCredentials) }
        }
        let becomesGET =
            ((status == 301 || status == 302) && request.method == "POST")
            || (status == 303 && request.method != "GET" && request.method != "HEAD")
        if becomesGET {
            request.method = "GET"
            request.body = nil
            for name in ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"] {
                request.headers.removeAll(named: name)
            }
        }
        if !url.origin.isSameOrigin(as: next.origin) { request.headers.removeAll(named: "Authorization") }
        urls.append(next)
        redirects += 1
        refusedURL = nil
        return mainFetch(now: now)
    }
}
