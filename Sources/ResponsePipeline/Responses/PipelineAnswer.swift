import HTTPMessages
import Python

/// What the application sends for a request, in ASGI's terms.
public struct PipelineAnswer {
    /// One message to the server.
    public enum Event: Sendable {
        case start(status: Int, headers: HeaderList)
        case body([UInt8], more: Bool)
    }

    public var events: [Event]
    public var trace: Trace
    /// The exception that left the application, for the server's log; the server then closes the connection.
    public var failure: String?
}
