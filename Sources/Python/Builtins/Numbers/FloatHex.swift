/// Hexadecimal floating-point literals, `float.hex` and `float.fromhex`.
enum FloatHex {
    /// What a text stands for.
    enum Parsed: Equatable {
        case value(Double)
        case malformed, tooLarge
    }

    /// `float.hex(number)`.
    static func text(_ number: Double) -> String {
        if let word = FloatText.word(number) { return word }
        let sign = number.sign == .minus ? "-" : ""
        if number == 0 { return sign + "0x0.0p+0" }
        let exponent = number.isNormal ? Int(number.exponent) : -1022
        let digits = String(number.significandBitPattern, radix: 16)
        let padded = String(repeating: "0", count: 13 - digits.count) + digits
        return "\(sign)0x\(number.isNormal ? 1 : 0).\(padded)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }

    /// Reads `[sign]["0x"]digits["."digits]["p"exponent]`, `inf`, `infinity` or `nan`, white space around it.
    static func parse(_ text: [UInt8]) -> Parsed {
        var rest = TextTrimming.trimmed(text, where: CharacterProperties.isSpace)
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        switch String(decoding: rest.map(CaseMapping.lowerASCII), as: UTF8.self) {
        case "inf", "infinity": return .value(isNegative ? -.infinity : .infinity)
        case "nan": return .value(.nan)
        default: break
        }
        if rest.count > 1, rest.first == UInt8(ascii: "0"), rest[rest.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
            rest = rest.dropFirst(2)
        }
        let whole = takeDigits(&rest)
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = takeDigits(&rest)
        }
        guard let exponent = takeExponent(&rest), rest.isEmpty, let digits = BigInt(digits: whole + fraction, base: 16) else {
            return .malformed
        }
        return scaled(digits, by: exponent - 4 * fraction.count, isNegative)
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let digits = rest.prefix { (BigInt.value(ofDigit: $0) ?? 99) < 16 }
        rest = rest.dropFirst(digits.count)
        return Array(digits)
    }

    private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let mark = rest.first, mark | 0x20 == UInt8(ascii: "p") else { return 0 }
        let text = String(decoding: rest.dropFirst(), as: UTF8.self)
        rest = []
        guard let exponent = Int(text) else { return nil }
        return max(-1_000_000, min(1_000_000, exponent))
    }

    /// `digits × 2^exponent` rounded to the nearest, halves to even.
    private static func scaled(_ digits: BigInt, by exponent: Int, _ isNegative: Bool) -> Parsed {
        let sign = isNegative ? -1.0 : 1.0
        if digits.isZero { return .value(sign * 0) }
        let top = digits.bitWidth + exponent
        if top > 1024 { return .tooLarge }
        if top < -1080 { return .value(sign * 0) }
        let numerator = exponent > 0 ? digits << exponent : digits
        guard case .value(let number) = numerator.trueDivided(by: exponent < 0 ? BigInt(1) << -exponent : 1) else { return .tooLarge }
        return .value(sign * number)
    }
}
