/// Reads the text of number tokens.
enum NumberLiteral {
    /// The value of the number token at `range`.
    static func constant(of range: SourceRange, in source: SourceText) throws(SyntaxError) -> Constant {
        let text = source.slice(range).filter { $0 != 0x5F }
        if text.count > 2, text[0] == 0x30, let base = NumberBase(letter: text[1]) {
            return .integer(integer(text.dropFirst(2), radix: base.rawValue))
        }
        if let last = text.last, last | 0x20 == 0x6A { return .imaginary(double(text.dropLast())) }
        if text.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) { return .float(double(text[...])) }
        let literal = integer(text[...], radix: 10)
        let count = literal.digits.utf8.count
        if count > maximumDecimalDigits {
            let message =
                "Exceeds the limit (\(maximumDecimalDigits) digits) for integer string conversion: value has \(count) digits; "
                + "use sys.set_int_max_str_digits() to increase the limit - "
                + "Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
            throw SyntaxError(message, at: range)
        }
        return .integer(literal)
    }

    /// The limit that CPython 3.11 sets for decimal literals.
    static let maximumDecimalDigits = 4300

    private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> IntegerLiteral {
        let significant = digits.drop { $0 == 0x30 }
        let text = significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
        return IntegerLiteral(digits: text, radix: radix, value: Int(text, radix: radix))
    }

    private static func double(_ text: ArraySlice<UInt8>) -> Double {
        var digits = Array(text)
        if digits.first == 0x2E { digits.insert(0x30, at: 0) }
        if let point = digits.firstIndex(of: 0x2E), point + 1 == digits.count || !CharacterClass.isDigit(digits[point + 1]) {
            digits.insert(0x30, at: point + 1)
        }
        return Double(String(decoding: digits, as: UTF8.self)) ?? .infinity
    }
}
