import HTTPMessages
import Python

/// Starlette's and FastAPI's `HTTPException`.
final class HTTPExceptionObject: PyException {
    var status: Value = .int(500)
    var detail: Value = .none
    var headers: Value = .none
}

/// `RequestValidationError` and `ResponseValidationError`.
final class ValidationErrorObject: PyException {
    var errors: Value = .list(PyList())
    var body: Value = .none
}

/// The exceptions that a program raises or handles.
enum ExceptionClasses {
    static func define(_ framework: FrameworkClasses) {
        let type = framework.starletteHTTPException
        type.method("__init__", "self, status_code, detail=None, headers=None") { machine, a in
            guard let exception = a[0].asObject as? HTTPExceptionObject else { return .none }
            exception.status = a[1]
            exception.detail = a[2]
            if a[2].isNone, let code = a[1].asInt { exception.detail = .string(StatusPhrase.of(code)) }
            exception.headers = a[3]
            exception.arguments = [exception.status, exception.detail]
            return .none
        }
        let attributes: [(String, (HTTPExceptionObject) -> Value, (HTTPExceptionObject, Value) -> Void)] = [
            ("status_code", { $0.status }, { $0.status = $1 }), ("detail", { $0.detail }, { $0.detail = $1 }),
            ("headers", { $0.headers }, { $0.headers = $1 }),
        ]
        for (name, get, set) in attributes {
            type.property(
                name, get: { _, value in (value.asObject as? HTTPExceptionObject).map(get) ?? .none },
                set: { _, value, new in if let exception = value.asObject as? HTTPExceptionObject { set(exception, new) } })
        }
        type.method("__str__", "self") { machine, a in
            guard let exception = a[0].asObject as? HTTPExceptionObject else { return "" }
            return .string("\(try machine.str(exception.status)): \(try machine.str(exception.detail))")
        }
        for type in [framework.requestValidationError, framework.responseValidationError] { defineValidation(type) }
    }

    private static func defineValidation(_ type: PyType) {
        type.method("__init__", "self, errors, *, body=None, endpoint_ctx=None") { _, a in
            guard let exception = a[0].asObject as? ValidationErrorObject else { return .none }
            exception.errors = a[1]
            exception.body = a[2]
            return .none
        }
        type.method("errors", "self") { _, a in (a[0].asObject as? ValidationErrorObject)?.errors ?? .none }
        type.getter("body") { _, value in (value.asObject as? ValidationErrorObject)?.body ?? .none }
        type.method("__str__", "self") { machine, a in
            guard let exception = a[0].asObject as? ValidationErrorObject else { return "" }
            let errors = exception.errors.asList?.elements ?? []
            let lines = try errors.map { "  " + (try machine.repr($0)) }
            return .string((["\(errors.count) validation error\(errors.count == 1 ? "" : "s"):"] + lines).joined(separator: "\n"))
        }
    }
}

/// Finds and runs the handler of an exception (Starlette 1.10.0 _exception_handler.py, middleware/exceptions.py).
struct ExceptionResponder {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject

    /// The answer of a handler; nil where none handles it, so that it goes on to the error page.
    func respond(to raised: PyError, _ scope: RequestScope) async throws -> OutgoingResponse? {
        if let handler = try handler(for: raised) { return try await run(handler, raised, scope) }
        if let exception = raised.exception as? HTTPExceptionObject { return try standard(exception) }
        if raised.type.isSubtype(of: framework.requestValidationError), let exception = raised.exception as? ValidationErrorObject {
            return try standard(exception)
        }
        return nil
    }

    /// A handler of the program: by status first for HTTP exceptions, then by class along the MRO.
    private func handler(for raised: PyError) throws -> Value? {
        if let exception = raised.exception as? HTTPExceptionObject, let code = exception.status.asInt,
            let found = application.statusHandlers.first(where: { $0.status == code })
        {
            return found.handler
        }
        for type in raised.type.mro {
            if type.name == "Exception", type.module == "builtins" { continue }
            if let found = application.classHandlers.last(where: { $0.type === type }) { return found.handler }
        }
        return nil
    }

    /// Runs a handler of the program.
    func run(_ handler: Value, _ raised: PyError, _ scope: RequestScope) async throws -> OutgoingResponse {
        let name = (handler.asObject as? PyFunction)?.name ?? "handler"
        let recorder = machine.recorder
        let before = recorder?.enter(Source(.exceptionHandler, name), "handles \(raised.type.name)")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let response = try await machine.callAsync(
            handler, Arguments([framework.requestObject(scope), .object(raised.exception)]))
        return try await ResponseSender(machine: machine, framework: framework).outgoing(response)
    }

    /// FastAPI 0.165.0 exception_handlers.py `http_exception_handler`.
    private func standard(_ exception: HTTPExceptionObject) throws -> OutgoingResponse {
        let recorder = machine.recorder
        let site = exception.traceback.first
        let before = recorder?.enter(Source(.framework, "HTTPException", site: site), "becomes the answer")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        guard let status = exception.status.asInt else { return try framework.plainError(500, machine) }
        let hasBody = !(status < 200 || status == 204 || status == 205 || status == 304)
        let content = PyDict()
        content["detail"] = exception.detail
        let type = hasBody ? framework.responses.json : framework.responses.response
        let arguments = hasBody ? [Value.dict(content)] : []
        let value = try machine.call(
            .object(type), Arguments(arguments, keywords: [("status_code", .int(status)), ("headers", exception.headers)]))
        if let recorder {
            recorder.trace.statuses.append(StatusAccount(status: status, source: Source(.framework, "HTTPException", site: site)))
        }
        let response = try ResponseObject.of(value, machine)
        return OutgoingResponse(status: status, headers: response.raw, chunks: [response.body ?? []])
    }

    /// FastAPI 0.165.0 exception_handlers.py `request_validation_exception_handler`.
    private func standard(_ exception: ValidationErrorObject) throws -> OutgoingResponse {
        let recorder = machine.recorder
        let before = recorder?.enter(Source(.framework, "RequestValidationError"), "becomes the answer")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let content = PyDict()
        content["detail"] = try JSONableEncoder(machine: machine).encode(exception.errors)
        let value = try machine.call(.object(framework.responses.json), Arguments([.dict(content)], keywords: [("status_code", 422)]))
        if let recorder { recorder.trace.statuses.append(StatusAccount(status: 422, source: Source(.framework, "RequestValidationError"))) }
        let response = try ResponseObject.of(value, machine)
        return OutgoingResponse(status: 422, headers: response.raw, chunks: [response.body ?? []])
    }
}
