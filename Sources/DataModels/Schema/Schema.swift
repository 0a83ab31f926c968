import Python

/// What an annotation accepts, compiled once (pydantic-core's core schema).
indirect enum Schema {
    case any
    case none
    case bool(isStrict: Bool)
    case int(NumberRules)
    case float(NumberRules)
    case decimal(NumberRules)
    case str(StringRules)
    case bytes(LengthRules, BytesForm)
    /// The unit is that of numbers.
    case date(Moment.Unit)
    case datetime(Moment.Unit)
    case time
    case timedelta
    case uuid
    case literal([Value])
    case enumeration(PyType)
    case list(Schema, LengthRules)
    case set(Schema, LengthRules, isFrozen: Bool)
    case tuple([Schema])
    case tupleOf(Schema, LengthRules)
    case dict(Schema, Schema, LengthRules)
    case nullable(Schema)
    case union([Schema])
    case model(PyType)
    case instance(PyType)
    case callable
    /// A type with a conversion of its own.
    case special(any SpecialType)
    /// A validator of the program around another schema.
    case function(FunctionKind, Value, Schema)
    /// A serializer of the program in place of that of the schema.
    case serializer(Value, Schema)

    /// The schema without the function that writes its values: another one takes its place.
    var withoutSerializer: Schema {
        switch self {
        case .special(let written as SerializedType): return written.inner
        case .special(var described as DescribedType):
            described.inner = described.inner.withoutSerializer
            return .special(described)
        default: return self
        }
    }

    /// When a function runs (pydantic.functional_validators).
    enum FunctionKind { case before, after, plain, wrap }
}

/// Constraints of numbers.
struct NumberRules {
    var greaterThan: Value?
    var greaterOrEqual: Value?
    var lessThan: Value?
    var lessOrEqual: Value?
    var multipleOf: Value?
    var isStrict = false
    var allowsInfinity = true
    var maxDigits: Int?
    var decimalPlaces: Int?

    /// Whether every number of the type fits; `isStrict` does not count, as it only forbids other types.
    var isUnconstrained: Bool {
        greaterThan == nil && greaterOrEqual == nil && lessThan == nil && lessOrEqual == nil && multipleOf == nil && allowsInfinity
            && maxDigits == nil && decimalPlaces == nil
    }
}

/// Constraints of texts.
struct StringRules {
    var minimum: Int?
    var maximum: Int?
    var pattern: (text: String, regex: PythonRegex)?
    var isStrict = false
    var strips = false
    var toLower = false
    var toUpper = false
    var asciiOnly = false
    /// Whether patterns are Python's (`regex_engine="python-re"`), not Rust's.
    var usesPythonPatterns = false
    /// Whether numbers become texts (`coerce_numbers_to_str`).
    var coercesNumbers = false

    /// Whether every `str` goes through as it is; `isStrict` does not count, as it only forbids other types.
    var isUnconstrained: Bool { minimum == nil && maximum == nil && pattern == nil && !strips && !toLower && !toUpper && !asciiOnly }
}

/// Constraints of containers.
struct LengthRules {
    var minimum: Int?
    var maximum: Int?
}
