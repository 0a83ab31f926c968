extension CodeGenerator {
    func compile(_ loop: Statement.While) throws {
        let start = assembler.label()
        let orelse = assembler.label()
        let end = assembler.label()
        assembler.place(start)
        try compileCondition(loop.test, orelse, jumpsIf: false)
        blocks.append(Block(kind: .loop(break: end, continue: start, hasIterator: false)))
        try compile(loop.body.statements)
        blocks.removeLast()
        assembler.jump(.jumpBack, start)
        assembler.place(orelse)
        if let other = loop.orelse { try compile(other.statements) }
        assembler.place(end)
    }

    func compile(_ loop: Statement.For) throws {
        if loop.isAsync { return try compileAsyncFor(loop) }
        let start = assembler.label()
        let orelse = assembler.label()
        let end = assembler.label()
        try compile(loop.iterable)
        assembler.emit(.getIterator)
        assembler.place(start)
        assembler.jump(.forIterator, orelse)
        try at(loop.target.range) { try compileStore(loop.target) }
        blocks.append(Block(kind: .loop(break: end, continue: start, hasIterator: true)))
        try compile(loop.body.statements)
        blocks.removeLast()
        assembler.jump(.jumpBack, start)
        assembler.place(orelse)
        if let other = loop.orelse { try compile(other.statements) }
        assembler.place(end)
    }

    private func compileAsyncFor(_ loop: Statement.For) throws {
        let start = assembler.label()
        let end = assembler.label()
        try compile(loop.iterable)
        assembler.emit(.getAsyncIterator)
        assembler.place(start)
        let exhausted = emitAsyncNext()
        try at(loop.target.range) { try compileStore(loop.target) }
        blocks.append(Block(kind: .loop(break: end, continue: start, hasIterator: true)))
        try compile(loop.body.statements)
        blocks.removeLast()
        assembler.jump(.jumpBack, start)
        if assembler.placeHandler(exhausted) { assembler.emit(.endAsyncFor) }
        if let other = loop.orelse { try compile(other.statements) }
        assembler.place(end)
    }

    /// Awaits the next value of the async iterator on top; gives the label of what happens at its end.
    func emitAsyncNext() -> Assembler.Label {
        let exhausted = assembler.label()
        let protection = assembler.protect(exhausted, depth: assembler.depth, level: blocks.count + 1)
        assembler.emit(.getAsyncNext)
        emitAwaiting()
        assembler.end(protection)
        return exhausted
    }

    /// Drives the awaitable on top to its result.
    func emitAwaiting() {
        let again = assembler.label()
        let end = assembler.label()
        assembler.emit(.loadConstant, assembler.constant(.none))
        assembler.place(again)
        assembler.jump(.send, end)
        assembler.emit(.yieldDelegated)
        assembler.jump(.jumpBack, again)
        assembler.place(end)
    }

    func compileBreak() throws {
        try leaveLoop { if case .loop(let label, _, let hasIterator) = $0 { (label, hasIterator) } else { nil } }
    }

    func compileContinue() throws {
        try leaveLoop { if case .loop(_, let label, _) = $0 { (label, false) } else { nil } }
    }

    /// Leaves everything inside the innermost loop, and its iterator if that is to go, and jumps.
    private func leaveLoop(_ target: (Block.Kind) -> (label: Assembler.Label, dropsIterator: Bool)?) throws {
        guard let index = blocks.lastIndex(where: { target($0.kind) != nil }), let goal = target(blocks[index].kind) else { return }
        var isBack = false
        if case .loop(_, let start, _) = blocks[index].kind, case .loop(let end, _, _) = blocks[index].kind {
            isBack = goal.label == start && goal.label != end
        }
        try unwind(to: index + 1, keepingTop: false) {
            if goal.dropsIterator { assembler.emit(.pop) }
            assembler.jump(isBack ? .jumpBack : .jump, goal.label)
        }
    }

    /// Writes what leaving the blocks from the innermost down to `lowest` takes, then `goal`, and goes on behind it as before.
    func unwind(to lowest: Int, keepingTop: Bool, _ goal: () throws -> Void) throws {
        let saved = blocks
        var index = blocks.count
        while index > lowest {
            index -= 1
            let block = blocks.removeLast()
            if let protection = block.protection { assembler.end(protection) }
            try leave(block.kind, keepingTop: keepingTop)
        }
        try goal()
        blocks = saved
        for index in max(lowest, 0)..<max(lowest, blocks.count) {
            if var protection = blocks[index].protection {
                assembler.resume(&protection)
                blocks[index].protection = protection
            }
        }
    }

    private func leave(_ kind: Block.Kind, keepingTop: Bool) throws {
        switch kind {
        case .loop(_, _, let hasIterator): if hasIterator { dropBelow(keepingTop) }
        case .tryBody: break
        case .value: dropBelow(keepingTop)
        case .tryWithFinally(let body):
            if keepingTop { blocks.append(Block(kind: .value)) }
            try compile(body.statements)
            if keepingTop { blocks.removeLast() }
        case .finallyOfException:
            if keepingTop { assembler.emit(.rotateThree) }
            assembler.emit(.pop)
            assembler.emit(.popHandled)
        case .handler(let name):
            if keepingTop { assembler.emit(.swap, 2) }
            assembler.emit(.popHandled)
            if let name { emitForget(name) }
        case .with(let isAsync, let range):
            if keepingTop { assembler.emit(.swap, 2) }
            at(range) { emitExit(isAsync: isAsync) }
        }
    }

    private func dropBelow(_ keepingTop: Bool) {
        if keepingTop { assembler.emit(.swap, 2) }
        assembler.emit(.pop)
    }

    /// Calls the exit on top with three `None` and drops the result.
    func emitExit(isAsync: Bool) {
        for _ in 0..<3 { assembler.emit(.loadConstant, assembler.constant(.none)) }
        assembler.emit(.call, 3)
        if isAsync {
            assembler.emit(.getAwaitable, 1)
            emitAwaiting()
        }
        assembler.emit(.pop)
    }

    /// Unbinds the name behind `except … as`.
    func emitForget(_ name: String) {
        assembler.emit(.loadConstant, assembler.constant(.none))
        emitStore(name)
        emitDelete(name)
    }
}
