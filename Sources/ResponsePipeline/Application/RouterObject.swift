import Python

/// An instance of `APIRouter`: its routes in order, those of included routers among them.
class RouterObject: PyInstance {
    /// A route, or a router with what its inclusion adds.
    enum Entry {
        case route(Route)
        case included(RouterObject, Inclusion)
        case mounted(MountedApplication)
    }

    /// What `include_router` adds to every route.
    struct Inclusion {
        var prefix = ""
        var dependencies: [Value] = []
        var responseClass: Value = .none
        var isStrict: Bool?
        var maxBodySize: Int?
        /// Whether it is the application itself, whose routes are ready as they were declared.
        var isOwn = false
    }

    final var entries: [Entry] = []
    final var prefix = ""
    /// The list that the program sees and may change.
    final var dependencyList = PyList()
    final var dependencies: [Value] { dependencyList.elements }
    final var redirectsSlashes = true
    final var defaultResponseClass: Value = .none
    /// Counts declarations, so that the flat list is made anew.
    final var changes = 0
    final var startup = PyList()
    final var shutdown = PyList()
    final var lifespan: Value = .none
    /// Whether bodies without a content type are not taken for JSON; nil where it was not said.
    final var isStrict: Bool?
    /// How many bytes the body of a request may have; nil where it was not said.
    final var maxBodySize: Int?
    /// What `responses` says of all its routes.
    final var responses: PyDict?
    /// A class of the program for its routes.
    final var routeClass: PyType?

    private final var cachedTable: (version: Int, table: RouteTable)?

    /// All routes with prefixes and dependencies applied; made anew when something was declared since.
    final func table(_ framework: FrameworkClasses, _ machine: Machine) -> RouteTable {
        var seen: Set<ObjectIdentifier> = []
        let version = version(&seen)
        if let cachedTable, cachedTable.version == version { return cachedTable.table }
        let table = RouteTable(self, machine, framework)
        cachedTable = (version, table)
        return table
    }

    /// The declarations here and in all routers below.
    final func version(_ seen: inout Set<ObjectIdentifier>) -> Int {
        guard seen.insert(ObjectIdentifier(self)).inserted else { return 0 }
        var total = changes
        for case .included(let inner, _) in entries { total += inner.version(&seen) }
        return total
    }

    /// Whether another router is included here, directly or below.
    final func contains(_ other: RouterObject) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        var pending = [self]
        while let router = pending.popLast() {
            guard seen.insert(ObjectIdentifier(router)).inserted else { continue }
            for case .included(let inner, _) in router.entries {
                if inner === other { return true }
                pending.append(inner)
            }
        }
        return false
    }
}

/// An instance of `FastAPI`.
final class ApplicationObject: RouterObject {
    /// Middleware in the order in which it was added; the last one is outermost.
    var middleware: [AddedMiddleware] = []
    /// By status or class, in the order in which the keys came.
    private(set) var exceptionHandlers: [ExceptionHandler] = []
    /// `exception_handlers`, which the program sees and changes until the application starts.
    let handlerTable = PyDict()
    /// Whether the middleware was made, so that nothing more can be added.
    private(set) var hasStarted = false
    var openAPIPath: String? = "/openapi.json"
    var docsPath: String? = "/docs"
    var redocPath: String? = "/redoc"
    var isDebug = false
    var rootPath = ""
    /// The pages that FastAPI adds itself.
    var pages: [Route] = []
    /// What was declared and cannot run, with its place.
    var findings: [(site: CallSite?, text: String)] = []

    /// Whether a class of the program overrides how the application is called.
    var isCalledByProgram: Bool { instanceType.lookup("__call__")?.asObject is PyFunction }

    /// The application as an ASGI application.
    var callable: Value?
    /// A handler with the status or the class that it is for.
    struct ExceptionHandler {
        var status: Int?
        var type: PyType?
        var handler: Value

        /// Whether it is for the page of what nobody handled.
        func isForErrorPage(_ machine: Machine) -> Bool { status == 500 || type === machine.types.exception("Exception") }
    }

    /// The paths and names of the pages that FastAPI adds itself.
    var builtIns: [(path: String, name: String)] {
        guard let path = openAPIPath else { return [] }
        var result = [(path, "openapi")]
        if let docs = docsPath { result += [(docs, "swagger_ui_html"), (docs + "/oauth2-redirect", "swagger_ui_redirect")] }
        if let redoc = redocPath { result.append((redoc, "redoc_html")) }
        return result
    }

    /// Takes the handlers over, as making the middleware does; later changes have no effect.
    func start() {
        hasStarted = true
        exceptionHandlers = handlerTable.items.compactMap { key, handler in
            // FastAPI's own handlers answer without one.
            if handler.asObject is PyNativeFunction { return nil }
            return ExceptionHandler(status: key.asType == nil ? key.asInt : nil, type: key.asType, handler: handler)
        }
    }

    /// Middleware with its arguments.
    struct AddedMiddleware {
        enum Kind {
            /// A class or function that is called with the inner application and these arguments.
            case factory(Value, Arguments)
            /// `@app.middleware("http")`.
            case function(Value)
        }
        var kind: Kind
        var site: CallSite?
    }
}

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
        entries = (router as? ApplicationObject)?.pages.map { .route($0) } ?? []
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
            case .included(let inner, let inclusion):
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
                collect(inner, combined, machine, reader, depth: depth + 1)
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
                path: outer.prefix + route.path, methods: route.methods, endpoint: route.endpoint, settings: settings, site: route.site)
            made.stands(for: route)
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
