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
        if let factor = rules.multipleOf {
            let rest = try machine.binary(.modulo, value, factor)
            if try machine.isTrue(rest) {
                return failed("multiple_of", "be a multiple of", "multiple_of", shown(factor), input, location, &errors)
            }
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

    private func failed(
        _ type: String, _ words: String, _ key: String, _ bound: Value, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Value? {
        validator.fail(type, "Input should \(words) \(Self.text(bound, validator.machine))", input, location, &errors, [(key, bound)])
    }

    /// A bound as messages show it: whole floats without a point.
    static func text(_ bound: Value, _ machine: Machine) -> String {
        if case .float(let value) = bound, value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return (try? machine.str(bound)) ?? ""
    }
}

/// `int`.
struct IntegerValidator {
    private let validator: Validator
    private let rules: NumberRules

    init(_ validator: Validator, _ rules: NumberRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try convert(input, location, &errors) else { return nil }
        let checks = NumberChecks(validator: validator, rules: rules)
        return try checks.check(value, input, location, &errors) { bound in
            if case .float(let float) = bound, let int = Int(exactly: float) { return .int(int) }
            return bound
        }
    }

    private func convert(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let isStrict = rules.isStrict || validator.isStrict
        switch input.unwrapped {
        case .int(let value): return .int(value)
        case .bool(let value) where !isStrict: return .int(value ? 1 : 0)
        case .float(let value) where !isStrict: return fromFloat(value, input, location, &errors)
        case .str(let text) where !isStrict: return parsed(text.string, input, location, &errors)
        default: break
        }
        if input.asBool == nil, input.asBigInt != nil { return input }
        if !isStrict {
            if let bytes = input.asBytes { return parsed(String(decoding: bytes.bytes, as: UTF8.self), input, location, &errors) }
            if input.asObject is PyDecimal { return try fromDecimal(input, location, &errors) }
            if let value = EnumSupport.value(of: input), value.asInt != nil || value.asBigInt != nil { return value.unwrapped }
        }
        return validator.fail("int_type", "Input should be a valid integer", input, location, &errors)
    }

    private func parsed(_ text: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        if let parsed = Self.parse(text) { return parsed }
        if text.utf8.count > 4300 { return tooLarge(input, location, &errors) }
        let message = "Input should be a valid integer, unable to parse string as an integer"
        return validator.fail("int_parsing", message, input, location, &errors)
    }

    private func tooLarge(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        let message = "Unable to parse input string as an integer, exceeded maximum size"
        return validator.fail("int_parsing_size", message, input, location, &errors)
    }

    private func fromDecimal(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard try machine.isTrue(try machine.call(try machine.attribute(input, "is_finite"))) else {
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        }
        let whole = try machine.call(.object(machine.types.int), input)
        if try machine.isEqual(whole, input) { return whole }
        let message = "Input should be a valid integer, got a number with a fractional part"
        return validator.fail("int_from_float", message, input, location, &errors)
    }

    private func fromFloat(_ value: Double, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        guard value.isFinite else { return validator.fail("finite_number", "Input should be a finite number", input, location, &errors) }
        guard value == value.rounded() else {
            let message = "Input should be a valid integer, got a number with a fractional part"
            return validator.fail("int_from_float", message, input, location, &errors)
        }
        return Int(exactly: value).map { .int($0) } ?? tooLarge(input, location, &errors)
    }

    /// Whitespace around, a sign, single underscores between digits, and a fraction of zeros are accepted.
    static func parse(_ text: String) -> Value? {
        var digits = text[...]
        while digits.first?.isWhitespace == true { digits.removeFirst() }
        while digits.last?.isWhitespace == true { digits.removeLast() }
        if let point = digits.firstIndex(of: ".") {
            let fraction = digits[digits.index(after: point)...]
            guard !fraction.isEmpty, fraction.allSatisfy({ $0 == "0" }) else { return nil }
            digits = digits[..<point]
        }
        var sign = ""
        if let first = digits.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            digits.removeFirst()
        }
        guard let first = digits.utf8.first, let last = digits.utf8.last, first != 0x5F, last != 0x5F, !digits.contains("__") else {
            return nil
        }
        let plain = digits.filter { $0 != "_" }
        guard plain.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), plain.utf8.count <= 4300 else { return nil }
        if let value = Int(sign + plain) { return .int(value) }
        return BigInt(digits: plain.utf8, isNegative: !sign.isEmpty).map { .integer($0) }
    }
}

/// `float`.
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
        return try NumberChecks(validator: validator, rules: rules).check(.float(value), input, location, &errors) { bound in
            if case .int(let int) = bound { return .float(Double(int)) }
            return bound
        }
    }

    private func convert(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Double? {
        let isStrict = rules.isStrict || validator.isStrict
        switch input.unwrapped {
        case .float(let value): return value
        case .int(let value): return Double(value)
        case .bool(let value) where !isStrict: return value ? 1 : 0
        case .str(let text) where !isStrict:
            if let parsed = Self.parse(text.string) { return parsed }
            let message = "Input should be a valid number, unable to parse string as a number"
            _ = validator.fail("float_parsing", message, input, location, &errors)
            return nil
        default: break
        }
        if input.asBool == nil, let big = input.asBigInt { return big.asDouble ?? .infinity }
        if !isStrict, let bytes = input.asBytes {
            if let parsed = Self.parse(String(decoding: bytes.bytes, as: UTF8.self)) { return parsed }
            let message = "Input should be a valid number, unable to parse string as a number"
            _ = validator.fail("float_parsing", message, input, location, &errors)
            return nil
        }
        if !isStrict, input.asObject is PyDecimal {
            return try validator.machine.call(.object(validator.machine.types.float), input).asFloat
        }
        _ = validator.fail("float_type", "Input should be a valid number", input, location, &errors)
        return nil
    }

    static func parse(_ text: String) -> Double? {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard !trimmed.hasPrefix("_"), !trimmed.hasSuffix("_"), !trimmed.contains("__") else { return nil }
        let plain = trimmed.filter { $0 != "_" }
        switch plain.lowercased() {
        case "nan", "+nan", "-nan": return .nan
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        default: break
        }
        let allowed = plain.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }
        guard allowed, plain.contains(where: \.isNumber) else { return nil }
        var text = plain
        if text.hasSuffix(".") { text += "0" }
        text = text.replacing(".e", with: ".0e").replacing(".E", with: ".0E")
        if text.hasPrefix(".") { text = "0" + text }
        if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
        if text.hasPrefix("+.") { text = "0" + text.dropFirst() }
        return Double(text)
    }
}

/// `Decimal`.
struct DecimalValidator {
    private let validator: Validator
    private let rules: NumberRules

    init(_ validator: Validator, _ rules: NumberRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let type = try machine.modules.module("decimal", machine)?.namespace["Decimal"]?.asType else { return input }
        let value: Value
        if machine.isInstance(input, type) {
            value = input
        } else {
            let isNumber = input.asBool == nil && (input.asInt != nil || input.asFloat != nil || input.asBigInt != nil)
            let isParts = input.asTuple?.elements.count == 3
            switch input.unwrapped {
            case _ where (isNumber || input.asStr != nil || isParts) && !(validator.isStrict && !validator.isJSON):
                do {
                    // A float is taken by its shortest digits.
                    let source = input.asFloat == nil ? input.unwrapped : .string(try machine.str(input.unwrapped))
                    value = try machine.call(.object(type), source)
                } catch is PyError {
                    return validator.fail("decimal_parsing", "Input should be a valid decimal", input, location, &errors)
                }
            default:
                let message = "Decimal input should be an integer, float, string or Decimal object"
                return validator.fail("decimal_type", message, input, location, &errors)
            }
        }
        if !rules.allowsInfinity, try !machine.isTrue(machine.call(machine.attribute(value, "is_finite"))) {
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        }
        if let problem = try digits(value, machine) { return validator.fail(problem.0, problem.1, input, location, &errors, [problem.2]) }
        return try NumberChecks(validator: validator, rules: rules).check(value, input, location, &errors) { bound in
            bound.asObject is PyDecimal ? bound : (try? machine.call(.object(type), .string(machine.str(bound)))) ?? bound
        }
    }

    private func digits(_ value: Value, _ machine: Machine) throws -> (String, String, (name: String, value: Value))? {
        guard rules.maxDigits != nil || rules.decimalPlaces != nil else { return nil }
        let parts = try machine.call(try machine.attribute(value, "as_tuple"))
        let count = try machine.length(try machine.attribute(parts, "digits"))
        let exponent = try machine.attribute(parts, "exponent").asInt ?? 0
        let places = max(0, -exponent)
        if let most = rules.maxDigits, max(count, places) + max(0, exponent) > most {
            let message = "Decimal input should have no more than \(most) digit\(most == 1 ? "" : "s") in total"
            return ("decimal_max_digits", message, ("max_digits", .int(most)))
        }
        if let most = rules.decimalPlaces, places > most {
            let message = "Decimal input should have no more than \(most) decimal place\(most == 1 ? "" : "s")"
            return ("decimal_max_places", message, ("decimal_places", .int(most)))
        }
        if let total = rules.maxDigits, let most = rules.decimalPlaces, max(0, count + exponent) > total - most {
            let whole = total - most
            let message = "Decimal input should have no more than \(whole) digit\(whole == 1 ? "" : "s") before the decimal point"
            return ("decimal_whole_digits", message, ("whole_digits", .int(whole)))
        }
        return nil
    }
}
