import Python

/// `include_router` and `mount` of applications and routers (FastAPI 0.165.0 routing.py, Starlette 1.10.0 routing.py).
enum RouterInclusion {
    static func define(_ type: PyType, _ framework: FrameworkClasses) {
        type.method(
            "include_router",
            "self, router, *, prefix='', tags=None, dependencies=None, default_response_class=None, responses=None, deprecated=None, "
                + "include_in_schema=True, callbacks=None, generate_unique_id_function=None, max_body_size=None, form_limits=None"
        ) { machine, a in
            let owner = try RoutingClasses.router(a[0], machine)
            guard owner !== a[1].asObject else {
                throw machine.error(
                    "AssertionError",
                    "Cannot include the same APIRouter instance into itself. Did you mean to include a different router?")
            }
            let contains = try machine.call(try machine.attribute(a[1], "_contains_router"), .object(owner))
            guard let inner = a[1].asObject as? RouterObject, try !machine.isTrue(contains) else {
                throw machine.error(
                    "AssertionError",
                    "Cannot include an APIRouter instance that already includes this router. Did you mean to include a different router?")
            }
            if a[2].asString == nil, try machine.isTrue(a[2]) { _ = try machine.attribute(a[2], "startswith") }
            let prefix = a[2].asString ?? ""
            try RoutingClasses.checkPrefix(prefix, machine)
            for value in [a[3], a[4]] where try machine.isTrue(value) && machine.method(value, "__iter__") == nil {
                throw machine.error("TypeError", "Value after * must be an iterable, not \(machine.typeName(value))")
            }
            if a[6].asDict == nil, try machine.isTrue(a[6]) {
                throw machine.error("TypeError", "'\(machine.typeName(a[6]))' object is not a mapping")
            }
            if prefix.isEmpty { try checkPaths(inner, framework, machine) }
            var inclusion = RouterObject.Inclusion(prefix: owner.prefix + prefix)
            inclusion.dependencies = owner.dependencies + (a[4].isNone ? [] : try machine.array(a[4]))
            inclusion.responseClass = a[5].isNone ? owner.defaultResponseClass : a[5]
            inclusion.isStrict = owner.isStrict
            let limit = try BodyLimit.read(a[11], machine)
            inclusion.maxBodySize = inner.maxBodySize ?? limit ?? owner.maxBodySize
            owner.append(.included(IncludedRouterObject(inner, inclusion, type: framework.includedRouter)), machine, framework)
            owner.lifespan = owner.lifespanParts + inner.lifespanParts
            owner.startup.elements += inner.startup.elements
            owner.shutdown.elements += inner.shutdown.elements
            return .none
        }
        (type.bases.first ?? type).method("mount", "self, path, app, name=None") { machine, a in
            let owner = try RoutingClasses.router(a[0], machine)
            guard !framework.unsupported.isStandIn(a[2]) else { return .none }
            let path = try machine.str(a[1])
            if a[2].isNone { throw machine.error("AssertionError", "Either 'app=...', or 'routes=' must be specified") }
            do throws(PathPattern.Problem) {
                let made = try MountedApplication(
                    path: path, application: a[2], name: a[3].asString, site: machine.callSite)
                owner.append(.mounted(made), machine, framework)
            } catch {
                throw machine.error(error.kind, error.text)
            }
            return .none
        }
    }

    private static func checkPaths(_ router: RouterObject, _ framework: FrameworkClasses, _ machine: Machine) throws {
        for case .route(let route) in router.entries where route.path.isEmpty {
            throw machine.error(
                framework.fastAPIError, [.string("Prefix and path cannot be both empty (path operation: \(route.name))")])
        }
    }
}
