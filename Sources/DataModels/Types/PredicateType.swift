import Python

/// A value that a function of the program must accept, or refuse (`annotated_types.Predicate`, `Not`).
struct PredicateType: WrappingType {
    let inner: Schema
    let predicate: Value
    /// How messages name the function, with a blank behind it; empty for functions without name.
    let shown: String
    let isNegated: Bool

    var name: String { "function-after[val_func(), \(UnionValidator.name(inner))]" }
    var coreType: String { "function-after" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
        let machine = validator.machine
        if try machine.isTrue(try machine.call(predicate, value)) != isNegated { return value }
        return isNegated
            ? validator.fail("not_operation_failed", "Not of \(shown)failed", input, location, &errors)
            : validator.fail("predicate_failed", "Predicate \(shown)failed", input, location, &errors)
    }
}
