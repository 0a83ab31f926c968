import HTTPMessages
import NIOCore

/// Through what an application answers one request.
///
/// The functions without `async` must be called on the server's event loop (in `Responder.onLoop`, or on
/// `LoopbackServer.executor`); the others may be called from anywhere. After the client has left, all of them do nothing.
public struct ResponseWriter: Sendable {
    private let cycle: NIOLoopBound<ResponseCycle>
    private let eventLoop: any EventLoop

    init(_ cycle: ResponseCycle, on eventLoop: any EventLoop) {
        self.cycle = NIOLoopBound(cycle, eventLoop: eventLoop)
        self.eventLoop = eventLoop
    }

    // MARK: On the event loop

    /// Sends one event.
    ///
    /// - Throws: what uvicorn would raise into the application. The application may go on, or end with `finish(.raised)`.
    public func send(_ event: ResponseEvent) throws(ResponseError) { try cycle.value.send(event) }

    /// Sends a whole response in one flush and finishes; what uvicorn would raise becomes the failure of the application.
    public func respond(status: Int, headers: HeaderList, body: [UInt8]) {
        let cycle = cycle.value
        do throws(ResponseError) {
            try cycle.send(.start(status: status, headers: headers))
            try cycle.send(.body(body, more: false))
            cycle.finish(.returned)
        } catch {
            cycle.finish(.raised(error.pythonMessage))
        }
    }

    /// Says that the application is done with the request; a missing or cut response is then answered as uvicorn does.
    ///
    /// After the first call others have no effect.
    public func finish(_ outcome: ApplicationOutcome) { cycle.value.finish(outcome) }

    /// Calls back on the event loop when the whole body has come; lets a client that waits for `100 Continue` send it.
    public func whenBody(_ use: @escaping (RequestBody) -> Void) { cycle.value.whenBody(use) }

    /// The body, where all of it has come and no client waits to be asked for it.
    public var arrivedBody: [UInt8]? { cycle.value.arrivedBody }

    /// Calls back on the event loop when the client has left before the response was complete.
    public func whenDisconnected(_ react: @escaping () -> Void) { cycle.value.whenDisconnected(react) }

    /// Whether the client has left.
    public var isDisconnected: Bool { cycle.value.isDisconnected }

    /// Whether the client takes what is sent; while it does not, an endless response should wait for `whenWritable`.
    public var isWritable: Bool { cycle.value.connection.context?.channel.isWritable ?? true }

    /// Calls back on the event loop when the client takes what is sent, at once if it does or has left.
    public func whenWritable(_ react: @escaping () -> Void) {
        if isWritable { react() } else { cycle.value.connection.writabilityWaiters.append(react) }
    }

    // MARK: From anywhere

    /// Sends one event and waits until the client takes more.
    ///
    /// - Throws: `ResponseError` as `send`.
    public func write(_ event: ResponseEvent) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            onLoop {
                do throws(ResponseError) {
                    try $0.send(event)
                    $0.whenWritable { continuation.resume() }
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    /// Waits for the whole body of the request.
    public func readBody() async -> RequestBody {
        await withCheckedContinuation { continuation in
            onLoop { $0.whenBody { continuation.resume(returning: $0) } }
        }
    }

    /// Finishes as `finish` does.
    public func end(_ outcome: ApplicationOutcome) async {
        await withCheckedContinuation { continuation in
            onLoop {
                $0.finish(outcome)
                continuation.resume()
            }
        }
    }

    private func onLoop(_ work: @escaping @Sendable (ResponseWriter) -> Void) {
        if eventLoop.inEventLoop { work(self) } else { eventLoop.execute { work(self) } }
    }
}
