extension Parser {
    /// Parses statements up to a token of kind `end`, which is not taken.
    mutating func parseStatements(until end: Token.Kind) throws(SyntaxError) -> [Statement] {
        var statements: [Statement] = []
        while kind != end { statements += try parseStatement() }
        return statements
    }

    /// Parses a compound statement, or a line of simple statements.
    mutating func parseStatement() throws(SyntaxError) -> [Statement] {
        if at(softKeyword: "match"), let match = try parseMatch() { return [match] }
        guard case .symbol(let symbol) = kind else { return try parseSimpleStatements() }
        let start = current.range.start
        switch symbol {
        case .if: return [try parseIf()]
        case .for: return [try parseFor(from: start, isAsync: false)]
        case .while: return [try parseWhile()]
        case .with: return [try parseWith(from: start, isAsync: false)]
        case .try: return [try parseTry()]
        case .def, .class, .at: return [try parseDecorated()]
        case .async: return [try parseAsync()]
        default: return try parseSimpleStatements()
        }
    }

    private mutating func parseAsync() throws(SyntaxError) -> Statement {
        let start = current.range.start
        if peek() == .symbol(.def) { return try parseDecorated() }
        advance()
        if at(.for) { return try parseFor(from: start, isAsync: true) }
        if at(.with) { return try parseWith(from: start, isAsync: true) }
        throw unexpected()
    }

    /// Parses `a; b` up to the end of the line.
    mutating func parseSimpleStatements() throws(SyntaxError) -> [Statement] {
        var statements: [Statement] = []
        repeat {
            statements.append(try parseSimpleStatement())
        } while take(.semicolon) && kind != .newline
        guard kind == .newline else { throw unexpected() }
        advance()
        return statements
    }

    private mutating func parseSimpleStatement() throws(SyntaxError) -> Statement {
        let start = current.range.start
        let kind = try parseSimpleKind()
        return Statement(range: SourceRange(start, previousEnd), kind: kind)
    }

    private mutating func parseSimpleKind() throws(SyntaxError) -> Statement.Kind {
        guard case .symbol(let symbol) = kind else { return try parseExpressionStatement() }
        switch symbol {
        case .pass, .break, .continue:
            advance()
            return symbol == .pass ? .pass : symbol == .break ? .break : .continue
        case .return:
            advance()
            return .return(startsExpression(orStar: true) ? try parseStarExpressions() : nil)
        case .raise: return .raise(try parseRaise())
        case .del: return .delete(try parseDelete())
        case .assert: return .assert(try parseAssert())
        case .global, .nonlocal:
            advance()
            let names = try parseNames()
            return symbol == .global ? .global(names) : .nonlocal(names)
        case .import:
            advance()
            return .import(try parseAliases { (parser) throws(SyntaxError) in try parser.parseDottedName() })
        case .from: return .importFrom(try parseImportFrom())
        default: return try parseExpressionStatement()
        }
    }

    private mutating func parseRaise() throws(SyntaxError) -> Statement.Raise {
        advance()
        guard startsExpression() else { return Statement.Raise(exception: nil, cause: nil) }
        let exception = try parseExpression()
        return Statement.Raise(exception: exception, cause: take(.from) ? try parseExpression() : nil)
    }

    private mutating func parseAssert() throws(SyntaxError) -> Statement.Assert {
        advance()
        let test = try parseExpression()
        return Statement.Assert(test: test, message: take(.comma) ? try parseExpression() : nil)
    }

    private mutating func parseDelete() throws(SyntaxError) -> [Expression] {
        advance()
        var targets = [try parseTarget()]
        while take(.comma) {
            guard startsExpression(orStar: true) else { break }
            targets.append(try parseTarget())
        }
        for target in targets {
            if let error = invalidTarget(target, for: .delete) { throw error }
        }
        return targets
    }

    private mutating func parseNames() throws(SyntaxError) -> [Identifier] {
        var names = [try expectName()]
        while take(.comma) { names.append(try expectName()) }
        return names
    }
}

extension Parser {
    /// Parses `a.b.c` as one identifier.
    mutating func parseDottedName() throws(SyntaxError) -> Identifier {
        let first = try expectName()
        var text = first.text
        while take(.dot) { text += "." + (try expectName().text) }
        return Identifier(text: text, range: SourceRange(first.range.start, previousEnd))
    }

    private mutating func parseAliases(
        _ parseName: (inout Parser) throws(SyntaxError) -> Identifier
    ) throws(SyntaxError) -> [Statement.Alias] {
        var aliases: [Statement.Alias] = []
        repeat {
            aliases.append(try parseAlias(try parseName(&self)))
        } while take(.comma)
        return aliases
    }

    private mutating func parseAlias(_ name: Identifier) throws(SyntaxError) -> Statement.Alias {
        let alias = take(.as) ? try expectName() : nil
        return Statement.Alias(name: name, alias: alias, range: SourceRange(name.range.start, previousEnd))
    }

    private mutating func parseImportFrom() throws(SyntaxError) -> Statement.ImportFrom {
        advance()
        var level = 0
        while at(.dot) || at(.ellipsis) {
            level += at(.dot) ? 1 : 3
            advance()
        }
        let module = level > 0 && at(.import) ? nil : try parseDottedName()
        try expect(.import)
        if at(.star) {
            let star = Identifier(text: "*", range: current.range)
            advance()
            let alias = Statement.Alias(name: star, alias: nil, range: star.range)
            return Statement.ImportFrom(module: module, level: level, names: [alias], parentheses: nil)
        }
        let open = current.range
        guard take(.leftParenthesis) else {
            let names = try parseImportedNames(until: .newline)
            return Statement.ImportFrom(module: module, level: level, names: names, parentheses: nil)
        }
        let names = try parseImportedNames(until: .symbol(.rightParenthesis))
        let close = try expect(.rightParenthesis)
        return Statement.ImportFrom(module: module, level: level, names: names, parentheses: open.union(close))
    }

    private mutating func parseImportedNames(until end: Token.Kind) throws(SyntaxError) -> [Statement.Alias] {
        var aliases: [Statement.Alias] = []
        repeat {
            if !aliases.isEmpty, kind == end {
                if end != .newline { break }
                throw failure("trailing comma not allowed without surrounding parentheses", at: current.range)
            }
            aliases.append(try parseAlias(try expectName()))
        } while take(.comma)
        return aliases
    }
}
