/// How Python reads numbers from text.
public enum NumberParsing {
    /// Why a text is no number.
    enum Failure: Error, Equatable {
        case notANumber
        /// More decimal digits than Python 3.11 converts; with how many there were.
        case tooManyDigits(Int)
    }

    /// The most decimal digits that `int` and `str` convert (CPython 3.11, `sys.set_int_max_str_digits`).
    static let digitLimit = 4300

    /// Decimal digits of any script as ASCII ones, white space at the ends removed; nil where something else is not ASCII.
    static func normalised(_ text: [UInt8]) -> [UInt8]? {
        let trimmed = TextTrimming.trimmed(text, where: CharacterProperties.isSpace)
        if trimmed.allSatisfy({ $0 < 0x80 }) { return Array(trimmed) }
        var ascii: [UInt8] = []
        for point in CodePoints(trimmed) {
            if point < 0x80 {
                ascii.append(UInt8(point))
            } else if let digit = CharacterProperties.decimalDigit(point) {
                ascii.append(48 + UInt8(digit))
            } else {
                return nil
            }
        }
        return ascii
    }

    /// Reads an `int` literal as `int(text, base)` does; base 0 takes the prefix's, or 10.
    static func integer(_ text: [UInt8], base: Int) throws(Failure) -> BigInt {
        guard let ascii = normalised(text) else { throw .notANumber }
        var rest = ascii[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var base = base
        let isAutomatic = base == 0
        if let prefixed = prefixBase(rest), base == 0 || base == prefixed {
            base = prefixed
            rest = rest.dropFirst(2)
            if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
        } else if base == 0 {
            base = 10
        }
        guard let digits = withoutUnderscores(rest) else { throw .notANumber }
        if base & (base - 1) != 0, digits.count > digitLimit, digits.allSatisfy({ (BigInt.value(ofDigit: $0) ?? 99) < base }) {
            throw .tooManyDigits(digits.count)
        }
        guard let value = BigInt(digits: digits, base: base, isNegative: isNegative) else { throw .notANumber }
        if isAutomatic, base == 10, digits.first == UInt8(ascii: "0"), !value.isZero { throw .notANumber }
        return value
    }

    private static func prefixBase(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= 2, text.first == UInt8(ascii: "0") else { return nil }
        switch text[text.startIndex + 1] | 0x20 {
        case UInt8(ascii: "x"): return 16
        case UInt8(ascii: "o"): return 8
        case UInt8(ascii: "b"): return 2
        default: return nil
        }
    }

    /// The text without single underscores between other characters; nil where one stands elsewhere.
    private static func withoutUnderscores(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let underscore = UInt8(ascii: "_")
        guard text.contains(underscore) else { return Array(text) }
        if text.first == underscore || text.last == underscore { return nil }
        var kept: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text {
            if byte == underscore && previous == underscore { return nil }
            if byte != underscore { kept.append(byte) }
            previous = byte
        }
        return kept
    }

    /// Reads a number as `float(text)` does, or nil where it is none.
    public static func float(_ text: [UInt8]) -> Double? {
        if isDecimal(text[...]) { return Double(String(decoding: text, as: UTF8.self)) }
        guard let ascii = normalised(text) else { return nil }
        if let word = special(ascii) { return word }
        guard underscoresStandBetweenDigits(ascii) else { return nil }
        let plain = ascii.filter { $0 != UInt8(ascii: "_") }
        guard isDecimal(plain[...]) else { return nil }
        return Double(String(decoding: plain, as: UTF8.self))
    }

    private static func special(_ text: [UInt8]) -> Double? {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        switch String(decoding: rest.map { $0 | 0x20 }, as: UTF8.self) {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return isNegative ? -.nan : .nan
        default: return nil
        }
    }

    private static func underscoresStandBetweenDigits(_ text: [UInt8]) -> Bool {
        func isDigit(_ position: Int) -> Bool { text.indices.contains(position) && text[position] >= 48 && text[position] <= 57 }
        return text.indices.allSatisfy { text[$0] != UInt8(ascii: "_") || (isDigit($0 - 1) && isDigit($0 + 1)) }
    }

    /// Whether the text is a sign, digits with a point, and an exponent, in that order.
    private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
            let digits = rest.prefix { $0 >= 48 && $0 <= 57 }.count
            rest = rest.dropFirst(digits)
            return digits
        }
        func takeSign(_ rest: inout ArraySlice<UInt8>) {
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        }
        takeSign(&rest)
        var digits = takeDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            digits += takeDigits(&rest)
        }
        if digits == 0 { return false }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            takeSign(&rest)
            if takeDigits(&rest) == 0 { return false }
        }
        return rest.isEmpty
    }
}
