import HTTPMessages
import Python

/// Finds what answers behind the middleware of an application: a route, or what is mounted (FastAPI 0.165.0 routing.py `APIRouter.app`).
struct RouteDispatcher {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject
    /// The dispatchers of all applications of the program, for what is mounted.
    let others: DispatcherTable

    private var responder: ExceptionResponder {
        ExceptionResponder(machine: machine, framework: framework, application: application)
    }
    private var answers: FrameworkAnswers { FrameworkAnswers(machine: machine, framework: framework) }

    /// The answer of the application's own router.
    func answer(_ scope: RequestScope) async throws -> OutgoingResponse { try await answer(scope, application.router) }

    private func answer(_ scope: RequestScope, _ router: RouterObject) async throws -> OutgoingResponse {
        let path = Array(scope.routePath.utf8)
        let entries = router.table(framework, machine).entries
        var partial: (route: Route, parameters: () throws -> [(name: String, value: Value)])?
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
            guard let match = try match(route, path, scope) else { continue }
            guard match.isFull else {
                partial = partial ?? (route, match.parameters)
                continue
            }
            return try await run(route, match.parameters(), scope)
        }
        // A class of the program may call partial what answers.
        if let (route, parameters) = partial { return try await run(route, parameters(), scope) }
        if router.redirectsSlashes, scope.routePath != "/", let target = try slashRedirect(scope, entries) { return target }
        if let fallback = router.fallback { return try await ASGIBridge(machine: machine, framework: framework).run(fallback, scope) }
        throw framework.starletteException(404, .string("Not Found"), machine)
    }

    /// Lets a route answer (Starlette 1.10.0 routing.py `Route.handle`).
    private func run(_ route: Route, _ parameters: [(name: String, value: Value)], _ scope: RequestScope) async throws -> OutgoingResponse {
        guard route.accepts(scope.method) else {
            let headers = PyDict()
            headers["Allow"] = .string(route.methods.joined(separator: ", "))
            throw framework.starletteException(405, .string("Method Not Allowed"), headers: headers, machine)
        }
        scope.choose(route, parameters, machine)
        machine.recorder?.trace.route = (route.path, route.title)
        if let name = route.builtIn { return try answers.unsupported(name) }
        if let limit = route.limit { return try answers.limit(limit, route) }
        if route.settings.isPlain { return try await plain(route, scope) }
        return try await BodyLimit.guarded(route.settings.maxBodySize, scope, framework, machine) {
            try await responder.guarded(scope) {
                try await RouteHandler(machine: machine, framework: framework, application: application).respond(route, scope)
            }
        }
    }

    /// Whether a route is meant for a request, and for its method too; with what reads its path parameters.
    private func match(
        _ route: Route, _ path: [UInt8], _ scope: RequestScope
    ) throws -> (isFull: Bool, parameters: () throws -> [(name: String, value: Value)])? {
        if route.asksProgram {
            return try RouteMatching.asked(route, scope.expose(machine), framework, machine).map { found in
                (found.isFull, { found.parameters })
            }
        }
        guard let found = route.pattern.match(path) else { return nil }
        return (route.accepts(scope.method), { try found.map { ($0.name, try machine.converted($0.value, $0.convertor)) } })
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

    /// Hands the request to what is mounted: an application with its own middleware, a router, or anything that speaks ASGI.
    private func mounted(
        _ mount: MountedApplication, _ match: MountedApplication.Match, _ scope: RequestScope
    ) async throws -> OutgoingResponse {
        // Middleware in between makes scopes of its own; the request's first one counts for all.
        let first = machine.context.user as? RequestScope ?? scope
        guard first.mountDepth < Self.deepestMount else { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        first.mountDepth += 1
        defer { first.mountDepth -= 1 }
        let found = try match.parameters.map { ($0.name, try machine.converted($0.value, $0.convertor)) }
        scope.enter(mount, above: match.above, found, machine)
        machine.recorder?.note(Source(.framework, "Mount", site: mount.site), "hands the request to what is mounted at \(mount.path)/")
        switch mount.application.asObject {
        case let inner as ApplicationObject where others[inner] != nil && !inner.isCalledByProgram:
            return try await others[inner]?.stack(scope) ?? OutgoingResponse.missing()
        case let router as RouterObject: return try await answer(scope, router)
        default: return try await ASGIBridge(machine: machine, framework: framework).run(mount.application, scope)
        }
    }

    /// The other trailing slash, where some route has it.
    private func slashRedirect(_ scope: RequestScope, _ entries: [RouteTable.Entry]) throws -> OutgoingResponse? {
        var path = scope.path
        if scope.routePath.hasSuffix("/") { while path.hasSuffix("/") { path.removeLast() } } else { path += "/" }
        let target = Array(scope.routePath(of: path).utf8)
        let isKnown = try entries.contains { entry in
            switch entry {
            case .route(let route) where route.asksProgram:
                try RouteMatching.asked(route, scope.exposed(withPath: path, machine), framework, machine) != nil
            case .route(let route): route.pattern.match(target) != nil
            case .mounted(let mount): mount.match(target) != nil
            }
        }
        guard isKnown else { return nil }
        return try answers.staged(Source(.framework, "redirect_slashes"), "redirects to the other trailing slash") {
            try answers.redirect(to: scope.url(path: path))
        }
    }
}
