/// Parses the text between the quotes of one f-string literal by the rules of Python 3.11.
///
/// The expressions are found by scanning for the brace that ends them, then parsed as if they stood in parentheses.
struct FStringParser {
    private let source: SourceText
    private let bytes: [UInt8]
    private let literal: StringLiteral
    private let end: Int
    private let nesting: Int
    private var position: Int

    init(source: SourceText, literal: StringLiteral, nesting: Int) {
        self.source = source
        bytes = source.bytes
        self.literal = literal
        end = literal.body.end
        position = literal.body.start
        self.nesting = nesting
    }

    /// Parses the whole literal.
    mutating func parse(into builder: inout JoinedStringBuilder) throws(SyntaxError) {
        try parse(into: &builder, level: 0)
    }

    /// Parses literals and fields up to the end, or in a format specification (level above 0) up to its `}`.
    private mutating func parse(into builder: inout JoinedStringBuilder, level: Int) throws(SyntaxError) {
        while position < end {
            try parseLiteral(into: &builder, level: level)
            guard position < end, bytes[position] == 0x7B else { return }
            try parseField(into: &builder, level: level)
        }
    }

    private mutating func parseLiteral(into builder: inout JoinedStringBuilder, level: Int) throws(SyntaxError) {
        var start = position
        while position < end {
            let byte = bytes[position]
            if byte == 0x5C, !literal.prefix.isRaw, position + 1 < end {
                position += bytes[position + 1] == 0x7B || bytes[position + 1] == 0x7D ? 1 : 2
                continue
            }
            guard byte == 0x7B || byte == 0x7D else {
                position += 1
                continue
            }
            if level == 0 {
                if position + 1 < end, bytes[position + 1] == byte {
                    try flush(start, position + 1, into: &builder)
                    position += 2
                    start = position
                    continue
                }
                if byte == 0x7D { throw failure("f-string: single '}' is not allowed", at: position) }
            }
            break
        }
        try flush(start, position, into: &builder)
    }

    private func flush(_ start: Int, _ end: Int, into builder: inout JoinedStringBuilder) throws(SyntaxError) {
        if start < end {
            builder.append(try StringDecoder.decode(SourceRange(start, end), of: source, prefix: literal.prefix))
        }
    }

    private func failure(_ message: String, at offset: Int) -> SyntaxError {
        SyntaxError(message, at: SourceRange(min(offset, source.count), min(offset + 1, source.count)))
    }

    private func isAt(_ byte: UInt8) -> Bool { position < end && bytes[position] == byte }

    private mutating func parseField(into builder: inout JoinedStringBuilder, level: Int) throws(SyntaxError) {
        let start = position
        if level >= 2 { throw failure("f-string: expressions nested too deeply", at: start) }
        position += 1
        let expressionStart = position
        try skipExpression()
        let value = try parseExpression(SourceRange(expressionStart, position))
        var isDocumented = false
        if isAt(0x3D) {
            isDocumented = true
            position += 1
            while position < end, Self.isBlank(bytes[position]) { position += 1 }
            builder.append(try StringDecoder.decode(SourceRange(expressionStart, position), of: source, prefix: StringPrefix(raw: true)))
        }
        var conversion = try parseConversion()
        var specification: Expression.JoinedString?
        if isAt(0x3A) {
            position += 1
            var inner = JoinedStringBuilder()
            try parse(into: &inner, level: level + 1)
            specification = inner.string
        }
        guard isAt(0x7D) else { throw failure("f-string: expecting '}'", at: position) }
        position += 1
        if isDocumented, conversion == nil, specification == nil { conversion = .representation }
        builder.append(
            Expression.FormattedValue(
                value: value, conversion: conversion, formatSpecification: specification, range: SourceRange(start, position)))
    }

    private mutating func parseConversion() throws(SyntaxError) -> Expression.FormattedValue.Conversion? {
        guard isAt(0x21) else { return nil }
        position += 1
        guard position < end else { throw failure("f-string: expecting '}'", at: position) }
        guard let conversion = Expression.FormattedValue.Conversion(rawValue: bytes[position]) else {
            throw failure("f-string: invalid conversion character: expected 's', 'r', or 'a'", at: position)
        }
        position += 1
        return conversion
    }

    private func parseExpression(_ range: SourceRange) throws(SyntaxError) -> Expression {
        if bytes[range.start..<range.end].allSatisfy(Self.isBlank) {
            throw SyntaxError("f-string: empty expression not allowed", at: SourceRange(range.start - 1, range.end))
        }
        do throws(SyntaxError) {
            var parser = Parser(lexer: Lexer(source: source, fragment: range))
            parser.nesting = nesting
            return try parser.parseFragment(range)
        } catch {
            throw error.insideFString
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

extension FStringParser {
    /// Moves behind the expression: to the `!`, `:`, `=` or `}` that ends it.
    private mutating func skipExpression() throws(SyntaxError) {
        var brackets: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            if brackets.isEmpty, endsExpression(byte) { return }
            switch byte {
            case 0x5C: throw failure("f-string expression part cannot include a backslash", at: position)
            case 0x23: throw failure("f-string expression part cannot include '#'", at: position)
            case 0x22, 0x27:
                try skipNestedString(byte)
                continue
            case 0x28, 0x5B, 0x7B:
                if brackets.count >= Lexer.maximumBrackets { throw failure("f-string: too many nested parenthesis", at: position) }
                brackets.append(byte)
            case 0x29, 0x5D, 0x7D: try close(byte, &brackets)
            default: break
            }
            position += 1
        }
        if let open = brackets.last { throw failure("f-string: unmatched '\(Character(Unicode.Scalar(open)))'", at: position) }
        throw failure("f-string: expecting '}'", at: position)
    }

    /// Whether `byte` ends an expression; moves over the first byte of `!=`, `==`, `<=` and `>=`, which do not.
    private mutating func endsExpression(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3A, 0x7D: return true
        case 0x21, 0x3C, 0x3D, 0x3E:
            if position + 1 < end, bytes[position + 1] == 0x3D {
                position += 1
                return false
            }
            return byte == 0x21 || byte == 0x3D
        default: return false
        }
    }

    private func close(_ byte: UInt8, _ brackets: inout [UInt8]) throws(SyntaxError) {
        let closing = Character(Unicode.Scalar(byte))
        guard let open = brackets.popLast() else { throw failure("f-string: unmatched '\(closing)'", at: position) }
        if CharacterClass.closing(open) == byte { return }
        let opening = Character(Unicode.Scalar(open))
        let message = "f-string: closing parenthesis '\(closing)' does not match opening parenthesis '\(opening)'"
        throw failure(message, at: position)
    }

    /// Moves behind a string literal inside of an expression.
    private mutating func skipNestedString(_ quote: UInt8) throws(SyntaxError) {
        let isTriple = position + 2 < end && bytes[position + 1] == quote && bytes[position + 2] == quote
        let width = isTriple ? 3 : 1
        position += width
        while position < end {
            if bytes[position] == 0x5C { throw failure("f-string expression part cannot include a backslash", at: position) }
            if position + width <= end, bytes[position..<(position + width)].allSatisfy({ $0 == quote }) {
                position += width
                return
            }
            position += 1
        }
        throw failure("f-string: unterminated string", at: position)
    }
}

extension StringPrefix {
    /// A prefix that only says whether backslashes are plain.
    init(raw: Bool) { isRaw = raw }
}

extension Parser {
    /// Parses the expression of a field; a tuple or generator gets the range of the text without blanks around.
    mutating func parseFragment(_ range: SourceRange) throws(SyntaxError) -> Expression {
        let start = current.range.start
        let contents = try parseGroupContents(until: .end)
        if kind != .end { throw unexpected() }
        switch contents {
        case .value(let value): return value
        case .display(let kind): return try make(kind, from: start)
        }
    }
}
