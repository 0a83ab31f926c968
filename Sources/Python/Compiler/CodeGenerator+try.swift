extension CodeGenerator {
    func compile(_ attempt: Statement.Try) throws {
        guard let finalbody = attempt.finalbody else { return try compileHandled(attempt) }
        let handler = assembler.label()
        let end = assembler.label()
        let depth = assembler.depth
        let protection = assembler.protect(handler, depth: depth, level: blocks.count)
        blocks.append(Block(kind: .tryWithFinally(finalbody), protection: protection))
        if attempt.handlers.isEmpty {
            try compile(attempt.body.statements)
            if let orelse = attempt.orelse { try compile(orelse.statements) }
        } else {
            try compileHandled(attempt)
        }
        endBlock()
        try compile(finalbody.statements)
        assembler.jump(.jump, end)
        if assembler.placeHandler(handler) {
            assembler.emit(.pushHandled)
            try compileCleanup(.finallyOfException, depth: depth + 1) { try compile(finalbody.statements) }
        }
        assembler.place(end)
    }

    /// Ends the innermost block with its protection.
    func endBlock() {
        if let protection = blocks.removeLast().protection { assembler.end(protection) }
    }

    /// A part of a handler that ends by raising the exception again: previous exception, exception → .
    private func compileCleanup(_ kind: Block.Kind, depth: Int, _ body: () throws -> Void) throws {
        let failed = assembler.label()
        blocks.append(Block(kind: kind, protection: assembler.protect(failed, depth: depth, level: blocks.count)))
        try body()
        endBlock()
        assembler.emit(.reraise)
        if assembler.placeHandler(failed) { assembler.emit(.reraise) }
    }

    private func compileHandled(_ attempt: Statement.Try) throws {
        if attempt.isStar { return try compileStarHandled(attempt) }
        let handler = assembler.label()
        let end = assembler.label()
        let depth = assembler.depth
        blocks.append(Block(kind: .tryBody, protection: assembler.protect(handler, depth: depth, level: blocks.count)))
        try compile(attempt.body.statements)
        endBlock()
        if let orelse = attempt.orelse { try compile(orelse.statements) }
        assembler.jump(.jump, end)
        if assembler.placeHandler(handler) { try compileHandlers(attempt.handlers, depth: depth, end) }
        assembler.place(end)
    }

    private func compileHandlers(_ handlers: [Statement.ExceptHandler], depth: Int, _ end: Assembler.Label) throws {
        let failed = assembler.label()
        assembler.emit(.pushHandled)
        blocks.append(Block(kind: .tryBody, protection: assembler.protect(failed, depth: depth + 1, level: blocks.count)))
        for clause in handlers {
            let next = assembler.label()
            if let type = clause.type {
                try compile(type)
                at(clause.range) { assembler.emit(.matchException) }
                assembler.jump(.jumpIfFalse, next)
            }
            try compileClause(clause, depth: depth, end)
            assembler.place(next)
        }
        endBlock()
        assembler.emit(.reraise)
        if assembler.placeHandler(failed) { assembler.emit(.reraise) }
    }

    /// The body of an `except` clause: the exception is on top, the previous one below.
    private func compileClause(_ clause: Statement.ExceptHandler, depth: Int, _ end: Assembler.Label) throws {
        if let name = clause.name { emitStore(name.text) } else { assembler.emit(.pop) }
        let failed = assembler.label()
        let protection = clause.name.map { _ in assembler.protect(failed, depth: depth + 1, level: blocks.count) }
        blocks.append(Block(kind: .handler(name: clause.name?.text), protection: protection))
        try compile(clause.body.statements)
        endBlock()
        assembler.emit(.popHandled)
        if let name = clause.name { emitForget(name.text) }
        assembler.jump(.jump, end)
        guard let name = clause.name, assembler.placeHandler(failed) else { return }
        // What is raised here must not come back to the protection of the clauses.
        guard let index = blocks.indices.last, var enclosing = blocks[index].protection else { return }
        assembler.end(enclosing)
        emitForget(name.text)
        assembler.emit(.reraise)
        assembler.resume(&enclosing)
        blocks[index].protection = enclosing
    }

    // MARK: except*

    private func compileStarHandled(_ attempt: Statement.Try) throws {
        let handler = assembler.label()
        let end = assembler.label()
        let depth = assembler.depth
        blocks.append(Block(kind: .tryBody, protection: assembler.protect(handler, depth: depth, level: blocks.count)))
        try compile(attempt.body.statements)
        endBlock()
        if let orelse = attempt.orelse { try compile(orelse.statements) }
        assembler.jump(.jump, end)
        if assembler.placeHandler(handler) { try compileStarHandlers(attempt.handlers, depth: depth, end) }
        assembler.place(end)
    }

    private func compileStarHandlers(_ handlers: [Statement.ExceptHandler], depth: Int, _ end: Assembler.Label) throws {
        let (original, rest, raised, result) = (temporary(), temporary(), temporary(), temporary())
        let failed = assembler.label()
        let done = assembler.label()
        assembler.emit(.pushHandled)
        assembler.emit(.duplicate)
        assembler.emit(.storeLocal, original)
        assembler.emit(.storeLocal, rest)
        assembler.emit(.buildList, 0)
        assembler.emit(.storeLocal, raised)
        blocks.append(Block(kind: .handler(name: nil), protection: assembler.protect(failed, depth: depth + 1, level: blocks.count)))
        for clause in handlers { try compileStarClause(clause, depth: depth, rest: rest, raised: raised) }
        assembler.emit(.loadLocal, original)
        assembler.emit(.loadLocal, raised)
        assembler.emit(.loadLocal, rest)
        assembler.emit(.mergeExceptionGroup)
        assembler.emit(.duplicate)
        assembler.emit(.storeLocal, result)
        assembler.jump(.jumpIfNone, done)
        endBlock()
        assembler.emit(.loadLocal, result)
        assembler.emit(.reraise)
        assembler.place(done)
        assembler.emit(.popHandled)
        assembler.jump(.jump, end)
        if assembler.placeHandler(failed) { assembler.emit(.reraise) }
    }

    private func compileStarClause(_ clause: Statement.ExceptHandler, depth: Int, rest: Int, raised: Int) throws {
        guard let type = clause.type else { return }
        let matched = temporary()
        let failed = assembler.label()
        let next = assembler.label()
        assembler.emit(.loadLocal, rest)
        try compile(type)
        at(type.range) { assembler.emit(.matchExceptionGroup) }
        assembler.emit(.storeLocal, matched)
        assembler.emit(.storeLocal, rest)
        assembler.emit(.loadLocal, matched)
        assembler.jump(.jumpIfNone, next)
        assembler.emit(.loadLocal, matched)
        assembler.emit(.pushHandled)
        if let name = clause.name { emitStore(name.text) } else { assembler.emit(.pop) }
        let protection = assembler.protect(failed, depth: depth + 2, level: blocks.count)
        blocks.append(Block(kind: .handler(name: clause.name?.text), protection: protection))
        try compile(clause.body.statements)
        endBlock()
        assembler.emit(.popHandled)
        if let name = clause.name { emitForget(name.text) }
        assembler.jump(.jump, next)
        if assembler.placeHandler(failed) {
            assembler.emit(.loadLocal, raised)
            assembler.emit(.swap, 2)
            assembler.emit(.listAppend, 1)
            assembler.emit(.pop)
            assembler.emit(.popHandled)
            if let name = clause.name { emitForget(name.text) }
        }
        assembler.place(next)
    }

    // MARK: with

    /// Compiles the items from one on and the body; entering and leaving are placed at the whole statement, whose range is given.
    func compileWith(_ items: ArraySlice<Statement.WithItem>, _ statement: Statement.With, _ range: SourceRange) throws {
        guard let item = items.first else { return try compile(statement.body.statements) }
        let handler = assembler.label()
        let end = assembler.label()
        try compile(item.context)
        let depth = assembler.depth
        at(range) {
            assembler.emit(statement.isAsync ? .beforeAsyncWith : .beforeWith)
            assembler.emit(.call, 0)
            if statement.isAsync {
                assembler.emit(.getAwaitable, 2)
                emitAwaiting()
            }
        }
        let protection = assembler.protect(handler, depth: depth, level: blocks.count)
        blocks.append(Block(kind: .with(isAsync: statement.isAsync, range), protection: protection))
        if let target = item.target { try compileStore(target) } else { assembler.emit(.pop) }
        try compileWith(items.dropFirst(), statement, range)
        endBlock()
        at(range) { emitExit(isAsync: statement.isAsync) }
        assembler.jump(.jump, end)
        if assembler.placeHandler(handler) { compileWithHandler(isAsync: statement.isAsync, depth: depth, end, range) }
        assembler.place(end)
    }

    /// exit exception → , with the exception raised again unless exit(…) is true.
    private func compileWithHandler(isAsync: Bool, depth: Int, _ end: Assembler.Label, _ range: SourceRange) {
        let failed = assembler.label()
        let suppressed = assembler.label()
        assembler.emit(.pushHandled)
        let protection = assembler.protect(failed, depth: depth + 1, level: blocks.count)
        at(range) {
            assembler.emit(.exitWithException)
            if isAsync {
                assembler.emit(.getAwaitable, 1)
                emitAwaiting()
            }
        }
        assembler.jump(.jumpIfTrue, suppressed)
        assembler.end(protection)
        assembler.emit(.reraise)
        assembler.place(suppressed)
        assembler.emit(.pop)
        assembler.emit(.popHandled)
        assembler.emit(.pop)
        assembler.jump(.jump, end)
        if assembler.placeHandler(failed) { assembler.emit(.reraise) }
    }
}
