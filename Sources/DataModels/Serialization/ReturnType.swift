import Python

/// What a serializer or a computed field says that it returns, by which its result is written; compiled when it is first needed.
final class ReturnType {
    private let annotation: Value?
    private let globals: PyDict?
    private var known: Schema?

    /// The type that a decorator was given, or else the annotation of the function.
    init(of function: Value, given: Value? = nil) {
        let plain = Self.function(in: function)
        annotation = given ?? plain?.returnAnnotation
        globals = plain?.globals
    }

    /// Whether anything is said.
    var isGiven: Bool { annotation != nil || known != nil }

    /// A schema that is known already.
    init(_ schema: Schema) {
        annotation = nil
        globals = nil
        known = schema
    }

    private static func function(in value: Value) -> PyFunction? {
        switch value.asObject {
        case let function as PyFunction: function
        case let wrapper as PyMethodWrapper: self.function(in: wrapper.function)
        case let method as PyBoundMethod: self.function(in: method.function)
        case let property as PyProperty: property.getter.flatMap(self.function)
        default: nil
        }
    }

    /// The schema; that of `Any` where nothing is said or no schema can be made of it.
    func schema(_ machine: Machine) -> Schema {
        if let known { return known }
        let made = annotation.flatMap { try? SchemaBuilder(machine, globals: globals).schema($0) } ?? .any
        known = made
        return made
    }
}
