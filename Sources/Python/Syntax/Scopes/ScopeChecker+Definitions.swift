extension ScopeChecker {
    mutating func check(_ item: Statement.FunctionDef) {
        for decorator in item.decorators { check(decorator.expression) }
        checkSignature(item.parameters)
        if let returns = item.returns { check(returns) }
        note(item.name.text, .assigned)
        let inner = enter(item.isAsync ? .asyncFunction : .function) {
            $0.declare(item.parameters)
            $0.check(item.body)
        }
        let scope = scopes[inner]
        if item.isAsync, scope.isGenerator, let range = scope.valuedReturn {
            report("'return' with value in async generator", range)
        }
    }

    /// Walks defaults and annotations, which belong to the scope around.
    func checkedAnnotations(_ parameters: Parameters) -> [Expression] {
        parameters.all.compactMap(\.annotation).map { annotation in
            if case .starred(let value) = annotation.kind { value } else { annotation }
        }
    }

    mutating func checkSignature(_ parameters: Parameters) {
        for parameter in parameters.all { check(parameter.defaultValue) }
        for annotation in checkedAnnotations(parameters) { check(annotation) }
    }

    /// Binds the parameters in the current scope.
    mutating func declare(_ parameters: Parameters) {
        for parameter in parameters.all {
            let name = parameter.name.text
            if scope.names[name]?.contains(.parameter) ?? false {
                report("duplicate argument '\(name)' in function definition", parameter.name.range)
            }
            note(name, .parameter)
        }
    }

    mutating func check(_ item: Statement.ClassDef) {
        for decorator in item.decorators { check(decorator.expression) }
        checkElements(item.bases)
        check(item.keywords)
        note(item.name.text, .assigned)
        enter(.classBody) { $0.check(item.body) }
    }

    /// Walks keyword arguments, of which no name may come twice.
    mutating func check(_ keywords: [Expression.Keyword]) {
        var names: Set<String> = []
        for keyword in keywords {
            if let name = keyword.name?.text, !names.insert(name).inserted {
                report("keyword argument repeated: \(name)", keyword.range)
            }
            check(keyword.value)
        }
    }

    /// Checks that `from __future__` imports come first and name features that exist.
    mutating func checkFutureImports(_ body: [Statement]) {
        var isAtStart = true
        for (index, statement) in body.enumerated() {
            if index == 0, body.docstring != nil { continue }
            guard case .importFrom(let item) = statement.kind, item.level == 0, item.module?.text == "__future__" else {
                isAtStart = false
                continue
            }
            if !isAtStart { report("from __future__ imports must occur at the beginning of the file", statement.range) }
            for alias in item.names where !Self.futureFeatures.contains(alias.name.text) {
                report("future feature \(alias.name.text) is not defined", alias.range)
            }
        }
    }

    private static let futureFeatures: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
        "barry_as_FLUFL", "generator_stop", "annotations",
    ]
}
