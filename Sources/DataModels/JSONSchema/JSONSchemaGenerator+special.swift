import Python

extension JSONSchemaGenerator {
    /// The schema of a type with a conversion of its own.
    func json(special type: any SpecialType) throws -> PyDict {
        switch type {
        case let described as DescribedType: return try described.applied(to: json(described.inner), self)
        case let serialized as SerializedType:
            return try written(by: serialized.serializer, serialized.inner) ?? json(serialized.inner)
        case let record as DataclassType: return try dataclass(record)
        case let record as TypedDictType: return try typedDictionary(record)
        case let record as NamedTupleType: return try namedTuple(record)
        case let union as TaggedUnionType: return try taggedUnion(union)
        case let union as OrderedUnionType: return try json(.union(union.members))
        case let deque as DequeType: return try array(deque.item, deque.rules)
        case let sequence as SequenceType: return try array(sequence.item, sequence.rules)
        case let iterable as IterableType: return try array(iterable.item, LengthRules())
        case let mapping as MappingType: return try object(mapping.key, mapping.value, mapping.rules)
        case let checked as CheckedType: return try json(checked: checked)
        case let measured as MeasuredTupleType:
            let made = try json(measured.inner)
            if let minimum = measured.rules.minimum { made["minItems"] = .int(minimum) }
            if let maximum = measured.rules.maximum { made["maxItems"] = .int(maximum) }
            return made
        case let parsed as JSONType:
            let content = try json(parsed.inner)
            if isSerialization { return content }
            return table(["type": "string", "contentMediaType": "application/json", "contentSchema": .dict(content)])
        case let recursive as RecursiveType: return try json(recursive.schema)
        case let chain as ChainType: return try (isSerialization ? chain.steps.last : chain.steps.first).map { try json($0) } ?? PyDict()
        case let either as LaxOrStrictType: return try json(either.lax)
        case let either as JSONOrPythonType: return try json(either.json)
        case let defaulted as DefaultedType:
            let made = try json(defaulted.inner)
            if let standard = defaulted.standard { made["default"] = try encoded(standard) }
            return made
        case is TextSerializedType where isSerialization: return table(["type": "string"])
        case let written as WrittenAsType where isSerialization: return try json(written.written)
        default: return try json(library: type)
        }
    }

    /// What a serializer says that it returns; nil where it says nothing.
    func written(by serializer: FunctionSerializer, _ inner: Schema) throws -> PyDict? {
        guard isSerialization, serializer.returnType.isGiven else { return nil }
        let made = try json(serializer.returnType.schema(machine))
        guard serializer.condition.hasSuffix("unless-none"), case .nullable = inner else { return made }
        return try union(of: [table(["type": "null"]), made])
    }

    /// A constraint that the type does not know itself.
    private func json(checked: CheckedType) throws -> PyDict {
        let made = try json(checked.inner)
        switch checked.check {
        case .number(let bound): made[checked.constraint] = try encoded(bound)
        case .length(let limit):
            let isArray = made["type"]?.asString == "array"
            made[(checked.constraint == "min_length" ? "min" : "max") + (isArray ? "Items" : "Length")] = limit
        case .text, .digits, .finite: break
        }
        return made
    }

    /// Types of the standard library and of Pydantic.
    private func json(library type: any SpecialType) throws -> PyDict {
        let text = { [self] (format: String) in table(["type": "string", "format": .string(format)]) }
        switch type {
        case let uuid as UUIDVersionType: return text("uuid\(uuid.version)")
        case let secret as SecretType:
            let made = try json(secret.inner)
            guard secret.type.name != "Secret" else { return made }
            made["type"] = "string"
            made["writeOnly"] = true
            made["format"] = "password"
            return made
        case let url as URLType:
            return table([
                "type": "string", "format": .string(url.constraints.isMultiHost ? "multi-host-uri" : "uri"), "minLength": 1,
                "maxLength": url.constraints.maxLength.map { .int($0) },
            ])
        case let email as EmailType: return text(email.nameClass == nil ? "email" : "name-email")
        case let encoded as Base64Type: return text(encoded.isURLSafe ? "base64url" : "base64")
        case is PatternType: return text("regex")
        case is ComplexType: return table(["type": "string"])
        case is ByteSizeType:
            if isSerialization { return table(["type": "integer", "minimum": 0]) }
            let pattern = #"^\s*(\d*\.?\d+)\s*(\w+)?"#
            return table([
                "anyOf": .list(
                    PyList([
                        .dict(table(["type": "string", "pattern": .string(pattern)])), .dict(table(["type": "integer", "minimum": 0])),
                    ]))
            ])
        case is FractionType:
            let made = text("fraction")
            return isSerialization ? made : table(["anyOf": .list(PyList([.dict(table(["type": "number"])), .dict(made)]))])
        case let made as ConstructedType: return text(Self.format(of: made))
        case is JSONValueType:
            guard let name = try PydanticTypes.required(machine).placeholders["JsonValue"] else { return PyDict() }
            return try reference(to: name) { PyDict() }
        case is SubclassType, is HashableType: return PyDict()
        case let instance as InstanceType:
            throw try invalid("core_schema.IsInstanceSchema (\(try machine.repr(.object(instance.type))))")
        case let wrapper as any WrappingType: return try json(wrapper.inner)
        default: throw try invalid("core_schema.IsInstanceSchema (\(type.name))")
        }
    }

    private static func format(of type: ConstructedType) -> String {
        if type.type.module == "pathlib" { return "path" }
        if type.alternative != nil { return "ipvany" + type.type.name.dropFirst(4).lowercased() }
        let name = type.type.name.lowercased()
        return name.hasSuffix("address") ? String(name.dropLast(7)) : name
    }
}
