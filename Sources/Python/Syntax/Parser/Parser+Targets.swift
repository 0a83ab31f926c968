extension Parser {
    /// What is done to a target, which decides the words of its errors.
    enum TargetUse: String {
        case assign = "assign to"
        case delete
    }

    /// Parses what a `for` binds: targets of which several make a tuple.
    mutating func parseTargets() throws(SyntaxError) -> Expression {
        let start = current.range.start
        let first = try parseTarget()
        var target = first
        if at(.comma) {
            var elements = [first]
            while take(.comma) {
                guard startsExpression(orStar: true) else { break }
                elements.append(try parseTarget())
            }
            target = try make(.tuple(elements), from: start)
        }
        if let error = invalidTarget(target, for: .assign) { throw error }
        return target
    }

    /// Parses one target without checking that it is one.
    mutating func parseTarget() throws(SyntaxError) -> Expression {
        try nested { (parser) throws(SyntaxError) in
            parser.at(.star)
                ? try parser.parseStarred { (parser) throws(SyntaxError) in try parser.parseOperators(.bitOr) }
                : try parser.parseOperators(.bitOr)
        }
    }

    /// The error for a target that cannot be bound or deleted, or nil.
    func invalidTarget(_ target: Expression, for use: TargetUse) -> SyntaxError? {
        switch target.kind {
        case .name, .attribute, .subscript: return nil
        case .tuple(let elements), .list(let elements):
            for element in elements {
                if let error = invalidTarget(element, for: use) { return error }
            }
            return nil
        case .starred(let value) where use == .assign: return invalidTarget(value, for: use)
        default: return failure("cannot \(use.rawValue) \(target.kind.nameInMessages)", at: target.range)
        }
    }
}
