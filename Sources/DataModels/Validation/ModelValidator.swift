import Python

/// Models: from dictionaries, instances and, where asked, any object with attributes.
struct ModelValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ type: PyType, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let definition = ModelDefinition.of(type) else { return input }
        if machine.isInstance(input, type) { return input }
        guard let made = type.allocate(type) as? ModelInstance else { return nil }
        return try fill(made, definition, input, location, &errors)
    }

    /// Fills an empty instance; nil where something does not fit.
    func fill(
        _ made: ModelInstance, _ definition: ModelDefinition, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        try definition.complete(machine)
        var input = input
        let before = errors.count
        do {
            for function in definition.beforeValidators { input = try call(function, definition.type, input) }
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        }
        guard let source = try source(input, definition, location, &errors) else { return nil }
        made.fieldsSet = NameSet(capacity: definition.fields.count)
        let values = made.dictionary
        for field in definition.fields {
            try read(field, from: source, input, into: made, values, definition, location, &errors)
        }
        if definition.config.extra != "ignore" { try readExtras(source, into: made, definition, location, &errors) }
        guard errors.count == before else { return nil }
        do {
            var result = Value.object(made)
            for function in definition.afterValidators { result = try machine.call(function, result) }
            return result
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        }
    }

    private func call(_ function: Value, _ type: PyType, _ input: Value) throws -> Value {
        if let wrapper = function.asObject as? PyMethodWrapper {
            return wrapper.kind == .classMethod
                ? try machine.call(wrapper.function, .object(type), input) : try machine.call(wrapper.function, input)
        }
        return try machine.call(function, .object(type), input)
    }

    private enum Source {
        case dict(PyDict)
        case object(Value)

        func value(_ name: PyStr, _ machine: Machine) throws -> Value? {
            switch self {
            case .dict(let dict): dict.value(forName: name)
            case .object(let object): try machine.attributeIfPresent(object, name.string)
            }
        }
    }

    private func source(
        _ input: Value, _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Source? {
        if let dict = input.asDict { return .dict(dict) }
        if validator.fromAttributes || definition.config.fromAttributes {
            let isPlain = input.asObject == nil || input.asStr != nil || input.asList != nil || input.asTuple != nil || input.asBytes != nil
            if !isPlain, input.asInstance != nil { return .object(input) }
            _ = validator.fail(
                "model_attributes_type", "Input should be a valid dictionary or object to extract fields from", input, location, &errors)
            return nil
        }
        let name = definition.type.name
        _ = validator.fail(
            "model_type", "Input should be a valid dictionary or instance of \(name)", input, location, &errors,
            [("class_name", .string(name))])
        return nil
    }

    private func read(
        _ field: ModelDefinition.Field, from source: Source, _ input: Value, into made: ModelInstance, _ values: PyDict,
        _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws {
        let alias = field.validationKey
        let isAliased = alias !== field.key
        var name = alias
        var found = definition.config.byAlias || !isAliased ? try source.value(alias, machine) : nil
        if found == nil, isAliased, definition.config.byName || !definition.config.byAlias {
            name = field.key
            found = try source.value(name, machine)
        }
        if let found {
            made.fieldsSet.append(field.key)
            if field.exact.takes(found) { return values.setValue(found, forName: field.key) }
            let before = errors.count
            let value = try validator.validate(field.schema, found, at: location, &errors)
            if errors.count > before { errors.place(under: .str(name), depth: location.count, from: before) }
            guard var value else { return }
            if definition.config.usesEnumValues, let plain = EnumSupport.value(of: value) { value = plain }
            values.setValue(value, forName: field.key)
        } else if field.isRequired {
            _ = validator.fail("missing", "Field required", input, location + [.str(alias)], &errors)
        } else {
            values.setValue(try defaultValue(field), forName: field.key)
        }
    }

    /// Whether a field was read from that name of the input.
    private static func isUsed(_ name: PyStr, _ dict: PyDict, _ definition: ModelDefinition) -> Bool {
        let config = definition.config
        return definition.fields.contains { field in
            if field.validationKey == name { return true }
            guard field.key == name, config.byName || !config.byAlias else { return false }
            return !config.byAlias || dict.value(forName: field.validationKey) == nil
        }
    }

    /// The default, copied where it is mutable.
    private func defaultValue(_ field: ModelDefinition.Field) throws -> Value {
        if let factory = field.info.defaultFactory { return try machine.call(factory) }
        let value = field.info.defaultValue ?? .none
        switch value {
        case .list, .dict: return try DeepCopy.copy(value, machine)
        case .object(let object) where object is PySet: return try DeepCopy.copy(value, machine)
        default: return value
        }
    }

    private func readExtras(
        _ source: Source, into made: ModelInstance, _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws {
        guard case .dict(let dict) = source else { return }
        let extras = PyDict()
        for (key, value) in dict.items {
            guard let name = key.asStr, !Self.isUsed(name, dict, definition) else { continue }
            if definition.config.extra == "forbid" {
                _ = validator.fail("extra_forbidden", "Extra inputs are not permitted", value, location + [key], &errors)
            } else {
                extras.setValue(value, forName: name)
                made.dictionary.setValue(value, forName: name)
                made.fieldsSet.insert(name)
            }
        }
        if definition.config.extra == "allow" { made.extras = extras }
    }
}

/// Copies of containers, as `copy.deepcopy` makes them for defaults.
enum DeepCopy {
    static func copy(_ value: Value, _ machine: Machine) throws -> Value {
        switch value {
        case .list(let list): return .list(PyList(try list.elements.map { try copy($0, machine) }))
        case .dict(let dict):
            let made = PyDict()
            for (key, item) in dict.items { try made.setValue(try copy(item, machine), for: key, machine) }
            return .dict(made)
        case .object(let object):
            if let set = object as? PySet { return .object(PySet(table: set.table.copy(), isFrozen: set.isFrozen)) }
            return value
        default: return value
        }
    }
}
