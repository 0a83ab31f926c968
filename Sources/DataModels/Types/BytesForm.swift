import Python

/// How texts hold bytes (`val_json_bytes`, `ser_json_bytes`).
enum BytesForm: String {
    case utf8, base64, hex

    /// Why a text holds no bytes, in the words of the Rust crates `base64` and `hex`.
    struct Problem: Error {
        let text: String
    }

    /// The bytes that a text holds.
    func bytes(of text: PyStr) -> Result<[UInt8], Problem> {
        switch self {
        case .utf8: .success(text.utf8)
        case .hex: Result(catching: { () throws(Problem) in try Self.decodeHex(text) })
        case .base64: Result(catching: { () throws(Problem) in try Self.decodeBase64(text.utf8) })
        }
    }

    private static func decodeHex(_ text: PyStr) throws(Problem) -> [UInt8] {
        let bytes = text.utf8
        if bytes.count % 2 == 1 { throw Problem(text: "Odd number of digits") }
        var out: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            guard let digit = PercentEncoding.hex(byte) else {
                throw Problem(text: "Invalid character \(shown(byte)) at position \(index)")
            }
            if index % 2 == 0 { out.append(digit << 4) } else { out[out.count - 1] |= digit }
        }
        return out
    }

    /// A byte as Rust prints it as a character.
    private static func shown(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\\"): "'\\\(Character(UnicodeScalar(byte)))'"
        case 0x0A: "'\\n'"
        case 0x0D: "'\\r'"
        case 0x09: "'\\t'"
        case 0..<0x20, 0x7F..<0xA0: "'\\u{\(String(byte, radix: 16))}'"
        default: "'\(Character(UnicodeScalar(byte)))'"
        }
    }

    // MARK: Base 64

    /// The alphabet for URLs, or the usual one where its own characters are met; padding may be left out.
    private static func decodeBase64(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        // What is left over at the end is looked at first.
        if bytes.count % 4 == 1, let last = bytes.last, last != UInt8(ascii: "="), sixBits(last, isURLSafe: true) == nil,
            sixBits(last, isURLSafe: false) == nil
        {
            throw Problem(text: "Invalid symbol \(last), offset \(bytes.count - 1).")
        }
        let first = bytes.first { sixBits($0, isURLSafe: true) == nil && $0 != UInt8(ascii: "=") }
        let isURLSafe = first != UInt8(ascii: "/") && first != UInt8(ascii: "+")
        let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let symbols = bytes.dropLast(padding)
        var out: [UInt8] = []
        var buffer: UInt32 = 0
        for (index, byte) in symbols.enumerated() {
            guard let value = sixBits(byte, isURLSafe: isURLSafe) else {
                throw Problem(text: "Invalid symbol \(byte), offset \(index).")
            }
            buffer = buffer << 6 | UInt32(value)
            if index % 4 > 0 { out.append(UInt8(truncatingIfNeeded: buffer >> (6 - 2 * UInt32(index % 4)))) }
        }
        let rest = symbols.count % 4
        if rest == 1 { throw Problem(text: "Invalid input length: \(symbols.count)") }
        if padding > 0, rest == 0 || padding > 4 - rest { throw Problem(text: "Invalid padding") }
        let spare = rest == 2 ? buffer & 15 : rest == 3 ? buffer & 3 : 0
        if spare != 0, let last = symbols.last { throw Self.lastSymbol(last, at: symbols.count - 1, isURLSafe) }
        return out
    }

    private static func lastSymbol(_ byte: UInt8, at index: Int, _ isURLSafe: Bool) -> Problem {
        let bits = String(sixBits(byte, isURLSafe: isURLSafe) ?? 0, radix: 2)
        let padded = String(repeating: "0", count: 8 - bits.count) + bits
        let code = String(byte, radix: 16)
        return Problem(
            text: "Invalid last symbol 0x\(code.count < 2 ? "0" : "")\(code) (\(shown(byte))) at offset \(index), decoded as 0b\(padded).")
    }

    private static func sixBits(_ byte: UInt8, isURLSafe: Bool) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-") where isURLSafe, UInt8(ascii: "+") where !isURLSafe: 62
        case UInt8(ascii: "_") where isURLSafe, UInt8(ascii: "/") where !isURLSafe: 63
        default: nil
        }
    }
}
