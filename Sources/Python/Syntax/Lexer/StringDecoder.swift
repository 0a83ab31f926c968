/// Decodes the text between the quotes of a string or bytes literal.
struct StringDecoder {
    private let bytes: [UInt8]
    private let range: SourceRange
    private let prefix: StringPrefix
    private var position: Int
    private var output: [UInt8] = []
    /// The position in CPython's intermediate form, in which a non-ASCII character takes ten bytes.
    private var escapedPosition = 0

    /// Decodes the bytes of `range`, which lie in a literal with `prefix`.
    static func decode(_ range: SourceRange, of source: SourceText, prefix: StringPrefix) throws(SyntaxError) -> [UInt8] {
        var decoder = StringDecoder(source: source, range: range, prefix: prefix)
        return try decoder.run()
    }

    private init(source: SourceText, range: SourceRange, prefix: StringPrefix) {
        bytes = source.bytes
        self.range = range
        self.prefix = prefix
        position = range.start
        output.reserveCapacity(range.count)
    }

    private mutating func run() throws(SyntaxError) -> [UInt8] {
        while position < range.end {
            let byte = bytes[position]
            if prefix.isBytes, byte >= 0x80 {
                throw SyntaxError("bytes can only contain ASCII literal characters", at: SourceRange(position, position + 1))
            }
            if byte == 0x0D {
                appendLineEnding()
            } else if byte == 0x5C, !prefix.isRaw, position + 1 < range.end {
                try decodeEscape()
            } else {
                if byte & 0xC0 != 0x80 { escapedPosition += byte < 0x80 ? 1 : 10 }
                output.append(byte)
                position += 1
            }
        }
        return output
    }

    private mutating func appendLineEnding() {
        position += position + 1 < range.end && bytes[position + 1] == 0x0A ? 2 : 1
        output.append(0x0A)
        escapedPosition += 1
    }

    private mutating func decodeEscape() throws(SyntaxError) {
        let start = position
        let letter = bytes[position + 1]
        if letter == 0x0D {
            position += 1
            appendLineEnding()
            output.removeLast()
            escapedPosition += 1
            return
        }
        position += 2
        if let plain = Self.simpleEscapes[letter] {
            output.append(contentsOf: plain)
        } else if letter >= 0x30 && letter <= 0x37 {
            appendScalar(octalValue(first: letter))
        } else if letter == 0x78 {
            try decodeHexadecimal(digits: 2, name: "\\xXX", from: start)
        } else if letter == 0x75, !prefix.isBytes {
            try decodeHexadecimal(digits: 4, name: "\\uXXXX", from: start)
        } else if letter == 0x55, !prefix.isBytes {
            try decodeHexadecimal(digits: 8, name: "\\UXXXXXXXX", from: start)
        } else if letter == 0x4E, !prefix.isBytes {
            try decodeName(from: start)
        } else {
            output.append(0x5C)
            escapedPosition += 1
            position -= 1
            return
        }
        escapedPosition += position - start
    }

    /// What a letter behind a backslash stands for.
    static let simpleEscapes: [UInt8: [UInt8]] = [
        0x0A: [], 0x5C: [0x5C], 0x27: [0x27], 0x22: [0x22], 0x61: [0x07], 0x62: [0x08], 0x66: [0x0C], 0x6E: [0x0A],
        0x72: [0x0D], 0x74: [0x09], 0x76: [0x0B],
    ]

    private mutating func octalValue(first: UInt8) -> UInt32 {
        var value = UInt32(first - 0x30)
        var count = 1
        while count < 3, position < range.end, bytes[position] >= 0x30, bytes[position] <= 0x37 {
            value = value * 8 + UInt32(bytes[position] - 0x30)
            position += 1
            count += 1
        }
        return value
    }

    /// The character behind `\N`, whose name stands in braces.
    private mutating func decodeName(from start: Int) throws(SyntaxError) {
        guard position < range.end, bytes[position] == UInt8(ascii: "{"),
            let end = bytes[position..<range.end].firstIndex(of: UInt8(ascii: "}")), end > position + 1
        else { throw unicodeError("malformed \\N character escape", from: start) }
        let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
        position = end + 1
        guard let scalar = CharacterNames.scalar(named: name) else { throw unicodeError("unknown Unicode character name", from: start) }
        appendScalar(scalar.value)
    }

    private mutating func decodeHexadecimal(digits: Int, name: String, from start: Int) throws(SyntaxError) {
        var value: UInt32 = 0
        var count = 0
        while count < digits, position < range.end, let digit = CharacterClass.hexValue(bytes[position]) {
            value = value << 4 | digit
            position += 1
            count += 1
        }
        if count < digits {
            throw prefix.isBytes
                ? SyntaxError("(value error) invalid \\x escape at position \(escapedPosition)", at: SourceRange(start, position))
                : unicodeError("truncated \(name) escape", from: start)
        }
        if value > 0x10FFFF { throw unicodeError("illegal Unicode character", from: start) }
        appendScalar(value)
    }

    private func unicodeError(_ reason: String, from start: Int) -> SyntaxError {
        let place = "\(escapedPosition)-\(escapedPosition + position - start - 1)"
        let message = "(unicode error) 'unicodeescape' codec can't decode bytes in position \(place): \(reason)"
        return SyntaxError(message, at: SourceRange(start, position))
    }

    private mutating func appendScalar(_ value: UInt32) {
        if prefix.isBytes || value < 0x80 {
            output.append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            output += [UInt8(0xC0 | value >> 6), UInt8(0x80 | value & 0x3F)]
        } else if value < 0x10000 {
            output += [UInt8(0xE0 | value >> 12), UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
        } else {
            output += [
                UInt8(0xF0 | value >> 18), UInt8(0x80 | value >> 12 & 0x3F), UInt8(0x80 | value >> 6 & 0x3F),
                UInt8(0x80 | value & 0x3F),
            ]
        }
    }
}

/// A string literal cut into prefix and text.
struct StringLiteral: Sendable {
    /// The prefix.
    let prefix: StringPrefix
    /// The range between the quotes.
    let body: SourceRange
    /// Whether the quotes are three.
    let isTriple: Bool

    /// Cuts the token of a string literal.
    init(_ range: SourceRange, of source: SourceText) {
        let bytes = source.bytes
        var start = range.start
        while start < range.end, bytes[start] != 0x22, bytes[start] != 0x27 { start += 1 }
        prefix = StringPrefix(bytes[range.start..<start]) ?? StringPrefix()
        isTriple = range.end - start >= 6 && bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
        let width = isTriple ? 3 : 1
        body = SourceRange(start + width, max(start + width, range.end - width))
    }
}

extension StringPrefix {
    /// No prefix.
    init() {}
}
