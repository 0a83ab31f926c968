extension Parser {
    /// How tightly infix operators bind, loosest first.
    enum Precedence: Int, Comparable {
        case or, and, not, comparison, bitOr, bitXor, bitAnd, shift, sum, product

        static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

        /// The next tighter level.
        var tighter: Precedence? { Precedence(rawValue: rawValue + 1) }
    }

    /// Parses operands joined by infix operators that bind at least as tightly as `minimum`.
    mutating func parseOperators(_ minimum: Precedence = .or) throws(SyntaxError) -> Expression {
        let start = current.range.start
        var left = try at(.not) ? parseNot(minimum) : parseUnary()
        while let precedence = infixPrecedence(), precedence >= minimum {
            switch precedence {
            case .or, .and: left = try parseBoolean(left, from: start, precedence)
            case .not, .comparison: left = try parseComparisons(left, from: start)
            default: left = try parseBinary(left, from: start, precedence)
            }
        }
        return left
    }

    private mutating func infixPrecedence() -> Precedence? {
        guard case .symbol(let symbol) = kind else { return nil }
        switch symbol {
        case .or: return .or
        case .and: return .and
        case .not: return peek() == .symbol(.in) ? .comparison : nil
        case .in, .is, .less, .greater, .lessEqual, .greaterEqual, .doubleEqual, .notEqual: return .comparison
        case .bar: return .bitOr
        case .caret: return .bitXor
        case .ampersand: return .bitAnd
        case .leftShift, .rightShift: return .shift
        case .plus, .minus: return .sum
        case .star, .slash, .doubleSlash, .percent, .at: return .product
        default: return nil
        }
    }

    private mutating func parseBoolean(
        _ left: Expression, from start: Int, _ precedence: Precedence
    ) throws(SyntaxError) -> Expression {
        let symbol: Symbol = precedence == .or ? .or : .and
        var values = [left]
        while take(symbol) { values.append(try parseOperators(precedence == .or ? .and : .not)) }
        let operation = Expression.BooleanOperation(operator: precedence == .or ? .or : .and, values: values)
        return try make(.booleanOperation(operation), from: start)
    }

    private mutating func parseComparisons(_ left: Expression, from start: Int) throws(SyntaxError) -> Expression {
        var comparisons: [Expression.Comparison] = []
        while infixPrecedence() == .comparison {
            let comparison = takeComparisonOperator()
            comparisons.append(Expression.Comparison(operator: comparison, right: try parseOperators(.bitOr)))
        }
        return try make(.compare(Expression.Compare(left: left, comparisons: comparisons)), from: start)
    }

    private mutating func takeComparisonOperator() -> ComparisonOperator {
        guard case .symbol(let symbol) = kind else { return .equal }
        advance()
        if symbol == .not {
            advance()
            return .notIn
        }
        if symbol == .is { return take(.not) ? .isNot : .is }
        return ComparisonOperator(rawValue: symbol.rawValue) ?? .equal
    }

    private mutating func parseBinary(
        _ left: Expression, from start: Int, _ precedence: Precedence
    ) throws(SyntaxError) -> Expression {
        guard case .symbol(let symbol) = kind, let binary = BinaryOperator(rawValue: symbol.rawValue) else { throw unexpected() }
        advance()
        let right: Expression
        if let tighter = precedence.tighter { right = try parseOperators(tighter) } else { right = try parseUnary() }
        return try make(.binaryOperation(.init(left: left, operator: binary, right: right)), from: start)
    }

    /// Parses `not not x`, iteratively.
    private mutating func parseNot(_ minimum: Precedence) throws(SyntaxError) -> Expression {
        guard minimum <= .not else { throw unexpected() }
        var starts: [Int] = []
        while at(.not) {
            starts.append(current.range.start)
            advance()
        }
        var value = try parseOperators(.comparison)
        for start in starts.reversed() {
            value = try make(.unaryOperation(.init(operator: .not, operand: value)), from: start)
        }
        return value
    }

    /// Parses `-+~x`, iteratively, and powers.
    mutating func parseUnary() throws(SyntaxError) -> Expression {
        var prefixes: [(operator: UnaryOperator, start: Int)] = []
        while let prefix = unaryOperator() {
            prefixes.append((prefix, current.range.start))
            advance()
        }
        var value = try parsePower()
        for prefix in prefixes.reversed() {
            value = try make(.unaryOperation(.init(operator: prefix.operator, operand: value)), from: prefix.start)
        }
        return value
    }

    private func unaryOperator() -> UnaryOperator? {
        switch kind {
        case .symbol(.plus): .plus
        case .symbol(.minus): .minus
        case .symbol(.tilde): .invert
        default: nil
        }
    }

    private mutating func parsePower() throws(SyntaxError) -> Expression {
        let start = current.range.start
        let base: Expression
        if take(.await) {
            base = try make(.await(try parsePrimary()), from: start)
        } else {
            base = try parsePrimary()
        }
        guard take(.doubleStar) else { return base }
        let exponent = try nested { (parser) throws(SyntaxError) in try parser.parseUnary() }
        return try make(.binaryOperation(.init(left: base, operator: .power, right: exponent)), from: start)
    }

    /// Parses an atom with its attributes, calls and subscripts, iteratively.
    mutating func parsePrimary() throws(SyntaxError) -> Expression {
        let start = current.range.start
        var value = try parseAtom()
        while case .symbol(let symbol) = kind {
            switch symbol {
            case .dot:
                advance()
                value = try make(.attribute(.init(value: value, name: try expectName())), from: start)
            case .leftParenthesis:
                let call = try nested { (parser) throws(SyntaxError) in try parser.parseCall(of: value) }
                value = try make(.call(call), from: start)
            case .leftBracket:
                let item = try nested { (parser) throws(SyntaxError) in try parser.parseSubscript(of: value) }
                value = try make(.subscript(item), from: start)
            default: return value
            }
        }
        return value
    }

    private mutating func parseSubscript(of value: Expression) throws(SyntaxError) -> Expression.Subscript {
        let open = try expect(.leftBracket)
        let start = current.range.start
        var elements = [try parseSlice()]
        var isTuple = elements[0].isStarred
        while take(.comma) {
            isTuple = true
            if at(.rightBracket) { break }
            elements.append(try parseSlice())
        }
        let index = isTuple ? try make(.tuple(elements), from: start) : elements[0]
        let close = try expect(.rightBracket)
        return Expression.Subscript(value: value, index: index, brackets: open.union(close))
    }

    private mutating func parseSlice() throws(SyntaxError) -> Expression {
        let start = current.range.start
        if at(.star) { return try parseStarred { (parser) throws(SyntaxError) in try parser.parseExpression() } }
        var lower: Expression?
        if !at(.colon) {
            let value = try parseNamedExpression()
            if !at(.colon) { return value }
            lower = value
        }
        try expect(.colon)
        let upper = try parseSliceBound()
        let step = take(.colon) ? try parseSliceBound() : nil
        return try make(.slice(.init(lower: lower, upper: upper, step: step)), from: start)
    }

    private mutating func parseSliceBound() throws(SyntaxError) -> Expression? {
        at(.colon) || at(.comma) || at(.rightBracket) ? nil : try parseExpression()
    }
}

extension Expression {
    /// Whether the expression is `*value`.
    var isStarred: Bool {
        if case .starred = kind { true } else { false }
    }
}
