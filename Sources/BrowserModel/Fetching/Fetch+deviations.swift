import HTTPMessages

/// A fetch as it was begun.
struct Script: Sendable {
    var url: WebURL
    var options: FetchInit
    var page: Page
    var cache: PreflightCache
}

/// How a fetch went: what was sent and what came back.
struct Course: Sendable {
    /// What came back, nil where the connection closed, and when in milliseconds.
    struct Answer: Sendable {
        var response: HTTPResponse?
        var now: Int
    }

    var start = 0
    var requests: [OutgoingRequest] = []
    var answers: [Answer] = []
}

extension Fetch {
    /// Every departure from the standard that decided something of this fetch: its requests, its end, or its cookies.
    public func deviations(of result: FetchResult) -> [EngineProfile.Deviation] {
        let ofCookies = result.cookies.flatMap { $0.sent.flatMap(\.deviations) + $0.received.flatMap(\.deviations) }
        let all = Set(decisiveDeviations(of: result) + ofCookies)
        return EngineProfile.Deviation.allCases.filter(all.contains)
    }

    /// The engine's departures from the standard without which this fetch, once finished, would have gone otherwise: other requests,
    /// another end, or another preflight cache. Those of cookies are with the cookies' verdicts.
    public func decisiveDeviations(of result: FetchResult) -> [EngineProfile.Deviation] {
        rules.decisive { !goes(to: result, by: $0) }
    }

    /// What the console of an engine shows for the same answers; nil where that engine sends other requests, or the fetch goes on.
    public func console(of engine: EngineProfile) -> [ConsoleMessage]? {
        engine == rules.engine ? console : replay(by: EngineRules(engine))?.end.console
    }

    /// Whether the same answers lead to the same requests and the same end by other rules.
    private func goes(to result: FetchResult, by rules: EngineRules) -> Bool {
        guard let (other, end) = replay(by: rules) else { return false }
        return end.outcome == result.outcome && end.redirected == result.redirected && other.cache == cache
    }

    /// The fetch played again by other rules, without cookies; nil where it would have sent other requests.
    private func replay(by rules: EngineRules) -> (fetch: Fetch, end: FetchResult)? {
        var other = Fetch(script, rules: rules)
        var step = other.start(now: course.start)
        for (request, answer) in zip(course.requests, course.answers) {
            guard case .send(let sent) = step, Self.isAlike(sent, request) else { return nil }
            step = other.receive(answer.response, now: answer.now)
        }
        guard case .finished(let end) = step else { return nil }
        return (other, end)
    }

    private static func isAlike(_ a: OutgoingRequest, _ b: OutgoingRequest) -> Bool {
        let withoutCookies = { (request: OutgoingRequest) in
            var request = request
            request.headers.removeAll(named: "Cookie")
            return request
        }
        return withoutCookies(a) == withoutCookies(b)
    }
}
