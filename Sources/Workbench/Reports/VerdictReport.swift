import BrowserModel

/// A browser's verdict in JSON.
public struct VerdictReport: Codable, Sendable, Hashable {
    public var page: String
    public var serverAs: String
    public var mode: String
    public var credentials: String
    public var profile: String
    /// `resolved`, `rejected`, or `left` where a redirect went to a server that is not here.
    public var outcome: String
    /// The type and status of the Response that the page gets.
    public var type: String?
    public var status: Int?
    public var redirected: Bool
    /// What happened, in one line, and the step of the standard that decided a rejection.
    public var summary: String
    public var step: String?
    public var headers: [HeaderReport]
    public var bodyReadable: Bool
    public var preflights: [ExchangeReport]
    /// Where the engine departs from the standard and it made a difference; nil where nowhere.
    public var deviations: [String]?
    /// What the engine's console shows, and MDN's reason; nil where nothing.
    public var console: [String]?
    public var mdn: String?

    /// Whether the page's code can read one header, and why.
    public struct HeaderReport: Codable, Sendable, Hashable {
        public var name: String
        public var value: String
        public var readable: Bool
        public var reason: String
        public var step: String
    }

    /// A preflight as sent and answered.
    public struct ExchangeReport: Codable, Sendable, Hashable {
        public var request: RequestReport
        public var response: ResponseReport?
    }

    public init(_ verdict: Verdict) {
        page = verdict.settings.page
        serverAs = verdict.settings.serverAs
        mode = verdict.settings.mode.rawValue
        credentials = verdict.settings.credentials.rawValue
        profile = verdict.settings.profile.rawValue
        summary = verdict.summary
        redirected = verdict.result?.redirected ?? false
        bodyReadable = verdict.result?.isBodyReadable ?? false
        switch verdict.result?.outcome {
        case .resolved(let type, let status, _, _):
            outcome = "resolved"
            self.type = type.rawValue
            self.status = status
        case .rejected(let failure):
            outcome = "rejected"
            step = failure.step
            mdn = failure.mdnReason?.title
        case nil: outcome = "left"
        }
        headers = (verdict.result?.headers ?? []).map {
            HeaderReport(name: $0.name, value: $0.value, readable: $0.isReadable, reason: $0.reason.words, step: $0.reason.step)
        }
        if !verdict.deviations.isEmpty { deviations = verdict.deviations.map { "\($0.rawValue): \($0.sentence)" } }
        if let messages = verdict.result?.console, !messages.isEmpty { console = messages.map(\.text) }
        preflights = verdict.preflights.map {
            ExchangeReport(request: RequestReport($0.request), response: $0.response.map(ResponseReport.init))
        }
    }
}
