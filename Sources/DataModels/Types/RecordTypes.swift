import Python

/// A `TypedDict` class, or a core schema of the same kind.
struct TypedDictType: SpecialType {
    /// A key and whether it must be there.
    struct Field {
        let field: ModelDefinition.Field
        let isRequired: Bool
    }

    /// Nil where a core schema names none.
    let type: PyType?
    let fields: [Field]
    /// Its own settings, or those of the class that holds it.
    let config: ModelConfig

    var name: String { type?.name ?? "typed-dict" }
    var coreType: String { "typed-dict" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let source = input.asDict else {
            return validator.fail("dict_type", "Input should be a valid dictionary", input, location, &errors)
        }
        var own = validator
        own.isStrict = validator.forcedStrictness ?? config.isStrict
        let before = errors.count
        let result = PyDict()
        let names = FieldLookup(validator, config)
        var used: [PyStr] = []
        for item in fields {
            let field = item.field
            if let (found, place, name) = try names.find(field, in: .dict(source)) {
                used.append(name)
                if let value = try own.validate(field.schema, found, at: location + place, &errors) {
                    result.setValue(value, forName: field.key)
                }
            } else if item.isRequired {
                _ = validator.fail("missing", "Field required", input, location + names.place(ofMissing: field), &errors)
            } else if !field.isRequired {
                result.setValue(try FieldDefaults.standard(of: field, result, validator.machine), forName: field.key)
            }
        }
        let extra = validator.options?.extra ?? config.extra
        if extra != "ignore" {
            for (key, value) in source.items {
                guard let name = key.asStr else {
                    try validator.refuse(key: key, location, &errors)
                    continue
                }
                if used.contains(where: { $0 == name }) { continue }
                if extra == "forbid" {
                    _ = validator.fail("extra_forbidden", "Extra inputs are not permitted", value, location + [key], &errors)
                } else {
                    result.setValue(value, forName: name)
                }
            }
        }
        validator.quality?.add(fieldsSet: result.count)
        return errors.count == before ? .dict(result) : nil
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard let dict = value.asDict else { return nil }
        let machine = serializer.machine
        let result = PyDict()
        for (key, item) in dict.items {
            guard let (inner, outer) = try serializer.selected(key, serializer.include, serializer.exclude) else { continue }
            if serializer.options.excludeNone, item.isNone { continue }
            guard let name = key.asStr, let field = fields.first(where: { $0.field.key == name })?.field else {
                if config.extra == "allow" {
                    try result.setValue(try serializer.plain(item, .any, include: inner, exclude: outer), for: key, machine)
                }
                continue
            }
            if field.info.isExcluded { continue }
            if let excludes = field.info.excludeIf, try machine.isTrue(try machine.call(excludes, item)) { continue }
            let usesAlias = serializer.options.byAlias ?? config.serializesByAlias
            result.setValue(
                try serializer.plain(item, field.schema, include: inner, exclude: outer),
                forName: usesAlias ? field.serializationKey : field.key)
        }
        return .dict(result)
    }
}

/// A field of a named tuple.
struct RecordField {
    let name: PyStr
    let schema: Schema
    var defaultValue: Value?
}

/// A `NamedTuple` class.
struct NamedTupleType: SpecialType {
    let type: PyType
    let fields: [RecordField]

    var name: String { type.name }
    var coreType: String { "named-tuple" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.type(of: input) !== type { validator.floor(.strict) }
        var values = [Value?](repeating: nil, count: fields.count)
        var extras: [(key: Value, value: Value)] = []
        let before = errors.count
        if let dict = input.asDict {
            for (key, value) in dict.items {
                if let index = fields.firstIndex(where: { key.asStr == $0.name }) {
                    values[index] = value
                } else {
                    extras.append((key, value))
                }
            }
        } else if input.asStr == nil, input.asBytes == nil, input.asType == nil, try machine.method(input, "__iter__") != nil {
            let items = try machine.array(input)
            let isCounted = input.asList != nil || input.asTuple != nil || input.asSet != nil
            if items.count > fields.count { return tooLong(isCounted ? items.count : nil, input, validator, location, &errors) }
            for (index, value) in items.enumerated() { values[index] = value }
        } else {
            let message = "Input should be a tuple, list, dictionary or an instance of \(type.name)"
            return validator.fail("named_tuple_type", message, input, location, &errors, [("class_name", .string(type.name))])
        }
        let isPositional = input.asDict == nil
        var result: [Value] = []
        for (index, field) in fields.enumerated() {
            let place = location + [isPositional ? .int(index) : .str(field.name)]
            if let given = values[index] {
                if let value = try validator.validate(field.schema, given, at: place, &errors) { result.append(value) }
            } else if let standard = field.defaultValue {
                result.append(standard)
            } else {
                _ = validator.fail("missing", "Field required", input, place, &errors)
            }
        }
        for (key, value) in extras {
            guard key.asStr != nil else {
                try validator.refuse(key: key, location, &errors)
                continue
            }
            _ = validator.fail("extra_forbidden", "Extra inputs are not permitted", value, location + [key], &errors)
        }
        return errors.count == before ? try machine.call(.object(type), Arguments(result)) : nil
    }

    private func tooLong(
        _ count: Int?, _ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Value? {
        let most = fields.count
        let message =
            "NamedTuple should have at most \(most) item\(most == 1 ? "" : "s") after validation, not \(count.map(String.init) ?? "more")"
        return validator.fail(
            "too_long", message, input, location, &errors,
            [("field_type", "NamedTuple"), ("max_length", .int(most)), ("actual_length", count.map { .int($0) } ?? .none)])
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard let tuple = value.asTuple, tuple.elements.count == fields.count else { return nil }
        let items = try serializer.sequence(tuple.elements, serializer.include, serializer.exclude) { index, item, include, exclude in
            try serializer.plain(item, fields[index].schema, include: include, exclude: exclude)
        }
        return serializer.options.isJSON ? .list(PyList(items)) : .tuple(PyTuple(items))
    }
}
