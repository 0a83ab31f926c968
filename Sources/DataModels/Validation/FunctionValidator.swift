import Python

/// Functions of the program that validate.
struct FunctionValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(
        _ kind: Schema.FunctionKind, _ function: Value, _ inner: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let machine = validator.machine
        do {
            switch kind {
            case .plain: return try call(function, [input])
            case .before: return try validator.forObjects.validate(inner, try call(function, [input]), at: location, &errors)
            case .after:
                guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
                return try call(function, [value])
            case .wrap:
                let handler = machine.native("ValidatorCallable", "input_value, outer_location=None, /") { machine, a in
                    var own: [ErrorDetail] = []
                    do {
                        if let value = try validator.forObjects.validate(inner, a[0], at: a[1].isNone ? [] : [a[1]], &own) { return value }
                    } catch is DefaultRequested {
                        let message =
                            "Uncaught `PydanticUseDefault` exception: the error was raised in a field validator and no default value is "
                            + "available for that field."
                        throw try SchemaProblem.error(message, machine)
                    }
                    throw ValidationFailure.error(own, title: "ValidatorCallable", machine)
                }
                return try call(function, [input, handler])
            }
        } catch let raised as PyError {
            return try Self.take(raised, input, location, &errors, machine)
        }
    }

    /// Calls a function, with an info object where it asks for one more argument.
    private func call(_ function: Value, _ arguments: [Value]) throws -> Value {
        var all = arguments
        if let count = SignatureCount.positional(of: function) {
            if count == all.count + 1 { all.append(try InfoObjects.validation(validator)) }
        }
        return try validator.machine.call(function, Arguments(all))
    }

    /// What a validator raised becomes an error of the value: ValueError, AssertionError and Pydantic's own.
    static func take(
        _ raised: PyError, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail], _ machine: Machine
    ) throws -> Value? {
        if let failure = raised.exception as? ValidationFailure {
            for detail in failure.details {
                var moved = detail
                moved.location = location + detail.location
                errors.append(moved)
            }
            return nil
        }
        if let custom = raised.exception as? CustomError {
            var detail = ErrorDetail(custom.kind, location, try custom.message(machine), input: input, context: custom.details)
            detail.isCustom = !custom.isKnown
            errors.append(detail)
            return nil
        }
        if let types = PydanticTypes.of(machine) {
            if let omit = types.signals["PydanticOmit"], raised.type.isSubtype(of: omit) { throw OmittedItem() }
            if let standard = types.signals["PydanticUseDefault"], raised.type.isSubtype(of: standard) { throw DefaultRequested() }
        }
        let words: (String, String)? =
            machine.isError(raised, "ValueError")
            ? ("value_error", "Value error, ") : machine.isError(raised, "AssertionError") ? ("assertion_error", "Assertion failed, ") : nil
        guard let words else { throw raised }
        let message = words.1 + (try machine.str(.object(raised.exception)))
        errors.append(ErrorDetail(words.0, location, message, input: input, context: [("error", .object(raised.exception))]))
        return nil
    }
}
