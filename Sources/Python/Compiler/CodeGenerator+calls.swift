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
        if case .attribute(let attribute) = call.function.kind {
            let callee = superCallee(attribute.value)
            try compile(callee ?? attribute.value)
            let place = place(of: attribute, in: call.function.range)
            at(place) {
                let name = assembler.name(scope.mangled(attribute.name.text))
                assembler.emitCached(callee == nil ? .loadMethod : .loadSuperMethod, name)
            }
            let isOnOneLine = place.start == call.function.range.start
            return try at(isOnOneLine ? range : SourceRange(place.start, range.end)) {
                try compileArguments(of: call, .callMethod, .callMethodKeywords)
            }
        }
        try compile(call.function)
        try compileArguments(of: call, .call, .callKeywords)
    }

    /// Where the instructions of an attribute are placed: at its name alone where that is on another line than the value begins on
    /// (CPython 3.11 `update_start_location_to_match_attr`).
    func place(of attribute: Expression.Attribute, in range: SourceRange) -> SourceRange {
        let source = shared.unit.source
        let isOnOneLine = source.position(at: range.start).line == source.position(at: attribute.name.range.end).line
        return isOnOneLine ? range : attribute.name.range
    }

    /// Pushes the arguments of a call that unpacks none, and calls with them by one of two instructions.
    private func compileArguments(of call: Expression.Call, _ plain: Opcode, _ named: Opcode) throws {
        if call.keywords.isEmpty {
            for argument in call.arguments { try compile(argument) }
            return assembler.emit(plain, call.arguments.count)
        }
        for argument in call.argumentsInOrder { try compile(argument.value) }
        let names = call.keywords.compactMap { $0.name.map { Value.str(machine.intern($0.text)) } }
        let constant = assembler.constant(.tuple(PyTuple(names)))
        guard call.arguments.count + call.keywords.count <= Int(UInt16.max) else {
            throw SyntaxError("too many arguments in one call", at: assembler.range)
        }
        assembler.emit(named, constant, small: call.arguments.count + call.keywords.count)
    }

    /// Pushes a tuple of the positional arguments and, if there are keywords, a dict of those.
    func compileUnpacked(_ arguments: [Expression], _ keywords: [Expression.Keyword]) throws {
        try compilePositional(arguments)
        if keywords.isEmpty { return }
        if keywords.count == 1, keywords[0].name == nil {
            try compile(keywords[0].value)
            return assembler.emit(.dictMerge, flag: 1)
        }
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
            assembler.emit(.dictMerge, 1)
        }
    }

    private func compilePositional(_ arguments: [Expression]) throws {
        guard arguments.contains(where: \.isStarred) else {
            for argument in arguments { try compile(argument) }
            return assembler.emit(.buildTuple, arguments.count)
        }
        if arguments.count == 1, case .starred(let inner) = arguments[0].kind {
            try compile(inner)
            return assembler.emit(.listToTuple, flag: 1)
        }
        assembler.emit(.buildList, 0)
        for argument in arguments {
            if case .starred(let inner) = argument.kind {
                try compile(inner)
                assembler.emit(.listExtend, 1, flag: 1)
            } else {
                try compile(argument)
                assembler.emit(.listAppend, 1)
            }
        }
        assembler.emit(.listToTuple)
    }
}
