import HTTPMessages

/// How a fetch ends: with a filtered response (Fetch §2.2.6) or a network error, and what the console shows.
extension Fetch {
    /// The Response object that the page gets.
    mutating func finish(_ response: HTTPResponse) -> FetchStep {
        state = .finished
        if response.status >= 400 { log(.errorStatus(response.status, reason: response.reason)) }
        let verdicts: [HeaderVerdict]
        let type: FetchResult.ResponseType
        switch tainting {
        case .opaque:
            return .finished(
                result(
                    .resolved(type: .opaque, status: 0, headers: [], body: []),
                    ResponseFilter.nothing(response.headers, because: .opaque), isBodyReadable: false))
        case .basic: (type, verdicts) = (.basic, ResponseFilter.basic(response.headers))
        case .cors:
            type = .cors
            verdicts = ResponseFilter.cors(response.headers, credentials: request.credentials, profile: rules)
        }
        let readable = HeaderList(zip(response.headers, verdicts).filter(\.1.isReadable).map(\.0))
        let visible = ResponseHeaders.sortAndCombine(readable, profile: rules).map { Header($0.name, bytes: $0.value.latin1Bytes ?? []) }
        let hasNullBody = [101, 103, 204, 205, 304].contains(response.status) || request.method == "HEAD"
        return .finished(
            result(
                .resolved(type: type, status: response.status, headers: visible, body: hasNullBody ? [] : response.body), verdicts,
                isBodyReadable: !hasNullBody))
    }

    /// A network error; the standard then forgets what a preflight of this URL allowed.
    mutating func fail(_ failure: FetchFailure) -> FetchStep {
        log(.failed(failure, next: refusedURL))
        state = .finished
        if tainting == .cors, !rules.has(.preflightCacheKept) { cache.clear(origin: cacheKey.origin, url: url.text) }
        return .finished(
            result(
                .rejected(failure), ResponseFilter.nothing(lastResponse?.headers ?? HeaderList(), because: .failed), isBodyReadable: false))
    }

    /// The result with what was noted on the way.
    func result(_ outcome: FetchResult.Outcome, _ headers: [HeaderVerdict], isBodyReadable: Bool) -> FetchResult {
        FetchResult(
            outcome: outcome, redirected: redirects > 0, url: url, headers: headers, isBodyReadable: isBodyReadable,
            preflightReasons: preflightReasons, droppedRequestHeaders: request.droppedHeaders, cookies: cookies, console: console)
    }

    private var isPreflight: Bool { if case .awaitingPreflight = state { true } else { false } }

    /// Adds what the console shows for an event.
    mutating func log(_ event: ConsoleEvent) {
        let place = ConsolePlace(
            page: page, url: url, firstURL: redirects > 0 ? urls[0] : nil, previousURL: urls.dropLast().last,
            isCrossOrigin: request.mode == .cors && wasCrossOrigin,
            isPreflight: isPreflight, followsRedirects: request.redirect == .follow, response: lastResponse)
        console += Console.messages(for: event, at: place, profile: rules.engine)
    }
}
