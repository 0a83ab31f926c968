import DataModels
import Python

/// What `FastAPI` and `APIRouter` have in common as a program sees them: decorators, inclusion, events.
enum RoutingClasses {
    static func define(_ framework: FrameworkClasses) {
        for type in [framework.router, framework.application] {
            defineMethods(type, framework)
            defineInclusion(type, framework)
            defineEvents(type)
            defineReading(type, framework)
        }
        framework.router.method("__init__", "self, **settings") { machine, a in
            guard let router = a[0].asObject as? RouterObject else { return .none }
            try configure(router, a.dict(1), machine)
            return .none
        }
        ApplicationClass.define(framework)
    }

    /// The settings that routers and applications share; FastAPI 0.165.0 routing.py `APIRouter.__init__`.
    static func configure(_ router: RouterObject, _ settings: [(name: String, value: Value)], _ machine: Machine) throws {
        for (name, value) in settings where !value.isNone {
            switch name {
            case "prefix": router.prefix = value.asString ?? ""
            case "dependencies": router.dependencies = try machine.array(value)
            case "default_response_class": router.defaultResponseClass = value
            case "lifespan": router.lifespan = value
            case "on_startup": router.startup = try machine.array(value)
            case "on_shutdown": router.shutdown = try machine.array(value)
            case "strict_content_type": router.isStrict = try machine.isTrue(value)
            case "route_class": router.routeClass = value.asType
            default: break
            }
        }
        try checkPrefix(router.prefix, machine)
    }

    private static func checkPrefix(_ prefix: String, _ machine: Machine) throws {
        guard !prefix.isEmpty else { return }
        guard prefix.hasPrefix("/") else { throw machine.error("AssertionError", "A path prefix must start with '/'") }
        guard !prefix.hasSuffix("/") else {
            throw machine.error("AssertionError", "A path prefix must not end with '/', as the routes will start with '/'")
        }
    }

    private static func router(_ value: Value, _ machine: Machine) throws -> RouterObject {
        guard let router = value.asObject as? RouterObject else {
            throw machine.error("TypeError", "descriptor requires an 'APIRouter' object but received a '\(machine.typeName(value))'")
        }
        return router
    }

    // MARK: Decorators

    private static let methods = ["get", "post", "put", "delete", "patch", "options", "head", "trace"]

    private static func defineMethods(_ type: PyType, _ framework: FrameworkClasses) {
        for method in methods {
            type.method(method, "self, path, **settings") { machine, a in
                try decorator(
                    a[0], a[1], [method.uppercased()], try RouteSettings.read(a.dict(2), "\(type.name).\(method)", machine), framework,
                    machine)
            }
        }
        let named = { (value: Value, machine: Machine) in
            value.isNone ? ["GET"] : try machine.array(value).map { try machine.str($0).uppercased() }
        }
        type.method("api_route", "self, path, *, methods=None, **settings") { machine, a in
            let settings = try RouteSettings.read(a.dict(3), "\(type.name).api_route", machine)
            return try decorator(a[0], a[1], try named(a[2], machine), settings, framework, machine)
        }
        type.method("add_api_route", "self, path, endpoint, *, methods=None, **settings") { machine, a in
            let settings = try RouteSettings.read(a.dict(4), "\(type.name).add_api_route", machine)
            try add(a[0], a[1], try named(a[3], machine), settings, a[2], machine.callSite, framework, machine)
            return .none
        }
        for name in ["websocket", "websocket_route", "frontend", "route"] {
            type.method(name, "self, path, *rest, **settings") { machine, a in
                note("\(name) is not part of the playground; it is left out", a[0], machine.callSite, framework)
                return machine.native("decorator", "function, /") { _, b in b[0] }
            }
        }
    }

    private static func note(_ text: String, _ router: Value, _ site: CallSite?, _ framework: FrameworkClasses) {
        framework.unsupported.note(text, at: site)
    }

    private static func decorator(
        _ router: Value, _ path: Value, _ methods: [String], _ settings: Route.Settings, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> Value {
        let site = machine.callSite
        return machine.native("decorator", "func, /") { machine, a in
            try add(router, path, methods, settings, a[0], site, framework, machine)
            return a[0]
        }
    }

    private static func add(
        _ router: Value, _ path: Value, _ methods: [String], _ settings: Route.Settings, _ endpoint: Value, _ site: CallSite?,
        _ framework: FrameworkClasses, _ machine: Machine
    ) throws {
        let owner = try self.router(router, machine)
        let text = owner.prefix + (try machine.str(path))
        guard text.hasPrefix("/") || text.isEmpty && !(owner is ApplicationObject) else {
            throw machine.error("AssertionError", "Routed paths must start with '/'")
        }
        let route: Route
        do throws(PathPattern.Problem) {
            route = try Route(path: text, methods: methods, endpoint: endpoint, settings: settings, site: site)
        } catch {
            throw machine.error(error.kind, error.text)
        }
        do {
            try route.declare(in: owner, SignatureReader(machine: machine, classes: framework.parameters, framework: framework))
        } catch let raised as PyError where machine.isError(raised, "PlaygroundLimit") {
            return framework.unsupported.note("PlaygroundLimit: " + (try machine.str(.object(raised.exception))), at: site)
        }
        owner.entries.append(.route(route))
        owner.changes += 1
    }

    // MARK: Including

    private static func defineInclusion(_ type: PyType, _ framework: FrameworkClasses) {
        type.method("include_router", "self, router, *, prefix='', dependencies=None, default_response_class=None, **settings") {
            machine, a in
            let owner = try router(a[0], machine), inner = try router(a[1], machine)
            guard owner !== inner else {
                throw machine.error(
                    "AssertionError",
                    "Cannot include the same APIRouter instance into itself. Did you mean to include a different router?")
            }
            guard !inner.contains(owner) else {
                throw machine.error(
                    "AssertionError",
                    "Cannot include an APIRouter instance that already includes this router. Did you mean to include a different router?")
            }
            let prefix = try machine.str(a[2])
            try checkPrefix(prefix, machine)
            if prefix.isEmpty { try checkPaths(inner, framework, machine) }
            var inclusion = RouterObject.Inclusion(prefix: owner is ApplicationObject ? prefix : owner.prefix + prefix)
            inclusion.dependencies = a[3].isNone ? [] : try machine.array(a[3])
            inclusion.responseClass = a[4]
            owner.entries.append(.included(inner, inclusion))
            owner.changes += 1
            owner.startup += inner.startup
            owner.shutdown += inner.shutdown
            return .none
        }
        type.method("mount", "self, path, app=None, **settings") { machine, a in
            note("a mount is not part of the playground; it is left out", a[0], machine.callSite, framework)
            return .none
        }
    }

    private static func checkPaths(_ router: RouterObject, _ framework: FrameworkClasses, _ machine: Machine) throws {
        for case .route(let route) in router.entries where route.path.isEmpty {
            throw machine.error(
                framework.fastAPIError, [.string("Prefix and path cannot be both empty (path operation: \(route.name))")])
        }
    }

    // MARK: Events

    private static func defineEvents(_ type: PyType) {
        type.method("on_event", "self, event_type") { machine, a in
            let owner = try router(a[0], machine), isStartup = try self.isStartup(a[1], machine)
            return machine.native("decorator", "func, /") { _, b in
                if isStartup { owner.startup.append(b[0]) } else { owner.shutdown.append(b[0]) }
                return b[0]
            }
        }
    }

    static func isStartup(_ event: Value, _ machine: Machine) throws -> Bool {
        guard let name = event.asString, name == "startup" || name == "shutdown" else {
            throw machine.error(machine.types.exception("AssertionError"), [])
        }
        return name == "startup"
    }

    // MARK: Reading

    private static func defineReading(_ type: PyType, _ framework: FrameworkClasses) {
        type.getter("routes") { machine, value in
            let owner = try router(value, machine)
            let entries = owner.entries.map { entry -> Value in
                switch entry {
                case .route(let route): .object(route.object(machine, framework))
                case .included: .object(PyInstance(type: framework.includedRouter))
                }
            }
            let pages = (owner as? ApplicationObject)?.pages.map { Value.object($0.object(machine, framework)) } ?? []
            return .list(PyList(pages + entries))
        }
        type.method("url_path_for", "self, name, /, **path_params") { machine, a in
            let routes: [Route]
            if let application = try router(a[0], machine) as? ApplicationObject {
                routes = application.table(framework, machine).routes
            } else {
                routes = try router(a[0], machine).entries.compactMap { if case .route(let route) = $0 { route } else { nil } }
            }
            return try RouteClass.path(a[1], a.dict(2), routes, framework, machine)
        }
        type.getter("prefix") { machine, value in .string(try router(value, machine).prefix) }
        type.getter("dependencies") { machine, value in .list(PyList(try router(value, machine).dependencies)) }
    }
}

/// The keywords of a path operation's decorator.
enum RouteSettings {
    /// - Parameter caller: the method that they are given to, for the error about an unknown one.
    static func read(
        _ settings: [(name: String, value: Value)], _ caller: String, _ machine: Machine
    ) throws -> Route.Settings {
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
            case "strict_content_type": result.isStrict = try machine.isTrue(value)
            case let name where others.contains(name): result.others.append((name, value))
            default:
                throw machine.error("TypeError", "\(caller)() got an unexpected keyword argument '\(name)'")
            }
        }
        return result
    }

    /// What a route says about itself without any effect on its answers.
    private static let others: Set<String> = [
        "tags", "summary", "description", "response_description", "responses", "deprecated", "operation_id", "callbacks", "openapi_extra",
        "generate_unique_id_function", "max_body_size", "form_limits", "route_class_override",
    ]
}
