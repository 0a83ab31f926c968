import DataModels
import HTTPMessages
import Python

/// Runs one path operation: body, dependencies, function, response (FastAPI 0.165.0 routing.py `get_request_handler`).
struct RouteHandler {
    let machine: Machine
    let framework: FrameworkClasses
    let application: ApplicationObject

    /// The response of a route; throws what the program raises.
    func respond(_ route: Route, _ scope: RequestScope) async throws -> OutgoingResponse {
        guard let dependant = route.dependant else { return try framework.plainError(500, machine) }
        let reader = BodyReader(machine: machine, framework: framework)
        let body = try reader.read(scope, fields: route.bodyFields, embeds: route.embedsBody)
        let solver = DependencySolver(machine, scope, framework)
        let response: Value
        do {
            response = try await run(route, dependant, body, solver, scope)
        } catch let raised as PyError {
            noteDropped(solver.response)
            if let rest = try await solver.close(raised, beforeResponse: false) { throw rest }
            throw machine.error(
                "FastAPIError",
                "Response not awaited. There's a high chance that the application code is raising an exception and a dependency with "
                    + "yield has a block with a bare except, or a block with except Exception, and is not raising the exception again. "
                    + "Read more about it in the docs: https://fastapi.tiangolo.com/tutorial/dependencies/dependencies-with-yield/"
                    + "#dependencies-with-yield-and-except")
        }
        if let raised = try await solver.close(nil, beforeResponse: true) { throw raised }
        let outgoing = try await ResponseSender(machine: machine, framework: framework).outgoing(response)
        do {
            try await ResponseSender(machine: machine, framework: framework).runBackground(response)
            if let raised = try await solver.close(nil, beforeResponse: false) { outgoing.failure = raised }
        } catch let raised as PyError {
            outgoing.failure = try await solver.close(raised, beforeResponse: false)
        }
        return outgoing
    }

    private func run(
        _ route: Route, _ dependant: Dependant, _ body: RequestBodyValue, _ solver: DependencySolver, _ scope: RequestScope
    ) async throws -> Value {
        let solved = try await solver.solve(dependant, body: body)
        guard solved.errors.isEmpty else {
            throw framework.validationError(solved.errors, body: body.value ?? .none, machine)
        }
        let recorder = machine.recorder
        let before = recorder?.enter(Source(.pathOperation, route.title, site: route.site), "runs")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let arguments = Arguments([], keywords: solved.values)
        let returned = try machine.call(route.endpoint, arguments)
        if let generator = returned.asObject as? PyGenerator {
            if generator.kind == .coroutine {
                return try finish(try await machine.await(returned), route, solver)
            }
            return try stream(generator, route, solver)
        }
        return try finish(returned, route, solver)
    }

    // MARK: From a value to a response

    private func finish(_ value: Value, _ route: Route, _ solver: DependencySolver) throws -> Value {
        if let direct = value.asObject as? ResponseObject {
            if direct.background.isNone { direct.background = solver.background }
            noteDirect(direct, solver.response, route)
            return value
        }
        let status = try self.status(route, solver.response)
        let made: Value
        if let field = route.responseField, route.settings.responseClass.isNone, application.defaultResponseClass.isNone {
            let bytes = try serialized(value, field, route)
            made = try framework.makeJSON(bytes, status: status, background: solver.background, machine)
        } else {
            let content: Value
            if let field = route.responseField {
                content = try field.plain(try validated(value, field, route), route.settings.options)
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
        response.raw.append(contentsOf: solver.response.raw)
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
        if type.isNone { type = application.defaultResponseClass }
        if type.isNone { type = .object(framework.responses.json) }
        if type.asType === framework.responses.json, let fast = try framework.fastJSON(content, status: status, background, machine) {
            return fast
        }
        var keywords: [(name: String, value: Value)] = [("background", background)]
        if let status { keywords.append(("status_code", status)) }
        return try machine.call(type, Arguments([content], keywords: keywords))
    }

    private func validated(_ value: Value, _ field: TypeAdapter, _ route: Route) throws -> Value {
        let result = try field.validate(value, at: ["response"])
        guard let valid = result.value, result.errors.isEmpty else {
            throw framework.responseValidationError(result.errors, body: value, machine)
        }
        return valid
    }

    private func serialized(_ value: Value, _ field: TypeAdapter, _ route: Route) throws -> [UInt8] {
        if machine.recorder == nil, let bytes = try field.directJSON(value, route.settings.options) { return bytes }
        let valid = try validated(value, field, route)
        let plain = try field.plain(valid, route.settings.options)
        if let recorder = machine.recorder {
            BodyComparison(machine: machine).compare(value, plain, path: "", route: route, into: &recorder.trace.bodyChanges)
        }
        return try TypeAdapter.bytes(plain, machine)
    }

    private func stream(_ generator: PyGenerator, _ route: Route, _ solver: DependencySolver) throws -> Value {
        var keywords: [(name: String, value: Value)] = [("background", solver.background)]
        if let status = try status(route, solver.response) { keywords.append(("status_code", status)) }
        let made: Value
        if route.settings.responseClass.isNone {
            let lines = LineStream(generator: generator)
            keywords.append(("media_type", "application/jsonl"))
            made = try machine.call(.object(framework.responses.streaming), Arguments([.object(lines)], keywords: keywords))
        } else {
            made = try machine.call(route.settings.responseClass, Arguments([.object(generator)], keywords: keywords))
        }
        (made.asObject as? ResponseObject)?.raw.append(contentsOf: solver.response.raw)
        return made
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
        recorder.trace.headers += temporal.raw.dropAll(ResponseRules.directWins)
        for index in recorder.trace.statuses.indices where recorder.trace.statuses[index].dropped == nil {
            recorder.trace.statuses[index].dropped = ResponseRules.statusOfDirect
        }
        let source = Source(.directResponse, direct.instanceType.name, site: direct.maker?.site)
        if let code = direct.statusCode.asInt { recorder.trace.statuses.append(StatusAccount(status: code, source: source)) }
        recorder.note(source, "is returned; the temporal response is not used")
    }

    private func noteDropped(_ temporal: ResponseObject) {
        guard let recorder = machine.recorder else { return }
        recorder.trace.headers += temporal.raw.dropAll(ResponseRules.exceptionDrops)
        for index in recorder.trace.statuses.indices { recorder.trace.statuses[index].dropped = ResponseRules.exceptionDrops }
    }
}

/// A generator whose items are JSON lines.
final class LineStream: PyObject {
    let generator: PyGenerator
    init(generator: PyGenerator) { self.generator = generator }
}
