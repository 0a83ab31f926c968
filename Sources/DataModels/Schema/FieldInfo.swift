import Python

/// Pydantic's `FieldInfo`: what `Field(…)` and FastAPI's `Query(…)`, `Header(…)`, … say about a value.
open class FieldInfo: PyInstance {
    /// The default, or nil where a value is required.
    public var defaultValue: Value?
    public var defaultFactory: Value?
    public var alias: Value?
    public var validationAlias: Value?
    public var serializationAlias: Value?
    /// Constraints by Pydantic's names: `gt`, `ge`, `lt`, `le`, `multiple_of`, `min_length`, `max_length`, `pattern`, `strict`, …
    public var constraints: [(name: String, value: Value)] = []
    /// What the annotation and the `Field(…)` say together, as markers; nil where only the constraints say something.
    public var metadata: [Value]?
    /// Whether serialization leaves the field out.
    public var isExcluded: Bool {
        get { statedExclusion ?? false }
        set { statedExclusion = newValue }
    }
    /// The same, nil where nothing was said.
    var statedExclusion: Bool?
    /// Says of a value whether serialization leaves it out.
    public var excludeIf: Value?
    public var discriminator: Value?
    /// Whether the default is validated; nil as the model says.
    public var validatesDefault: Bool?
    public var isFrozen = false
    public var isInRepr = true
    public var description: Value = .none
    public var title: Value = .none
    /// The annotation of a field of a model.
    public var annotation: Value?
    /// How strongly aliases hold against generators: 2 unless said otherwise.
    public var aliasPriority: Int?
    /// Everything else that was given, for reading back.
    public var extra: [(name: String, value: Value)] = []

    /// The names of constraints.
    public static let constraintNames: Set<String> = [
        "gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern", "regex", "strict", "allow_inf_nan", "max_digits",
        "decimal_places", "min_items", "max_items", "union_mode", "fail_fast", "coerce_numbers_to_str",
    ]

    /// The order in which `Field` hands its constraints on, those without a marker of their own last (pydantic.fields `_collect_metadata`).
    private static let ranks = [
        "strict", "gt", "ge", "lt", "le", "multiple_of", "min_length", "min_items", "max_length", "max_items", "allow_inf_nan", "fail_fast",
        "pattern", "regex", "coerce_numbers_to_str", "max_digits", "decimal_places", "union_mode",
    ]

    private static func rank(of name: String) -> Int { ranks.firstIndex(of: name) ?? ranks.count }

    /// Takes over the keywords of a call such as `Field(default=…, gt=3)`.
    public func take(_ keywords: [(name: String, value: Value)], _ machine: Machine) throws {
        for (name, value) in keywords {
            switch name {
            case "default": if !isEllipsis(value) { defaultValue = value }
            case "default_factory": defaultFactory = value.isNone ? nil : value
            case "alias": alias = value.isNone ? nil : value
            case "validation_alias": validationAlias = value.isNone ? nil : value
            case "serialization_alias": serializationAlias = value.isNone ? nil : value
            case "alias_priority": aliasPriority = value.asInt
            case "exclude": statedExclusion = value.isNone ? nil : try machine.isTrue(value)
            case "exclude_if": excludeIf = value.isNone ? nil : value
            case "discriminator": discriminator = value.isNone ? nil : value
            case "validate_default": validatesDefault = value.isNone ? nil : try machine.isTrue(value)
            case "frozen": isFrozen = try machine.isTrue(value)
            case "repr": isInRepr = try machine.isTrue(value)
            case "description": description = value
            case "title": title = value
            case let name where Self.constraintNames.contains(name): if !value.isNone { constraints.append((name, value)) }
            default: extra.append((name, value))
            }
        }
        if constraints.count > 1 { constraints.sort { Self.rank(of: $0.name) < Self.rank(of: $1.name) } }
        if defaultValue != nil, defaultFactory != nil {
            throw machine.error("TypeError", "cannot specify both default and default_factory")
        }
    }

    /// Whether a value is `...` or `PydanticUndefined`, which stand for «required».
    public func isEllipsis(_ value: Value) -> Bool { Undefined.isUndefined(value) }

    /// The priority as programs see it: fields with an alias of any kind have one.
    var shownPriority: Int? {
        alias != nil || validationAlias != nil || serializationAlias != nil ? aliasPriority ?? 2 : nil
    }

    /// A copy for another default.
    open func copy() -> FieldInfo {
        let made = FieldInfo(type: instanceType)
        made.takeAll(from: self)
        return made
    }

    /// Takes over everything that another one says.
    public func takeAll(from other: FieldInfo) {
        defaultValue = other.defaultValue
        defaultFactory = other.defaultFactory
        alias = other.alias
        validationAlias = other.validationAlias
        serializationAlias = other.serializationAlias
        constraints = other.constraints
        metadata = other.metadata
        statedExclusion = other.statedExclusion
        excludeIf = other.excludeIf
        discriminator = other.discriminator
        validatesDefault = other.validatesDefault
        isFrozen = other.isFrozen
        isInRepr = other.isInRepr
        description = other.description
        title = other.title
        annotation = other.annotation
        aliasPriority = other.aliasPriority
        extra = other.extra
    }
}

/// `PydanticUndefined`, and `...` where it stands for «required».
public enum Undefined {
    /// The one object of a machine.
    public final class Marker: PyInstance {}

    public static func isUndefined(_ value: Value) -> Bool {
        guard let object = value.asObject else { return false }
        return object is Marker || value.isEllipsis
    }
}
