/// Finds the scopes of a tree and the names that are bound and used in each.
struct CodeScopeBuilder {
    /// Whether annotations are not evaluated (`from __future__ import annotations`).
    let keepsAnnotations: Bool
    private(set) var scopes: [CodeScope.Key: CodeScope] = [:]
    private var current: CodeScope

    private init(keepsAnnotations: Bool) {
        self.keepsAnnotations = keepsAnnotations
        current = CodeScope(.module, "<module>", parent: nil, privateClass: nil)
    }

    /// The scope of a module, and all inside it by their nodes.
    static func build(_ body: [Statement], keepsAnnotations: Bool) -> (root: CodeScope, scopes: [CodeScope.Key: CodeScope]) {
        var builder = CodeScopeBuilder(keepsAnnotations: keepsAnnotations)
        let root = builder.current
        builder.visit(body)
        root.resolve()
        return (root, builder.scopes)
    }

    /// The scope of a lone expression, and all inside it.
    static func build(_ expression: Expression) -> (root: CodeScope, scopes: [CodeScope.Key: CodeScope]) {
        var builder = CodeScopeBuilder(keepsAnnotations: false)
        let root = builder.current
        builder.visit(expression)
        root.resolve()
        return (root, builder.scopes)
    }

    // MARK: Names

    private func use(_ name: String) {
        current.note(current.mangled(name))
        if name == "super", current.isFunctionLike { current.note("__class__") }
    }

    private func bind(_ name: String) { current.note(current.mangled(name)) { $0.isBound = true } }

    private mutating func inside(_ scope: CodeScope, _ range: SourceRange, _ body: (inout CodeScopeBuilder) -> Void) {
        scopes[CodeScope.Key(range: range, kind: scope.kind)] = scope
        let outer = current
        current = scope
        body(&self)
        current = outer
    }

    // MARK: Statements

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ block: Block?) {
        if let block { visit(block.statements) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let definition): visit(definition, statement.range)
        case .classDef(let definition): visit(definition, statement.range)
        case .return(let value): visit(value)
        case .delete(let targets): targets.forEach { visit(target: $0) }
        case .assign(let assignment):
            visit(assignment.value)
            for target in assignment.targets { visit(target: target) }
        case .augmentedAssign(let assignment):
            visit(assignment.value)
            visit(assignment.target)
            visit(target: assignment.target)
        case .annotatedAssign(let assignment):
            visit(assignment.value)
            if !keepsAnnotations { visit(assignment.annotation) }
            if assignment.isSimple || assignment.value != nil { visit(target: assignment.target) }
            if assignment.isSimple, !current.isFunctionLike { bind("__annotations__") }
        case .raise(let raise):
            visit(raise.exception)
            visit(raise.cause)
        case .assert(let assertion):
            visit(assertion.test)
            visit(assertion.message)
        case .import(let aliases):
            for alias in aliases { bind(alias.alias?.text ?? String(alias.name.text.prefix { $0 != "." })) }
        case .importFrom(let statement):
            for alias in statement.names where alias.name.text != "*" { bind((alias.alias ?? alias.name).text) }
        case .global(let names): for name in names { current.note(current.mangled(name.text)) { $0.isGlobal = true } }
        case .nonlocal(let names): for name in names { current.note(current.mangled(name.text)) { $0.isNonlocal = true } }
        case .expression(let value): visit(value)
        case .pass, .break, .continue: break
        case .for, .while, .if, .with, .match, .try: visitCompound(statement)
        }
    }

    private mutating func visitCompound(_ statement: Statement) {
        switch statement.kind {
        case .for(let loop):
            visit(loop.iterable)
            visit(target: loop.target)
            visit(loop.body)
            visit(loop.orelse)
        case .while(let loop):
            visit(loop.test)
            visit(loop.body)
            visit(loop.orelse)
        case .if(let choice):
            visit(choice.test)
            visit(choice.body)
            visit(choice.orelse)
        case .with(let statement):
            for item in statement.items {
                visit(item.context)
                if let target = item.target { visit(target: target) }
            }
            visit(statement.body)
        case .match(let match):
            visit(match.subject)
            for branch in match.cases {
                visit(branch.pattern)
                visit(branch.guard)
                visit(branch.body)
            }
        case .try(let statement):
            visit(statement.body)
            for handler in statement.handlers {
                visit(handler.type)
                if let name = handler.name { bind(name.text) }
                visit(handler.body)
            }
            visit(statement.orelse)
            visit(statement.finalbody)
        default: break
        }
    }

    private mutating func visit(_ definition: Statement.FunctionDef, _ range: SourceRange) {
        for decorator in definition.decorators { visit(decorator.expression) }
        visitDefaults(definition.parameters)
        if !keepsAnnotations {
            for parameter in definition.parameters.all { visit(parameter.annotation) }
            visit(definition.returns)
        }
        bind(definition.name.text)
        let scope = CodeScope(.function, definition.name.text, parent: current, privateClass: current.privateClass)
        scope.isAsync = definition.isAsync
        inside(scope, range) { builder in
            builder.bind(definition.parameters)
            builder.visit(definition.body)
        }
    }

    private mutating func visitDefaults(_ parameters: Parameters) {
        for parameter in parameters.all { visit(parameter.defaultValue) }
    }

    private func bind(_ parameters: Parameters) {
        for parameter in parameters.inSlotOrder {
            current.note(current.mangled(parameter.name.text)) {
                $0.isBound = true
                $0.isParameter = true
            }
        }
    }

    private mutating func visit(_ definition: Statement.ClassDef, _ range: SourceRange) {
        for decorator in definition.decorators { visit(decorator.expression) }
        for base in definition.bases { visit(base) }
        for keyword in definition.keywords { visit(keyword.value) }
        bind(definition.name.text)
        let scope = CodeScope(.classBody, definition.name.text, parent: current, privateClass: definition.name.text)
        inside(scope, range) { $0.visit(definition.body) }
    }

    private mutating func visit(_ pattern: Pattern) {
        switch pattern.kind {
        case .value(let value): visit(value)
        case .singleton: break
        case .sequence(let patterns), .or(let patterns): patterns.forEach { visit($0) }
        case .mapping(let mapping):
            mapping.keys.forEach { visit($0) }
            mapping.patterns.forEach { visit($0) }
            if let rest = mapping.rest { bind(rest.text) }
        case .class(let pattern):
            visit(pattern.type)
            pattern.patterns.forEach { visit($0) }
            pattern.keywords.forEach { visit($0.pattern) }
        case .star(let name): if let name { bind(name.text) }
        case .capture(let inner, let name):
            if let inner { visit(inner) }
            if let name { bind(name.text) }
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression?) {
        guard let expression else { return }
        switch expression.kind {
        case .name(let name): use(name)
        case .lambda(let lambda):
            visitDefaults(lambda.parameters)
            let scope = CodeScope(.lambda, "<lambda>", parent: current, privateClass: current.privateClass)
            inside(scope, expression.range) { builder in
                builder.bind(lambda.parameters)
                builder.visit(lambda.body)
            }
        case .comprehension(let comprehension): visit(comprehension, expression.range)
        case .namedExpression(let named):
            visit(named.value)
            bindOutsideComprehensions(named.target.text)
        case .yield, .yieldFrom: noteYield(expression)
        case .await(let value):
            current.isAsync = true
            visit(value)
        default: expression.children.forEach { visit($0) }
        }
    }

    private mutating func noteYield(_ expression: Expression) {
        current.hasYield = true
        expression.children.forEach { visit($0) }
    }

    /// `:=` inside comprehensions binds in the function around them.
    private func bindOutsideComprehensions(_ name: String) {
        var scope = current
        var inner: [CodeScope] = []
        while scope.kind == .comprehension, let parent = scope.parent {
            inner.append(scope)
            scope = parent
        }
        let name = current.mangled(name)
        if inner.isEmpty { return scope.note(name) { $0.isBound = true } }
        let isGlobal = !scope.isFunctionLike || scope.symbols[name]?.isGlobal == true
        scope.note(name) { $0.isBound = true }
        for comprehension in inner {
            comprehension.note(name) { if isGlobal { $0.isGlobal = true } else { $0.isNonlocal = true } }
        }
    }

    private mutating func visit(_ comprehension: Expression.Comprehension, _ range: SourceRange) {
        visit(comprehension.clauses[0].iterable)
        let scope = CodeScope(.comprehension, comprehension.kind.scopeName, parent: current, privateClass: current.privateClass)
        if comprehension.clauses.contains(where: \.isAsync) { scope.isAsync = true }
        inside(scope, range) { builder in
            builder.current.note(".0") {
                $0.isBound = true
                $0.isParameter = true
            }
            for (index, clause) in comprehension.clauses.enumerated() {
                builder.visit(target: clause.target)
                if index > 0 { builder.visit(clause.iterable) }
                for condition in clause.conditions { builder.visit(condition) }
            }
            builder.visit(comprehension.element)
            builder.visit(comprehension.value)
        }
        // A list, set or dict comprehension that awaits must be awaited itself, so what is around it awaits too.
        if scope.isAsync, comprehension.kind != .generator { current.isAsync = true }
    }

    private mutating func visit(target: Expression) {
        switch target.kind {
        case .name(let name): bind(name)
        case .tuple(let elements), .list(let elements): elements.forEach { visit(target: $0) }
        case .starred(let value): visit(target: value)
        default: visit(target)
        }
    }
}

extension Expression.Comprehension.Kind {
    /// What CPython calls the scope of such a comprehension.
    var scopeName: String {
        switch self {
        case .list: "<listcomp>"
        case .set: "<setcomp>"
        case .dict: "<dictcomp>"
        case .generator: "<genexpr>"
        }
    }
}

extension Parameters {
    /// The parameters in the order of their slots: positional, keyword-only, `*args`, `**kwargs`.
    var inSlotOrder: [Parameter] {
        positionalOnly + regular + keywordOnly + [variadic, variadicKeywords].compactMap { $0 }
    }
}
