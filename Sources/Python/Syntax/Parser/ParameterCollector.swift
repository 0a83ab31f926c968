/// Parses a list of parameters and checks the order of its parts.
struct ParameterCollector {
    /// The symbol that ends the list.
    let end: Symbol
    /// Whether the parameters are a lambda's, which have no annotations.
    let isLambda: Bool
    private var positionalOnly: [Parameter] = []
    private var regular: [Parameter] = []
    private var variadic: Parameter?
    private var keywordOnly: [Parameter] = []
    private var variadicKeywords: Parameter?
    private var star: SourceRange?
    private var slash: SourceRange?
    private var hasDefault = false

    init(end: Symbol, isLambda: Bool) {
        self.end = end
        self.isLambda = isLambda
    }

    private var isBehindStar: Bool { star != nil || variadic != nil }

    /// What was collected.
    func parameters(range: SourceRange) -> Parameters {
        Parameters(
            positionalOnly: positionalOnly, regular: regular, variadic: variadic, keywordOnly: keywordOnly,
            variadicKeywords: variadicKeywords, range: range, star: star, slash: slash)
    }

    /// Parses up to the symbol that ends the list.
    mutating func collect(_ parser: inout Parser) throws(SyntaxError) {
        while !parser.at(end) {
            if variadicKeywords != nil, parser.startsParameter {
                throw parser.failure("arguments cannot follow var-keyword argument", at: parser.current.range)
            }
            switch parser.kind {
            case .symbol(.slash): try collectSlash(&parser)
            case .symbol(.star): try collectStar(&parser)
            case .symbol(.doubleStar): try collectDoubleStar(&parser)
            case .symbol(.leftParenthesis): throw parenthesized(&parser)
            default: try collectNamed(&parser)
            }
            if !parser.take(.comma) { break }
        }
        if let star, keywordOnly.isEmpty { throw parser.failure("named arguments must follow bare *", at: star) }
    }

    private mutating func collectSlash(_ parser: inout Parser) throws(SyntaxError) {
        let range = parser.current.range
        if slash != nil { throw parser.failure("/ may appear only once", at: range) }
        if isBehindStar { throw parser.failure("/ must be ahead of *", at: range) }
        if regular.isEmpty { throw parser.failure("at least one argument must precede /", at: range) }
        parser.advance()
        if parser.at(.star) { throw parser.failure("expected comma between / and *", at: parser.current.range) }
        slash = range
        (positionalOnly, regular) = (regular, [])
    }

    private mutating func collectStar(_ parser: inout Parser) throws(SyntaxError) {
        let range = parser.current.range
        if isBehindStar { throw parser.failure("* argument may appear only once", at: range) }
        parser.advance()
        guard parser.kind == .name else {
            if parser.at(end) { throw parser.failure("named arguments must follow bare *", at: range) }
            guard parser.at(.comma) else { throw parser.unexpected() }
            if parser.peek() == .symbol(end) || parser.peek() == .symbol(.doubleStar) {
                throw parser.failure("named arguments must follow bare *", at: range)
            }
            star = range
            return
        }
        variadic = try parse(&parser, from: range.start, mayUnpack: true)
        if parser.at(.equal) {
            throw parser.failure("var-positional argument cannot have default value", at: parser.current.range)
        }
    }

    private mutating func collectDoubleStar(_ parser: inout Parser) throws(SyntaxError) {
        let start = parser.current.range.start
        parser.advance()
        variadicKeywords = try parse(&parser, from: start)
        if parser.at(.equal) {
            throw parser.failure("var-keyword argument cannot have default value", at: parser.current.range)
        }
    }

    private mutating func collectNamed(_ parser: inout Parser) throws(SyntaxError) {
        let start = parser.current.range.start
        var parameter = try parse(&parser, from: start)
        if parser.at(.equal) {
            let equal = parser.current.range
            parser.advance()
            if parser.at(end) || parser.at(.comma) { throw parser.failure("expected default value expression", at: equal) }
            let value = try parser.parseExpression()
            parameter = Parameter(
                name: parameter.name, annotation: parameter.annotation, defaultValue: value,
                range: SourceRange(start, parser.previousEnd))
        }
        if isBehindStar {
            keywordOnly.append(parameter)
            return
        }
        if parameter.defaultValue == nil, hasDefault {
            throw parser.failure("non-default argument follows default argument", at: parameter.range)
        }
        hasDefault = parameter.defaultValue != nil
        regular.append(parameter)
    }

    /// Parses a name with its annotation; the annotation of `*args` may be unpacked.
    private func parse(_ parser: inout Parser, from start: Int, mayUnpack: Bool = false) throws(SyntaxError) -> Parameter {
        let name = try parser.expectName()
        var annotation: Expression?
        if !isLambda, parser.take(.colon) {
            annotation = mayUnpack ? try parser.parseStarExpression() : try parser.parseExpression()
        }
        return Parameter(name: name, annotation: annotation, defaultValue: nil, range: SourceRange(start, parser.previousEnd))
    }

    private func parenthesized(_ parser: inout Parser) -> SyntaxError {
        let plain = parser.unexpected()
        let start = parser.current.range.start
        repeat {
            parser.advance()
            guard parser.kind == .name else { break }
            parser.advance()
        } while parser.at(.comma)
        guard parser.at(.rightParenthesis), parser.index > 0, !hasDefault else { return plain }
        let owner = isLambda ? "Lambda expression" : "Function"
        return SyntaxError("\(owner) parameters cannot be parenthesized", at: SourceRange(start, parser.current.range.end))
    }
}

extension Parser {
    /// Whether a parameter, a star or a slash starts here.
    fileprivate var startsParameter: Bool {
        switch kind {
        case .name, .symbol(.star), .symbol(.doubleStar), .symbol(.slash): true
        default: false
        }
    }
}
