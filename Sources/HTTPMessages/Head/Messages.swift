/// A request as it crosses the wire: `target` is the request target as sent (path and query, percent-encoded).
public struct HTTPRequest: Sendable, Hashable {
    public var method: String
    public var target: String
    public var headers: HeaderList
    public var body: [UInt8]
    /// The minor version of HTTP/1, 0 or 1.
    public var minorVersion: Int

    public init(method: String = "GET", target: String = "/", headers: HeaderList = [:], body: [UInt8] = [], minorVersion: Int = 1) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.minorVersion = minorVersion
    }

    /// The target up to the first `?`.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The target after the first `?`, or an empty text.
    public var query: String {
        guard let mark = target.firstIndex(of: "?") else { return "" }
        return String(target[target.index(after: mark)...])
    }
}

/// A response as it crosses the wire; the body is whole and without transfer coding.
public struct HTTPResponse: Sendable, Hashable {
    public var status: Int
    public var reason: String
    public var headers: HeaderList
    public var body: [UInt8]

    /// A response; without `reason` the phrase that uvicorn writes for that status.
    public init(status: Int = 200, reason: String? = nil, headers: HeaderList = [:], body: [UInt8] = []) {
        self.status = status
        self.reason = reason ?? StatusPhrase.of(status)
        self.headers = headers
        self.body = body
    }
}
