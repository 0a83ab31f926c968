import HTTPMessages
import Python

/// `@app.middleware("http")` and `BaseHTTPMiddleware.dispatch` (Starlette 1.10.0 middleware/base.py).
struct DispatchLayer {
    let machine: Machine
    let framework: FrameworkClasses
    let function: Value
    let source: Source

    /// What happened behind `call_next`.
    private final class Inner {
        var stream: InnerStream?
        var response: ResponseObject?
        /// What the inner application raised last; its channel is closed from then on.
        var raised: PyError?
    }

    /// - Parameter next: the rest of the stack.
    func answer(_ scope: RequestScope, next: @escaping () async throws -> OutgoingResponse) async throws -> OutgoingResponse {
        let inner = Inner()
        scope.follow(machine)
        scope.object = nil
        let request = framework.requestObject(scope)
        let callNext = machine.native("call_next", "request") { machine, _ in
            .object(PyNativeAwaitable { _ in .object(try await self.response(inner, request, scope, next)) })
        }
        let recorder = machine.recorder
        let before = recorder?.enter(source, "runs")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let outgoing: OutgoingResponse
        do {
            let result = try await machine.finishCall(function, Arguments([request, callNext]))
            outgoing = try await ResponseSender(machine: machine, framework: framework).outgoing(result, scope)
            noteReplaced(inner, result, recorder)
        } catch let raised as PyError {
            // What is behind `call_next` is cancelled with its task group.
            try? await inner.stream?.cancel()
            throw raised
        }
        let background = outgoing.finish
        outgoing.finish = { raised in
            do {
                if let background { try await background(raised) } else if let raised { throw raised }
            } catch let error as PyError {
                if raised == nil { try? await inner.stream?.drain() } else { try? await inner.stream?.cancel() }
                throw error
            }
            if raised == nil { try await inner.stream?.drain() } else { try? await inner.stream?.cancel() }
        }
        return outgoing
    }

    private func response(
        _ inner: Inner, _ request: Value, _ scope: RequestScope, _ next: () async throws -> OutgoingResponse
    ) async throws -> ResponseObject {
        try machine.charge(instructions: 20_000)
        // The rest of the first answer comes where the start of a second one is awaited.
        if inner.stream?.isDone == false {
            throw machine.error("AssertionError", "Unexpected message: http.response.body")
        }
        let outgoing: OutgoingResponse
        // `call_next` runs what is behind it in a task of its own.
        scope.isBelowDispatch = true
        // What is behind it sends to `call_next`, and not to who is around.
        let outer = scope.send
        scope.send = nil
        defer { scope.send = outer }
        let reads = scope.bodyReads
        defer { if scope.bodyReads > reads { (request.asObject as? RequestObject)?.isReadBelow() } }
        let run = machine.context, saved = run.variables
        defer { run.variables = saved }
        let earlier = inner.raised
        do {
            outgoing = try await next()
        } catch let raised as PyError {
            // A second call waits for no more than the next turn of the event loop, which no thread ends in.
            let known = usesThreads(scope) ? earlier ?? raised : raised
            inner.raised = known
            throw known
        }
        if let earlier {
            // What a second call sends is not received; `call_next` raises what the first one did.
            try? await InnerStream(outgoing, machine).drain()
            if !usesThreads(scope) { inner.raised = machine.error(framework.closedResourceError, []) }
            throw earlier
        }
        let stream = InnerStream(outgoing, machine)
        try await stream.readAhead(waits: usesThreads(scope))
        let response = ResponseObject(type: framework.responses.inner)
        response.statusCode = outgoing.statusValue
        response.raw = outgoing.headers
        response.dictionary["media_type"] = Value.none
        response.stream = .pieces(stream)
        inner.stream = stream
        inner.response = response
        return response
    }

    private func usesThreads(_ scope: RequestScope) -> Bool { scope.route?.dependant?.usesThreads == true }

    /// Where the middleware answers with another response than the one from behind it, the headers of that are lost.
    private func noteReplaced(_ inner: Inner, _ result: Value, _ recorder: Recorder?) {
        guard let recorder else { return }
        if let response = inner.response, result.asObject !== response {
            recorder.trace.headers += response.raw.dropAll(ResponseRules.middlewareReplaces)
        }
        guard inner.response == nil || result.asObject !== inner.response, let made = result.asObject as? ResponseObject else { return }
        if let status = made.statusCode.asInt { recorder.trace.statuses.append(StatusAccount(status: status, source: source)) }
    }
}
