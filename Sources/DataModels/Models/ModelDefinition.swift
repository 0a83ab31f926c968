import Python

/// What a model class consists of; made when the class statement ends, its schemas then or when the names they need are bound.
public final class ModelDefinition: PyObject {
    /// One field.
    public final class Field {
        public let name: String
        let annotation: Value
        let info: FieldInfo
        /// Constraints that the annotation does not have already.
        let constraints: [(name: String, value: Value)]
        /// The class that declares it.
        let owner: PyType
        var schema: Schema = .any { didSet { exact = ExactType(schema) } }
        /// What goes through the schema as it is.
        private(set) var exact = ExactType.any
        /// Whether a serializer of the model goes around the default, which `exclude_defaults` then does not see.
        var hidesDefault = false
        /// Whether a dataclass hands it to `__post_init__` and does not keep it.
        var isInitOnly = false
        /// Whether the call of a dataclass takes it by name only.
        var isKeywordOnly = false
        /// Whether the call of a dataclass takes it at all.
        var isInInit = true
        /// What `WithJsonSchema` puts in place of its JSON schema.
        var replacedSchema: DescribedType.Replacement?
        /// Whether the default is validated whatever the settings say.
        var validatesDefault = false
        /// Whether functions of the program run, which may ask for the values so far.
        var runsFunctions = false
        /// The name as dictionaries have it.
        let key: PyStr
        /// The name under which input gives it, as dictionaries have it.
        private(set) lazy var validationKey = validationName == name ? key : PyStr(validationName)
        /// The name under which output has it if by alias, as dictionaries have it.
        private(set) lazy var serializationKey = serializationName == name ? key : PyStr(serializationName)
        /// Where input gives it, if not under one plain name.
        private(set) lazy var paths = (info.validationAlias ?? info.alias).flatMap(LookupPath.paths)

        init(name: String, annotation: Value, info: FieldInfo, constraints: [(name: String, value: Value)], owner: PyType) {
            self.name = name
            key = PyStr(name)
            self.annotation = annotation
            self.info = info
            self.constraints = constraints
            self.owner = owner
        }

        /// The same field for a class that inherits it: its schema has that class's validators.
        var inherited: Field { Field(name: name, annotation: annotation, info: info, constraints: constraints, owner: owner) }

        /// The name under which input gives it; the first one where there are several.
        var validationName: String {
            guard let alias = info.validationAlias ?? info.alias else { return name }
            return alias.asString ?? LookupPath.paths(alias)?.first?.parts.first?.asString ?? name
        }
        /// The name under which output has it, if by alias.
        var serializationName: String { (info.serializationAlias ?? info.alias)?.asString ?? name }
        var isRequired: Bool { info.defaultValue == nil && info.defaultFactory == nil }
    }

    let type: PyType
    public var fields: [Field] = []
    var config = ModelConfig()
    /// The names that `model_config` has.
    var settingNames: Set<String> { Set(config.settings.keys.compactMap(\.asString)) }
    /// The settings as functions of the program see them: with a title in any case.
    private(set) lazy var shownSettings: PyDict = {
        let shown = config.settings.copy()
        if config.title == nil { shown["title"] = .string(title) }
        return shown
    }()
    var beforeValidators: [MethodFunction] = []
    /// Functions around the whole model, after or wrap, in their order.
    var outerValidators: [MethodFunction] = []
    var computed: [ComputedField] = []
    var fieldValidators: [MethodFunction] = []
    /// Validators of Pydantic 1, of fields and of the whole model.
    var earlierValidators: [MethodFunction] = []
    var rootValidators: [MethodFunction] = []
    var fieldSerializers: [MethodFunction] = []
    var modelSerializer: MethodFunction?
    var privateAttributes: [(name: String, attribute: PrivateAttribute)] = []
    var classVariables: Set<String> = []
    /// What extra values must be.
    var extraSchema: Schema?
    var extraAnnotation: Value?
    /// The type variables that a subscript replaces.
    var parameters: [PyTypeVar] = []
    /// The class that was subscripted, for classes made by a subscript.
    var genericOrigin: PyType?
    /// With what that class was subscripted.
    var genericArguments: [Value] = []
    /// What a subscript made the class of.
    var subscripts: GenericModel.Subscripts?
    private(set) weak var machine: Machine?
    /// Whether it is of a class that `pydantic.dataclasses.dataclass` made.
    var isPydanticDataclass = false
    /// Whether its schemas are made.
    private(set) var isComplete = false
    var globals: PyDict?
    /// The names of the function that the class is made in.
    var locals: PyDict?
    /// The direct plan once it was asked for, which may be that there is none.
    private var knownDirectPlan: DirectModel??

    /// A function of the class, perhaps for some of its fields only.
    struct MethodFunction {
        /// The attribute of the class, by which subclasses override it.
        let name: String
        let fields: [String]
        let mode: String
        let function: Value
        var condition = "always"
        var returnType: Value?
        /// Whether a validator of Pydantic 1 is for the items of the value, and whether it is for defaults too.
        var isForEachItem = false
        var isForDefaults = false

        func covers(_ field: String) -> Bool { fields.contains(field) || fields.contains("*") }
    }

    /// Whether functions of the program see the input before the fields do.
    var runsBefore: Bool { !beforeValidators.isEmpty || rootValidators.contains { $0.mode == "before" } }

    /// The function that writes the whole model.
    var functionSerializer: FunctionSerializer? {
        modelSerializer.map { FunctionSerializer($0.function, isWrap: $0.mode == "wrap", $0.condition, returnType: $0.returnType) }
    }

    private static let key = "__pydantic_definition__"

    /// The definition of a model class; nil for other classes.
    public static func of(_ type: PyType) -> ModelDefinition? {
        type.attributes[key]?.asObject as? ModelDefinition
    }

    init(type: PyType, machine: Machine? = nil) {
        self.type = type
        self.machine = machine
        super.init()
    }

    /// Makes it the definition of its class.
    func attach() { type.attributes[Self.key] = .object(self) }

    /// Whether the class is a `RootModel`.
    var isRoot: Bool { type.mro.contains { $0.module == "pydantic.root_model" && $0.name == "RootModel" } }

    /// How errors name the model.
    var title: String { config.title ?? type.name }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    // MARK: Schemas

    /// The names that its annotations may use.
    var scope: PyDict { scope(of: self) }

    /// The names that annotations of a class may use.
    private func scope(of owner: ModelDefinition) -> PyDict {
        let globals = owner.globals ?? globals ?? PyDict()
        guard let locals = owner.locals ?? locals else { return globals }
        let merged = globals.copy()
        for (key, value) in locals.items { if let name = key.asStr { merged.setValue(value, forName: name) } }
        merged[owner.type.name] = .object(owner.type)
        return merged
    }

    /// Compiles the fields' schemas, if that did not happen yet; raises PydanticUserError where a name is still missing.
    func complete(_ machine: Machine) throws {
        if isComplete { return }
        do {
            try build(machine)
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            let name = try machine.attributeIfPresent(.object(raised.exception), "name") ?? .none
            let words = try machine.str(.object(raised.exception))
            let shown = name.asString ?? words.split(separator: "'").dropFirst().first.map(String.init) ?? ""
            let message = "`\(type.name)` is not fully defined; you should define `\(shown)`, then call `\(type.name).model_rebuild()`."
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "class-not-fully-defined", machine)
        }
    }

    /// Compiles them as the class is made; a name that is missing yet is looked up later.
    func completeIfPossible(_ machine: Machine) throws {
        do {
            try build(machine)
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            isComplete = false
        }
    }

    private func build(_ machine: Machine) throws {
        isComplete = true
        do {
            for index in fields.indices {
                fields[index] = try resolved(fields[index], machine) ?? fields[index]
                do {
                    fields[index].schema = try schema(of: fields[index], machine)
                } catch let raised as PyError where SchemaProblem.isSchemaError(raised, machine) {
                    let standard = fields[index].isRequired ? [] : ["Error building \"default\" validator:"]
                    let outer = SchemaProblem.fieldsOfModel + ["Field \"\(fields[index].name)\":"] + standard
                    throw isPydanticDataclass ? raised : try SchemaProblem.placed(raised, in: outer, machine)
                }
            }
            if let extraAnnotation, case .dict(_, let item, _) = try builder(of: self, machine).schema(extraAnnotation) {
                extraSchema = item
            }
        } catch let problem as SchemaBuilder.Unsupported {
            isComplete = false
            throw try PydanticTypes.required(machine).userErrors.unknownType(problem.annotation, machine)
        } catch {
            isComplete = false
            throw error
        }
    }

    private func resolved(_ field: Field, _ machine: Machine) throws -> Field? {
        let owner = ModelDefinition.of(field.owner) ?? self
        return try FieldReader(owner, machine, try PydanticTypes.required(machine)).resolved(field)
    }

    private func builder(of owner: ModelDefinition, _ machine: Machine) -> SchemaBuilder {
        var builder = SchemaBuilder(machine, globals: scope(of: owner), config: config)
        builder.subscripts = subscripts
        return builder
    }

    private func schema(of field: Field, _ machine: Machine) throws -> Schema {
        let builder = builder(of: ModelDefinition.of(field.owner) ?? self, machine)
        let described = DescribedType.bare(try base(of: field, builder))
        var schema = described.schema
        field.replacedSchema = described.replacement
        if let discriminator = field.info.discriminator, !field.hasDiscriminatedAnnotation {
            schema = try TaggedUnionBuilder(builder).schema(schema, discriminator)
        }
        if config.isStrict, !field.info.constraints.contains(where: { $0.name == "strict" }) {
            schema = .special(StrictnessType(isStrict: true, inner: schema))
        }
        for function in fieldValidators where function.covers(field.name) {
            let kind: Schema.FunctionKind =
                switch function.mode {
                case "before": .before
                case "plain": .plain
                case "wrap": .wrap
                case "after": .after
                default: throw machine.error("KeyError", function.mode)
                }
            let bound = boundToClass(function.function)
            try FunctionSignatures(machine).checkValidator(bound, mode: function.mode, of: "field")
            schema = .function(kind, bound, schema)
        }
        schema = try withEarlierValidators(schema, field, machine)
        if let function = fieldSerializers.last(where: { $0.covers(field.name) }) {
            try checkSignature(of: function, machine)
            let serializer = FunctionSerializer(
                function.function, isWrap: function.mode == "wrap", function.condition, isMethod: true, returnType: function.returnType)
            schema = .special(SerializedType(inner: schema, serializer: serializer))
            field.hidesDefault = true
        }
        field.runsFunctions = schema.runsFunctions
        return schema
    }

    /// The schema of the annotation, which need not have one where a plain validator takes its place.
    private func base(of field: Field, _ builder: SchemaBuilder) throws -> Schema {
        do {
            return try builder.schema(field.annotation, constraints: field.constraints)
        } catch let problem as SchemaBuilder.Unsupported {
            if fieldValidators.contains(where: { $0.mode == "plain" && $0.covers(field.name) }) { return .any }
            throw problem
        }
    }

    /// The plan that validates and serialises in one walk; nil where the ordinary way is the only one.
    func directPlan(_ machine: Machine) -> DirectModel? {
        if let knownDirectPlan { return knownDirectPlan }
        guard (try? complete(machine)) != nil else { return nil }
        let plan = DirectPlanBuilder(machine: machine).plan(self)
        knownDirectPlan = .some(plan)
        return plan
    }
}

extension ModelDefinition.Field {
    /// Whether the annotation itself says how its union is discriminated.
    fileprivate var hasDiscriminatedAnnotation: Bool {
        ModelReader.annotatedInfos(annotation).contains { $0.discriminator != nil }
    }
}

extension Schema {
    /// Whether validating runs functions of the program that may ask for an info object.
    var runsFunctions: Bool {
        switch self {
        case .function: true
        case .nullable(let inner), .list(let inner, _), .set(let inner, _, _), .tupleOf(let inner, _), .dict(_, let inner, _):
            inner.runsFunctions
        case .tuple(let members), .union(let members): members.contains(where: \.runsFunctions)
        case .serializer(_, let inner): inner.runsFunctions
        case .special(let type): (type as? any WrappingType)?.inner.runsFunctions ?? false
        default: false
        }
    }
}

extension Schema {
    /// Whether a serializer of the program, or one that it asked for, writes the values.
    var isWrittenByFunction: Bool {
        switch self {
        case .nullable(let inner), .function(_, _, let inner): inner.isWrittenByFunction
        case .serializer: true
        case .special(let type): type is SerializedType || type is TextSerializedType || type is WrittenAsType
        default: false
        }
    }
}

/// A special type around another schema.
protocol WrappingType: SpecialType {
    var inner: Schema { get }
    /// Whether values are written as the inner schema says.
    var isTransparent: Bool { get }
}

extension WrappingType {
    var name: String { UnionValidator.name(inner) }
    var isTransparent: Bool { true }
    var coreType: String { inner.coreType }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.validate(inner, input, at: location, &errors)
    }
}
