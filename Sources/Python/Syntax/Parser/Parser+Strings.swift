extension Parser {
    /// Parses one or more neighbouring string literals, which are one value.
    mutating func parseStrings() throws(SyntaxError) -> Expression {
        let start = current.range.start
        var literals: [StringLiteral] = []
        while kind == .string {
            let literal = StringLiteral(current.range, of: source)
            if let first = literals.first, first.prefix.isBytes != literal.prefix.isBytes {
                throw SyntaxError("cannot mix bytes and nonbytes literals", at: current.range)
            }
            literals.append(literal)
            advance()
        }
        guard literals.contains(where: \.prefix.isFormatted) else {
            var value: [UInt8] = []
            for literal in literals { value += try StringDecoder.decode(literal.body, of: source, prefix: literal.prefix) }
            return try make(.constant(literals[0].prefix.isBytes ? .bytes(value) : .string(value)), from: start)
        }
        var builder = JoinedStringBuilder()
        for literal in literals {
            if literal.prefix.isFormatted {
                var parser = FStringParser(source: source, literal: literal, nesting: nesting)
                try parser.parse(into: &builder)
            } else {
                builder.append(try StringDecoder.decode(literal.body, of: source, prefix: literal.prefix))
            }
        }
        return try make(.joinedString(builder.string), from: start)
    }
}

/// Collects the parts of an f-string, joining neighbouring literals.
struct JoinedStringBuilder {
    private var parts: [Expression.JoinedString.Part] = []
    private var pending: [UInt8] = []

    /// Adds decoded text.
    mutating func append(_ text: [UInt8]) { pending += text }

    /// Adds a field.
    mutating func append(_ field: Expression.FormattedValue) {
        flush()
        parts.append(.value(field))
    }

    private mutating func flush() {
        if !pending.isEmpty { parts.append(.literal(pending)) }
        pending = []
    }

    /// What was added.
    var string: Expression.JoinedString {
        var copy = self
        copy.flush()
        return Expression.JoinedString(parts: copy.parts)
    }
}
