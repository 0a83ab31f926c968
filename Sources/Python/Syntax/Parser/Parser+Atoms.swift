extension Parser {
    /// Parses a name, a literal, or an expression in brackets.
    mutating func parseAtom() throws(SyntaxError) -> Expression {
        let range = current.range
        switch kind {
        case .name:
            let name = try expectName()
            return Expression(range: range, kind: .name(name.text), depth: 1)
        case .number:
            let constant = try NumberLiteral.constant(of: range, in: source)
            advance()
            return Expression(range: range, kind: .constant(constant), depth: 1)
        case .string: return try parseStrings()
        case .symbol(let symbol): return try parseAtom(startingWith: symbol, at: range)
        default: throw unexpected()
        }
    }

    private mutating func parseAtom(startingWith symbol: Symbol, at range: SourceRange) throws(SyntaxError) -> Expression {
        let constant: Constant
        switch symbol {
        case .none: constant = .none
        case .true: constant = .bool(true)
        case .false: constant = .bool(false)
        case .ellipsis: constant = .ellipsis
        case .leftParenthesis: return try nested { (parser) throws(SyntaxError) in try parser.parseGroup() }
        case .leftBracket: return try nested { (parser) throws(SyntaxError) in try parser.parseList() }
        case .leftBrace: return try nested { (parser) throws(SyntaxError) in try parser.parseBraces() }
        default: throw unexpected()
        }
        advance()
        return Expression(range: range, kind: .constant(constant), depth: 1)
    }

    /// What stands between parentheses.
    enum GroupContents {
        /// One value, which the parentheses only group.
        case value(Expression)
        /// A tuple or a generator expression, to which the parentheses belong.
        case display(Expression.Kind)
    }

    /// Parses what starts with `(`: a tuple, a generator expression, or an expression in parentheses.
    private mutating func parseGroup() throws(SyntaxError) -> Expression {
        let start = try expect(.leftParenthesis).start
        if take(.rightParenthesis) { return try make(.tuple([]), from: start) }
        let contents = try parseGroupContents(until: .symbol(.rightParenthesis))
        try expect(.rightParenthesis)
        switch contents {
        case .value(let value): return value
        case .display(let kind): return try make(kind, from: start)
        }
    }

    /// Parses the inside of parentheses up to `end`.
    mutating func parseGroupContents(until end: Token.Kind) throws(SyntaxError) -> GroupContents {
        if at(.yield) { return .value(try parseYield()) }
        if at(.doubleStar) { throw doubleStarInGroup(end) }
        let first = try parseStarNamedExpression()
        if startsComprehension { return .display(try parseComprehension(.generator, first, value: nil)) }
        if at(.comma) {
            var elements = [first]
            while take(.comma) {
                if kind == end { break }
                elements.append(try parseStarNamedExpression())
            }
            return .display(.tuple(elements))
        }
        if first.isStarred, kind == end { throw failure("cannot use starred expression here", at: first.range) }
        return .value(first)
    }

    private mutating func doubleStarInGroup(_ end: Token.Kind) -> SyntaxError {
        let range = current.range
        let plain = unexpected()
        advance()
        let value = attempt { (parser) throws(SyntaxError) in try parser.parseExpression() }
        return value != nil && kind == end ? SyntaxError("cannot use double starred expression here", at: range) : plain
    }

    private mutating func parseList() throws(SyntaxError) -> Expression {
        let start = try expect(.leftBracket).start
        if take(.rightBracket) { return try make(.list([]), from: start) }
        let first = try parseStarNamedExpression()
        if startsComprehension {
            let comprehension = try parseComprehension(.list, first, value: nil)
            try expect(.rightBracket)
            return try make(comprehension, from: start)
        }
        let elements = try parseElements(after: first, until: .rightBracket)
        try expect(.rightBracket)
        return try make(.list(elements), from: start)
    }

    /// Parses the rest of a list or set display behind its first element.
    private mutating func parseElements(after first: Expression, until end: Symbol) throws(SyntaxError) -> [Expression] {
        var elements = [first]
        while at(.comma) {
            let comma = current.range
            advance()
            if at(end) { break }
            if startsComprehension { throw try unparenthesizedTarget(first.range.union(comma)) }
            elements.append(try parseStarNamedExpression())
            if startsComprehension { throw try unparenthesizedTarget(first.range.union(elements[elements.count - 1].range)) }
        }
        return elements
    }

    private mutating func unparenthesizedTarget(_ range: SourceRange) throws(SyntaxError) -> SyntaxError {
        _ = try parseClauses()
        return failure("did you forget parentheses around the comprehension target?", at: range)
    }

    /// Parses what starts with `{`: a dict or a set, as display or comprehension.
    private mutating func parseBraces() throws(SyntaxError) -> Expression {
        let start = try expect(.leftBrace).start
        if take(.rightBrace) { return try make(.dict([]), from: start) }
        let kind: Expression.Kind
        if at(.doubleStar) {
            kind = try parseDict(firstKey: nil)
        } else {
            let first = try parseStarNamedExpression()
            if at(.colon) {
                kind = try parseDict(firstKey: first)
            } else if startsComprehension {
                kind = try parseComprehension(.set, first, value: nil)
            } else {
                kind = .set(try parseElements(after: first, until: .rightBrace))
            }
        }
        try expect(.rightBrace)
        return try make(kind, from: start)
    }

    private mutating func parseDict(firstKey: Expression?) throws(SyntaxError) -> Expression.Kind {
        let first = current.range
        var items = [try parseDictItem(key: firstKey)]
        if startsComprehension {
            guard let key = items[0].key else {
                throw failure("dict unpacking cannot be used in dict comprehension", at: first)
            }
            return try parseComprehension(.dict, key, value: items[0].value)
        }
        while take(.comma) {
            if at(.rightBrace) { break }
            if at(.doubleStar) {
                items.append(try parseDictItem(key: nil))
                continue
            }
            let key = try parseExpression()
            if !at(.colon) {
                let last = SourceRange(max(key.range.start, key.range.end - 1), key.range.end)
                throw failure("':' expected after dictionary key", at: last)
            }
            items.append(try parseDictItem(key: key))
        }
        return .dict(items)
    }

    private mutating func parseDictItem(key: Expression?) throws(SyntaxError) -> Expression.DictItem {
        guard let key else {
            try expect(.doubleStar)
            return Expression.DictItem(key: nil, value: try parseOperators(.bitOr))
        }
        let colon = try expect(.colon)
        if at(.rightBrace) || at(.comma) {
            throw failure("expression expected after dictionary key and ':'", at: colon)
        }
        if at(.star) {
            let start = current.range.start
            advance()
            _ = try parseOperators(.bitOr)
            throw failure("cannot use a starred expression in a dictionary value", at: SourceRange(start, previousEnd))
        }
        return Expression.DictItem(key: key, value: try parseExpression())
    }
}

extension Parser {
    /// Whether a `for` clause of a comprehension starts here.
    var startsComprehension: Bool { at(.for) || at(.async) }

    /// Parses the clauses of a comprehension behind its element.
    mutating func parseComprehension(
        _ kind: Expression.Comprehension.Kind, _ element: Expression, value: Expression?
    ) throws(SyntaxError) -> Expression.Kind {
        let clauses = try parseClauses()
        if element.isStarred {
            throw failure("iterable unpacking cannot be used in comprehension", at: element.range)
        }
        return .comprehension(.init(kind: kind, element: element, value: value, clauses: clauses))
    }

    mutating func parseClauses() throws(SyntaxError) -> [Expression.ComprehensionClause] {
        var clauses: [Expression.ComprehensionClause] = []
        while startsComprehension {
            let isAsync = take(.async)
            try expect(.for)
            let target = try parseTargets()
            try expect(.in)
            let iterable = try parseOperators()
            var conditions: [Expression] = []
            while take(.if) { conditions.append(try parseOperators()) }
            clauses.append(.init(isAsync: isAsync, target: target, iterable: iterable, conditions: conditions))
        }
        return clauses
    }
}
