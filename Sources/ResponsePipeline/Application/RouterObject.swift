import Python

/// An instance of `APIRouter`: its routes in order, those of included routers among them.
class RouterObject: PyInstance {
    /// A route, or a router with what its inclusion adds.
    enum Entry {
        case route(Route)
        case included(RouterObject, Inclusion)
    }

    /// What `include_router` adds to every route.
    struct Inclusion {
        var prefix = ""
        var dependencies: [Value] = []
        var responseClass: Value = .none
    }

    final var entries: [Entry] = []
    final var prefix = ""
    final var dependencies: [Value] = []
    final var defaultResponseClass: Value = .none
    /// Counts declarations, so that the flat list is made anew.
    final var changes = 0
}

/// An instance of `FastAPI`.
final class ApplicationObject: RouterObject {
    /// Middleware in the order in which it was added; the last one is outermost.
    var middleware: [AddedMiddleware] = []
    var statusHandlers: [(status: Int, handler: Value)] = []
    var classHandlers: [(type: PyType, handler: Value)] = []
    var startup: [Value] = []
    var shutdown: [Value] = []
    var lifespan: Value = .none
    var redirectsSlashes = true
    var openAPIPath: String? = "/openapi.json"
    var docsPath: String? = "/docs"
    var redocPath: String? = "/redoc"
    var isDebug = false
    /// What was declared and cannot run, with its place.
    var findings: [(site: CallSite?, text: String)] = []

    /// Middleware with its arguments.
    struct AddedMiddleware {
        enum Kind {
            case type(PyType, [(name: String, value: Value)])
            /// `@app.middleware("http")`.
            case function(Value)
        }
        var kind: Kind
        var site: CallSite?
    }
}

/// Routes of an application in one list, with prefixes and dependencies applied.
struct RouteTable {
    private(set) var routes: [Route] = []

    init(_ application: ApplicationObject, _ machine: Machine, _ framework: FrameworkClasses) {
        let reader = SignatureReader(machine: machine, classes: framework.parameters, framework: framework)
        add(builtIns(application), machine, reader, application)
        let base = RouterObject.Inclusion(
            prefix: "", dependencies: application.dependencies, responseClass: application.defaultResponseClass)
        collect(application, base, machine, reader, application)
    }

    private func builtIns(_ application: ApplicationObject) -> [(String, String)] {
        var result: [(String, String)] = []
        if let path = application.openAPIPath {
            result.append((path, "openapi"))
            if let docs = application.docsPath {
                result += [(docs, "swagger_ui_html"), (docs + "/oauth2-redirect", "swagger_ui_redirect")]
            }
            if let redoc = application.redocPath { result.append((redoc, "redoc_html")) }
        }
        return result
    }

    private mutating func add(
        _ builtIns: [(String, String)], _ machine: Machine, _ reader: SignatureReader, _ application: ApplicationObject
    ) {
        for (path, name) in builtIns {
            if let route = try? Route(path: path, methods: ["HEAD", "GET"], endpoint: .none, settings: Route.Settings(), builtIn: name) {
                routes.append(route)
            }
        }
    }

    private mutating func collect(
        _ router: RouterObject, _ outer: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader,
        _ application: ApplicationObject
    ) {
        for entry in router.entries {
            switch entry {
            case .route(let route): append(route, outer, machine, reader, application)
            case .included(let inner, let inclusion):
                var combined = outer
                combined.prefix += inclusion.prefix
                combined.dependencies += inclusion.dependencies + inner.dependencies
                if !inclusion.responseClass.isNone { combined.responseClass = inclusion.responseClass }
                if !inner.defaultResponseClass.isNone { combined.responseClass = inner.defaultResponseClass }
                collect(inner, combined, machine, reader, application)
            }
        }
    }

    private mutating func append(
        _ route: Route, _ outer: RouterObject.Inclusion, _ machine: Machine, _ reader: SignatureReader, _ application: ApplicationObject
    ) {
        var settings = route.settings
        settings.dependencies = outer.dependencies + settings.dependencies
        if settings.responseClass.isNone { settings.responseClass = outer.responseClass }
        do {
            let made = try Route(
                path: outer.prefix + route.path, methods: route.methods, endpoint: route.endpoint, settings: settings, site: route.site)
            try made.prepare(machine, reader)
            routes.append(made)
        } catch let raised as PyError {
            let text = (try? machine.str(.object(raised.exception))) ?? ""
            application.findings.append((route.site, "\(raised.type.name): \(text)"))
        } catch {
            application.findings.append((route.site, "\(error)"))
        }
    }
}
