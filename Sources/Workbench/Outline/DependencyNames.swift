import Python

/// The functions that `Depends(…)` and `Security(…)` name.
enum DependencyNames {
    /// All names in a module's functions, decorators, applications and aliases such as `Annotated[…, Depends(f)]`.
    static func all(in statements: [Statement]) -> Set<String> {
        var names: [String] = []
        for statement in statements { collect(statement, into: &names) }
        return Set(names)
    }

    private static func collect(_ statement: Statement, into names: inout [String]) {
        switch statement.kind {
        case .functionDef(let definition):
            for decorator in definition.decorators { collect(decorator.expression, into: &names) }
            for parameter in definition.parameters.all {
                if let annotation = parameter.annotation { collect(annotation, into: &names) }
                if let value = parameter.defaultValue { collect(value, into: &names) }
            }
        case .classDef(let definition): for inner in definition.body.statements { collect(inner, into: &names) }
        case .assign(let assign): collect(assign.value, into: &names)
        case .annotatedAssign(let assign): if let value = assign.value { collect(value, into: &names) }
        case .expression(let expression): collect(expression, into: &names)
        default: break
        }
    }

    /// The names in an expression, in source order.
    static func collect(_ expression: Expression, into names: inout [String]) {
        switch expression.kind {
        case .call(let call):
            let isDependency = call.function.lastName == "Depends" || call.function.lastName == "Security"
            let target = call.arguments.first ?? call.keywords.first { $0.name?.text == "dependency" }?.value
            if isDependency, case .name(let name)? = target?.kind { names.append(name) }
            call.arguments.forEach { collect($0, into: &names) }
            call.keywords.forEach { collect($0.value, into: &names) }
        case .subscript(let access): collect(access.index, into: &names)
        case .list(let elements), .tuple(let elements): elements.forEach { collect($0, into: &names) }
        case .binaryOperation(let operation):
            collect(operation.left, into: &names)
            collect(operation.right, into: &names)
        default: break
        }
    }
}
