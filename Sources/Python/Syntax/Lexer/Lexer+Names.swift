extension Lexer {
    /// Scans an identifier, a keyword, or a string literal with a prefix.
    mutating func scanNameOrString() throws(SyntaxError) -> Token {
        let start = position
        var isASCII = true
        while position < limit, CharacterClass.continuesName(byte()) {
            if byte() >= 0x80 { isASCII = false }
            position += 1
            if byte() == 0x22 || byte() == 0x27, StringPrefix(bytes[start..<position]) != nil {
                return try scanString(from: start)
            }
        }
        if !isASCII {
            try verifyIdentifier(SourceRange(start, position))
        } else if let keyword = Symbol.keywords[String(decoding: bytes[start..<position], as: UTF8.self)] {
            return token(.symbol(keyword), from: start)
        }
        return token(.name, from: start)
    }

    /// Checks that a name with non-ASCII characters is an identifier.
    private func verifyIdentifier(_ range: SourceRange) throws(SyntaxError) {
        var offset = range.start
        let name = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
        for scalar in name.unicodeScalars {
            let width = UTF8.width(scalar)
            let isValid =
                offset == range.start ? CharacterClass.isIdentifierStart(scalar) : CharacterClass.isIdentifierContinue(scalar)
            let place = SourceRange(offset, min(offset + width, range.end))
            if !isValid {
                guard CharacterClass.isPrintable(scalar) else { throw SyntaxError.nonPrintable(scalar.value, at: place) }
                let hex = String(scalar.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
                throw SyntaxError("invalid character '\(Character(scalar))' (U+\(padded))", at: place)
            }
            offset += width
        }
    }

    /// Scans a string literal whose prefix starts at `start` and whose quote is at the position.
    mutating func scanString(from start: Int) throws(SyntaxError) -> Token {
        let quote = byte()
        let isTriple = byte(1) == quote && byte(2) == quote
        position += isTriple ? 3 : 1
        while position < limit {
            let current = byte()
            if current == quote, !isTriple || byte(1) == quote && byte(2) == quote {
                position += isTriple ? 3 : 1
                return token(.string, from: start)
            }
            if !isTriple, current == 0x0A || current == 0x0D { break }
            position += 1
            if current == 0x5C, position < limit { skipEscaped() }
        }
        throw unterminated(from: start, isTriple: isTriple)
    }

    private mutating func skipEscaped() {
        if byte() == 0x0D { skipLineEnding() } else { position += 1 }
    }

    private func unterminated(from start: Int, isTriple: Bool) -> SyntaxError {
        let name = isTriple ? "triple-quoted string" : "string"
        var line = source.line(at: min(position, source.count))
        if position >= limit, line > 1, source.lineRange(line).isEmpty { line -= 1 }
        return SyntaxError("unterminated \(name) literal (detected at line \(line))", at: SourceRange(start, start + 1))
    }
}

/// The prefix of a string literal.
struct StringPrefix: Sendable, Hashable {
    /// Whether backslashes are plain characters.
    var isRaw = false
    /// Whether the literal is bytes.
    var isBytes = false
    /// Whether the literal is an f-string.
    var isFormatted = false

    /// Reads a prefix such as `rb`; nil if there is no such prefix.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= 2 else { return nil }
        var isUnicode = false
        for byte in bytes {
            switch byte | 0x20 {
            case 0x72 where !isRaw: isRaw = true
            case 0x62 where !isBytes: isBytes = true
            case 0x66 where !isFormatted: isFormatted = true
            case 0x75 where bytes.count == 1: isUnicode = true
            default: return nil
            }
        }
        if isBytes && (isFormatted || isUnicode) { return nil }
    }
}
