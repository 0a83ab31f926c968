import Python

extension JSONSchemaGenerator {
    /// A dictionary of the given entries, without those that say nothing.
    func table(_ entries: KeyValuePairs<String, Value?>) -> PyDict {
        let made = PyDict()
        for (name, value) in entries { if let value { made[name] = value } }
        return made
    }

    /// The schema of one type, with marks for references.
    func json(_ schema: Schema) throws -> PyDict {
        switch schema {
        case .any: return PyDict()
        case .none: return table(["type": "null"])
        case .bool: return table(["type": "boolean"])
        case .int(let rules): return number("integer", rules)
        case .float(let rules): return number("number", rules)
        case .decimal(let rules): return try decimal(rules)
        case .str(let rules):
            return table([
                "type": "string", "minLength": rules.minimum.map { .int($0) }, "maxLength": rules.maximum.map { .int($0) },
                "pattern": rules.pattern.map { .string($0.text) },
            ])
        case .bytes(let rules, _):
            let format = config.bytesForm == "base64" ? "base64url" : "binary"
            return table([
                "type": "string", "format": .string(format), "minLength": rules.minimum.map { .int($0) },
                "maxLength": rules.maximum.map { .int($0) },
            ])
        case .date: return temporal("date", config.temporalForm)
        case .datetime: return temporal("date-time", config.temporalForm)
        case .time: return temporal("time", config.temporalForm)
        case .timedelta:
            let isTold = config.settings["ser_json_temporal"] != nil
            return temporal("duration", isTold || config.durationForm == "iso8601" ? config.temporalForm : "seconds")
        case .uuid: return table(["type": "string", "format": "uuid"])
        case .literal(let values): return try literal(values)
        case .enumeration(let type): return try enumeration(type)
        case .model(let type): return try model(type)
        case .list(let item, let rules): return try array(item, rules)
        case .set(let item, let rules, _):
            let made = try array(item, rules)
            made["uniqueItems"] = true
            return made
        case .tuple(let items): return try tuple(items)
        case .tupleOf(let item, let rules): return try array(item, rules)
        case .dict(let key, let value, let rules): return try object(key, value, rules)
        case .nullable(let inner):
            let made = try json(inner)
            return made["type"]?.asString == "null" ? made : try union(of: [made, table(["type": "null"])])
        case .union(let members): return try union(members)
        case .instance(let type): throw try invalid("core_schema.IsInstanceSchema (\(try machine.repr(.object(type))))")
        case .callable: throw try invalid("core_schema.CallableSchema")
        case .function(.plain, let function, .special(is UntoldType)):
            throw try invalid("core_schema.PlainValidatorFunctionSchema (\(try validatorWords(function)))")
        case .function(.plain, _, let inner): return isSerialization ? try json(inner) : PyDict()
        case .function(_, _, let inner), .serializer(_, let inner): return try json(inner)
        case .special(let type): return try json(special: type)
        }
    }

    private func validatorWords(_ function: Value) throws -> String {
        let words = PyDict()
        words["type"] = "no-info"
        words["function"] = function
        return try machine.repr(.dict(words))
    }

    // MARK: Scalars

    private func number(_ type: String, _ rules: NumberRules) -> PyDict {
        let finite = { (value: Value?) -> Value? in
            if case .float(let number)? = value?.unwrapped, !number.isFinite { return nil }
            return value
        }
        return table([
            "type": .string(type), "multipleOf": finite(rules.multipleOf), "maximum": finite(rules.lessOrEqual),
            "minimum": finite(rules.greaterOrEqual), "exclusiveMaximum": finite(rules.lessThan),
            "exclusiveMinimum": finite(rules.greaterThan),
        ])
    }

    private func decimal(_ rules: NumberRules) throws -> PyDict {
        let text = table(["type": "string"])
        if isSerialization { return text }
        let float = { [machine] (value: Value?) in try value.map { try machine.call(.object(machine.types.float), $0) } }
        var rounded = NumberRules()
        rounded.greaterThan = try float(rules.greaterThan)
        rounded.greaterOrEqual = try float(rules.greaterOrEqual)
        rounded.lessThan = try float(rules.lessThan)
        rounded.lessOrEqual = try float(rules.lessOrEqual)
        rounded.multipleOf = try float(rules.multipleOf)
        return table(["anyOf": .list(PyList([.dict(number("number", rounded)), .dict(text)]))])
    }

    private func temporal(_ format: String, _ form: String) -> PyDict {
        isSerialization && form != "iso8601" ? table(["type": "number"]) : table(["type": "string", "format": .string(format)])
    }

    // MARK: Choices

    private func literal(_ values: [Value]) throws -> PyDict {
        let plain = try values.map { try encoded(EnumSupport.value(of: $0) ?? $0) }
        let made = plain.count == 1 ? table(["const": plain[0]]) : table(["enum": .list(PyList(plain))])
        if let type = commonType(plain) ?? (plain.allSatisfy(\.isNone) ? "null" : nil) { made["type"] = .string(type) }
        return made
    }

    /// The type of JSON that all values have.
    private func commonType(_ values: [Value]) -> String? {
        let names = Set(values.map { machine.typeName($0) })
        guard names.count == 1, let name = names.first else { return nil }
        return ["str": "string", "int": "integer", "float": "number", "bool": "boolean", "list": "array"][name]
    }

    private func enumeration(_ type: PyType) throws -> PyDict {
        try reference(to: type) {
            let values = try EnumSupport.members(of: type).map { try encoded(EnumSupport.value(of: $0) ?? $0) }
            let made = table(["title": .string(type.name), "enum": .list(PyList(values))])
            if let text = try documentation(of: type), text != "An enumeration." { made["description"] = .string(text) }
            if let kind = commonType(values) { made["type"] = .string(kind) }
            return made
        }
    }

    private func union(_ members: [Schema]) throws -> PyDict {
        var made: [PyDict] = []
        for member in members {
            do {
                made.append(try json(member))
            } catch let raised as PyError where raised.type.name == "PydanticInvalidForJsonSchema" {
                continue
            } catch is DescribedType.Omitted {
                continue
            }
        }
        return made.count == 1 ? made[0] : try union(of: made)
    }

    /// `anyOf` of several schemas; those of unions inside are taken over.
    func union(of schemas: [PyDict]) throws -> PyDict {
        var members: [Value] = []
        for schema in schemas {
            let inner = schema.count == 1 ? schema["anyOf"]?.asList?.elements : nil
            for member in inner ?? [.dict(schema)] where try !members.contains(where: { try machine.isEqual($0, member) }) {
                members.append(member)
            }
        }
        return members.count == 1 ? members[0].asDict ?? PyDict() : table(["anyOf": .list(PyList(members))])
    }

    func taggedUnion(_ union: TaggedUnionType) throws -> PyDict {
        let mapping = PyDict()
        var choices: [Value] = []
        for (tag, schema) in union.members {
            let plain = EnumSupport.value(of: tag) ?? tag
            let key = try plain.asBool.map { $0 ? "true" : "false" } ?? (plain.isNone ? "null" : machine.str(plain))
            do {
                let made = try json(schema)
                mapping[key] = made["$ref"] ?? .dict(made)
                let value = Value.dict(made)
                if try !choices.contains(where: { try machine.isEqual($0, value) }) { choices.append(value) }
            } catch let raised as PyError where raised.type.name == "PydanticInvalidForJsonSchema" {
                continue
            } catch is DescribedType.Omitted {
                continue
            }
        }
        let result = table(["oneOf": .list(PyList(choices))])
        if let name = propertyName(of: union, choices) {
            result["discriminator"] = .dict(table(["propertyName": .string(name), "mapping": .dict(mapping)]))
        }
        return result
    }

    /// The name that all members have among their properties.
    private func propertyName(of union: TaggedUnionType, _ choices: [Value]) -> String? {
        guard case .field(let name, let aliases) = union.discriminator else { return nil }
        if aliases.isEmpty { return name }
        return ([name] + aliases).first { candidate in
            choices.allSatisfy { choice in
                let schema = choice.asDict.flatMap { definition(behind: $0) ?? $0 }
                return schema?["properties"]?.asDict?[candidate] != nil
            }
        }
    }

    // MARK: Containers

    func array(_ item: Schema, _ rules: LengthRules) throws -> PyDict {
        table([
            "type": "array", "items": .dict(try json(item)), "minItems": rules.minimum.map { .int($0) },
            "maxItems": rules.maximum.map { .int($0) },
        ])
    }

    private func tuple(_ items: [Schema]) throws -> PyDict {
        let made = table(["type": "array", "minItems": .int(items.count), "maxItems": .int(items.count)])
        if !items.isEmpty { made["prefixItems"] = .list(PyList(try items.map { .dict(try json($0)) })) }
        return made
    }

    func object(_ key: Schema, _ value: Schema, _ rules: LengthRules) throws -> PyDict {
        let made = table([
            "type": "object", "minProperties": rules.minimum.map { .int($0) }, "maxProperties": rules.maximum.map { .int($0) },
        ])
        let keys = try json(key).copy(), values = try json(value).copy()
        var pattern: Value?
        if keys["$ref"] == nil {
            pattern = keys["pattern"]
            keys["pattern"] = nil
            keys["title"] = nil
        }
        values["title"] = nil
        if let pattern = pattern?.asString {
            made["patternProperties"] = .dict(table([:]))
            made["patternProperties"]?.asDict?[pattern] = .dict(values)
        } else {
            made["additionalProperties"] = values.count == 0 ? true : .dict(values)
        }
        if keys["$ref"] != nil || keys["type"]?.asString == "string" && keys.count > 1 {
            keys["type"] = nil
            made["propertyNames"] = .dict(keys)
        }
        return made
    }

    /// A value as JSON has it, by its own class.
    func encoded(_ value: Value) throws -> Value {
        var options = SerializationOptions()
        options.isJSON = true
        options.byAlias = byAlias
        options.infinityForm = "constants"
        var serializer = Serializer(machine: machine, options: options)
        var config = config
        if !isSerialization {
            // What is accepted is told in the ordinary form of times.
            config.durationForm = "iso8601"
            config.temporalForm = "iso8601"
        }
        serializer.config = config
        serializer.outerConfig = config
        return try serializer.inferred(value)
    }
}
