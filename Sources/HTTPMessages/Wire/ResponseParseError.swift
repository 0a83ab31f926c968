/// Why bytes from a server are not a response.
public enum ResponseParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing came before the connection ended.
    case empty
    /// The connection ended inside the head or inside a body of announced length.
    case incomplete
    case malformedStatusLine(String)
    case malformedHeaderLine(String)
    case malformedLength(String)
    case malformedChunk
    /// The head or the body is longer than the given bound, in bytes.
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .empty: "The server closed the connection without sending a byte."
        case .incomplete: "The server closed the connection in the middle of its answer."
        case .malformedStatusLine(let line): "The answer's first line is no HTTP/1 status line: \(line.visible)"
        case .malformedHeaderLine(let line): "The answer has a header line without a colon: \(line.visible)"
        case .malformedLength(let value): "The answer's content-length is no number: \(value.visible)"
        case .malformedChunk: "The answer's chunked body is malformed."
        case .tooLarge(let limit): "The answer is longer than \(limit) bytes."
        }
    }
}
