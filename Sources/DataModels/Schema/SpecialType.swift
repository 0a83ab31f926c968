import Python

/// A type with a conversion of its own beside the core schemas: networks, secrets, sizes, encoded texts.
protocol SpecialType {
    /// How the location of an error in a union names it.
    var name: String { get }
    /// The `type` of the core schema that it stands for.
    var coreType: String { get }
    /// The validated value; nil with at least one more error.
    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value?
    /// The plain value of a valid one; nil where the value itself tells.
    func plain(_ value: Value, _ serializer: Serializer) throws -> Value?
}

extension SpecialType {
    var coreType: String { String(name.prefix { $0 != "[" }) }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? { nil }
}
