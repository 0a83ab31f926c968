/// Turns Python 3.11 source text into a syntax tree, by recursive descent with precedence climbing.
///
/// Depth is limited, so that no input overflows the native stack, neither here nor in what walks the tree.
public struct Parser: Sendable {
    /// How many levels a tree may have, so that consumers may recurse over it.
    public static let maximumDepth = 1000
    /// How many errors a tolerant parse collects.
    public static let maximumErrors = 50
    static let maximumNesting = 400

    let source: SourceText
    var lexer: Lexer
    var tokens: [Token]
    var index = 0
    /// How deep the parser is in its own recursion.
    var nesting = 0
    /// Whether the parser only looks what explains an error best, so that it must not look for more.
    var isGuessing = false

    init(lexer: Lexer) {
        source = lexer.source
        self.lexer = lexer
        tokens = [self.lexer.next()]
    }

    /// Parses a whole file and throws its first error, of grammar or of scope.
    public static func parse(strictly source: SourceText) throws(SyntaxError) -> Module {
        if let error = SourceEncoding.firstError(in: source) { throw error }
        var parser = Parser(lexer: Lexer(source: source))
        let body: [Statement]
        do throws(SyntaxError) {
            body = try parser.parseStatements(until: .end)
        } catch {
            throw parser.preferLexerError(to: error)
        }
        if let error = ScopeChecker.check(body).first { throw error }
        return Module(body: body, comments: parser.lexer.comments)
    }

    /// Parses what can be parsed of a file: a top-level statement with an error is left out and its error recorded.
    ///
    /// At most `maximumErrors` errors are collected; what follows the last of them is left out. Errors come in source order.
    public static func parse(_ source: SourceText) -> (module: Module, errors: [SyntaxError]) {
        if let error = SourceEncoding.firstError(in: source) { return (Module(body: [], comments: []), [error]) }
        var body: [Statement] = []
        var errors: [SyntaxError] = []
        var comments: [Comment] = []
        var start: Int? = 0
        while let begin = start, errors.count < maximumErrors {
            var parser = Parser(lexer: Lexer(source: source, start: begin))
            start = nil
            do throws(SyntaxError) {
                while parser.current.kind != .end { body += try parser.parseStatement() }
                comments += parser.lexer.comments
            } catch {
                let end = parser.current.range.start
                errors.append(parser.preferLexerError(to: error))
                start = source.nextTopLevelLine(after: max(begin, min(end, error.range.start)), from: begin)
                comments += parser.lexer.comments.filter { $0.range.start < start ?? source.count }
            }
        }
        errors += ScopeChecker.check(body)
        errors.sort { $0.range.start < $1.range.start }
        return (Module(body: body, comments: comments), errors)
    }

    /// Parses a single expression, such as an annotation in a string or a value in a form.
    public static func parseExpression(_ source: SourceText) throws(SyntaxError) -> Expression {
        if let error = SourceEncoding.firstError(in: source) { throw error }
        var parser = Parser(lexer: Lexer(source: source, fragment: source.range))
        let value = try parser.parseStarExpressions()
        if parser.current.kind != .end { throw parser.unexpected() }
        return value
    }
}

extension Parser {
    var current: Token { tokens[index] }

    var kind: Token.Kind { tokens[index].kind }

    /// The end of the last token that is text.
    var previousEnd: Int {
        var last = index - 1
        while last >= 0 {
            if !tokens[last].isLayout { return tokens[last].range.end }
            last -= 1
        }
        return current.range.start
    }

    mutating func advance() {
        index += 1
        if index == tokens.count { tokens.append(lexer.next()) }
    }

    /// The kind of the token behind the current one.
    mutating func peek() -> Token.Kind {
        if index + 1 == tokens.count { tokens.append(lexer.next()) }
        return tokens[index + 1].kind
    }

    func at(_ symbol: Symbol) -> Bool { tokens[index].kind == .symbol(symbol) }

    /// Tells whether the current token is the name `text`, which may be a soft keyword.
    func at(softKeyword text: StaticString) -> Bool {
        guard kind == .name, current.range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { source.slice(current.range).elementsEqual($0) }
    }

    /// Takes `symbol` if it is next.
    mutating func take(_ symbol: Symbol) -> Bool {
        guard at(symbol) else { return false }
        advance()
        return true
    }

    /// Takes `symbol`, or throws a generic error.
    @discardableResult
    mutating func expect(_ symbol: Symbol) throws(SyntaxError) -> SourceRange {
        guard at(symbol) else { throw unexpected() }
        let range = current.range
        advance()
        return range
    }

    mutating func expectName() throws(SyntaxError) -> Identifier {
        guard kind == .name else { throw unexpected() }
        let identifier = Identifier(text: source.text(of: current.range), range: current.range)
        advance()
        return identifier
    }

    /// The generic error at the current token.
    func unexpected() -> SyntaxError {
        switch kind {
        case .error: lexer.error ?? SyntaxError("invalid syntax", at: current.range)
        case .indent: SyntaxError("unexpected indent", at: current.range, kind: .indentation)
        case .dedent: SyntaxError("unexpected unindent", at: current.range, kind: .indentation)
        default: SyntaxError("invalid syntax", at: current.range)
        }
    }

    /// The error `message` at `range`, unless the current token is an error of the lexer, which goes first.
    func failure(_ message: String, at range: SourceRange, kind errorKind: SyntaxError.Kind = .syntax) -> SyntaxError {
        kind == .error ? unexpected() : SyntaxError(message, at: onLastLine(range), kind: errorKind)
    }

    /// A range behind the last line ending, moved onto the last line, where CPython reports what is missing at the end.
    private func onLastLine(_ range: SourceRange) -> SourceRange {
        range.start == source.count && source.bytes.last == 0x0A ? SourceRange(range.start - 1, range.start - 1) : range
    }

    /// Reads the rest of the source: an error of the lexer, or a bracket open since an earlier line, explains more.
    mutating func preferLexerError(to error: SyntaxError) -> SyntaxError {
        if lexer.error != nil { return error }
        if error.kind == .indentation, error.message.hasPrefix("unexpected") { return error }
        let line = source.line(at: current.range.start)
        while true {
            switch lexer.next().kind {
            case .end: return error
            case .error:
                guard let found = lexer.error else { return error }
                let isUnclosed = found.message.hasSuffix("was never closed")
                return isUnclosed && source.line(at: found.range.start) >= line ? error : found
            default: continue
            }
        }
    }

    /// Runs `parse` one level deeper.
    mutating func nested<Result>(
        _ parse: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.maximumNesting { throw SyntaxError("too many nested expressions", at: current.range) }
        return try parse(&self)
    }

    /// Runs `parse` and goes back to where it started if it throws.
    mutating func attempt<Result>(_ parse: (inout Parser) throws(SyntaxError) -> Result) -> Result? {
        let (start, depth) = (index, nesting)
        do throws(SyntaxError) {
            return try parse(&self)
        } catch {
            (index, nesting) = (start, depth)
            return nil
        }
    }

    /// An expression from `start` to the last token, if the tree does not get too deep.
    // Mutating only so that `self` is read behind the arguments, which may parse further.
    mutating func make(_ kind: Expression.Kind, from start: Int) throws(SyntaxError) -> Expression {
        try make(kind, range: SourceRange(start, previousEnd))
    }

    func make(_ kind: Expression.Kind, range: SourceRange) throws(SyntaxError) -> Expression {
        var depth: Int32 = 0
        kind.forEachChild { depth = max(depth, $0.depth) }
        if depth >= Self.maximumDepth { throw SyntaxError("too many nested expressions", at: range) }
        return Expression(range: range, kind: kind, depth: depth + 1)
    }
}

extension SourceText {
    /// The start of the next line that looks like a top-level statement, behind the line that holds `offset`.
    func nextTopLevelLine(after offset: Int, from begin: Int) -> Int? {
        var line = self.line(at: offset) + 1
        while line <= lineCount {
            let content = lineContent(line)
            if content.start > begin, startsStatement(content) { return content.start }
            line += 1
        }
        return nil
    }

    private func startsStatement(_ content: SourceRange) -> Bool {
        guard let first = slice(content).first, CharacterClass.startsName(first) || first == 0x40 else { return false }
        let word = String(decoding: slice(content).prefix { CharacterClass.continuesName($0) }, as: UTF8.self)
        return !["else", "elif", "except", "finally", "case"].contains(word)
    }
}
