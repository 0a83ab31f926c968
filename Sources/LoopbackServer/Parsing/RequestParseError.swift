/// Why bytes from a client are not a request; each ends the connection.
enum RequestParseError: Error, Hashable, Sendable {
    case invalidMethod
    case invalidTarget
    case invalidProtocol
    case invalidHeader
    case invalidContentLength
    case invalidTransferEncoding
    case invalidChunk
    /// The head is longer than the server's bound.
    case headTooLarge
    /// The body is longer than the server's bound.
    case bodyTooLarge
}
