extension ScopeChecker {
    mutating func check(_ value: Expression?) {
        guard let value else { return }
        switch value.kind {
        case .name(let name): note(name, .read)
        case .starred(let inner):
            report("can't use starred expression here", value.range)
            check(inner)
        case .tuple(let elements), .list(let elements), .set(let elements): checkElements(elements)
        case .call(let call):
            check(call.function)
            checkElements(call.arguments)
            check(call.keywords)
        case .lambda(let lambda):
            checkSignature(lambda.parameters)
            enter(.lambda) {
                $0.declare(lambda.parameters)
                $0.check(lambda.body)
            }
        case .comprehension(let comprehension): check(comprehension, value.range)
        case .namedExpression(let named): check(named, value.range)
        case .await(let inner):
            checkAwait(value.range)
            check(inner)
        case .yield(let inner):
            checkYield(value.range)
            check(inner)
        case .yieldFrom(let inner):
            checkYield(value.range)
            if scope.kind == .asyncFunction { report("'yield from' inside async function", value.range) }
            check(inner)
        default:
            value.kind.forEachChild { check($0) }
        }
    }

    /// Walks elements of which each may be `*value`.
    mutating func checkElements(_ elements: [Expression]) {
        for element in elements {
            if case .starred(let inner) = element.kind { check(inner) } else { check(element) }
        }
    }

    private mutating func checkAwait(_ range: SourceRange) {
        if !scope.isFunctionLike {
            report("'await' outside function", range)
        } else if scope.kind != .asyncFunction, !scope.isComprehension {
            report("'await' outside async function", range)
        }
    }

    private mutating func checkYield(_ range: SourceRange) {
        if case .comprehension(let kind) = scope.kind {
            report("'yield' inside \(kind.nameInMessages)", range)
        } else if !scope.isFunctionLike {
            report("'yield' outside function", range)
        }
        scope.isGenerator = true
    }

    private mutating func check(_ named: Expression.NamedExpression, _ range: SourceRange) {
        check(named.value)
        let name = named.target.text
        var index = current
        while scopes[index].isComprehension, let parent = scopes[index].parent {
            if scopes[index].names[name]?.contains(.iterated) ?? false {
                let message = "assignment expression cannot rebind comprehension iteration variable '\(name)'"
                report(message, named.target.range)
            }
            index = parent
        }
        if index != current, scopes[index].kind == .classBody {
            report("assignment expression within a comprehension cannot be used in a class body", named.target.range)
        }
        scopes[index].names[name, default: []].insert(.assigned)
    }

    private mutating func check(_ item: Expression.Comprehension, _ range: SourceRange) {
        guard let first = item.clauses.first else { return }
        if item.kind != .generator, scope.kind != .asyncFunction, !scope.isComprehension, item.isAsynchronous {
            report("asynchronous comprehension outside of an asynchronous function", range)
        }
        check(first.iterable)
        enter(.comprehension(item.kind)) { checker in
            for (index, clause) in item.clauses.enumerated() {
                if index > 0 { checker.check(clause.iterable) }
                checker.bind(clause.target, as: [.assigned, .iterated])
                clause.conditions.forEach { checker.check($0) }
            }
            checker.check(item.element)
            checker.check(item.value)
        }
    }
}

extension ScopeChecker {
    /// Binds the names of a target and walks the rest of it.
    mutating func bind(_ target: Expression, as use: Scope.Use = .assigned) {
        if case .starred(let inner) = target.kind {
            report("starred assignment target must be in a list or tuple", target.range)
            bindElement(inner, use)
        } else {
            bindElement(target, use)
        }
    }

    private mutating func bindElement(_ target: Expression, _ use: Scope.Use) {
        switch target.kind {
        case .name(let name): note(name, use)
        case .starred(let inner): bindElement(inner, use)
        case .tuple(let elements), .list(let elements):
            if elements.filter(\.isStarred).count > 1 {
                report("multiple starred expressions in assignment", target.range)
            }
            for element in elements { bindElement(element, use) }
        default: check(target)
        }
    }
}

extension Expression.Comprehension {
    /// Whether the comprehension awaits: by `async for`, `await`, or a comprehension inside that does.
    var isAsynchronous: Bool {
        if clauses.contains(where: \.isAsync) { return true }
        var parts = [element] + clauses.dropFirst().map(\.iterable) + clauses.flatMap(\.conditions)
        if let value { parts.append(value) }
        return parts.contains(where: \.awaits)
    }
}

extension Expression {
    /// Whether evaluating the expression awaits in its own scope.
    fileprivate var awaits: Bool {
        switch kind {
        case .await: return true
        case .lambda: return false
        case .comprehension(let inner):
            return inner.clauses.first.map { $0.iterable.awaits } ?? false || inner.kind != .generator && inner.isAsynchronous
        default:
            var found = false
            kind.forEachChild { if !found { found = $0.awaits } }
            return found
        }
    }
}
