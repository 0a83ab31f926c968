import DataModels
import Python

/// What a program sees of a route: an instance of `APIRoute` or Starlette's `Route`.
final class RouteObject: PyInstance {
    private(set) var route: Route?
    /// The route that it stands for under the prefixes of the routers around, while the program is asked whether it matches.
    var effective: Route?
    /// Where it is declared, while `__init__` of its class runs.
    fileprivate var declaration: (router: RouterObject, site: CallSite?)?

    /// Makes a route by the constructor of a class of the program, which hands on to `APIRoute.__init__` what it wants.
    static func construct(
        _ type: PyType, _ path: String, in router: RouterObject, _ keywords: [(name: String, value: Value)], _ site: CallSite?,
        _ machine: Machine
    ) throws -> Route {
        guard let object = type.allocate(type) as? RouteObject else {
            throw machine.error("TypeError", "a route class must be an APIRoute")
        }
        object.declaration = (router, site)
        _ = try machine.call(try machine.attribute(.object(object), "__init__"), Arguments([.string(path)], keywords: keywords))
        object.declaration = nil
        guard let route = object.route else {
            throw machine.error("AttributeError", "'\(type.name)' object has no attribute 'path'")
        }
        return route
    }

    /// Takes over what the decorator said.
    func fill(_ route: Route, _ machine: Machine) {
        self.route = route
        let methods = PyDict()
        for method in route.methods { methods[method] = Value.none }
        let values: [(String, Value)] = [
            ("path", .string(route.path)), ("path_format", .string(route.pathFormat)), ("name", .string(route.name)),
            ("methods", .object(PySet(table: methods))), ("endpoint", route.endpoint),
            ("include_in_schema", .bool(route.settings.isInSchema)), ("status_code", route.settings.statusCode),
            ("response_class", route.settings.responseClass), ("response_model", route.settings.responseModel ?? Value.none),
            ("dependencies", .list(PyList(route.settings.dependencies))), ("operation_id", Value.none), ("tags", .list(PyList())),
            ("summary", Value.none), ("deprecated", Value.none), ("responses", .dict(PyDict())),
            ("response_description", "Successful Response"), ("openapi_extra", Value.none), ("callbacks", Value.none),
            ("response_model_include", route.settings.options.include), ("response_model_exclude", route.settings.options.exclude),
        ]
        for (name, value) in values { dictionary[name] = value }
        for (name, value) in route.settings.others { dictionary[name] = value }
        if !route.settings.isPlain { dictionary["description"] = (try? description(of: route, machine)) ?? "" }
        let operation = dictionary["operation_id"] ?? Value.none
        dictionary["unique_id"] = operation.asString?.isEmpty == false ? operation : .string(Self.uniqueID(of: route))
    }
}

extension RouteObject {
    /// What it says or its function's docstring does, up to a form feed.
    private func description(of route: Route, _ machine: Machine) throws -> Value {
        var text = dictionary["description"] ?? .none
        if try !machine.isTrue(text) {
            let words = try machine.attributeIfPresent(route.endpoint, "__doc__") ?? .none
            text = try machine.isTrue(words) ? try machine.call(try machine.imported("inspect", "cleandoc"), words) : ""
        }
        let parts = try machine.array(try machine.call(try machine.attribute(text, "split"), "\u{0C}"))
        return try machine.call(try machine.attribute(parts.first ?? "", "strip"))
    }

    /// FastAPI 0.165.0 utils.py `generate_unique_id`.
    private static func uniqueID(of route: Route) -> String {
        let words = (route.name + route.pathFormat).map { $0.isLetter || $0.isNumber || $0 == "_" ? String($0) : "_" }.joined()
        return words + "_" + (route.methods.first ?? "").lowercased()
    }
}

/// `url_path_for` of applications and routers, and the classes of routes.
enum RouteClass {
    static func define(_ framework: FrameworkClasses) {
        framework.noMatchFound.method("__init__", "self, name, path_params") { machine, a in
            let names = a[2].asDict?.keys.compactMap(\.asString).joined(separator: ", ") ?? ""
            let text = "No route exists for name \"\(try machine.str(a[1]))\" and params \"\(names)\"."
            (a[0].asObject as? PyException)?.arguments = [.string(text)]
            return .none
        }
        framework.route.method("__init__", "self, path, endpoint, *, methods=None, **settings") { machine, a in
            guard let object = a[0].asObject as? RouteObject else { return .none }
            let (router, site) = object.declaration ?? (RouterObject(type: framework.router), machine.callSite)
            let methods = a[3].isNone ? ["GET"] : try machine.array(a[3]).map { try machine.str($0).uppercased() }
            let settings = try RouteSettings.read(a.dict(4), "APIRoute.__init__", machine)
            let route = try RoutingClasses.route(try machine.str(a[1]), methods, settings, a[2], site, machine)
            try RoutingClasses.declare(route, in: router, framework, machine)
            object.fill(route, machine)
            route.isShown(as: object)
            if route.limit == nil { _ = try route.handler(machine, framework) }
            return .none
        }
        framework.starletteRoute.method(
            "__init__", "self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None, max_body_size=None"
        ) { machine, a in
            guard let object = a[0].asObject as? RouteObject else { return .none }
            let route = try RoutingClasses.plain(a[1], a[2], (a[3], a[4], a[5]), machine.callSite, machine)
            object.fill(route, machine)
            route.isShown(as: object)
            return .none
        }
        framework.mount.method("__init__", "self, path, app=None, routes=None, name=None, *, middleware=None") { machine, a in
            guard let object = a[0].asObject as? MountObject else { return .none }
            guard !a[2].isNone || !a[3].isNone else {
                throw machine.error("AssertionError", "Either 'app=...', or 'routes=' must be specified")
            }
            let router = Arguments([], keywords: [("routes", a[3])])
            let application = a[2].isNone ? try machine.call(.object(framework.starletteRouter), router) : a[2]
            do throws(PathPattern.Problem) {
                let path = a[1].asString ?? ""
                object.fill(
                    try MountedApplication(path: path, application: application, name: a[4].asString, site: machine.callSite))
            } catch {
                throw machine.error(error.kind, error.text)
            }
            return .none
        }
        framework.route.method("get_route_handler", "self") { machine, _ in
            machine.native("app", "request") { machine, a in
                let request = a[0]
                return .object(
                    PyNativeAwaitable { machine in
                        guard let run = (machine.context.user as? RequestScope)?.runRoute else { return .none }
                        return try await run(request)
                    })
            }
        }
        framework.middleware.method("__init__", "self, cls, *args, **kwargs") { _, a in
            let keywords = PyDict()
            for (name, value) in a.dict(3) { keywords[name] = value }
            a[0].asInstance?.dictionary["cls"] = a[1]
            a[0].asInstance?.dictionary["args"] = .tuple(PyTuple(a.list(2)))
            a[0].asInstance?.dictionary["kwargs"] = .dict(keywords)
            return .none
        }
    }

    private static func find(
        _ name: String, _ values: [(name: String, value: Value)], _ router: RouterObject, _ framework: FrameworkClasses,
        _ machine: Machine, depth: Int = 0
    ) throws -> String? {
        for entry in router.table(framework, machine).entries {
            switch entry {
            case .route(let route):
                if route.name == name, let path = try route.pattern.path(values, machine) { return path }
            case .mounted(let mount):
                // An application may be mounted below itself.
                let application = mount.application.asObject
                guard let inner = (application as? ApplicationObject)?.router ?? application as? RouterObject, depth < 32 else { continue }
                let found = try mount.path(
                    name, values, { try find($0, $1, inner, framework, machine, depth: depth + 1) }, machine)
                if let found { return found }
            }
        }
        return nil
    }

    /// The path of the first route with that name and those parameters.
    static func path(
        _ name: Value, _ values: [(name: String, value: Value)], _ router: RouterObject, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> Value {
        if let path = try find(name.asString ?? "", values, router, framework, machine) {
            var text = path.replacing("\\", with: "%5C")
            if text.hasPrefix("//") { text = "/%2F" + text.dropFirst(2) }
            return try machine.call(.object(framework.urlPath), .string(text))
        }
        let keywords = PyDict()
        for (key, value) in values { keywords[key] = value }
        let raised = try machine.call(.object(framework.noMatchFound), name, .dict(keywords))
        guard let exception = raised.asObject as? PyException else { throw machine.error("LookupError", "no route") }
        throw PyError(exception)
    }
}
