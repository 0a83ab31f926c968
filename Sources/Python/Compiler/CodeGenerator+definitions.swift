extension CodeGenerator {
    // MARK: Functions

    func compile(_ definition: Statement.FunctionDef, _ range: SourceRange) throws {
        for decorator in definition.decorators { try compile(decorator.expression) }
        var flag = try compileDefaults(definition.parameters)
        if try compileAnnotations(definition) { flag |= 4 }
        let scope = try scope(at: range, .function)
        let generator = inner(scope, functionKind(scope, isAsync: definition.isAsync), range)
        generator.declare(definition.parameters)
        generator.doc = definition.body.statements.docstring.map { PyStr(utf8: $0) }
        let body = definition.body.statements
        try generator.compile(generator.doc == nil ? body : Array(body.dropFirst()))
        generator.emitReturnNone()
        emitFunction(generator.finish(), flag: flag)
        for decorator in definition.decorators.reversed() { at(decorator.expression.range) { assembler.emit(.call, 1) } }
        emitStore(definition.name.text)
    }

    private func functionKind(_ scope: CodeScope, isAsync: Bool) -> PyCode.Kind {
        if isAsync { return scope.hasYield ? .asyncGenerator : .coroutine }
        return scope.hasYield ? .generator : .function
    }

    func compile(_ lambda: Expression.Lambda, _ range: SourceRange) throws {
        let flag = try compileDefaults(lambda.parameters)
        let scope = try scope(at: range, .lambda)
        let generator = inner(scope, functionKind(scope, isAsync: false), range)
        generator.declare(lambda.parameters)
        try generator.compile(lambda.body)
        generator.assembler.emit(.returnValue)
        emitFunction(generator.finish(), flag: flag)
    }

    /// Sets the parameters of this code.
    private func declare(_ declared: Parameters) {
        func add(_ parameter: Parameter, _ kind: PyFunction.Parameter.Kind) {
            parameters.declared.append((machine.intern(scope.mangled(parameter.name.text)), kind, parameter.range))
        }
        for parameter in declared.positionalOnly { add(parameter, .positionalOnly) }
        for parameter in declared.regular { add(parameter, .positionalOrKeyword) }
        if let variadic = declared.variadic { add(variadic, .varPositional) }
        for parameter in declared.keywordOnly { add(parameter, .keywordOnly) }
        if let extra = declared.variadicKeywords { add(extra, .varKeyword) }
        parameters.positionalOnlyCount = declared.positionalOnly.count
        parameters.positionalCount = declared.positionalOnly.count + declared.regular.count
        parameters.keywordOnlyCount = declared.keywordOnly.count
        parameters.hasVariadic = declared.variadic != nil
        parameters.hasExtra = declared.variadicKeywords != nil
    }

    /// Pushes the tuple of defaults and the dict of keyword-only defaults, as far as there are any.
    private func compileDefaults(_ declared: Parameters) throws -> Int {
        var flag = 0
        let defaults = (declared.positionalOnly + declared.regular).compactMap(\.defaultValue)
        if !defaults.isEmpty {
            for value in defaults { try compile(value) }
            assembler.emit(.buildTuple, defaults.count)
            flag |= 1
        }
        let named = declared.keywordOnly.filter { $0.defaultValue != nil }
        if !named.isEmpty {
            for parameter in named {
                assembler.emit(.loadConstant, assembler.constant(.str(machine.intern(scope.mangled(parameter.name.text)))))
                if let value = parameter.defaultValue { try compile(value) }
            }
            assembler.emit(.buildDict, named.count)
            flag |= 2
        }
        return flag
    }

    /// Pushes the dict of annotations; false if there are none.
    private func compileAnnotations(_ definition: Statement.FunctionDef) throws -> Bool {
        let declared = definition.parameters
        let order = declared.positionalOnly + declared.regular + [declared.variadic].compactMap { $0 } + declared.keywordOnly
        let parameters = order + [declared.variadicKeywords].compactMap { $0 }
        var annotated: [(name: String, annotation: Expression)] = parameters.compactMap { parameter in
            parameter.annotation.map { (scope.mangled(parameter.name.text), $0) }
        }
        if let returns = definition.returns { annotated.append(("return", returns)) }
        if annotated.isEmpty { return false }
        for (name, annotation) in annotated {
            assembler.emit(.loadConstant, assembler.constant(.str(machine.intern(name))))
            try compileAnnotation(annotation)
        }
        assembler.emit(.buildDict, annotated.count)
        return true
    }

    // MARK: Classes

    func compile(_ definition: Statement.ClassDef, _ range: SourceRange) throws {
        for decorator in definition.decorators { try compile(decorator.expression) }
        let scope = try scope(at: range, .classBody)
        let generator = inner(scope, .classBody, range)
        try generator.compileClassBody(definition)
        emitFunction(generator.finish())
        assembler.emit(.loadConstant, assembler.constant(.str(machine.intern(definition.name.text))))
        try compileUnpacked(definition.bases, definition.keywords)
        if definition.keywords.isEmpty { assembler.emit(.buildDict, 0) }
        assembler.emit(.buildClass)
        for decorator in definition.decorators.reversed() { at(decorator.expression.range) { assembler.emit(.call, 1) } }
        emitStore(definition.name.text)
    }

    private func compileClassBody(_ definition: Statement.ClassDef) throws {
        let body = definition.body.statements
        let qualifiedName = assembler.constant(.string(qualifiedName))
        assembler.emit(.loadName, assembler.name("__name__"))
        assembler.emit(.storeName, assembler.name("__module__"))
        assembler.emit(.loadConstant, qualifiedName)
        assembler.emit(.storeName, assembler.name("__qualname__"))
        if let doc = body.docstring {
            assembler.emit(.loadConstant, assembler.constant(.str(PyStr(utf8: doc))))
            assembler.emit(.storeName, assembler.name("__doc__"))
        }
        if body.contains(where: \.hasSimpleAnnotation) { assembler.emit(.setUpAnnotations) }
        try compile(body.docstring == nil ? body : Array(body.dropFirst()))
        if scope.cells.contains("__class__") {
            assembler.emit(.loadClosure, cellIndex("__class__"))
            assembler.emit(.storeName, assembler.name("__classcell__"))
        }
        emitReturnNone()
    }

    // MARK: Comprehensions

    func compile(_ comprehension: Expression.Comprehension, _ range: SourceRange) throws {
        let scope = try scope(at: range, .comprehension)
        let isGenerator = comprehension.kind == .generator
        let kind: PyCode.Kind = isGenerator ? (scope.isAsync ? .asyncGenerator : .generator) : (scope.isAsync ? .coroutine : .function)
        let generator = inner(scope, kind, range)
        generator.parameters.declared = [(machine.intern(".0"), .positionalOnly, range)]
        generator.parameters.positionalOnlyCount = 1
        generator.parameters.positionalCount = 1
        try generator.compileBody(of: comprehension)
        emitFunction(generator.finish())
        let first = comprehension.clauses[0]
        try compile(first.iterable)
        assembler.emit(first.isAsync ? .getAsyncIterator : .getIterator)
        assembler.emit(.call, 1)
        if scope.isAsync, !isGenerator {
            assembler.emit(.getAwaitable)
            emitAwaiting()
        }
    }

    private func compileBody(of comprehension: Expression.Comprehension) throws {
        switch comprehension.kind {
        case .list: assembler.emit(.buildList, 0)
        case .set: assembler.emit(.buildSet, 0)
        case .dict: assembler.emit(.buildDict, 0)
        case .generator: break
        }
        try compileClause(0, of: comprehension)
        if comprehension.kind == .generator { emitReturnNone() } else { assembler.emit(.returnValue) }
    }

    private func compileClause(_ index: Int, of comprehension: Expression.Comprehension) throws {
        guard index < comprehension.clauses.count else { return try compileElement(of: comprehension) }
        let clause = comprehension.clauses[index]
        let start = assembler.label()
        let end = assembler.label()
        if index == 0 {
            assembler.emit(.loadLocal, 0)
        } else {
            try compile(clause.iterable)
            assembler.emit(clause.isAsync ? .getAsyncIterator : .getIterator)
        }
        assembler.place(start)
        let exhausted = clause.isAsync ? emitAsyncNext() : nil
        if !clause.isAsync { assembler.jump(.forIterator, end) }
        try compileStore(clause.target)
        for condition in clause.conditions { try compileSkip(condition, start) }
        try compileClause(index + 1, of: comprehension)
        assembler.jump(.jumpBack, start)
        if let exhausted, assembler.placeHandler(exhausted) { assembler.emit(.endAsyncFor) }
        assembler.place(end)
    }

    /// Goes back to the loop where a condition is false.
    private func compileSkip(_ condition: Expression, _ start: Assembler.Label) throws {
        let passed = assembler.label()
        try compileCondition(condition, passed, jumpsIf: true)
        assembler.jump(.jumpBack, start)
        assembler.place(passed)
    }

    private func compileElement(of comprehension: Expression.Comprehension) throws {
        // The collection lies below one iterator for each clause.
        let distance = comprehension.clauses.count + 1
        try compile(comprehension.element)
        switch comprehension.kind {
        case .list: assembler.emit(.listAppend, distance)
        case .set: assembler.emit(.setAdd, distance)
        case .dict:
            if let value = comprehension.value { try compile(value) }
            assembler.emit(.dictAdd, distance)
        case .generator:
            assembler.emit(.yieldValue)
            assembler.emit(.pop)
        }
    }
}
