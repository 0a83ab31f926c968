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
        let base = RouterObject.Inclusion(
            prefix: "", dependencies: [], responseClass: router.defaultResponseClass, isStrict: router.isStrict, isOwn: true)
        collect(router, base, machine, reader)
    }

    private mutating func collect(
        _ router: RouterObject, _ outer: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader, depth: Int = 0
    ) {
        for entry in router.entries {
            switch entry {
            case .route(let route): append(route, outer, machine, reader)
            case .mounted(let mount): if let made = try? mount.below(outer.prefix) { entries.append(.mounted(made)) }
            case .included(let included):
                let inclusion = included.inclusion
                var combined = outer
                combined.prefix += inclusion.prefix
                combined.isOwn = false
                combined.dependencies += router.dependencies + inclusion.dependencies
                if !inclusion.responseClass.isNone {
                    combined.responseClass = inclusion.responseClass
                } else if !router.defaultResponseClass.isNone {
                    combined.responseClass = router.defaultResponseClass
                }
                if let isStrict = router.isStrict { combined.isStrict = isStrict }
                combined.maxBodySize = inclusion.maxBodySize ?? combined.maxBodySize
                guard depth < Self.deepest else { continue }
                collect(included.router, combined, machine, reader, depth: depth + 1)
            }
        }
    }

    private mutating func append(
        _ route: Route, _ outer: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader
    ) {
        var settings = route.settings
        settings.dependencies = outer.dependencies + settings.dependencies
        if settings.responseClass.isNone { settings.responseClass = outer.responseClass }
        if let isStrict = outer.isStrict, settings.isStrict == nil { settings.isStrict = isStrict }
        settings.maxBodySize = settings.maxBodySize ?? outer.maxBodySize
        guard !(outer.prefix.isEmpty && outer.isOwn) else { return entries.append(.route(route)) }
        do {
            let made = try Route(
                path: outer.prefix + route.path, methods: route.methods, endpoint: route.endpoint, settings: settings,
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
