import Python

/// `UUID`, with the words of the parser that Pydantic uses.
struct UUIDValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(
        _ input: Value, version: Int? = nil, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        if input.asObject is PyUUID {
            let found = try version.map { _ in try validator.machine.attribute(input, "version").asInt }
            return version == nil || found == version ? input : wrong(version, input, location, &errors)
        }
        if validator.inputType == .python {
            if validator.isStrict {
                return validator.fail(
                    "is_instance_of", "Input should be an instance of UUID", input, location, &errors, [("class", "UUID")])
            }
            validator.floor(.lax)
        }
        switch parsed(input) {
        case .success(let bytes)?:
            // Version and variant stand in the first half of their bytes.
            if let version, Int(bytes[6] >> 4) != version || bytes[8] >> 6 != 2 { return wrong(version, input, location, &errors) }
            return try UUIDModule.classes(validator.machine).make(bytes)
        case .failure(let problem)?:
            let message = "Input should be a valid UUID, \(problem.text)"
            return validator.fail("uuid_parsing", message, input, location, &errors, [("error", .string(problem.text))])
        case nil:
            return validator.fail("uuid_type", "UUID input should be a string, bytes or UUID object", input, location, &errors)
        }
    }

    private func wrong(_ version: Int?, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        let version = version ?? 0
        return validator.fail(
            "uuid_version", "UUID version \(version) expected", input, location, &errors, [("expected_version", .int(version))])
    }

    /// The sixteen bytes that an input gives; nil for inputs that are neither text nor bytes.
    private func parsed(_ input: Value) -> Result<[UInt8], Problem>? {
        if let text = input.asString { return Self.parse(text) }
        guard let bytes = input.asBytes, !bytes.isMutable else { return nil }
        if let text = String(validating: bytes.bytes, as: UTF8.self), case .success(let parsed) = Self.parse(text) {
            return .success(parsed)
        }
        if bytes.bytes.count == 16 { return .success(bytes.bytes) }
        return .failure(Problem(text: "invalid length: expected 16 bytes, found \(bytes.bytes.count)"))
    }

    struct Problem: Error {
        let text: String
    }

    /// Simple and hyphenated forms, in braces or with `urn:uuid:` (the Rust crate `uuid`).
    static func parse(_ text: String) -> Result<[UInt8], Problem> {
        var body = text.unicodeScalars[...]
        var offset = 0
        if body.starts(with: "urn:uuid:".unicodeScalars) {
            offset = 9
            body = body.dropFirst(9)
        } else if body.first == "{", body.last == "}", body.count > 1 {
            offset = 1
            body = body.dropFirst().dropLast()
        }
        var digits: [UInt8] = []
        var groups: [Int] = [0]
        var index = offset
        for scalar in body {
            // The crate looks at the last byte of a code point alone.
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if byte == UInt8(ascii: "-") {
                groups.append(0)
            } else if let digit = PercentEncoding.hex(byte) {
                digits.append(digit)
                groups[groups.count - 1] += 1
            } else {
                return .failure(Problem(text: "invalid character: found `\(scalar)` at \(index)"))
            }
            index += String(scalar).utf8.count
        }
        return check(digits, groups, isSimple: offset == 0, length: text.utf8.count)
    }

    private static func check(_ digits: [UInt8], _ groups: [Int], isSimple: Bool, length: Int) -> Result<[UInt8], Problem> {
        if groups.count == 1, isSimple {
            guard length == 32, digits.count == 32 else { return .failure(Problem(text: "invalid length: found \(length)")) }
        } else if groups.count > 1 || digits.count != 32 {
            guard groups.count == 5 else { return .failure(Problem(text: "invalid group count: expected 5, found \(groups.count)")) }
            for (index, wanted) in [8, 4, 4, 4, 12].enumerated() where groups[index] != wanted {
                return .failure(Problem(text: "invalid group length in group \(index): expected \(wanted), found \(groups[index])"))
            }
        }
        return .success(stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }
}
