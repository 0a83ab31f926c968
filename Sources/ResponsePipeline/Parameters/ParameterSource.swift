import DataModels
import HTTPMessages
import Python

/// Reads parameters from a request and validates them (FastAPI 0.165.0 dependencies/utils.py `request_params_to_args`).
struct ParameterSource {
    let machine: Machine
    let scope: RequestScope

    /// The values of a name at a place: one or all of them.
    func values(_ place: ParameterInfo.Place, _ alias: String, isSequence: Bool) -> Value? {
        switch place {
        case .path: return scope.pathParameter(alias)
        case .query:
            if isSequence { return list(scope.query.filter { $0.name == alias }.map { Value.string($0.value) }) }
            return scope.query.last { $0.name == alias }.map { .string($0.value) }
        case .header:
            let name = alias.asciiLowercased
            if isSequence { return list(scope.headers.texts(name).map(Value.string)) }
            return scope.headers.text(name).map { .string($0) }
        default:
            guard let cookie = scope.cookies.first(where: { $0.name == alias }) else { return nil }
            // A text without a character counts as a sequence without elements.
            return isSequence && cookie.value.isEmpty ? nil : .string(cookie.value)
        }
    }

    private func list(_ values: [Value]) -> Value? { values.isEmpty ? nil : .list(PyList(values)) }

    /// Whether the request has that name at that place.
    func contains(_ alias: String, _ place: ParameterInfo.Place) -> Bool { values(place, alias, isSequence: false) != nil }

    /// What else the request has at that place: names with all their values, in order.
    func extras(_ place: ParameterInfo.Place, _ used: Set<String>) -> [(name: String, values: [Value])] {
        let all: [(name: String, value: Value)] =
            switch place {
            case .query: scope.query.map { ($0.name, .string($0.value)) }
            case .cookie: scope.cookies.map { ($0.name, .string($0.value)) }
            case .header: scope.headers.lines.map { ($0.name, HeaderText.value($0.value)) }
            default: []
            }
        var result = GroupedValues()
        for (name, value) in all where !used.contains(name) { result.add(name, value) }
        return result.groups
    }

    /// Validated values by parameter name, or errors.
    func read(_ fields: [Dependant.Field], into values: inout [(name: String, value: Value)], _ errors: inout [ErrorDetail]) throws {
        for field in fields {
            if field.info.place != .path, let model = field.adapter.modelType {
                try readGroup(field, model, into: &values, &errors)
                continue
            }
            let alias = field.aliases.first { contains($0, field.info.place) } ?? field.alias
            let found = self.values(field.info.place, alias, isSequence: field.adapter.isSequence)
            let location: [Value] = [.string(field.info.place.rawValue), .string(alias)]
            if let value = try validated(found, field, location, &errors) { values.append((field.name, value)) }
        }
    }

    /// FastAPI 0.165.0 `_validate_value_with_model_field`.
    func validated(
        _ found: Value?, _ field: Dependant.Field, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        var input = found
        if input == nil {
            guard field.info.defaultFactory != nil || field.defaultValue != nil else {
                errors.append(ErrorDetail("missing", location, "Field required", input: .none))
                return nil
            }
            let standard =
                try field.info.defaultFactory.map { try machine.call($0) } ?? DefaultCopy.copy(field.defaultValue ?? .none, machine)
            guard field.info.validatesDefault == true else { return standard }
            input = standard
        }
        let result = try field.adapter.validate(input ?? .none, at: location)
        errors += result.errors
        return result.value
    }

    /// A model whose fields are parameters of their own.
    private func readGroup(
        _ field: Dependant.Field, _ model: PyType, into values: inout [(name: String, value: Value)], _ errors: inout [ErrorDetail]
    ) throws {
        let found = try ParameterGroup(field: field, model: model, machine: machine).collect(self)
        var own: [ErrorDetail] = []
        let value = try validated(found.value, field, [.string(field.info.place.rawValue)], &own)
        for index in own.indices {
            guard own[index].location.count > 1, let name = own[index].location[1].asString, let header = found.headerNames[name] else {
                continue
            }
            own[index].location[1] = .string(header)
        }
        errors += own
        if let value { values.append((field.name, value)) }
    }
}

/// `copy.deepcopy` of a default.
enum DefaultCopy {
    static func copy(_ value: Value, _ machine: Machine) throws -> Value {
        switch value {
        case .list, .dict: try machine.call(try machine.imported("copy", "deepcopy"), value)
        case .object(let object) where object is PyInstance:
            try machine.call(try machine.imported("copy", "deepcopy"), value)
        default: value
        }
    }
}
