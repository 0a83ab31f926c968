import HTTPMessages
import Python

/// Starlette's and FastAPI's `HTTPException`.
final class HTTPExceptionObject: PyException {
    var status: Value {
        get { attributes?["status_code"] ?? Value.none }
        set { dictionary["status_code"] = newValue }
    }
    var detail: Value {
        get { attributes?["detail"] ?? Value.none }
        set { dictionary["detail"] = newValue }
    }
    var headers: Value {
        get { attributes?["headers"] ?? Value.none }
        set { dictionary["headers"] = newValue }
    }
}

/// `RequestValidationError` and `ResponseValidationError`.
final class ValidationErrorObject: PyException {
    var errors: Value = .list(PyList())
    var body: Value = .none
    /// What `str()` adds: the function that the request was for.
    var endpoint: EndpointContext?
}

/// Where a path operation stands (FastAPI 0.165.0 exceptions.py `EndpointContext`).
struct EndpointContext {
    var function: String?
    var path: String?
    var file: String?
    var line: Int?
}

/// The exceptions that a program raises or handles.
enum ExceptionClasses {
    static func define(_ framework: FrameworkClasses) {
        let type = framework.starletteHTTPException
        type.method("__init__", "self, status_code, detail=None, headers=None") { machine, a in
            guard let exception = a[0].asObject as? HTTPExceptionObject else { return .none }
            exception.status = a[1]
            exception.detail = a[2]
            if a[2].isNone { exception.detail = .string(a[1].asInt.map { StatusPhrase.of($0) } ?? "") }
            exception.headers = a[3]
            return .none
        }
        type.method("__str__", "self") { machine, a in
            guard let exception = a[0].asObject as? HTTPExceptionObject else { return "" }
            return .string("\(try machine.str(exception.status)): \(try machine.str(exception.detail))")
        }
        type.method("__repr__", "self") { machine, a in
            guard let exception = a[0].asObject as? HTTPExceptionObject else { return "" }
            let status = try machine.repr(exception.status), detail = try machine.repr(exception.detail)
            return .string("\(machine.typeName(a[0]))(status_code=\(status), detail=\(detail))")
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
        type.property(
            "body", get: { _, value in (value.asObject as? ValidationErrorObject)?.body ?? .none },
            set: { _, value, new in (value.asObject as? ValidationErrorObject)?.body = new })
        let context: [(String, (EndpointContext) -> Value)] = [
            ("endpoint_function", { $0.function.map(Value.string) ?? .none }), ("endpoint_path", { $0.path.map(Value.string) ?? .none }),
            ("endpoint_file", { $0.file.map(Value.string) ?? .none }), ("endpoint_line", { $0.line.map(Value.int) ?? .none }),
        ]
        for (name, get) in context {
            type.getter(name) { _, value in (value.asObject as? ValidationErrorObject)?.endpoint.map(get) ?? .none }
        }
        type.method("__str__", "self") { machine, a in
            guard let exception = a[0].asObject as? ValidationErrorObject else { return "" }
            let errors = try machine.array(exception.errors)
            var lines = ["\(errors.count) validation error\(errors.count == 1 ? "" : "s"):"]
            lines += try errors.map { "  " + (try machine.str($0)) }
            if let context = exception.endpoint {
                if let file = context.file, let line = context.line, let function = context.function {
                    lines += ["", "  File \"\(file)\", line \(line), in \(function)"]
                    if let path = context.path { lines.append("    \(path)") }
                } else if let path = context.path {
                    lines += ["", "  Endpoint: \(path)"]
                }
            }
            return .string(lines.joined(separator: "\n"))
        }
    }
}
