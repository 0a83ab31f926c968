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

/// An answer on its way out through the middleware.
final class OutgoingResponse {
    var status: Int
    var headers: RawHeaders
    var chunks: [[UInt8]]
    /// Whether the body was sent piece by piece, without a known end.
    var isStream: Bool
    /// What was raised after the response, or is raised again behind an error page.
    var failure: PyError?
    /// What did not make it, for the trace.
    var dropped: [HeaderAccount] = []
    /// A sandbox limit that ended the request.
    var limit: MachineLimit?

    init(status: Int, headers: RawHeaders, chunks: [[UInt8]], isStream: Bool = false) {
        self.status = status
        self.headers = headers
        self.chunks = chunks
        self.isStream = isStream
    }

    var body: [UInt8] { chunks.count == 1 ? chunks[0] : Array(chunks.joined()) }

    /// The messages that send it.
    var events: [PipelineAnswer.Event] {
        let start = PipelineAnswer.Event.start(status: status, headers: headers.list)
        guard isStream else { return [start, .body(body, more: false)] }
        return [start] + chunks.map { .body($0, more: true) } + [.body([], more: false)]
    }
}
