extension CodeGenerator {
    /// The name `super` where an expression is a call of that without arguments.
    private func superCallee(_ expression: Expression) -> Expression? {
        guard case .call(let call) = expression.kind, call.arguments.isEmpty, call.keywords.isEmpty,
            case .name("super") = call.function.kind
        else { return nil }
        return call.function
    }

    func compile(_ call: Expression.Call) throws {
        let range = assembler.range
        if call.arguments.contains(where: \.isStarred) || call.keywords.contains(where: { $0.name == nil }) {
            try compile(call.function)
            try compileUnpacked(call.arguments, call.keywords)
            return at(range) { assembler.emit(.callUnpacked, flag: call.keywords.isEmpty ? 0 : 1) }
        }
        if call.keywords.isEmpty, case .attribute(let attribute) = call.function.kind {
            let callee = superCallee(attribute.value)
            try compile(callee ?? attribute.value)
            at(call.function.range) {
                let name = assembler.name(scope.mangled(attribute.name.text))
                assembler.emitCached(callee == nil ? .loadMethod : .loadSuperMethod, name)
            }
            for argument in call.arguments { try compile(argument) }
            return assembler.emit(.callMethod, call.arguments.count)
        }
        try compile(call.function)
        if call.keywords.isEmpty {
            for argument in call.arguments { try compile(argument) }
            return assembler.emit(.call, call.arguments.count)
        }
        for argument in call.argumentsInOrder { try compile(argument.value) }
        let names = call.keywords.compactMap { $0.name.map { Value.str(machine.intern($0.text)) } }
        let constant = assembler.constant(.tuple(PyTuple(names)))
        guard call.arguments.count + call.keywords.count <= Int(UInt16.max) else {
            throw SyntaxError("too many arguments in one call", at: range)
        }
        assembler.emit(.callKeywords, constant, small: call.arguments.count + call.keywords.count)
    }

    /// Pushes a tuple of the positional arguments and, if there are keywords, a dict of those.
    func compileUnpacked(_ arguments: [Expression], _ keywords: [Expression.Keyword]) throws {
        try compilePositional(arguments)
        if keywords.isEmpty { return }
        assembler.emit(.buildDict, 0)
        for keyword in keywords {
            if let name = keyword.name {
                assembler.emit(.buildDict, 0)
                assembler.emit(.loadConstant, assembler.constant(.str(machine.intern(name.text))))
                try compile(keyword.value)
                assembler.emit(.dictAdd, 1)
            } else {
                try compile(keyword.value)
            }
            at(keyword.range) { assembler.emit(.dictMerge, 1) }
        }
    }

    private func compilePositional(_ arguments: [Expression]) throws {
        guard arguments.contains(where: \.isStarred) else {
            for argument in arguments { try compile(argument) }
            return assembler.emit(.buildTuple, arguments.count)
        }
        assembler.emit(.buildList, 0)
        for argument in arguments {
            if case .starred(let inner) = argument.kind {
                try compile(inner)
                at(inner.range) { assembler.emit(.listExtend, 1, flag: 1) }
            } else {
                try compile(argument)
                assembler.emit(.listAppend, 1)
            }
        }
        assembler.emit(.listToTuple)
    }
}
