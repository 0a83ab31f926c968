import DataModels
import HTTPMessages
import Python

/// Reads parameters from a request and validates them (FastAPI 0.165.0 dependencies/utils.py `request_params_to_args`).
struct ParameterSource {
    let machine: Machine
    let scope: RequestScope

    /// The values of a place by name: one or all of them.
    private func values(_ field: Dependant.Field, _ alias: String, isSequence: Bool) -> Value? {
        switch field.info.place {
        case .path: return scope.pathParameters.first { $0.name == alias }?.value
        case .query:
            let all = scope.query.filter { $0.name == alias }.map { Value.string($0.value) }
            return isSequence ? (all.isEmpty ? nil : .list(PyList(all))) : all.last
        case .header:
            let all = scope.headers.texts(alias.asciiLowercased).map(Value.string)
            return isSequence ? (all.isEmpty ? nil : .list(PyList(all))) : all.first
        default: return scope.cookies.first { $0.name == alias }.map { .string($0.value) }
        }
    }

    /// Validated values by parameter name, or errors.
    func read(_ fields: [Dependant.Field], into values: inout [(name: String, value: Value)], _ errors: inout [ErrorDetail]) throws {
        for field in fields {
            if field.info.place != .path, let model = field.adapter.modelType {
                try readGroup(field, model, into: &values, &errors)
                continue
            }
            let found = self.values(field, field.alias, isSequence: field.adapter.isSequence)
            let location: [Value] = [.string(field.info.place.rawValue), .string(field.alias)]
            if let value = try validated(found, field, location, &errors) { values.append((field.name, value)) }
        }
    }

    /// FastAPI 0.165.0 `_validate_value_with_model_field`.
    func validated(
        _ found: Value?, _ field: Dependant.Field, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard let found else {
            if let factory = field.info.defaultFactory { return try machine.call(factory) }
            guard let standard = field.defaultValue else {
                errors.append(ErrorDetail("missing", location, "Field required", input: .none))
                return nil
            }
            return try DefaultCopy.copy(standard, machine)
        }
        let result = try field.adapter.validate(found, at: location)
        errors += result.errors
        return result.value
    }

    /// A model whose fields are parameters of their own.
    private func readGroup(
        _ field: Dependant.Field, _ model: PyType, into values: inout [(name: String, value: Value)], _ errors: inout [ErrorDetail]
    ) throws {
        let given = PyDict()
        var used: Set<String> = []
        for inner in try TypeAdapter.fields(of: model, machine) {
            let isHeader = field.info.place == .header
            let converts = isHeader && field.info.convertsUnderscores && inner.alias == inner.name
            let alias = converts ? inner.alias.replacing("_", with: "-") : inner.alias
            used.insert(isHeader ? alias.asciiLowercased : alias)
            if let value = self.values(field, alias, isSequence: inner.isSequence) { given[inner.alias] = value }
        }
        if TypeAdapter.readsExtras(model) { for (name, value) in extras(field, used) { given[name] = value } }
        let result = try field.adapter.validate(.dict(given), at: [.string(field.info.place.rawValue)])
        errors += result.errors
        if let value = result.value { values.append((field.name, value)) }
    }

    private func extras(_ field: Dependant.Field, _ used: Set<String>) -> [(name: String, value: Value)] {
        switch field.info.place {
        case .query: scope.query.filter { !used.contains($0.name) }.map { ($0.name, .string($0.value)) }
        case .cookie: scope.cookies.filter { !used.contains($0.name) }.map { ($0.name, .string($0.value)) }
        case .header: scope.headers.lines.filter { !used.contains($0.name) }.map { ($0.name, HeaderText.value($0.value)) }
        default: []
        }
    }
}

/// `copy.deepcopy` of a default.
enum DefaultCopy {
    static func copy(_ value: Value, _ machine: Machine) throws -> Value {
        switch value {
        case .list, .dict: try machine.call(try machine.imported("copy", "deepcopy"), value)
        default: value
        }
    }
}
