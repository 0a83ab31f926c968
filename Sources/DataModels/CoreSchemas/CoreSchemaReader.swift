import Python

/// Compiles core schemas that a program wrote as dictionaries (pydantic-core `SchemaValidator`).
struct CoreSchemaReader {
    private let builder: SchemaBuilder
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder) { self.builder = builder }

    /// The schema; raises SchemaError for what is none.
    func schema(_ value: Value) throws -> Schema {
        guard let dict = value.asDict else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' object is not subscriptable")
        }
        let plain = try machine.nested { try CompiledSchema.schema(in: dict) ?? self.plain(dict) }
        guard let serialization = dict["serialization"]?.asDict else { return plain }
        return try serialized(plain, serialization)
    }

    private func plain(_ dict: PyDict) throws -> Schema {
        let type = dict["type"]?.asString ?? ""
        if let scalar = scalar(type, dict) { return try constrained(scalar, type, dict) }
        if let container = try container(type, dict) { return try constrained(container, type, dict) }
        if let function = try function(type, dict) { return function }
        if let wrapper = try wrapper(type, dict) { return wrapper }
        throw try SchemaProblem.error("Unknown schema type: \"\(type)\"", machine)
    }

    /// The schema under a name; that of `Any` where there is none.
    private func part(_ name: String, _ dict: PyDict) throws -> Schema { try dict[name].map { try schema($0) } ?? .any }

    private func constrained(_ schema: Schema, _ type: String, _ dict: PyDict) throws -> Schema {
        let constraints = dict.items.compactMap { key, value in
            key.asString.flatMap { ConstraintRules.isOwn($0, of: type) ? (name: $0, value: value) : nil }
        }
        return try ConstraintApplier(machine).apply(constraints, to: schema)
    }

    private func scalar(_ type: String, _ dict: PyDict) -> Schema? {
        switch type {
        case "any": .any
        case "none": Schema.none
        case "bool": .bool(isStrict: false)
        case "int": .int(NumberRules())
        case "float": .float(NumberRules())
        case "decimal": .decimal(NumberRules(allowsInfinity: false))
        case "str": .str(builder.config.stringRules)
        case "bytes": .bytes(LengthRules(), builder.config.bytesInputForm)
        case "date": .date(builder.config.timeUnit)
        case "datetime": .datetime(builder.config.timeUnit)
        case "time": .time
        case "timedelta": .timedelta
        case "uuid": dict["version"]?.asInt.map { .special(UUIDVersionType(version: $0)) } ?? .uuid
        case "literal": .literal((try? dict["expected"].map { try machine.array($0) }) ?? [])
        case "enum": dict["cls"]?.asType.map { .enumeration($0) }
        case "callable": .callable
        case "is-instance": dict["cls"].map { .special(ClassInfoType(classes: $0, shown: dict["cls_repr"]?.asString)) }
        case "is-subclass": dict["cls"]?.asType.map { .special(SubclassType(bases: [$0])) }
        default: nil
        }
    }

    private func container(_ type: String, _ dict: PyDict) throws -> Schema? {
        switch type {
        case "list": return .list(try part("items_schema", dict), LengthRules())
        case "set", "frozenset": return .set(try part("items_schema", dict), LengthRules(), isFrozen: type == "frozenset")
        case "generator": return .special(IterableType(item: try part("items_schema", dict)))
        case "dict": return .dict(try part("keys_schema", dict), try part("values_schema", dict), LengthRules())
        case "tuple":
            let items = try (try dict["items_schema"].map { try machine.array($0) } ?? []).map { try schema($0) }
            if items.count == 1, dict["variadic_item_index"]?.asInt == 0 { return .tupleOf(items[0], LengthRules()) }
            return .tuple(items)
        case "typed-dict": return try typedDictionary(dict)
        default: return nil
        }
    }

    private func typedDictionary(_ dict: PyDict) throws -> Schema {
        let isTotal = try dict["total"].map { try machine.isTrue($0) } ?? true
        let fields = try (dict["fields"]?.asDict?.items ?? []).map { key, value in
            let field = value.asDict ?? PyDict()
            let info = FieldInfo(type: try PydanticTypes.required(machine).fieldInfo)
            info.defaultValue = field["schema"]?.asDict?["default"]
            let made = ModelDefinition.Field(
                name: key.asString ?? "", annotation: .none, info: info, constraints: [], owner: machine.types.dict)
            made.schema = try part("schema", field)
            return TypedDictType.Field(
                field: made, isRequired: try field["required"].map { try machine.isTrue($0) } ?? (isTotal && made.isRequired))
        }
        var config = ModelConfig()
        config.extra = dict["extra_behavior"]?.asString ?? "ignore"
        return .special(TypedDictType(type: dict["cls"]?.asType, fields: fields, config: config))
    }

    private func function(_ type: String, _ dict: PyDict) throws -> Schema? {
        let kinds: [String: Schema.FunctionKind] = [
            "function-before": .before, "function-after": .after, "function-wrap": .wrap, "function-plain": .plain,
        ]
        guard let kind = kinds[type] else { return nil }
        let function = dict["function"]?.asDict?["function"] ?? dict["function"] ?? .none
        return .function(kind, function, kind == .plain ? .special(UntoldType()) : try part("schema", dict))
    }

    private func wrapper(_ type: String, _ dict: PyDict) throws -> Schema? {
        switch type {
        case "nullable": return .nullable(try part("schema", dict))
        case "union":
            // A choice may have a label beside it.
            let choices = try (try dict["choices"].map { try machine.array($0) } ?? []).map { try schema($0.asTuple?.elements.first ?? $0) }
            let isOrdered = dict["mode"]?.asString == "left_to_right"
            let union = isOrdered ? Schema.special(OrderedUnionType(members: choices)) : .union(choices)
            return dict["custom_error_type"] == nil ? union : try customError(union, dict)
        case "tagged-union":
            let members = try (dict["choices"]?.asDict?.items ?? []).map { (tag: $0.key, schema: try schema($0.value)) }
            let discriminator = dict["discriminator"] ?? .none
            let name = discriminator.asString
            return .special(
                TaggedUnionType(
                    discriminator: name.map { .field(name: $0, aliases: []) }
                        ?? .function(discriminator, name: try machine.attributeIfPresent(discriminator, "__name__")?.asString ?? ""),
                    members: members, choices: members.map(\.schema)))
        case "chain":
            return .special(ChainType(steps: try (try dict["steps"].map { try machine.array($0) } ?? []).map { try schema($0) }))
        case "lax-or-strict":
            return .special(LaxOrStrictType(lax: try part("lax_schema", dict), strict: try part("strict_schema", dict)))
        case "json-or-python":
            return .special(JSONOrPythonType(json: try part("json_schema", dict), python: try part("python_schema", dict)))
        case "default":
            return .special(
                DefaultedType(
                    inner: try part("schema", dict), standard: dict["default"], factory: dict["default_factory"],
                    onError: dict["on_error"]?.asString ?? "raise"))
        case "custom-error": return try customError(try part("schema", dict), dict)
        case "json": return .special(JSONType(inner: try part("schema", dict)))
        default: return nil
        }
    }

    private func customError(_ inner: Schema, _ dict: PyDict) throws -> Schema {
        let context = (dict["custom_error_context"]?.asDict?.items ?? []).map { ($0.key.asString ?? "", $0.value) }
        let kind = dict["custom_error_type"]?.asString ?? ""
        var message = try dict["custom_error_message"]?.asString ?? ErrorCatalog.message(kind, context, machine)
        for (name, value) in context { message = message.replacing("{\(name)}", with: try machine.str(value)) }
        return .special(
            CustomErrorType(
                inner: inner, kind: kind, message: message, context: context, isKnown: dict["custom_error_message"] == nil))
    }

    // MARK: Serialization

    private func serialized(_ inner: Schema, _ dict: PyDict) throws -> Schema {
        let condition = dict["when_used"]?.asString
        switch dict["type"]?.asString {
        case "function-plain", "function-wrap":
            let isMethod = try dict["is_field_serializer"].map { try machine.isTrue($0) } ?? false
            var serializer = FunctionSerializer(
                dict["function"] ?? .none, isWrap: dict["type"]?.asString == "function-wrap", condition ?? "always", isMethod: isMethod)
            serializer.returnType = ReturnType(try dict["return_schema"].map { try schema($0) } ?? .any)
            let wrapped = try dict["schema"].map { try schema($0) }
            return .special(SerializedType(inner: inner, serializer: serializer, wrapped: wrapped))
        case "to-string":
            return .special(TextSerializedType(inner: inner, format: nil, condition: condition ?? "json-unless-none"))
        case "format":
            let format = dict["formatting_string"]?.asString
            return .special(TextSerializedType(inner: inner, format: format, condition: condition ?? "json-unless-none"))
        case let type?:
            guard let written = scalar(type, dict) else { return inner }
            return .special(WrittenAsType(inner: inner, written: written))
        case nil: return inner
        }
    }
}
