import Python

/// Constraints that all numbers share, in Pydantic's words.
struct NumberChecks {
    let validator: Validator
    let rules: NumberRules

    /// Checks a number; `shown` converts a bound to the field's type, as the `ctx` shows it.
    func check(
        _ value: Value, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail], shown: (Value) -> Value
    ) throws -> Value? {
        let machine = validator.machine
        if let factor = rules.multipleOf, try !isMultiple(value, of: factor, machine) {
            return failed("multiple_of", "be a multiple of", "multiple_of", shown(factor), input, location, &errors)
        }
        let bounds: [(String, String, String, Value?, ComparisonOperator)] = [
            ("less_than_equal", "be less than or equal to", "le", rules.lessOrEqual, .lessOrEqual),
            ("less_than", "be less than", "lt", rules.lessThan, .less),
            ("greater_than_equal", "be greater than or equal to", "ge", rules.greaterOrEqual, .greaterOrEqual),
            ("greater_than", "be greater than", "gt", rules.greaterThan, .greater),
        ]
        for (type, words, key, bound, operation) in bounds {
            guard let bound else { continue }
            if try !machine.isTrue(try machine.compare(value, bound, operation)) {
                return failed(type, words, key, shown(bound), input, location, &errors)
            }
        }
        return value
    }

    /// Floats are taken for multiples within a billionth.
    private func isMultiple(_ value: Value, of factor: Value, _ machine: Machine) throws -> Bool {
        if case .float(let number) = value, let unit = try NumberProtocol.double(factor, machine) {
            return !(abs(number - (number / unit).rounded() * unit) > 1e-9)
        }
        do {
            return try !machine.isTrue(try machine.binary(.modulo, value, factor))
        } catch let raised as PyError where machine.isError(raised, "ArithmeticError") {
            return false
        }
    }

    private func failed(
        _ type: String, _ words: String, _ key: String, _ bound: Value, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Value? {
        validator.fail(type, "Input should \(words) \(Self.text(bound, validator.machine))", input, location, &errors, [(key, bound)])
    }

    /// A bound as messages show it: floats as Rust writes them.
    static func text(_ bound: Value, _ machine: Machine) -> String {
        if case .float(let value) = bound { return FloatText.display(value) }
        return (try? machine.str(bound)) ?? ""
    }
}
