import Python

/// What routing adds to a scope.
enum ScopeKey: String {
    case handlers = "starlette.exception_handlers"
    case fileStack = "fastapi_middleware_astack"
    case router
    case fastapi
    case appRootPath = "app_root_path"
    case endpoint
    case pathParameters = "path_params"
    case route
    case requestStack = "fastapi_inner_astack"
    case functionStack = "fastapi_function_astack"
}

/// A scope on its way through routers and mounts (FastAPI 0.165.0 routing.py, Starlette 1.10.0 routing.py).
extension RequestScope {
    /// What a router notes when the request comes to it: the first one stays.
    func enter(_ application: ApplicationObject, _ machine: Machine) {
        if router == nil { router = application.router }
        note([.handlers, .fileStack, .router], machine)
    }

    /// The route that was chosen.
    func choose(_ route: Route, _ found: [(name: String, value: Value)], _ machine: Machine) {
        self.route = route
        add(found)
        if route.settings.isPlain {
            note([.endpoint, .pathParameters], machine)
        } else {
            note([.endpoint, .pathParameters, .route, .requestStack, .functionStack], machine)
        }
    }

    /// What a mount adds to the scope (Starlette 1.10.0 routing.py `Mount.matches`).
    func enter(_ mount: MountedApplication, above: String, _ found: [(name: String, value: Value)], _ machine: Machine) {
        add(found)
        mounted = mount
        route = nil
        outerRootPath = outerRootPath ?? rootPath
        serve(under: rootPath + above)
        note([.pathParameters, .appRootPath, .endpoint], machine)
    }

    /// The dictionary of the scope with another path in it.
    func exposed(withPath path: String, _ machine: Machine) -> PyDict {
        let copy = expose(machine).copy()
        copy["path"] = .string(path)
        return copy
    }

    /// The path under which an application is served.
    func serve(under path: String) {
        rootPath = path
        dictionary?["root_path"] = .string(path)
    }

    /// Adds keys, or gives them their values anew.
    func note(_ added: [ScopeKey], _ machine: Machine) {
        for key in added where !keys.contains(key) { keys.append(key) }
        guard let dictionary else { return }
        for key in added { dictionary[key.rawValue] = value(of: key, machine) }
    }

    /// What the program finds under a key.
    func value(of key: ScopeKey, _ machine: Machine) -> Value {
        switch key {
        case .handlers: .tuple(PyTuple([.dict(PyDict()), .dict(PyDict())]))
        case .fileStack, .requestStack, .functionStack: .object(PyInstance(type: machine.types.object))
        case .router: router.map { .object($0) } ?? .none
        case .fastapi: .dict(PyDict())
        case .appRootPath: .string(outerRootPath ?? rootPath)
        case .endpoint: route?.endpoint ?? mounted?.application ?? .none
        case .pathParameters: .dict(parameters)
        case .route: route.map { .object($0.object(machine)) } ?? .none
        }
    }

    /// Parameters of a path take the place of ones with the same name that a mount found.
    private func add(_ found: [(name: String, value: Value)]) {
        if pathParameters.isEmpty {
            pathParameters = found
        } else {
            for (name, value) in found {
                if let known = pathParameters.firstIndex(where: { $0.name == name }) {
                    pathParameters[known].value = value
                } else {
                    pathParameters.append((name, value))
                }
            }
        }
        knownParameters = nil
    }

    /// The parameter of that name in the path.
    func pathParameter(_ name: String) -> Value? { pathParameters.first { $0.name == name }?.value }

    /// `path_params`.
    var parameters: PyDict {
        if let knownParameters { return knownParameters }
        let dict = PyDict()
        for (name, value) in pathParameters { dict[name] = value }
        knownParameters = dict
        return dict
    }
}
