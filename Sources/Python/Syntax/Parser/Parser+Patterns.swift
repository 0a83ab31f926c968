extension Parser {
    /// Parses a `match` statement, or gives nil if the name `match` starts something else here.
    mutating func parseMatch() throws(SyntaxError) -> Statement? {
        let start = index
        let offset = current.range.start
        advance()
        let mayMatch = startsExpression(orStar: true)
        let subject = mayMatch ? attempt { (parser) throws(SyntaxError) in try parser.parseSubject() } : nil
        let colon = current.range
        guard let subject, at(.colon), peek() == .newline else {
            let lacksColon = subject != nil && kind == .newline
            index = start
            if lacksColon, attempt({ (parser) throws(SyntaxError) in try parser.parseSimpleStatements() }) == nil {
                throw SyntaxError("expected ':'", at: colon)
            }
            index = start
            return nil
        }
        advance()
        try expectIndent("'match' statement", source.line(at: offset))
        var cases: [Statement.MatchCase] = []
        repeat {
            guard at(softKeyword: "case") else { throw unexpected() }
            cases.append(try parseCase())
        } while kind != .dedent
        advance()
        return Statement(range: SourceRange(offset, previousEnd), kind: .match(.init(subject: subject, cases: cases)))
    }

    private mutating func parseSubject() throws(SyntaxError) -> Expression {
        let start = current.range.start
        let first = try parseStarNamedExpression()
        guard at(.comma) else {
            if first.isStarred { throw unexpected() }
            return first
        }
        var elements = [first]
        while take(.comma) {
            guard startsExpression(orStar: true) else { break }
            elements.append(try parseStarNamedExpression())
        }
        return try make(.tuple(elements), from: start)
    }

    private mutating func parseCase() throws(SyntaxError) -> Statement.MatchCase {
        let start = current.range.start
        advance()
        let pattern = try parsePatterns()
        let guardExpression = take(.if) ? try parseNamedExpression() : nil
        let body = try parseBlock(from: start, of: "'case' statement", line: source.line(at: start))
        return Statement.MatchCase(pattern: pattern, guard: guardExpression, body: body)
    }

    /// Parses the pattern of a `case`, which may be a sequence without brackets.
    private mutating func parsePatterns() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        let first = try parseMaybeStarPattern()
        guard at(.comma) else {
            if case .star = first.kind { throw unexpected() }
            return first
        }
        var patterns = [first]
        while take(.comma) {
            if at(.colon) || at(.if) { break }
            patterns.append(try parseMaybeStarPattern())
        }
        return pattern(.sequence(patterns), from: start)
    }

    private func pattern(_ kind: Pattern.Kind, from start: Int) -> Pattern {
        Pattern(range: SourceRange(start, previousEnd), kind: kind)
    }

    private mutating func parseMaybeStarPattern() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        guard take(.star) else { return try parsePattern() }
        let name = try expectName()
        return pattern(.star(name.text == "_" ? nil : name), from: start)
    }

    private mutating func parsePattern() throws(SyntaxError) -> Pattern {
        try nested { (parser) throws(SyntaxError) in try parser.parseAsPattern() }
    }

    private mutating func parseAsPattern() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        var alternatives = [try parseClosedPattern()]
        while take(.bar) { alternatives.append(try parseClosedPattern()) }
        let value = alternatives.count == 1 ? alternatives[0] : pattern(.or(alternatives), from: start)
        guard take(.as) else { return value }
        guard kind == .name else {
            let range = current.range
            let plain = unexpected()
            let target = attempt { (parser) throws(SyntaxError) in try parser.parseExpression() }
            throw target == nil ? plain : SyntaxError("invalid pattern target", at: range)
        }
        if at(softKeyword: "_") { throw failure("cannot use '_' as a target", at: current.range) }
        let name = try expectName()
        return pattern(.capture(value, name: name), from: start)
    }

    private mutating func parseClosedPattern() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        switch kind {
        case .number, .symbol(.minus), .string:
            let literal = try parsePatternLiteral()
            return pattern(.value(literal), from: start)
        case .name: return try parseNamePattern()
        case .symbol(.none), .symbol(.true), .symbol(.false):
            let constant: Constant = at(.none) ? .none : .bool(at(.true))
            advance()
            return pattern(.singleton(constant), from: start)
        case .symbol(.leftParenthesis), .symbol(.leftBracket): return try parseSequencePattern()
        case .symbol(.leftBrace): return try parseMappingPattern()
        default: throw unexpected()
        }
    }

    /// Parses a string, a signed number or a complex number such as `-1 + 2j`.
    private mutating func parsePatternLiteral() throws(SyntaxError) -> Expression {
        if kind == .string { return try parseStrings() }
        let start = current.range.start
        let left = try parseSignedNumber()
        guard at(.plus) || at(.minus) else { return left }
        let binary: BinaryOperator = at(.plus) ? .add : .subtract
        advance()
        let range = current.range
        guard kind == .number else { throw unexpected() }
        let right = try parseAtom()
        guard case .constant(.imaginary) = right.kind else { throw failure("imaginary number required in complex literal", at: range) }
        return try make(.binaryOperation(.init(left: left, operator: binary, right: right)), from: start)
    }

    private mutating func parseSignedNumber() throws(SyntaxError) -> Expression {
        let start = current.range.start
        let isNegative = take(.minus)
        guard kind == .number else { throw unexpected() }
        let number = try parseAtom()
        return isNegative ? try make(.unaryOperation(.init(operator: .minus, operand: number)), from: start) : number
    }
}

extension Parser {
    /// Parses a capture, a wildcard, a dotted name or a class pattern.
    private mutating func parseNamePattern() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        let type = try parseDottedExpression()
        if at(.leftParenthesis) { return try parseClassPattern(type, from: start) }
        guard case .name(let text) = type.kind else { return pattern(.value(type), from: start) }
        let name = Identifier(text: text, range: type.range)
        return pattern(.capture(nil, name: text == "_" ? nil : name), from: start)
    }

    private mutating func parseDottedExpression() throws(SyntaxError) -> Expression {
        guard kind == .name else { throw unexpected() }
        let start = current.range.start
        var value = try parseAtom()
        while take(.dot) {
            let name = try expectName()
            value = try make(.attribute(.init(value: value, name: name)), from: start)
        }
        return value
    }

    private mutating func parseClassPattern(_ type: Expression, from start: Int) throws(SyntaxError) -> Pattern {
        try expect(.leftParenthesis)
        var patterns: [Pattern] = []
        var keywords: [Pattern.Keyword] = []
        while !at(.rightParenthesis) {
            if kind == .name, peek() == .symbol(.equal) {
                let name = try expectName()
                advance()
                keywords.append(.init(name: name, pattern: try parsePattern()))
            } else {
                let positional = try parsePattern()
                if !keywords.isEmpty { throw failure("positional patterns follow keyword patterns", at: positional.range) }
                patterns.append(positional)
            }
            if !take(.comma) { break }
        }
        try expect(.rightParenthesis)
        return pattern(.class(.init(type: type, patterns: patterns, keywords: keywords)), from: start)
    }

    /// Parses `[a, *b]`, `(a, b)` or a pattern in parentheses.
    private mutating func parseSequencePattern() throws(SyntaxError) -> Pattern {
        let start = current.range.start
        let isGroup = at(.leftParenthesis)
        let end: Symbol = isGroup ? .rightParenthesis : .rightBracket
        advance()
        var patterns: [Pattern] = []
        var hasComma = false
        while !at(end) {
            patterns.append(try parseMaybeStarPattern())
            guard take(.comma) else { break }
            hasComma = true
        }
        if isGroup, patterns.count == 1, !hasComma {
            if case .star = patterns[0].kind { throw unexpected() }
            try expect(end)
            return patterns[0]
        }
        try expect(end)
        return pattern(.sequence(patterns), from: start)
    }

    private mutating func parseMappingPattern() throws(SyntaxError) -> Pattern {
        let start = try expect(.leftBrace).start
        var keys: [Expression] = []
        var patterns: [Pattern] = []
        var rest: Identifier?
        while !at(.rightBrace), rest == nil {
            if take(.doubleStar) {
                if at(softKeyword: "_") { throw unexpected() }
                rest = try expectName()
            } else {
                keys.append(try parseMappingKey())
                try expect(.colon)
                patterns.append(try parsePattern())
            }
            if !take(.comma) { break }
        }
        try expect(.rightBrace)
        return pattern(.mapping(.init(keys: keys, patterns: patterns, rest: rest)), from: start)
    }

    private mutating func parseMappingKey() throws(SyntaxError) -> Expression {
        switch kind {
        case .symbol(.none), .symbol(.true), .symbol(.false): return try parseAtom()
        case .name:
            let key = try parseDottedExpression()
            if case .name = key.kind { throw unexpected() }
            return key
        default: return try parsePatternLiteral()
        }
    }
}
