/// Finds the syntax errors that CPython's symbol table and compiler report behind the grammar: `'return' outside function`,
/// `'break' outside loop`, `name 'x' is used prior to global declaration` and their like.
struct ScopeChecker {
    /// CPython's limit for nested loops, `try`s and `with`s in one function.
    static let maximumBlocks = 20

    var scopes = [Scope(.module, parent: nil)]
    var current = 0
    var errors: [SyntaxError] = []
    private var nonlocals: [(name: Identifier, scope: Int, range: SourceRange)] = []

    /// The errors of a module's statements, in the order in which they are met.
    static func check(_ body: [Statement]) -> [SyntaxError] {
        var checker = ScopeChecker()
        checker.checkFutureImports(body)
        for statement in body { checker.check(statement) }
        checker.resolveNonlocals()
        return checker.errors
    }

    var scope: Scope {
        get { scopes[current] }
        set { scopes[current] = newValue }
    }

    mutating func report(_ message: String, _ range: SourceRange) { errors.append(SyntaxError(message, at: range)) }

    mutating func note(_ name: String, _ use: Scope.Use) { scopes[current].names[name, default: []].insert(use) }

    /// Walks `body` in a new scope and gives back that scope's index.
    @discardableResult
    mutating func enter(_ kind: Scope.Kind, _ body: (inout ScopeChecker) -> Void) -> Int {
        let outer = current
        scopes.append(Scope(kind, parent: outer))
        current = scopes.count - 1
        let inner = current
        body(&self)
        current = outer
        return inner
    }

    private mutating func resolveNonlocals() {
        for (name, index, range) in nonlocals {
            var parent = scopes[index].parent
            var isFound = false
            while let outer = parent, !isFound {
                isFound = scopes[outer].isFunctionLike && scopes[outer].binds(name.text)
                parent = scopes[outer].parent
            }
            if !isFound { report("no binding for nonlocal '\(name.text)' found", range) }
        }
    }
}

extension ScopeChecker {
    mutating func check(_ block: Block?) {
        for statement in block?.statements ?? [] { check(statement) }
    }

    /// Walks the parts of a statement that opens one of the blocks that CPython limits.
    private mutating func nestBlock(_ range: SourceRange, isLoop: Bool = false, _ body: (inout ScopeChecker) -> Void) {
        let wasInLoop = scope.isInLoop, groupHandler = scope.groupHandler
        scope.blocks += 1
        if isLoop {
            scope.isInLoop = true
            if groupHandler != .none { scope.groupHandler = .aroundLoop }
        }
        if scope.blocks == Self.maximumBlocks + 1 { report("too many statically nested blocks", range) }
        body(&self)
        scope.blocks -= 1
        scope.isInLoop = wasInLoop
        scope.groupHandler = groupHandler
    }

    private mutating func checkLeaving(_ range: SourceRange, of handlers: Set<Scope.GroupHandler>) {
        guard handlers.contains(scope.groupHandler) else { return }
        report("'break', 'continue' and 'return' cannot appear in an except* block", range)
    }

    mutating func check(_ statement: Statement) {
        let range = statement.range
        switch statement.kind {
        case .functionDef(let item): check(item)
        case .classDef(let item): check(item)
        case .return(let value): checkReturn(value, range)
        case .delete(let targets): targets.forEach { bind($0) }
        case .assign(let item):
            check(item.value)
            item.targets.forEach { bind($0) }
        case .augmentedAssign(let item):
            check(item.target)
            check(item.value)
            bind(item.target)
        case .annotatedAssign(let item): check(item)
        case .for(let item): check(item, range)
        case .while(let item):
            check(item.test)
            nestBlock(range, isLoop: true) { $0.check(item.body) }
            check(item.orelse)
        case .if(let item):
            check(item.test)
            check(item.body)
            check(item.orelse)
        case .with(let item): check(item, range)
        case .match(let item): check(item)
        case .raise(let item):
            check(item.exception)
            check(item.cause)
        case .try(let item): check(item, range)
        case .assert(let item):
            check(item.test)
            check(item.message)
        case .import(let aliases): aliases.forEach { bindAlias($0) }
        case .importFrom(let item): check(item)
        case .global(let names): declare(names, .global, range)
        case .nonlocal(let names): declare(names, .nonlocal, range)
        case .expression(let value): check(value)
        case .pass: break
        case .break:
            checkLeaving(range, of: [.around])
            if !scope.isInLoop { report("'break' outside loop", range) }
        case .continue:
            checkLeaving(range, of: [.around])
            if !scope.isInLoop { report("'continue' not properly in loop", range) }
        }
    }

    private mutating func checkReturn(_ value: Expression?, _ range: SourceRange) {
        check(value)
        if !scope.isFunctionLike { report("'return' outside function", range) }
        checkLeaving(range, of: [.around, .aroundLoop])
        if value != nil, scope.valuedReturn == nil { scope.valuedReturn = range }
    }

    private mutating func check(_ item: Statement.AnnotatedAssign) {
        if item.isSimple, case .name(let name) = item.target.kind {
            let use = scope.names[name] ?? []
            if scope.isFunctionLike || scope.kind == .classBody, !use.isDisjoint(with: [.global, .nonlocal]) {
                let word = use.contains(.global) ? "global" : "nonlocal"
                report("annotated name '\(name)' can't be \(word)", item.target.range)
            }
            note(name, [.annotated, .assigned])
        } else {
            bind(item.target)
        }
        check(item.annotation)
        check(item.value)
    }

    private mutating func check(_ item: Statement.For, _ range: SourceRange) {
        if item.isAsync { checkAsync("'async for'", range) }
        check(item.iterable)
        bind(item.target)
        nestBlock(range, isLoop: true) { $0.check(item.body) }
        check(item.orelse)
    }

    private mutating func check(_ item: Statement.With, _ range: SourceRange) {
        if item.isAsync { checkAsync("'async with'", range) }
        for part in item.items {
            check(part.context)
            if let target = part.target { bind(target) }
        }
        nestBlock(range) { $0.check(item.body) }
    }

    private mutating func check(_ item: Statement.Try, _ range: SourceRange) {
        nestBlock(range) {
            $0.check(item.body)
            for (index, handler) in item.handlers.enumerated() {
                if handler.type == nil, index + 1 < item.handlers.count {
                    $0.report("default 'except:' must be last", handler.range)
                }
                $0.check(handler.type)
                if let name = handler.name { $0.note(name.text, .assigned) }
                let outer = $0.scope.groupHandler
                if item.isStar { $0.scope.groupHandler = .around }
                $0.check(handler.body)
                $0.scope.groupHandler = outer
            }
            $0.check(item.orelse)
        }
        check(item.finalbody)
    }

    private mutating func checkAsync(_ what: String, _ range: SourceRange) {
        if scope.kind != .asyncFunction { report("\(what) outside async function", range) }
    }

    private mutating func bindAlias(_ alias: Statement.Alias) {
        let name = alias.alias?.text ?? String(alias.name.text.prefix { $0 != "." })
        note(name, .assigned)
    }

    private mutating func check(_ item: Statement.ImportFrom) {
        for alias in item.names {
            if alias.name.text == "*" {
                if scope.kind != .module { report("import * only allowed at module level", alias.range) }
            } else {
                note(alias.alias?.text ?? alias.name.text, .assigned)
            }
        }
    }

    private mutating func declare(_ names: [Identifier], _ use: Scope.Use, _ range: SourceRange) {
        let word = use == .global ? "global" : "nonlocal"
        if use == .nonlocal, scope.kind == .module {
            report("nonlocal declaration not allowed at module level", range)
            return
        }
        for name in names {
            let known = scope.names[name.text] ?? []
            if known.contains(.parameter) {
                report("name '\(name.text)' is parameter and \(word)", range)
            } else if known.contains(.read) {
                report("name '\(name.text)' is used prior to \(word) declaration", range)
            } else if known.contains(.annotated) {
                report("annotated name '\(name.text)' can't be \(word)", range)
            } else if known.contains(.assigned) {
                report("name '\(name.text)' is assigned to before \(word) declaration", range)
            } else if !known.isDisjoint(with: [.global, .nonlocal]), !known.contains(use) {
                report("name '\(name.text)' is nonlocal and global", range)
            }
            if use == .nonlocal { nonlocals.append((name, current, range)) }
            note(name.text, use)
        }
    }
}
