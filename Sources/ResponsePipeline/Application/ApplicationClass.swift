import DataModels
import Python

/// `FastAPI` as a program sees it: settings, middleware and exception handlers (FastAPI 0.165.0 applications.py).
enum ApplicationClass {
    static func define(_ framework: FrameworkClasses) {
        let type = framework.application
        type.method("__init__", "self, **settings") { machine, a in
            guard let application = a[0].asObject as? ApplicationObject else { return .none }
            try SettingNames.check(a.dict(1), SettingNames.application, of: type, machine)
            let ofRouter = a.dict(1).filter { SettingNames.router.contains($0.name) }
            try RoutingClasses.configure(application.router, ofRouter, machine)
            RouterAttributes.fill(application.router, ofRouter + [("dependency_overrides_provider", a[0])])
            try configure(application, a.dict(1), framework, machine)
            return .none
        }
        defineMiddleware(framework)
        defineHandlers(framework)
        type.getter("user_middleware") { machine, value in
            let added = (value.asObject as? ApplicationObject)?.middleware.reversed() ?? []
            return .list(PyList(try added.map { try described($0, framework, machine) }))
        }
        type.method("openapi", "self") { machine, _ in
            throw machine.error("PlaygroundLimit", "the OpenAPI schema is not part of the playground")
        }
        type.method("setup", "self") { _, _ in .none }
        type.method("__call__", "self, scope, receive, send") { machine, a in
            guard let callable = (a[0].asObject as? ApplicationObject)?.callable else {
                throw machine.error("RuntimeError", "the application has not started")
            }
            return try machine.call(callable, a[1], a[2], a[3])
        }
    }

    private static func configure(
        _ application: ApplicationObject, _ settings: [(name: String, value: Value)], _ framework: FrameworkClasses, _ machine: Machine
    ) throws {
        for (name, value) in settings {
            switch name {
            case "openapi_url": application.openAPIPath = value.asString
            case "docs_url": application.docsPath = value.asString
            case "redoc_url": application.redocPath = value.asString
            case "max_body_size": application.maxBodySize = try BodyLimit.read(value, machine)
            case "debug": application.isDebug = try machine.isTrue(value)
            case "root_path": application.rootPath = value.asString ?? ""
            case "exception_handlers" where !value.isNone:
                let handlers = try machine.call(.object(machine.types.dict), value).asDict
                for (key, handler) in handlers?.items ?? [] { try application.handlerTable.setValue(handler, for: key, machine) }
            case "middleware":
                for item in value.isNone ? [] : try machine.array(value).reversed() {
                    let keywords = try machine.attribute(item, "kwargs").asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
                    let arguments = Arguments(try machine.array(try machine.attribute(item, "args")), keywords: keywords)
                    application.middleware.append(
                        .init(kind: .factory(try machine.attribute(item, "cls"), arguments), site: machine.callSite))
                }
            default: break
            }
        }
        try checkNames(settings, application, machine)
        for (path, name) in application.builtIns {
            let page = try? Route(
                path: path, methods: ["GET", "HEAD"], endpoint: .none, settings: Route.Settings(isInSchema: false), builtIn: name)
            if let page { application.router.append(.route(page), machine, framework) }
        }
        application.dictionary["state"] = .object(PyInstance(type: framework.state))
        application.dictionary["webhooks"] = try machine.call(.object(framework.router))
        application.dictionary["dependency_overrides"] = .dict(PyDict())
        application.dictionary["max_body_size"] = application.maxBodySize.map { .int($0) } ?? Value.none
        application.dictionary["middleware_stack"] = Value.none
        application.dictionary["title"] = "FastAPI"
        application.dictionary["version"] = "0.1.0"
        application.dictionary["debug"] = false
        application.dictionary["root_path"] = .string(application.rootPath)
        for name in ["description", "summary", "openapi_url", "docs_url", "redoc_url", "openapi_tags", "servers"] {
            application.dictionary[name] = name == "description" ? "" : Value.none
        }
        application.dictionary["swagger_ui_oauth2_redirect_url"] = "/docs/oauth2-redirect"
        for name in ["swagger_ui_init_oauth", "swagger_ui_parameters", "terms_of_service", "contact", "license_info"] {
            application.dictionary[name] = Value.none
        }
        for (name, value) in settings where application.dictionary[name] != nil { application.dictionary[name] = value }
        try addDefaults(to: application.handlerTable, framework, machine)
        application.dictionary["exception_handlers"] = .dict(application.handlerTable)
        application.dictionary["docs_url"] = application.docsPath.map { .string($0) } ?? Value.none
        application.dictionary["openapi_url"] = application.openAPIPath.map { .string($0) } ?? Value.none
        application.dictionary["redoc_url"] = application.redocPath.map { .string($0) } ?? Value.none
    }

    /// What the schema cannot be without.
    private static func checkNames(
        _ settings: [(name: String, value: Value)], _ application: ApplicationObject, _ machine: Machine
    ) throws {
        guard application.openAPIPath?.isEmpty == false else { return }
        for (name, example) in [("title", "'My API'"), ("version", "'2.1.0'")] {
            guard let given = settings.last(where: { $0.name == name })?.value, try !machine.isTrue(given) else { continue }
            throw machine.error("AssertionError", "A \(name) must be provided for OpenAPI, e.g.: \(example)")
        }
    }

    /// FastAPI's own handlers, where the program has none for their exceptions.
    private static func addDefaults(to table: PyDict, _ framework: FrameworkClasses, _ machine: Machine) throws {
        let defaults: [(PyType, String)] = [
            (framework.starletteHTTPException, "http_exception_handler"),
            (framework.requestValidationError, "request_validation_exception_handler"),
            (framework.webSocketRequestValidationError, "websocket_request_validation_exception_handler"),
        ]
        for (type, name) in defaults where try table.value(for: .object(type), machine) == nil {
            let handler = try machine.imported("fastapi.exception_handlers", name)
            try table.setValue(handler, for: .object(type), machine)
        }
    }

    // MARK: Middleware

    private static func defineMiddleware(_ framework: FrameworkClasses) {
        framework.starlette.method("add_middleware", "self, middleware_class, *args, **options") { machine, a in
            guard let application = a[0].asObject as? ApplicationObject else { return .none }
            let arguments = Arguments(a.list(2), keywords: a.dict(3))
            try checkStart(application, machine)
            application.middleware.append(.init(kind: .factory(a[1], arguments), site: machine.callSite))
            return .none
        }
        framework.application.method("middleware", "self, middleware_type") { machine, a in
            let site = machine.callSite
            let owner = a[0]
            return machine.native("decorator", "func, /") { machine, b in
                guard let application = owner.asObject as? ApplicationObject else { return b[0] }
                try checkStart(application, machine)
                application.middleware.append(.init(kind: .function(b[0]), site: site))
                return b[0]
            }
        }
    }

    private static func checkStart(_ application: ApplicationObject, _ machine: Machine) throws {
        guard application.hasStarted else { return }
        throw machine.error("RuntimeError", "Cannot add middleware after an application has started")
    }

    /// A `Middleware` object for what was added.
    private static func described(
        _ added: ApplicationObject.AddedMiddleware, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> Value {
        switch added.kind {
        case .factory(let factory, let arguments):
            try machine.call(
                .object(framework.middleware), Arguments([factory] + arguments.positional, keywords: arguments.keywords))
        case .function(let function):
            try machine.call(
                .object(framework.middleware), Arguments([.object(framework.baseHTTPMiddleware)], keywords: [("dispatch", function)]))
        }
    }

    // MARK: Handlers

    private static func defineHandlers(_ framework: FrameworkClasses) {
        framework.application.method("exception_handler", "self, exc_class_or_status_code") { machine, a in
            let owner = a[0], key = a[1]
            return machine.native("decorator", "func, /") { machine, b in
                try (owner.asObject as? ApplicationObject)?.handlerTable.setValue(b[0], for: key, machine)
                return b[0]
            }
        }
        framework.starlette.method("add_exception_handler", "self, exc_class_or_status_code, handler") { machine, a in
            try (a[0].asObject as? ApplicationObject)?.handlerTable.setValue(a[2], for: a[1], machine)
            return .none
        }
    }
}
