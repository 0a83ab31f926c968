import Python

/// Dataclasses as schemas (pydantic._internal._dataclasses).
enum DataclassDefinition {
    private static let key = "__pydantic_dataclass__"

    /// What is known of a dataclass; made at first use for those of the standard library.
    static func of(_ type: PyType, _ machine: Machine) throws -> ModelDefinition {
        if let known = type.attributes[key]?.asObject as? ModelDefinition { return known }
        return try make(type, infos: [:], ModelConfig(), machine)
    }

    /// The definition of a Pydantic dataclass; nil for others.
    static func ofPydantic(_ type: PyType) -> ModelDefinition? {
        guard let known = type.attributes[key]?.asObject as? ModelDefinition, known.isPydanticDataclass else { return nil }
        return known
    }

    /// The schema of a dataclass.
    static func schema(of type: PyType, _ machine: Machine) throws -> Schema {
        .special(DataclassType(type: type, definition: try of(type, machine)))
    }

    /// Makes the definition; `infos` are the `Field(…)`s that stood as defaults.
    static func make(_ type: PyType, infos: [String: FieldInfo], _ config: ModelConfig, _ machine: Machine) throws -> ModelDefinition {
        let types = try PydanticTypes.required(machine)
        let definition = ModelDefinition(type: type, machine: machine)
        definition.config = config
        for (name, value) in type.lookup("__pydantic_config__")?.asDict?.items.map({ ($0.key.asString ?? "", $0.value) }) ?? [] {
            try definition.config.take(name, value, machine)
        }
        definition.globals = try machine.modules.module(type.module, machine)?.namespace ?? machine.currentGlobals
        if type.qualifiedName.contains("<locals>") { definition.locals = machine.currentLocals() }
        let inherited = type.mro.dropFirst().lazy.compactMap { ofPydantic($0) }.first
        for declared in Dataclasses.fields(of: type) ?? [] where declared.isInInit {
            let known = inherited?.field(declared.name)
            let info = infos[declared.name] ?? (type.attributes["__annotations__"]?.asDict?[declared.name] == nil ? known?.info : nil)
            definition.fields.append(field(declared, info, type, types))
        }
        if let inherited {
            definition.fieldValidators = inherited.fieldValidators
            definition.fieldSerializers = inherited.fieldSerializers
            definition.beforeValidators = inherited.beforeValidators
            definition.outerValidators = inherited.outerValidators
            definition.computed = inherited.computed
        }
        try FunctionReader(definition, machine, types).read()
        type.attributes[key] = .object(definition)
        try definition.completeIfPossible(machine)
        return definition
    }

    private static func field(
        _ declared: PyDataclassField, _ given: FieldInfo?, _ type: PyType, _ types: PydanticTypes
    ) -> ModelDefinition.Field {
        let info = given?.copy() ?? ModelReader.annotatedInfos(declared.annotation).last?.copy() ?? FieldInfo(type: types.fieldInfo)
        if let standard = declared.defaultValue {
            if let own = standard.asObject as? FieldInfo { info.takeAll(from: own) } else { info.defaultValue = standard }
        }
        info.defaultFactory = declared.factory ?? info.defaultFactory
        info.isInRepr = declared.isInRepr
        return ModelDefinition.Field(
            name: declared.name, annotation: declared.annotation, info: info, constraints: given?.constraints ?? [], owner: type)
    }

    /// The dictionary of an instance.
    static func plain(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        let definition = try of(machine.type(of: value), machine)
        return try DataclassType(type: definition.type, definition: definition).plain(value, serializer) ?? .none
    }
}
