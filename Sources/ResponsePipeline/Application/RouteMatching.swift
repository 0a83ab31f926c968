import HTTPMessages
import Python

/// What a program asks a route itself: whether it matches a scope (Starlette 1.10.0 routing.py `Route.matches`, `Mount.matches`).
enum RouteMatching {
    /// How far a route matches a scope, with what it would add to it.
    private enum Outcome: String {
        case none = "NONE"
        case partial = "PARTIAL"
        case full = "FULL"
    }

    /// How a route whose class in the program says itself what it matches takes a request: with its path parameters where it answers,
    /// without where it is for another method; nil where it is not meant.
    static func asked(
        _ route: Route, _ scope: PyDict, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> (isFull: Bool, parameters: [(name: String, value: Value)])? {
        let object = route.object(machine, framework)
        object.effective = route
        defer { object.effective = nil }
        let answer = try machine.call(try machine.attribute(.object(object), "matches"), .dict(scope))
        let parts = try machine.array(answer)
        guard parts.count == 2, let name = try machine.attribute(parts[0], "name").asString, let outcome = Outcome(rawValue: name) else {
            throw machine.error("ValueError", "not enough values to unpack (expected 2, got \(parts.count))")
        }
        if outcome == .none { return nil }
        let found = parts[1].asDict?["path_params"]?.asDict?.items ?? []
        return (outcome == .full, found.map { ($0.key.asString ?? "", $0.value) })
    }

    /// The class `starlette.routing.Match`.
    static func makeMatch(_ machine: Machine) throws -> Value {
        let members = [Outcome.none, .partial, .full].enumerated().map { Value.tuple(PyTuple([.string($1.rawValue), .int($0)])) }
        let keywords: [(name: String, value: Value)] = [("module", "starlette.routing")]
        return try machine.call(try machine.imported("enum", "Enum"), Arguments(["Match", .list(PyList(members))], keywords: keywords))
    }

    static func define(_ framework: FrameworkClasses) {
        let answer = { (outcome: Outcome, scope: PyDict, machine: Machine) throws -> Value in
            .tuple(PyTuple([try machine.attribute(try framework.match(), outcome.rawValue), .dict(scope)]))
        }
        for type in [framework.starletteRoute, framework.mount, framework.includedRouter] {
            type.method("matches", "self, scope") { machine, a in
                let added = PyDict()
                guard let dictionary = a[1].asDict, dictionary["type"]?.asString == "http" else { return try answer(.none, added, machine) }
                let scope = RequestScope(dictionary: dictionary, request: HTTPRequest(), machine)
                let outcome: Outcome
                switch a[0].asObject {
                case let object as RouteObject:
                    guard let route = object.effective ?? object.route else { outcome = .none; break }
                    outcome = try matches(route, scope, added, machine)
                    if outcome != .none, !route.settings.isPlain { added["route"] = a[0] }
                case let object as MountObject:
                    guard let mount = object.mount else { outcome = .none; break }
                    outcome = try matches(mount, scope, added, machine)
                case let object as IncludedRouterObject:
                    outcome = try matches(object, scope, framework, machine)
                default: outcome = .none
                }
                return try answer(outcome, added, machine)
            }
        }
    }

    private static func matches(_ route: Route, _ scope: RequestScope, _ added: PyDict, _ machine: Machine) throws -> Outcome {
        guard let found = route.pattern.match(Array(scope.routePath.utf8)) else { return .none }
        added["endpoint"] = route.endpoint
        added["path_params"] = try parameters(found, scope, machine)
        return route.accepts(scope.method) ? .full : .partial
    }

    private static func matches(_ mount: MountedApplication, _ scope: RequestScope, _ added: PyDict, _ machine: Machine) throws -> Outcome {
        guard let found = mount.match(Array(scope.routePath.utf8)) else { return .none }
        added["path_params"] = try parameters(found.parameters, scope, machine)
        added["app_root_path"] = .string(scope.outerRootPath ?? scope.rootPath)
        added["root_path"] = .string(scope.rootPath + found.above)
        added["endpoint"] = mount.application
        return .full
    }

    /// A router in the list says only whether one of its routes matches.
    private static func matches(
        _ included: IncludedRouterObject, _ scope: RequestScope, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> Outcome {
        let path = Array(scope.routePath.utf8)
        var outcome = Outcome.none
        for entry in RouteTable(included, machine, framework).entries {
            switch entry {
            case .mounted(let mount): if mount.match(path) != nil { return .full }
            case .route(let route) where route.asksProgram:
                guard let found = try asked(route, scope.expose(machine), framework, machine) else { continue }
                if found.isFull { return .full }
                outcome = .partial
            case .route(let route):
                guard route.pattern.match(path) != nil else { continue }
                if route.accepts(scope.method) { return .full }
                outcome = .partial
            }
        }
        return outcome
    }

    private static func parameters(
        _ found: [(name: String, value: String, convertor: PathPattern.Convertor)], _ scope: RequestScope, _ machine: Machine
    ) throws -> Value {
        let parameters = PyDict()
        for (name, value) in scope.pathParameters { parameters[name] = value }
        for (name, value, convertor) in found { parameters[name] = try machine.converted(value, convertor) }
        return .dict(parameters)
    }
}

extension Machine {
    /// A path parameter as its convertor gives it (Starlette 1.10.0 convertors.py).
    func converted(_ text: String, _ convertor: PathPattern.Convertor) throws -> Value {
        switch convertor {
        case .int: IntegerText.value(text)
        case .float: .float(Double(text) ?? 0)
        case .uuid: try call(try imported("uuid", "UUID"), .string(text))
        default: .string(text)
        }
    }
}

/// Digits of a path parameter as an integer of any size.
enum IntegerText {
    static func value(_ digits: String) -> Value {
        if let small = Int(digits) { return .int(small) }
        return BigInt(digits: digits.utf8).map { .integer($0) } ?? .string(digits)
    }
}
