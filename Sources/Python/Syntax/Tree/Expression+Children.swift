extension Expression {
    /// The direct subexpressions in source order.
    public var children: [Expression] {
        var result: [Expression] = []
        kind.forEachChild { result.append($0) }
        return result
    }

    /// Visits this expression and all below it in source order; `visit` returns false to leave out what is below.
    public func walk(_ visit: (Expression) -> Bool) {
        if visit(self) { kind.forEachChild { $0.walk(visit) } }
    }
}

extension Expression.Kind {
    /// Visits the direct subexpressions in source order.
    public func forEachChild(_ visit: (Expression) -> Void) {
        switch self {
        case .constant, .name: break
        case .joinedString(let string): string.forEachChild(visit)
        case .attribute(let attribute): visit(attribute.value)
        case .subscript(let item):
            visit(item.value)
            visit(item.index)
        case .slice(let slice): [slice.lower, slice.upper, slice.step].forEach { $0.map(visit) }
        case .starred(let value), .await(let value), .yieldFrom(let value): visit(value)
        case .call(let call): call.forEachChild(visit)
        case .lambda(let lambda):
            lambda.parameters.forEachExpression(visit)
            visit(lambda.body)
        case .conditional(let conditional): [conditional.body, conditional.test, conditional.orelse].forEach(visit)
        case .comprehension(let comprehension): comprehension.forEachChild(visit)
        case .namedExpression(let named): visit(named.value)
        case .yield(let value): value.map(visit)
        case .compare(let compare):
            visit(compare.left)
            for comparison in compare.comparisons { visit(comparison.right) }
        case .booleanOperation(let operation): operation.values.forEach(visit)
        case .unaryOperation(let operation): visit(operation.operand)
        case .binaryOperation(let operation):
            visit(operation.left)
            visit(operation.right)
        case .tuple(let elements), .list(let elements), .set(let elements): elements.forEach(visit)
        case .dict(let items):
            for item in items {
                item.key.map(visit)
                visit(item.value)
            }
        }
    }
}

extension Expression.JoinedString {
    /// Visits the expressions of the fields and of their format specifications.
    public func forEachChild(_ visit: (Expression) -> Void) {
        for case .value(let field) in parts {
            visit(field.value)
            field.formatSpecification?.forEachChild(visit)
        }
    }
}

extension Expression.Call {
    /// All arguments in source order, as `(name, value)`; unpacked and positional ones have no name.
    public var argumentsInOrder: [(name: Identifier?, value: Expression)] {
        var all: [(name: Identifier?, value: Expression)] = arguments.map { (nil, $0) }
        all += keywords.map { ($0.name, $0.value) }
        return all.sorted { $0.value.range.start < $1.value.range.start }
    }

    func forEachChild(_ visit: (Expression) -> Void) {
        visit(function)
        if keywords.isEmpty {
            arguments.forEach(visit)
        } else {
            for argument in argumentsInOrder { visit(argument.value) }
        }
    }
}

extension Expression.Comprehension {
    func forEachChild(_ visit: (Expression) -> Void) {
        visit(element)
        value.map(visit)
        for clause in clauses {
            visit(clause.target)
            visit(clause.iterable)
            clause.conditions.forEach(visit)
        }
    }
}

extension Parameters {
    /// Visits annotations and defaults in source order.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        for parameter in all {
            parameter.annotation.map(visit)
            parameter.defaultValue.map(visit)
        }
    }
}
