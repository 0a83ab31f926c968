/// What stands between `%` and the letter of its conversion.
struct PercentDirective {
    var isLeft = false, isSigned = false, isSpaced = false, isAlternate = false, isZeroed = false
    var width = 0
    var precision: Int?

    /// The letters of the conversions.
    static func types(isBytes: Bool) -> String.UnicodeScalarView { (isBytes ? "srabcdiuoxXeEfFgG" : "sracdiuoxXeEfFgG").unicodeScalars }
}

/// How one value is written by a directive of `template % values`.
struct PercentConversion {
    /// The directive.
    let directive: PercentDirective
    /// The letter of the conversion.
    let type: Unicode.Scalar
    /// Whether the template is of bytes.
    let isBytes: Bool
    /// What raises.
    let machine: Machine

    /// The value as the directive says, in UTF-8 for `str`.
    func text(of value: Value) throws -> [UInt8] {
        switch type {
        case "s", "r", "a", "b": return try isBytes ? shortenedBytes(value) : shortenedText(value)
        case "c":
            let point = try character(value)
            return padded(isBytes ? [UInt8(truncatingIfNeeded: point)] : PyStr(points: [point]).utf8, count: 1)
        case "d", "i", "u", "o", "x", "X": return try integer(value)
        default: return try float(value)
        }
    }

    private func shortenedBytes(_ value: Value) throws -> [UInt8] {
        var bytes = try plainBytes(value)
        try machine.charge(bytes: bytes.count * 2)
        if let precision = directive.precision { bytes = Array(bytes.prefix(precision)) }
        return padded(bytes, count: bytes.count)
    }

    private func shortenedText(_ value: Value) throws -> [UInt8] {
        var text = try plainText(value)
        try machine.charge(bytes: text.byteCount * 2)
        if let precision = directive.precision, precision < text.count { text = PyStr(points: text.points.prefix(precision)) }
        return padded(text.utf8, count: text.count)
    }

    private func plainText(_ value: Value) throws -> PyStr {
        switch type {
        case "s": try machine.strStr(value)
        case "r": try machine.reprStr(value)
        default: TextRepr.escapingNonASCII(try machine.reprStr(value))
        }
    }

    private func plainBytes(_ value: Value) throws -> [UInt8] {
        if type != "s" && type != "b" { return TextRepr.escapingNonASCII(try machine.reprStr(value)).utf8 }
        if let bytes = value.asBytes { return bytes.bytes }
        if let method = try machine.method(value, "__bytes__"), let bytes = try machine.call(method).asBytes { return bytes.bytes }
        let words = "%b requires a bytes-like object, or an object that implements __bytes__, not '\(machine.typeName(value))'"
        throw machine.error("TypeError", words)
    }

    private func character(_ value: Value) throws -> UInt32 {
        let limit: UInt32 = isBytes ? 0xFF : 0x10FFFF
        if let text = value.asStr, !isBytes, let point = text.singlePoint { return point }
        if isBytes, let bytes = value.asBytes?.bytes, bytes.count == 1 { return UInt32(bytes[0]) }
        guard value.isInteger else {
            let words = isBytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char"
            throw machine.error("TypeError", words)
        }
        guard let number = value.asInt, number >= 0, number <= limit else {
            throw machine.error("OverflowError", isBytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)")
        }
        return UInt32(number)
    }

    private func integer(_ value: Value) throws -> [UInt8] {
        let number = try wholeNumber(value)
        let base = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
        var digits = base == 10 ? try machine.decimalText(number.absolute).utf8 : number.absolute.textBytes(base: base)
        if let precision = directive.precision, precision > digits.count {
            digits = [UInt8](repeating: UInt8(ascii: "0"), count: precision - digits.count) + digits
        }
        if type == "X" { digits = digits.map(CaseMapping.upperASCII) }
        let prefix = directive.isAlternate && base != 10 ? Array("0\(type)".utf8) : []
        return padded(digits, lead: sign(isNegative: number.isNegative) + prefix)
    }

    private func wholeNumber(_ value: Value) throws -> BigInt {
        if let number = value.asBigInt { return number }
        let isDecimal = type == "d" || type == "i" || type == "u"
        if isDecimal, let number = value.asFloat { return try machine.integer(truncating: number) }
        if isDecimal, let method = try machine.method(value, "__int__"), let number = try machine.call(method).asBigInt { return number }
        if let method = try machine.method(value, "__index__"), let number = try machine.call(method).asBigInt { return number }
        let wanted = isDecimal ? "a real number is required" : "an integer is required"
        throw machine.error("TypeError", "%\(isBytes && type == "i" ? "d" : type) format: \(wanted), not \(machine.typeName(value))")
    }

    private func float(_ value: Value) throws -> [UInt8] {
        guard let number = try machine.realNumberIfPresent(value) else {
            let wanted = isBytes ? "float argument required" : "must be real number"
            throw machine.error("TypeError", "\(wanted), not \(machine.typeName(value))")
        }
        let precision = directive.precision ?? 6
        let lead = sign(isNegative: number.sign == .minus && !number.isNaN)
        if type == "f", precision < 10, let digits = PlainFormat.fixed(number.magnitude, places: precision), !directive.isAlternate {
            return padded(digits.utf8, lead: lead)
        }
        var spec = FormatSpecification(type: type.value, precision: precision)
        spec.isAlternate = directive.isAlternate
        try machine.charge(bytes: precision)
        return padded(NumberFormat.magnitude(number.magnitude, spec), lead: lead)
    }

    private func sign(isNegative: Bool) -> [UInt8] {
        if isNegative { return [UInt8(ascii: "-")] }
        return directive.isSigned ? [UInt8(ascii: "+")] : directive.isSpaced ? [UInt8(ascii: " ")] : []
    }

    /// The digits of a number behind its sign, filled to the width.
    private func padded(_ digits: [UInt8], lead: [UInt8]) -> [UInt8] {
        let missing = directive.width - lead.count - digits.count
        if missing > 0, directive.isZeroed, !directive.isLeft {
            return lead + repeatElement(UInt8(ascii: "0"), count: missing) + digits
        }
        return padded(lead.isEmpty ? digits : lead + digits, count: lead.count + digits.count)
    }

    /// A text of `count` characters, filled to the width with spaces.
    private func padded(_ text: [UInt8], count: Int) -> [UInt8] {
        if directive.width <= count { return text }
        let spaces = repeatElement(UInt8(ascii: " "), count: directive.width - count)
        return directive.isLeft ? text + spaces : spaces + text
    }
}
