import BrowserModel

/// What a browser did in a scenario, in the schema of the truth tables; fields that a model cannot know are left out.
public struct ScenarioResult: Encodable, Sendable {
    public var id: String?
    public var reached: [Reached] = []
    public var outcome = "resolved"
    public var rejectedAt: String?
    public var error: Thrown?
    public var type: String?
    public var status: Int?
    public var redirected: Bool?
    public var url: String?
    public var headers: [[String]]?
    public var body: Body?
    /// Nil where the page may not ask.
    public var documentCookie: String?
    /// The whole jar afterwards, where the scenario is about cookies.
    public var cookiesStored: [StoredCookie]?
    public var devtools: DevTools?
    /// Where the engine departs from the standard and it made a difference; nil where nobody asked.
    public var deviations: [Departure]?
    public var then: [ScenarioResult]?

    private enum CodingKeys: String, CodingKey {
        case id, reached, outcome, error, type, status, redirected, url, headers, body, then, devtools, deviations
        case rejectedAt = "rejected_at"
        case documentCookie = "document_cookie"
        case cookiesStored = "cookies_stored"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(id, forKey: .id)
        try container.encode(reached, forKey: .reached)
        try container.encode(outcome, forKey: .outcome)
        try container.encodeIfPresent(rejectedAt, forKey: .rejectedAt)
        try container.encodeIfPresent(error, forKey: .error)
        try container.encodeIfPresent(type, forKey: .type)
        try container.encodeIfPresent(status, forKey: .status)
        try container.encodeIfPresent(redirected, forKey: .redirected)
        try container.encodeIfPresent(url, forKey: .url)
        try container.encodeIfPresent(headers, forKey: .headers)
        try container.encodeIfPresent(body, forKey: .body)
        try container.encode(documentCookie, forKey: .documentCookie)
        try container.encodeIfPresent(cookiesStored, forKey: .cookiesStored)
        try container.encodeIfPresent(devtools, forKey: .devtools)
        try container.encodeIfPresent(deviations, forKey: .deviations)
        try container.encodeIfPresent(then, forKey: .then)
    }

    /// A departure from the standard: its name, and what the engine does.
    public struct Departure: Encodable, Sendable {
        public var name: String
        public var words: String

        init(_ deviation: EngineProfile.Deviation) {
            name = deviation.rawValue
            words = deviation.sentence
        }
    }

    /// A request that a server saw.
    public struct Reached: Encodable, Sendable {
        public var hop: Int
        public var kind: String
        public var method: String
        public var url: String
        public var headers: [[String]]
        /// The status, or nil where the connection was closed.
        public var answered: Int?

        private enum CodingKeys: String, CodingKey { case hop, kind, method, url, headers, answered }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(hop, forKey: .hop)
            try container.encode(kind, forKey: .kind)
            try container.encode(method, forKey: .method)
            try container.encode(url, forKey: .url)
            try container.encode(headers, forKey: .headers)
            try container.encode(answered, forKey: .answered)
        }
    }

    /// The error that a promise was rejected with.
    public struct Thrown: Encodable, Sendable {
        public var name: String
        public var message: String
    }

    /// A body as a page reads it.
    public struct Body: Encodable, Sendable {
        public var present: Bool
        public var text: String
    }

    /// A cookie of the jar.
    public struct StoredCookie: Encodable, Sendable {
        public var name: String
        public var value: String
        public var domain: String
        public var path: String
        public var session: Bool
        public var httpOnly: Bool
        public var secure: Bool
        public var sameSite: String?
        public var partition: Partition?
        /// Seconds from now, rounded to tens; nil for a cookie of the session.
        public var lifetime: Int?

        private enum CodingKeys: String, CodingKey {
            case name, value, domain, path, session, httpOnly, secure, sameSite, partition
            case lifetime = "lifetime_s"
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(value, forKey: .value)
            try container.encode(domain, forKey: .domain)
            try container.encode(path, forKey: .path)
            try container.encode(session, forKey: .session)
            try container.encode(httpOnly, forKey: .httpOnly)
            try container.encode(secure, forKey: .secure)
            try container.encode(sameSite, forKey: .sameSite)
            try container.encode(partition, forKey: .partition)
            try container.encode(lifetime, forKey: .lifetime)
        }
    }

    /// The compartment of a cookie, in the way of the browser whose profile it is.
    public enum Partition: Encodable, Sendable {
        case chromium(topLevelSite: String, hasCrossSiteAncestor: Bool)
        case firefox(String)

        private enum CodingKeys: String, CodingKey { case topLevelSite, hasCrossSiteAncestor }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .firefox(let text):
                var container = encoder.singleValueContainer()
                try container.encode(text)
            case .chromium(let site, let hasAncestor):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(site, forKey: .topLevelSite)
                try container.encode(hasAncestor, forKey: .hasCrossSiteAncestor)
            }
        }
    }

    /// What the browser's tools tell.
    public struct DevTools: Encodable, Sendable {
        public var console: [ConsoleLine] = []
        /// Chromium: lines that were refused, and its reasons.
        public var setCookieBlocked: [BlockedLine]?
        /// Chromium: each cookie of a request, and its reasons not to send it.
        public var requestCookies: [RequestCookie]?

        private enum CodingKeys: String, CodingKey {
            case console
            case setCookieBlocked = "set_cookie_blocked"
            case requestCookies = "request_cookies"
        }
    }

    /// A message: Chromium's text, or Firefox's category and text.
    public enum ConsoleLine: Encodable, Sendable, Equatable {
        case text(String)
        case categorised(String, String)

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .categorised(let category, let text): try container.encode([category, text])
            }
        }
    }

    /// A Set-Cookie line that Chromium refused.
    public struct BlockedLine: Encodable, Sendable {
        public var line: String
        public var reasons: [String]
    }

    /// A cookie that Chromium had for a request.
    public struct RequestCookie: Encodable, Sendable {
        public var hop: Int
        public var name: String
        public var blocked: [String]
    }
}
