import HTTPMessages

/// A request as the server read it, with what an ASGI scope says about its connection.
///
/// Header names are in lower case, as ASGI hands them over; values keep their bytes, trailing blanks included.
/// `request.target` is path and query without fragment, scheme and server.
public struct ServerRequest: Sendable {
    /// The request; its body is empty until it was read (`ResponseWriter.readBody`, `Responder.whole`).
    public var request: HTTPRequest
    public var clientHost: String
    public var clientPort: Int
    public var serverHost: String
    public var serverPort: Int
    /// The target as it was sent, also in absolute form or with a fragment.
    public var rawTarget: String
    /// ASGI's `http_version`: `1.1`, `1.0`, or rarely `0.9` and `2.0`.
    public var httpVersion: String
    /// Whether the connection stays open after the answer, unless the answer says `connection: close`.
    public var keepsAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the body.
    public var expectsContinue: Bool
    /// Whether a body of at least one byte was announced.
    public var hasBody: Bool

    /// A request with the addresses of a connection; `httpVersion` follows from the request's minor version.
    public init(
        request: HTTPRequest, clientHost: String = "127.0.0.1", clientPort: Int = 0, serverHost: String = "127.0.0.1", serverPort: Int = 0
    ) {
        self.request = request
        self.clientHost = clientHost
        self.clientPort = clientPort
        self.serverHost = serverHost
        self.serverPort = serverPort
        rawTarget = request.target
        httpVersion = request.minorVersion == 0 ? "1.0" : "1.1"
        keepsAlive = request.minorVersion == 1
        expectsContinue = false
        hasBody = !request.body.isEmpty
    }
}
