import Python

/// `bool` (pydantic-core `bool`).
struct BoolValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    private static let words: [String: Bool] = [
        "true": true, "t": true, "yes": true, "y": true, "on": true, "1": true, "false": false, "f": false, "no": false, "n": false,
        "off": false, "0": false,
    ]

    func validate(_ input: Value, _ isStrict: Bool, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if case .bool = input { return input }
        if !isStrict || validator.mode == .strings {
            validator.floor(validator.mode == .strings ? .strict : .lax)
            if let text = text(input) {
                if text.utf8.allSatisfy({ $0 < 0x80 }), let known = Self.words[text.lowercased()] { return .bool(known) }
                return parsing(input, location, &errors)
            }
            if let value = input.asInt { return value == 0 || value == 1 ? .bool(value == 1) : parsing(input, location, &errors) }
            if let value = try number(input), value.isFinite, value == value.rounded(), abs(value) < 0x1p63 {
                return value == 0 || value == 1 ? .bool(value == 1) : parsing(input, location, &errors)
            }
        }
        return validator.fail("bool_type", "Input should be a valid boolean", input, location, &errors)
    }

    private func text(_ input: Value) -> String? {
        if let text = input.asString { return text }
        guard let bytes = input.asBytes, !bytes.isMutable else { return nil }
        return String(validating: bytes.bytes, as: UTF8.self) ?? ""
    }

    private func number(_ input: Value) throws -> Double? {
        validator.mode == .json ? input.asFloat : try NumberProtocol.double(input, validator.machine)
    }

    private func parsing(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        validator.fail("bool_parsing", "Input should be a valid boolean, unable to interpret input", input, location, &errors)
    }
}
