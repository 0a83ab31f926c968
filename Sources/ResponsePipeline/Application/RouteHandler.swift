import DataModels
import HTTPMessages
import Python

/// Runs one path operation: body, dependencies, function, response (FastAPI 0.165.0 routing.py `get_request_handler`).
struct RouteHandler {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject

    /// The response of a route; throws what the program raises before it starts.
    func respond(_ route: Route, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard let dependant = route.dependant else { return try framework.plainError(500, machine) }
        let solver = DependencySolver(machine, scope, framework, application)
        let outgoing: OutgoingResponse
        do {
            let response = try await self.response(route, dependant, solver, scope)
            outgoing = try await ResponseSender(machine: machine, framework: framework).outgoing(response, scope)
        } catch let raised as PyError {
            noteDropped(solver.response)
            throw try await solver.exits.close(.request, raised) ?? swallowed
        }
        let background = outgoing.finish
        guard background != nil || !solver.exits.isEmpty || machine.recorder != nil else { return outgoing }
        let merged = solver.response.headerLines.lines.count
        outgoing.finish = { raised in
            var pending = raised
            do { try await background?(raised) } catch let error as PyError { pending = error }
            let rest = try await solver.exits.close(.request, pending)
            noteLate(solver.response, merged)
            if let rest { throw rest }
            if pending != nil { throw swallowed }
        }
        return outgoing
    }

    /// Body, dependencies, function, and the dependencies that go on before the response is sent.
    private func response(
        _ route: Route, _ dependant: Dependant, _ solver: DependencySolver, _ scope: RequestScope
    ) async throws -> Value {
        let made: Value
        do {
            if let handler = try route.handler(machine, framework) {
                (machine.context.user as? RequestScope)?.runRoute = { request in
                    try await take(request, route, scope)
                    return try await produce(route, dependant, solver, scope)
                }
                made = try await machine.finishCall(handler, Arguments([framework.requestObject(scope)]))
            } else {
                made = try await produce(route, dependant, solver, scope)
            }
        } catch let raised as PyError {
            let unbound = machine.error(
                "UnboundLocalError", "cannot access local variable 'response' where it is not associated with a value")
            throw try await solver.exits.close(.function, raised) ?? unbound
        }
        if let raised = try await solver.exits.close(.function, nil) { throw raised }
        return made
    }

    /// FastAPI's own handler of a route: body, dependencies, function.
    private func produce(
        _ route: Route, _ dependant: Dependant, _ solver: DependencySolver, _ scope: RequestScope
    ) async throws -> Value {
        let reader = BodyReader(machine: machine, framework: framework)
        let body = try await reader.read(scope, fields: route.bodyFields, embeds: route.embedsBody, isStrict: route.isStrict)
        return try await run(route, dependant, body, solver, scope)
    }

    /// Goes on with the request that a route class of the program made, whose `body` may be its own.
    private func take(_ request: Value, _ route: Route, _ scope: RequestScope) async throws {
        guard let object = request.asObject as? RequestObject, scope.object?.asObject !== object else { return }
        scope.object = request
        guard !route.bodyFields.isEmpty else { return }
        let bytes = try await machine.finishCall(try machine.attribute(request, "body"), Arguments())
        scope.body = bytes.asBytes?.bytes ?? scope.body
    }

    /// A dependency with `yield` swallowed what was raised, so that there is no response.
    private var swallowed: PyError {
        machine.error(
            framework.fastAPIError,
            [
                .string(
                    "Response not awaited. There's a high chance that the application code is raising an exception and a dependency with "
                        + "yield has a block with a bare except, or a block with except Exception, and is not raising the exception again. "
                        + "Read more about it in the docs: https://fastapi.tiangolo.com/tutorial/dependencies/dependencies-with-yield/"
                        + "#dependencies-with-yield-and-except")
            ])
    }

    private func run(
        _ route: Route, _ dependant: Dependant, _ body: RequestBodyValue, _ solver: DependencySolver, _ scope: RequestScope
    ) async throws -> Value {
        let solved = try await solver.solve(dependant, body: body)
        guard solved.errors.isEmpty else {
            let given = body.form.map { framework.multiDict.form($0) } ?? body.value ?? .none
            throw framework.validationError(solved.errors, body: given, route.context(scope), machine)
        }
        let recorder = machine.recorder
        let before = recorder?.enter(Source(.pathOperation, route.title, site: route.site), "runs")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let arguments = Arguments([], keywords: solved.values)
        switch dependant.kind {
        case .plain: return try finish(try machine.callInThread(route.endpoint, arguments), route, solver, scope)
        case .coroutine: return try finish(try await machine.finishCall(route.endpoint, arguments), route, solver, scope)
        case .generator, .asyncGenerator:
            return try stream(try machine.call(route.endpoint, arguments), route, solver, scope)
        }
    }

    // MARK: From a value to a response

    private func finish(_ value: Value, _ route: Route, _ solver: DependencySolver, _ scope: RequestScope) throws -> Value {
        if let direct = value.asObject as? ResponseObject {
            if direct.background.isNone { direct.background = solver.background }
            noteDirect(direct, solver.response, route)
            return value
        }
        let status = try self.status(route, solver.response)
        let made: Value
        if let field = route.responseField, route.settings.responseClass.isNone {
            let bytes = try serialized(value, field, route, scope)
            made = try framework.makeJSON(bytes, status: status, background: solver.background, machine)
        } else {
            let content: Value
            if let field = route.responseField {
                content = try field.plain(try validated(value, field, route, scope), route.settings.options)
                machine.recorder?.trace.bodyChanges += field.changes(from: value, to: content, route.settings.options)
                    .map { BodyAccount($0, of: route) }
            } else {
                content = try JSONableEncoder(machine: machine).encode(value)
            }
            made = try construct(route, content, status, solver.background)
        }
        guard let response = made.asObject as? ResponseObject else {
            throw machine.error("AssertionError", "response class did not make a response")
        }
        if let recorder = machine.recorder { noteStatus(route, response, solver.response, recorder) }
        if let code = response.statusCode.asInt, code < 200 || code == 204 || code == 205 || code == 304 { response.body = [] }
        response.headerLines.append(contentsOf: solver.response.headerLines)
        return made
    }

    /// FastAPI 0.165.0 routing.py `_build_response_args`: the temporal status, else the decorator's, else the class's.
    private func status(_ route: Route, _ temporal: ResponseObject) throws -> Value? {
        if try machine.isTrue(temporal.statusCode) { return temporal.statusCode }
        if try machine.isTrue(route.settings.statusCode) { return route.settings.statusCode }
        return temporal.statusCode.isNone ? nil : temporal.statusCode
    }

    private func construct(_ route: Route, _ content: Value, _ status: Value?, _ background: Value) throws -> Value {
        var type = route.settings.responseClass
        if type.isNone { type = .object(framework.responses.json) }
        if type.asType === framework.responses.json, let fast = try framework.fastJSON(content, status: status, background, machine) {
            return fast
        }
        var keywords: [(name: String, value: Value)] = [("background", background)]
        if let status { keywords.append(("status_code", status)) }
        return try machine.call(type, Arguments([content], keywords: keywords))
    }

    private func validated(_ value: Value, _ field: TypeAdapter, _ route: Route, _ scope: RequestScope) throws -> Value {
        let result = try field.validate(value, at: ["response"])
        guard let valid = result.value, result.errors.isEmpty else {
            throw framework.responseValidationError(result.errors, body: value, route.context(scope), machine)
        }
        return valid
    }

    private func serialized(_ value: Value, _ field: TypeAdapter, _ route: Route, _ scope: RequestScope) throws -> [UInt8] {
        if machine.recorder == nil, let bytes = try field.directJSON(value, route.settings.options) { return bytes }
        let valid = try validated(value, field, route, scope)
        guard let recorder = machine.recorder else { return try field.json(valid, route.settings.options) }
        let (bytes, changes) = try field.tracedJSON(valid, from: value, route.settings.options)
        recorder.trace.bodyChanges += changes.map { BodyAccount($0, of: route) }
        return bytes
    }

    /// What a generator function gives: JSON lines, or the content of the response class that the route names.
    private func stream(_ content: Value, _ route: Route, _ solver: DependencySolver, _ scope: RequestScope) throws -> Value {
        var keywords: [(name: String, value: Value)] = [("background", solver.background)]
        if let status = try status(route, solver.response) { keywords.append(("status_code", status)) }
        let type = route.settings.responseClass
        let made: Value
        if type.isNone {
            keywords.append(("media_type", "application/jsonl"))
            made = try machine.call(.object(framework.responses.streaming), Arguments([content], keywords: keywords))
            (made.asObject as? ResponseObject)?.stream = .pieces(
                ProgramStream(content, machine) { item in try line(item, route, scope) + [0x0A] })
        } else {
            made = try machine.call(type, Arguments([], keywords: [("content", content)] + keywords))
        }
        guard let response = made.asObject as? ResponseObject else { return made }
        if let recorder = machine.recorder { noteStatus(route, response, solver.response, recorder) }
        response.headerLines.append(contentsOf: solver.response.headerLines)
        return made
    }

    /// One item as JSON.
    private func line(_ item: Value, _ route: Route, _ scope: RequestScope) throws -> [UInt8] {
        if let field = route.itemField {
            return try field.json(try validated(item, field, route, scope), route.settings.options)
        }
        let plain = FiniteNumbers.normalized(try JSONableEncoder(machine: machine).encode(item))
        return try JSONWriter.bytes(of: plain, machine, JSONOptions())
    }

    // MARK: The trace

    private func noteStatus(_ route: Route, _ response: ResponseObject, _ temporal: ResponseObject, _ recorder: Recorder) {
        let name = response.instanceType.name
        if recorder.trace.statuses.isEmpty, let code = response.statusCode.asInt {
            let isDeclared = !route.settings.statusCode.isNone
            let source = isDeclared ? Source(.pathOperation, route.title, site: route.site) : Source(.responseClass, name)
            recorder.trace.statuses.append(StatusAccount(status: code, source: source))
        }
        recorder.note(Source(.responseClass, name), "is made of the returned value; the temporal headers are added")
    }

    private func noteDirect(_ direct: ResponseObject, _ temporal: ResponseObject, _ route: Route) {
        guard let recorder = machine.recorder else { return }
        recorder.trace.headers += temporal.headerLines.dropAll(ResponseRules.directWins)
        for index in recorder.trace.statuses.indices where recorder.trace.statuses[index].dropped == nil {
            recorder.trace.statuses[index].dropped = ResponseRules.statusOfDirect
        }
        let source = Source(.directResponse, direct.instanceType.name, site: direct.maker?.site)
        if let code = direct.statusCode.asInt { recorder.trace.statuses.append(StatusAccount(status: code, source: source)) }
        recorder.note(source, "is returned; the temporal response is not used")
    }

    /// What was written to the temporal response after it was used.
    private func noteLate(_ temporal: ResponseObject, _ merged: Int) {
        guard let recorder = machine.recorder else { return }
        for line in temporal.headerLines.lines.dropFirst(merged) {
            guard let account = line.account else { continue }
            recorder.trace.headers.append(RawHeaders.describe(line, account, .dropped(ResponseRules.lateWrite)))
        }
    }

    private func noteDropped(_ temporal: ResponseObject) {
        guard let recorder = machine.recorder else { return }
        recorder.trace.headers += temporal.headerLines.dropAll(ResponseRules.exceptionDrops)
        for index in recorder.trace.statuses.indices { recorder.trace.statuses[index].dropped = ResponseRules.exceptionDrops }
    }
}

/// FastAPI 0.165.0 routing.py `_normalize_non_finite_floats`: NaN and infinity become null.
enum FiniteNumbers {
    static func normalized(_ value: Value) -> Value {
        switch value {
        case .float(let number): return number.isFinite ? value : .none
        case .list(let list): return .list(PyList(list.elements.map(normalized)))
        case .dict(let dict):
            let made = PyDict()
            for (key, item) in dict.items { if let name = key.asString { made[name] = normalized(item) } else { return value } }
            return .dict(made)
        default: return value
        }
    }
}
