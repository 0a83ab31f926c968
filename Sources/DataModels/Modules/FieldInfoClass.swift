import Python

/// What programs read of a `FieldInfo` (pydantic.fields).
enum FieldInfoClass {
    static func define(_ types: PydanticTypes) {
        let type = types.fieldInfo
        let undefined = types.undefined
        let attributes: [(String, (FieldInfo) -> Value)] = [
            ("alias_priority", { field in field.shownPriority.map { .int($0) } ?? .none }),
            ("annotation", { $0.annotation ?? .none }), ("default", { $0.defaultValue ?? undefined }),
            ("default_factory", { $0.defaultFactory ?? .none }), ("alias", { $0.alias ?? .none }),
            ("validation_alias", { $0.validationAlias ?? $0.alias ?? .none }),
            ("serialization_alias", { $0.serializationAlias ?? $0.alias ?? .none }), ("description", { $0.description }),
            ("title", { $0.title }), ("exclude", { $0.statedExclusion.map { .bool($0) } ?? .none }),
            ("frozen", { $0.isFrozen ? true : .none }),
            ("repr", { .bool($0.isInRepr) }), ("discriminator", { $0.discriminator ?? .none }),
            ("validate_default", { $0.validatesDefault.map { .bool($0) } ?? .none }),
        ]
        for (name, read) in attributes {
            type.property(
                name, get: { _, value in (value.asObject as? FieldInfo).map(read) ?? .none },
                set: { machine, value, new in try (value.asObject as? FieldInfo)?.take([(name, new)], machine) })
        }
        type.getter("metadata") { machine, value in
            .list(PyList(try (value.asObject as? FieldInfo).map { try metadata($0, types, machine) } ?? []))
        }
        for name in ["examples", "json_schema_extra", "deprecated", "init", "init_var", "kw_only"] {
            type.getter(name) { _, value in (value.asObject as? FieldInfo)?.extra.last { $0.name == name }?.value ?? .none }
        }
        type.method("is_required", "self") { _, a in
            guard let field = a[0].asObject as? FieldInfo else { return .none }
            return .bool(field.defaultValue == nil && field.defaultFactory == nil)
        }
        type.method("get_default", "self, *, call_default_factory=False, validated_data=None") { machine, a in
            guard let field = a[0].asObject as? FieldInfo else { return .none }
            if let factory = field.defaultFactory {
                guard try machine.isTrue(a[1]) else { return undefined }
                guard FieldDefaults.takesData(factory) else { return try machine.call(factory) }
                guard !a[2].isNone else {
                    let message =
                        "'validated_data' must be provided if 'call_default_factory' is True and if the default factory takes data"
                    throw machine.error("ValueError", message)
                }
                return try machine.call(factory, a[2])
            }
            return try field.defaultValue.map { try DeepCopy.copy($0, machine) } ?? undefined
        }
        type.method("__repr__", "self") { machine, a in
            guard let field = a[0].asObject as? FieldInfo else { return "" }
            return .string(try "FieldInfo(\(parts(of: field, types, machine).joined(separator: ", ")))")
        }
        type.method("__str__", "self") { machine, a in
            guard let field = a[0].asObject as? FieldInfo else { return "" }
            return .string(try parts(of: field, types, machine).joined(separator: " "))
        }
        for name in ["__copy__", "__deepcopy__"] {
            type.method(name, "self, memo=None, /") { _, a in (a[0].asObject as? FieldInfo).map { .object($0.copy()) } ?? a[0] }
        }
    }

    private static func metadata(_ field: FieldInfo, _ types: PydanticTypes, _ machine: Machine) throws -> [Value] {
        try field.metadata ?? types.markers.markers(of: field.constraints, types, machine)
    }

    private static func parts(of field: FieldInfo, _ types: PydanticTypes, _ machine: Machine) throws -> [String] {
        let annotation = field.annotation ?? .object(machine.types.none)
        var parts = ["annotation=\(try TypeDisplay.text(annotation, machine))"]
        parts.append("required=\(field.defaultValue == nil && field.defaultFactory == nil ? "True" : "False")")
        if let standard = field.defaultValue { parts.append("default=\(try machine.repr(standard))") }
        if let factory = field.defaultFactory { parts.append("default_factory=\(try TypeDisplay.text(factory, machine))") }
        if let alias = field.alias { parts.append("alias=\(try machine.repr(alias))") }
        if let priority = field.shownPriority { parts.append("alias_priority=\(priority)") }
        for (name, alias) in [("validation_alias", field.validationAlias), ("serialization_alias", field.serializationAlias)] {
            guard let alias, try field.alias.map({ try machine.isEqual(alias, $0) }) != true else { continue }
            parts.append("\(name)=\(try machine.repr(alias))")
        }
        if !field.title.isNone { parts.append("title=\(try machine.repr(field.title))") }
        if !field.description.isNone { parts.append("description=\(try machine.repr(field.description))") }
        if let examples = field.extra.last(where: { $0.name == "examples" }) {
            parts.append("examples=\(try machine.repr(examples.value))")
        }
        if let excluded = field.statedExclusion { parts.append("exclude=\(excluded ? "True" : "False")") }
        if let condition = field.excludeIf { parts.append("exclude_if=\(try machine.repr(condition))") }
        if let discriminator = field.discriminator { parts.append("discriminator=\(try machine.repr(discriminator))") }
        func appendExtras(_ names: [String]) throws {
            for name in names {
                guard let value = field.extra.last(where: { $0.name == name })?.value, !value.isNone else { continue }
                parts.append("\(name)=\(try machine.repr(value))")
            }
        }
        try appendExtras(["deprecated", "json_schema_extra"])
        if field.isFrozen { parts.append("frozen=True") }
        if let validates = field.validatesDefault { parts.append("validate_default=\(validates ? "True" : "False")") }
        if !field.isInRepr { parts.append("repr=False") }
        try appendExtras(["init", "init_var", "kw_only"])
        let metadata = try metadata(field, types, machine)
        if !metadata.isEmpty { parts.append("metadata=[\(try metadata.map { try machine.repr($0) }.joined(separator: ", "))]") }
        return parts
    }
}

/// How messages and `repr` name types (pydantic._internal._repr `display_as_type`).
enum TypeDisplay {
    static func text(_ value: Value, _ machine: Machine) throws -> String {
        switch value.asObject {
        case let type as PyType: return type.name
        case let function as PyFunction: return function.name
        case let union as PyUnion: return "Union[\(try union.members.map { try text($0, machine) }.joined(separator: ", "))]"
        case let alias as PyGenericAlias where alias.origin.asType != nil:
            let origin = alias.origin.asType?.name ?? ""
            if alias.typingName != nil, origin == "Literal" { break }
            // The types of a function's arguments are a list, which shows as its class.
            if origin == "Callable", let result = alias.arguments.last, alias.arguments.first?.isEllipsis != true {
                return "Callable[list, \(try text(result, machine))]"
            }
            let arguments = try alias.arguments.map { $0.isEllipsis ? "..." : try text($0, machine) }
            return "\(alias.typingName ?? origin)[\(arguments.joined(separator: ", "))]"
        case let alias as PyGenericAlias where (alias.origin.asObject as? PySpecialForm)?.name == "Annotated":
            let markers = try alias.arguments.dropFirst().map { try marker($0, machine) }
            return "Annotated[\((try alias.arguments.prefix(1).map { try text($0, machine) } + markers).joined(separator: ", "))]"
        default: break
        }
        if value.isNone { return "NoneType" }
        // The arguments of a `Callable`.
        if value.asList != nil { return "list" }
        return try machine.repr(value).replacing("typing.", with: "")
    }

    /// What stands behind the type in `Annotated`: some of Pydantic's own show themselves, all else its class.
    private static func marker(_ value: Value, _ machine: Machine) throws -> String {
        if value.asType != nil || value.asObject is PyGenericAlias || value.asObject is PyFunction { return try text(value, machine) }
        let type = machine.type(of: value)
        let isShown = value.asObject is FieldInfo || ["Strict", "AllowInfNan", "FailFast", "_PydanticGeneralMetadata"].contains(type.name)
        return isShown ? try machine.repr(value) : type.name
    }
}
