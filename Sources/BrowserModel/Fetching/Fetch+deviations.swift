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
    /// The engine's departures from the standard without which this fetch, once finished, would have gone otherwise: other requests,
    /// another end, or another preflight cache. Those of cookies are with the cookies' verdicts.
    public func decisiveDeviations(of result: FetchResult) -> [EngineProfile.Deviation] {
        rules.decisive { !goes(to: result, by: $0) }
    }

    /// Whether the same answers lead to the same requests and the same end by other rules.
    private func goes(to result: FetchResult, by rules: EngineRules) -> Bool {
        var other = Fetch(script, rules: rules)
        var step = other.start(now: course.start)
        for (request, answer) in zip(course.requests, course.answers) {
            guard case .send(let sent) = step, Self.isAlike(sent, request) else { return false }
            step = other.receive(answer.response, now: answer.now)
        }
        guard case .finished(let end) = step else { return false }
        return end.outcome == result.outcome && end.redirected == result.redirected && other.cache == cache
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
