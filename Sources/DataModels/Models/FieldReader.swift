import Python

/// Reads the annotated names of a class as fields (pydantic._internal._fields `collect_model_fields`).
struct FieldReader {
    private let definition: ModelDefinition
    private let machine: Machine
    private let types: PydanticTypes
    private var type: PyType { definition.type }

    init(_ definition: ModelDefinition, _ machine: Machine, _ types: PydanticTypes) {
        self.definition = definition
        self.machine = machine
        self.types = types
    }

    /// Whether an annotation is `ClassVar` or a text that says so.
    static func isClassVariable(_ annotation: Value) -> Bool {
        if let text = annotation.asString {
            return text.hasPrefix("ClassVar") || text.hasPrefix("typing.ClassVar") || text.hasPrefix("t.ClassVar")
        }
        if let form = annotation.asObject as? PySpecialForm { return form.name == "ClassVar" }
        return form(of: annotation) == "ClassVar"
    }

    private static func form(of annotation: Value) -> String? {
        ((annotation.asObject as? PyGenericAlias)?.origin.asObject as? PySpecialForm)?.name
    }

    func read() throws {
        guard let annotations = type.attributes["__annotations__"]?.asDict else { return }
        for (key, annotation) in annotations.items {
            guard let name = key.asString, name != "model_config", !name.hasPrefix("_") else { continue }
            let present = type.attributes[name]
            let annotation = try evaluated(annotation)
            let isFinal = Self.form(of: annotation) == "Final" || (annotation.asObject as? PySpecialForm)?.name == "Final"
            if Self.isClassVariable(annotation) || (isFinal && present != nil && !(present?.asObject is FieldInfo)) {
                definition.classVariables.insert(name)
                continue
            }
            try checkName(name)
            try add(name, annotation, present)
        }
    }

    /// An annotation that is a text evaluated where the class stands; the text itself while a name in it is not bound yet.
    func evaluated(_ annotation: Value) throws -> Value {
        guard let text = annotation.asString else { return annotation }
        do {
            let found = try machine.evaluate(text, in: definition.scope)
            return definition.subscripts.map { GenericModel.replace(found, $0.variables, $0.values) } ?? found
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            return annotation
        }
    }

    /// A field whose annotation was a text with an unbound name, once the name is bound; nil where it was none.
    func resolved(_ field: ModelDefinition.Field) throws -> ModelDefinition.Field? {
        guard field.annotation.asStr != nil else { return nil }
        let annotation = try evaluated(field.annotation)
        if annotation.asStr != nil { return nil }
        for other in ModelReader.annotatedInfos(annotation).reversed() { field.info.fill(from: other) }
        field.info.annotation = Self.bare(annotation)
        let made = ModelDefinition.Field(
            name: field.name, annotation: annotation, info: field.info, constraints: field.constraints, owner: field.owner)
        made.isInitOnly = field.isInitOnly
        made.isKeywordOnly = field.isKeywordOnly
        made.isInInit = field.isInInit
        return made
    }

    private func checkName(_ name: String) throws {
        if definition.isRoot, name != "root" {
            let message = "Unexpected field with name '\(name)'; only 'root' is allowed as a field of a `RootModel`"
            throw types.userErrors.error(message, code: nil, machine)
        }
        for space in ["model_validate", "model_dump"] where name.hasPrefix(space) {
            guard let member = types.baseModel.lookup(name) else { continue }
            let place = String(machine.identity(member), radix: 16)
            let kind = member.asObject is PyMethodWrapper ? "bound method" : "function"
            let shown = "<\(kind) BaseModel.\(name) at 0x\(place)>"
            throw machine.error("ValueError", "Field '\(name)' conflicts with member \(shown) of protected namespace '\(space)'.")
        }
    }

    private func add(_ name: String, _ annotation: Value, _ present: Value?) throws {
        let annotated = ModelReader.annotatedInfos(annotation)
        let info: FieldInfo
        var constraints: [(name: String, value: Value)] = []
        if let given = present?.asObject as? FieldInfo {
            info = given.copy()
            constraints = given.constraints
            for other in annotated.reversed() { info.fill(from: other) }
            info.metadata = try Self.metadata(of: annotation, given, types, machine)
        } else {
            info = Self.info(of: annotation, types)
            info.metadata = try Self.metadata(of: annotation, nil, types, machine)
            if let present {
                if Undefined.isUndefined(present) {
                    info.defaultValue = nil
                } else {
                    info.defaultValue = present
                    info.defaultFactory = nil
                }
            }
        }
        try generateAliases(info, name)
        info.annotation = Self.bare(annotation)
        if present != nil { type.attributes[name] = nil }
        let field = ModelDefinition.Field(name: name, annotation: annotation, info: info, constraints: constraints, owner: type)
        if let known = definition.fields.firstIndex(where: { $0.name == name }) {
            definition.fields[known] = field
        } else {
            definition.fields.append(field)
        }
    }

    /// What the `Field(…)`s in `Annotated` say together, the last one first.
    static func info(of annotation: Value, _ types: PydanticTypes) -> FieldInfo {
        let annotated = ModelReader.annotatedInfos(annotation)
        let info = annotated.last?.copy() ?? FieldInfo(type: types.fieldInfo)
        for other in annotated.dropLast().reversed() { info.fill(from: other) }
        return info
    }

    /// What a `Field(…)` says, then what stands in `Annotated`, as markers.
    static func metadata(of annotation: Value, _ given: FieldInfo?, _ types: PydanticTypes, _ machine: Machine) throws -> [Value]? {
        guard form(of: annotation) == "Annotated", let alias = annotation.asObject as? PyGenericAlias else { return nil }
        let own = try given.map { try types.markers.markers(of: $0.constraints, types, machine) } ?? []
        return try own
            + alias.arguments.dropFirst().flatMap { item in
                guard let info = item.asObject as? FieldInfo else { return [item] }
                return try types.markers.markers(of: info.constraints, types, machine)
            }
    }

    /// The annotation without `Annotated` around it.
    static func bare(_ annotation: Value) -> Value {
        guard form(of: annotation) == "Annotated", let alias = annotation.asObject as? PyGenericAlias else { return annotation }
        return alias.arguments.first ?? annotation
    }

    /// Aliases of the generator, where the field's own do not hold (pydantic `apply_alias_generator_to_field_info`).
    func generateAliases(_ info: FieldInfo, _ name: String) throws {
        guard let generator = definition.config.aliasGenerator else { return }
        let hasOwn = info.alias != nil || info.validationAlias != nil || info.serializationAlias != nil
        let priority = info.aliasPriority ?? (hasOwn ? 2 : nil)
        var alias: Value?, validation: Value?, serialization: Value?
        if let instance = generator.asInstance, instance.instanceType === types.aliases.generator {
            let make = { (part: String) throws -> Value? in
                guard let function = instance.attributes?[part], !function.isNone else { return nil }
                return try machine.call(function, .string(name))
            }
            alias = try make("alias")
            validation = try make("validation_alias") ?? alias
            serialization = try make("serialization_alias") ?? alias
        } else {
            alias = try machine.call(generator, .string(name))
            validation = alias
            serialization = alias
        }
        if priority == nil || priority == 1 {
            info.alias = alias
            info.validationAlias = validation
            info.serializationAlias = serialization
            info.aliasPriority = 1
        } else {
            info.validationAlias = info.validationAlias ?? info.alias ?? validation
            info.serializationAlias = info.serializationAlias ?? info.alias ?? serialization
            info.alias = info.alias ?? alias
        }
    }
}

extension FieldInfo {
    /// Takes over from another one what this one does not say.
    fileprivate func fill(from other: FieldInfo) {
        if defaultValue == nil, defaultFactory == nil {
            defaultValue = other.defaultValue
            defaultFactory = other.defaultFactory
        }
        alias = alias ?? other.alias
        validationAlias = validationAlias ?? other.validationAlias
        serializationAlias = serializationAlias ?? other.serializationAlias
        constraints = other.constraints + constraints
        statedExclusion = statedExclusion ?? other.statedExclusion
        excludeIf = excludeIf ?? other.excludeIf
        discriminator = discriminator ?? other.discriminator
        validatesDefault = validatesDefault ?? other.validatesDefault
        isFrozen = isFrozen || other.isFrozen
        isInRepr = isInRepr && other.isInRepr
        if description.isNone { description = other.description }
        if title.isNone { title = other.title }
        extra = other.extra + extra
    }
}
