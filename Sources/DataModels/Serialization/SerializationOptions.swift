import Python

/// What `model_dump` and FastAPI's `response_model_*` may leave out or name differently.
public struct SerializationOptions {
    public var include: Value = .none
    public var exclude: Value = .none
    public var byAlias = true
    public var excludeUnset = false
    public var excludeDefaults = false
    public var excludeNone = false
    /// Whether values become what JSON has; `mode="json"`.
    public var isJSON = true

    public init() {}

    /// Whether everything is written.
    var isPlain: Bool { include.isNone && exclude.isNone }
}

/// What serialization changed, for a trace.
public struct SerializationChange {
    public enum Kind: Sendable { case removed, converted, defaulted, aliased }
    public var kind: Kind
    public var path: String
    public var before: String?
    public var after: String?
    public var reason: String
}
