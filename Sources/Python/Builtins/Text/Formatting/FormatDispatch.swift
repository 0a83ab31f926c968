extension Machine {
    /// `format(value, spec)` of a built-in value, or nil for a type that takes no specification.
    ///
    /// Raises ValueError in CPython's words; `bool` formats as `int` unless the specification is empty.
    public func builtinFormat(_ value: Value, _ spec: PyStr) throws -> PyStr? {
        do {
            switch value {
            case .str(let text):
                if spec.isEmpty { return text }
                if let made = try PlainFormat.text(text, spec, self) { return made }
                return try NumberFormat.text(text, try checked(FormatSpecification(spec, typeName: "str")))
            case .float(let number):
                if spec.isEmpty { return PyStr(FloatText.repr(number)) }
                if let made = try PlainFormat.float(number, spec, self) { return made }
                return try formatFloat(number, spec)
            case .bool(let flag) where spec.isEmpty: return PyStr(flag ? "True" : "False")
            case .int(let number):
                if let made = try PlainFormat.integer(number, spec, self) { return made }
                return try formatInteger(value, spec)
            case .bool: return try formatInteger(value, spec)
            case .object(let object) where object is PyBigInt: return try formatInteger(value, spec)
            default: return nil
            }
        } catch let failure as FormatSpecification.Failure {
            throw error("ValueError", failure.message)
        }
    }

    private func formatFloat(_ number: Double, _ spec: PyStr) throws -> PyStr {
        let parsed = try checked(FormatSpecification(spec, typeName: "float"))
        if let type = parsed.type, Unicode.Scalar(type).map({ !"eEfFgGn%".unicodeScalars.contains($0) }) ?? true {
            throw FormatSpecification.unknownCode(type, "float")
        }
        return try NumberFormat.float(number, parsed)
    }

    private func formatInteger(_ value: Value, _ spec: PyStr) throws -> PyStr {
        guard let number = value.asBigInt else { return PyStr("") }
        if spec.isEmpty { return try decimalText(number) }
        let parsed = try checked(FormatSpecification(spec, typeName: value.asBool == nil ? "int" : "bool"))
        let type = parsed.type.flatMap(Unicode.Scalar.init) ?? "d"
        switch type {
        case "e", "E", "f", "F", "g", "G", "%": return try NumberFormat.float(try IntegerArithmetic.double(number, self), parsed)
        case "c": return try formatCharacter(number, parsed)
        case "d", "n":
            _ = try decimalDigitsChecked(number)
            return try NumberFormat.integer(number, parsed)
        case "b", "o", "x", "X": return try NumberFormat.integer(number, parsed)
        default: throw FormatSpecification.unknownCode(type.value, value.asBool == nil ? "int" : "bool")
        }
    }

    private func formatCharacter(_ number: BigInt, _ spec: FormatSpecification) throws -> PyStr {
        if spec.precision != nil { throw error("ValueError", "Precision not allowed in integer format specifier") }
        if spec.sign != nil { throw error("ValueError", "Sign not allowed with integer format specifier 'c'") }
        if spec.isAlternate { throw error("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'") }
        guard let point = number.asInt else { throw error("OverflowError", "Python int too large to convert to C long") }
        guard (0...0x10FFFF).contains(point) else {
            throw error("OverflowError", "%c arg not in range(0x110000)")
        }
        var bytes: [UInt8] = []
        CodePoints.append(UInt32(point), to: &bytes)
        return PyStr(utf8: spec.padded(bytes, count: 1, default: .right))
    }

    /// Pays for the width and the precision, which a specification may make huge.
    private func checked(_ spec: FormatSpecification) throws -> FormatSpecification {
        try charge(bytes: max(spec.width ?? 0, spec.precision ?? 0))
        return spec
    }

    /// The decimal text of an integer; raises ValueError past CPython's limit of 4300 digits.
    func decimalText(_ value: BigInt) throws -> PyStr { PyStr(utf8: try decimalDigitsChecked(value).textBytes(base: 10)) }

    private func decimalDigitsChecked(_ value: BigInt) throws -> BigInt {
        if value.bitWidth > 14_284 && value.absolute >= .powerOfTen(NumberParsing.digitLimit) {
            throw error(
                "ValueError",
                "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
        }
        if value.magnitude.count > 8 { try charge(instructions: value.magnitude.count * value.magnitude.count / 4) }
        return value
    }
}
