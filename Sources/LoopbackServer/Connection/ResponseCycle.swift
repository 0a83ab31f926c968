import HTTPMessages
import NIOCore

/// One request and the making of its response (uvicorn 0.54.0 `RequestResponseCycle`); it belongs to the event loop.
final class ResponseCycle {
    var request: ServerRequest
    let connection: ConnectionHandler
    /// Whether the request came before the response of an earlier one was complete.
    var isPipelined = false
    /// What has come of the body.
    var body: [UInt8] = []
    private var hasWholeBody = false
    private var isStarted = false
    private(set) var isComplete = false
    private var isFinished = false
    private(set) var isDisconnected = false
    private var waitsForContinue: Bool
    private var head: ResponseHeadWriter
    private let isHead: Bool
    private var bodyWaiters: [(RequestBody) -> Void] = []
    private var disconnectHandlers: [() -> Void] = []
    private var record: ExchangeRecord?

    init(request: ServerRequest, connection: ConnectionHandler) {
        self.request = request
        self.connection = connection
        waitsForContinue = request.expectsContinue
        isHead = request.request.method == "HEAD"
        head = ResponseHeadWriter(keepsAlive: request.keepsAlive, isHead: isHead)
        if connection.server.configuration.observer != nil { record = ExchangeRecord() }
    }

    /// Whether the request's body is still coming.
    var isReceiving: Bool { !hasWholeBody && !isComplete }

    /// Whether someone waits for the body.
    var isBodyAwaited: Bool { !bodyWaiters.isEmpty }

    // MARK: Sending

    /// Sends the event as uvicorn does; what it has no right to send is an error and leaves nothing on the wire.
    func send(_ event: ResponseEvent) throws(ResponseError) {
        if isDisconnected { return }
        switch event {
        case .start(let status, let headers):
            guard !isComplete else { throw .alreadyComplete }
            guard !isStarted else { throw .secondStart }
            isStarted = true
            waitsForContinue = false
            let defaults = connection.server.defaultHeaders
            try emit { (output) throws(ResponseError) in
                try head.write(status: status, headers: headers, defaults: defaults, to: &output)
            }
        case .body(let bytes, let more):
            guard isStarted else { throw .bodyBeforeStart }
            guard !isComplete else { throw .alreadyComplete }
            try sendBody(bytes, more: more)
        }
    }

    private func sendBody(_ bytes: [UInt8], more: Bool) throws(ResponseError) {
        guard head.framing.takeBody(bytes.count) else { throw .longerThanContentLength }
        if !isHead {
            let isChunked = head.framing.isChunked == true
            try emit { (output) throws(ResponseError) in
                if isChunked { ResponseCycle.writeChunk(bytes, more: more, to: &output) } else { output.writeBytes(bytes) }
            }
        }
        if !more { try complete() }
    }

    private static func writeChunk(_ bytes: [UInt8], more: Bool, to output: inout ByteBuffer) {
        if !bytes.isEmpty {
            output.writeString(String(bytes.count, radix: 16))
            output.writeStaticString("\r\n")
            output.writeBytes(bytes)
            output.writeStaticString("\r\n")
        }
        if !more { output.writeStaticString("0\r\n\r\n") }
    }

    private func complete() throws(ResponseError) {
        guard head.framing.isWhole else { throw .shorterThanContentLength }
        isComplete = true
        resolveBody(.disconnected)
        if !head.keepsAlive { connection.close() }
        connection.responseCompleted()
    }

    private func emit(_ write: (inout ByteBuffer) throws(ResponseError) -> Void) throws(ResponseError) {
        let start = connection.output.writerIndex
        try write(&connection.output)
        if connection.isClosing {
            connection.output.moveWriterIndex(to: start)
        } else {
            record?.append(connection.output, from: start)
            connection.flushSoon()
        }
    }

    // MARK: Ending

    /// Ends the cycle as uvicorn does when the application's coroutine ends (`run_asgi`).
    func finish(_ outcome: ApplicationOutcome) {
        guard !isFinished else { return }
        isFinished = true
        switch outcome {
        case .raised(let message):
            connection.server.error("Exception in ASGI application: \(message)")
            record?.failure = message
            if isStarted { connection.close() } else { sendInternalServerError() }
        case .returnedValue(let value):
            fail("ASGI callable should return None, but returned '\(value)'.")
            connection.close()
        case .returned where !isStarted && !isDisconnected:
            fail("ASGI callable returned without starting response.")
            sendInternalServerError()
        case .returned where !isComplete && !isDisconnected:
            fail("ASGI callable returned without completing response.")
            connection.close()
        case .returned:
            break
        }
        report()
    }

    private func fail(_ message: String) {
        connection.server.error(message)
        record?.failure = message
    }

    private func sendInternalServerError() {
        let headers: HeaderList = [
            "content-type": "text/plain; charset=utf-8", "content-length": "21", "connection": "close",
        ]
        do throws(ResponseError) {
            try send(.start(status: 500, headers: headers))
            try send(.body(Array("Internal Server Error".utf8), more: false))
        } catch {
            connection.close()
        }
    }

    /// Makes this response the last one of its connection.
    func endConnectionAfterwards() { head.keepsAlive = false }

    /// Learns that the connection is gone.
    func disconnect() {
        if !isComplete { isDisconnected = true }
        resolveBody(.disconnected)
        let handlers = disconnectHandlers
        disconnectHandlers = []
        for handler in handlers { handler() }
        if isDisconnected { report() }
    }

    // MARK: Reading

    /// Calls back with the whole body once it has come; the first call lets a waiting client send it.
    func whenBody(_ use: @escaping (RequestBody) -> Void) {
        if waitsForContinue && !connection.isClosing {
            waitsForContinue = false
            connection.output.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n")
            record?.append(connection.output, from: connection.output.writerIndex - 25)
            connection.flushSoon()
        }
        if isDisconnected || isComplete || connection.isClosing && !hasWholeBody {
            use(.disconnected)
        } else if hasWholeBody {
            use(.whole(body))
        } else {
            bodyWaiters.append(use)
            connection.resumeReading()
        }
    }

    /// The whole body, where reading it takes nothing more.
    var arrivedBody: [UInt8]? { hasWholeBody && !waitsForContinue ? body : nil }

    /// Learns that the whole body has come.
    func bodyEnded() {
        hasWholeBody = true
        resolveBody(.whole(body))
    }

    private func resolveBody(_ result: RequestBody) {
        let waiters = bodyWaiters
        bodyWaiters = []
        for waiter in waiters { waiter(result) }
    }

    /// Calls back when the client is gone, at once if it already is.
    func whenDisconnected(_ react: @escaping () -> Void) {
        if isDisconnected { react() } else { disconnectHandlers.append(react) }
    }

    // MARK: Observing

    /// Notes bytes that the server itself sent for this request.
    func observe(_ bytes: [UInt8], failure: String) {
        record?.bytes += bytes
        record?.failure = failure
    }

    private func report() {
        guard let record, let observer = connection.server.configuration.observer else { return }
        self.record = nil
        var request = request
        request.request.body = body
        observer(
            ObservedExchange(
                request: request, responseBytes: record.bytes, clientHost: request.clientHost, clientPort: request.clientPort,
                duration: record.elapsed, closedConnection: connection.isClosing, failure: record.failure))
    }
}
