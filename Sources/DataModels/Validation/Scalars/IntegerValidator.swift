import Python

/// `int` (pydantic-core `int`).
struct IntegerValidator {
    private let validator: Validator
    private let rules: NumberRules

    init(_ validator: Validator, _ rules: NumberRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try convert(input, location, &errors) else { return nil }
        if rules.isUnconstrained { return value }
        // The value of a member of an enumeration may be anything.
        if value.asBigInt == nil { return tooLarge(value, location, &errors) }
        return try NumberChecks(validator: validator, rules: rules).check(value, input, location, &errors) { bound in
            if case .float(let float) = bound, let int = Int(exactly: float) { return .int(int) }
            return bound
        }
    }

    private func convert(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if case .int = input { return input }
        let isStrict = validator.isStrict(or: rules.isStrict)
        if let text = input.asStr, !isStrict || validator.mode == .strings {
            validator.floor(validator.mode == .strings ? .strict : .lax)
            return parsed(text.string, input, location, &errors)
        }
        if case .bool(let value) = input, !isStrict {
            validator.floor(.lax)
            return .int(value ? 1 : 0)
        }
        if input.asBool == nil, input.asBigInt != nil {
            if input.asInstance?.payload != nil { validator.floor(.strict) }
            return input.unwrapped
        }
        guard !isStrict else { return validator.fail("int_type", "Input should be a valid integer", input, location, &errors) }
        validator.floor(.lax)
        return try lax(input, location, &errors)
    }

    private func lax(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if let bytes = input.asBytes, !bytes.isMutable {
            return parsed(String(validating: bytes.bytes, as: UTF8.self) ?? "", input, location, &errors)
        }
        let machine = validator.machine
        if input.asObject is PyDecimal { return try fromRatio(input, location, &errors) }
        if machine.type(of: input).module == "fractions" { return try fromRatio(input, location, &errors) }
        if let float = try NumberProtocol.double(input, machine) { return fromFloat(float, input, location, &errors) }
        if let value = EnumSupport.value(of: input) { return value }
        return validator.fail("int_type", "Input should be a valid integer", input, location, &errors)
    }

    private func parsed(_ text: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        if let parsed = IntegerText.parse(text) { return parsed }
        if IntegerText.isTooLong(text) { return tooLarge(input, location, &errors) }
        let message = "Input should be a valid integer, unable to parse string as an integer"
        return validator.fail("int_parsing", message, input, location, &errors)
    }

    private func tooLarge(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        let message = "Unable to parse input string as an integer, exceeded maximum size"
        return validator.fail("int_parsing_size", message, input, location, &errors)
    }

    /// A `Decimal` or a `Fraction` without fraction.
    private func fromRatio(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if input.asObject is PyDecimal, try !machine.isTrue(try machine.call(try machine.attribute(input, "is_finite"))) {
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        }
        let ratio = try machine.call(try machine.attribute(input, "as_integer_ratio")).asTuple?.elements ?? []
        if ratio.count == 2, ratio[1].asInt == 1 { return ratio[0] }
        let message = "Input should be a valid integer, got a number with a fractional part"
        return validator.fail("int_from_float", message, input, location, &errors)
    }

    private func fromFloat(_ value: Double, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        guard value.isFinite else { return validator.fail("finite_number", "Input should be a finite number", input, location, &errors) }
        guard value == value.rounded() else {
            let message = "Input should be a valid integer, got a number with a fractional part"
            return validator.fail("int_from_float", message, input, location, &errors)
        }
        guard abs(value) < 0x1p63 else { return tooLarge(input, location, &errors) }
        return .int(Int(value))
    }
}

/// Texts of integers (pydantic-core `str_as_int`).
enum IntegerText {
    private static let longest = 4300

    /// Blanks around, a sign, leading zeros, single underscores between digits and a fraction of zeros are accepted.
    static func parse(_ text: String) -> Value? {
        let whole = strict(text)
        if whole != nil { return whole }
        var digits = text[...]
        while digits.first?.isWhitespace == true { digits.removeFirst() }
        while digits.last?.isWhitespace == true { digits.removeLast() }
        if digits.first == "+" {
            digits.removeFirst()
            if digits.first == "-" { return nil }
        }
        let isNegative = digits.first == "-"
        if isNegative {
            digits.removeFirst()
            if digits.first == "-" || digits.first == "+" { return nil }
        }
        guard let bare = withoutLeadingZeros(digits) else { return nil }
        digits = bare
        if let point = digits.firstIndex(of: ".") {
            let fraction = digits[digits.index(after: point)...]
            if !fraction.isEmpty, fraction.allSatisfy({ $0 == "0" }) { digits = digits[..<point] }
        }
        var plain = String(digits)
        if !plain.hasPrefix("_"), !plain.hasSuffix("_"), !plain.contains("__") { plain.removeAll { $0 == "_" } }
        return strict((isNegative ? "-" : "") + plain)
    }

    /// The number without zeros before it, underscores among them too; nil where another character stands first.
    private static func withoutLeadingZeros(_ text: Substring) -> Substring? {
        guard let first = text.first else { return nil }
        if first != "0" { return isDigit(first) || first == "-" ? text : nil }
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character == "." { return text[text.index(before: index)...] }
            if character != "0", character != "_" { return isDigit(character) || character == "-" ? text[index...] : nil }
            index = text.index(after: index)
        }
        return text.suffix(1)
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }

    /// A number as Python's `int` reads it.
    static func parsePython(_ text: String) -> Value? { text.contains(".") ? nil : parse(text) }

    /// A number as JSON has it.
    private static func strict(_ text: String) -> Value? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.count <= longest else { return nil }
        if first == 0x30, digits.count > 1 { return nil }
        if let value = Int(text) { return .int(value) }
        return BigInt(digits: digits, isNegative: text.hasPrefix("-")).map { .integer($0) }
    }

    /// Whether more digits stand at the start than a number may have.
    static func isTooLong(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        return digits.first != 0x30 && digits.prefix { $0 >= 0x30 && $0 <= 0x39 }.count > longest
    }
}
