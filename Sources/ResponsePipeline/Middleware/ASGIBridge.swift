import HTTPMessages
import Python

/// Runs ASGI applications of the program, and shows the framework's own parts to them as such.
struct ASGIBridge {
    let machine: Machine
    let framework: FrameworkClasses

    /// Calls `app(scope, receive, send)` and collects what it sends; throws what it raises before the response starts.
    func run(_ app: Value, _ scope: RequestScope) async throws -> OutgoingResponse {
        let first = machine.context.user as? RequestScope ?? scope
        guard first.bridgeDepth < Self.deepest else { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        first.bridgeDepth += 1
        defer { first.bridgeDepth -= 1 }
        if let outer = scope.send { return try await forward(app, scope, to: outer) }
        let goesToServer = scope.receive == nil && !scope.isBelowDispatch
        let collector = MessageCollector(machine, server: goesToServer ? ServerSend(machine, isHead: scope.method == "HEAD") : nil)
        if goesToServer { first.answering = collector }
        var raised: PyError?
        do {
            let dictionary = Value.dict(scope.expose(machine))
            _ = try await machine.finishCall(app, Arguments([dictionary, receive(scope, answering: collector), collector.send]))
        } catch let error as PyError {
            raised = error
        }
        guard let made = collector.response else {
            throw raised ?? NoResponse.error(machine)
        }
        made.failure = raised
        return made
    }

    /// Lets an application send to the middleware of the program around it, which sees each message as it is sent.
    private func forward(_ app: Value, _ scope: RequestScope, to outer: Value) async throws -> OutgoingResponse {
        let forwarder = MessageForwarder(outer, stage: scope.sendStage, machine)
        var raised: PyError?
        do {
            let dictionary = Value.dict(scope.expose(machine))
            _ = try await machine.finishCall(app, Arguments([dictionary, receive(scope), forwarder.send]))
        } catch let error as PyError {
            raised = error
        }
        guard forwarder.hasStarted else { throw raised ?? NoResponse.error(machine) }
        let made = OutgoingResponse.sent()
        made.failure = raised
        return made
    }

    /// How deep applications of the program may call the framework, which calls them again; Python ends at its recursion limit.
    private static let deepest = 480
    /// How long a program waits for what comes behind the body, in seconds.
    private static let pause = 0.05

    /// What an application receives: the end of the connection once its response is complete, else what it is given.
    private func receive(_ scope: RequestScope, answering collector: MessageCollector) -> Value {
        let given = receive(scope)
        return machine.native("receive", "") { machine, _ in
            if collector.isComplete { return .object(PyNativeAwaitable { _ in message(nil) }) }
            return try machine.call(given)
        }
    }

    /// The server's `receive`: the body once, then the end of the connection.
    func receive(_ scope: RequestScope) -> Value {
        if scope.isBelowDispatch { return receiveBelowDispatch(scope) }
        if let given = scope.receive { return given }
        return machine.native("receive", "") { _, _ in
            .object(
                PyNativeAwaitable { machine in
                    guard !scope.isBodyTaken else { return await disconnected(machine) }
                    scope.isBodyTaken = true
                    guard let bytes = await scope.arrivedBody(machine) else { return message(nil) }
                    return message(bytes)
                })
        }
    }

    /// What a layer with `dispatch` hands on: the body that it read, nothing where it read a stream to its end, else piece by piece
    /// (Starlette 1.10.0 middleware/base.py `_CachedRequest.wrapped_receive`).
    private func receiveBelowDispatch(_ scope: RequestScope) -> Value {
        let source = RequestBodySource(machine: machine, framework: framework)
        return machine.native("wrapped_receive", "") { _, _ in
            .object(
                PyNativeAwaitable { machine in
                    if scope.isBodyHanded {
                        guard let given = scope.receive else { return await disconnected(machine) }
                        return try await machine.finishCall(given, Arguments())
                    }
                    scope.bodyReads += 1
                    if scope.body != nil || scope.isBodyTaken {
                        scope.isBodyHanded = true
                        return message(scope.body ?? [])
                    }
                    do {
                        let piece = try await source.next(scope)
                        scope.isBodyHanded = scope.isBodyTaken
                        return message(piece ?? [], more: !scope.isBodyTaken)
                    } catch let raised as PyError where raised.type === framework.clientDisconnect {
                        return message(nil)
                    }
                })
        }
    }

    /// uvicorn waits until the client leaves or the response is complete; here it is a pause.
    private func disconnected(_ machine: Machine) async -> Value {
        await machine.world.sleep(Self.pause)
        return message(nil)
    }

    /// A message with a piece of the body, or the one about a client that left.
    private func message(_ body: [UInt8]?, more: Bool = false) -> Value {
        let message = PyDict()
        message["type"] = body == nil ? "http.disconnect" : "http.request"
        if let body {
            message["body"] = .object(PyBytes(body))
            message["more_body"] = .bool(more)
        }
        return .dict(message)
    }

    /// What answers a scope, as a callable with `scope`, `receive` and `send`.
    ///
    /// - Parameter lifespan: runs where the program hands the lifespan's scope on.
    func application(
        lifespan: @escaping () async throws -> Void, answer: @escaping (RequestScope) async throws -> OutgoingResponse
    ) -> Value {
        machine.native("app", "scope, receive, send") { machine, a in
            let dictionary = a[0].asDict ?? PyDict(), receive = a[1], send = a[2]
            return .object(
                PyNativeAwaitable { machine in
                    if dictionary["type"]?.asString == "lifespan" {
                        try await lifespan()
                        return .none
                    }
                    guard let request = (machine.context.user as? RequestScope)?.request else { return .none }
                    let scope = RequestScope(dictionary: dictionary, request: request, machine)
                    scope.receive = receive
                    scope.send = send
                    scope.sendStage = machine.recorder?.stage
                    scope.framework = framework
                    try await self.send(try await answer(scope), to: send)
                    return .none
                })
        }
    }

    /// Sends a response message by message, as it was sent where an application of the program did; what `send` raises goes through the
    /// body's end as an exception would.
    func send(_ response: OutgoingResponse, to send: Value) async throws {
        if response.isMissing {
            if let failure = response.failure, !NoResponse.isMeant(by: failure, machine) { throw failure }
            return
        }
        if response.isSent {
            if let finish = response.finish { try await finish(response.failure) }
            if let failure = response.failure { throw failure }
            return
        }
        let start = response.start ?? PyDict()
        start["type"] = "http.response.start"
        start["status"] = response.statusValue
        if !response.lacksHeaders { start["headers"] = .list(response.headers.pythonList(machine)) }
        machine.recorder?.handed = response.headers
        var raised: PyError?
        do {
            _ = try await machine.finishCall(send, Arguments([.dict(start)]))
            switch response.body {
            case .whole(let bytes): try await self.send(bytes, more: nil, to: send)
            case .stream(let sent as SentPieces):
                while let message = sent.nextMessage() { _ = try await machine.finishCall(send, Arguments([.dict(message)])) }
            case .stream(let stream):
                while let piece = try await stream.next() { try await self.send(piece, more: true, to: send) }
                try await self.send([], more: false, to: send)
            }
        } catch let error as PyError {
            raised = error
        }
        if let finish = response.finish {
            response.finish = nil
            try await finish(raised)
        } else if let raised {
            throw raised
        }
        if let failure = response.failure { throw failure }
    }

    private func send(_ bytes: [UInt8], more: Bool?, to send: Value) async throws {
        let message = PyDict()
        message["type"] = "http.response.body"
        message["body"] = .object(PyBytes(bytes))
        if let more { message["more_body"] = .bool(more) }
        _ = try await machine.finishCall(send, Arguments([.dict(message)]))
    }
}

/// A response as an ASGI application of its own: `await response(scope, receive, send)`.
enum ResponseApplication {
    static func define(_ framework: FrameworkClasses) {
        framework.responses.response.method("__call__", "self, scope, receive, send") { _, a in
            sending(a[0], a[1].asDict ?? PyDict(), .call, to: a[3], framework)
        }
        framework.responses.streaming.method("stream_response", "self, send") { machine, a in
            let scope = (machine.context.user as? RequestScope)?.expose(machine) ?? PyDict()
            return sending(a[0], scope, .streamResponse, to: a[1], framework)
        }
    }

    private static func sending(
        _ response: Value, _ dictionary: PyDict, _ running: ResponseSender.Method, to send: Value, _ framework: FrameworkClasses
    ) -> Value {
        .object(
            PyNativeAwaitable { machine in
                let request = (machine.context.user as? RequestScope)?.request ?? HTTPRequest()
                let scope = RequestScope(dictionary: dictionary, request: request, machine)
                let sender = ResponseSender(machine: machine, framework: framework)
                let outgoing = try await sender.outgoing(response, scope, running: running)
                try await ASGIBridge(machine: machine, framework: framework).send(outgoing, to: send)
                return .none
            })
    }
}

/// An application that returned without a response; uvicorn answers for it.
enum NoResponse {
    static let words = "ASGI callable returned without starting response."

    static func error(_ machine: Machine) -> PyError { machine.error("RuntimeError", words) }

    /// Whether it is that error, which the server finds and no application sees.
    static func isMeant(by raised: PyError, _ machine: Machine) -> Bool { (try? machine.str(.object(raised.exception))) == words }
}
