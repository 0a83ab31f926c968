import DataModels
import Python

/// Runs dependencies and reads parameters, dependencies first (FastAPI 0.165.0 dependencies/utils.py `solve_dependencies`).
final class DependencySolver {
    private let machine: Machine
    private let scope: RequestScope
    private let framework: FrameworkClasses
    private let application: ApplicationObject
    /// The temporal response, shared by all.
    let response: ResponseObject
    private(set) var background: Value = .none
    /// Dependencies with `yield` that wait to go on.
    let exits: DependencyExits
    private var cache: [(call: Value, key: String, value: Value)] = []

    init(_ machine: Machine, _ scope: RequestScope, _ framework: FrameworkClasses, _ application: ApplicationObject) {
        self.machine = machine
        self.scope = scope
        self.framework = framework
        self.application = application
        exits = DependencyExits(machine)
        response = ResponseObject(type: framework.responses.response)
        response.body = []
        response.statusCode = .none
        response.isTemporal = true
    }

    /// The arguments of a callable, or the errors of its parameters and of its dependencies.
    func solve(
        _ dependant: Dependant, body: RequestBodyValue
    ) async throws -> (values: [(name: String, value: Value)], errors: [ErrorDetail]) {
        var values: [(name: String, value: Value)] = []
        var errors: [ErrorDetail] = []
        for declared in dependant.dependencies {
            let inner = try overridden(declared)
            let solved = try await solve(inner, body: body)
            if !solved.errors.isEmpty {
                errors += solved.errors
                continue
            }
            let value = try await run(declared, inner, solved.values)
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

    /// The dependant of what `app.dependency_overrides` has in its place.
    private func overridden(_ declared: Dependant) throws -> Dependant {
        guard let overrides = application.dictionary["dependency_overrides"]?.asDict, overrides.count > 0 else { return declared }
        guard let call = try overrides.value(for: declared.call, machine) else { return declared }
        let reader = SignatureReader(machine: machine, classes: framework.parameters, framework: framework)
        let place = Dependant.Place(
            name: declared.name, pathNames: declared.pathNames, scope: declared.scope, outerScopes: declared.scopes)
        return try reader.dependant(call, place)
    }

    private func addSpecials(_ dependant: Dependant, to values: inout [(name: String, value: Value)]) {
        for name in [dependant.connectionName, dependant.requestName] {
            if let name { values.append((name, framework.requestObject(scope))) }
        }
        if let name = dependant.backgroundName {
            if background.isNone { background = framework.makeBackgroundTasks() }
            values.append((name, background))
        }
        if let name = dependant.responseName { values.append((name, .object(response))) }
        if let name = dependant.securityScopesName {
            let made = PyInstance(type: framework.securityScopes)
            made.dictionary["scopes"] = .list(PyList(dependant.scopes.map(Value.string)))
            made.dictionary["scope_str"] = .string(dependant.scopes.joined(separator: " "))
            values.append((name, .object(made)))
        }
    }

    /// - Parameters:
    ///   - declared: what the signature names, by which the value is kept.
    ///   - dependant: what runs in its place.
    private func run(_ declared: Dependant, _ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        let known = try cached(declared)
        if declared.usesCache, let known { return known.value }
        let value = try await callRecorded(dependant, values)
        if known == nil { cache.append((declared.call, declared.cacheKey, value)) }
        return value
    }

    /// The place of a dependency in the cache, found as in a dictionary: callables of the program may be equal or refuse to be hashed.
    private func cached(_ declared: Dependant) throws -> (call: Value, key: String, value: Value)? {
        let call = declared.call, key = declared.cacheKey
        if call.asObject is PyFunction || call.asType != nil { return cache.first { $0.call.isIdentical(to: call) && $0.key == key } }
        let hash = try machine.hash(call)
        return try cache.first { try $0.key == key && machine.hash($0.call) == hash && machine.isEqual($0.call, call) }
    }

    private func callRecorded(_ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        guard let recorder = machine.recorder else { return try await call(dependant, values) }
        let before = recorder.enter(Source(.dependency, dependant.title), "runs")
        defer { recorder.leave(to: before) }
        return try await call(dependant, values)
    }

    private func call(_ dependant: Dependant, _ values: [(name: String, value: Value)]) async throws -> Value {
        let arguments = Arguments([], keywords: values)
        switch dependant.kind {
        case .plain: return try machine.callInThread(dependant.call, arguments)
        case .coroutine: return try await machine.finishCall(dependant.call, arguments)
        case .generator, .asyncGenerator: return try await exits.enter(try machine.call(dependant.call, arguments), dependant)
        }
    }
}

extension Machine {
    /// Calls a plain function as a thread of Starlette's pool does: StopIteration cannot leave it.
    func callInThread(_ callee: Value, _ arguments: Arguments) throws -> Value {
        do {
            return try withCopiedVariables { try call(callee, arguments) }
        } catch let raised as PyError where isError(raised, "StopIteration") {
            let ended = error("RuntimeError", "coroutine raised StopIteration")
            ended.exception.cause = raised.exception
            throw ended
        }
    }
}
