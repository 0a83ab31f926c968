import Python

/// `tuple[X, Y]` whose length has bounds of its own beside the number of its members.
struct MeasuredTupleType: WrappingType {
    /// The tuple.
    let inner: Schema
    let rules: LengthRules

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let first = errors.count
        let made = try validator.validate(inner, input, at: location, &errors)
        let ownErrors = errors.dropFirst(first).filter { $0.location.count == location.count }
        guard ownErrors.isEmpty, let count = try validator.machine.elements(of: input)?.count else { return made }
        // That members are missing is said beside that the whole is too short.
        let fits = ContainerValidator(validator).isMeasured(count, rules, "Tuple", input, location, &errors)
        return fits ? made : nil
    }
}
