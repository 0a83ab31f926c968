extension Parser {
    /// The arguments of a call or a class statement, with the range from `(` through `)`.
    struct ArgumentList {
        var arguments: [Expression] = []
        var keywords: [Expression.Keyword] = []
        var parentheses: SourceRange
    }

    /// Parses `(arguments)` behind `function`.
    mutating func parseCall(of function: Expression) throws(SyntaxError) -> Expression.Call {
        let list = try parseArguments()
        return Expression.Call(
            function: function, arguments: list.arguments, keywords: list.keywords, parentheses: list.parentheses)
    }

    /// Parses `(a, *b, c=d, **e)`.
    mutating func parseArguments() throws(SyntaxError) -> ArgumentList {
        let open = try expect(.leftParenthesis)
        var list = ArgumentList(parentheses: open)
        while !at(.rightParenthesis) {
            try parseArgument(into: &list, open: open)
            if !take(.comma) { break }
        }
        list.parentheses = open.union(try expect(.rightParenthesis))
        return list
    }

    private mutating func parseArgument(into list: inout ArgumentList, open: SourceRange) throws(SyntaxError) {
        let start = current.range.start
        if at(.star) {
            let value = try parseStarred { (parser) throws(SyntaxError) in try parser.parseExpression() }
            if list.keywords.contains(where: { $0.name == nil }) {
                throw failure("iterable argument unpacking follows keyword argument unpacking", at: value.range)
            }
            list.arguments.append(value)
        } else if take(.doubleStar) {
            let value = try parseExpression()
            list.keywords.append(.init(name: nil, value: value, range: SourceRange(start, previousEnd)))
        } else if kind == .name, peek() == .symbol(.equal) {
            list.keywords.append(try parseKeyword(from: start))
        } else {
            try parsePositional(into: &list, open: open)
        }
    }

    private mutating func parseKeyword(from start: Int) throws(SyntaxError) -> Expression.Keyword {
        let name = try expectName()
        let equal = try expect(.equal)
        let value = try parseExpression()
        if startsComprehension {
            _ = try parseClauses()
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
            throw failure(message, at: name.range.union(equal))
        }
        return Expression.Keyword(name: name, value: value, range: SourceRange(start, previousEnd))
    }

    private mutating func parsePositional(into list: inout ArgumentList, open: SourceRange) throws(SyntaxError) {
        let first = current
        let value = try parseAssignmentExpression()
        let range = SourceRange(first.range.start, current.range.end)
        if at(.equal) {
            if case .constant(let constant) = value.kind, constant == .none || constant == .bool(true) || constant == .bool(false) {
                throw failure("cannot assign to \(constant.nameInMessages)", at: range)
            }
            throw failure("expression cannot contain assignment, perhaps you meant \"==\"?", at: range)
        }
        if startsComprehension {
            list.arguments.append(try parseLoneGenerator(value, isFirst: list.arguments.isEmpty && list.keywords.isEmpty, open))
            return
        }
        if let last = list.keywords.last {
            let detail = last.name == nil || list.keywords.contains { $0.name == nil } ? " unpacking" : ""
            throw failure("positional argument follows keyword argument\(detail)", at: value.range)
        }
        list.arguments.append(value)
    }

    private mutating func parseLoneGenerator(
        _ element: Expression, isFirst: Bool, _ open: SourceRange
    ) throws(SyntaxError) -> Expression {
        let generator = try parseComprehension(.generator, element, value: nil)
        guard at(.rightParenthesis), isFirst else {
            if at(.comma) || at(.rightParenthesis) {
                throw failure("Generator expression must be parenthesized", at: SourceRange(element.range.start, previousEnd))
            }
            throw unexpected()
        }
        return try make(generator, range: open.union(current.range))
    }
}
