extension Parser {
    /// Parses expressions of which several make a tuple: `a, *b`.
    mutating func parseStarExpressions() throws(SyntaxError) -> Expression {
        let start = current.range.start
        let first = try parseStarExpression()
        guard at(.comma) else { return first }
        var elements = [first]
        while take(.comma) {
            guard startsExpression(orStar: true) else { break }
            elements.append(try parseStarExpression())
        }
        return try make(.tuple(elements), from: start)
    }

    /// Parses `*value` or an expression.
    mutating func parseStarExpression() throws(SyntaxError) -> Expression {
        at(.star) ? try parseStarred { (parser) throws(SyntaxError) in try parser.parseOperators(.bitOr) } : try parseExpression()
    }

    /// Parses `*value` or an expression that may be named by `:=`.
    mutating func parseStarNamedExpression() throws(SyntaxError) -> Expression {
        at(.star)
            ? try parseStarred { (parser) throws(SyntaxError) in try parser.parseOperators(.bitOr) } : try parseNamedExpression()
    }

    mutating func parseStarred(
        _ parse: (inout Parser) throws(SyntaxError) -> Expression
    ) throws(SyntaxError) -> Expression {
        let start = try expect(.star).start
        return try make(.starred(try parse(&self)), from: start)
    }

    /// Parses `name := value` or an expression; an `=` behind it is an error that is explained.
    mutating func parseNamedExpression() throws(SyntaxError) -> Expression {
        let start = index
        let value = try parseAssignmentExpression()
        if at(.equal) { throw strayEqual(after: value, from: start) }
        return value
    }

    /// Parses `name := value` or an expression.
    mutating func parseAssignmentExpression() throws(SyntaxError) -> Expression {
        let start = current.range.start
        if kind == .name, peek() == .symbol(.colonEqual) {
            let target = try expectName()
            advance()
            let value = try parseExpression()
            return try make(.namedExpression(.init(target: target, value: value)), from: start)
        }
        let value = try parseExpression()
        if at(.colonEqual) {
            if case .name = value.kind { throw unexpected() }
            let name = value.kind.nameInMessages
            throw failure("cannot use assignment expressions with \(name)", at: value.range)
        }
        return value
    }

    /// Parses an expression: a lambda, a conditional or operators.
    mutating func parseExpression() throws(SyntaxError) -> Expression {
        try nested { (parser) throws(SyntaxError) in try parser.parseUnnestedExpression() }
    }

    private mutating func parseUnnestedExpression() throws(SyntaxError) -> Expression {
        if at(.lambda) { return try parseLambda() }
        let first = index
        let start = current.range.start
        let value = try parseOperators()
        if at(.if) {
            advance()
            let test = try parseOperators()
            if take(.else) {
                let orelse = try parseExpression()
                return try make(.conditional(.init(body: value, test: test, orelse: orelse)), from: start)
            }
            if at(.colon) { throw unexpected() }
            throw failure("expected 'else' after 'if' expression", at: SourceRange(start, test.range.end))
        }
        if !isGuessing, startsExpression(), let error = missingComma(after: value, from: first) { throw error }
        return value
    }

    private mutating func parseLambda() throws(SyntaxError) -> Expression {
        let start = try expect(.lambda).start
        let parameters = try parseLambdaParameters()
        try expect(.colon)
        let body = try parseExpression()
        return try make(.lambda(.init(parameters: parameters, body: body)), from: start)
    }

    /// Parses `yield`, `yield value` or `yield from value`.
    mutating func parseYield() throws(SyntaxError) -> Expression {
        let start = try expect(.yield).start
        if take(.from) { return try make(.yieldFrom(try parseExpression()), from: start) }
        let value = startsExpression(orStar: true) ? try parseStarExpressions() : nil
        return try make(.yield(value), from: start)
    }

    /// Tells whether an expression can start with the current token.
    func startsExpression(orStar: Bool = false) -> Bool {
        switch kind {
        case .name, .number, .string: return true
        case .symbol(let symbol):
            switch symbol {
            case .false, .none, .true, .await, .lambda, .not, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis, .plus, .minus,
                .tilde:
                return true
            default: return orStar && symbol == .star
            }
        default: return false
        }
    }
}

extension Parser {
    /// The error for an expression right behind another one, if CPython explains it.
    private mutating func missingComma(after value: Expression, from first: Int) -> SyntaxError? {
        let start = tokens[first].range.start
        let isName = tokens[first].kind == .name
        if case .name(let name) = value.kind, name == "print" || name == "exec" {
            guard attempt({ (parser) throws(SyntaxError) in try parser.parseStarExpressions() }) != nil else { return nil }
            if kind == .error { return unexpected() }
            let message = "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?"
            return SyntaxError(message, at: SourceRange(start, previousEnd))
        }
        if isName, tokens.count > first + 1, tokens[first + 1].kind == .string { return nil }
        if isName, ["match", "case", "_"].contains(source.text(of: tokens[first].range)) { return nil }
        let reset = index
        isGuessing = true
        defer { isGuessing = false }
        guard attempt({ (parser) throws(SyntaxError) in try parser.parseExpression() }) != nil else { return nil }
        if kind == .error { return unexpected() }
        if tokens[index - 1].depth > 0 {
            return SyntaxError("invalid syntax. Perhaps you forgot a comma?", at: SourceRange(start, previousEnd))
        }
        index = reset
        return nil
    }

    /// The error for `value = …` where no assignment can be; `first` is the index of the first token of `value`.
    mutating func strayEqual(after value: Expression, from first: Int) -> SyntaxError {
        let plain = unexpected()
        guard value.kind.isTighterThanComparison || value.range.start > tokens[first].range.start else { return plain }
        let equal = index
        advance()
        let right = attempt { (parser) throws(SyntaxError) in try parser.parseOperators(.bitOr) }
        defer { index = equal }
        if right != nil, kind == .error { return unexpected() }
        guard right != nil, !at(.equal), !at(.colonEqual) else { return plain }
        switch value.kind {
        case .name:
            let range = SourceRange(tokens[first].range.start, previousEnd)
            return SyntaxError("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: range)
        case .list, .tuple, .constant(.none), .constant(.bool): return plain
        case .comprehension(let comprehension) where comprehension.kind == .generator: return plain
        default:
            let name = value.kind.nameInMessages
            return SyntaxError("cannot assign to \(name) here. Maybe you meant '==' instead of '='?", at: value.range)
        }
    }
}
