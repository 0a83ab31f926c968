import Python

/// An instance of one of Starlette's middleware classes: an ASGI application around another one.
final class MiddlewareObject: PyInstance {
    /// What it does; nil where that is the program's `dispatch`, or nothing.
    fileprivate var layer: MiddlewareLayer?
    fileprivate var site: CallSite?
}

/// Middleware classes as a program names them, and calls them itself.
enum MiddlewareClasses {
    static func define(_ framework: FrameworkClasses) {
        let types = [
            framework.corsMiddleware, framework.trustedHostMiddleware, framework.httpsRedirectMiddleware, framework.gzipMiddleware,
        ]
        for type in types {
            type.method("__init__", "self, app, *args, **options") { machine, a in
                a[0].asInstance?.dictionary["app"] = a[1]
                guard let object = a[0].asObject as? MiddlewareObject else { return .none }
                object.site = machine.callSite
                object.layer = try layer(object, Arguments(a.list(2), keywords: a.dict(3)), framework, machine)
                return .none
            }
        }
        framework.baseHTTPMiddleware.method("__init__", "self, app, dispatch=None") { machine, a in
            a[0].asInstance?.dictionary["app"] = a[1]
            a[0].asInstance?.dictionary["dispatch_func"] = a[2].isNone ? try machine.attribute(a[0], "dispatch") : a[2]
            (a[0].asObject as? MiddlewareObject)?.site = machine.callSite
            return .none
        }
        framework.baseHTTPMiddleware.method("dispatch", "self, request, call_next") { machine, _ in
            throw machine.error(machine.types.exception("NotImplementedError"), [])
        }
        for type in types + [framework.baseHTTPMiddleware] {
            type.allocates { MiddlewareObject(type: $0) }
            type.method("__call__", "self, scope, receive, send") { machine, a in
                let inner = try machine.attribute(a[0], "app")
                guard a[1].asDict?["type"]?.asString == "http", let object = a[0].asObject as? MiddlewareObject,
                    let layer = try object.layer ?? dispatching(object, framework, machine)
                else { return try machine.call(inner, a[1], a[2], a[3]) }
                let bridge = ASGIBridge(machine: machine, framework: framework)
                let application = bridge.application(lifespan: {}) { scope in
                    try await LayerRunner(machine: machine, framework: framework).answer(layer, scope) {
                        try await bridge.run(inner, scope)
                    }
                }
                return try machine.call(application, a[1], a[2], a[3])
            }
        }
    }

    private static func layer(
        _ object: MiddlewareObject, _ arguments: Arguments, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> MiddlewareLayer? {
        let type = object.instanceType
        if type.isSubtype(of: framework.corsMiddleware) { return .cors(try CORSLayer(arguments, site: object.site, machine)) }
        if type.isSubtype(of: framework.trustedHostMiddleware) { return .trustedHost(try TrustedHosts(arguments, machine)) }
        return type.isSubtype(of: framework.httpsRedirectMiddleware) ? .httpsRedirect : nil
    }

    private static func dispatching(
        _ object: MiddlewareObject, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> MiddlewareLayer? {
        guard object.instanceType.isSubtype(of: framework.baseHTTPMiddleware) else { return nil }
        let function = try machine.attribute(.object(object), "dispatch_func")
        return .dispatch(function, name: object.instanceType.name, site: object.site)
    }
}
