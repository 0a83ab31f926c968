import Python

/// Dataclasses as schemas (pydantic._internal._dataclasses).
enum DataclassDefinition {
    private static let key = "__pydantic_dataclass__"

    /// What is known of a dataclass; made at first use for those of the standard library.
    static func of(_ type: PyType, _ machine: Machine) throws -> ModelDefinition {
        if let known = type.attributes[key]?.asObject as? ModelDefinition { return known }
        let made = try definition(of: type, infos: [:], ModelConfig(), nil, machine)
        type.attributes[key] = .object(made)
        try made.completeIfPossible(machine)
        return made
    }

    /// The same with type arguments, or by the settings of the class that holds it if it has none itself.
    static func of(_ type: PyType, _ subscripts: GenericModel.Subscripts?, within builder: SchemaBuilder) throws -> ModelDefinition {
        let machine = builder.machine
        let hasOwnSettings = type.lookup("__pydantic_config__") != nil || ofPydantic(type) != nil
        let settings = hasOwnSettings ? ModelConfig() : builder.config
        if subscripts == nil, settings.settings.count == 0 { return try of(type, machine) }
        let variants = type.attributes[DataclassVariants.key]?.asObject as? DataclassVariants ?? DataclassVariants()
        type.attributes[DataclassVariants.key] = .object(variants)
        let mark = try subscripts.map { try GenericModel.mark($0.arguments, machine) } ?? ""
        if let known = variants.known.first(where: { $0.mark == mark && $0.settings === settings.settings }) { return known.definition }
        let infos = ofPydantic(type)?.fields.map { ($0.name, $0.info) } ?? []
        let own = ofPydantic(type)?.config ?? settings
        let made = try definition(of: type, infos: Dictionary(infos) { first, _ in first }, own, subscripts, machine)
        made.globals = try machine.modules.module(type.module, machine)?.namespace ?? builder.globals ?? made.globals
        variants.known.append((mark, settings.settings, made))
        try made.completeIfPossible(machine)
        return made
    }

    /// The definition of a Pydantic dataclass; nil for others.
    static func ofPydantic(_ type: PyType) -> ModelDefinition? {
        guard let known = type.attributes[key]?.asObject as? ModelDefinition, known.isPydanticDataclass else { return nil }
        return known
    }

    /// Makes the definition of a Pydantic dataclass; `infos` are the `Field(…)`s that stood as defaults.
    static func make(_ type: PyType, infos: [String: FieldInfo], _ config: ModelConfig, _ machine: Machine) throws -> ModelDefinition {
        let made = try definition(of: type, infos: infos, config, nil, machine)
        made.isPydanticDataclass = true
        type.attributes[key] = .object(made)
        let table = PyDict()
        for field in made.fields { table.setValue(.object(field.info), forName: field.key) }
        type.attributes["__pydantic_fields__"] = .dict(table)
        try made.completeIfPossible(machine)
        return made
    }

    private static func definition(
        of type: PyType, infos: [String: FieldInfo], _ config: ModelConfig, _ subscripts: GenericModel.Subscripts?,
        _ machine: Machine
    ) throws -> ModelDefinition {
        let types = try PydanticTypes.required(machine)
        let definition = ModelDefinition(type: type, machine: machine)
        definition.config = config
        definition.subscripts = subscripts
        for (name, value) in type.lookup("__pydantic_config__")?.asDict?.items.map({ ($0.key.asString ?? "", $0.value) }) ?? [] {
            try definition.config.take(name, value, machine)
        }
        definition.globals = try machine.modules.module(type.module, machine)?.namespace ?? machine.currentGlobals
        if type.qualifiedName.contains("<locals>") { definition.locals = machine.currentLocals() }
        let inherited = type.mro.dropFirst().lazy.compactMap { ofPydantic($0) }.first
        let reader = FieldReader(definition, machine, types)
        for declared in Dataclasses.allFields(of: type) where declared.kind != .classVariable && (declared.isInInit || declared.hasDefault)
        {
            let known = inherited?.field(declared.name)
            let info = infos[declared.name] ?? (type.attributes["__annotations__"]?.asDict?[declared.name] == nil ? known?.info : nil)
            definition.fields.append(try field(declared, info, definition, reader, types))
        }
        if let known = ofPydantic(type) ?? inherited { definition.takeFunctions(from: known) }
        try FunctionReader(definition, machine, types).read()
        return definition
    }

    private static func field(
        _ declared: PyDataclassField, _ given: FieldInfo?, _ definition: ModelDefinition, _ reader: FieldReader, _ types: PydanticTypes
    ) throws -> ModelDefinition.Field {
        var annotation = declared.annotation
        if declared.kind == .initOnly { annotation = annotation.asInstance?.attributes?["type"] ?? annotation }
        annotation = try reader.evaluated(annotation)
        if let subscripts = definition.subscripts { annotation = GenericModel.replace(annotation, subscripts.variables, subscripts.values) }
        let info = given?.copy() ?? FieldReader.info(of: annotation, types)
        if let standard = declared.defaultValue, !Undefined.isUndefined(standard) {
            if let own = standard.asObject as? FieldInfo { info.takeAll(from: own) } else { info.defaultValue = standard }
        }
        info.defaultFactory = declared.factory ?? info.defaultFactory
        info.isInRepr = declared.isInRepr
        info.annotation = FieldReader.bare(annotation)
        if given == nil {
            info.extra.append(("init", .bool(declared.isInInit)))
            info.extra.append(("kw_only", .bool(declared.isKeywordOnly ?? false)))
        }
        try reader.generateAliases(info, declared.name)
        let field = ModelDefinition.Field(
            name: declared.name, annotation: annotation, info: info, constraints: given?.constraints ?? [], owner: definition.type)
        field.isInitOnly = declared.kind == .initOnly
        // A `Field(…)` says itself whether it is given by name only, whatever the class says.
        field.isKeywordOnly =
            given == nil ? declared.isKeywordOnly ?? false : given?.extra.last { $0.name == "kw_only" }?.value.asBool ?? false
        field.isInInit = declared.isInInit
        return field
    }

    /// The dictionary of an instance; what Pydantic did not make says nothing of its fields (pydantic-core `any_dataclass_iter`).
    static func plain(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        let type = machine.type(of: value)
        if let definition = type.mro.lazy.compactMap({ ofPydantic($0) }).first {
            return try DataclassType(type: definition.type, definition: definition).plain(value, serializer) ?? .none
        }
        return try machine.nested {
            let result = PyDict()
            for field in Dataclasses.allFields(of: type) where field.kind == .field {
                let item = try machine.attribute(value, field.name)
                guard let (include, exclude) = try serializer.selected(.string(field.name), serializer.include, serializer.exclude) else {
                    continue
                }
                result[field.name] = try serializer.inferred(item, include: include, exclude: exclude)
            }
            return .dict(result)
        }
    }
}

extension ModelDefinition {
    /// Takes over the validators, serializers and computed fields of another definition.
    fileprivate func takeFunctions(from other: ModelDefinition) {
        fieldValidators = other.fieldValidators
        fieldSerializers = other.fieldSerializers
        beforeValidators = other.beforeValidators
        outerValidators = other.outerValidators
        modelSerializer = other.modelSerializer
        computed = other.computed
    }
}

/// The definitions of one dataclass with type arguments, and in classes whose settings it takes over.
final class DataclassVariants: PyObject {
    static let key = "__pydantic_dataclass_variants__"
    var known: [(mark: String, settings: PyDict, definition: ModelDefinition)] = []
}
