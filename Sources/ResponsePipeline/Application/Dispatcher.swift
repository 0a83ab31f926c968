import HTTPMessages
import Python

/// Sends a request through the middleware to its route (Starlette 1.10.0 applications.py, routing.py).
struct Dispatcher {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject
    let layers: [MiddlewareLayer]
    let table: RouteTable

    /// The whole stack: error page, middleware, exception handlers, routes.
    func answer(_ scope: RequestScope) async -> OutgoingResponse {
        do {
            return try await through(0, scope)
        } catch let raised as PyError {
            return await errorPage(raised, scope)
        } catch let limit as MachineLimit {
            return limitPage(limit)
        } catch {
            return limitPage(.instructions(limit: 0))
        }
    }

    private func through(_ index: Int, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard index < layers.count else { return try await handled(scope) }
        switch layers[index] {
        case .cors(let layer):
            if layer.isPreflight(scope) { return try layer.answerPreflight(scope, framework, machine) }
            let response = try await through(index + 1, scope)
            try layer.add(to: response, scope, machine)
            return response
        case .httpsRedirect:
            guard scope.scheme == "http" else { return try await through(index + 1, scope) }
            return try redirect(scope, to: "https://\(scope.authority)\(scope.request.target)", by: "HTTPSRedirectMiddleware")
        case .trustedHost(let hosts, let redirectsWWW): return try await trusted(hosts, redirectsWWW, index, scope)
        case .dispatch(let function, let name, let site): return try await dispatch(function, name, site, index, scope)
        }
    }

    // MARK: Middleware

    private func trusted(_ hosts: [String], _ redirectsWWW: Bool, _ index: Int, _ scope: RequestScope) async throws -> OutgoingResponse {
        let host = String((scope.headers.text("host") ?? "").prefix { $0 != ":" })
        var foundWWW = false
        for pattern in hosts {
            if pattern == "*" || host == pattern || (pattern.hasPrefix("*") && host.hasSuffix(pattern.dropFirst())) {
                return try await through(index + 1, scope)
            }
            if "www." + host == pattern { foundWWW = true }
        }
        if foundWWW, redirectsWWW {
            return try redirect(scope, to: "\(scope.scheme)://www.\(scope.authority)\(scope.request.target)", by: "TrustedHostMiddleware")
        }
        return try staged(Source(.middleware, "TrustedHostMiddleware"), "refuses the host") {
            try framework.plainText("Invalid host header", 400, nil, machine)
        }
    }

    private func redirect(_ scope: RequestScope, to url: String, by name: String) throws -> OutgoingResponse {
        try staged(Source(.middleware, name), "redirects") {
            let value = try machine.call(.object(framework.responses.redirect), .string(url))
            let response = try ResponseObject.of(value, machine)
            return OutgoingResponse(status: 307, headers: response.raw, chunks: [[]])
        }
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

    /// `@app.middleware("http")` and `BaseHTTPMiddleware.dispatch`.
    private func dispatch(
        _ function: Value, _ name: String, _ site: CallSite?, _ index: Int, _ scope: RequestScope
    ) async throws -> OutgoingResponse {
        let inner = InnerAnswer()
        let next = machine.native("call_next", "request, /") { machine, _ in
            .object(
                PyNativeAwaitable { machine in
                    let outgoing = try await self.through(index + 1, scope)
                    inner.failure = outgoing.failure
                    let response = ResponseObject(type: self.framework.responses.streaming)
                    response.statusCode = .int(outgoing.status)
                    response.raw = outgoing.headers
                    response.stream = .list(PyList(outgoing.chunks.map { .object(PyBytes($0)) }))
                    return .object(response)
                })
        }
        let recorder = machine.recorder
        let before = recorder?.enter(Source(.middleware, name, site: site), "runs")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let result = try await machine.callAsync(function, Arguments([framework.requestObject(scope), next]))
        guard result.asObject is ResponseObject else {
            throw machine.error("TypeError", "'\(machine.typeName(result))' object is not callable")
        }
        let sender = ResponseSender(machine: machine, framework: framework)
        let outgoing = try await sender.outgoing(result)
        outgoing.failure = inner.failure
        do { try await sender.runBackground(result) } catch let raised as PyError { outgoing.failure = raised }
        return outgoing
    }

    /// What happened behind `call_next`.
    private final class InnerAnswer { var failure: PyError? }

    // MARK: Exceptions

    private func handled(_ scope: RequestScope) async throws -> OutgoingResponse {
        do {
            return try await routed(scope)
        } catch let raised as PyError {
            note(raised)
            let responder = ExceptionResponder(machine: machine, framework: framework, application: application)
            guard let response = try await responder.respond(to: raised, scope) else { throw raised }
            return response
        }
    }

    private func note(_ raised: PyError) {
        guard let recorder = machine.recorder else { return }
        let message = (try? machine.str(.object(raised.exception))) ?? ""
        recorder.trace.failure = Failure(type: raised.type.name, message: message, traceback: raised.traceback)
    }

    /// Starlette's `ServerErrorMiddleware`: a page for what nobody handled, and the exception goes on to the server.
    private func errorPage(_ raised: PyError, _ scope: RequestScope) async -> OutgoingResponse {
        note(raised)
        let source = Source(.framework, "ServerErrorMiddleware")
        let handler =
            application.statusHandlers.first { $0.status == 500 }?.handler
            ?? application.classHandlers.first { $0.type === machine.types.exception("Exception") }?.handler
        let responder = ExceptionResponder(machine: machine, framework: framework, application: application)
        var response: OutgoingResponse?
        if let handler { response = try? await responder.run(handler, raised, scope) }
        let page =
            response ?? (try? staged(source, "answers for an exception that nobody handled") { try framework.plainError(500, machine) })
        let made = page ?? OutgoingResponse(status: 500, headers: RawHeaders(), chunks: [[]])
        made.failure = raised
        return made
    }

    /// A request that used up its budget.
    private func limitPage(_ limit: MachineLimit) -> OutgoingResponse {
        machine.context = ExecutionContext()
        let page = (try? framework.plainError(500, machine)) ?? OutgoingResponse(status: 500, headers: RawHeaders(), chunks: [[]])
        page.failure = machine.error("PlaygroundLimit", "the program " + limit.words)
        page.limit = limit
        return page
    }

    // MARK: Routes

    private func routed(_ scope: RequestScope) async throws -> OutgoingResponse {
        let path = Array(scope.path.utf8)
        var partial: Route?
        for route in table.routes {
            guard let match = route.pattern.match(path) else { continue }
            guard route.methods.contains(scope.method) else {
                partial = partial ?? route
                continue
            }
            scope.pathParameters = match.map { ($0.name, Self.converted($0.value, $0.convertor)) }
            scope.routeTemplate = route.path
            machine.recorder?.trace.route = (route.path, route.title)
            if let name = route.builtIn { return try unsupported(name) }
            return try await RouteHandler(machine: machine, framework: framework, application: application).respond(route, scope)
        }
        if let partial {
            let headers = PyDict()
            headers["Allow"] = .string(partial.methods.joined(separator: ", "))
            throw framework.httpException(405, .string("Method Not Allowed"), headers: headers, machine)
        }
        if application.redirectsSlashes, scope.path != "/", let target = slashRedirect(scope) { return target }
        throw framework.httpException(404, .string("Not Found"), machine)
    }

    private static func converted(_ text: String, _ convertor: PathPattern.Convertor) -> Value {
        switch convertor {
        case .int: IntegerText.value(text)
        case .float: .float(Double(text) ?? 0)
        default: .string(text)
        }
    }

    /// The other trailing slash, where some route has it.
    private func slashRedirect(_ scope: RequestScope) -> OutgoingResponse? {
        var path = scope.path
        if path.hasSuffix("/") { while path.hasSuffix("/") { path.removeLast() } } else { path += "/" }
        guard table.routes.contains(where: { $0.pattern.match(Array(path.utf8)) != nil }) else { return nil }
        let query = scope.request.target.contains("?") ? "?" + scope.request.query : ""
        let quoted = URLQuoting.quote(path, safe: "/:@!$&'()*+,;=~")
        let url = "\(scope.scheme)://\(scope.authority)\(quoted)\(query)"
        return try? staged(Source(.framework, "redirect_slashes"), "redirects to the other trailing slash") {
            let value = try machine.call(.object(framework.responses.redirect), .string(url))
            let response = try ResponseObject.of(value, machine)
            return OutgoingResponse(status: 307, headers: response.raw, chunks: [[]])
        }
    }

    private func unsupported(_ name: String) throws -> OutgoingResponse {
        try staged(Source(.framework, name), "is not answered by the playground") {
            try framework.plainText("Headroom does not make \(name); ask real FastAPI for it\n", 501, nil, machine)
        }
    }
}

/// Digits of a path parameter as an integer of any size.
enum IntegerText {
    static func value(_ digits: String) -> Value {
        if let small = Int(digits) { return .int(small) }
        return BigInt(digits: digits.utf8).map { .integer($0) } ?? .string(digits)
    }
}
