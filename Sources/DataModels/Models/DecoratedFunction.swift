import Python

/// A method that a decorator of Pydantic marked, until the class is made (pydantic._internal._decorators `PydanticDescriptorProxy`).
final class DecoratedFunction: PyObject {
    enum Role { case fieldValidator, fieldSerializer, modelValidator, modelSerializer, computedField, earlierValidator, rootValidator }
    let role: Role
    let fields: [String]
    let mode: String
    /// As the decorator got it, perhaps a classmethod.
    private(set) var original: Value
    private let ownType: PyType
    /// The alias of a computed field.
    var alias: String?
    /// Everything that `computed_field` was given, by name.
    var settings: [(name: String, value: Value)] = []
    /// Whether `repr` shows a computed field; nil as its name says.
    var isInRepr: Bool?
    /// The type of the result, where the decorator was given one.
    var returnType: Value?
    /// Whether its fields must exist.
    var checksFields = true
    /// Whether a validator of Pydantic 1 is for the items of the value.
    var isForEachItem = false
    /// Whether a validator of Pydantic 1 is for defaults too.
    var isForDefaults = false
    /// When a serializer runs.
    var condition = "always"

    init(_ role: Role, fields: [String], mode: String, original: Value, _ types: PydanticTypes) {
        ownType = types.descriptorProxy
        self.role = role
        self.fields = fields
        self.mode = mode
        self.original = original
    }

    override func type(in types: BuiltinTypes) -> PyType { ownType }

    /// The class of marked methods: a property among them can still be given a setter, everything else is as the method has it.
    static func makeType(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("PydanticDescriptorProxy", module: "pydantic._internal._decorators")
        for name in ["setter", "deleter"] {
            type.method(name, "self, func, /") { machine, a in
                guard let mark = a[0].asObject as? DecoratedFunction else { return .none }
                mark.original = try machine.call(try machine.attribute(mark.original, name), a[1])
                return a[0]
            }
        }
        type.method("__getattr__", "self, name, /") { machine, a in
            guard let mark = a[0].asObject as? DecoratedFunction else { return .none }
            return try machine.attribute(mark.original, a[1].asString ?? "")
        }
        return type
    }

    /// The function itself, or the property's getter.
    var function: Value { (original.asObject as? PyProperty)?.getter ?? original }
}

/// `PrivateAttr(…)`.
final class PrivateAttribute: PyObject {
    let defaultValue: Value?
    let factory: Value?

    init(defaultValue: Value?, factory: Value? = nil) {
        self.defaultValue = defaultValue
        self.factory = factory
    }
}

/// An instance of a model; its fields are ordinary attributes.
final class ModelInstance: PyInstance {
    /// The names that were given, not filled in from defaults.
    var fieldsSet = NameSet()
    /// Extra values in input order, where the model allows them.
    var extras: PyDict?
    /// Values of private attributes, where the model has any.
    var privates: PyDict?
}

/// A computed field: the value of a property when it is written.
struct ComputedField {
    let name: String
    let alias: String?
    let isInRepr: Bool
    let returnType: ReturnType
    /// Says of a value whether serialization leaves it out.
    let excludeIf: Value?
    /// What programs read of it.
    let info: ComputedFieldInfo
}

/// `ComputedFieldInfo` (pydantic.fields).
final class ComputedFieldInfo: PyInstance {
    static let attributes = [
        "wrapped_property", "return_type", "alias", "alias_priority", "exclude_if", "title", "field_title_generator", "description",
        "deprecated", "examples", "json_schema_extra", "repr",
    ]

    static func makeType(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("ComputedFieldInfo", module: "pydantic.fields")
        type.method("__repr__", "self") { machine, a in
            let own = a[0].asInstance?.attributes
            let parts = try attributes.map { "\($0)=\(try machine.repr(own?[$0] ?? .none))" }
            return .string("ComputedFieldInfo(\(parts.joined(separator: ", ")))")
        }
        return type
    }
}
