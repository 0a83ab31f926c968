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
        ResponseApplication.define(modules.classes)
        modules.classes.application.allocates { [modules] type in
            let made = ApplicationObject(type: type, router: modules.classes.router)
            modules.applications.append(made)
            return made
        }
        let everything = modules.names(machine)
        let status = StatusModule.make("starlette.status")
        for name in packages {
            machine.modules.register(name) { machine in
                let module = PyModule(name: name)
                for (key, value) in everything { module.namespace[key] = value }
                for key in unsupported {
                    module.namespace[key] = modules.classes.unsupported.type(key, module: name)
                }
                if name == "fastapi" || name == "starlette" { module.namespace["status"] = .object(status) }
                if name.hasPrefix("starlette") {
                    module.namespace["HTTPException"] = .object(modules.classes.starletteHTTPException)
                }
                if name.hasPrefix("fastapi.security") {
                    for (key, value) in try modules.classes.security().names { module.namespace[key] = value }
                }
                if name == "fastapi.logger" {
                    module.namespace["logger"] = try machine.call(try machine.imported("logging", "getLogger"), "fastapi")
                }
                if name.hasSuffix(".datastructures") { module.namespace["Address"] = try modules.classes.address() }
                if name.hasSuffix(".routing") { module.namespace["Match"] = try modules.classes.match() }
                if name == "fastapi" { module.namespace["__version__"] = "0.165.0" }
                if name == "starlette" { module.namespace["__version__"] = "1.10.0" }
                return module
            }
        }
        for name in ["fastapi.status", "starlette.status"] { machine.modules.register(name) { _ in status } }
        machine.modules.register("uvicorn") { _ in modules.server() }
        return modules
    }

    private static let packages = [
        "fastapi", "fastapi.responses", "fastapi.params", "fastapi.routing", "fastapi.encoders", "fastapi.exceptions",
        "fastapi.exception_handlers", "fastapi.middleware", "fastapi.middleware.cors", "fastapi.middleware.trustedhost",
        "fastapi.middleware.httpsredirect", "fastapi.middleware.gzip", "fastapi.middleware.wsgi", "fastapi.requests",
        "fastapi.concurrency", "fastapi.datastructures", "fastapi.background", "fastapi.security", "fastapi.security.base",
        "fastapi.security.utils", "fastapi.security.oauth2", "fastapi.security.http", "fastapi.security.api_key",
        "fastapi.security.open_id_connect_url", "fastapi.param_functions",
        "fastapi.applications", "fastapi.types", "fastapi.utils", "fastapi.logger", "fastapi.staticfiles", "fastapi.templating",
        "fastapi.testclient", "fastapi.websockets", "fastapi.openapi", "fastapi.openapi.docs", "fastapi.openapi.utils",
        "fastapi.openapi.models", "fastapi.dependencies", "fastapi.dependencies.utils", "fastapi.sse", "starlette", "starlette.responses",
        "starlette.requests", "starlette.middleware", "starlette.middleware.base", "starlette.middleware.cors",
        "starlette.middleware.trustedhost", "starlette.middleware.httpsredirect", "starlette.middleware.gzip",
        "starlette.middleware.sessions", "starlette.middleware.authentication", "starlette.middleware.errors",
        "starlette.middleware.exceptions", "starlette.exceptions", "starlette.datastructures", "starlette.background", "starlette.types",
        "starlette.routing", "starlette.applications", "starlette.concurrency", "starlette.staticfiles", "starlette.templating",
        "starlette.testclient", "starlette.websockets", "starlette.authentication", "starlette.config", "starlette.convertors",
        "starlette.endpoints",
    ]

    /// What only annotations name.
    private static let annotations = [
        "ASGIApp", "AppType", "Scope", "Receive", "Send", "Message", "RequestResponseEndpoint", "DispatchFunction", "DecoratedCallable",
        "Lifespan", "StatelessLifespan", "StatefulLifespan", "HTTPExceptionHandler", "WebSocketExceptionHandler", "ExceptionHandler",
        "IncEx",
    ]

    /// What a program may import and is not part of the playground.
    private static let unsupported = [
        "UploadFile", "WebSocket", "WebSocketDisconnect", "WebSocketException", "WebSocketState", "StaticFiles", "Jinja2Templates",
        "TestClient", "WSGIMiddleware", "SessionMiddleware",
        "AuthenticationMiddleware", "EventSourceResponse", "ServerSentEvent", "get_openapi", "get_swagger_ui_html", "get_redoc_html",
        "get_swagger_ui_oauth2_redirect_html", "APIWebSocketRoute", "Host", "WebSocketRoute", "Config", "HTTPEndpoint",
        "WebSocketEndpoint", "Environ", "CommaSeparatedStrings", "Starlette", "ServerErrorMiddleware", "ExceptionMiddleware",
        "AuthenticationBackend", "AuthCredentials", "AuthenticationError", "BaseUser", "SimpleUser", "UnauthenticatedUser", "requires",
        "has_required_scope", "Convertor", "register_url_convertor", "compile_path",
    ]

    /// `uvicorn`, whose part a program plays only where it is started by itself.
    private func server() -> PyModule {
        let module = PyModule(name: "uvicorn")
        for name in ["run", "Config", "Server", "main"] { module.namespace[name] = classes.unsupported.type(name, module: "uvicorn") }
        module.namespace["__version__"] = "0.54.0"
        return module
    }

    private func names(_ machine: Machine) -> [(String, Value)] {
        let c = classes
        var result: [(String, Value)] = c.parameters.functions(machine).map { ($0.name, $0.value) }
        let types = [
            c.application, c.router, c.route, c.request, c.httpConnection, c.backgroundTask, c.backgroundTasks, c.securityScopes,
            c.httpException, c.validationException, c.requestValidationError, c.responseValidationError,
            c.webSocketRequestValidationError, c.fastAPIError, c.dependencyScopeError, c.clientDisconnect, c.noMatchFound,
            c.corsMiddleware, c.trustedHostMiddleware, c.httpsRedirectMiddleware, c.gzipMiddleware, c.baseHTTPMiddleware, c.middleware,
            c.state, c.secret, c.url, c.urlPath, c.headers.immutable, c.headers.mutable, c.multiDict.immutable, c.multiDict.mutable,
            c.multiDict.queryParameters, c.multiDict.formData, c.responses.response, c.responses.html, c.responses.plainText,
            c.responses.json, c.responses.redirect, c.responses.streaming, c.responses.file, c.responses.ujson, c.responses.orjson,
            c.baseRoute, c.starletteRoute, c.starletteRouter, c.mount,
        ]
        result += types.map { ($0.name, .object($0)) }
        result.append(("jsonable_encoder", encoder(machine)))
        result += concurrency(machine)
        for name in ["http_exception_handler", "request_validation_exception_handler", "websocket_request_validation_exception_handler"] {
            result.append((name, handler(name, machine)))
        }
        for name in Self.annotations { result.append((name, .object(PySpecialForm("Any")))) }
        return result
    }

    /// `starlette.concurrency`: threads run in order here.
    private func concurrency(_ machine: Machine) -> [(String, Value)] {
        let iterator = classes.responses.bodyIterator
        let run = machine.native("run_in_threadpool", "func, /, *args, **kwargs") { machine, a in
            .object(PyNativeAwaitable { machine in try machine.callInThread(a[0], Arguments(a.list(1), keywords: a.dict(2))) })
        }
        let iterate = machine.native("iterate_in_threadpool", "iterator") { machine, a in
            let made = BodyIteratorObject(type: iterator)
            made.stream = ProgramStream(a[0], charset: "utf-8", machine)
            return .object(made)
        }
        return [("run_in_threadpool", run), ("iterate_in_threadpool", iterate)]
    }

    private func encoder(_ machine: Machine) -> Value {
        machine.native(
            "jsonable_encoder",
            "obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False, "
                + "custom_encoder=None, sqlalchemy_safe=True"
        ) { machine, a in
            var encoder = JSONableEncoder(machine: machine)
            encoder.options.include = a[1]
            encoder.options.exclude = a[2]
            encoder.options.byAlias = try machine.isTrue(a[3])
            encoder.options.excludeUnset = try machine.isTrue(a[4])
            encoder.options.excludeDefaults = try machine.isTrue(a[5])
            encoder.options.excludeNone = try machine.isTrue(a[6])
            encoder.excludesNone = encoder.options.excludeNone
            encoder.customEncoders = a[7].asDict?.items.compactMap { entry in entry.key.asType.map { ($0, entry.value) } } ?? []
            encoder.dropsPrivateKeys = try machine.isTrue(a[8])
            return try encoder.encode(a[0])
        }
    }

    /// FastAPI's own handlers, which programs call from theirs.
    private func handler(_ name: String, _ machine: Machine) -> Value {
        let framework = classes
        return machine.native(name, "request, exc") { machine, a in
            let exception = a[1]
            return .object(
                PyNativeAwaitable { machine in
                    if let http = exception.asObject as? HTTPExceptionObject { return try framework.answer(to: http, machine) }
                    guard let validation = exception.asObject as? ValidationErrorObject else {
                        throw machine.error(
                            "AttributeError", "'\(machine.typeName(exception))' object has no attribute 'status_code'")
                    }
                    return try framework.answer(to: validation, machine)
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
            (203, "NON_AUTHORITATIVE_INFORMATION"), (306, "RESERVED"), (413, "REQUEST_ENTITY_TOO_LARGE"), (413, "CONTENT_TOO_LARGE"),
            (414, "REQUEST_URI_TOO_LONG"),
            (414, "URI_TOO_LONG"), (416, "REQUESTED_RANGE_NOT_SATISFIABLE"), (416, "RANGE_NOT_SATISFIABLE"), (418, "IM_A_TEAPOT"),
            (422, "UNPROCESSABLE_ENTITY"), (422, "UNPROCESSABLE_CONTENT"), (226, "IM_USED"), (302, "FOUND"), (207, "MULTI_STATUS"),
        ]
        for (code, words) in others { module.namespace["HTTP_\(code)_\(words)"] = .int(code) }
        for (code, words) in webSocketCodes { module.namespace["WS_\(code)_\(words)"] = .int(code) }
        return module
    }

    private static let webSocketCodes: [(Int, String)] = [
        (1000, "NORMAL_CLOSURE"), (1001, "GOING_AWAY"), (1002, "PROTOCOL_ERROR"), (1003, "UNSUPPORTED_DATA"), (1005, "NO_STATUS_RCVD"),
        (1006, "ABNORMAL_CLOSURE"), (1007, "INVALID_FRAME_PAYLOAD_DATA"), (1008, "POLICY_VIOLATION"), (1009, "MESSAGE_TOO_BIG"),
        (1010, "MANDATORY_EXT"), (1011, "INTERNAL_ERROR"), (1012, "SERVICE_RESTART"), (1013, "TRY_AGAIN_LATER"), (1014, "BAD_GATEWAY"),
        (1015, "TLS_HANDSHAKE"),
    ]
}
