extension CodeGenerator {
    /// What a pattern has captured so far: the name and the slot with the value.
    private typealias Captures = [(name: String, slot: Int)]

    func compile(_ match: Statement.Match) throws {
        let subject = temporary()
        let end = assembler.label()
        try compile(match.subject)
        assembler.emit(.storeLocal, subject)
        for branch in match.cases {
            let next = assembler.label()
            var captures: Captures = []
            try compile(branch.pattern, subject, next, &captures)
            for (name, slot) in captures {
                assembler.emit(.loadLocal, slot)
                emitStore(name)
            }
            if let condition = branch.guard { try compileCondition(condition, next, jumpsIf: false) }
            try compile(branch.body.statements)
            assembler.jump(.jump, end)
            assembler.place(next)
        }
        assembler.place(end)
    }

    /// Tests the value in a slot and jumps to `failed` where it does not match; nothing stays on the stack.
    private func compile(_ pattern: Pattern, _ slot: Int, _ failed: Assembler.Label, _ captures: inout Captures) throws {
        try at(pattern.range) {
            switch pattern.kind {
            case .value(let value):
                assembler.emit(.loadLocal, slot)
                try compile(value)
                assembler.jump(.compareJumpIfFalse, failed, flag: ComparisonOperator.equal.number)
            case .singleton(let constant):
                assembler.emit(.loadLocal, slot)
                assembler.emit(.loadConstant, assembler.constant(constant.singleton))
                assembler.emit(.isIdentical)
                assembler.jump(.jumpIfFalse, failed)
            case .sequence(let patterns): try compileSequence(patterns, slot, failed, &captures)
            case .mapping(let mapping): try compileMapping(mapping, slot, failed, &captures)
            case .class(let pattern): try compileClass(pattern, slot, failed, &captures)
            case .star(let name): if let name { captures.append((name.text, slot)) }
            case .capture(let inner, let name):
                if let inner { try compile(inner, slot, failed, &captures) }
                if let name { captures.append((name.text, slot)) }
            case .or(let alternatives): try compileAlternatives(alternatives, slot, failed, &captures)
            }
        }
    }

    private func compileAlternatives(
        _ alternatives: [Pattern], _ slot: Int, _ failed: Assembler.Label, _ captures: inout Captures
    ) throws {
        let matched = assembler.label()
        var shared: [String: Int] = [:]
        var order: [String] = []
        for (index, alternative) in alternatives.enumerated() {
            let isLast = index == alternatives.count - 1
            let next = isLast ? failed : assembler.label()
            var own: Captures = []
            try compile(alternative, slot, next, &own)
            for (name, value) in own {
                if shared[name] == nil {
                    shared[name] = temporary()
                    order.append(name)
                }
                assembler.emit(.loadLocal, value)
                assembler.emit(.storeLocal, shared[name] ?? value)
            }
            if !isLast {
                assembler.jump(.jump, matched)
                assembler.place(next)
            }
        }
        assembler.place(matched)
        captures += order.map { ($0, shared[$0] ?? slot) }
    }

    private func compileSequence(_ patterns: [Pattern], _ slot: Int, _ failed: Assembler.Label, _ captures: inout Captures) throws {
        let star = patterns.firstIndex { if case .star = $0.kind { true } else { false } }
        assembler.emit(.loadLocal, slot)
        assembler.emit(.matchSequence)
        assembler.jump(.jumpIfFalse, failed)
        compileLength(slot, patterns.count - (star == nil ? 0 : 1), star == nil ? .equal : .greaterOrEqual, failed)
        assembler.emit(.loadLocal, slot)
        if let star {
            assembler.emit(.unpackStarred, star, small: patterns.count - star - 1)
        } else {
            assembler.emit(.unpack, patterns.count)
        }
        try compileParts(patterns, failed, &captures)
    }

    private func compileLength(_ slot: Int, _ count: Int, _ operation: ComparisonOperator, _ failed: Assembler.Label) {
        assembler.emit(.loadLocal, slot)
        assembler.emit(.getLength)
        assembler.emit(.loadConstant, assembler.constant(.int(count)))
        assembler.jump(.compareJumpIfFalse, failed, flag: operation.number)
    }

    /// Matches the values on the stack, the first on top, with patterns.
    private func compileParts(_ patterns: [Pattern], _ failed: Assembler.Label, _ captures: inout Captures) throws {
        let slots = patterns.map { _ in temporary() }
        for slot in slots { assembler.emit(.storeLocal, slot) }
        for (pattern, slot) in zip(patterns, slots) { try compile(pattern, slot, failed, &captures) }
    }

    private func compileMapping(
        _ mapping: Pattern.Mapping, _ slot: Int, _ failed: Assembler.Label, _ captures: inout Captures
    ) throws {
        assembler.emit(.loadLocal, slot)
        assembler.emit(.matchMapping)
        assembler.jump(.jumpIfFalse, failed)
        if !mapping.keys.isEmpty { compileLength(slot, mapping.keys.count, .greaterOrEqual, failed) }
        let keys = temporary()
        for key in mapping.keys { try compile(key) }
        assembler.emit(.buildTuple, mapping.keys.count)
        assembler.emit(.storeLocal, keys)
        if !mapping.keys.isEmpty {
            assembler.emit(.loadLocal, slot)
            assembler.emit(.loadLocal, keys)
            assembler.emit(.matchKeys)
            try compileFound(mapping.patterns, failed, &captures)
        }
        if let rest = mapping.rest {
            let found = temporary()
            assembler.emit(.loadLocal, slot)
            assembler.emit(.loadLocal, keys)
            assembler.emit(.restOfMapping)
            assembler.emit(.storeLocal, found)
            captures.append((rest.text, found))
        }
    }

    /// A tuple of values or `None` is on the stack: fails on `None`, else matches the values.
    private func compileFound(_ patterns: [Pattern], _ failed: Assembler.Label, _ captures: inout Captures) throws {
        let found = temporary()
        assembler.emit(.duplicate)
        assembler.emit(.storeLocal, found)
        assembler.jump(.jumpIfNone, failed)
        assembler.emit(.loadLocal, found)
        assembler.emit(.unpack, patterns.count)
        try compileParts(patterns, failed, &captures)
    }

    private func compileClass(_ pattern: Pattern.Class, _ slot: Int, _ failed: Assembler.Label, _ captures: inout Captures) throws {
        assembler.emit(.loadLocal, slot)
        try compile(pattern.type)
        let names = pattern.keywords.map { Value.str(machine.intern(scope.mangled($0.name.text))) }
        assembler.emit(.loadConstant, assembler.constant(.tuple(PyTuple(names))))
        assembler.emit(.matchClass, pattern.patterns.count)
        try compileFound(pattern.patterns + pattern.keywords.map(\.pattern), failed, &captures)
    }
}

extension Constant {
    /// `None`, `True` or `False`.
    fileprivate var singleton: Value {
        switch self {
        case .bool(let flag): .bool(flag)
        default: .none
        }
    }
}
