import DataModels
import Python

/// The attributes of a router as a program reads and changes them (FastAPI 0.165.0 routing.py `APIRouter.__init__`).
enum RouterAttributes {
    static func define(_ framework: FrameworkClasses) {
        defineRoutes(framework)
        defineLifespan(framework)
        let type = framework.router
        type.property(
            "prefix", get: { machine, value in .string(try RoutingClasses.router(value, machine).prefix) },
            set: { machine, value, new in try RoutingClasses.router(value, machine).prefix = try machine.str(new) })
        type.property(
            "dependencies", get: { machine, value in .list(try RoutingClasses.router(value, machine).dependencyList) },
            set: { machine, value, new in
                try RoutingClasses.router(value, machine).dependencyList = try new.asList ?? PyList(machine.array(new))
            })
        type.property(
            "default_response_class",
            get: { machine, value in
                let own = try RoutingClasses.router(value, machine).defaultResponseClass
                return own.isNone ? .object(framework.responses.json) : own
            }, set: { machine, value, new in try RoutingClasses.router(value, machine).defaultResponseClass = new })
        type.property(
            "route_class", get: { machine, value in try RoutingClasses.router(value, machine).routeMaker ?? .object(framework.route) },
            set: { machine, value, new in try RoutingClasses.router(value, machine).routeMaker = new })
        type.method("_contains_router", "self, router, seen=None") { machine, a in
            let owner = try RoutingClasses.router(a[0], machine)
            return .bool((a[1].asObject as? RouterObject).map { owner.contains($0) } ?? false)
        }
    }

    /// What only tells the program again what it said itself.
    static func fill(_ router: RouterObject, _ settings: [(name: String, value: Value)]) {
        let given = { (name: String) in settings.last { $0.name == name }?.value }
        router.responses = router.responses ?? PyDict()
        router.dictionary["responses"] = router.responses.map { .dict($0) } ?? Value.none
        router.dictionary["tags"] = given("tags").flatMap { $0.isNone ? nil : $0 } ?? .list(PyList())
        router.dictionary["callbacks"] = given("callbacks").flatMap { $0.isNone ? nil : $0 } ?? .list(PyList())
        router.dictionary["include_in_schema"] = given("include_in_schema") ?? true
        router.uniqueID = given("generate_unique_id_function").flatMap { $0.isNone ? nil : $0 }
        for name in ["deprecated", "dependency_overrides_provider", "max_body_size", "form_limits"] {
            router.dictionary[name] = given(name) ?? Value.none
        }
    }

    private static func defineRoutes(_ framework: FrameworkClasses) {
        let read = { (machine: Machine, value: Value) throws -> Value in
            .list(try RoutingClasses.router(value, machine).routes(machine, framework))
        }
        framework.starlette.getter("routes", read)
        framework.starletteRouter.property(
            "routes", get: read,
            set: { machine, value, new in
                try RoutingClasses.router(value, machine).replaceRoutes(by: try new.asList ?? PyList(machine.array(new)))
            })
        framework.starletteRouter.property(
            "redirect_slashes", get: { machine, value in .bool(try RoutingClasses.router(value, machine).redirectsSlashes) },
            set: { machine, value, new in try RoutingClasses.router(value, machine).redirectsSlashes = try machine.isTrue(new) })
        framework.starletteRouter.property(
            "default",
            get: { machine, value in
                try RoutingClasses.router(value, machine).fallback
                    ?? machine.native("not_found", "scope, receive, send") { machine, _ in
                        .object(PyNativeAwaitable { machine in throw framework.starletteException(404, "Not Found", machine) })
                    }
            }, set: { machine, value, new in try RoutingClasses.router(value, machine).fallback = new })
        for type in [framework.starlette, framework.starletteRouter] {
            type.method("url_path_for", "self, name, /, **path_params") { machine, a in
                try RouteClass.path(a[1], a.dict(2), try RoutingClasses.router(a[0], machine), framework, machine)
            }
        }
        framework.starletteRouter.method(
            "__init__", "self, routes=None, redirect_slashes=True, default=None, lifespan=None, *, middleware=None, max_body_size=None"
        ) { machine, a in
            let names = ["routes", "redirect_slashes", "default", "lifespan"]
            let settings = names.enumerated().map { (name: $1, value: a[$0 + 1]) } + [(name: "max_body_size", value: a[6])]
            try RoutingClasses.configure(try RoutingClasses.router(a[0], machine), settings, machine)
            return .none
        }
    }

    private static func defineLifespan(_ framework: FrameworkClasses) {
        let type = framework.router
        for (name, path) in [("on_startup", \RouterObject.startup), ("on_shutdown", \RouterObject.shutdown)] {
            type.property(
                name, get: { machine, value in .list(try RoutingClasses.router(value, machine)[keyPath: path]) },
                set: { machine, value, new in
                    try RoutingClasses.router(value, machine)[keyPath: path] = try new.asList ?? PyList(machine.array(new))
                })
        }
        framework.starletteRouter.property(
            "lifespan_context",
            get: { machine, value in LifespanContextObject.shown(try RoutingClasses.router(value, machine), framework) },
            set: { machine, value, new in try RoutingClasses.router(value, machine).lifespan = [.given(new)] })
    }
}
