/// Splits a source text into tokens, one at a time, as CPython 3.11's tokenizer does.
///
/// After an error it returns `.error` tokens only; `error` says what is wrong.
struct Lexer: Sendable {
    /// An open bracket.
    struct Bracket: Sendable {
        let byte: UInt8
        let offset: Int
    }

    /// A level of indentation: its width with tabs to multiples of 8, and with tabs as one column.
    struct Indentation: Sendable, Equatable {
        var column = 0
        var alternative = 0
    }

    static let maximumBrackets = 200
    static let maximumIndentations = 100

    let source: SourceText
    let bytes: [UInt8]
    /// Where the text to be split ends.
    let limit: Int
    /// Whether the text is an expression of an f-string: it lies in invisible parentheses.
    let isFragment: Bool
    private(set) var comments: [Comment] = []
    private(set) var error: SyntaxError?
    var position: Int
    private var brackets: [Bracket] = []
    private var indentations = [Indentation()]
    private var pendingDedents = 0
    private var isAtLineStart: Bool
    private var hasTokenOnLine = false

    /// Makes a lexer for the whole source, or for the part that starts with the line at `start`.
    init(source: SourceText, start: Int = 0) {
        self.source = source
        bytes = source.bytes
        limit = source.count
        isFragment = false
        position = max(start, source.byteOrderMarkLength)
        isAtLineStart = true
    }

    /// Makes a lexer for an expression inside of an f-string.
    init(source: SourceText, fragment: SourceRange) {
        self.source = source
        bytes = source.bytes
        limit = fragment.end
        isFragment = true
        position = fragment.start
        isAtLineStart = false
    }

    /// How many brackets are open.
    var depth: Int { brackets.count + (isFragment ? 1 : 0) }

    /// The innermost open bracket.
    var openBracket: Bracket? { brackets.last }

    /// The next token.
    mutating func next() -> Token {
        if let error { return Token(kind: .error, range: error.range, depth: depth) }
        do throws(SyntaxError) {
            let token = try scan()
            hasTokenOnLine = !token.isLayout
            return token
        } catch {
            self.error = error
            return Token(kind: .error, range: error.range, depth: depth)
        }
    }

    /// The byte at `position + distance`, or 0 behind the end.
    func byte(_ distance: Int = 0) -> UInt8 {
        let index = position + distance
        return index < limit ? bytes[index] : 0
    }

    /// A token from `start` up to the position.
    func token(_ kind: Token.Kind, from start: Int) -> Token {
        Token(kind: kind, range: SourceRange(start, position), depth: depth)
    }

    private mutating func scan() throws(SyntaxError) -> Token {
        if pendingDedents > 0 {
            pendingDedents -= 1
            return token(.dedent, from: position)
        }
        if isAtLineStart, let token = try scanIndentation() { return token }
        while true {
            try skipBlanks()
            if position >= limit { return try scanEnd() }
            let first = byte()
            guard first == 0x0A || first == 0x0D else { return try scanToken(first) }
            let start = position
            skipLineEnding()
            if depth > 0 { continue }
            isAtLineStart = true
            if hasTokenOnLine { return token(.newline, from: start) }
            if let token = try scanIndentation() { return token }
        }
    }

    private mutating func scanToken(_ first: UInt8) throws(SyntaxError) -> Token {
        if CharacterClass.startsName(first) { return try scanNameOrString() }
        if CharacterClass.isDigit(first) || first == 0x2E && CharacterClass.isDigit(byte(1)) { return try scanNumber() }
        if first == 0x22 || first == 0x27 { return try scanString(from: position) }
        return try scanOperator(first)
    }

    private mutating func scanEnd() throws(SyntaxError) -> Token {
        if let open = openBracket, !isFragment { throw SyntaxError.neverClosed(open) }
        if hasTokenOnLine, !isFragment { return token(.newline, from: position) }
        if indentations.count > 1 {
            pendingDedents = indentations.count - 2
            indentations = [Indentation()]
            return token(.dedent, from: position)
        }
        return token(.end, from: position)
    }
}

extension Lexer {
    /// Skips LF, CRLF or CR.
    mutating func skipLineEnding() {
        if byte() == 0x0D, byte(1) == 0x0A { position += 1 }
        position += 1
    }

    private mutating func skipBlanks() throws(SyntaxError) {
        while position < limit {
            switch byte() {
            case 0x20, 0x09, 0x0C: position += 1
            case 0x23: skipComment(isOwnLine: !hasTokenOnLine && isFirstOnLine)
            case 0x5C: try skipContinuation()
            default: return
            }
        }
    }

    private var isFirstOnLine: Bool {
        var index = position
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 || bytes[index - 1] == 0x0C { index -= 1 }
        return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
    }

    private mutating func skipComment(isOwnLine: Bool) {
        let start = position
        while position < limit, byte() != 0x0A, byte() != 0x0D { position += 1 }
        comments.append(Comment(range: SourceRange(start, position), isOwnLine: isOwnLine))
    }

    private mutating func skipContinuation() throws(SyntaxError) {
        position += 1
        guard position < limit else {
            throw SyntaxError("unexpected EOF while parsing", at: SourceRange(position - 1, position))
        }
        guard byte() == 0x0A || byte() == 0x0D else {
            throw SyntaxError("unexpected character after line continuation character", at: SourceRange(position, position + 1))
        }
        skipLineEnding()
        if position >= limit { throw SyntaxError("unexpected EOF while parsing", at: SourceRange(position, position)) }
    }

    /// Measures the first line that is not blank and opens or closes blocks.
    private mutating func scanIndentation() throws(SyntaxError) -> Token? {
        var start = position
        var width = Indentation()
        var continued: Indentation?
        scanning: while position < limit {
            switch byte() {
            case 0x20: width = Indentation(column: width.column + 1, alternative: width.alternative + 1)
            case 0x09: width = Indentation(column: (width.column / 8 + 1) * 8, alternative: width.alternative + 1)
            case 0x0C: width = Indentation()
            case 0x5C:
                continued = continued ?? width
                try skipContinuation()
                continue
            case 0x23:
                skipComment(isOwnLine: true)
                continue
            case 0x0A, 0x0D:
                skipLineEnding()
                (start, width, continued) = (position, Indentation(), nil)
                continue
            default: break scanning
            }
            position += 1
        }
        isAtLineStart = false
        if position >= limit { return nil }
        return try changeIndentation(to: continued ?? width, from: start)
    }

    private mutating func changeIndentation(to width: Indentation, from start: Int) throws(SyntaxError) -> Token? {
        let current = indentations[indentations.count - 1]
        let range = SourceRange(start, position)
        let tabs = SyntaxError("inconsistent use of tabs and spaces in indentation", at: range, kind: .tab)
        if width.column == current.column {
            if width.alternative != current.alternative { throw tabs }
            return nil
        }
        if width.column > current.column {
            guard indentations.count < Self.maximumIndentations else {
                throw SyntaxError("too many levels of indentation", at: range, kind: .indentation)
            }
            if width.alternative <= current.alternative { throw tabs }
            indentations.append(width)
            return token(.indent, from: start)
        }
        while let last = indentations.last, last.column > width.column {
            indentations.removeLast()
            pendingDedents += 1
        }
        guard indentations.last?.column == width.column else {
            let message = "unindent does not match any outer indentation level"
            throw SyntaxError(message, at: range, kind: .indentation)
        }
        if indentations.last != width { throw tabs }
        pendingDedents -= 1
        return token(.dedent, from: position)
    }
}

extension Lexer {
    private mutating func scanOperator(_ first: UInt8) throws(SyntaxError) -> Token {
        let start = position
        if first < 0x20 || first == 0x7F {
            throw SyntaxError.nonPrintable(UInt32(first), at: SourceRange(start, start + 1))
        }
        if first == 0x3C, byte(1) == 0x3E {
            position += 2
            return token(.unknown, from: start)
        }
        let candidates = first < 128 ? Symbol.operatorsByFirstByte[Int(first)] : []
        let rest = bytes[start..<min(limit, start + 3)]
        guard let found = candidates.first(where: { rest.starts(with: $0.text) }) else {
            position += 1
            return token(.unknown, from: start)
        }
        position += found.text.count
        try trackBrackets(first, at: start)
        return token(.symbol(found.symbol), from: start)
    }

    private mutating func trackBrackets(_ byte: UInt8, at offset: Int) throws(SyntaxError) {
        let range = SourceRange(offset, offset + 1)
        switch byte {
        case 0x28, 0x5B, 0x7B:
            if depth >= Self.maximumBrackets { throw SyntaxError("too many nested parentheses", at: range) }
            brackets.append(Bracket(byte: byte, offset: offset))
        case 0x29, 0x5D, 0x7D:
            let close = Character(Unicode.Scalar(byte))
            guard let open = brackets.popLast() else { throw SyntaxError("unmatched '\(close)'", at: range) }
            if CharacterClass.closing(open.byte) == byte { return }
            let line = source.line(at: open.offset)
            let place = line == source.line(at: offset) ? "" : " on line \(line)"
            let opening = Character(Unicode.Scalar(open.byte))
            throw SyntaxError("closing parenthesis '\(close)' does not match opening parenthesis '\(opening)'\(place)", at: range)
        default: break
        }
    }
}

extension SyntaxError {
    /// The error for a bracket without its partner.
    static func neverClosed(_ bracket: Lexer.Bracket) -> SyntaxError {
        let text = Character(Unicode.Scalar(bracket.byte))
        return SyntaxError("'\(text)' was never closed", at: SourceRange(bracket.offset, bracket.offset + 1))
    }

    /// The error for a control or blank character that no token may hold.
    static func nonPrintable(_ scalar: UInt32, at range: SourceRange) -> SyntaxError {
        let hex = String(scalar, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        return SyntaxError("invalid non-printable character U+\(padded)", at: range)
    }
}
