/// A recorded situation for a browser: a page, what it fetches, and what the servers answer; in the schema of the truth tables.
///
/// `url` and `origin` may be left out, and header values may have placeholders such as `{{origin}}`: see `ScenarioTopology`.
public struct Scenario: Decodable, Sendable {
    public var id: String
    public var page: String
    public var scheme: String?
    public var pageScheme: String?
    public var pathPrefix: String?
    /// Cookies that the api host set on itself before; nil for the seeds.
    public var jar: Jar?
    public var request: Request
    public var server: Hop
    /// Further fetches of the same URL.
    public var then: [Step]?
    public var url: String?
    /// What the page sends as Origin.
    public var origin: String?

    private enum CodingKeys: String, CodingKey {
        case id, page, scheme, jar, request, server, then, url, origin
        case pageScheme = "page_scheme"
        case pathPrefix = "path_prefix"
    }

    /// The scheme of the server under test.
    var apiScheme: String { scheme ?? "http" }

    /// Whether an answer sets a cookie.
    var setsCookies: Bool { server.setsCookies || (then ?? []).contains { $0.server?.setsCookies ?? false } }

    /// Set-Cookie lines by the scheme over which they came; those over https first.
    public struct Jar: Decodable, Sendable {
        public var https: [String]?
        public var http: [String]?
    }

    /// What the page passes to `fetch()`.
    public struct Request: Decodable, Sendable {
        public var method: String
        public var headers: [[String]]?
        public var mode: String?
        public var credentials: String?
        public var redirect: String?
        public var body: String?
    }

    /// A canned answer.
    public struct Reply: Decodable, Sendable {
        public var status: Int?
        public var headers: [[String]]?
        public var body: String?
    }

    /// A server: how it answers a preflight and everything else (nil: it closes the connection), and the next one in a chain of redirects.
    public final class Hop: Decodable, Sendable {
        public let at: String?
        public let scheme: String?
        public let preflight: Reply?
        public let actual: Reply?
        public let next: Hop?

        /// The server so many redirects on.
        func chain(_ count: Int) -> Hop? {
            var hop: Hop? = self
            for _ in 0..<count { hop = hop?.next }
            return hop
        }

        var setsCookies: Bool {
            var hop: Hop? = self
            while let server = hop {
                let headers = (server.preflight?.headers ?? []) + (server.actual?.headers ?? [])
                if headers.contains(where: { $0.first?.lowercased().hasPrefix("set-cookie") ?? false }) { return true }
                hop = server.next
            }
            return false
        }
    }

    /// One more fetch; what it leaves out is as in the scenario.
    public struct Step: Decodable, Sendable {
        public var delayMs: Int?
        public var request: Request?
        public var server: Hop?
        public var page: String?
        public var pageScheme: String?
        public var query: String?

        private enum CodingKeys: String, CodingKey {
            case request, server, page, query
            case delayMs = "delay_ms"
            case pageScheme = "page_scheme"
        }
    }
}
