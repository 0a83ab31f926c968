/// How Python writes floating-point numbers.
public enum FloatText {
    /// `repr(value)`: the fewest digits that read back as the same number.
    public static func repr(_ value: Double) -> String {
        if let word = word(value) { return word }
        // Within these bounds Swift, too, writes the fewest digits with a point and no exponent.
        if value.magnitude >= 1e-4, value.magnitude < 1e15 { return value.description }
        let digits = DecimalDigits.shortest(value)
        let sign: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
        let body = digits.point > 16 || digits.point < -3 ? exponential(digits, alternate: false) : positional(digits, places: 1)
        return String(decoding: sign + body, as: UTF8.self)
    }

    /// The text of infinities and NaN.
    static func word(_ value: Double) -> String? {
        if value.isNaN { return "nan" }
        return value.isInfinite ? value < 0 ? "-inf" : "inf" : nil
    }

    /// Digits with a decimal point, at least that many places after it; no point where there are none.
    static func positional(_ number: DecimalDigits, places: Int, alternate: Bool = false) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        var text: [UInt8] = number.point <= 0 ? [zero] : Array(number.digits.prefix(number.point))
        if number.point > text.count { text += [UInt8](repeating: zero, count: number.point - text.count) }
        var fraction: [UInt8] = number.point < 0 ? [UInt8](repeating: zero, count: -number.point) : []
        fraction += number.digits.dropFirst(max(0, number.point))
        if fraction.count < places { fraction += [UInt8](repeating: zero, count: places - fraction.count) }
        if !fraction.isEmpty || alternate { text.append(UInt8(ascii: ".")) }
        return text + fraction
    }

    /// One digit, a point, the others and the exponent in at least two digits.
    static func exponential(_ number: DecimalDigits, alternate: Bool, mark: UInt8 = UInt8(ascii: "e"), places: Int = 0) -> [UInt8] {
        var text = [number.digits[0]]
        var fraction = Array(number.digits.dropFirst())
        if fraction.count < places { fraction += [UInt8](repeating: UInt8(ascii: "0"), count: places - fraction.count) }
        if !fraction.isEmpty || alternate { text.append(UInt8(ascii: ".")) }
        text += fraction
        let exponent = number.point - 1
        text += [mark, UInt8(ascii: exponent < 0 ? "-" : "+")]
        if exponent.magnitude < 10 { text.append(UInt8(ascii: "0")) }
        return text + Array(String(exponent.magnitude).utf8)
    }

    /// `value` rounded to that many decimal places as Python's `round` does, exactly; nil where the result is too large.
    public static func round(_ value: Double, places: Int) -> Double? {
        if !value.isFinite || value == 0 || places > 323 { return value }
        let zero = value.sign == .minus ? -0.0 : 0.0
        if places < -308 { return zero }
        let number = DecimalDigits.fixed(value, places: places)
        let text = String(decoding: number.digits, as: UTF8.self) + "e" + String(number.point - number.digits.count)
        guard let magnitude = Double(text), magnitude.isFinite else { return nil }
        return value.sign == .minus ? -magnitude : magnitude
    }
}
