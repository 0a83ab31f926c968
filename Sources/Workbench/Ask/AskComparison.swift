import BrowserModel
import HTTPMessages
import ResponsePipeline

/// Model and browser side by side: the model is given the answers that the browser got.
public struct AskComparison: Encodable, Sendable {
    /// One thing that both say something about.
    public struct Row: Encodable, Sendable, Hashable {
        public enum State: String, Encodable, Sendable {
            case same, differs
            /// The model cannot know: a redirect left for a server that is not here.
            case unknown
        }
        public var name: String
        public var model: String
        public var browser: String
        public var state: State
    }

    public let question: AskQuestion
    /// The page's origin as its requests say it, and that of the server.
    public let page: String
    public let server: String
    public let userAgent: String
    public let profile: EngineProfile
    public let rows: [Row]
    public let browser: AskReport
    /// Names and values that the model says JavaScript can read.
    public let modelHeaders: [[String]]
    /// What the model makes of the browser's own exchanges.
    public let verdict: Verdict

    private enum CodingKeys: String, CodingKey { case question, page, server, userAgent, profile, rows, browser, modelHeaders }

    public var differences: [Row] { rows.filter { $0.state == .differs } }

    /// One line for people.
    public var summary: String {
        let differing = differences.count
        if differing > 0 { return "model and browser differ in \(differing) point\(differing == 1 ? "" : "s")" }
        return rows.contains { $0.state == .unknown } ? "the model cannot follow the browser to another server" : "model and browser agree"
    }

    /// Compares a report with the model.
    ///
    /// - Parameters:
    ///   - messages: the browser's requests to the embedded server and their answers, in order.
    ///   - cache: the preflights that the browser may remember; filled with those of this fetch.
    ///   - now: milliseconds on the caller's clock.
    /// - Throws: `BrowserSettings.Problem` where an origin is none.
    public init(
        _ question: AskQuestion, report: AskReport, messages: [Exchange], page: String, server: String, aliases: Set<String>,
        userAgent: String, cache: inout PreflightCache, now: Int
    ) throws {
        let settings = BrowserSettings(
            page: page, serverAs: server, mode: question.mode, credentials: question.credentials, redirect: question.redirect,
            profile: EngineProfile(userAgent: userAgent))
        let jar = try Self.jar(report.cookieBefore, settings, now)
        let remembering = try Self.predict(question, settings, aliases, messages, cache, jar, now)
        // A browser may forget a preflight at any time, so that a new one is as right as none.
        let forgetful = try Self.predict(question, settings, aliases, messages, PreflightCache(), jar, now)
        let sent = messages.map { Self.words($0.request) }
        let (verdict, newCache) = remembering.verdict.messages.map { Self.words($0.request) } == sent ? remembering : forgetful
        cache = newCache
        self.question = question
        self.page = page
        self.server = server
        self.userAgent = userAgent
        profile = settings.profile
        browser = report
        self.verdict = verdict
        let cookie = verdict.jar?.documentCookie(in: try settings.makePage(), now: now)
        let rows = AskRows(verdict: verdict, report: report, cookie: cookie)
        modelHeaders = rows.modelHeaders
        self.rows = rows.all(sent: sent, expected: verdict.messages.map { Self.words($0.request) })
    }

    /// A jar with what the page saw of the browser's cookies before; their attributes cannot be seen.
    private static func jar(_ cookies: String?, _ settings: BrowserSettings, _ now: Int) throws -> CookieJar {
        var jar = CookieJar(profile: settings.profile)
        let page = try settings.makePage()
        guard let url = WebURL(page.address), let cookies, !cookies.isEmpty else { return jar }
        for pair in cookies.split(separator: ";") {
            jar.store(Array("\(pair.drop { $0 == " " }); Path=/".utf8), from: CookieAccess(url: url, page: page), now: now)
        }
        return jar
    }

    /// Plays the fetch in the model; the answers are those that the browser got, each used once.
    private static func predict(
        _ question: AskQuestion, _ settings: BrowserSettings, _ aliases: Set<String>, _ messages: [Exchange], _ cache: PreflightCache,
        _ jar: CookieJar, _ now: Int
    ) throws -> (verdict: Verdict, cache: PreflightCache) {
        var visit = try BrowserVisit(
            question.request, settings: settings, aliases: Set(aliases.compactMap { WebOrigin($0) }), cache: cache, jar: jar)
        var rest = messages[...]
        var step = visit.start(now: now)
        while true {
            switch step {
            case .finished(let verdict): return (verdict, visit.cache)
            case .send(let request):
                let index = rest.firstIndex { $0.request.method == request.method && $0.request.target == request.target }
                let response = index.map { rest[$0].response }
                if let index { rest = rest[(index + 1)...] }
                step = visit.receive(response, now: now)
            }
        }
    }

    /// A request in the words that matter here: method, place, origin, and what a preflight asks for.
    private static func words(_ request: HTTPRequest) -> String {
        var words = ["\(request.method) \(request.headers["host"] ?? "")\(request.target)"]
        if let origin = request.headers["origin"] { words.append("origin \(origin)") }
        if let method = request.headers["access-control-request-method"] { words.append("asks for \(method)") }
        if let names = request.headers["access-control-request-headers"] { words.append("with \(names)") }
        return words.joined(separator: ", ")
    }
}
