import Python

/// Compiles schemas to direct plans, as far as they have one.
struct DirectPlanBuilder {
    let machine: Machine

    /// The plan of a schema; nil where values of it always go the ordinary way.
    func plan(_ schema: Schema) -> DirectPlan? {
        switch schema {
        case .any: DirectAny()
        case .none: DirectNone()
        case .bool: DirectBool()
        case .int(let rules): DirectInteger(rules)
        case .float(let rules): DirectFloat(rules)
        case .str(let rules): DirectText(rules)
        case .date: DirectObject(PyDate.self)
        case .datetime: DirectObject(PyDateTime.self)
        case .uuid: DirectObject(PyUUID.self)
        case .nullable(let inner): plan(inner).map(DirectNullable.init)
        case .list(let item, let rules): plan(item).flatMap { DirectList($0, rules) }
        case .dict(.str(let keys), let item, let rules) where keys.isUnconstrained: plan(item).flatMap { DirectDictionary($0, rules) }
        case .literal(let values): Self.texts(values).map { DirectChoice($0) }
        case .enumeration(let type):
            Self.texts(EnumSupport.members(of: type).map { EnumSupport.value(of: $0) ?? .none }).map { DirectChoice($0, membersOf: type) }
        case .model(let type): ModelDefinition.of(type).map(DirectNested.init)
        default: nil
        }
    }

    private static func texts(_ values: [Value]) -> [PyStr]? {
        var texts: [PyStr] = []
        for value in values {
            guard case .str(let text) = value else { return nil }
            texts.append(text)
        }
        return texts
    }

    // MARK: Models

    /// The plan of a model whose schemas are compiled.
    func plan(_ definition: ModelDefinition) -> DirectModel? {
        guard definition.isPlain(machine) else { return nil }
        var fields: [DirectField] = []
        for field in definition.fields {
            guard let made = self.field(field, definition.config) else { return nil }
            fields.append(made)
        }
        return DirectModel(definition.type, fields, forbidsExtras: definition.config.extra == "forbid")
    }

    private func field(_ field: ModelDefinition.Field, _ config: ModelConfig) -> DirectField? {
        guard field.info.isPlain, let plan = plan(field.schema) else { return nil }
        let isAliased = field.validationKey !== field.key
        let alias = config.byAlias || !isAliased ? field.validationKey : nil
        let name = isAliased && (config.byName || !config.byAlias) ? field.key : nil
        return DirectField(field, inputKeys: (alias, name), plan: plan, standard: standard(of: field))
    }

    /// The default of a field; nil where there is none or making it runs code of the program.
    private func standard(of field: ModelDefinition.Field) -> DirectField.Standard? {
        if field.info.validatesDefault == true { return nil }
        if let factory = field.info.defaultFactory {
            if factory.asType === machine.types.list { return .constant(isNone: false, json: Array("[]".utf8)) }
            return factory.asType === machine.types.dict ? .constant(isNone: false, json: Array("{}".utf8)) : nil
        }
        guard let value = field.info.defaultValue else { return nil }
        switch value {
        case .none, .bool, .int, .float, .str: break
        case .list, .tuple, .dict, .object: return .variable(value)
        }
        let serializer = Serializer(machine: machine, options: SerializationOptions())
        guard let plain = try? serializer.plain(value, field.schema), let json = try? JSONText.bytes(plain, machine) else { return nil }
        return .constant(isNone: value.isNone, json: json)
    }
}

extension ModelDefinition {
    /// Settings that change neither how input is read nor what is written, or that plans know.
    private static let neutralSettings: Set<String> = [
        "title", "extra", "populate_by_name", "validate_by_name", "validate_by_alias", "allow_population_by_field_name", "from_attributes",
        "orm_mode", "frozen", "validate_assignment", "alias_generator", "json_schema_extra", "schema_extra", "arbitrary_types_allowed",
        "protected_namespaces", "use_attribute_docstrings",
    ]

    /// Names of classes that make validation or serialization run code of the program.
    private static let hooks = ["__init__", "__new__", "model_post_init", "__get_pydantic_core_schema__", "__iter__"]

    /// Whether no code of the program runs when the model is validated or serialised, and no setting changes it.
    fileprivate func isPlain(_ machine: Machine) -> Bool {
        guard beforeValidators.isEmpty, outerValidators.isEmpty, rootValidators.isEmpty, modelSerializer == nil, computed.isEmpty, !isRoot,
            config.extra != "allow",
            settingNames.isSubset(of: Self.neutralSettings), let base = PydanticTypes.of(machine)?.baseModel
        else { return false }
        return Self.hooks.allSatisfy { hook in
            guard let own = type.lookup(hook), let inherited = base.lookup(hook) else { return type.lookup(hook) == nil }
            return own.isIdentical(to: inherited)
        }
    }
}

extension FieldInfo {
    /// Keywords that change neither how input is read nor what is written.
    private static let neutralKeywords: Set<String> = [
        "examples", "example", "json_schema_extra", "deprecated", "repr", "init", "kw_only", "frozen",
    ]

    /// Whether it says nothing about reading and writing but what plans know.
    fileprivate var isPlain: Bool {
        [alias, validationAlias, serializationAlias].allSatisfy { $0 == nil || $0?.asStr != nil } && discriminator == nil
            && excludeIf == nil
            && extra.allSatisfy { Self.neutralKeywords.contains($0.name) }
    }
}
