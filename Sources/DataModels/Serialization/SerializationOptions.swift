import Python

/// What `model_dump` and FastAPI's `response_model_*` may leave out or name differently.
public struct SerializationOptions {
    public var include: Value = .none
    public var exclude: Value = .none
    /// Whether names are aliases; nil as the models say.
    public var byAlias: Bool? = true
    public var excludeUnset = false
    public var excludeDefaults = false
    public var excludeNone = false
    /// Whether values become what JSON has; `mode="json"`.
    public var isJSON = true
    /// Whether JSON text is made of the values.
    var isText = false
    var excludeComputed = false
    /// Whether the output must be valid input (`round_trip`).
    var isRoundTrip = false
    /// Whether fields are written as their values' own classes say (`serialize_as_any`).
    var serializesAsAny = false
    /// What the program passes to its functions.
    var context: Value = .none
    /// What becomes of infinities and NaN, whatever the models say.
    var infinityForm: String?
    /// What makes something of values that JSON does not have.
    var fallback: Value?

    public init() {}

    /// Whether everything is written.
    var isPlain: Bool { include.isNone && exclude.isNone }
}
