extension Parser {
    /// Parses a function or class with its decorators.
    mutating func parseDecorated() throws(SyntaxError) -> Statement {
        var decorators: [Statement.Decorator] = []
        while at(.at) {
            let start = current.range.start
            advance()
            let expression = try parseNamedExpression()
            decorators.append(.init(expression: expression, range: SourceRange(start, previousEnd)))
            guard kind == .newline else { throw unexpected() }
            advance()
        }
        let start = current.range.start
        let kind: Statement.Kind
        if at(.class) {
            kind = .classDef(try parseClass(decorators))
        } else {
            kind = .functionDef(try parseFunction(decorators))
        }
        return Statement(range: SourceRange(start, previousEnd), kind: kind)
    }

    private mutating func parseFunction(_ decorators: [Statement.Decorator]) throws(SyntaxError) -> Statement.FunctionDef {
        let start = current.range.start
        let isAsync = take(.async)
        let line = source.line(at: try expect(.def).start)
        let name = try expectName()
        guard at(.leftParenthesis) else { throw failure("expected '('", at: current.range) }
        let open = current.range
        advance()
        let parameters = try parseParameters(from: open)
        let returns = take(.arrow) ? try parseExpression() : nil
        let body = try parseBlock(from: start, of: "function definition", line: line, isForced: true)
        return Statement.FunctionDef(
            isAsync: isAsync, name: name, parameters: parameters, returns: returns, decorators: decorators, body: body)
    }

    private mutating func parseClass(_ decorators: [Statement.Decorator]) throws(SyntaxError) -> Statement.ClassDef {
        let start = try expect(.class).start
        let name = try expectName()
        let list = at(.leftParenthesis) ? try parseArguments() : nil
        let body = try parseBlock(from: start, of: "class definition", line: source.line(at: start))
        return Statement.ClassDef(
            name: name, bases: list?.arguments ?? [], keywords: list?.keywords ?? [], parentheses: list?.parentheses,
            decorators: decorators, body: body)
    }

    /// Parses the parameters of a `def` behind the `(` at `open`, and the `)`.
    private mutating func parseParameters(from open: SourceRange) throws(SyntaxError) -> Parameters {
        var collector = ParameterCollector(end: .rightParenthesis, isLambda: false)
        try collector.collect(&self)
        let close = try expect(.rightParenthesis)
        return collector.parameters(range: open.union(close))
    }

    /// Parses the parameters of a `lambda` up to its colon.
    mutating func parseLambdaParameters() throws(SyntaxError) -> Parameters {
        let start = current.range.start
        var collector = ParameterCollector(end: .colon, isLambda: true)
        try collector.collect(&self)
        return collector.parameters(range: SourceRange(start, max(start, previousEnd)))
    }
}
