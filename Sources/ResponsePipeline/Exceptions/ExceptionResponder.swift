import HTTPMessages
import Python

/// Finds and runs the handler of an exception (Starlette 1.10.0 _exception_handler.py, middleware/exceptions.py).
struct ExceptionResponder {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject

    /// Runs a stage; what it raises before its response starts goes to the handlers, and on where none is meant for it.
    func guarded(
        _ scope: RequestScope, _ stage: () async throws -> OutgoingResponse
    ) async throws -> OutgoingResponse {
        do {
            let response = try await stage()
            let finish = response.finish
            response.finish = { raised in
                do {
                    if let finish { try await finish(raised) } else if let raised { throw raised }
                } catch let raised as PyError {
                    throw tooLate(raised)
                }
            }
            return response
        } catch let raised as PyError where machine.isError(raised, "Exception") {
            guard let response = try await respond(to: raised, scope) else { throw raised }
            return response
        }
    }

    /// What becomes of an exception behind the start of the response: one that a handler is meant for ends there.
    private func tooLate(_ raised: PyError) -> PyError {
        guard machine.isError(raised, "Exception"), isHandled(raised) else { return raised }
        let made = machine.error("RuntimeError", "Caught handled exception, but response already started.")
        made.exception.cause = raised.exception
        return made
    }

    private func isHandled(_ raised: PyError) -> Bool {
        let status = (raised.exception as? HTTPExceptionObject)?.status.asInt
        return application.exceptionHandlers.contains { handler in
            guard !handler.isForErrorPage(machine) else { return false }
            if let own = handler.type { return raised.type.isSubtype(of: own) }
            return status != nil && handler.status == status
        } || raised.type.mro.contains { $0 === framework.starletteHTTPException || $0 === framework.requestValidationError }
    }

    /// The answer of a handler; nil where none handles it.
    private func respond(to raised: PyError, _ scope: RequestScope) async throws -> OutgoingResponse? {
        note(raised)
        if let exception = raised.exception as? HTTPExceptionObject, let code = exception.status.asInt,
            let found = application.exceptionHandlers.last(where: { $0.status == code && $0.status != 500 })
        {
            return try await run(found.handler, raised, scope)
        }
        for type in raised.type.mro {
            if let found = application.exceptionHandlers.last(where: { $0.type === type && !$0.isForErrorPage(machine) }) {
                return try await run(found.handler, raised, scope)
            }
            if type === framework.starletteHTTPException, let exception = raised.exception as? HTTPExceptionObject {
                return try standard(exception)
            }
            if type === framework.requestValidationError, let exception = raised.exception as? ValidationErrorObject {
                return try standard(exception)
            }
        }
        return nil
    }

    /// The exception that ended the exchange or became the answer.
    func note(_ raised: PyError) {
        guard let recorder = machine.recorder else { return }
        let message = (try? machine.str(.object(raised.exception))) ?? ""
        recorder.trace.failure = Failure(type: raised.type.name, message: message, traceback: raised.traceback)
    }

    /// Runs a handler of the program.
    func run(_ handler: Value, _ raised: PyError, _ scope: RequestScope) async throws -> OutgoingResponse {
        let name = (handler.asObject as? PyFunction)?.name ?? "handler"
        let recorder = machine.recorder
        let source = Source(.exceptionHandler, name, site: raised.traceback.first)
        let before = recorder?.enter(source, "handles \(raised.type.name)")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let response = try await machine.finishCall(
            handler, Arguments([framework.requestObject(scope), .object(raised.exception)]))
        if response.isNone { return OutgoingResponse.missing() }
        let outgoing = try await ResponseSender(machine: machine, framework: framework).outgoing(response, scope)
        if let recorder {
            recorder.trace.statuses.append(StatusAccount(status: outgoing.status, source: source))
        }
        return outgoing
    }

    /// FastAPI 0.165.0 exception_handlers.py `http_exception_handler`.
    private func standard(_ exception: HTTPExceptionObject) throws -> OutgoingResponse {
        let recorder = machine.recorder
        let source = Source(.framework, "HTTPException", site: exception.traceback.first)
        let before = recorder?.enter(source, "becomes the answer")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let response = try ResponseObject.of(try framework.answer(to: exception, machine), machine)
        guard let status = response.statusCode.asInt else { return try framework.plainError(500, machine) }
        recorder?.trace.statuses.append(StatusAccount(status: status, source: source))
        return OutgoingResponse(status: status, headers: response.raw, bytes: response.body ?? [])
    }

    /// FastAPI 0.165.0 exception_handlers.py `request_validation_exception_handler`.
    private func standard(_ exception: ValidationErrorObject) throws -> OutgoingResponse {
        let recorder = machine.recorder
        let source = Source(.framework, "RequestValidationError")
        let before = recorder?.enter(source, "becomes the answer")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let response = try ResponseObject.of(try framework.answer(to: exception, machine), machine)
        recorder?.trace.statuses.append(StatusAccount(status: 422, source: source))
        return OutgoingResponse(status: 422, headers: response.raw, bytes: response.body ?? [])
    }
}
