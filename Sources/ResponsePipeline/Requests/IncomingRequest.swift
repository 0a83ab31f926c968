import HTTPMessages

/// A request as the server hands it over: its body may still be on its way.
public struct IncomingRequest: Sendable {
    public var request: HTTPRequest
    public var client: (host: String, port: Int)
    /// The address that the server listens on, for requests without a Host header.
    public var server: (host: String, port: Int)
    /// ASGI's `http_version`.
    public var httpVersion: String
    /// Waits for the whole body, and gives nil where the client left; absent where `request.body` is the body.
    ///
    /// It is called when the application first reads the body, as uvicorn lets a client that waits for `100 Continue` send it then.
    public var body: (@Sendable () async -> [UInt8]?)?
    /// Lets such a client send the body, which nobody waits for; absent where `body` is.
    public var listen: (@Sendable () -> Void)?

    public init(_ request: HTTPRequest, client: (host: String, port: Int), server: (host: String, port: Int)) {
        self.request = request
        self.client = client
        self.server = server
        httpVersion = "1.\(request.minorVersion)"
    }
}
