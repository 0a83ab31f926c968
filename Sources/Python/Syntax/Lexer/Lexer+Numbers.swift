extension Lexer {
    /// Scans an integer, a floating point number or an imaginary number.
    mutating func scanNumber() throws(SyntaxError) -> Token {
        let start = position
        if byte() == 0x30, let base = NumberBase(letter: byte(1)) {
            try scanPrefixed(base)
            return token(.number, from: start)
        }
        let startsWithZero = byte() == 0x30
        var isInteger = true
        if byte() != 0x2E { try scanDecimalDigits() }
        let integerEnd = position
        if byte() == 0x2E {
            isInteger = false
            position += 1
            if CharacterClass.isDigit(byte()) { try scanDecimalDigits() }
        }
        if try scanExponent() { isInteger = false }
        if byte() | 0x20 == 0x6A {
            isInteger = false
            position += 1
            try verifyEnd("imaginary")
        } else {
            try verifyEnd("decimal")
        }
        if isInteger, startsWithZero { try verifyZeros(from: start, to: integerEnd) }
        return token(.number, from: start)
    }

    private mutating func scanDecimalDigits() throws(SyntaxError) {
        while true {
            while CharacterClass.isDigit(byte()) { position += 1 }
            guard byte() == 0x5F else { return }
            position += 1
            if !CharacterClass.isDigit(byte()) { throw invalid("decimal", before: position) }
        }
    }

    /// Scans `e+10`; without digits the letter is left where it is.
    private mutating func scanExponent() throws(SyntaxError) -> Bool {
        guard byte() | 0x20 == 0x65 else { return false }
        let hasSign = byte(1) == 0x2B || byte(1) == 0x2D
        guard CharacterClass.isDigit(byte(hasSign ? 2 : 1)) else {
            if hasSign { throw invalid("decimal", before: position + 2) }
            return false
        }
        position += hasSign ? 2 : 1
        try scanDecimalDigits()
        return true
    }

    private mutating func scanPrefixed(_ base: NumberBase) throws(SyntaxError) {
        position += 2
        repeat {
            if byte() == 0x5F { position += 1 }
            guard base.contains(byte()) else {
                if CharacterClass.isDigit(byte()) { throw invalidDigit(base) }
                throw invalid(base.name, before: position)
            }
            while base.contains(byte()) { position += 1 }
        } while byte() == 0x5F
        if CharacterClass.isDigit(byte()) { throw invalidDigit(base) }
        try verifyEnd(base.name)
    }

    private func invalidDigit(_ base: NumberBase) -> SyntaxError {
        let digit = Character(Unicode.Scalar(byte()))
        return SyntaxError("invalid digit '\(digit)' in \(base.name) literal", at: SourceRange(position, position + 1))
    }

    private func invalid(_ kind: String, before end: Int) -> SyntaxError {
        SyntaxError("invalid \(kind) literal", at: SourceRange(max(0, end - 1), end))
    }

    /// A number may be followed by a keyword without a blank, but by no other name.
    private func verifyEnd(_ kind: String) throws(SyntaxError) {
        guard CharacterClass.startsName(byte()) else { return }
        let rest = bytes[position..<min(limit, position + 4)]
        let keywords = ["and", "else", "for", "if", "in", "is", "or", "not"]
        if keywords.contains(where: { rest.starts(with: Array($0.utf8)) }) { return }
        throw invalid(kind, before: position)
    }

    private func verifyZeros(from start: Int, to end: Int) throws(SyntaxError) {
        let digits = bytes[start..<end]
        guard digits.contains(where: { $0 != 0x30 && $0 != 0x5F }) else { return }
        let zeros = digits.prefix { $0 == 0x30 || $0 == 0x5F }
        let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
        throw SyntaxError(message, at: SourceRange(start, start + zeros.count))
    }
}

/// The base of an integer literal with a prefix.
enum NumberBase: Int, Sendable {
    case binary = 2
    case octal = 8
    case hexadecimal = 16

    /// Reads the letter behind the zero.
    init?(letter: UInt8) {
        switch letter | 0x20 {
        case 0x62: self = .binary
        case 0x6F: self = .octal
        case 0x78: self = .hexadecimal
        default: return nil
        }
    }

    /// What the base is called in messages.
    var name: String {
        switch self {
        case .binary: "binary"
        case .octal: "octal"
        case .hexadecimal: "hexadecimal"
        }
    }

    /// Whether `byte` is a digit of the base.
    func contains(_ byte: UInt8) -> Bool { CharacterClass.hexValue(byte).map { $0 < rawValue } ?? false }
}
