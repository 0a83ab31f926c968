/// Turns syntax trees into code.
enum Compiler {
    /// The code of a module's top level.
    ///
    /// Throws `SyntaxError` for what the machine does not know.
    static func compile(_ module: Module, _ unit: CodeUnit, _ machine: Machine) throws -> PyCode {
        let keepsAnnotations = module.body.contains { statement in
            guard case .importFrom(let from) = statement.kind, from.module?.text == "__future__" else { return false }
            return from.names.contains { $0.name.text == "annotations" }
        }
        let (root, scopes) = CodeScopeBuilder.build(module.body, keepsAnnotations: keepsAnnotations)
        let shared = CodeGenerator.Shared(machine: machine, unit: unit, scopes: scopes, keepsAnnotations: keepsAnnotations)
        let generator = CodeGenerator(shared, scope: root, kind: .module, qualifiedName: "<module>", range: unit.source.range)
        generator.doc = module.docstring.map { PyStr(utf8: $0) }
        if module.body.contains(where: \.hasSimpleAnnotation) { generator.assembler.emit(.setUpAnnotations) }
        try generator.compile(module.docstring == nil ? module.body : Array(module.body.dropFirst()))
        generator.emitReturnNone()
        return generator.finish()
    }

    /// The code of a single expression, whose value it returns.
    static func compile(_ expression: Expression, _ unit: CodeUnit, _ machine: Machine) throws -> PyCode {
        let (root, scopes) = CodeScopeBuilder.build(expression)
        let shared = CodeGenerator.Shared(machine: machine, unit: unit, scopes: scopes, keepsAnnotations: false)
        let generator = CodeGenerator(shared, scope: root, kind: .module, qualifiedName: "<module>", range: expression.range)
        try generator.compile(expression)
        generator.assembler.emit(.returnValue)
        return generator.finish()
    }
}

extension Statement {
    /// Whether the statement, or one inside it that is no definition, annotates a plain name.
    var hasSimpleAnnotation: Bool {
        switch kind {
        case .annotatedAssign(let assignment): return assignment.isSimple
        default: return innerBlocks.contains { $0.statements.contains(where: \.hasSimpleAnnotation) }
        }
    }

    /// The blocks of a compound statement that run in the same scope.
    var innerBlocks: [Block] {
        switch kind {
        case .for(let loop): [loop.body, loop.orelse].compactMap { $0 }
        case .while(let loop): [loop.body, loop.orelse].compactMap { $0 }
        case .if(let choice): [choice.body, choice.orelse].compactMap { $0 }
        case .with(let statement): [statement.body]
        case .match(let match): match.cases.map(\.body)
        case .try(let statement):
            [statement.body] + statement.handlers.map(\.body) + [statement.orelse, statement.finalbody].compactMap { $0 }
        default: []
        }
    }
}
