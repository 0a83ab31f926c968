import Python

/// An instance of `APIRouter`, or of Starlette's `Router`: its routes in order, those of included routers among them.
final class RouterObject: PyInstance {
    /// A route, or a router with what its inclusion adds.
    enum Entry {
        case route(Route)
        case included(IncludedRouterObject)
        case mounted(MountedApplication)
    }

    /// What `include_router` adds to every route (FastAPI 0.165.0 routing.py `_RouterIncludeContext`).
    struct Inclusion {
        var prefix = ""
        var dependencies: [Value] = []
        var responseClass: Value = .none
        var isStrict: Bool?
        var maxBodySize: Int?
        /// Whether it is the application's own router, whose routes are ready as they were declared.
        var isOwn = false

        /// What the inclusion of a router adds that is included below this one.
        func combined(with inner: Inclusion) -> Inclusion {
            Inclusion(
                prefix: prefix + inner.prefix, dependencies: dependencies + inner.dependencies,
                responseClass: inner.responseClass.isNone ? responseClass : inner.responseClass, isStrict: inner.isStrict ?? isStrict,
                maxBodySize: inner.maxBodySize ?? maxBodySize)
        }
    }

    var prefix = ""
    /// The list that the program sees and may change.
    var dependencyList = PyList()
    var dependencies: [Value] { dependencyList.elements }
    var redirectsSlashes = true
    var defaultResponseClass: Value = .none
    var startup = PyList()
    var shutdown = PyList()
    /// What runs at startup; nil for the functions in `startup`.
    var lifespan: [LifespanPart]?
    /// What answers where no route does; nil for the error 404.
    var fallback: Value?
    /// Whether bodies without a content type are not taken for JSON; nil where it was not said.
    var isStrict: Bool?
    /// How many bytes the body of a request may have; nil where it was not said.
    var maxBodySize: Int?
    /// What `responses` says of all its routes.
    var responses: PyDict?
    /// What names its operations, where the program said it.
    var uniqueID: Value?
    /// What makes its routes, where the program said it: a class, or anything else that can be called.
    var routeMaker: Value?
    var routeClass: PyType? { routeMaker?.asType }

    private var stored: [Entry] = []
    /// `routes`, once the program asked for it; from then on it is the truth.
    private var list: PyList?
    private var seen: [ObjectIdentifier] = []
    /// Counts declarations, so that the flat list is made anew.
    private var changes = 0
    private var cachedTable: (version: Int, table: RouteTable)?

    // MARK: Routes

    var entries: [Entry] {
        follow()
        return stored
    }

    func append(_ entry: Entry, _ machine: Machine, _ framework: FrameworkClasses) {
        follow()
        stored.append(entry)
        changes += 1
        guard let list else { return }
        list.elements.append(Self.object(entry, machine, framework))
        seen = Self.identities(list)
    }

    /// `routes`: a list that may be changed in place.
    func routes(_ machine: Machine, _ framework: FrameworkClasses) -> PyList {
        follow()
        if let list { return list }
        let made = PyList(stored.map { Self.object($0, machine, framework) })
        list = made
        seen = Self.identities(made)
        return made
    }

    /// Takes another list of the program for its routes.
    func replaceRoutes(by list: PyList) {
        self.list = list
        seen = []
        changes += 1
        follow()
    }

    /// Takes over what the program did to its list; what is no route of the framework is left out.
    private func follow() {
        guard let list else { return }
        let now = Self.identities(list)
        guard now != seen else { return }
        seen = now
        stored = list.elements.compactMap(Self.entry)
        changes += 1
    }

    private static func identities(_ list: PyList) -> [ObjectIdentifier] {
        list.elements.compactMap { $0.asObject.map { ObjectIdentifier($0) } }
    }

    private static func object(_ entry: Entry, _ machine: Machine, _ framework: FrameworkClasses) -> Value {
        switch entry {
        case .route(let route): .object(route.object(machine, framework))
        case .included(let included): .object(included)
        case .mounted(let mount): .object(mount.object(framework))
        }
    }

    private static func entry(_ value: Value) -> Entry? {
        switch value.asObject {
        case let object as RouteObject: object.route.map { .route($0) }
        case let object as MountObject: object.mount.map { .mounted($0) }
        case let object as IncludedRouterObject: .included(object)
        default: nil
        }
    }

    /// All routes with prefixes and dependencies applied; made anew when something was declared since.
    func table(_ framework: FrameworkClasses, _ machine: Machine) -> RouteTable {
        var seen: Set<ObjectIdentifier> = []
        let version = version(&seen)
        if let cachedTable, cachedTable.version == version { return cachedTable.table }
        let table = RouteTable(self, machine, framework)
        cachedTable = (version, table)
        return table
    }

    /// The declarations here and in all routers below.
    private func version(_ seen: inout Set<ObjectIdentifier>) -> Int {
        guard seen.insert(ObjectIdentifier(self)).inserted else { return 0 }
        follow()
        var total = changes
        for case .included(let included) in stored { total += included.router.version(&seen) }
        return total
    }

    /// Whether another router is included here, directly or below.
    func contains(_ other: RouterObject) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        var pending = [self]
        while let router = pending.popLast() {
            guard seen.insert(ObjectIdentifier(router)).inserted else { continue }
            for case .included(let included) in router.entries {
                if included.router === other { return true }
                pending.append(included.router)
            }
        }
        return false
    }

    /// What runs at startup, here and in the routers that were included so far.
    var lifespanParts: [LifespanPart] { lifespan ?? [.startup(of: self)] }
}

/// A router in the list of routes of another one.
final class IncludedRouterObject: PyInstance {
    let router: RouterObject
    let inclusion: RouterObject.Inclusion

    init(_ router: RouterObject, _ inclusion: RouterObject.Inclusion, type: PyType) {
        self.router = router
        self.inclusion = inclusion
        super.init(type: type)
    }
}
