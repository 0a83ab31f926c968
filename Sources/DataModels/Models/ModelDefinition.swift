import Python

/// What a model class consists of; made when the class statement ends, its schemas at first use.
public final class ModelDefinition: PyObject {
    /// One field.
    public final class Field {
        public let name: String
        let annotation: Value
        let info: FieldInfo
        /// The class that declares it.
        let owner: PyType
        var schema: Schema = .any { didSet { exact = ExactType(schema) } }
        /// What goes through the schema as it is.
        private(set) var exact = ExactType.any
        /// The name as dictionaries have it.
        let key: PyStr
        /// The name under which input gives it, as dictionaries have it.
        private(set) lazy var validationKey = validationName == name ? key : PyStr(validationName)
        /// The name under which output has it if by alias, as dictionaries have it.
        private(set) lazy var serializationKey = serializationName == name ? key : PyStr(serializationName)

        init(name: String, annotation: Value, info: FieldInfo, owner: PyType) {
            self.name = name
            key = PyStr(name)
            self.annotation = annotation
            self.info = info
            self.owner = owner
        }

        /// The name under which input gives it.
        var validationName: String { (info.validationAlias ?? info.alias)?.asString ?? name }
        /// The name under which output has it, if by alias.
        var serializationName: String { (info.serializationAlias ?? info.alias)?.asString ?? name }
        var isRequired: Bool { info.defaultValue == nil && info.defaultFactory == nil }
    }

    /// What `model_config` says, as far as it matters.
    struct Config {
        var extra = "ignore"
        var fromAttributes = false
        var byName = false
        var byAlias = true
        var strips = false
        var usesEnumValues = false
        var isFrozen = false
        var validatesAssignment = false
        var aliasGenerator: Value?
    }

    let type: PyType
    public private(set) var fields: [Field] = []
    private(set) var config = Config()
    /// The names that `model_config` has.
    private(set) var settingNames: Set<String> = []
    var beforeValidators: [Value] = []
    var afterValidators: [Value] = []
    /// Computed fields: name and the property's getter.
    var computed: [(name: String, getter: Value, alias: String?)] = []
    private var fieldValidators: [FieldFunction] = []
    private var fieldSerializers: [FieldFunction] = []
    var modelSerializer: FieldFunction?
    private var isComplete = false
    private var globals: PyDict?
    /// The direct plan once it was asked for, which may be that there is none.
    private var knownDirectPlan: DirectModel??

    /// A function of the class for some of its fields.
    struct FieldFunction {
        let fields: [String]
        let mode: String
        let function: Value
    }

    private static let key = "__pydantic_definition__"

    /// The definition of a model class; nil for other classes.
    public static func of(_ type: PyType) -> ModelDefinition? {
        type.attributes[key]?.asObject as? ModelDefinition
    }

    init(type: PyType) {
        self.type = type
        super.init()
        type.attributes[Self.key] = .object(self)
    }

    /// Reads annotations and attributes of a class that was just made.
    static func define(_ type: PyType, _ keywords: Arguments, _ machine: Machine, fieldClass: PyType) throws {
        let definition = ModelDefinition(type: type)
        let parents = type.mro.dropFirst().compactMap { ModelDefinition.of($0) }
        definition.globals = machine.currentGlobals
        for parent in parents.reversed() { definition.inherit(parent) }
        try definition.readConfig(keywords, machine)
        try definition.readFields(machine, fieldClass)
        try definition.readFunctions(machine)
    }

    private func inherit(_ parent: ModelDefinition) {
        for field in parent.fields where !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
        config = parent.config
        settingNames.formUnion(parent.settingNames)
        beforeValidators += parent.beforeValidators
        afterValidators += parent.afterValidators
        computed += parent.computed.filter { own in !computed.contains { $0.name == own.name } }
        fieldValidators += parent.fieldValidators
        fieldSerializers += parent.fieldSerializers
        modelSerializer = parent.modelSerializer ?? modelSerializer
    }

    private func readConfig(_ keywords: Arguments, _ machine: Machine) throws {
        var settings: [(String, Value)] = keywords.keywords.map { ($0.name, $0.value) }
        if let dict = type.attributes["model_config"]?.asDict { settings += dict.items.map { ($0.key.asString ?? "", $0.value) } }
        if let old = type.attributes["Config"]?.asType { settings += old.attributes.items.map { ($0.key.asString ?? "", $0.value) } }
        settingNames.formUnion(settings.map(\.0))
        for (name, value) in settings {
            switch name {
            case "extra": config.extra = (EnumSupport.value(of: value) ?? value).asString ?? "ignore"
            case "from_attributes", "orm_mode": config.fromAttributes = try machine.isTrue(value)
            case "populate_by_name", "validate_by_name", "allow_population_by_field_name": config.byName = try machine.isTrue(value)
            case "validate_by_alias": config.byAlias = try machine.isTrue(value)
            case "str_strip_whitespace": config.strips = try machine.isTrue(value)
            case "use_enum_values": config.usesEnumValues = try machine.isTrue(value)
            case "frozen": config.isFrozen = try machine.isTrue(value)
            case "validate_assignment": config.validatesAssignment = try machine.isTrue(value)
            case "alias_generator": config.aliasGenerator = value.isNone ? nil : value
            default: break
            }
        }
    }

    private func readFields(_ machine: Machine, _ fieldClass: PyType) throws {
        guard let annotations = type.attributes["__annotations__"]?.asDict else { return }
        for (key, annotation) in annotations.items {
            guard let name = key.asString, !name.hasPrefix("_"), name != "model_config" else { continue }
            if let alias = annotation.asObject as? PyGenericAlias, (alias.origin.asObject as? PySpecialForm)?.name == "ClassVar" {
                continue
            }
            let present = type.attributes[name]
            let info: FieldInfo
            if let given = present?.asObject as? FieldInfo {
                info = given.copy()
            } else {
                info = Self.annotatedInfo(annotation)?.copy() ?? FieldInfo(type: fieldClass)
                if let present { info.defaultValue = present }
            }
            if let generator = config.aliasGenerator, info.alias == nil, info.validationAlias == nil {
                info.alias = try machine.call(generator, .string(name))
            }
            if present != nil { type.attributes[name] = nil }
            let field = Field(name: name, annotation: annotation, info: info, owner: type)
            if let known = fields.firstIndex(where: { $0.name == name }) { fields[known] = field } else { fields.append(field) }
        }
    }

    /// The last `FieldInfo` in `Annotated[…]`.
    static func annotatedInfo(_ annotation: Value) -> FieldInfo? {
        guard let alias = annotation.asObject as? PyGenericAlias, (alias.origin.asObject as? PySpecialForm)?.name == "Annotated" else {
            return nil
        }
        return alias.arguments.dropFirst().last { $0.asObject is FieldInfo }?.asObject as? FieldInfo
    }

    private func readFunctions(_ machine: Machine) throws {
        for (key, value) in type.attributes.items {
            guard let mark = value.asObject as? DecoratedFunction, let name = key.asString else { continue }
            let function = mark.function
            switch mark.role {
            case .fieldValidator: fieldValidators.append(FieldFunction(fields: mark.fields, mode: mark.mode, function: function))
            case .fieldSerializer: fieldSerializers.append(FieldFunction(fields: mark.fields, mode: mark.mode, function: function))
            case .modelValidator:
                if mark.mode == "before" { beforeValidators.append(function) } else { afterValidators.append(function) }
            case .modelSerializer: modelSerializer = FieldFunction(fields: [], mode: mark.mode, function: function)
            case .computedField:
                computed.append((name, function, mark.alias))
                type.attributes[name] = .object(PyProperty(getter: function))
                continue
            }
            type.attributes[name] = mark.original
        }
    }

    /// Compiles the fields' schemas; called at first use, when the names in annotations are bound.
    func complete(_ machine: Machine) throws {
        if isComplete { return }
        isComplete = true
        for field in fields {
            let names = ModelDefinition.of(field.owner)?.globals ?? globals
            let builder = SchemaBuilder(machine, globals: names)
            var schema = try builder.schema(field.annotation, constraints: field.info.constraints)
            if config.strips, case .str(var rules) = schema {
                rules.strips = true
                schema = .str(rules)
            }
            for function in fieldValidators where function.fields.contains(field.name) || function.fields.contains("*") {
                let kind: Schema.FunctionKind =
                    switch function.mode {
                    case "before": .before
                    case "plain": .plain
                    case "wrap": .wrap
                    default: .after
                    }
                schema = .function(kind, try boundToClass(function.function, machine), schema)
            }
            for function in fieldSerializers where function.fields.contains(field.name) || function.fields.contains("*") {
                schema = .serializer(function.function, schema)
            }
            field.schema = schema
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

    private func boundToClass(_ function: Value, _ machine: Machine) throws -> Value {
        guard let wrapper = function.asObject as? PyMethodWrapper else {
            return .object(PyBoundMethod(function: function, receiver: .object(type)))
        }
        return wrapper.kind == .classMethod ? .object(PyBoundMethod(function: wrapper.function, receiver: .object(type))) : wrapper.function
    }
}

/// A method that a decorator of Pydantic marked, until the class is made.
final class DecoratedFunction: PyObject {
    enum Role { case fieldValidator, fieldSerializer, modelValidator, modelSerializer, computedField }
    let role: Role
    let fields: [String]
    let mode: String
    /// As the decorator got it, perhaps a classmethod.
    let original: Value
    var alias: String?

    init(_ role: Role, fields: [String], mode: String, original: Value) {
        self.role = role
        self.fields = fields
        self.mode = mode
        self.original = original
    }

    /// The function itself, or the property's getter.
    var function: Value { (original.asObject as? PyProperty)?.getter ?? original }
}

/// An instance of a model; its fields are ordinary attributes.
final class ModelInstance: PyInstance {
    /// The names that were given, not filled in from defaults.
    var fieldsSet = NameSet()
    /// Extra values in input order, where the model allows them.
    var extras: PyDict?
}
