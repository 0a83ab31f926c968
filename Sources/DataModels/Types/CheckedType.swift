import Python

/// A constraint on a schema that does not know it: what validation gives is checked (pydantic._internal `apply_known_metadata`).
struct CheckedType: WrappingType {
    enum Check {
        /// A bound, or a factor.
        case number(Value)
        /// A number of items.
        case length(Value)
        case text(StringRules)
        /// Most digits, or most places behind the point.
        case digits(Value)
        /// Neither an infinity nor NaN.
        case finite
    }

    let inner: Schema
    /// Pydantic's name of the constraint.
    let constraint: String
    let check: Check

    var name: String {
        if case .text = check { return "chain[\(UnionValidator.name(inner)),function-wrap[_apply_constraint_with_incompatibility_info()]]" }
        if case .finite = check { return "function-after[forbid_inf_nan_check(), \(UnionValidator.name(inner))]" }
        let words = [
            "gt": "greater_than", "ge": "greater_than_or_equal", "lt": "less_than", "le": "less_than_or_equal",
        ]
        return "function-after[\(words[constraint] ?? constraint)_validator(), \(UnionValidator.name(inner))]"
    }

    var coreType: String { if case .text = check { "chain" } else { "function-after" } }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
        switch check {
        case .text(let rules): return try text(value, rules, validator, location, &errors)
        case .digits(let most): return try digits(value, most, validator, location, &errors)
        case .finite:
            let isFinite = try validator.machine.call(try validator.machine.imported("math", "isfinite"), value)
            if try validator.machine.isTrue(isFinite) { return value }
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        case .number(let bound):
            let context = bound.asInt != nil || bound.asBigInt != nil || bound.asFloat != nil || bound.asStr != nil
            // Fractions are checked by the core, which shows its own bound.
            let isOwn = inner.coreType == "fraction"
            let shown = context || isOwn ? bound : .string(try validator.machine.repr(bound))
            guard try !holds(value, bound, validator.machine) else { return value }
            let text = isOwn ? try validator.machine.str(bound) : NumberChecks.text(shown, validator.machine)
            return fail([(constraint, shown)], text, input, validator, location, &errors)
        case .length(let limit):
            let count = try length(of: value, validator.machine)
            let isMinimum = constraint == "min_length"
            if let bound = limit.asInt, isMinimum ? count >= bound : count <= bound { return value }
            let most = limit.asInt ?? 0
            let message =
                "Value should have at \(isMinimum ? "least" : "most") \(most) item\(most == 1 ? "" : "s") after validation, not \(count)"
            return validator.fail(
                isMinimum ? "too_short" : "too_long", message, input, location, &errors,
                [("field_type", "Value"), (constraint, limit), ("actual_length", .int(count))])
        }
    }

    /// Only decimals have digits.
    private func digits(
        _ value: Value, _ most: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard value.asObject is PyDecimal else { throw try unapplicable(value, validator.machine) }
        var rules = NumberRules()
        if constraint == "max_digits" { rules.maxDigits = most.asInt } else { rules.decimalPlaces = most.asInt }
        return try DecimalValidator(validator, rules).validate(value, location, &errors)
    }

    private func unapplicable(_ value: Value, _ machine: Machine) throws -> PyError {
        machine.error("TypeError", "Unable to apply constraint '\(constraint)' to supplied value \(try machine.str(value))")
    }

    private func length(of value: Value, _ machine: Machine) throws -> Int {
        do {
            return try machine.length(value)
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            throw try unapplicable(value, machine)
        }
    }

    private func holds(_ value: Value, _ bound: Value, _ machine: Machine) throws -> Bool {
        do {
            switch constraint {
            case "gt": return try machine.isTrue(try machine.compare(value, bound, .greater))
            case "ge": return try machine.isTrue(try machine.compare(value, bound, .greaterOrEqual))
            case "lt": return try machine.isTrue(try machine.compare(value, bound, .less))
            case "le": return try machine.isTrue(try machine.compare(value, bound, .lessOrEqual))
            default: return try !machine.isTrue(try machine.binary(.modulo, value, bound))
            }
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            throw try unapplicable(value, machine)
        }
    }

    private static let kinds = [
        "gt": ("greater_than", "greater than"), "ge": ("greater_than_equal", "greater than or equal to"),
        "lt": ("less_than", "less than"), "le": ("less_than_equal", "less than or equal to"),
        "multiple_of": ("multiple_of", "a multiple of"),
    ]

    private func fail(
        _ context: [(name: String, value: Value)], _ shown: String, _ input: Value, _ validator: Validator, _ location: [Value],
        _ errors: inout [ErrorDetail]
    ) -> Value? {
        guard let (kind, words) = Self.kinds[constraint] else { return nil }
        return validator.fail(kind, "Input should be \(words) \(shown)", input, location, &errors, context)
    }

    /// A value of a wrong type is a mistake of the program.
    private func text(
        _ value: Value, _ rules: StringRules, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        var own: [ErrorDetail] = []
        if let made = try TextValidator(validator, rules).validate(value, location, &own) { return made }
        if own.contains(where: { $0.type.contains("type") }) {
            let shown = try validator.machine.str(value)
            throw validator.machine.error(
                "TypeError",
                "Unable to apply constraint '\(constraint)' to supplied value \(shown) for schema of type '\(inner.coreType)'")
        }
        errors += own
        return nil
    }
}
