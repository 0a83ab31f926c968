import Python

/// `float` (pydantic-core `float`).
struct FloatValidator {
    private let validator: Validator
    private let rules: NumberRules

    init(_ validator: Validator, _ rules: NumberRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try convert(input, location, &errors) else { return nil }
        if !rules.allowsInfinity, !value.isFinite {
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        }
        if rules.isUnconstrained { return .float(value) }
        return try NumberChecks(validator: validator, rules: rules).check(.float(value), input, location, &errors) { bound in
            if case .int(let int) = bound { return .float(Double(int)) }
            return bound
        }
    }

    private func convert(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Double? {
        if case .float(let value) = input { return value }
        let isStrict = validator.isStrict(or: rules.isStrict)
        if !isStrict || validator.mode == .strings, let text = text(input) {
            validator.floor(validator.mode == .strings ? .strict : .lax)
            if let parsed = Self.parse(text) { return parsed }
            let message = "Input should be a valid number, unable to parse string as a number"
            _ = validator.fail("float_parsing", message, input, location, &errors)
            return nil
        }
        if !(isStrict && input.asBool != nil), let number = try number(input) {
            validator.floor(input.asBool != nil ? .lax : .strict)
            return number
        }
        _ = validator.fail("float_type", "Input should be a valid number", input, location, &errors)
        return nil
    }

    private func number(_ input: Value) throws -> Double? {
        // JSON's integers may be of any size.
        if validator.mode == .json, let big = input.asBigInt { return big.asDouble ?? (big.isNegative ? -.infinity : .infinity) }
        return try NumberProtocol.double(input, validator.machine)
    }

    private func text(_ input: Value) -> String? {
        if let text = input.asString { return text }
        guard let bytes = input.asBytes, !bytes.isMutable else { return nil }
        return String(validating: bytes.bytes, as: UTF8.self) ?? ""
    }

    /// A number with blanks around, or with single underscores between its characters.
    static func parse(_ text: String) -> Double? {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        if let value = FloatText.parse(trimmed) { return value }
        guard text.contains("_"), !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__") else { return nil }
        return FloatText.parse(text.filter { $0 != "_" })
    }
}
