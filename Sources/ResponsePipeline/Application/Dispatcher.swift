import HTTPMessages
import Python

/// Sends a request through the middleware to its route (Starlette 1.10.0 applications.py, FastAPI 0.165.0 routing.py `APIRouter.app`).
final class Dispatcher {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject
    /// The layers around the routes, outermost first.
    private var layers: [MiddlewareLayer] = []
    private let responder: ExceptionResponder
    /// The dispatchers of all applications of the program, the inner ones of mounts among them.
    private let others: DispatcherTable
    /// What the program serves in place of the application itself, such as a middleware put around it.
    var outermost: Value?

    init(machine: Machine, framework: FrameworkClasses, application: ApplicationObject, others: DispatcherTable) {
        self.others = others
        self.machine = machine
        self.framework = framework
        self.application = application
        responder = ExceptionResponder(machine: machine, framework: framework, application: application)
    }

    /// Makes the middleware, the innermost first as Starlette does; what cannot run becomes a finding.
    ///
    /// - Parameter lifespan: what runs when the lifespan's scope comes through.
    func build(lifespan: @escaping () async throws -> Void) throws {
        application.start()
        let bridge = ASGIBridge(machine: machine, framework: framework)
        var made: [MiddlewareLayer] = []
        guard application.middleware.count <= Self.mostLayers else {
            throw machine.error("RecursionError", "maximum recursion depth exceeded")
        }
        for added in application.middleware {
            let depth = made.count
            let inner = bridge.application(lifespan: lifespan) { [unowned self] scope in
                try await through(layers.count - depth, scope)
            }
            if let layer = try MiddlewareLayer.layer(added, inner: inner, framework, machine) {
                made.append(layer)
            } else {
                application.findings.append((added.site, "this middleware is not part of the playground and is left out"))
            }
        }
        layers = made.reversed()
    }

    /// Sends the lifespan's scope through middleware that speaks ASGI, which may do something at startup.
    func startUp(_ lifespan: () async throws -> Void) async throws {
        guard case .application(let app, _, _)? = layers.first(where: { if case .application = $0 { true } else { false } }) else {
            return try await lifespan()
        }
        let scope = PyDict(), receive = PyDict()
        scope["type"] = "lifespan"
        scope["app"] = .object(application)
        scope["state"] = .dict(PyDict())
        receive["type"] = "lifespan.startup"
        let native = { (name: String, parameters: String, result: Value) in
            self.machine.native(name, parameters) { _, _ in .object(PyNativeAwaitable { _ in result }) }
        }
        _ = try await machine.finishCall(
            app, Arguments([.dict(scope), native("receive", "", .dict(receive)), native("send", "message", .none)]))
    }

    /// The whole stack: error page, middleware, exception handlers, routes.
    func answer(_ scope: RequestScope) async -> OutgoingResponse {
        let response: OutgoingResponse
        do {
            if let outermost {
                response = try await ASGIBridge(machine: machine, framework: framework).run(outermost, scope)
            } else {
                response = try await stack(scope)
            }
        } catch let raised as PyError {
            responder.note(raised)
            response = .missing()
            response.failure = raised
        } catch let limit as MachineLimit {
            return limitPage(limit)
        } catch {
            return limitPage(.instructions(limit: 0))
        }
        await response.complete()
        if let limit = response.limit { return limitPage(limit) }
        if let failure = response.failure { responder.note(failure) }
        return response
    }

    /// The application with its page for what nobody handled.
    func stack(_ scope: RequestScope) async throws -> OutgoingResponse {
        scope.application = application
        if !application.rootPath.isEmpty { scope.serve(under: application.rootPath) }
        do {
            return try await BodyLimit.guarded(application.maxBodySize, scope, framework, machine) { try await through(0, scope) }
        } catch let raised as PyError {
            return await errorPage(raised, scope)
        }
    }

    /// `app(scope, receive, send)`.
    func callable(lifespan: @escaping () async throws -> Void) -> Value {
        ASGIBridge(machine: machine, framework: framework).application(lifespan: lifespan) { [unowned self] in try await stack($0) }
    }

    private func through(_ index: Int, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard index < layers.count else {
            scope.follow(machine)
            scope.object = nil
            return try await responder.guarded(scope) {
                scope.enter(application, machine)
                return try await routed(scope, application.router)
            }
        }
        switch layers[index] {
        case .cors(let layer):
            if layer.isPreflight(scope) { return try layer.answerPreflight(scope, framework, machine) }
            let response = try await through(index + 1, scope)
            try layer.add(to: response, scope, machine)
            return response
        case .httpsRedirect:
            guard scope.scheme == "http" else { return try await through(index + 1, scope) }
            return try redirect(scope, scheme: "https", by: "HTTPSRedirectMiddleware")
        case .trustedHost(let hosts):
            switch hosts.judge(scope.headers.text("host")) {
            case .allowed: return try await through(index + 1, scope)
            case .redirected: return try redirect(scope, host: "www.", by: "TrustedHostMiddleware")
            case .refused:
                return try staged(Source(.middleware, "TrustedHostMiddleware"), "refuses the host") {
                    try framework.plainText("Invalid host header", 400, nil, machine)
                }
            }
        case .dispatch(let function, let name, let site):
            let layer = DispatchLayer(
                machine: machine, framework: framework, function: function, source: Source(.middleware, name, site: site))
            return try await layer.answer(scope) { try await self.through(index + 1, scope) }
        case .application(let app, let name, let site):
            let recorder = machine.recorder
            let before = recorder?.enter(Source(.middleware, name, site: site), "runs")
            defer { if let recorder, let before { recorder.leave(to: before) } }
            return try await ASGIBridge(machine: machine, framework: framework).run(app, scope)
        }
    }

    // MARK: Answers of the framework

    private func redirect(_ scope: RequestScope, scheme: String? = nil, host: String = "", by name: String) throws -> OutgoingResponse {
        var authority = scope.authority
        if scheme != nil, authority.hasSuffix(":80") || authority.hasSuffix(":443") {
            authority = String(authority[..<(authority.lastIndex(of: ":") ?? authority.endIndex)]).lowercased()
        }
        let rest = scope.urlText.dropFirst("\(scope.scheme)://\(scope.authority)".count)
        let url = "\(scheme ?? scope.scheme)://\(host)\(authority)\(rest)"
        return try staged(Source(.middleware, name), "redirects") { try redirectResponse(url) }
    }

    private func redirectResponse(_ url: String) throws -> OutgoingResponse {
        let value = try machine.call(.object(framework.responses.redirect), .string(url))
        let response = try ResponseObject.of(value, machine)
        return OutgoingResponse(status: 307, headers: response.raw, bytes: [])
    }

    /// Runs something as a stage of the trace.
    private func staged(_ source: Source, _ text: String, _ body: () throws -> OutgoingResponse) throws -> OutgoingResponse {
        guard let recorder = machine.recorder else { return try body() }
        let before = recorder.enter(source, text)
        defer { recorder.leave(to: before) }
        let response = try body()
        recorder.trace.statuses.append(StatusAccount(status: response.status, source: source))
        return response
    }

    /// Starlette's `ServerErrorMiddleware`: a page for what nobody handled, and the exception goes on to the server.
    private func errorPage(_ raised: PyError, _ scope: RequestScope) async -> OutgoingResponse {
        responder.note(raised)
        let made = OutgoingResponse.missing()
        made.failure = raised
        let isWithoutResponse = (try? machine.str(.object(raised.exception))) == NoResponse.words
        guard machine.isError(raised, "Exception"), !isWithoutResponse else { return made }
        if let handler = application.exceptionHandlers.last(where: { $0.isForErrorPage(machine) })?.handler {
            do {
                let page = try await responder.run(handler, raised, scope)
                page.failure = raised
                return page
            } catch let second as PyError {
                made.failure = second
            } catch {}
            return made
        }
        let source = Source(.framework, "ServerErrorMiddleware")
        let page = try? staged(source, "answers for an exception that nobody handled") { try framework.plainError(500, machine) }
        page?.failure = raised
        return page ?? made
    }

    /// A request that used up its budget.
    private func limitPage(_ limit: MachineLimit) -> OutgoingResponse {
        machine.context = ExecutionContext()
        let page = (try? framework.plainError(500, machine)) ?? OutgoingResponse.missing()
        page.failure = machine.error("PlaygroundLimit", "the program " + limit.words)
        page.limit = limit
        return page
    }

    // MARK: Routes

    private func routed(_ scope: RequestScope, _ router: RouterObject) async throws -> OutgoingResponse {
        let path = Array(scope.routePath.utf8)
        let entries = router.table(framework, machine).entries
        var partial: Route?
        var isBelow = false
        for entry in entries {
            let route: Route
            switch entry {
            case .route(let found):
                route = found
                if !isBelow, found.isIncluded {
                    isBelow = true
                    scope.note([.fastapi], machine)
                }
            case .mounted(let mount):
                guard let match = mount.match(path) else { continue }
                return try await mounted(mount, match, scope)
            }
            guard let match = route.pattern.match(path) else { continue }
            guard route.accepts(scope.method) else {
                partial = partial ?? route
                continue
            }
            scope.choose(route, try match.map { ($0.name, try converted($0.value, $0.convertor)) }, machine)
            machine.recorder?.trace.route = (route.path, route.title)
            if let name = route.builtIn { return try unsupported(name) }
            if let limit = route.limit { return try self.limit(limit, route) }
            if route.settings.isPlain { return try await plain(route, scope) }
            return try await BodyLimit.guarded(route.settings.maxBodySize, scope, framework, machine) {
                try await responder.guarded(scope) {
                    try await RouteHandler(machine: machine, framework: framework, application: application).respond(route, scope)
                }
            }
        }
        if let partial {
            let headers = PyDict()
            headers["Allow"] = .string(partial.methods.joined(separator: ", "))
            throw framework.starletteException(405, .string("Method Not Allowed"), headers: headers, machine)
        }
        if router.redirectsSlashes, scope.routePath != "/", let target = try slashRedirect(scope, entries) { return target }
        if let fallback = router.fallback { return try await ASGIBridge(machine: machine, framework: framework).run(fallback, scope) }
        throw framework.starletteException(404, .string("Not Found"), machine)
    }

    /// Starlette's own kind of route: a function of the request, or anything else that speaks ASGI itself.
    private func plain(_ route: Route, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard route.endpoint.asObject is PyFunction || route.endpoint.asObject is PyBoundMethod else {
            return try await ASGIBridge(machine: machine, framework: framework).run(route.endpoint, scope)
        }
        return try await responder.guarded(scope) {
            let recorder = machine.recorder
            let before = recorder?.enter(Source(.pathOperation, route.title, site: route.site), "runs")
            defer { if let recorder, let before { recorder.leave(to: before) } }
            let response = try await machine.finishCall(route.endpoint, Arguments([framework.requestObject(scope)]))
            return try await ResponseSender(machine: machine, framework: framework).outgoing(response, scope)
        }
    }

    /// How deep applications may be mounted in one another; Python ends at its recursion limit.
    private static let deepestMount = 80
    /// How many layers of middleware there may be around an application.
    private static let mostLayers = 500

    /// Hands the request to what is mounted: an application with its own middleware, a router, or anything that speaks ASGI.
    private func mounted(
        _ mount: MountedApplication, _ match: MountedApplication.Match, _ scope: RequestScope
    ) async throws -> OutgoingResponse {
        // Middleware in between makes scopes of its own; the request's first one counts for all.
        let first = machine.context.user as? RequestScope ?? scope
        guard first.mountDepth < Self.deepestMount else { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        first.mountDepth += 1
        defer { first.mountDepth -= 1 }
        let found = try match.parameters.map { ($0.name, try converted($0.value, $0.convertor)) }
        scope.enter(mount, above: match.above, found, machine)
        machine.recorder?.note(Source(.framework, "Mount", site: mount.site), "hands the request to what is mounted at \(mount.path)/")
        switch mount.application.asObject {
        case let inner as ApplicationObject where others[inner] != nil && !inner.isCalledByProgram:
            return try await others[inner]?.stack(scope) ?? OutgoingResponse.missing()
        case let router as RouterObject: return try await routed(scope, router)
        default: return try await ASGIBridge(machine: machine, framework: framework).run(mount.application, scope)
        }
    }

    private func converted(_ text: String, _ convertor: PathPattern.Convertor) throws -> Value {
        switch convertor {
        case .int: IntegerText.value(text)
        case .float: .float(Double(text) ?? 0)
        case .uuid: try machine.call(try machine.imported("uuid", "UUID"), .string(text))
        default: .string(text)
        }
    }

    /// The other trailing slash, where some route has it.
    private func slashRedirect(_ scope: RequestScope, _ entries: [RouteTable.Entry]) throws -> OutgoingResponse? {
        var path = scope.path
        if scope.routePath.hasSuffix("/") { while path.hasSuffix("/") { path.removeLast() } } else { path += "/" }
        let target = Array(scope.routePath(of: path).utf8)
        let isKnown = entries.contains { entry in
            switch entry {
            case .route(let route): route.pattern.match(target) != nil
            case .mounted(let mount): mount.match(target) != nil
            }
        }
        guard isKnown else { return nil }
        return try staged(Source(.framework, "redirect_slashes"), "redirects to the other trailing slash") {
            try redirectResponse(scope.url(path: path))
        }
    }

    /// A path operation that needs what the playground does not have.
    private func limit(_ reason: String, _ route: Route) throws -> OutgoingResponse {
        try staged(Source(.framework, "PlaygroundLimit", site: route.site), reason) {
            try framework.plainText("Headroom cannot run \(route.title): \(reason)\n", 501, nil, machine)
        }
    }

    private func unsupported(_ name: String) throws -> OutgoingResponse {
        try staged(Source(.framework, name), "is not answered by the playground") {
            try framework.plainText("Headroom does not make \(name); ask real FastAPI for it\n", 501, nil, machine)
        }
    }
}

/// The dispatchers of a program's applications.
final class DispatcherTable {
    private var known: [ObjectIdentifier: Dispatcher] = [:]

    subscript(_ application: ApplicationObject) -> Dispatcher? {
        get { known[ObjectIdentifier(application)] }
        set { known[ObjectIdentifier(application)] = newValue }
    }
}

/// Digits of a path parameter as an integer of any size.
enum IntegerText {
    static func value(_ digits: String) -> Value {
        if let small = Int(digits) { return .int(small) }
        return BigInt(digits: digits.utf8).map { .integer($0) } ?? .string(digits)
    }
}
