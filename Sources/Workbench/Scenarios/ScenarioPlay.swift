import BrowserModel
import HTTPMessages

/// A scenario being played: its browser's preflight cache and cookie jar, and the time.
struct ScenarioPlay {
    private let scenario: Scenario
    private var cache = PreflightCache()
    private var jar: CookieJar
    /// Milliseconds since 1970.
    private var now: Int

    /// Begins with a jar that holds what the scenario asks for: see `jar(_:holding:now:)`.
    init(_ scenario: Scenario, jar: CookieJar, now: Int) {
        self.scenario = scenario
        self.jar = jar
        self.now = now
    }

    /// A jar with cookies that the api host set on itself, over https and then over http.
    static func jar(_ empty: CookieJar, holding lines: Scenario.Jar, now: Int) -> CookieJar {
        var jar = empty
        for (scheme, lines) in [("https", lines.https ?? []), ("http", lines.http ?? [])] where !lines.isEmpty {
            guard let origin = WebOrigin("\(scheme)://\(ScenarioTopology.apiHost)"), let url = WebURL(origin.serialized + "/__seed") else {
                continue
            }
            for line in lines {
                jar.store(line.latin1Bytes ?? Array(line.utf8), from: CookieAccess(url: url, page: Page(origin: origin)), now: now)
            }
        }
        return jar
    }

    /// Plays one fetch: the scenario's own where there is no step.
    mutating func step(_ step: Scenario.Step?) throws(ScenarioRunner.Problem) -> ScenarioResult {
        now += step?.delayMs ?? 0
        let page = try page(of: step)
        let address = (scenario.url ?? ScenarioTopology.url(of: scenario, hop: 0)) + query(of: step)
        guard let url = WebURL(address) else { throw problem("url", address) }
        let options = try options(step?.request ?? scenario.request)
        let server = step?.server ?? scenario.server
        var fetch = Fetch(url, options, page: page, profile: jar.profile, cache: cache, jar: jar)
        var result = ScenarioResult()
        var next = fetch.start(now: now)
        while case .send(let request) = next {
            let reply = reply(to: request, in: server)
            if isKnown(request.url) { result.reached.append(reached(request, answered: reply?.status)) }
            next = fetch.receive(reply, now: now)
        }
        cache = fetch.cache
        jar = fetch.jar ?? jar
        if case .finished(let end) = next {
            result.fill(from: end, profile: jar.profile)
            if jar.namesDeviations { result.deviations = fetch.deviations(of: end).map(ScenarioResult.Departure.init) }
        }
        result.documentCookie = jar.documentCookie(in: page, path: "/__page", now: now)
        return result
    }

    /// The whole jar as the browser's tools list it, without the seeds of a scenario that did not ask for a jar.
    var storedCookies: [ScenarioResult.StoredCookie] {
        jar.cookies.map { ScenarioResult.StoredCookie($0, profile: jar.profile, now: now) }
            .filter { scenario.jar != nil || !ScenarioTopology.seedNames.contains($0.name) }
            .sorted { ($0.domain, $0.path, $0.name, $0.partitionKey) < ($1.domain, $1.path, $1.name, $1.partitionKey) }
    }

    // MARK: The page

    private func page(of step: Scenario.Step?) throws(ScenarioRunner.Problem) -> Page {
        let relation = step?.page ?? scenario.page
        let scheme = (step?.page == nil ? nil : step?.pageScheme) ?? scenario.pageScheme ?? scenario.apiScheme
        guard let address = ScenarioTopology.pageOrigin(relation, scheme: scheme),
            var serialized = ScenarioTopology.serializedOrigin(relation, scheme: scheme)
        else { throw problem("page", relation) }
        if step?.page == nil, let origin = scenario.origin { serialized = origin }
        guard let origin = WebOrigin(serialized) else { throw problem("origin", serialized) }
        let path = relation == "opaque" ? "/__sandboxed" : "/__page"
        return Page(origin: origin, isSecure: scheme == "https", address: (origin == .opaque ? address : serialized) + path)
    }

    private func query(of step: Scenario.Step?) -> String {
        guard let query = step?.query, !query.isEmpty else { return "" }
        return query.hasPrefix("?") ? query : "?" + query
    }

    private func options(_ request: Scenario.Request) throws(ScenarioRunner.Problem) -> FetchInit {
        guard let mode = FetchInit.Mode(rawValue: request.mode ?? "cors") else { throw problem("mode", request.mode ?? "") }
        guard let credentials = FetchInit.Credentials(rawValue: request.credentials ?? "same-origin") else {
            throw problem("credentials", request.credentials ?? "")
        }
        guard let redirect = FetchInit.Redirect(rawValue: request.redirect ?? "follow") else {
            throw problem("redirect", request.redirect ?? "")
        }
        return FetchInit(
            method: request.method, headers: try headers(request.headers), body: request.body.map { Array($0.utf8) }, mode: mode,
            credentials: credentials, redirect: redirect)
    }

    private func headers(_ lines: [[String]]?) throws(ScenarioRunner.Problem) -> [Header] {
        var headers: [Header] = []
        for line in lines ?? [] {
            guard line.count == 2 else { throw problem("headers", line.joined(separator: ", ")) }
            headers.append(Header(line[0], bytes: line[1].latin1Bytes ?? Array(line[1].utf8)))
        }
        return headers
    }

    private func problem(_ field: String, _ value: String) -> ScenarioRunner.Problem {
        .invalid(id: scenario.id, field: field, value: value)
    }

    // MARK: The servers

    /// Whether a URL is one of the scenario's: the last part of its path is the id, from the second server on with `.1`, `.2`, ….
    private func isKnown(_ url: WebURL) -> Bool {
        let path = url.path.utf8
        let start = path.lastIndex(of: UInt8(ascii: "/")).map(path.index(after:)) ?? path.startIndex
        return path[start...].prefix { $0 != UInt8(ascii: ".") }.elementsEqual(scenario.id.utf8)
    }

    private func hop(of url: WebURL) -> Int {
        guard let dot = url.path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
        return Int(url.path[url.path.utf8.index(after: dot)...]) ?? 0
    }

    private func reply(to request: OutgoingRequest, in server: Scenario.Hop) -> HTTPResponse? {
        guard isKnown(request.url) else { return HTTPResponse(status: 404, headers: ["Content-Length": "0"]) }
        let position = hop(of: request.url)
        let server = server.chain(position)
        guard let reply = request.kind == .preflight ? server?.preflight : server?.actual else { return nil }
        let headers = (reply.headers ?? []).filter { $0.count == 2 }.map { line in
            let value = ScenarioTopology.expand(line[1], of: scenario, hop: position)
            return Header(line[0], bytes: value.latin1Bytes ?? Array(value.utf8))
        }
        let status = reply.status ?? 200
        let phrase = StatusPhrase.of(status)
        return HTTPResponse(
            status: status, reason: phrase.isEmpty ? "Status" : phrase, headers: HeaderList(headers), body: Array((reply.body ?? "").utf8))
    }

    private func reached(_ request: OutgoingRequest, answered: Int?) -> ScenarioResult.Reached {
        ScenarioResult.Reached(
            hop: hop(of: request.url), kind: request.kind.rawValue, method: request.method, url: request.url.text,
            headers: request.headers.map { [$0.name, $0.text] }, answered: answered)
    }
}
