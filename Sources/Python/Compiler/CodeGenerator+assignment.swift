extension CodeGenerator {
    func compile(_ assignment: Statement.Assign) throws {
        if let (values, targets) = exchange(assignment) {
            for value in values { try compile(value) }
            assembler.emit(.swap, values.count)
            for target in targets { try compileStore(target) }
            return
        }
        try compile(assignment.value)
        for (index, target) in assignment.targets.enumerated() {
            if index < assignment.targets.count - 1 { assembler.emit(.duplicate) }
            try compileStore(target)
        }
    }

    /// Two or three values for as many targets, `a, b = b, a`, which need no tuple between them.
    private func exchange(_ assignment: Statement.Assign) -> (values: [Expression], targets: [Expression])? {
        guard assignment.targets.count == 1, case .tuple(let values) = assignment.value.kind,
            case .tuple(let targets) = assignment.targets[0].kind, values.count == targets.count, (2...3).contains(values.count)
        else { return nil }
        for expression in values + targets { if case .starred = expression.kind { return nil } }
        return (values, targets)
    }

    /// Stores the top of the stack in a target, to which the store and what it evaluates belong.
    func compileStore(_ target: Expression) throws {
        switch target.kind {
        case .name(let name): at(target.range) { emitStore(name) }
        case .attribute(let attribute):
            try compile(attribute.value)
            at(place(of: attribute, in: target.range)) {
                assembler.emitCached(.storeAttribute, assembler.name(scope.mangled(attribute.name.text)))
            }
        case .subscript(let item):
            let slot = try compileSubscripted(item)
            at(target.range) {
                if let slot { assembler.emit(.storeItemOfLocal, slot) } else { assembler.emit(.storeItem) }
            }
        case .tuple(let elements), .list(let elements): try at(target.range) { try compileUnpacking(elements) }
        case .starred(let value): try compileStore(value)
        default: throw SyntaxError("cannot assign here", at: target.range)
        }
    }

    private func compileUnpacking(_ targets: [Expression]) throws {
        let starred = targets.firstIndex { if case .starred = $0.kind { true } else { false } }
        if let starred {
            assembler.emit(.unpackStarred, starred, small: targets.count - starred - 1)
        } else {
            assembler.emit(.unpack, targets.count)
        }
        for target in targets { try compileStore(target) }
    }

    func compileDelete(_ target: Expression) throws {
        switch target.kind {
        case .name(let name): at(target.range) { emitDelete(name) }
        case .attribute(let attribute):
            try compile(attribute.value)
            at(target.range) { assembler.emit(.deleteAttribute, assembler.name(scope.mangled(attribute.name.text))) }
        case .subscript(let item):
            try compile(item.value)
            try compile(item.index)
            at(target.range) { assembler.emit(.deleteItem) }
        case .tuple(let elements), .list(let elements): for element in elements { try compileDelete(element) }
        default: throw SyntaxError("cannot delete this", at: target.range)
        }
    }

    func compile(_ assignment: Statement.AugmentedAssign) throws {
        let number = assignment.operator.number
        switch assignment.target.kind {
        case .attribute(let attribute):
            try compile(attribute.value)
            assembler.emit(.duplicate)
            let name = assembler.name(scope.mangled(attribute.name.text))
            let place = place(of: attribute, in: assignment.target.range)
            at(place) { assembler.emitCached(.loadAttribute, name) }
            try compile(assignment.value)
            assembler.emit(.inPlace, flag: number)
            assembler.emit(.swap, 2)
            at(place) { assembler.emitCached(.storeAttribute, name) }
        case .subscript(let item):
            try compile(item.value)
            try compile(item.index)
            assembler.emit(.duplicateTwo)
            at(assignment.target.range) { assembler.emit(.item) }
            try compile(assignment.value)
            assembler.emit(.inPlace, flag: number)
            assembler.emit(.rotateThree)
            at(assignment.target.range) { assembler.emit(.storeItem) }
        case .name(let name):
            at(assignment.target.range) { emitLoad(name) }
            try compile(assignment.value)
            assembler.emit(.inPlace, flag: number)
            emitStore(name)
        default: throw SyntaxError("illegal target for augmented assignment", at: assignment.target.range)
        }
    }

    func compile(_ assignment: Statement.AnnotatedAssign) throws {
        if let value = assignment.value {
            try compile(value)
            try compileStore(assignment.target)
        }
        guard case .name(let name) = assignment.target.kind, assignment.isSimple else {
            if assignment.value == nil, !scope.isFunctionLike { try compileUnusedTarget(assignment.target) }
            if !scope.isFunctionLike, !shared.keepsAnnotations {
                try compile(assignment.annotation)
                assembler.emit(.pop)
            }
            return
        }
        if scope.isFunctionLike { return }
        if kind == .classBody { fieldRanges[scope.mangled(name)] = assembler.range }
        try compileAnnotation(assignment.annotation)
        emitLoad("__annotations__")
        assembler.emit(.loadConstant, assembler.constant(.str(machine.intern(scope.mangled(name)))))
        assembler.emit(.storeItem)
    }

    /// `object.name: int` without a value still evaluates `object`.
    private func compileUnusedTarget(_ target: Expression) throws {
        switch target.kind {
        case .attribute(let attribute):
            try compile(attribute.value)
            assembler.emit(.pop)
        case .subscript(let item):
            try compile(item.value)
            assembler.emit(.pop)
            try compile(item.index)
            assembler.emit(.pop)
        default: break
        }
    }

    /// Pushes an annotation: its value, or its text under `from __future__ import annotations`.
    func compileAnnotation(_ annotation: Expression) throws {
        if shared.keepsAnnotations {
            let text = shared.unit.source.text(of: annotation.range)
            assembler.emit(.loadConstant, assembler.constant(.string(text)))
        } else {
            try compile(annotation)
        }
    }
}
