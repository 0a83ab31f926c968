/// A recorded situation for a browser: a page, what it fetches, and what the servers answer; in the schema of the truth tables.
public struct Scenario: Decodable, Sendable {
    public var id: String
    public var page: String
    public var scheme: String?
    public var pageScheme: String?
    public var request: Request
    public var server: Hop
    /// Further fetches of the same URL.
    public var then: [Step]?
    public var url: String
    /// What the page sends as Origin.
    public var origin: String

    private enum CodingKeys: String, CodingKey {
        case id, page, scheme, request, server, then, url, origin
        case pageScheme = "page_scheme"
    }

    /// What the page passes to `fetch()`.
    public struct Request: Decodable, Sendable {
        public var method: String
        public var headers: [[String]]
        public var mode: String
        public var credentials: String
        public var redirect: String
        public var body: String?
    }

    /// A canned answer.
    public struct Reply: Decodable, Sendable {
        public var status: Int
        public var headers: [[String]]
        public var body: String?
    }

    /// A server: how it answers a preflight and everything else (nil: it closes the connection), and the next one in a chain of redirects.
    public final class Hop: Decodable, Sendable {
        public let preflight: Reply?
        public let actual: Reply?
        public let next: Hop?
    }

    /// One more fetch; what it leaves out is as before.
    public struct Step: Decodable, Sendable {
        public var delayMs: Int?
        public var request: Request?
        public var server: Hop?
        public var page: String?
        public var pageScheme: String?
        public var query: String?
        public var url: String?
        public var origin: String?

        private enum CodingKeys: String, CodingKey {
            case request, server, page, query, url, origin
            case delayMs = "delay_ms"
            case pageScheme = "page_scheme"
        }
    }
}
