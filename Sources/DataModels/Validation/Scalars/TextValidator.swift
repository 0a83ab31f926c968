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
        guard var text = try text(input, location, &errors) else { return nil }
        if rules.isUnconstrained { return input.asStr === text && input.asInstance == nil ? input : .str(text) }
        if rules.strips { text = try changed(text, by: "strip") }
        if rules.asciiOnly, !text.isASCII {
            return validator.fail("string_not_ascii", "String should contain only ASCII characters", input, location, &errors)
        }
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
        if rules.toLower { return .str(try changed(text, by: "lower")) }
        return .str(rules.toUpper ? try changed(text, by: "upper") : text)
    }

    /// The text before constraints; nil with an error for inputs that are no text.
    private func text(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> PyStr? {
        if case .str(let text) = input {
            if validator.mode != .python { validator.floor(.strict) }
            return text
        }
        if let text = input.asStr {
            validator.floor(.strict)
            return text
        }
        if !validator.isStrict(or: rules.isStrict) {
            validator.floor(.lax)
            if let bytes = input.asBytes?.bytes {
                if String(validating: bytes, as: UTF8.self) != nil { return PyStr(utf8: bytes) }
                let message = "Input should be a valid string, unable to parse raw data as a unicode string"
                _ = validator.fail("string_unicode", message, input, location, &errors)
                return nil
            }
            if rules.coercesNumbers, input.asBool == nil, isNumber(input) {
                if validator.isJSON, case .float(let number) = input { return PyStr(FloatText.display(number)) }
                return PyStr(try validator.machine.str(input))
            }
            if let value = EnumSupport.value(of: input) { return PyStr(try validator.machine.str(value)) }
        }
        _ = validator.fail("string_type", "Input should be a valid string", input, location, &errors)
        return nil
    }

    private func isNumber(_ input: Value) -> Bool {
        input.asInt != nil || input.asFloat != nil || input.asBigInt != nil || input.asObject is PyDecimal
    }

    private func changed(_ text: PyStr, by method: String) throws -> PyStr {
        let machine = validator.machine
        return try machine.call(try machine.attribute(.str(text), method)).asStr ?? text
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
