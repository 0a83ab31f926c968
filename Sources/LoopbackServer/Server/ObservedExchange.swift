import HTTPMessages

/// One exchange as it happened on a connection.
public struct ObservedExchange: Sendable {
    /// The request with its body, or nil where the bytes were no request and the server refused them itself.
    public let request: ServerRequest?
    /// Every byte sent for it, interim responses included; empty where the connection was closed without an answer.
    public let responseBytes: [UInt8]
    public let clientHost: String
    public let clientPort: Int
    /// From the request's head to the last byte of the answer.
    public let duration: Duration
    /// Whether the server closed the connection after it.
    public let closedConnection: Bool
    /// Why the application or the request failed, or nil.
    public let failure: String?

    /// The status of the final response, or nil if none was begun.
    public var status: Int? {
        var parser = ResponseParser(requestMethod: request?.request.method ?? "GET")
        _ = try? parser.append(responseBytes)
        return parser.partial?.status
    }
}
