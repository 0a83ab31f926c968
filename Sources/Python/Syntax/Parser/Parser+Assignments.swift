extension Parser {
    /// Parses an expression statement or an assignment of any form.
    mutating func parseExpressionStatement() throws(SyntaxError) -> Statement.Kind {
        let first = index
        let value = try parseRightSide()
        switch kind {
        case .symbol(.equal): return .assign(try parseAssign(value, from: first))
        case .symbol(.colon): return .annotatedAssign(try parseAnnotated(value, from: first))
        case .symbol(let symbol):
            guard let augmented = symbol.augmentedOperator else { return .expression(value) }
            return .augmentedAssign(try parseAugmented(value, augmented))
        default: return .expression(value)
        }
    }

    private mutating func parseRightSide() throws(SyntaxError) -> Expression {
        at(.yield) ? try parseYield() : try parseStarExpressions()
    }

    private mutating func parseAssign(_ first: Expression, from start: Int) throws(SyntaxError) -> Statement.Assign {
        var targets: [Expression] = []
        var value = first
        var begin = start
        while at(.equal) {
            if case .yield = value.kind, tokens[begin].kind == .symbol(.yield) { throw assignmentToYield(value) }
            if case .yieldFrom = value.kind, tokens[begin].kind == .symbol(.yield) { throw assignmentToYield(value) }
            if let error = invalidTarget(value, for: .assign) {
                throw targets.isEmpty ? explained(error, value, from: begin) : error
            }
            targets.append(value)
            advance()
            begin = index
            value = try parseRightSide()
        }
        return Statement.Assign(targets: targets, value: value)
    }

    private func assignmentToYield(_ value: Expression) -> SyntaxError {
        failure("assignment to yield expression not possible", at: value.range)
    }

    /// The error for a wrong first target: CPython looks at the element right before the `=` first.
    private mutating func explained(_ error: SyntaxError, _ value: Expression, from start: Int) -> SyntaxError {
        var last = value
        if case .tuple(let elements) = value.kind, value.range.start == tokens[start].range.start,
            let final = elements.last, final.range.end == value.range.end
        {
            last = final
        }
        if last.isStarred { return error }
        var first = index - 1
        while first > start, tokens[first].range.start > last.range.start { first -= 1 }
        while first > start, tokens[first - 1].kind == .symbol(.leftParenthesis) { first -= 1 }
        let hint = strayEqual(after: last, from: first)
        return hint.message == "invalid syntax" ? error : hint
    }

    private mutating func parseAugmented(
        _ target: Expression, _ augmented: BinaryOperator
    ) throws(SyntaxError) -> Statement.AugmentedAssign {
        switch target.kind {
        case .name, .attribute, .subscript: break
        default:
            let message = "'\(target.kind.nameInMessages)' is an illegal expression for augmented assignment"
            throw failure(message, at: target.range)
        }
        advance()
        return Statement.AugmentedAssign(target: target, operator: augmented, value: try parseRightSide())
    }

    private mutating func parseAnnotated(
        _ target: Expression, from start: Int
    ) throws(SyntaxError) -> Statement.AnnotatedAssign {
        let isGrouped = tokens[start].kind == .symbol(.leftParenthesis) && target.range.start > tokens[start].range.start
        var isSimple = false
        switch target.kind {
        case .name: isSimple = !isGrouped
        case .attribute, .subscript: break
        default: throw illegalAnnotation(target)
        }
        try expect(.colon)
        let annotation = try parseExpression()
        let value = take(.equal) ? try parseRightSide() : nil
        return Statement.AnnotatedAssign(target: target, annotation: annotation, value: value, isSimple: isSimple)
    }

    private mutating func illegalAnnotation(_ target: Expression) -> SyntaxError {
        let plain = unexpected()
        advance()
        guard attempt({ (parser) throws(SyntaxError) in try parser.parseExpression() }) != nil else { return plain }
        switch target.kind {
        case .tuple(let elements):
            let first = elements.first?.range ?? target.range
            let isBare = first.start == target.range.start
            let range = isBare ? first : target.range
            return SyntaxError("only single target (not tuple) can be annotated", at: range)
        case .list: return SyntaxError("only single target (not list) can be annotated", at: target.range)
        default: return SyntaxError("illegal target for annotation", at: target.range)
        }
    }
}
