import Python

/// Schemas of typed dictionaries and named tuples (pydantic._internal._generate_schema `_typed_dict_schema`, `_namedtuple_schema`).
struct RecordSchemas {
    private let builder: SchemaBuilder
    /// What stands for the type variables of the class.
    private let subscripts: GenericModel.Subscripts?
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder, _ subscripts: GenericModel.Subscripts?) {
        self.builder = builder
        self.subscripts = subscripts
    }

    /// A builder where the class stands, by its own settings if it has them.
    private func owned(_ type: PyType, _ settings: PyDict? = nil) throws -> SchemaBuilder {
        let module = try machine.modules.module(type.module, machine)?.namespace
        var config = settings == nil ? builder.config : ModelConfig()
        for (key, value) in settings?.items ?? [] { try config.take(key.asString ?? "", value, machine) }
        var made = SchemaBuilder(machine, globals: module ?? builder.globals ?? machine.currentGlobals, config: config)
        made.recursive = builder.recursive
        made.subscripts = subscripts
        return made
    }

    func typedDictionary(_ type: PyType) throws -> Schema {
        if type.metaclass?.module == "typing" {
            let message = "Please use `typing_extensions.TypedDict` instead of `typing.TypedDict` on Python < 3.12."
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "typed-dict-version", machine)
        }
        if let known = builder.recursive[ObjectIdentifier(type)] {
            known.isUsed = true
            return .special(known)
        }
        let recursive = RecursiveType(name: type.name)
        var nested = try owned(type, type.lookup("__pydantic_config__")?.asDict)
        nested.recursive[ObjectIdentifier(type)] = recursive
        let required = type.lookup("__required_keys__")?.asSet
        let fields = try (type.lookup("__annotations__")?.asDict?.items ?? []).map { key, annotation in
            try field(
                key.asString ?? "", annotation, isRequired: required?.table.value(for: key, machine) != nil, of: type, nested)
        }
        let made = Schema.special(TypedDictType(type: type, fields: fields, config: nested.config))
        if recursive.isUsed { recursive.schema = made }
        return made
    }

    private func field(
        _ name: String, _ annotation: Value, isRequired: Bool, of type: PyType, _ nested: SchemaBuilder
    ) throws -> TypedDictType.Field {
        let definition = ModelDefinition(type: type, machine: machine)
        definition.globals = nested.globals
        definition.config = nested.config
        definition.subscripts = subscripts
        let types = try PydanticTypes.required(machine)
        let reader = FieldReader(definition, machine, types)
        var annotation = try reader.evaluated(annotation)
        if let subscripts { annotation = GenericModel.replace(annotation, subscripts.variables, subscripts.values) }
        var isRequired = isRequired
        let info = FieldReader.info(of: Self.unqualified(annotation, &isRequired), types)
        try reader.generateAliases(info, name)
        let made = ModelDefinition.Field(name: name, annotation: annotation, info: info, constraints: [], owner: type)
        let described = DescribedType.bare(try nested.schema(annotation))
        made.schema = described.schema
        made.replacedSchema = described.replacement
        return TypedDictType.Field(field: made, isRequired: isRequired && made.isRequired)
    }

    /// The annotation without `Required`, `NotRequired` and `ReadOnly` around it.
    private static func unqualified(_ annotation: Value, _ isRequired: inout Bool) -> Value {
        guard let alias = annotation.asObject as? PyGenericAlias, let inner = alias.arguments.first else { return annotation }
        if alias.isForm("Required") || alias.isForm("NotRequired") {
            isRequired = alias.isForm("Required")
        } else if !alias.isForm("ReadOnly") {
            return annotation
        }
        return unqualified(inner, &isRequired)
    }

    func namedTuple(_ type: PyType, _ names: PyTuple) throws -> Schema {
        let inner = try owned(type)
        let annotations = type.lookup("__annotations__")?.asDict
        let defaults = type.lookup("_field_defaults")?.asDict
        let replaced = { (annotation: Value) in
            subscripts.map { GenericModel.replace(annotation, $0.variables, $0.values) } ?? annotation
        }
        return .special(
            NamedTupleType(
                type: type,
                fields: try names.elements.compactMap(\.asStr).map { name in
                    let annotation = annotations?.value(forName: name)
                    return RecordField(
                        name: name, schema: try annotation.map { try inner.schema(replaced($0)) } ?? .any,
                        defaultValue: defaults?.value(forName: name))
                }))
    }
}
