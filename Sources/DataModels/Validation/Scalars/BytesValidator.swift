import Python

/// `bytes` (pydantic-core `bytes`).
struct BytesValidator {
    private let validator: Validator
    private let rules: LengthRules
    /// How texts hold bytes.
    private let form: BytesForm

    init(_ validator: Validator, _ rules: LengthRules, _ form: BytesForm) {
        self.validator = validator
        self.rules = rules
        self.form = form
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let value = try convert(input, location, &errors) else { return nil }
        if let minimum = rules.minimum, value.count < minimum {
            let message = "Data should have at least \(minimum) byte\(minimum == 1 ? "" : "s")"
            return validator.fail("bytes_too_short", message, input, location, &errors, [("min_length", .int(minimum))])
        }
        if let maximum = rules.maximum, value.count > maximum {
            let message = "Data should have at most \(maximum) byte\(maximum == 1 ? "" : "s")"
            return validator.fail("bytes_too_long", message, input, location, &errors, [("max_length", .int(maximum))])
        }
        return .object(PyBytes(value))
    }

    private func convert(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> [UInt8]? {
        if let bytes = input.asBytes, !bytes.isMutable {
            if input.asInstance != nil { validator.floor(.strict) }
            return bytes.bytes
        }
        if let text = input.asStr, validator.takesTexts {
            validator.floor(validator.mode == .python ? .lax : .strict)
            switch form.bytes(of: text) {
            case .success(let bytes): return bytes
            case .failure(let problem):
                let encoding = form.rawValue
                _ = validator.fail(
                    "bytes_invalid_encoding", "Data should be valid \(encoding): \(problem.text)", input, location, &errors,
                    [("encoding", .string(encoding)), ("encoding_error", .string(problem.text))])
                return nil
            }
        }
        if !validator.isStrict, let bytes = input.asBytes {
            validator.floor(.lax)
            return bytes.bytes
        }
        _ = validator.fail("bytes_type", "Input should be a valid bytes", input, location, &errors)
        return nil
    }
}
