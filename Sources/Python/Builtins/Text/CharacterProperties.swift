/// What Python knows of a code point, by Unicode 14 as Python 3.11 has it.
enum CharacterProperties {
    /// Whether Unicode 14 knew the character.
    static func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x180 { return true }
        return scalar.properties.age.map { $0.major < 15 } ?? false
    }

    /// The properties, or nil for surrogates and for points that Unicode 14 had not assigned.
    private static func properties(_ point: UInt32) -> Unicode.Scalar.Properties? {
        guard let scalar = Unicode.Scalar(point), isAssigned(scalar) else { return nil }
        return scalar.properties
    }

    /// `str.isspace`.
    static func isSpace(_ point: UInt32) -> Bool {
        switch point {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// What `str.splitlines` splits at.
    static func isLineBreak(_ point: UInt32) -> Bool {
        switch point {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// `str.isalpha`.
    static func isAlphabetic(_ point: UInt32) -> Bool {
        if point < 0x80 { return isASCIILetter(point) }
        switch properties(point)?.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// `str.isdecimal`.
    static func isDecimal(_ point: UInt32) -> Bool { decimalDigit(point) != nil }

    /// `str.isdigit`.
    static func isDigit(_ point: UInt32) -> Bool {
        if point < 0x80 { return isASCIIDigit(point) }
        let type = properties(point)?.numericType
        return type == .decimal || type == .digit
    }

    /// `str.isnumeric`.
    static func isNumeric(_ point: UInt32) -> Bool {
        if point < 0x80 { return isASCIIDigit(point) }
        return properties(point)?.numericType != nil
    }

    /// The value of a decimal digit of any script.
    static func decimalDigit(_ point: UInt32) -> Int? {
        if point < 0x80 { return isASCIIDigit(point) ? Int(point) - 48 : nil }
        guard let properties = properties(point), properties.numericType == .decimal else { return nil }
        return properties.numericValue.map { Int($0) }
    }

    /// `str.isalnum`.
    static func isAlphanumeric(_ point: UInt32) -> Bool { isAlphabetic(point) || isNumeric(point) }

    /// Whether it counts for `str.islower`.
    static func isLowercase(_ point: UInt32) -> Bool {
        point < 0x80 ? point >= 97 && point <= 122 : properties(point)?.isLowercase ?? false
    }

    /// Whether it counts for `str.isupper`.
    static func isUppercase(_ point: UInt32) -> Bool {
        point < 0x80 ? point >= 65 && point <= 90 : properties(point)?.isUppercase ?? false
    }

    /// Whether it is one of the few letters in title case.
    static func isTitlecase(_ point: UInt32) -> Bool { point >= 0x80 && properties(point)?.generalCategory == .titlecaseLetter }

    /// Whether it has a case.
    static func isCased(_ point: UInt32) -> Bool { isLowercase(point) || isUppercase(point) || isTitlecase(point) }

    /// Whether it is passed over where a final sigma is looked for.
    static func isCaseIgnorable(_ point: UInt32) -> Bool { properties(point)?.isCaseIgnorable ?? false }

    /// Whether an identifier may start with it.
    static func isIdentifierStart(_ point: UInt32) -> Bool {
        point < 0x80 ? isASCIILetter(point) || point == 95 : properties(point)?.isXIDStart ?? false
    }

    /// Whether an identifier may go on with it.
    static func isIdentifierContinuation(_ point: UInt32) -> Bool {
        point < 0x80 ? isASCIILetter(point) || isASCIIDigit(point) || point == 95 : properties(point)?.isXIDContinue ?? false
    }

    /// `str.isprintable`: what `repr` does not escape.
    static func isPrintable(_ point: UInt32) -> Bool {
        if point < 0x7F { return point >= 0x20 }
        switch properties(point)?.generalCategory {
        case nil, .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
            return false
        default: return true
        }
    }

    private static func isASCIILetter(_ point: UInt32) -> Bool { (point | 0x20) >= 97 && (point | 0x20) <= 122 }
    private static func isASCIIDigit(_ point: UInt32) -> Bool { point >= 48 && point <= 57 }
}
