/// Reads what `unicode_escape` and `raw_unicode_escape` encode: Latin-1 with the escapes of string literals, or with `\u` and `\U` alone
/// (CPython 3.11 `Objects/unicodeobject.c`).
struct EscapeReader {
    /// What some bytes mean.
    enum Meaning {
        case points([UInt32])
        /// CPython's reason why they mean nothing.
        case wrong(String)
    }

    /// The encoded text.
    let bytes: [UInt8]
    /// Whether only `\u` and `\U` are escapes.
    let isRaw: Bool
    private var position = 0

    /// A reader at the beginning of the bytes.
    init(bytes: [UInt8], isRaw: Bool) {
        self.bytes = bytes
        self.isRaw = isRaw
    }

    /// The next bytes and what they mean; nil at the end.
    mutating func next() -> (range: Range<Int>, meaning: Meaning)? {
        guard position < bytes.count else { return nil }
        let start = position
        let byte = bytes[position]
        position += 1
        let meaning = byte == UInt8(ascii: "\\") ? escape() : .points([UInt32(byte)])
        return (start..<position, meaning)
    }

    private mutating func escape() -> Meaning {
        let backslash = UInt32(UInt8(ascii: "\\"))
        guard position < bytes.count else { return isRaw ? .points([backslash]) : .wrong("\\ at end of string") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "u"): return hexadecimal(4, "truncated \\uXXXX escape")
        case UInt8(ascii: "U"): return hexadecimal(8, "truncated \\UXXXXXXXX escape")
        case _ where isRaw: break
        case UInt8(ascii: "x"): return hexadecimal(2, "truncated \\xXX escape")
        case UInt8(ascii: "N"): return named()
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(letter)
        default: if let plain = StringDecoder.simpleEscapes[letter] { return .points(plain.map(UInt32.init)) }
        }
        return .points([backslash, UInt32(letter)])
    }

    private mutating func hexadecimal(_ count: Int, _ truncated: String) -> Meaning {
        let digits = bytes[position...].prefix(count).prefix { CharacterClass.hexValue($0) != nil }
        position += digits.count
        guard digits.count == count else { return .wrong(truncated) }
        let point = digits.reduce(UInt32(0)) { $0 << 4 | (CharacterClass.hexValue($1) ?? 0) }
        if point <= 0x10FFFF { return .points([point]) }
        return .wrong(isRaw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character")
    }

    private mutating func octal(_ first: UInt8) -> Meaning {
        let digits = [first] + bytes[position...].prefix(2).prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
        position += digits.count - 1
        return .points([digits.reduce(UInt32(0)) { $0 << 3 | UInt32($1 - UInt8(ascii: "0")) }])
    }

    private mutating func named() -> Meaning {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "{"),
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")), end > position + 1
        else { return .wrong("malformed \\N character escape") }
        let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
        position = end + 1
        return CharacterNames.scalar(named: name).map { .points([$0.value]) } ?? .wrong("unknown Unicode character name")
    }
}
