/// What kind of character a byte or scalar is for the lexer.
enum CharacterClass {
    /// Whether an ASCII letter, underscore or any byte of a non-ASCII character.
    static func startsName(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x5F || byte >= 0x80
    }

    /// Whether the byte may stand inside of a name.
    static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }

    /// Whether `0` to `9`.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The value of a hexadecimal digit, or nil.
    static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// The bracket that closes `opening`.
    static func closing(_ opening: UInt8) -> UInt8 {
        switch opening {
        case 0x28: 0x29
        case 0x5B: 0x5D
        default: 0x7D
        }
    }

    /// Whether the scalar may start an identifier (XID_Start or `_`).
    static func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isXIDStart }

    /// Whether the scalar may stand inside of an identifier.
    static func isIdentifierContinue(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isXIDContinue }

    /// Whether Python's `str.isprintable` holds for the scalar.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
            return false
        default:
            return true
        }
    }
}
