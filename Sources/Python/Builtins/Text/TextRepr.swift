/// How `repr` and `ascii` write texts and bytes.
enum TextRepr {
    private static let backslash = UInt8(ascii: "\\"), single = UInt8(ascii: "'"), double = UInt8(ascii: "\"")

    /// `repr(text)`: in single quotes unless there are only those inside; what is not printable is escaped.
    static func repr(_ text: PyStr, asciiOnly: Bool = false) -> PyStr {
        let quote = text.utf8.contains(single) && !text.utf8.contains(double) ? double : single
        var made = [quote]
        made.reserveCapacity(text.byteCount + 2)
        for point in CodePoints(text.utf8) {
            if point < 0x7F {
                appendASCII(UInt8(point), quote, to: &made)
            } else if !asciiOnly && CharacterProperties.isPrintable(point) {
                CodePoints.append(point, to: &made)
            } else {
                appendEscape(point, to: &made)
            }
        }
        made.append(quote)
        return PyStr(utf8: made)
    }

    /// What `ascii` makes of a representation: everything else than ASCII escaped.
    static func escapingNonASCII(_ text: PyStr) -> PyStr {
        if text.isASCII { return text }
        var made: [UInt8] = []
        for point in CodePoints(text.utf8) {
            if point < 0x80 { made.append(UInt8(point)) } else { appendEscape(point, to: &made) }
        }
        return PyStr(utf8: made)
    }

    /// `repr(bytes)`.
    static func repr(_ bytes: [UInt8]) -> PyStr {
        let quote = bytes.contains(single) && !bytes.contains(double) ? double : single
        var made = [UInt8(ascii: "b"), quote]
        for byte in bytes {
            if byte < 0x7F { appendASCII(byte, quote, to: &made) } else { appendEscape(UInt32(byte), to: &made) }
        }
        made.append(quote)
        return PyStr(utf8: made)
    }

    private static func appendASCII(_ byte: UInt8, _ quote: UInt8, to made: inout [UInt8]) {
        switch byte {
        case quote, backslash: made += [backslash, byte]
        case 0x0A: made += [backslash, UInt8(ascii: "n")]
        case 0x0D: made += [backslash, UInt8(ascii: "r")]
        case 0x09: made += [backslash, UInt8(ascii: "t")]
        case 0x20...0x7E: made.append(byte)
        default: appendEscape(UInt32(byte), to: &made)
        }
    }

    /// A character as `unicode_escape` writes it.
    static func appendEscaped(_ point: UInt32, to made: inout [UInt8]) {
        if point < 0x7F { appendASCII(UInt8(point), backslash, to: &made) } else { appendEscape(point, to: &made) }
    }

    /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
    static func appendEscape(_ point: UInt32, to made: inout [UInt8]) {
        let (mark, width): (Unicode.Scalar, Int) = point < 0x100 ? ("x", 2) : point < 0x10000 ? ("u", 4) : ("U", 8)
        made += [backslash, UInt8(ascii: mark)]
        appendHex(point, width: width, to: &made)
    }

    /// Appends the lowest digits of a number in base 16.
    static func appendHex(_ value: UInt32, width: Int, to made: inout [UInt8]) {
        for position in (0..<width).reversed() {
            let digit = UInt8(value >> UInt32(position * 4) & 0xF)
            made.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }
}
