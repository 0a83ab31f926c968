import HTTPMessages
import Python

/// Middleware classes as a program names them.
enum MiddlewareClasses {
    static func define(_ framework: FrameworkClasses) {
        for type in [
            framework.corsMiddleware, framework.trustedHostMiddleware, framework.httpsRedirectMiddleware, framework.gzipMiddleware,
        ] {
            type.method("__init__", "self, app, **options") { _, a in
                a[0].asInstance?.dictionary["app"] = a[1]
                return .none
            }
        }
        framework.baseHTTPMiddleware.method("__init__", "self, app, dispatch=None") { _, a in
            a[0].asInstance?.dictionary["app"] = a[1]
            if !a[2].isNone { a[0].asInstance?.dictionary["dispatch_func"] = a[2] }
            return .none
        }
    }
}

/// One layer around the routes.
enum MiddlewareLayer {
    case cors(CORSLayer)
    case trustedHost([String], redirectsWWW: Bool)
    case httpsRedirect
    /// `dispatch(request, call_next)`.
    case dispatch(Value, name: String, site: CallSite?)

    /// The layers of an application, outermost first; what cannot run becomes a finding.
    static func layers(_ application: ApplicationObject, _ framework: FrameworkClasses, _ machine: Machine) throws -> [MiddlewareLayer] {
        var layers: [MiddlewareLayer] = []
        for added in application.middleware.reversed() {
            switch added.kind {
            case .function(let function):
                let name = (function.asObject as? PyFunction)?.name ?? "middleware"
                layers.append(.dispatch(function, name: name, site: added.site))
            case .type(let type, let options):
                if let layer = try layer(type, options, added.site, framework, machine) {
                    layers.append(layer)
                } else {
                    application.findings.append((added.site, "the middleware \(type.name) is not part of the playground and is left out"))
                }
            }
        }
        return layers
    }

    private static func layer(
        _ type: PyType, _ options: [(name: String, value: Value)], _ site: CallSite?, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> MiddlewareLayer? {
        if type.isSubtype(of: framework.corsMiddleware) { return .cors(try CORSLayer(options, site: site, machine)) }
        if type.isSubtype(of: framework.httpsRedirectMiddleware) { return .httpsRedirect }
        if type.isSubtype(of: framework.trustedHostMiddleware) {
            let hosts = options.first { $0.name == "allowed_hosts" }?.value
            let names = try hosts.map { $0.isNone ? ["*"] : try machine.array($0).compactMap(\.asString) } ?? ["*"]
            let redirects = try options.first { $0.name == "www_redirect" }.map { try machine.isTrue($0.value) } ?? true
            return .trustedHost(names, redirectsWWW: redirects)
        }
        if type.isSubtype(of: framework.baseHTTPMiddleware) {
            let instance = try machine.call(.object(type), Arguments([.none], keywords: options))
            let dispatch = try machine.attributeIfPresent(instance, "dispatch_func") ?? machine.attribute(instance, "dispatch")
            return .dispatch(dispatch, name: type.name, site: site)
        }
        return nil
    }
}
