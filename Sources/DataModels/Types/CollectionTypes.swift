import Python

/// What the collection types share.
private enum Items {
    /// Each item validated, or nil where one does not fit.
    static func validated(
        _ values: [Value], _ schema: Schema, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> [Value]? {
        let before = errors.count
        var result: [Value] = []
        for (index, value) in values.enumerated() {
            if let item = try validator.validate(schema, value, at: location + [.int(index)], &errors) { result.append(item) }
        }
        return errors.count == before ? result : nil
    }

    /// The plain items of a container.
    static func plain(_ value: Value, _ schema: Schema, _ serializer: Serializer) throws -> [Value] {
        try serializer.sequence(try serializer.machine.array(value), serializer.include, serializer.exclude) {
            try serializer.plain($1, schema, include: $2, exclude: $3)
        }
    }
}

/// `deque[X]`.
struct DequeType: SpecialType {
    let type: PyType
    let item: Schema
    let rules: LengthRules

    var name: String { "deque[\(UnionValidator.name(item))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        var list: [ErrorDetail] = []
        let isOwn = machine.isInstance(input, type)
        let source = isOwn ? Value.list(PyList(try machine.array(input))) : input
        guard !validator.isStrict || isOwn || validator.isJSON,
            let items = try validator.validate(.list(item, rules), source, at: location, &list)
        else {
            if list.isEmpty || list[0].type == "list_type" && list[0].location.count == location.count {
                return validator.fail("deque_type", "Input should be a valid deque", input, location, &errors)
            }
            errors += list.map { detail in
                var detail = detail
                if detail.location.count == location.count {
                    detail.input = input
                    detail.rename(container: "Deque")
                }
                return detail
            }
            return nil
        }
        let limit = isOwn ? try machine.attribute(input, "maxlen") : .none
        return try machine.call(.object(type), items, limit)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard serializer.machine.isInstance(value, type) else { return nil }
        let items = Value.list(PyList(try Items.plain(value, item, serializer)))
        if serializer.options.isJSON { return items }
        return try serializer.machine.call(.object(type), items, try serializer.machine.attribute(value, "maxlen"))
    }
}

/// `Sequence[X]`: keeps the kind of its input where that can be rebuilt.
struct SequenceType: SpecialType {
    let item: Schema
    let rules: LengthRules

    var name: String {
        "json-or-python[json=list[\(UnionValidator.name(item))],python=chain[is-instance[Sequence],function-wrap[sequence_validator()]]]"
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if validator.inputType != .python { return try validator.validate(.list(item, rules), input, at: location, &errors) }
        let sequences = try machine.imported("collections.abc", "Sequence")
        guard try machine.isInstance(input, of: sequences) else {
            let message = "Input should be an instance of Sequence"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", "Sequence")])
        }
        if input.asStr != nil || input.asBytes.map({ !$0.isMutable }) == true {
            let kind = machine.type(of: input).name
            let message = "'\(kind)' instances are not allowed as a Sequence value"
            return validator.fail("sequence_str", message, input, location, &errors, [("type_name", .string(kind))])
        }
        let type = machine.type(of: input)
        let source = type === machine.types.tuple ? .list(PyList(try machine.array(input))) : input
        guard let made = try validator.validate(.list(item, rules), source, at: location, &errors) else { return nil }
        if type === machine.types.tuple { return .tuple(PyTuple(made.asList?.elements ?? [])) }
        if type === machine.types.list || type.name == "range" { return made }
        return try machine.call(.object(type), made)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        // Only the containers that Pydantic can make again are walked through (pydantic `_serializers.serialize_sequence_via_list`).
        let isKnown = ["list", "tuple", "set", "frozenset", "deque"].contains(serializer.machine.type(of: value).name)
        if serializer.options.isJSON, isKnown { return .list(PyList(try Items.plain(value, item, serializer))) }
        return nil
    }
}

/// `defaultdict`, `OrderedDict` and `Counter`: a dictionary that becomes an instance of the class.
struct MappingType: SpecialType {
    let type: PyType
    let key: Schema
    let value: Schema
    let rules: LengthRules
    /// The factory of a `defaultdict`.
    let factory: Value?

    var name: String {
        let inner = UnionValidator.name(key) + "," + UnionValidator.name(value)
        switch type.name {
        case "OrderedDict": return "ordered-dict[\(inner)]"
        case "Counter": return "counter[\(inner)]"
        default: return "lax-or-strict"
        }
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard input.asDict != nil, !validator.isStrict || validator.mode != .python || machine.isInstance(input, type) else {
            if factory != nil, validator.isStrict, validator.mode == .python {
                return try InstanceType(type: type).validate(input, validator, location, &errors)
            }
            let kind = type.name == "OrderedDict" ? "ordered_dict" : type.name == "Counter" ? "counter" : "dict"
            let words = kind == "dict" ? "Input should be a valid dictionary" : "Input should be a valid \(type.name)"
            return validator.fail(kind + "_type", words, input, location, &errors)
        }
        let first = errors.count
        guard let made = try validator.validate(.dict(key, value, rules), input, at: location, &errors) else {
            if factory == nil {
                for index in errors.indices.dropFirst(first) where errors[index].location.count == location.count {
                    errors[index].rename(container: type.name)
                }
            }
            return nil
        }
        if let factory {
            let own = machine.isInstance(input, type) ? try machine.attribute(input, "default_factory") : factory
            return try machine.call(.object(type), own, made)
        }
        return try machine.call(.object(type), made)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard value.asDict != nil else { return nil }
        let plain = try serializer.plain(value, .dict(key, self.value, rules), include: serializer.include, exclude: serializer.exclude)
        let isKept = factory == nil && !serializer.options.isJSON && serializer.machine.isInstance(value, type)
        return isKept ? try serializer.machine.call(.object(type), plain) : plain
    }
}
