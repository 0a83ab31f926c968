import Python

/// Numbers as C sees them: `PyFloat_AsDouble`, which asks `__float__`, then `__index__`.
enum NumberProtocol {
    /// The float of a number of any class; nil for other values and for integers that are too large.
    static func double(_ value: Value, _ machine: Machine) throws -> Double? {
        switch value {
        case .float(let number): return number
        case .int(let number): return Double(number)
        case .bool(let flag): return flag ? 1 : 0
        case .none, .str, .list, .tuple, .dict: return nil
        case .object: break
        }
        if let number = value.asFloat { return number }
        if let big = value.asBigInt { return big.asDouble }
        guard value.asType == nil, value.asStr == nil, value.asBytes == nil else { return nil }
        guard try machine.method(value, "__float__") != nil || machine.method(value, "__index__") != nil else { return nil }
        do {
            return try machine.call(.object(machine.types.float), value).asFloat
        } catch let raised as PyError where machine.isError(raised, "Exception") {
            return nil
        }
    }
}

/// Texts of floats, as Rust reads (`f64::from_str`) and writes them.
enum FloatText {
    /// A number with digits, at most one point and an exponent, or `inf`, `infinity` and `nan` with a sign.
    static func parse(_ text: some StringProtocol) -> Double? {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        guard let size = magnitude(bytes) else { return nil }
        return isNegative ? -size : size
    }

    /// Shortest digits without exponent, and without a point for whole numbers (`f64` as `Display`).
    static func display(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        let sign = value.sign == .minus ? "-" : ""
        if value.isInfinite { return sign + "inf" }
        if value == 0 { return sign + "0" }
        let parts = value.magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
        var digits = mantissa[0] + fraction
        var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        if point <= 0 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        } else if digits.count < point {
            digits += String(repeating: "0", count: point - digits.count)
        }
        let behind = digits.dropFirst(point)
        return sign + digits.prefix(point) + (behind.isEmpty ? "" : "." + behind)
    }

    private static func magnitude(_ bytes: ArraySlice<UInt8>) -> Double? {
        switch String(decoding: bytes, as: UTF8.self).lowercased() {
        case "inf", "infinity": return .infinity
        case "nan": return .nan
        default: break
        }
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        let whole = bytes.prefix(while: isDigit)
        var rest = bytes[whole.endIndex...]
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest[fraction.endIndex...]
        }
        if whole.isEmpty, fraction.isEmpty { return nil }
        var text = String(decoding: whole.isEmpty ? [0x30] : Array(whole), as: UTF8.self) + "."
        text += fraction.isEmpty ? "0" : String(decoding: fraction, as: UTF8.self)
        if let mark = rest.first {
            let exponent = rest.dropFirst()
            let digits = exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") ? exponent.dropFirst() : exponent
            guard mark | 0x20 == UInt8(ascii: "e"), !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
            text += "e" + String(decoding: exponent, as: UTF8.self)
        }
        return Double(text)
    }
}
