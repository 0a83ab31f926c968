import DataModels
import Python

/// Runs dependencies and reads parameters, dependencies first (FastAPI 0.165.0 dependencies/utils.py `solve_dependencies`).
final class DependencySolver {
    private let machine: Machine
    private let scope: RequestScope
    private let framework: FrameworkClasses
    /// The temporal response, shared by all.
    let response: ResponseObject
    private(set) var background: Value = .none
    /// Generators of dependencies with `yield`, in the order in which they were entered.
    private(set) var open: [Exit] = []
    private var cache: [(key: Value, value: Value)] = []

    /// A dependency with `yield` that waits to go on.
    struct Exit {
        let generator: PyGenerator
        let title: String
        let function: PyFunction
        /// Whether it goes on before the response is sent.
        let isBeforeResponse: Bool
    }

    init(_ machine: Machine, _ scope: RequestScope, _ framework: FrameworkClasses) {
        self.machine = machine
        self.scope = scope
        self.framework = framework
        response = ResponseObject(type: framework.responses.response)
        response.body = []
        response.statusCode = .none
    }

    /// The arguments of a callable, or the errors of its parameters and of its dependencies.
    func solve(
        _ dependant: Dependant, body: RequestBodyValue
    ) async throws -> (values: [(name: String, value: Value)], errors: [ErrorDetail]) {
        var values: [(name: String, value: Value)] = []
        var errors: [ErrorDetail] = []
        for inner in dependant.dependencies {
            let solved = try await solve(inner, body: body)
            if !solved.errors.isEmpty {
                errors += solved.errors
                continue
            }
            let value = try await run(inner, solved.values)
            if let name = inner.name { values.append((name, value)) }
        }
        let source = ParameterSource(machine: machine, scope: scope)
        for fields in [dependant.path, dependant.query, dependant.header, dependant.cookie] where !fields.isEmpty {
            try source.read(fields, into: &values, &errors)
        }
        if !dependant.body.isEmpty { try body.read(dependant.body, source, into: &values, &errors) }
        addSpecials(dependant, to: &values)
        return (values, errors)
    }

    private func addSpecials(_ dependant: Dependant, to values: inout [(name: String, value: Value)]) {
        if let name = dependant.requestName { values.append((name, framework.requestObject(scope))) }
        if let name = dependant.backgroundName {
            if background.isNone { background = framework.makeBackgroundTasks() }
            values.append((name, background))
        }
        if let name = dependant.responseName { values.append((name, .object(response))) }
        if let name = dependant.securityScopesName { values.append((name, .none)) }
    }

    private func run(_ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        if dependant.usesCache, let known = cache.first(where: { $0.key.isIdentical(to: dependant.call) }) { return known.value }
        let value = try await callRecorded(dependant, values)
        if !cache.contains(where: { $0.key.isIdentical(to: dependant.call) }) { cache.append((dependant.call, value)) }
        return value
    }

    private func callRecorded(_ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        guard let recorder = machine.recorder else { return try await call(dependant, values) }
        let before = recorder.enter(Source(.dependency, dependant.title), "runs")
        defer { recorder.leave(to: before) }
        return try await call(dependant, values)
    }

    private func call(_ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        let result = try machine.call(dependant.call, Arguments([], keywords: values))
        guard let generator = result.asObject as? PyGenerator else { return result }
        switch generator.kind {
        case .coroutine: return try await machine.await(result)
        case .generator, .asyncGenerator: return try await enter(generator, dependant)
        }
    }

    /// Runs a dependency with `yield` up to its `yield`.
    private func enter(_ generator: PyGenerator, _ dependant: Dependant) async throws -> Value {
        let value: Value
        if generator.kind == .generator {
            guard case .yielded(let first) = try machine.resume(generator, .send(.none)) else {
                throw machine.error("RuntimeError", "generator didn't yield")
            }
            value = first
        } else {
            value = try await machine.await(try machine.call(try machine.attribute(.object(generator), "__anext__")))
        }
        open.append(
            Exit(
                generator: generator, title: dependant.title, function: generator.function, isBeforeResponse: dependant.scope == "function")
        )
        return value
    }

    /// Lets the dependencies with `yield` go on, the last one entered first; `raised` is thrown into them.
    ///
    /// Gives what is still raised at the end.
    func close(_ raised: PyError?, beforeResponse: Bool) async throws -> PyError? {
        var pending = raised
        while let index = open.lastIndex(where: { $0.isBeforeResponse == beforeResponse || (raised != nil && !beforeResponse) }) {
            let exit = open.remove(at: index)
            let recorder = machine.recorder
            let before = recorder?.enter(Source(.dependency, exit.title), "goes on after yield")
            defer { if let recorder, let before { recorder.leave(to: before) } }
            do {
                if try await finish(exit.generator, pending) { pending = nil }
            } catch let error as PyError {
                pending = error
            }
        }
        return pending
    }

    /// Resumes a generator for the last time; true where it swallowed the exception that was thrown into it.
    private func finish(_ generator: PyGenerator, _ raised: PyError?) async throws -> Bool {
        if generator.kind == .asyncGenerator {
            do {
                let name = raised == nil ? "__anext__" : "athrow"
                let arguments = raised.map { [Value.object($0.exception)] } ?? []
                _ = try await machine.await(try machine.call(try machine.attribute(.object(generator), name), Arguments(arguments)))
                throw machine.error("RuntimeError", "generator didn't stop")
            } catch let error as PyError where machine.isError(error, "StopAsyncIteration") {
                return raised != nil
            }
        }
        switch try machine.resume(generator, raised.map { .throw($0) } ?? .send(.none)) {
        case .returned: return raised != nil
        default: throw machine.error("RuntimeError", "generator didn't stop")
        }
    }
}
