import HTTPMessages
import Python

/// Turns a response object into what goes out (Starlette 1.10.0 `await response(scope, receive, send)`).
struct ResponseSender {
    let machine: Machine
    let framework: FrameworkClasses

    /// The head of the answer, with a body that is still to be read and the background tasks after it.
    ///
    /// - Parameters:
    ///   - scope: what a response class of the program that sends itself, and a file, look at.
    ///   - running: the method of the response that runs already, so that one of the program is not called again.
    func outgoing(_ value: Value, _ scope: RequestScope, running: Method = .none) async throws -> OutgoingResponse {
        guard let response = value.asObject as? ResponseObject else { return try await called(value, scope) }
        if running == .none, response.instanceType.lookup("__call__")?.asObject is PyFunction { return try await called(value, scope) }
        if running != .streamResponse, response.instanceType.lookup("stream_response")?.asObject is PyFunction {
            scope.listen?()
            return try await ASGIBridge(machine: machine, framework: framework).run(streaming(value, response), scope)
        }
        let status = Self.status(response.statusCode)
        if let file = response as? FileResponseObject {
            return try FileSender(machine: machine, framework: framework).outgoing(file, status, scope, finish(response))
        }
        let body: OutgoingResponse.Body
        let listens = running != .streamResponse && response.instanceType.isSubtype(of: framework.responses.streaming)
        if let stream = response.stream {
            if listens { try await listen(scope) } else if running != .streamResponse { scope.listen?() }
            body = .stream(stream.stream(charset: try machine.attribute(value, "charset"), machine))
        } else if response.isBodyText {
            body = .stream(UnwritableText(machine))
        } else {
            body = .whole(response.body ?? [])
        }
        let made = OutgoingResponse(status: status, headers: response.raw, body: body)
        made.givenStatus = response.statusCode
        if running != .streamResponse { made.finish = listens ? hearing(scope, then: finish(response)) : finish(response) }
        return made
    }

    /// Waits for the client to leave (`StreamingResponse.listen_for_disconnect`): where a middleware of the program hands on what is received, it sees the request come.
    private func listen(_ scope: RequestScope) async throws {
        scope.listen?()
        guard let receive = scope.receive, let first = machine.context.user as? RequestScope, !first.isBodyTaken else { return }
        _ = try await machine.finishCall(receive, Arguments())
    }

    /// Lets that middleware see the end of the connection too, once all is sent.
    private func hearing(_ scope: RequestScope, then finish: ((PyError?) async throws -> Void)?) -> ((PyError?) async throws -> Void)? {
        guard let receive = scope.receive else { return finish }
        let machine = machine
        return { raised in
            if raised == nil, (machine.context.user as? RequestScope)?.answering?.isComplete == true {
                _ = try await machine.finishCall(receive, Arguments())
            }
            if let finish { try await finish(raised) } else if let raised { throw raised }
        }
    }

    /// A method of a response that sends it.
    enum Method { case none, call, streamResponse }

    /// An application that streams by a method of the program (Starlette 1.10.0 responses.py `StreamingResponse.__call__`).
    private func streaming(_ value: Value, _ response: ResponseObject) -> Value {
        machine.native("__call__", "scope, receive, send") { machine, a in
            let send = a[2]
            return .object(
                PyNativeAwaitable { machine in
                    _ = try await machine.finishCall(try machine.attribute(value, "stream_response"), Arguments([send]))
                    guard !response.background.isNone else { return .none }
                    return try await machine.finishCall(response.background, Arguments())
                })
        }
    }

    /// The status for the server, which finds no status line for what is no number.
    static func status(_ value: Value) -> Int {
        if case .float(let number) = value, number == number.rounded(), abs(number) < 1e6 { return Int(number) }
        return value.asInt ?? 0
    }

    /// A response object is an ASGI application; so is any other callable.
    private func called(_ value: Value, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard machine.isCallable(value) else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' object is not callable")
        }
        return try await ASGIBridge(machine: machine, framework: framework).run(value, scope)
    }

    /// What runs after the body: the background tasks, unless the body raised.
    private func finish(_ response: ResponseObject) -> ((PyError?) async throws -> Void)? {
        guard !response.background.isNone else { return nil }
        let background = response.background, machine = machine
        return { raised in
            if let raised { throw raised }
            _ = try await machine.finishCall(background, Arguments())
        }
    }
}

extension Machine {
    /// Calls something and waits for what it gives, where that is awaitable.
    func finishCall(_ callee: Value, _ arguments: Arguments) async throws -> Value {
        // What is no coroutine runs in a thread of the pool.
        let result = try withCopiedVariables { try call(callee, arguments) }
        if let generator = result.asObject as? PyGenerator { return generator.kind == .coroutine ? try await self.await(result) : result }
        return result.asObject is PyNativeAwaitable ? try await self.await(result) : result
    }

    /// Python's `callable(value)`.
    func isCallable(_ value: Value) -> Bool {
        if value.asInstance != nil { return ((try? method(value, "__call__")) ?? nil) != nil }
        return value.asObject.map { $0 is PyFunction || $0 is PyType || $0 is PyNativeFunction || $0 is PyBoundMethod } ?? false
    }
}
