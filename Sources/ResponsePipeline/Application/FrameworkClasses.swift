import DataModels
import HTTPMessages
import Python

/// FastAPI's and Starlette's classes of one machine.
final class FrameworkClasses {
    let headers: HeadersClass
    let responses: ResponseClasses
    let parameters: ParameterClasses
    let httpConnection: PyType
    /// What `request.form()` gives.
    let formOpening: PyType
    let request: PyType
    let backgroundTask: PyType
    let backgroundTasks: PyType
    let securityScopes: PyType
    let securityBase: PyType
    let starletteHTTPException: PyType
    let httpException: PyType
    let validationException: PyType
    let requestValidationError: PyType
    let responseValidationError: PyType
    let webSocketRequestValidationError: PyType
    let fastAPIError: PyType
    let dependencyScopeError: PyType
    let clientDisconnect: PyType
    let noMatchFound: PyType
    /// What sending into a closed channel raises.
    let closedResourceError: PyType
    let application: PyType
    /// Starlette's application, of which FastAPI's is a subclass.
    let starlette: PyType
    let route: PyType
    let starletteRoute: PyType
    /// What all routes have in common.
    let baseRoute: PyType
    let includedRouter: PyType
    let mount: PyType
    let middleware: PyType
    let router: PyType
    let starletteRouter: PyType
    /// `lifespan_context` where the program gave none itself.
    let defaultLifespan: PyType
    let corsMiddleware: PyType
    let trustedHostMiddleware: PyType
    let httpsRedirectMiddleware: PyType
    let gzipMiddleware: PyType
    let baseHTTPMiddleware: PyType
    let state: PyType
    let secret: PyType
    let url: PyType
    let urlPath: PyType
    let multiDict: MultiDictClass
    let unsupported: UnsupportedNames
    /// What the framework's own callables ask for as dependencies.
    let natives = NativeDependency.Registry()
    private var knownSecurity: SecurityClasses?
    private var knownAddress: Value?
    private var knownMatch: Value?
    /// The path of the program, for what its exceptions say.
    var programPath: String?
    /// The files that responses may send.
    var folder = Folder()
    private unowned let machine: Machine

    init(_ machine: Machine) throws {
        self.machine = machine
        let types = machine.types
        let make = { (name: String, module: String, bases: [PyType]) in try types.make(name, module: module, bases: bases) }
        headers = try HeadersClass(machine)
        responses = try ResponseClasses(machine, headers: headers)
        parameters = try ParameterClasses(machine)
        httpConnection = try make("HTTPConnection", "starlette.requests", [])
        formOpening = try make("AwaitableOrContextManagerWrapper", "starlette._utils", [])
        request = try make("Request", "starlette.requests", [httpConnection])
        request.allocates { RequestObject(type: $0) }
        backgroundTask = try make("BackgroundTask", "starlette.background", [])
        backgroundTasks = try make("BackgroundTasks", "fastapi.background", [backgroundTask])
        securityScopes = try make("SecurityScopes", "fastapi.security.oauth2", [])
        securityBase = try make("SecurityBase", "fastapi.security.base", [])
        let exception = types.exception("Exception")
        starletteHTTPException = try make("HTTPException", "starlette.exceptions", [exception])
        starletteHTTPException.allocates { HTTPExceptionObject(type: $0) }
        httpException = try make("HTTPException", "fastapi.exceptions", [starletteHTTPException])
        validationException = try make("ValidationException", "fastapi.exceptions", [exception])
        validationException.allocates { ValidationErrorObject(type: $0) }
        requestValidationError = try make("RequestValidationError", "fastapi.exceptions", [validationException])
        webSocketRequestValidationError = try make("WebSocketRequestValidationError", "fastapi.exceptions", [validationException])
        responseValidationError = try make("ResponseValidationError", "fastapi.exceptions", [validationException])
        for type in [requestValidationError, webSocketRequestValidationError, responseValidationError] {
            type.allocates { ValidationErrorObject(type: $0) }
        }
        fastAPIError = try make("FastAPIError", "fastapi.exceptions", [types.exception("RuntimeError")])
        dependencyScopeError = try make("DependencyScopeError", "fastapi.exceptions", [fastAPIError])
        clientDisconnect = try make("ClientDisconnect", "starlette.requests", [exception])
        closedResourceError = try make("ClosedResourceError", "anyio", [exception])
        noMatchFound = try make("NoMatchFound", "starlette.routing", [exception])
        baseRoute = try make("BaseRoute", "starlette.routing", [])
        starletteRoute = try make("Route", "starlette.routing", [baseRoute])
        route = try make("APIRoute", "fastapi.routing", [starletteRoute])
        for type in [starletteRoute, route] { type.allocates { RouteObject(type: $0) } }
        includedRouter = try make("_IncludedRouter", "fastapi.routing", [baseRoute])
        mount = try make("Mount", "starlette.routing", [baseRoute])
        mount.allocates { MountObject(type: $0) }
        middleware = try make("Middleware", "starlette.middleware", [])
        starletteRouter = try make("Router", "starlette.routing", [])
        router = try make("APIRouter", "fastapi.routing", [starletteRouter])
        for type in [starletteRouter, router] { type.allocates { RouterObject(type: $0) } }
        defaultLifespan = try make("_DefaultLifespan", "fastapi.routing", [])
        LifespanContextObject.define(defaultLifespan)
        starlette = try make("Starlette", "starlette.applications", [])
        application = try make("FastAPI", "fastapi.applications", [starlette])
        application.allocates { [router] in ApplicationObject(type: $0, router: router) }
        corsMiddleware = try make("CORSMiddleware", "starlette.middleware.cors", [])
        trustedHostMiddleware = try make("TrustedHostMiddleware", "starlette.middleware.trustedhost", [])
        httpsRedirectMiddleware = try make("HTTPSRedirectMiddleware", "starlette.middleware.httpsredirect", [])
        gzipMiddleware = try make("GZipMiddleware", "starlette.middleware.gzip", [])
        baseHTTPMiddleware = try make("BaseHTTPMiddleware", "starlette.middleware.base", [])
        state = try make("State", "starlette.datastructures", [])
        secret = try make("Secret", "starlette.datastructures", [])
        url = try make("URL", "starlette.datastructures", [])
        url.allocates { URLObject(type: $0) }
        urlPath = try make("URLPath", "starlette.datastructures", [types.str])
        multiDict = try MultiDictClass(machine)
        unsupported = UnsupportedNames(machine)
        URLClass.define(url, path: urlPath, self)
        StateClass.define(state)
        SecretClass.define(secret)
        RouteClass.define(self)
        RouteMatching.define(self)
        RequestClass.define(self)
        BackgroundClasses.define(self)
        ExceptionClasses.define(self)
        RoutingClasses.define(self)
        MiddlewareClasses.define(self)
    }

    /// The security helpers, made when they are first imported.
    func security() throws -> SecurityClasses {
        if let knownSecurity { return knownSecurity }
        let made = try SecurityClasses(self, machine)
        knownSecurity = made
        return made
    }

    /// `Address`, the named tuple of a host and a port, made when it is first asked for.
    func address() throws -> Value {
        if let knownAddress { return knownAddress }
        let made = try machine.call(
            try machine.imported("collections", "namedtuple"),
            Arguments(["Address", .list(PyList(["host", "port"]))], keywords: [("module", "starlette.datastructures")]))
        knownAddress = made
        return made
    }

    /// `Match`, how far a route matches, made when it is first asked for.
    func match() throws -> Value {
        if let knownMatch { return knownMatch }
        let made = try RouteMatching.makeMatch(machine)
        knownMatch = made
        return made
    }

    // MARK: Responses of the framework itself

    func makeBackgroundTasks() -> Value {
        let made = backgroundTasks.allocate(backgroundTasks)
        made.dictionary["tasks"] = .list(PyList())
        return .object(made)
    }

    func requestObject(_ scope: RequestScope) -> Value {
        if let known = scope.object { return known }
        let made = RequestObject(type: request)
        made.scope = scope
        scope.object = .object(made)
        return .object(made)
    }

    /// A `Response` of JSON bytes, without going through the program.
    func makeJSON(_ bytes: [UInt8], status: Value?, background: Value, _ machine: Machine) throws -> Value {
        let response = ResponseObject(type: responses.response)
        response.body = bytes
        response.statusCode = status ?? 200
        response.background = background
        response.dictionary["media_type"] = "application/json"
        try ResponseConstruction.initHeaders(.object(response), response, .none, machine)
        return .object(response)
    }

    /// A `JSONResponse` where neither `render` nor `__init__` can be the program's.
    func fastJSON(_ content: Value, status: Value?, _ background: Value, _ machine: Machine) throws -> Value? {
        let response = ResponseObject(type: responses.json)
        response.body = try ResponseConstruction.renderJSON(content, machine)
        response.statusCode = status ?? 200
        response.background = background
        try ResponseConstruction.initHeaders(.object(response), response, .none, machine)
        return .object(response)
    }

    /// A plain text answer, such as `Internal Server Error`.
    func plainText(_ text: String, _ status: Int, _ headers: PyDict? = nil, _ machine: Machine) throws -> OutgoingResponse {
        let value = try machine.call(
            .object(responses.plainText),
            Arguments([.string(text)], keywords: [("status_code", .int(status)), ("headers", headers.map { .dict($0) } ?? .none)]))
        let response = try ResponseObject.of(value, machine)
        return OutgoingResponse(status: status, headers: response.raw, bytes: response.body ?? [])
    }

    func plainError(_ status: Int, _ machine: Machine) throws -> OutgoingResponse {
        try plainText("Internal Server Error", status, nil, machine)
    }

    // MARK: Exceptions of the framework

    /// Starlette's own HTTPException, which routing and body parsing raise.
    func starletteException(_ status: Int, _ detail: Value, headers: PyDict? = nil, _ machine: Machine) -> PyError {
        let made = HTTPExceptionObject(type: starletteHTTPException)
        made.status = .int(status)
        made.detail = detail
        made.headers = headers.map { .dict($0) } ?? .none
        return PyError(made)
    }

    func validationError(_ errors: [ErrorDetail], body: Value, _ context: EndpointContext?, _ machine: Machine) -> PyError {
        let made = validation(requestValidationError, errors, body, context, machine)
        made.arguments = [made.errors]
        return PyError(made)
    }

    func responseValidationError(_ errors: [ErrorDetail], body: Value, _ context: EndpointContext?, _ machine: Machine) -> PyError {
        PyError(validation(responseValidationError, errors, body, context, machine))
    }

    private func validation(
        _ type: PyType, _ errors: [ErrorDetail], _ body: Value, _ context: EndpointContext?, _ machine: Machine
    ) -> ValidationErrorObject {
        let made = ValidationErrorObject(type: type)
        made.errors = .list(PyList(errors.map { .dict($0.dictionary(machine)) }))
        made.body = body
        made.endpoint = context
        return made
    }

    // MARK: FastAPI's own handlers

    /// FastAPI 0.165.0 exception_handlers.py `http_exception_handler`.
    func answer(to exception: HTTPExceptionObject, _ machine: Machine) throws -> Value {
        let code = exception.status.asInt
        let hasBody = code.map { !($0 < 200 || $0 == 204 || $0 == 205 || $0 == 304) } ?? true
        // A status that is no number fails where FastAPI compares it.
        if code == nil, !exception.status.isNone {
            _ = try machine.call(.object(machine.types.int), exception.status)
        }
        let keywords = [("status_code", exception.status), ("headers", exception.headers)]
        guard hasBody else { return try machine.call(.object(responses.response), Arguments([], keywords: keywords)) }
        let content = PyDict()
        content["detail"] = exception.detail
        return try machine.call(.object(responses.json), Arguments([.dict(content)], keywords: keywords))
    }

    /// FastAPI 0.165.0 exception_handlers.py `request_validation_exception_handler`.
    func answer(to exception: ValidationErrorObject, _ machine: Machine) throws -> Value {
        let content = PyDict()
        content["detail"] = try JSONableEncoder(machine: machine).encode(exception.errors)
        return try machine.call(.object(responses.json), Arguments([.dict(content)], keywords: [("status_code", 422)]))
    }
}
