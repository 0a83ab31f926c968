import Python

/// Schemas of classes of the standard library, of Pydantic and of the program.
struct LibrarySchemas {
    private let builder: SchemaBuilder
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder) { self.builder = builder }

    func schema(of type: PyType) throws -> Schema {
        switch (type.module, type.name) {
        case ("datetime", "datetime"): return .datetime(builder.config.timeUnit)
        case ("datetime", "date"): return .date(builder.config.timeUnit)
        case ("datetime", "time"): return .time
        case ("datetime", "timedelta"): return .timedelta
        case ("uuid", "UUID"): return .uuid
        case ("decimal", "Decimal"): return .decimal(NumberRules(allowsInfinity: false))
        case ("fractions", "Fraction"): return .special(FractionType(type: type))
        case ("re", "Pattern"): return .special(PatternType(kind: nil))
        case ("builtins", "complex"): return .special(ComplexType(type: type))
        case ("pydantic.main", "BaseModel"): return .special(InstanceType(type: type))
        default: break
        }
        if type.module.hasPrefix("pydantic"), let special = try PydanticTypes.required(machine).schema(of: type, builder) { return special }
        if let constructed = try ConstructedType.schemaType(of: type, machine) { return .special(constructed) }
        if let generic = try schemaIfCollection(type, []) { return generic }
        if let record = try schema(ofRecord: type) { return record }
        if builder.config.allowsArbitraryTypes { return .instance(type) }
        throw SchemaBuilder.Unsupported(annotation: .object(type))
    }

    func schema(ofGeneric origin: PyType, _ arguments: [Value]) throws -> Schema {
        if let made = try schemaIfCollection(origin, arguments) { return made }
        if let record = try schema(ofRecord: origin, GenericModel.subscripts(of: origin, arguments)) { return record }
        if origin.name == "Pattern" { return .special(PatternType(kind: arguments.first?.asType?.name)) }
        if origin.module.hasPrefix("pydantic"), let argument = arguments.first,
            let made = try PydanticTypes.required(machine).schema(ofGeneric: origin, argument, builder)
        {
            return made
        }
        do {
            return try builder.schema(.object(origin))
        } catch is SchemaBuilder.Unsupported {
            throw SchemaBuilder.Unsupported(annotation: .object(PyGenericAlias(origin: .object(origin), arguments: arguments)))
        }
    }

    private func schemaIfCollection(_ origin: PyType, _ arguments: [Value]) throws -> Schema? {
        guard ["typing", "collections", "collections.abc", "_collections_abc"].contains(origin.module) else { return nil }
        let item = { (index: Int) in try arguments.indices.contains(index) ? builder.schema(arguments[index]) : .any }
        switch origin.name {
        case "Sequence": return .special(SequenceType(item: try item(0), rules: LengthRules()))
        case "MutableSequence": return .list(try item(0), LengthRules())
        case "deque": return .special(DequeType(type: origin, item: try item(0), rules: LengthRules()))
        case "Iterator":
            let alias = PyGenericAlias(origin: .object(origin), arguments: arguments)
            throw SchemaBuilder.Unsupported(annotation: arguments.isEmpty ? .object(origin) : .object(alias))
        case "Iterable", "Generator": return .special(IterableType(item: try item(0)))
        case "Mapping", "MutableMapping": return .dict(try item(0), try item(1), LengthRules())
        case "defaultdict", "OrderedDict": return try mapping(origin, try item(0), try item(1), arguments)
        case "Counter": return try mapping(origin, try item(0), .int(NumberRules()), arguments)
        case "Set", "AbstractSet": return .set(try item(0), LengthRules(), isFrozen: true)
        case "MutableSet": return .set(try item(0), LengthRules(), isFrozen: false)
        case "Callable": return .callable
        case "Hashable": return .special(HashableType())
        default: return nil
        }
    }

    private func mapping(_ origin: PyType, _ key: Schema, _ value: Schema, _ arguments: [Value]) throws -> Schema {
        var factory: Value?
        if origin.name == "defaultdict" {
            let argument = arguments.count > 1 ? arguments[1] : .none
            factory = argument.asType != nil ? argument : (argument.asObject as? PyGenericAlias)?.origin ?? .none
        }
        return .special(MappingType(type: origin, key: key, value: value, rules: LengthRules(), factory: factory))
    }

    /// Typed dictionaries, named tuples and dataclasses.
    private func schema(ofRecord type: PyType, _ subscripts: GenericModel.Subscripts? = nil) throws -> Schema? {
        let records = RecordSchemas(builder, subscripts)
        if type.lookup("__total__") != nil, type.lookup("__required_keys__") != nil { return try records.typedDictionary(type) }
        if type.isSubtype(of: machine.types.tuple), let names = type.lookup("_fields")?.asTuple {
            return try records.namedTuple(type, names)
        }
        guard Dataclasses.fields(of: type) != nil else { return nil }
        let definition = try DataclassDefinition.of(type, subscripts, within: builder)
        return .special(DataclassType(type: type, definition: definition))
    }
}

/// A schema that holds itself: filled in once it is made.
final class RecursiveType: SpecialType {
    /// What the class is called; nil for a name that stands for a type, which errors show by what it is.
    private let title: String?
    private var isNaming = false
    var schema = Schema.any
    /// Whether the schema holds itself; only then may it be kept here.
    var isUsed = false

    init(name: String?) { title = name }

    /// Inside its own name it is shown as `...`.
    var name: String {
        if let title { return title }
        if isNaming { return "..." }
        isNaming = true
        defer { isNaming = false }
        return UnionValidator.name(schema)
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.machine.nested { try validator.validate(schema, input, at: location, &errors) }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.machine.nested { try serializer.plain(value, schema, include: serializer.include, exclude: serializer.exclude) }
    }
}
