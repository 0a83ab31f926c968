/// A field of a dataclass: `dataclasses.Field`.
public final class PyDataclassField: PyInstance {
    /// How it takes part in the class.
    public enum Kind: Sendable { case field, classVariable, initOnly }

    /// The name.
    public internal(set) var name = ""
    /// The annotation as written; a text stays one.
    public internal(set) var annotation = Value.none
    /// How it takes part.
    public internal(set) var kind = Kind.field
    /// The default, or nil.
    public internal(set) var defaultValue: Value?
    /// What makes the default, or nil.
    public internal(set) var factory: Value?
    /// Whether `__init__` takes it.
    public internal(set) var isInInit = true
    /// Whether `repr` shows it.
    public internal(set) var isInRepr = true
    /// Whether comparisons use it.
    public internal(set) var isCompared = true
    /// Whether it is hashed; nil follows `isCompared`.
    public internal(set) var isHashed: Bool?
    /// Whether `__init__` takes it by name only; nil until the class decides.
    public internal(set) var isKeywordOnly: Bool?
    /// What `field(metadata=…)` was given.
    public internal(set) var metadata = Value.none

    /// A field of plain defaults.
    init(type: PyType) { super.init(type: type) }

    /// Whether a call of the class may leave it out.
    public var hasDefault: Bool { defaultValue != nil || factory != nil }
}

/// What `@dataclass` was told.
struct DataclassOptions {
    /// `init`.
    var makesInit = true
    /// `repr`.
    var makesRepr = true
    /// `eq`.
    var makesEq = true
    /// `order`.
    var hasOrder = false
    /// `unsafe_hash`.
    var hashesUnsafely = false
    /// `frozen`.
    var isFrozen = false
    /// `match_args`.
    var hasMatchArgs = true
    /// `kw_only`.
    var isKeywordOnly = false
    /// `slots`.
    var hasSlots = false
}

/// Questions about dataclasses, for native code.
public enum Dataclasses {
    /// The fields of a dataclass in order, without pseudo-fields; nil where the class is none.
    public static func fields(of type: PyType) -> [PyDataclassField]? {
        guard let table = type.lookup("__dataclass_fields__")?.asDict else { return nil }
        return table.values.compactMap { $0.asObject as? PyDataclassField }.filter { $0.kind == .field }
    }

    /// All fields, `ClassVar` and `InitVar` ones included.
    public static func allFields(of type: PyType) -> [PyDataclassField] {
        (type.lookup("__dataclass_fields__")?.asDict?.values ?? []).compactMap { $0.asObject as? PyDataclassField }
    }

    /// Whether a value is an instance of a dataclass.
    public static func isInstance(_ value: Value, _ machine: Machine) -> Bool {
        value.asType == nil && machine.type(of: value).lookup("__dataclass_fields__") != nil
    }
}
