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
    var redirects = 0
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

    mutating func mainFetch(now: Int) -> FetchStep {
        let isOtherOrigin = tainting != .basic || !page.origin.isSameOrigin(as: url.origin)
        if rules.has(.modeBeforeMixedContent), isOtherOrigin, let failure = modeFailure { return fail(failure) }
        if page.isSecure, url.isHTTP, !url.origin.isPotentiallyTrustworthy { return fail(.mixedContent) }
        if !isOtherOrigin { return httpFetch(now: now) }
        if let failure = modeFailure { return fail(failure) }
        if request.mode == .noCORS {
            tainting = .opaque
            return httpFetch(now: now)
        }
        guard url.isHTTP else { return fail(.schemeNotHTTP(url.scheme)) }
        tainting = .cors
        wasCrossOrigin = true
        return httpFetch(now: now)
    }

    /// What the mode refuses of another origin.
    private var modeFailure: FetchFailure? {
        switch request.mode {
        case .sameOrigin: .sameOriginModeCrossesOrigins
        case .noCORS where request.redirect != .follow: .noCORSNeedsRedirectFollow
        default: nil
        }
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
            if needsPreflight, !isCovered(unsafeNames, now: now) { return sendPreflight(unsafeNames) }
        }
        return sendRequest(now: now)
    }

    /// Whether the cache spares the preflight. A request that is preflighted only since it once was needs an answer of its own there.
    private func isCovered(_ unsafeNames: [String], now: Int) -> Bool {
        if mustPreflight, redirects > 0, rules.has(.preflightSticks), !cache.hasAnswer(for: cacheKey, now: now) { return false }
        return cache.covers(method: request.method, unsafeNames: unsafeNames, key: cacheKey, now: now)
    }

    /// Whether preflights of this page are kept.
    private var isCacheUsed: Bool { page.origin != .opaque || !rules.has(.opaquePreflightUncached) }

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
        if ResponseFraming.hasConflict(response.headers) { return fail(.contentLengthConflict) }
        ignoreCookies(of: response)
        do throws(PreflightCheck.Failure) {
            let permission = try PreflightCheck.check(response, question, profile: rules)
            for _ in 0..<permission.authorizationsByWildcard { log(.authorizationByWildcard) }
            if permission.maxAge > 0, isCacheUsed {
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
        if ResponseFraming.hasConflict(response.headers) { return fail(.contentLengthConflict) }
        storeCookies(of: response, now: now)
        if let failure = locationFailure(response) { return fail(failure) }
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
        guard Self.isRedirect(response.status) else { return finish(response) }
        if rules.has(.permanentRedirectCached), request.method == "GET", HTTPCache.keeps(redirect: response) {
            cachedRedirects[url.text] = response
        }
        return receiveRedirect(response, now: now)
    }
}
