import Python

/// `str`.
struct TextValidator {
    private let validator: Validator
    private let rules: StringRules

    init(_ validator: Validator, _ rules: StringRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if let bytes = input.asBytes, !rules.isStrict, !validator.isStrict, String(validating: bytes.bytes, as: UTF8.self) == nil {
            let message = "Input should be a valid string, unable to parse raw data as a unicode string"
            return validator.fail("string_unicode", message, input, location, &errors)
        }
        guard var text = text(input) else {
            return validator.fail("string_type", "Input should be a valid string", input, location, &errors)
        }
        if rules.strips || rules.toLower || rules.toUpper { text = try changed(text) }
        if let minimum = rules.minimum, text.count < minimum {
            let message = "String should have at least \(minimum) character\(minimum == 1 ? "" : "s")"
            return validator.fail("string_too_short", message, input, location, &errors, [("min_length", .int(minimum))])
        }
        if let maximum = rules.maximum, text.count > maximum {
            let message = "String should have at most \(maximum) character\(maximum == 1 ? "" : "s")"
            return validator.fail("string_too_long", message, input, location, &errors, [("max_length", .int(maximum))])
        }
        if let pattern = rules.pattern, try !found(pattern.regex, in: text) {
            let message = "String should match pattern '\(pattern.text)'"
            return validator.fail("string_pattern_mismatch", message, input, location, &errors, [("pattern", .string(pattern.text))])
        }
        if case .str = input, text === input.asStr { return input }
        return .str(text)
    }

    private func text(_ input: Value) -> PyStr? {
        if case .str(let text) = input { return text }
        // A member of an enumeration of texts is taken with its value.
        if let text = input.asStr { return EnumSupport.value(of: input)?.asStr ?? text }
        if !rules.isStrict, !validator.isStrict, let text = EnumSupport.value(of: input)?.asStr { return text }
        if rules.coercesNumbers, input.asBool == nil, isNumber(input), let text = try? validator.machine.str(input) { return PyStr(text) }
        if let bytes = input.asBytes, !rules.isStrict, !validator.isStrict, String(validating: bytes.bytes, as: UTF8.self) != nil {
            return PyStr(utf8: bytes.bytes)
        }
        return nil
    }

    private func isNumber(_ input: Value) -> Bool {
        input.asInt != nil || input.asFloat != nil || input.asBigInt != nil || input.asObject is PyDecimal
    }

    private func changed(_ text: PyStr) throws -> PyStr {
        var value = Value.str(text)
        let call = { (name: String) in try validator.machine.call(try validator.machine.attribute(value, name)) }
        if rules.strips { value = try call("strip") }
        if rules.toLower { value = try call("lower") }
        if rules.toUpper { value = try call("upper") }
        return value.asStr ?? text
    }

    private func found(_ regex: PythonRegex, in text: PyStr) throws -> Bool {
        let machine = validator.machine
        let points = text.string.unicodeScalars.map(\.value)
        return try regex.match(points, mode: .search) { steps, bytes in
            try machine.charge(instructions: steps)
            try machine.charge(bytes: bytes)
        } != nil
    }
}

/// `UUID`, with the words of the parser that Pydantic uses.
struct UUIDValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyUUID { return input }
        guard !validator.isStrict, let text = input.asString ?? input.asBytes.map({ String(decoding: $0.bytes, as: UTF8.self) }) else {
            return validator.fail("uuid_type", "UUID input should be a string, bytes or UUID object", input, location, &errors)
        }
        switch Self.parse(text) {
        case .success(let bytes): return try UUIDModule.classes(validator.machine).make(bytes)
        case .failure(let problem):
            if let bytes = input.asBytes?.bytes, bytes.count == 16 { return try UUIDModule.classes(validator.machine).make(bytes) }
            let message = "Input should be a valid UUID, \(problem.text)"
            return validator.fail("uuid_parsing", message, input, location, &errors, [("error", .string(problem.text))])
        }
    }

    struct Problem: Error {
        let text: String
    }

    /// Simple and hyphenated forms, in braces or with `urn:uuid:`.
    static func parse(_ text: String) -> Result<[UInt8], Problem> {
        var body = Array(text.utf8)[...]
        var offset = 0
        if body.starts(with: Array("urn:uuid:".utf8)) {
            body = body.dropFirst(9)
            offset = 9
        } else if body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}"), body.count > 2 {
            body = body.dropFirst().dropLast()
            offset = 1
        }
        let bytes = Array(body)
        var digits: [UInt8] = []
        var groups: [Int] = [0]
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "-") {
                groups.append(0)
            } else if let digit = hex(byte) {
                digits.append(digit)
                groups[groups.count - 1] += 1
            } else {
                let shown = String(decoding: bytes[index...], as: UTF8.self).first.map(String.init) ?? "?"
                return .failure(Problem(text: "invalid character: found `\(shown)` at \(index + offset)"))
            }
        }
        return check(digits, groups)
    }

    private static func check(_ digits: [UInt8], _ groups: [Int]) -> Result<[UInt8], Problem> {
        if groups.count == 1 {
            guard digits.count == 32 else {
                return .failure(Problem(text: "invalid length: found \(digits.count)"))
            }
        } else {
            guard groups.count == 5 else { return .failure(Problem(text: "invalid group count: expected 5, found \(groups.count)")) }
            for (index, wanted) in [8, 4, 4, 4, 12].enumerated() where groups[index] != wanted {
                return .failure(Problem(text: "invalid group length in group \(index): expected \(wanted), found \(groups[index])"))
            }
        }
        return .success(stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
