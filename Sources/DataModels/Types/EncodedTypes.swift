import Python

/// `Json` and `Json[X]`: a text that is parsed, then validated.
struct JSONType: WrappingType {
    let inner: Schema
    var isTransparent: Bool { false }

    var name: String { "json[\(UnionValidator.name(inner))]" }
    var coreType: String { "json" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let bytes = input.asStr?.utf8 ?? input.asBytes?.bytes else {
            return validator.fail("json_type", "JSON input should be string, bytes or bytearray", input, location, &errors)
        }
        let value: Value
        do throws(JSONProblem) {
            value = try JSONInput.value(of: bytes)
        } catch {
            return validator.fail(
                "json_invalid", "Invalid JSON: \(error.text)", input, location, &errors, [("error", .string(error.text))])
        }
        // What was parsed is JSON, wherever the text came from.
        var own = validator
        if own.mode != .json { own.mode = .json }
        return try own.validate(inner, value, at: location, &errors)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        let plain = try serializer.plain(value, inner, include: serializer.include, exclude: serializer.exclude)
        guard serializer.options.isRoundTrip else { return plain }
        return .str(PyStr(utf8: try JSONText.bytes(plain, serializer.machine)))
    }
}

/// `Base64Str`, `Base64Bytes` and their URL-safe forms.
struct Base64Type: SpecialType {
    /// The text or the bytes that are decoded.
    let inner: Schema
    let isURLSafe: Bool

    private var isText: Bool { if case .str = inner { true } else { false } }
    var name: String { "function-after[\(isText ? "decode_str" : "decode")(), \(UnionValidator.name(inner))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
        let bytes = value.asStr?.utf8 ?? value.asBytes?.bytes ?? []
        do {
            let function = try machine.imported("base64", isURLSafe ? "urlsafe_b64decode" : "b64decode")
            let decoded = try machine.call(function, .object(PyBytes(bytes)))
            return isText ? try machine.call(try machine.attribute(decoded, "decode")) : decoded
        } catch let raised as PyError where machine.isError(raised, "UnicodeDecodeError") {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        } catch let raised as PyError where machine.isError(raised, "ValueError") {
            let reason = try machine.str(.object(raised.exception))
            return validator.fail(
                "base64_decode", "Base64 decoding error: '\(reason)'", input, location, &errors, [("error", .string(reason))])
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        let machine = serializer.machine
        guard let bytes = value.asStr?.utf8 ?? value.asBytes?.bytes else { return nil }
        let function = try machine.imported("base64", isURLSafe ? "urlsafe_b64encode" : "b64encode")
        let encoded = try machine.call(function, .object(PyBytes(bytes)))
        return isText || serializer.options.isJSON ? .str(PyStr(utf8: encoded.asBytes?.bytes ?? [])) : encoded
    }
}
