import Python

/// Reads the fields of a dataclass from the arguments of a call, or from a dictionary (pydantic-core `dataclass-args`).
struct DataclassReader {
    private let type: PyType
    private let definition: ModelDefinition
    private let validator: Validator
    private let input: Value
    private let location: [Value]
    private let names: FieldLookup
    /// How many errors there were before.
    private let before: Int
    private var machine: Machine { validator.machine }

    init(
        _ type: PyType, _ definition: ModelDefinition, _ validator: Validator, _ input: Value, _ location: [Value], from before: Int
    ) {
        self.type = type
        self.definition = definition
        self.validator = validator
        self.input = input
        self.location = location
        self.before = before
        names = FieldLookup(validator, definition.config)
    }

    /// The values by name, and those that go to `__post_init__`; nil where something does not fit.
    func read(_ errors: inout [ErrorDetail]) throws -> (values: PyDict, passed: [Value])? {
        guard let (positional, keywords) = try arguments(&errors) else { return nil }
        let values = PyDict()
        var used: Set<String> = []
        var position = 0
        for field in definition.fields {
            let given = field.isInInit ? try names.find(field, in: .dict(keywords)) : nil
            if let given {
                used.insert(given.name.string)
                if validator.mode == .strings, !validator.isStringInput(given.value) { return refuse(text: given.value, &errors) }
            }
            let isPositional = field.isInInit && !field.isKeywordOnly && positional.indices.contains(position)
            if isPositional, let given {
                let message = "Got multiple values for argument"
                _ = validator.fail("multiple_argument_values", message, given.value, location + [.str(field.key)], &errors)
            } else if isPositional {
                try take(positional[position], field, [.int(position)], values, &errors)
            } else if let given {
                try take(given.value, field, given.place, values, &errors)
            } else {
                try useDefault(field, values, &errors)
            }
            if !field.isKeywordOnly { position += 1 }
        }
        try readExtras(positional, keywords, used, values, &errors)
        guard errors.count == before else { return nil }
        validator.quality?.add(fieldsSet: keywords.count + positional.count)
        return (values, takeInitOnly(from: values))
    }

    /// What was given by place and by name; nil where neither can be.
    private func arguments(_ errors: inout [ErrorDetail]) throws -> (positional: [Value], keywords: PyDict)? {
        if let call = ArgumentsValue.parts(of: input, machine) { return call }
        guard let dict = try validator.mode == .python ? MappingInput.dictionary(of: input, machine) : input.asDict else {
            let message = "Input should be a dictionary or an instance of \(type.name)"
            _ = validator.fail("dataclass_type", message, input, location, &errors, [("class_name", .string(type.name))])
            return nil
        }
        return ([], dict)
    }

    /// What is no text ends all, and nothing else is said.
    private func refuse(text: Value, _ errors: inout [ErrorDetail]) -> (values: PyDict, passed: [Value])? {
        errors.removeSubrange(before...)
        _ = validator.fail("string_type", "Input should be a valid string", text, location, &errors)
        return nil
    }

    private func take(
        _ given: Value, _ field: ModelDefinition.Field, _ place: [Value], _ values: PyDict, _ errors: inout [ErrorDetail]
    ) throws {
        var own = validator
        if field.runsFunctions { own.scope = FieldScope(data: values, fieldName: field.name, config: definition.shownSettings) }
        do {
            guard let value = try own.validate(field.schema, given, at: location + place, &errors) else { return }
            values.setValue(value, forName: field.key)
        } catch is DefaultRequested {
            try useDefault(field, values, &errors)
        }
    }

    private func useDefault(_ field: ModelDefinition.Field, _ values: PyDict, _ errors: inout [ErrorDetail]) throws {
        if field.isRequired {
            if !field.isInInit { return }
            _ = validator.fail("missing", "Field required", input, location + names.place(ofMissing: field), &errors)
            return
        }
        let defaults = FieldDefaults(
            validator: validator, config: definition.config, shownSettings: definition.shownSettings, location: location, before: before)
        if let standard = try defaults.value(of: field, values, &errors) { values.setValue(standard, forName: field.key) }
    }

    /// Arguments that no field takes.
    private func readExtras(
        _ positional: [Value], _ keywords: PyDict, _ used: Set<String>, _ values: PyDict, _ errors: inout [ErrorDetail]
    ) throws {
        for (index, value) in positional.enumerated().dropFirst(definition.fields.count { !$0.isKeywordOnly }) {
            let message = "Unexpected positional argument"
            _ = validator.fail("unexpected_positional_argument", message, value, location + [.int(index)], &errors)
        }
        let extra = validator.options?.extra ?? definition.config.extra
        for (key, value) in keywords.items {
            guard let name = key.asStr else {
                try validator.refuse(key: key, location, &errors)
                continue
            }
            if used.contains(name.string) { continue }
            if extra == "forbid" {
                _ = validator.fail("unexpected_keyword_argument", "Unexpected keyword argument", value, location + [key], &errors)
            } else if extra == "allow" {
                values.setValue(value, forName: name)
            }
        }
    }

    /// Takes the values out that the instance does not keep.
    private func takeInitOnly(from values: PyDict) -> [Value] {
        var passed: [Value] = []
        for field in definition.fields where field.isInitOnly {
            guard let position = values.position(ofName: field.key), let value = values.value(forName: field.key) else { continue }
            passed.append(value)
            values.removeEntry(at: position)
        }
        return passed
    }
}
