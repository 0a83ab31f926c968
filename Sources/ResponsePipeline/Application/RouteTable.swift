import Python

/// Routes of an application in one list, with prefixes and dependencies applied.
struct RouteTable {
    /// A route of the list.
    enum Entry {
        case route(Route)
        case mounted(MountedApplication)
    }

    private(set) var entries: [Entry] = []
    /// How deep routers may be included in one another.
    private static let deepest = 100

    init(_ router: RouterObject, _ machine: Machine, _ framework: FrameworkClasses) {
        let reader = SignatureReader(machine: machine, classes: framework.parameters, framework: framework)
        collect(router, RouterObject.Inclusion(isOwn: true), machine, reader)
    }

    /// The routes of a router that is included, as its inclusion makes them.
    init(_ included: IncludedRouterObject, _ machine: Machine, _ framework: FrameworkClasses) {
        let reader = SignatureReader(machine: machine, classes: framework.parameters, framework: framework)
        collect(included.router, included.inclusion, machine, reader)
    }

    private mutating func collect(
        _ router: RouterObject, _ context: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader, depth: Int = 0
    ) {
        for entry in router.entries {
            switch entry {
            case .route(let route): append(route, of: router, context, machine, reader)
            case .mounted(let mount): if let made = try? mount.below(context.prefix) { entries.append(.mounted(made)) }
            case .included(let included) where depth < Self.deepest:
                collect(included.router, context.combined(with: included.inclusion), machine, reader, depth: depth + 1)
            case .included: continue
            }
        }
    }

    /// FastAPI 0.165.0 routing.py `_EffectiveRouteContext.from_api_route`.
    private mutating func append(
        _ route: Route, of router: RouterObject, _ context: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader
    ) {
        guard !context.isOwn else { return entries.append(.route(route)) }
        var settings = route.settings
        settings.dependencies = context.dependencies + settings.dependencies
        for standard in [router.defaultResponseClass, context.responseClass] where settings.responseClass.isNone {
            settings.responseClass = standard
        }
        settings.isStrict = settings.isStrict ?? router.isStrict ?? context.isStrict
        settings.maxBodySize = settings.maxBodySize ?? context.maxBodySize
        do {
            let made = try Route(
                path: context.prefix + route.path, methods: route.methods, endpoint: route.endpoint, settings: settings,
                builtIn: route.builtIn,
                site: route.site)
            made.stands(for: route)
            if route.builtIn != nil { return entries.append(.route(made)) }
            if let limit = route.limit { made.disable(limit) } else { try made.prepare(machine, reader) }
            entries.append(.route(made))
        } catch let raised as PyError {
            let text = (try? machine.str(.object(raised.exception))) ?? ""
            reader.framework.unsupported.note("\(raised.type.name): \(text)", at: route.site)
        } catch {
            reader.framework.unsupported.note("\(error)", at: route.site)
        }
    }
}
