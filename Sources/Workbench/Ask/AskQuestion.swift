import BrowserModel
import HTTPMessages

/// What a real browser is asked: one `fetch()` of our page against the embedded server.
public struct AskQuestion: Codable, Sendable, Hashable {
    public var method: String
    /// Path and query.
    public var target: String
    /// `[name, value]` as the page passes them; values are Latin-1 texts.
    public var headers: [[String]]
    /// Nil where `fetch()` gets no body.
    public var body: String?
    public var credentials: FetchInit.Credentials
    public var mode: FetchInit.Mode
    public var redirect: FetchInit.Redirect

    public init(
        method: String = "GET", target: String = "/", headers: [[String]] = [], body: String? = nil,
        credentials: FetchInit.Credentials = .sameOrigin, mode: FetchInit.Mode = .cors, redirect: FetchInit.Redirect = .follow
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.credentials = credentials
        self.mode = mode
        self.redirect = redirect
    }

    /// The question that a request is, asked with the settings' credentials, mode and redirect mode.
    ///
    /// What a page leaves to the browser (Host, Content-Length) is left out.
    public init(_ request: HTTPRequest, settings: BrowserSettings) {
        let own = request.headers.filter { !["host", "content-length"].contains($0.name.asciiLowercased) }
        self.init(
            method: request.method, target: request.target, headers: own.map { [$0.name, $0.text] },
            body: request.body.isEmpty ? nil : String(decoding: request.body, as: UTF8.self), credentials: settings.credentials,
            mode: settings.mode, redirect: settings.redirect)
    }

    /// The request as `BrowserVisit` takes it.
    var request: HTTPRequest {
        HTTPRequest(
            method: method, target: target,
            headers: HeaderList(headers.filter { $0.count == 2 }.map { Header($0[0], bytes: $0[1].latin1Bytes ?? Array($0[1].utf8)) }),
            body: Array((body ?? "").utf8))
    }

    /// `GET /dogs/3`, for titles.
    public var title: String { "\(method) \(target)" }
}

/// What the JavaScript of our page saw.
public struct AskReport: Codable, Sendable, Hashable {
    public enum Outcome: String, Codable, Sendable { case resolved, rejected, timeout }

    /// What `fetch()`, the Request constructor or reading the body threw.
    public struct Thrown: Codable, Sendable, Hashable {
        public var name: String
        public var message: String
    }

    public var outcome: Outcome
    public var error: Thrown?
    /// Of the Response; nil where there is none.
    public var type: String?
    public var status: Int?
    public var redirected: Bool?
    /// `headers.entries()`.
    public var headers: [[String]]
    /// What `text()` gave, its first 10 000 UTF-16 units; nil where it threw.
    public var body: String?
    /// `document.cookie` before and after; nil where the page may not read it.
    public var cookieBefore: String?
    public var cookieAfter: String?

    /// How much of a body is compared, in UTF-16 units.
    static let bodyLimit = 10_000
}

extension EngineProfile {
    /// The profile of the browser that calls itself so (`navigator.userAgent`); the standard's where it is neither's engine.
    public init(userAgent: String) {
        if userAgent.contains("Firefox/") {
            self = .firefox
        } else if userAgent.contains("Chrome/") {
            self = .chromium
        } else {
            self = .standard
        }
    }
}
