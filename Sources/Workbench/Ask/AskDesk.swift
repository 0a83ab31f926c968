import BrowserModel
import FoundationEssentials
import HTTPMessages
import ResponsePipeline

/// The small server behind *ask my browser*: hands out our page, and takes its report against a one-time token.
///
/// A pure state machine: requests, observed exchanges, random numbers and the time are handed in.
public struct AskDesk: Sendable {
    /// A reply to the page, and what its report came to, if it brought one.
    public struct Reply: Sendable {
        public var response: HTTPResponse
        public var comparison: AskComparison?
        /// The exchange behind the comparison's verdict, with its trace.
        public var exchange: Exchange?
    }

    /// The fetch that the page starts with, and others to choose from.
    public var question = AskQuestion()
    public var operations: [AskQuestion] = []
    /// The port that the page is served on.
    public var port = 0
    /// The embedded server's port and host.
    private let serverHost: String
    private let serverPort: Int
    private let random: @Sendable () -> UInt64
    private var tokens: [String] = []
    private var caches: [EngineProfile: PreflightCache] = [:]
    private var pending: Pending?

    /// A question that a page has begun to ask the server.
    private struct Pending: Sendable {
        var token: String
        var question: AskQuestion
        var userAgent: String
        var messages: [Exchange] = []
    }

    /// A desk beside an embedded server; `random` gives the tokens' bits and must not be guessable.
    public init(serverHost: String, serverPort: Int, random: @escaping @Sendable () -> UInt64) {
        self.serverHost = serverHost == "0.0.0.0" || serverHost == "::" ? "127.0.0.1" : serverHost
        self.serverPort = serverPort
        self.random = random
    }

    /// The embedded server's origin as the page calls it.
    public var serverOrigin: String { "http://\(serverHost.contains(":") ? "[\(serverHost)]" : serverHost):\(serverPort)" }

    /// A page's address with a token of its own, good for one report; `runs` asks as soon as the page is there.
    public mutating func address(runs: Bool = false) -> String {
        "http://127.0.0.1:\(port)/?token=\(issueToken())" + (runs ? "&run=1" : "")
    }

    private mutating func issueToken() -> String {
        let token = (0..<2).map { _ in Self.hexadecimal(random()) }.joined()
        tokens = tokens.suffix(15) + [token]
        return token
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    // MARK: The embedded server's exchanges

    /// Takes note of an exchange with the embedded server; only those of the browser that is asking now count.
    public mutating func observe(_ exchange: Exchange) {
        guard let pending, exchange.request.headers["user-agent"] == pending.userAgent, pending.messages.count < 64,
            ["empty", nil].contains(exchange.request.headers["sec-fetch-dest"])
        else { return }
        self.pending?.messages.append(exchange)
    }

    // MARK: The page's requests

    /// Answers a request to the page's own origin; `now` is in milliseconds.
    public mutating func respond(to request: HTTPRequest, now: Int) -> Reply {
        // Another name that resolves to this address would be another site's page (DNS rebinding).
        guard let host = request.headers["host"], hosts.contains(host) else { return Self.refusal(421, "this is not my name") }
        switch (request.method, request.path) {
        case ("GET", "/"): return page(request)
        case ("POST", "/start"): return withMessage(request, AskMessage.Start.self) { desk, start in desk.start(start, request) }
        case ("POST", "/report"):
            return withMessage(request, AskMessage.Report.self) { desk, report in desk.report(report, request, now) }
        default: return Self.refusal(404, "there is nothing here")
        }
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    private func page(_ request: HTTPRequest) -> Reply {
        let query = Self.query(request.query)
        guard let token = query["token"], tokens.contains(token) else {
            return Reply(response: AskPage.refusal)
        }
        let page = AskPage(
            token: token, nonce: Self.hexadecimal(random()), server: serverOrigin, question: question, operations: operations,
            isSandboxed: query["page"] == "null", runs: query["run"] == "1")
        return Reply(response: page.response)
    }

    private static func query(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(pairs.map { ($0[0], $0.count == 2 ? $0[1] : "") }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func start(_ start: AskMessage.Start, _ request: HTTPRequest) -> Reply {
        pending = Pending(token: start.token, question: start.question, userAgent: request.headers["user-agent"] ?? "")
        return Self.reply(AskMessage.Begun(), to: request)
    }

    private mutating func report(_ report: AskMessage.Report, _ request: HTTPRequest, _ now: Int) -> Reply {
        guard let asked = pending, asked.token == report.token else { return Self.refusal(409, "no question was begun with this token") }
        pending = nil
        tokens.removeAll { $0 == report.token }
        let profile = EngineProfile(userAgent: asked.userAgent)
        do {
            let comparison = try AskComparison(
                asked.question, report: report.saw, messages: asked.messages, page: request.headers["origin"] ?? "", server: serverOrigin,
                aliases: ["http://127.0.0.1:\(serverPort)", "http://localhost:\(serverPort)"], userAgent: asked.userAgent,
                cache: &caches[profile, default: PreflightCache()], now: now)
            var reply = Self.reply(
                AskMessage.Compared(token: issueToken(), summary: comparison.summary, rows: comparison.rows), to: request)
            reply.comparison = comparison
            reply.exchange = asked.messages.last
            return reply
        } catch {
            return Self.refusal(400, "\(error)")
        }
    }

    /// Reads a message of the page, and refuses those without a token that is still good or from another origin.
    private mutating func withMessage<Message: AskMessage.Authorized>(
        _ request: HTTPRequest, _ type: Message.Type, _ answer: (inout AskDesk, Message) -> Reply
    ) -> Reply {
        let origin = request.headers["origin"]
        guard origin == "null" || hosts.contains(where: { origin == "http://\($0)" }) else {
            return Self.refusal(403, "only the page itself may report")
        }
        guard let message = try? JSONDecoder().decode(Message.self, from: Data(request.body)) else {
            return Self.refusal(400, "this is no message of the page", to: request)
        }
        guard tokens.contains(message.token) else {
            return Self.refusal(403, "this token was used, or is none; take the address that headroom shows now", to: request)
        }
        return answer(&self, message)
    }

    // MARK: Replies

    private static func refusal(_ status: Int, _ problem: String, to request: HTTPRequest? = nil) -> Reply {
        reply(AskMessage.Refused(problem: problem), status: status, to: request)
    }

    private static func reply(_ value: some Encodable, status: Int = 200, to request: HTTPRequest?) -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(value)).map(Array.init) ?? []
        var headers: HeaderList = ["content-type": "application/json", "cache-control": "no-store", "content-length": String(body.count)]
        // The sandboxed page is of an opaque origin, so that even its own server is another origin to it.
        if request?.headers["origin"] == "null" { headers.append("access-control-allow-origin", "null") }
        return Reply(response: HTTPResponse(status: status, headers: headers, body: body))
    }
}
