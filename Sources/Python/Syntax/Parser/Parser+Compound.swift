extension Parser {
    /// Parses the block behind a header that started at `start`.
    ///
    /// - Parameters:
    ///   - owner: What CPython calls the header, for the error of a missing block.
    ///   - line: The line that the error names.
    ///   - isForced: Whether a missing colon is explained whatever stands in its place, not only at the end of a line.
    mutating func parseBlock(from start: Int, of owner: String, line: Int, isForced: Bool = false) throws(SyntaxError) -> Block {
        guard at(.colon) else {
            throw isForced || kind == .newline ? failure("expected ':'", at: current.range) : unexpected()
        }
        let header = SourceRange(start, current.range.end)
        advance()
        let first = index
        let isInline = kind != .newline
        let statements = isInline ? try parseSimpleStatements() : try parseIndented(owner, line)
        var begin = first
        while tokens[begin].isLayout, begin < index { begin += 1 }
        let range = SourceRange(tokens[begin].range.start, previousEnd)
        return Block(statements: statements, range: range, header: header, isInline: isInline)
    }

    private mutating func parseIndented(_ owner: String, _ line: Int) throws(SyntaxError) -> [Statement] {
        try expectIndent(owner, line)
        let statements = try parseStatements(until: .dedent)
        advance()
        return statements
    }

    /// Takes the newline and indentation behind a colon.
    mutating func expectIndent(_ owner: String, _ line: Int) throws(SyntaxError) {
        advance()
        guard kind == .indent else {
            throw failure("expected an indented block after \(owner) on line \(line)", at: current.range, kind: .indentation)
        }
        advance()
    }

    /// Parses the block of a keyword such as `else`, which starts at `start`.
    private mutating func parseKeywordBlock(
        from start: Int, _ keyword: String, isForced: Bool = false
    ) throws(SyntaxError) -> Block {
        try parseBlock(from: start, of: "'\(keyword)' statement", line: source.line(at: start), isForced: isForced)
    }

    private mutating func parseElse() throws(SyntaxError) -> Block? {
        let start = current.range.start
        return take(.else) ? try parseKeywordBlock(from: start, "else", isForced: true) : nil
    }

    private func statement(_ kind: Statement.Kind, from start: Int) -> Statement {
        Statement(range: SourceRange(start, previousEnd), kind: kind)
    }

    /// Parses `if` with all its `elif`s, iteratively.
    mutating func parseIf() throws(SyntaxError) -> Statement {
        var branches: [(start: Int, test: Expression, body: Block)] = []
        repeat {
            let start = current.range.start
            let keyword = branches.isEmpty ? "if" : "elif"
            if branches.count >= Self.maximumNesting { throw SyntaxError("too many 'elif' clauses", at: current.range) }
            advance()
            let test = try parseNamedExpression()
            branches.append((start, test, try parseKeywordBlock(from: start, keyword)))
        } while at(.elif)
        var orelse = try parseElse()
        let end = previousEnd
        while let last = branches.popLast() {
            let isElif = !branches.isEmpty
            let clause = Statement.If(test: last.test, body: last.body, orelse: orelse, isElif: isElif)
            let range = SourceRange(last.start, end)
            let statement = Statement(range: range, kind: .if(clause))
            if !isElif { return statement }
            orelse = Block(statements: [statement], range: range, header: last.body.header, isInline: false)
        }
        throw unexpected()
    }

    mutating func parseWhile() throws(SyntaxError) -> Statement {
        let start = try expect(.while).start
        let test = try parseNamedExpression()
        let body = try parseKeywordBlock(from: start, "while")
        let orelse = try parseElse()
        return statement(.while(.init(test: test, body: body, orelse: orelse)), from: start)
    }

    /// Parses `for`, whose `async` (if any) is at `start`.
    mutating func parseFor(from start: Int, isAsync: Bool) throws(SyntaxError) -> Statement {
        try expect(.for)
        let target = try parseTargets()
        try expect(.in)
        let iterable = try parseStarExpressions()
        let body = try parseKeywordBlock(from: start, "for")
        let orelse = try parseElse()
        return statement(
            .for(.init(isAsync: isAsync, target: target, iterable: iterable, body: body, orelse: orelse)), from: start)
    }
}

extension Parser {
    /// Parses `with`, whose `async` (if any) is at `start`.
    mutating func parseWith(from start: Int, isAsync: Bool) throws(SyntaxError) -> Statement {
        try expect(.with)
        var items: [Statement.WithItem] = []
        if at(.leftParenthesis), let found = attempt({ (parser) throws(SyntaxError) in try parser.parseGroupedWithItems() }) {
            items = found
        } else {
            repeat { items.append(try parseWithItem()) } while take(.comma)
        }
        let body = try parseKeywordBlock(from: start, "with")
        return statement(.with(.init(isAsync: isAsync, items: items, body: body)), from: start)
    }

    /// Parses `(item, item)` if the header ends behind it.
    private mutating func parseGroupedWithItems() throws(SyntaxError) -> [Statement.WithItem] {
        try expect(.leftParenthesis)
        var items: [Statement.WithItem] = []
        while !at(.rightParenthesis) {
            items.append(try parseWithItem())
            if !take(.comma) { break }
        }
        try expect(.rightParenthesis)
        let isComplete = at(.colon) || kind == .newline && items.contains { $0.target != nil }
        if items.isEmpty || !isComplete { throw unexpected() }
        return items
    }

    private mutating func parseWithItem() throws(SyntaxError) -> Statement.WithItem {
        let context = try parseExpression()
        guard take(.as) else { return Statement.WithItem(context: context, target: nil) }
        let target = try parseTarget()
        if let error = invalidTarget(target, for: .assign) { throw error }
        return Statement.WithItem(context: context, target: target)
    }

    mutating func parseTry() throws(SyntaxError) -> Statement {
        let start = try expect(.try).start
        let body = try parseKeywordBlock(from: start, "try", isForced: true)
        var handlers: [Statement.ExceptHandler] = []
        var isStar = false
        while at(.except) {
            let hasStar = peek() == .symbol(.star)
            if !handlers.isEmpty, hasStar != isStar {
                throw failure("cannot have both 'except' and 'except*' on the same 'try'", at: current.range)
            }
            isStar = hasStar
            handlers.append(try parseHandler(isStar: isStar))
        }
        let orelse = handlers.isEmpty ? nil : try parseElse()
        let finallyStart = current.range.start
        let finalbody = take(.finally) ? try parseKeywordBlock(from: finallyStart, "finally", isForced: true) : nil
        if handlers.isEmpty, finalbody == nil { throw failure("expected 'except' or 'finally' block", at: current.range) }
        return statement(
            .try(.init(body: body, handlers: handlers, isStar: isStar, orelse: orelse, finalbody: finalbody)), from: start)
    }

    private mutating func parseHandler(isStar: Bool) throws(SyntaxError) -> Statement.ExceptHandler {
        let start = try expect(.except).start
        if isStar {
            advance()
            if at(.colon) || kind == .newline { throw failure("expected one or more exception types", at: current.range) }
        }
        var type: Expression?
        var name: Identifier?
        if startsExpression() {
            let value = try parseExpression()
            if at(.comma) { throw severalTypes(value) }
            type = value
            if take(.as) { name = try expectName() }
        }
        let body = try parseKeywordBlock(from: start, isStar ? "except*" : "except")
        return Statement.ExceptHandler(type: type, name: name, body: body, range: SourceRange(start, previousEnd))
    }

    private mutating func severalTypes(_ first: Expression) -> SyntaxError {
        let plain = unexpected()
        advance()
        guard attempt({ (parser) throws(SyntaxError) in try parser.parseStarExpressions() }) != nil else { return plain }
        let range = SourceRange(first.range.start, previousEnd)
        if take(.as), kind == .name { advance() }
        return at(.colon) ? SyntaxError("multiple exception types must be parenthesized", at: range) : plain
    }
}
