import HTTPMessages
import Python

/// An answer on its way out through the middleware: its head, a body that is still to be read, and what runs after it.
///
/// Layers change the head first and the body runs later, as in ASGI where the start of a response passes all layers before a
/// streamed body is asked for its first piece.
final class OutgoingResponse {
    /// Where the bytes come from.
    enum Body {
        case whole([UInt8])
        case stream(BodyStream)
    }

    var status: Int
    /// The status as it was given, for the layers outside: the server is the first who wants a number.
    var givenStatus: Value?
    var headers: RawHeaders
    let body: Body
    /// The message that an application of the program started it with; layers outside see its further keys.
    var start: PyDict?
    /// Runs after the body with what the body raised, and throws what is left of it: background tasks and dependencies that go on.
    var finish: ((PyError?) async throws -> Void)?
    /// What was raised after the response started, or is raised again behind an error page.
    var failure: PyError?
    /// What did not make it, for the trace.
    var dropped: [HeaderAccount] = []
    /// A sandbox limit that ended the request.
    var limit: MachineLimit?
    /// The head as it was sent, before the body ran.
    private(set) var sentLines: [RawHeaders.Line]?
    private var sentStatus: Int?
    /// The pieces of a streamed body that were read.
    private var chunks: [[UInt8]] = []
    private var isEnded = false
    private var isHeadRefused = false
    /// Whether nothing is sent at all.
    private(set) var isMissing = false
    /// Whether all of it went out already, to the middleware of the program around.
    private(set) var isSent = false

    init(status: Int, headers: RawHeaders, body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    convenience init(status: Int, headers: RawHeaders, bytes: [UInt8]) {
        self.init(status: status, headers: headers, body: .whole(bytes))
    }

    /// The status with which a layer outside sees it start.
    var statusValue: Value { givenStatus ?? .int(status) }

    /// Whether the message that started it has no headers, and no layer added one since.
    var lacksHeaders: Bool { start.map { $0["headers"] == nil && headers.lines.isEmpty } ?? false }

    /// The answer of an application that sent nothing; the server answers in its place.
    static func missing() -> OutgoingResponse {
        let made = OutgoingResponse(status: 500, headers: RawHeaders(), bytes: [])
        made.isMissing = true
        return made
    }

    /// What an application sent itself to the middleware around it.
    static func sent() -> OutgoingResponse {
        let made = OutgoingResponse(status: 200, headers: RawHeaders(), bytes: [])
        made.isSent = true
        return made
    }

    /// Reads the body and runs what comes after it, as the server's `send` makes the application do; what the server cannot send raises
    /// where the application sends it.
    func complete(_ server: ServerSend) async {
        sentLines = headers.lines
        sentStatus = status
        var raised: PyError?
        do {
            try await send(to: server)
        } catch let error as PyError {
            raised = error
        } catch let error as MachineLimit {
            limit = error
        } catch {}
        guard let finish, limit == nil else {
            failure = raised ?? failure
            return
        }
        self.finish = nil
        do {
            try await finish(raised)
        } catch let error as PyError {
            failure = error
        } catch let error as MachineLimit {
            limit = error
        } catch {}
    }

    private func send(to server: ServerSend) async throws {
        var server = server
        if !isMissing {
            do { try server.start(statusValue, headers) } catch {
                // Nothing is sent of a head that is taken apart in vain, as of one whose status has no line.
                isHeadRefused = true
                if headers.hasStrays { sentStatus = 0 }
                throw error
            }
        }
        switch body {
        case .whole(let bytes): if !isMissing { try server.body(bytes.count, isLast: true) }
        case .stream(let stream):
            while let piece = try await stream.next() {
                chunks.append(piece)
                try server.body(piece.count, isLast: false)
            }
            isEnded = !stream.isCutShort
            if isEnded { try server.body(0, isLast: true) }
        }
    }

    /// The messages that send it.
    var events: [PipelineAnswer.Event] {
        if isMissing { return [] }
        let lines = sentLines ?? headers.lines
        let list = HeaderList(lines.map { Header($0.name, bytes: $0.value) })
        let start = PipelineAnswer.Event.start(status: sentStatus ?? status, headers: list)
        if isHeadRefused { return [start] }
        guard case .stream = body else {
            if case .whole(let bytes) = body { return [start, .body(bytes, more: false)] }
            return [start]
        }
        return [start] + chunks.map { .body($0, more: true) } + (isEnded ? [.body([], more: false)] : [])
    }
}
