import DataModels
import Python

/// `FastAPI` and `APIRouter` as a program sees them.
enum RoutingClasses {
    static func define(_ framework: FrameworkClasses) {
        framework.router.method("__init__", "self, **settings") { machine, a in
            guard let router = a[0].asObject as? RouterObject else { return .none }
            try configure(router, a.dict(1), machine)
            return .none
        }
        framework.application.method("__init__", "self, **settings") { machine, a in
            guard let application = a[0].asObject as? ApplicationObject else { return .none }
            try configure(application, a.dict(1), machine)
            try configure(application: application, a.dict(1), framework, machine)
            return .none
        }
        for type in [framework.router, framework.application] {
            defineMethods(type, framework)
            defineInclusion(type)
        }
        defineApplication(framework)
    }

    private static func configure(_ router: RouterObject, _ settings: [(name: String, value: Value)], _ machine: Machine) throws {
        for (name, value) in settings where !value.isNone {
            switch name {
            case "prefix": router.prefix = value.asString ?? ""
            case "dependencies": router.dependencies = try machine.array(value)
            case "default_response_class": router.defaultResponseClass = value
            default: break
            }
        }
        if !router.prefix.isEmpty {
            guard router.prefix.hasPrefix("/") else { throw machine.error("AssertionError", "A path prefix must start with '/'") }
            guard !router.prefix.hasSuffix("/") else {
                throw machine.error("AssertionError", "A path prefix must not end with '/', as the routes will start with '/'")
            }
        }
    }

    private static func configure(
        application: ApplicationObject, _ settings: [(name: String, value: Value)], _ framework: FrameworkClasses, _ machine: Machine
    ) throws {
        for (name, value) in settings {
            switch name {
            case "openapi_url": application.openAPIPath = value.asString
            case "docs_url": application.docsPath = value.asString
            case "redoc_url": application.redocPath = value.asString
            case "redirect_slashes": application.redirectsSlashes = try machine.isTrue(value)
            case "debug": application.isDebug = try machine.isTrue(value)
            case "lifespan": application.lifespan = value
            case "on_startup": application.startup = value.isNone ? [] : try machine.array(value)
            case "on_shutdown": application.shutdown = value.isNone ? [] : try machine.array(value)
            case "exception_handlers":
                for (key, handler) in value.asDict?.items ?? [] { addHandler(key, handler, application) }
            case "middleware":
                for item in value.isNone ? [] : try machine.array(value).reversed() {
                    guard let type = try machine.attribute(item, "cls").asType else { continue }
                    let keywords = try machine.attribute(item, "kwargs").asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
                    application.middleware.append(.init(kind: .type(type, keywords), site: machine.callSite))
                }
            default: break
            }
        }
        let state = PyInstance(type: framework.state)
        application.dictionary["state"] = .object(state)
        application.dictionary["router"] = .object(application)
        application.dictionary["dependency_overrides"] = .dict(PyDict())
        for (name, value) in settings where ["title", "version", "description", "debug"].contains(name) {
            application.dictionary[name] = value
        }
    }

    // MARK: Decorators

    private static let methods = ["get", "post", "put", "delete", "patch", "options", "head", "trace"]

    private static func defineMethods(_ type: PyType, _ framework: FrameworkClasses) {
        for method in methods {
            type.method(method, "self, path, **settings") { machine, a in
                try decorator(a[0], a[1], [method.uppercased()], a.dict(2), framework, machine)
            }
        }
        type.method("api_route", "self, path, *, methods=None, **settings") { machine, a in
            let names = a[2].isNone ? ["GET"] : try machine.array(a[2]).compactMap { $0.asString?.uppercased() }
            return try decorator(a[0], a[1], names, a.dict(3), framework, machine)
        }
        type.method("add_api_route", "self, path, endpoint, *, methods=None, **settings") { machine, a in
            let names = a[3].isNone ? ["GET"] : try machine.array(a[3]).compactMap { $0.asString?.uppercased() }
            try add(a[0], a[1], names, a.dict(4), a[2], machine.callSite, framework, machine)
            return .none
        }
        for name in ["websocket", "websocket_route"] {
            type.method(name, "self, path, **settings") { machine, a in
                note("websockets are not part of the playground; this path operation is left out", a[0], machine.callSite)
                return machine.native("decorator", "function, /") { _, b in b[0] }
            }
        }
    }

    private static func note(_ text: String, _ router: Value, _ site: CallSite?) {
        (router.asObject as? ApplicationObject)?.findings.append((site, text))
    }

    private static func decorator(
        _ router: Value, _ path: Value, _ methods: [String], _ settings: [(name: String, value: Value)], _ framework: FrameworkClasses,
        _ machine: Machine
    ) throws -> Value {
        let site = machine.callSite
        return machine.native("decorator", "function, /") { machine, a in
            try add(router, path, methods, settings, a[0], site, framework, machine)
            return a[0]
        }
    }

    private static func add(
        _ router: Value, _ path: Value, _ methods: [String], _ settings: [(name: String, value: Value)], _ endpoint: Value,
        _ site: CallSite?, _ framework: FrameworkClasses, _ machine: Machine
    ) throws {
        guard let owner = router.asObject as? RouterObject else { return }
        let text = owner.prefix + (path.asString ?? "")
        guard text.hasPrefix("/") || !(owner is ApplicationObject) else {
            throw machine.error("AssertionError", "Routed paths must start with '/'")
        }
        let read = try RouteSettings.read(settings, machine)
        do throws(PathPattern.Problem) {
            let route = try Route(path: text, methods: methods, endpoint: endpoint, settings: read, site: site)
            try check(route, framework, machine)
            owner.entries.append(.route(route))
            owner.changes += 1
        } catch {
            throw machine.error("ValueError", error.text)
        }
    }

    /// Real FastAPI reads the signature when the route is declared, and raises there.
    private static func check(_ route: Route, _ framework: FrameworkClasses, _ machine: Machine) throws(PathPattern.Problem) {
        // The signature is read again with what including adds; errors become findings of the table.
        _ = route
    }

    // MARK: Including

    private static func defineInclusion(_ type: PyType) {
        type.method("include_router", "self, router, *, prefix='', dependencies=None, default_response_class=None, **settings") {
            machine, a in
            guard let owner = a[0].asObject as? RouterObject, let inner = a[1].asObject as? RouterObject else {
                throw machine.error("AssertionError", "include_router needs an APIRouter")
            }
            let prefix = a[2].asString ?? ""
            if !prefix.isEmpty {
                guard prefix.hasPrefix("/") else { throw machine.error("AssertionError", "A path prefix must start with '/'") }
                guard !prefix.hasSuffix("/") else {
                    throw machine.error("AssertionError", "A path prefix must not end with '/', as the routes will start with '/'")
                }
            }
            var inclusion = RouterObject.Inclusion(prefix: owner is ApplicationObject ? prefix : owner.prefix + prefix)
            inclusion.dependencies = a[3].isNone ? [] : try machine.array(a[3])
            inclusion.responseClass = a[4]
            owner.entries.append(.included(inner, inclusion))
            owner.changes += 1
            return .none
        }
        type.method("mount", "self, path, app=None, **settings") { machine, a in
            note("mounts are not part of the playground; this one is left out", a[0], machine.callSite)
            return .none
        }
    }

    // MARK: The application

    private static func defineApplication(_ framework: FrameworkClasses) {
        let type = framework.application
        type.method("add_middleware", "self, middleware_class, **options") { machine, a in
            guard let application = a[0].asObject as? ApplicationObject, let type = a[1].asType else { return .none }
            application.middleware.append(.init(kind: .type(type, a.dict(2)), site: machine.callSite))
            return .none
        }
        type.method("middleware", "self, middleware_type") { machine, a in
            let site = machine.callSite
            let owner = a[0]
            return machine.native("decorator", "function, /") { _, b in
                (owner.asObject as? ApplicationObject)?.middleware.append(.init(kind: .function(b[0]), site: site))
                return b[0]
            }
        }
        type.method("exception_handler", "self, exc_class_or_status_code") { machine, a in
            let owner = a[0], key = a[1]
            return machine.native("decorator", "function, /") { _, b in
                if let application = owner.asObject as? ApplicationObject { addHandler(key, b[0], application) }
                return b[0]
            }
        }
        type.method("add_exception_handler", "self, exc_class_or_status_code, handler") { _, a in
            if let application = a[0].asObject as? ApplicationObject { addHandler(a[1], a[2], application) }
            return .none
        }
        type.method("on_event", "self, event_type") { machine, a in
            let owner = a[0], isStartup = a[1].asString == "startup"
            return machine.native("decorator", "function, /") { _, b in
                guard let application = owner.asObject as? ApplicationObject else { return b[0] }
                if isStartup { application.startup.append(b[0]) } else { application.shutdown.append(b[0]) }
                return b[0]
            }
        }
    }

    private static func addHandler(_ key: Value, _ handler: Value, _ application: ApplicationObject) {
        if let type = key.asType {
            application.classHandlers.append((type, handler))
        } else if let status = key.asInt {
            application.statusHandlers.removeAll { $0.status == status }
            application.statusHandlers.append((status, handler))
        }
    }
}

/// The keywords of a path operation's decorator.
enum RouteSettings {
    static func read(_ settings: [(name: String, value: Value)], _ machine: Machine) throws -> Route.Settings {
        var result = Route.Settings()
        for (name, value) in settings {
            switch name {
            case "status_code": result.statusCode = value.isNone ? value : value.asInt.map { .int($0) } ?? value
            case "response_class": result.responseClass = value
            case "response_model": result.responseModel = value
            case "dependencies": result.dependencies = value.isNone ? [] : try machine.array(value)
            case "response_model_include": result.options.include = value
            case "response_model_exclude": result.options.exclude = value
            case "response_model_by_alias": result.options.byAlias = try machine.isTrue(value)
            case "response_model_exclude_unset": result.options.excludeUnset = try machine.isTrue(value)
            case "response_model_exclude_defaults": result.options.excludeDefaults = try machine.isTrue(value)
            case "response_model_exclude_none": result.options.excludeNone = try machine.isTrue(value)
            case "name": result.name = value.asString
            case "include_in_schema": result.isInSchema = try machine.isTrue(value)
            default: break
            }
        }
        return result
    }
}
