import Python

/// Pydantic's classes of one machine.
public final class PydanticTypes: PyObject {
    public let baseModel: PyType
    public let fieldInfo: PyType
    let rootModel: PyType
    let validationError: PyType
    let customError: PyType
    let knownError: PyType
    /// `PydanticOmit`, `PydanticUseDefault` and the errors of serializers.
    let signals: [String: PyType]
    let userErrors: UserErrorClasses
    let urls: URLClasses
    let secrets: SecretClasses
    let nameEmail: PyType
    let byteSize: PyType
    let markers: MarkerClasses
    let constraintMarker: PyType
    let typeMarker: PyType
    /// The class of methods that decorators marked.
    let descriptorProxy: PyType
    let computedFieldInfo: PyType
    let aliases: AliasClasses
    let undefined: Value
    let zones: TzInfoClass
    let argumentsValue: PyType
    let coreSchemaHandler: PyType
    let validatorIterator: PyType
    /// Classes that only stand for a schema: `EmailStr`, `Json`, `PastDate`, …
    let placeholders: [String: PyType]
    private let infoTypes: [String: PyType]

    private static let key = "__pydantic_native__"

    init(_ machine: Machine) throws {
        let types = machine.types
        fieldInfo = try types.make("FieldInfo", module: "pydantic.fields")
        fieldInfo.allocates { FieldInfo(type: $0) }
        baseModel = try BaseModelClass.make(machine, fieldClass: fieldInfo)
        rootModel = try RootModelClass.make(machine, base: baseModel)
        let core = "pydantic_core._pydantic_core"
        validationError = try types.make("ValidationError", module: core, bases: [types.exception("ValueError")])
        validationError.allocates { ValidationFailure(type: $0) }
        customError = try types.make("PydanticCustomError", module: core, bases: [types.exception("ValueError")])
        knownError = try types.make("PydanticKnownError", module: core, bases: [types.exception("ValueError")])
        for type in [customError, knownError] { type.allocates { CustomError(type: $0) } }
        var signals: [String: PyType] = [:]
        for (name, base) in [
            ("PydanticOmit", "Exception"), ("PydanticUseDefault", "Exception"), ("PydanticSerializationError", "ValueError"),
            ("PydanticSerializationUnexpectedValue", "ValueError"), ("SchemaError", "Exception"),
        ] {
            let type = try types.make(name, module: core, bases: [types.exception(base)])
            type.allocates { PyException(type: $0) }
            signals[name] = type
        }
        self.signals = signals
        userErrors = try UserErrorClasses(machine)
        urls = try URLClasses(machine)
        secrets = try SecretClasses(machine)
        nameEmail = try EmailType.nameClass(machine)
        byteSize = try ByteSizeType.byteSizeClass(machine)
        constraintMarker = try MarkerClasses.makeUnnamed("_PydanticGeneralMetadata", "pydantic._internal._fields", machine) {
            ConstraintMarker(type: $0)
        }
        typeMarker = try MarkerClasses.makeUnnamed("TypeMarker", "pydantic.types", machine) { TypeMarker(type: $0) }
        descriptorProxy = try DecoratedFunction.makeType(machine)
        computedFieldInfo = try ComputedFieldInfo.makeType(machine)
        aliases = try AliasClasses(machine)
        let undefinedType = try types.make("PydanticUndefinedType", module: core)
        undefinedType.method("__repr__", "self") { _, _ in "PydanticUndefined" }
        undefined = .object(Undefined.Marker(type: undefinedType))
        markers = try MarkerClasses(machine, undefined)
        zones = try TzInfoClass(machine)
        argumentsValue = try ArgumentsValue.makeType(machine)
        validatorIterator = try ValidatorIterator.makeType(machine)
        coreSchemaHandler = try CoreSchemaHandler.makeType(machine)
        placeholders = try PlaceholderTypes.make(machine)
        infoTypes = try InfoObjects.makeTypes(machine)
        super.init()
        PydanticExceptions.define(self)
        FieldInfoClass.define(self)
    }

    /// The classes, made at their first use.
    public static func of(_ machine: Machine) -> PydanticTypes? {
        if let known = machine.builtins[key]?.asObject as? PydanticTypes { return known }
        guard let made = try? PydanticTypes(machine) else { return nil }
        machine.builtins[key] = .object(made)
        return made
    }

    /// The same; raises ImportError in the program where they cannot be made.
    static func required(_ machine: Machine) throws -> PydanticTypes {
        guard let types = of(machine) else { throw machine.error("ImportError", "cannot import name 'BaseModel' from 'pydantic'") }
        return types
    }

    /// The class of info objects of that name.
    func infoType(_ name: String, _ machine: Machine) throws -> PyType {
        guard let type = infoTypes[name] else { throw machine.error("SystemError", name) }
        return type
    }

    /// The schema of one of Pydantic's own classes; nil for other classes.
    func schema(of type: PyType, _ builder: SchemaBuilder) throws -> Schema? {
        if let url = urls.schemaType(of: type) { return .special(url) }
        if type === secrets.text { return .special(SecretType(type: type, inner: .str(builder.config.stringRules))) }
        if type === secrets.bytes { return .special(SecretType(type: type, inner: .bytes(LengthRules(), builder.config.bytesInputForm))) }
        if type === secrets.any { return .special(SecretType(type: type, inner: .any)) }
        if type === nameEmail { return .special(EmailType(nameClass: type, rules: builder.config.stringRules)) }
        if type === byteSize { return .special(ByteSizeType(type: type)) }
        if placeholders[type.name] === type { return try PlaceholderTypes.schema(type.name, builder) }
        return nil
    }

    /// The schema of one of Pydantic's own generic classes with its argument; nil for other classes.
    func schema(ofGeneric type: PyType, _ argument: Value, _ builder: SchemaBuilder) throws -> Schema? {
        if type === secrets.any { return .special(SecretType(type: type, inner: try builder.schema(argument))) }
        return nil
    }
}
