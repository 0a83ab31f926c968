import Python

/// An instance of `FastAPI`.
final class ApplicationObject: PyInstance {
    private let ownRouter: RouterObject
    /// The name of the attribute, made once: every request asks for the router.
    private let routerName = PyStr("router")
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
    /// How many bytes the body of a request may have; nil where it was not said.
    var maxBodySize: Int?
    /// What was declared and cannot run, with its place.
    var findings: [(site: CallSite?, text: String)] = []

    init(type: PyType, router: PyType) {
        ownRouter = RouterObject(type: router)
        super.init(type: type)
        dictionary["router"] = .object(ownRouter)
    }

    /// `router`, which the program may put another one in the place of.
    var router: RouterObject { dictionary.value(forName: routerName)?.asObject as? RouterObject ?? ownRouter }

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
