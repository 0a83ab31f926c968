import BrowserModel
import HTTPMessages

/// Plays scenarios against the browser model, with the canned answers in place of servers.
public struct ScenarioRunner: Sendable {
    public let profile: EngineProfile

    public init(profile: EngineProfile) { self.profile = profile }

    /// Why a scenario cannot be played.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case invalid(id: String, field: String, value: String)

        public var description: String {
            switch self {
            case .invalid(let id, let field, let value): "scenario \(id): \(field) cannot be \"\(value)\""
            }
        }
    }

    /// The result of a scenario and of its further steps.
    public func run(_ scenario: Scenario) throws(Problem) -> ScenarioResult {
        var cache = PreflightCache()
        var now = 0
        var result = try step(scenario, Situation(scenario), cache: &cache, now: now)
        result.id = scenario.id
        guard let further = scenario.then else { return result }
        var situation = Situation(scenario)
        var results: [ScenarioResult] = []
        for next in further {
            now += next.delayMs ?? 0
            situation.apply(next)
            results.append(try step(scenario, situation, cache: &cache, now: now))
        }
        result.then = results
        return result
    }

    private struct Situation {
        var request: Scenario.Request
        var server: Scenario.Hop
        var pageScheme: String
        var origin: String
        var baseURL: String
        var url: String

        init(_ scenario: Scenario) {
            request = scenario.request
            server = scenario.server
            pageScheme = scenario.pageScheme ?? scenario.scheme ?? "http"
            origin = scenario.origin
            baseURL = scenario.url
            url = scenario.url
        }

        mutating func apply(_ step: Scenario.Step) {
            if let request = step.request { self.request = request }
            if let server = step.server { self.server = server }
            if let scheme = step.pageScheme { pageScheme = scheme }
            if let origin = step.origin ?? step.page.map({ Self.origin(of: $0, scheme: pageScheme) }) { self.origin = origin }
            url = step.url ?? baseURL + (step.query.map { $0.hasPrefix("?") ? $0 : "?" + $0 } ?? "")
        }

        /// The origin that a page of that relation sends, on the hosts of the truth tables.
        private static func origin(of page: String, scheme: String) -> String {
            switch page {
            case "same-origin": "\(scheme)://api.shop.example"
            case "same-site-cross-origin": "\(scheme)://app.shop.example"
            case "same-host-cross-port": "\(scheme)://api.shop.example:" + (scheme == "http" ? "8080" : "8443")
            case "opaque": "null"
            default: "\(scheme)://www.other.example"
            }
        }
    }

    private func step(
        _ scenario: Scenario, _ situation: Situation, cache: inout PreflightCache, now: Int
    ) throws(Problem) -> ScenarioResult {
        guard let origin = WebOrigin(situation.origin) else {
            throw .invalid(id: scenario.id, field: "origin", value: situation.origin)
        }
        guard let url = WebURL(situation.url) else { throw .invalid(id: scenario.id, field: "url", value: situation.url) }
        let options = try options(situation.request, id: scenario.id)
        let page = Page(origin: origin, isSecure: situation.pageScheme == "https")
        var fetch = Fetch(url, options, page: page, profile: profile, cache: cache)
        var result = ScenarioResult()
        var next = fetch.start(now: now)
        while case .send(let request) = next {
            let reply = Self.reply(to: request, in: situation.server)
            result.reached.append(Self.reached(request, answered: reply?.status))
            next = fetch.receive(reply, now: now)
        }
        cache = fetch.cache
        if case .finished(let end) = next { Self.fill(&result, from: end, profile: profile) }
        return result
    }

    private func options(_ request: Scenario.Request, id: String) throws(Problem) -> FetchInit {
        guard let mode = FetchInit.Mode(rawValue: request.mode) else { throw .invalid(id: id, field: "mode", value: request.mode) }
        guard let credentials = FetchInit.Credentials(rawValue: request.credentials) else {
            throw .invalid(id: id, field: "credentials", value: request.credentials)
        }
        guard let redirect = FetchInit.Redirect(rawValue: request.redirect) else {
            throw .invalid(id: id, field: "redirect", value: request.redirect)
        }
        let headers = request.headers.filter { $0.count == 2 }.map { Header($0[0], bytes: $0[1].latin1Bytes ?? Array($0[1].utf8)) }
        return FetchInit(
            method: request.method, headers: headers, body: request.body.map { Array($0.utf8) }, mode: mode, credentials: credentials,
            redirect: redirect)
    }

    private static func reply(to request: OutgoingRequest, in server: Scenario.Hop) -> HTTPResponse? {
        var hop: Scenario.Hop? = server
        for _ in 0..<position(of: request.url) { hop = hop?.next }
        guard let reply = request.kind == .preflight ? hop?.preflight : hop?.actual else { return nil }
        return HTTPResponse(
            status: reply.status, headers: HeaderList(report: reply.headers), body: Array((reply.body ?? "").utf8))
    }

    /// Which server of the chain a URL names: its path ends in `.1`, `.2`, … from the second on.
    private static func position(of url: WebURL) -> Int {
        guard let dot = url.path.lastIndex(of: ".") else { return 0 }
        return Int(url.path[url.path.index(after: dot)...]) ?? 0
    }

    private static func reached(_ request: OutgoingRequest, answered: Int?) -> ScenarioResult.Reached {
        ScenarioResult.Reached(
            hop: request.hop, kind: request.kind.rawValue, method: request.method, url: request.url.text,
            headers: request.headers.map { [$0.name, $0.text] }, answered: answered)
    }

    private static func fill(_ result: inout ScenarioResult, from end: FetchResult, profile: EngineProfile) {
        switch end.outcome {
        case .resolved(let type, let status, let headers, let body):
            result.type = type.rawValue
            result.status = status
            result.redirected = end.redirected && type != .opaque && type != .opaqueRedirect
            result.headers = headers.map { [$0.name, $0.text] }
            result.body = ScenarioResult.Body(present: end.isBodyReadable, text: String(decoding: body, as: UTF8.self))
        case .rejected(let failure):
            result.outcome = "rejected"
            if case .request = failure { result.rejectedAt = "request" } else { result.rejectedAt = "fetch" }
            let message = profile == .firefox ? "NetworkError when attempting to fetch resource." : "Failed to fetch"
            result.error = ScenarioResult.Thrown(name: "TypeError", message: message)
        }
    }
}
