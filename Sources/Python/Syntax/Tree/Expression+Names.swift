extension Expression.Kind {
    /// What CPython calls such an expression in its messages.
    var nameInMessages: String {
        switch self {
        case .constant(let constant): constant.nameInMessages
        case .joinedString: "f-string expression"
        case .name: "name"
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .slice: "slice"
        case .starred: "starred"
        case .call: "function call"
        case .lambda: "lambda"
        case .conditional: "conditional expression"
        case .comprehension(let comprehension): comprehension.kind.nameInMessages
        case .namedExpression: "named expression"
        case .await: "await expression"
        case .yield, .yieldFrom: "yield expression"
        case .compare: "comparison"
        case .booleanOperation, .unaryOperation, .binaryOperation: "expression"
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set display"
        case .dict: "dict literal"
        }
    }

    /// Whether the grammar's `bitwise_or` covers the expression without parentheses.
    var isTighterThanComparison: Bool {
        switch self {
        case .lambda, .conditional, .namedExpression, .yield, .yieldFrom, .compare, .booleanOperation, .starred, .slice: false
        case .unaryOperation(let operation): operation.operator != .not
        default: true
        }
    }
}

extension Constant {
    /// What CPython calls such a constant in its messages.
    var nameInMessages: String {
        switch self {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .ellipsis: "ellipsis"
        default: "literal"
        }
    }
}

extension Expression.Comprehension.Kind {
    /// What CPython calls such a comprehension in its messages.
    var nameInMessages: String {
        switch self {
        case .list: "list comprehension"
        case .set: "set comprehension"
        case .dict: "dict comprehension"
        case .generator: "generator expression"
        }
    }
}
