extension Machine {
    /// `int(value)` of a `float`: rounded towards zero; raises OverflowError and ValueError for infinities and NaN.
    public func integer(truncating value: Double) throws -> BigInt {
        if let whole = BigInt(truncating: value) { return whole }
        if value.isNaN { throw error("ValueError", "cannot convert float NaN to integer") }
        throw error("OverflowError", "cannot convert float infinity to integer")
    }

    /// The number as a `float`, by `__float__` or `__index__` where it has them; raises "must be real number" for others.
    public func realNumber(_ value: Value) throws -> Double {
        if let number = try realNumberIfPresent(value) { return number }
        throw error("TypeError", "must be real number, not \(typeName(value))")
    }

    /// The number as a `float`, or nil for what is none.
    func realNumberIfPresent(_ value: Value) throws -> Double? {
        if let number = try FloatArithmetic.operand(value.unwrapped, self) { return number }
        if let method = try method(value, "__float__") {
            let result = try call(method)
            guard let number = result.asFloat else {
                throw error("TypeError", "\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
            }
            return number
        }
        if try method(value, "__index__") != nil { return try IntegerArithmetic.double(try bigIndex(value), self) }
        return nil
    }

    /// `int(value)` and `int(text, base)`.
    func makeInteger(_ value: Value, base: Value?) throws -> BigInt {
        if let base {
            guard value.asStr != nil || value.asBytes != nil else {
                _ = try bigIndex(base)
                throw error("TypeError", "int() can't convert non-string with explicit base")
            }
            let radix = try bigIndex(base).asInt ?? -1
            guard radix == 0 || (2...36).contains(radix) else { throw error("ValueError", "int() base must be >= 2 and <= 36, or 0") }
            return try parseInteger(value, radix)
        }
        if let number = value.asBigInt { return number }
        if let number = value.asFloat { return try integer(truncating: number) }
        if value.asStr != nil || value.asBytes != nil { return try parseInteger(value, 10) }
        return try integerByProtocol(value)
    }

    /// `int(value)` where that is plain: an integer of a machine word, or a text of at most 18 decimal digits and nothing else.
    func smallInteger(_ value: Value) -> Int? {
        switch value {
        case .int(let small): return small
        case .str(let text):
            if text.isEmpty || text.byteCount > 18 { return nil }
            return text.withUTF8 { digits in
                var number = 0
                for digit in digits {
                    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
                    number = number * 10 + Int(digit - UInt8(ascii: "0"))
                }
                return number
            }
        default: return nil
        }
    }

    private func integerByProtocol(_ value: Value) throws -> BigInt {
        for name in ["__int__", "__index__", "__trunc__"] {
            guard let method = try method(value, name) else { continue }
            let result = try call(method)
            guard let number = result.asBigInt else {
                throw error("TypeError", "\(name) returned non-int (type \(typeName(result)))")
            }
            return number
        }
        throw error("TypeError", "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'")
    }

    private func parseInteger(_ value: Value, _ base: Int) throws -> BigInt {
        let text = value.asStr?.utf8 ?? value.asBytes?.bytes ?? []
        try charge(instructions: 1 + text.count / 8)
        do {
            return try NumberParsing.integer(text, base: base)
        } catch .tooManyDigits(let count) {
            let words = "Exceeds the limit (4300 digits) for integer string conversion: value has \(count) digits; "
            throw error("ValueError", words + "use sys.set_int_max_str_digits() to increase the limit")
        } catch .notANumber {
            throw error("ValueError", "invalid literal for int() with base \(base): \(try repr(value))")
        }
    }

    /// `float(value)`.
    func makeFloat(_ value: Value) throws -> Double {
        if let text = value.asStr?.utf8 ?? value.asBytes?.bytes {
            try charge(instructions: 1 + text.count / 8)
            guard let number = NumberParsing.float(text) else {
                throw error("ValueError", "could not convert string to float: \(try repr(value))")
            }
            return number
        }
        if let number = try realNumberIfPresent(value) { return number }
        throw error("TypeError", "float() argument must be a string or a real number, not '\(typeName(value))'")
    }
}
