import DataModels
import HTTPMessages
import Python

/// FastAPI and Starlette as modules that a program imports.
final class FrameworkModules {
    let classes: FrameworkClasses
    /// The applications that the program made, in order.
    private(set) var applications: [ApplicationObject] = []

    private init(_ classes: FrameworkClasses) { self.classes = classes }

    /// Makes the modules known; their classes are made at once, since FastAPI programs need them.
    static func register(in machine: Machine) throws -> FrameworkModules {
        let modules = FrameworkModules(try FrameworkClasses(machine))
        modules.classes.application.allocates { [modules] type in
            let made = ApplicationObject(type: type)
            modules.applications.append(made)
            return made
        }
        let everything = modules.names(machine)
        let status = StatusModule.make("starlette.status")
        for name in packages {
            machine.modules.register(name) { machine in
                let module = PyModule(name: name)
                for (key, value) in everything { module.namespace[key] = value }
                if name == "fastapi" || name == "starlette" { module.namespace["status"] = .object(status) }
                if name.hasPrefix("starlette") {
                    module.namespace["HTTPException"] = .object(modules.classes.starletteHTTPException)
                }
                return module
            }
        }
        for name in ["fastapi.status", "starlette.status"] { machine.modules.register(name) { _ in status } }
        return modules
    }

    private static let packages = [
        "fastapi", "fastapi.responses", "fastapi.params", "fastapi.routing", "fastapi.encoders", "fastapi.exceptions",
        "fastapi.exception_handlers", "fastapi.middleware", "fastapi.middleware.cors", "fastapi.middleware.trustedhost",
        "fastapi.middleware.httpsredirect", "fastapi.middleware.gzip", "fastapi.requests", "fastapi.concurrency", "fastapi.datastructures",
        "fastapi.background", "fastapi.security", "fastapi.param_functions", "fastapi.applications", "fastapi.types", "starlette",
        "starlette.responses", "starlette.requests", "starlette.middleware", "starlette.middleware.base", "starlette.middleware.cors",
        "starlette.middleware.trustedhost", "starlette.middleware.httpsredirect", "starlette.middleware.gzip", "starlette.exceptions",
        "starlette.datastructures", "starlette.background", "starlette.types", "starlette.routing", "starlette.applications",
        "starlette.concurrency",
    ]

    private func names(_ machine: Machine) -> [(String, Value)] {
        let c = classes
        var result: [(String, Value)] = c.parameters.functions(machine).map { ($0.name, $0.value) }
        let types = [
            c.application, c.router, c.request, c.httpConnection, c.backgroundTask, c.backgroundTasks, c.securityScopes, c.httpException,
            c.requestValidationError, c.responseValidationError, c.corsMiddleware, c.trustedHostMiddleware, c.httpsRedirectMiddleware,
            c.gzipMiddleware, c.baseHTTPMiddleware, c.state, c.url, c.headers.immutable, c.headers.mutable, c.responses.response,
            c.responses.html, c.responses.plainText, c.responses.json, c.responses.redirect, c.responses.streaming, c.responses.file,
            c.responses.ujson, c.responses.orjson,
        ]
        result += types.map { ($0.name, .object($0)) }
        result.append(("jsonable_encoder", encoder(machine)))
        result.append(("Middleware", middleware(machine)))
        result.append(
            (
                "run_in_threadpool",
                machine.native("run_in_threadpool", "func, *args, **kwargs") { machine, a in
                    .object(PyNativeAwaitable { machine in try machine.call(a[0], Arguments(a.list(1), keywords: a.dict(2))) })
                }
            ))
        for name in ["http_exception_handler", "request_validation_exception_handler"] { result.append((name, handler(name, machine))) }
        for name in ["ASGIApp", "Scope", "Receive", "Send", "Message", "UploadFile", "WebSocket", "RequestResponseEndpoint"] {
            result.append((name, .object(PySpecialForm("Any"))))
        }
        return result
    }

    private func encoder(_ machine: Machine) -> Value {
        machine.native(
            "jsonable_encoder",
            "obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False, **options"
        ) { machine, a in
            var encoder = JSONableEncoder(machine: machine)
            encoder.options.include = a[1]
            encoder.options.exclude = a[2]
            encoder.options.byAlias = try machine.isTrue(a[3])
            encoder.options.excludeUnset = try machine.isTrue(a[4])
            encoder.options.excludeDefaults = try machine.isTrue(a[5])
            encoder.options.excludeNone = try machine.isTrue(a[6])
            encoder.excludesNone = encoder.options.excludeNone
            return try encoder.encode(a[0])
        }
    }

    private func middleware(_ machine: Machine) -> Value {
        let state = classes.state
        return machine.native("Middleware", "cls, **options") { _, a in
            let made = PyInstance(type: state)
            let dict = PyDict()
            for (name, value) in a.dict(1) { dict[name] = value }
            made.dictionary["cls"] = a[0]
            made.dictionary["kwargs"] = .dict(dict)
            return .object(made)
        }
    }

    /// FastAPI's own handlers, which programs call from theirs.
    private func handler(_ name: String, _ machine: Machine) -> Value {
        let framework = classes
        return machine.native(name, "request, exc") { machine, a in
            let exception = a[1]
            return .object(
                PyNativeAwaitable { machine in
                    if let http = exception.asObject as? HTTPExceptionObject {
                        let content = PyDict()
                        content["detail"] = http.detail
                        return try machine.call(
                            .object(framework.responses.json),
                            Arguments([.dict(content)], keywords: [("status_code", http.status), ("headers", http.headers)]))
                    }
                    let content = PyDict()
                    content["detail"] = try JSONableEncoder(machine: machine).encode(
                        (exception.asObject as? ValidationErrorObject)?.errors ?? .none)
                    return try machine.call(
                        .object(framework.responses.json), Arguments([.dict(content)], keywords: [("status_code", 422)]))
                })
        }
    }
}

/// `fastapi.status`: a constant for each code.
enum StatusModule {
    static func make(_ name: String) -> PyModule {
        let module = PyModule(name: name)
        for (code, phrase) in StatusPhrase.phrases {
            let words = phrase.uppercased().replacing("'", with: "").map { $0.isLetter || $0.isNumber ? $0 : "_" }
            module.namespace["HTTP_\(code)_\(String(words))"] = .int(code)
        }
        let others: [(Int, String)] = [
            (203, "NON_AUTHORITATIVE_INFORMATION"), (413, "REQUEST_ENTITY_TOO_LARGE"), (413, "CONTENT_TOO_LARGE"),
            (414, "REQUEST_URI_TOO_LONG"),
            (414, "URI_TOO_LONG"), (416, "REQUESTED_RANGE_NOT_SATISFIABLE"), (416, "RANGE_NOT_SATISFIABLE"), (418, "IM_A_TEAPOT"),
            (422, "UNPROCESSABLE_ENTITY"), (422, "UNPROCESSABLE_CONTENT"), (226, "IM_USED"), (302, "FOUND"), (207, "MULTI_STATUS"),
        ]
        for (code, words) in others { module.namespace["HTTP_\(code)_\(words)"] = .int(code) }
        return module
    }
}
