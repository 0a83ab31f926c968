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
        await response.complete(ServerSend(machine, isHead: scope.request.method == "HEAD"))
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
                return try await RouteDispatcher(machine: machine, framework: framework, application: application, others: others).answer(
                    scope)
            }
        }
        return try await LayerRunner(machine: machine, framework: framework).answer(layers[index], scope) { [self] in
            try await through(index + 1, scope)
        }
    }

    /// How many layers of middleware there may be around an application.
    private static let mostLayers = 500

    // MARK: Answers of the framework

    private var answers: FrameworkAnswers { FrameworkAnswers(machine: machine, framework: framework) }

    /// Starlette's `ServerErrorMiddleware`: a page for what nobody handled, and the exception goes on to the server.
    private func errorPage(_ raised: PyError, _ scope: RequestScope) async -> OutgoingResponse {
        responder.note(raised)
        let made = OutgoingResponse.missing()
        made.failure = raised
        guard machine.isError(raised, "Exception"), !NoResponse.isMeant(by: raised, machine) else { return made }
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
        let page = try? answers.staged(source, "answers for an exception that nobody handled") { try framework.plainError(500, machine) }
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
}

/// The dispatchers of a program's applications.
final class DispatcherTable {
    private var known: [ObjectIdentifier: Dispatcher] = [:]

    subscript(_ application: ApplicationObject) -> Dispatcher? {
        get { known[ObjectIdentifier(application)] }
        set { known[ObjectIdentifier(application)] = newValue }
    }
}
