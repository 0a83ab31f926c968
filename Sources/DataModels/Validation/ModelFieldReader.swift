import Python

/// Reads the fields of one model from one input (pydantic-core `model-fields`).
struct ModelFieldReader {
    typealias Source = FieldLookup.Source

    private let validator: Validator
    private let definition: ModelDefinition
    private let source: Source
    private let input: Value
    private let location: [Value]
    private let names: FieldLookup
    /// How many errors there were before this model.
    private let before: Int
    private var machine: Machine { validator.machine }

    init(_ validator: Validator, _ definition: ModelDefinition, _ source: Source, _ input: Value, _ location: [Value], from before: Int) {
        self.validator = validator
        self.definition = definition
        self.source = source
        self.input = input
        self.location = location
        self.before = before
        names = FieldLookup(validator, definition.config)
    }

    func read(into made: ModelInstance, _ errors: inout [ErrorDetail]) throws {
        let values = made.dictionary
        for field in definition.fields { try read(field, into: made, values, &errors) }
        let declared = made.fieldsSet.count
        let extra = validator.options?.extra ?? definition.config.extra
        if extra != "ignore" { try readExtras(extra, into: made, &errors) }
        // Declared fields count twice, extra ones once: pydantic-core adds both its counts.
        validator.quality?.add(fieldsSet: declared + made.fieldsSet.count)
    }

    private func read(
        _ field: ModelDefinition.Field, into made: ModelInstance, _ values: PyDict, _ errors: inout [ErrorDetail]
    ) throws {
        let known: (value: Value, place: [Value], name: PyStr)?
        do {
            known = try names.find(field, in: source)
        } catch let raised as PyError {
            return try refuse(raised, field, &errors)
        }
        if let (found, place, _) = known {
            made.fieldsSet.append(field.key)
            if validator.mode == .strings, !validator.isStringInput(found) {
                _ = validator.fail("string_type", "Input should be a valid string", found, location + [.str(field.key)], &errors)
                return
            }
            if validator.takes(found, field.exact) { return values.setValue(found, forName: field.key) }
            try validate(found, field, at: place, into: values, &errors)
        } else if field.isRequired {
            _ = validator.fail("missing", "Field required", input, location + names.place(ofMissing: field), &errors)
        } else {
            try useDefault(field, values, &errors)
        }
    }

    private func validate(
        _ found: Value, _ field: ModelDefinition.Field, at place: [Value], into values: PyDict, _ errors: inout [ErrorDetail]
    ) throws {
        var own = validator
        if field.runsFunctions { own.scope = FieldScope(data: values, fieldName: field.name, config: definition.shownSettings) }
        let first = errors.count
        var result: Value?
        do {
            result = try own.validate(field.schema, found, at: location, &errors)
        } catch is DefaultRequested {
            return try useDefault(field, values, &errors)
        }
        if errors.count > first { for part in place.reversed() { errors.place(under: part, depth: location.count, from: first) } }
        guard let result else { return }
        values.setValue(result, forName: field.key)
    }

    /// An attribute whose property raises.
    private func refuse(_ raised: PyError, _ field: ModelDefinition.Field, _ errors: inout [ErrorDetail]) throws {
        guard case .object = source, machine.isError(raised, "Exception") else { throw raised }
        let text = "\(raised.type.name): \(try machine.str(.object(raised.exception)))"
        _ = validator.fail(
            "get_attribute_error", "Error extracting attribute: \(text)", input, location + [.str(field.key)], &errors,
            [("error", .string(text))])
    }

    // MARK: Defaults

    private func useDefault(_ field: ModelDefinition.Field, _ values: PyDict, _ errors: inout [ErrorDetail]) throws {
        if field.isRequired {
            _ = validator.fail("missing", "Field required", input, location + names.place(ofMissing: field), &errors)
            return
        }
        let defaults = FieldDefaults(
            validator: validator, config: definition.config, shownSettings: definition.shownSettings, location: location, before: before)
        if let standard = try defaults.value(of: field, values, &errors) { values.setValue(standard, forName: field.key) }
    }

    // MARK: Extra values

    private func readExtras(_ extra: String, into made: ModelInstance, _ errors: inout [ErrorDetail]) throws {
        guard case .dict(let dict) = source else { return }
        let extras = PyDict()
        // Only the name that a field was read from is taken: another name of the same field is one too many.
        let used = try definition.fields.compactMap { try names.find($0, in: source)?.name }
        for (key, value) in dict.items {
            // What is no text ends all, and nothing else is said.
            if validator.mode == .strings, !validator.isStringInput(value) {
                errors.removeSubrange(before...)
                _ = validator.fail("string_type", "Input should be a valid string", value, location, &errors)
                return
            }
            guard let name = key.asStr else {
                try validator.refuse(key: key, location, &errors)
                continue
            }
            if used.contains(where: { $0 == name }) { continue }
            if extra == "forbid" {
                _ = validator.fail("extra_forbidden", "Extra inputs are not permitted", value, location + [key], &errors)
                continue
            }
            var item: Value? = value
            if let schema = definition.extraSchema { item = try validator.validate(schema, value, at: location + [key], &errors) }
            guard let item else { continue }
            extras.setValue(item, forName: name)
            made.fieldsSet.insert(name)
        }
        if extra == "allow" { made.extras = extras }
    }
}
