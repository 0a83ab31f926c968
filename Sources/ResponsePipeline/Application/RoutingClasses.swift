import DataModels
import Python

/// What `FastAPI` and `APIRouter` have in common as a program sees them: decorators, inclusion, events.
enum RoutingClasses {
    static func define(_ framework: FrameworkClasses) {
        for type in [framework.router, framework.application] {
            defineMethods(type, framework)
            RouterInclusion.define(type, framework)
            defineEvents(type)
        }
        RouterAttributes.define(framework)
        framework.router.method("__init__", "self, **settings") { machine, a in
            guard let router = a[0].asObject as? RouterObject else { return .none }
            try SettingNames.check(a.dict(1), SettingNames.router, of: framework.router, machine)
            try configure(router, a.dict(1), machine)
            RouterAttributes.fill(router, a.dict(1))
            return .none
        }
        ApplicationClass.define(framework)
    }

    /// The settings that routers and applications share; FastAPI 0.165.0 routing.py `APIRouter.__init__`.
    static func configure(_ router: RouterObject, _ settings: [(name: String, value: Value)], _ machine: Machine) throws {
        for (name, value) in settings where !value.isNone {
            switch name {
            case "prefix":
                // What is no text fails where FastAPI asks it for its start.
                if value.asString == nil, try machine.isTrue(value) { _ = try machine.attribute(value, "startswith") }
                router.prefix = value.asString ?? ""
            case "dependencies": router.dependencyList = PyList(try machine.array(value))
            case "redirect_slashes": router.redirectsSlashes = try machine.isTrue(value)
            case "default_response_class": router.defaultResponseClass = value
            case "lifespan": router.lifespan = [.given(value)]
            case "routes": router.replaceRoutes(by: PyList(try machine.array(value)))
            case "default": router.fallback = value
            case "on_startup": router.startup = PyList(try machine.array(value))
            case "on_shutdown": router.shutdown = PyList(try machine.array(value))
            case "max_body_size": router.maxBodySize = try BodyLimit.read(value, machine)
            case "responses": router.responses = value.asDict
            case "strict_content_type": router.isStrict = try machine.isTrue(value)
            case "route_class": router.routeMaker = value
            default: break
            }
        }
        try checkPrefix(router.prefix, machine)
    }

    /// FastAPI's words for a prefix that does not start with a slash, or ends with one.
    static func checkPrefix(_ prefix: String, _ machine: Machine) throws {
        guard !prefix.isEmpty else { return }
        guard prefix.hasPrefix("/") else { throw machine.error("AssertionError", "A path prefix must start with '/'") }
        guard !prefix.hasSuffix("/") else {
            throw machine.error("AssertionError", "A path prefix must not end with '/', as the routes will start with '/'")
        }
    }

    /// The router that a method of a router or an application acts on.
    static func router(_ value: Value, _ machine: Machine) throws -> RouterObject {
        if let application = value.asObject as? ApplicationObject { return application.router }
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
            value.isNone ? ["GET"] : try machine.array(value).map { try machine.str(machine.call(machine.attribute($0, "upper"))) }
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
        definePlain(type, framework)
        for name in ["websocket", "websocket_route", "frontend"] {
            type.method(name, "self, path, *rest, **settings") { machine, a in
                note("\(name) is not part of the playground; it is left out", a[0], machine.callSite, framework)
                return machine.native("decorator", "function, /") { _, b in b[0] }
            }
        }
    }

    /// `add_route` and `route`, which take functions of the request (Starlette 1.10.0 routing.py `Route`).
    private static func definePlain(_ type: PyType, _ framework: FrameworkClasses) {
        let isApplication = type === framework.application
        (isApplication ? framework.starlette : type).method(
            "add_route", "self, path, route, methods=None, name=None, include_in_schema=True"
        ) { machine, a in
            try addPlain(a, a[2], machine.callSite, framework, machine)
            return .none
        }
        for name in isApplication ? ["add_api_websocket_route"] : ["add_websocket_route", "add_api_websocket_route"] {
            type.method(name, "self, path, *rest, **settings") { machine, a in
                note("WebSocket routes are not part of the playground; it is left out", a[0], machine.callSite, framework)
                return .none
            }
        }
        if isApplication { return }
        type.method("add_event_handler", "self, event_type, func") { machine, a in
            let owner = try router(a[0], machine), isStartup = try self.isStartup(a[1], machine)
            (isStartup ? owner.startup : owner.shutdown).elements.append(a[2])
            return .none
        }
        type.method("route", "self, path, methods=None, name=None, include_in_schema=True") { machine, a in
            let site = machine.callSite
            return machine.native("decorator", "func, /") { machine, b in
                try addPlain(a, b[0], site, framework, machine, offset: 0)
                return b[0]
            }
        }
    }

    /// - Parameter offset: how far `methods` and what follows is behind the first argument.
    private static func addPlain(
        _ a: BoundArguments, _ endpoint: Value, _ site: CallSite?, _ framework: FrameworkClasses, _ machine: Machine, offset: Int = 1
    ) throws {
        let described = (a[2 + offset], a[3 + offset], a[4 + offset])
        let made = try plain(a[1], endpoint, described, site, machine)
        try router(a[0], machine).append(.route(made), machine, framework)
    }

    /// Starlette's own kind of route, by its methods, its name, and whether it is in the schema.
    static func plain(
        _ path: Value, _ endpoint: Value, _ described: (methods: Value, name: Value, isInSchema: Value), _ site: CallSite?,
        _ machine: Machine
    ) throws -> Route {
        let path = try machine.str(path)
        guard path.hasPrefix("/") else { throw machine.error("AssertionError", "Routed paths must start with '/'") }
        var settings = Route.Settings()
        settings.isPlain = true
        settings.name = described.name.asString
        settings.isInSchema = try machine.isTrue(described.isInSchema)
        let isFunction = endpoint.asObject is PyFunction || endpoint.asObject is PyBoundMethod
        var methods = isFunction ? ["GET"] : []
        if !described.methods.isNone { methods = try machine.array(described.methods).map { try machine.str($0).uppercased() } }
        if methods.contains("GET") { methods.append("HEAD") }
        do throws(PathPattern.Problem) {
            return try Route(path: path, methods: methods, endpoint: endpoint, settings: settings, site: site)
        } catch {
            throw machine.error(error.kind, error.text)
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
        if let responses = settings.others.last(where: { $0.name == "responses" })?.value, responses.asDict == nil,
            try machine.isTrue(responses)
        {
            throw machine.error("TypeError", "'\(machine.typeName(responses))' object is not a mapping")
        }
        guard let below = path.asString else {
            throw machine.error("TypeError", "can only concatenate str (not \"\(machine.typeName(path))\") to str")
        }
        let path = owner.prefix + below
        let settings = try RouteSettings.joined(settings, with: owner, machine)
        let maker = settings.others.last { $0.name == "route_class_override" }?.value ?? owner.routeMaker
        let type = maker?.asType
        let made: Route
        if let maker, type?.isSubtype(of: framework.route) != true {
            let keywords = RouteSettings.constructorKeywords(settings.given, endpoint: endpoint, methods: methods, machine)
            let object = try machine.call(maker, Arguments([.string(path)], keywords: keywords)).asObject as? RouteObject
            guard let route = object?.route else { return }
            made = route
        } else if let type, type.lookup("__init__")?.asObject is PyFunction {
            let keywords = RouteSettings.constructorKeywords(settings.given, endpoint: endpoint, methods: methods, machine)
            made = try RouteObject.construct(type, path, in: owner, keywords, site, machine)
        } else {
            made = try route(path, methods, settings, endpoint, site, machine)
            try declare(made, in: owner, framework, machine)
            try name(made, owner, framework, machine)
            // A route class makes its handler when the route is declared.
            if made.limit == nil { _ = try made.handler(machine, framework) }
        }
        owner.append(.route(made), machine, framework)
    }

    /// Lets the program name the operation, which may fail (FastAPI 0.165.0 routing.py `_populate_api_route_state`).
    private static func name(_ route: Route, _ router: RouterObject, _ framework: FrameworkClasses, _ machine: Machine) throws {
        let own = route.settings.others.last { $0.name == "generate_unique_id_function" }?.value
        guard let function = own ?? router.uniqueID else { return }
        let operation = route.settings.others.last { $0.name == "operation_id" }?.value
        if let operation, try machine.isTrue(operation) { return }
        let object = route.object(machine, framework)
        object.dictionary["unique_id"] = try machine.call(function, .object(object))
    }

    /// A route as a decorator or the constructor of `APIRoute` describes it, still without its router.
    static func route(
        _ path: String, _ methods: [String], _ settings: Route.Settings, _ endpoint: Value, _ site: CallSite?, _ machine: Machine
    ) throws -> Route {
        let made: Route
        do throws(PathPattern.Problem) {
            made = try Route(path: path, methods: methods, endpoint: endpoint, settings: settings, site: site)
        } catch {
            throw machine.error(error.kind, error.text)
        }
        // FastAPI names a route by one of its methods.
        if methods.isEmpty { throw machine.error(machine.types.exception("AssertionError"), []) }
        return made
    }

    /// Takes over what the router says; what is not part of the playground disables the route.
    static func declare(_ route: Route, in router: RouterObject, _ framework: FrameworkClasses, _ machine: Machine) throws {
        do {
            try route.declare(in: router, SignatureReader(machine: machine, classes: framework.parameters, framework: framework))
        } catch let raised as PyError where machine.isError(raised, "PlaygroundLimit") {
            let reason = try machine.str(.object(raised.exception))
            framework.unsupported.note("PlaygroundLimit: " + reason, at: route.site)
            route.disable(reason)
        }
    }

    // MARK: Events

    private static func defineEvents(_ type: PyType) {
        type.method("on_event", "self, event_type") { machine, a in
            let owner = try router(a[0], machine), isStartup = try self.isStartup(a[1], machine)
            return machine.native("decorator", "func, /") { _, b in
                (isStartup ? owner.startup : owner.shutdown).elements.append(b[0])
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
}
