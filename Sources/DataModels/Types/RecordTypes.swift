import Python

/// A field of a typed dictionary or a named tuple.
struct RecordField {
    let name: PyStr
    let schema: Schema
    let isRequired: Bool
    var defaultValue: Value?
}

/// A `TypedDict` class, or a core schema of the same kind.
struct TypedDictType: SpecialType {
    /// Nil where a core schema names none.
    let type: PyType?
    let fields: [RecordField]
    /// `ignore`, `allow` or `forbid`, as its `__pydantic_config__` says.
    let extra: String

    var name: String { type?.name ?? "typed-dict" }
    var coreType: String { "typed-dict" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let source = input.asDict else {
            return validator.fail("dict_type", "Input should be a valid dictionary", input, location, &errors)
        }
        let before = errors.count
        let result = PyDict()
        for field in fields {
            let place = location + [.str(field.name)]
            if let found = source.value(forName: field.name) {
                if let value = try validator.validate(field.schema, found, at: place, &errors) {
                    result.setValue(value, forName: field.name)
                }
            } else if field.isRequired {
                _ = validator.fail("missing", "Field required", input, place, &errors)
            } else if let standard = field.defaultValue {
                result.setValue(standard, forName: field.name)
            }
        }
        if extra != "ignore" {
            for (key, value) in source.items {
                guard let name = key.asStr else {
                    try validator.refuse(key: key, location, &errors)
                    continue
                }
                if fields.contains(where: { $0.name == name }) { continue }
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
        let result = PyDict()
        for (key, item) in dict.items {
            guard let (inner, outer) = try serializer.selected(key, serializer.include, serializer.exclude) else { continue }
            if serializer.options.excludeNone, item.isNone { continue }
            let field = key.asStr.flatMap { name in fields.first { $0.name == name } }
            if field == nil, extra != "allow" { continue }
            let plain = try serializer.plain(item, field?.schema ?? .any, include: inner, exclude: outer)
            try result.setValue(plain, for: key, serializer.machine)
        }
        return .dict(result)
    }
}

/// A `NamedTuple` class.
struct NamedTupleType: SpecialType {
    let type: PyType
    let fields: [RecordField]

    var name: String { "call[\(type.name)]" }
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
