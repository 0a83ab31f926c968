/// Writes the code of one module, class body, function, lambda or comprehension.
final class CodeGenerator {
    /// What all generators of one file share.
    struct Shared {
        let machine: Machine
        let unit: CodeUnit
        let scopes: [CodeScope.Key: CodeScope]
        /// Whether annotations stay texts.
        let keepsAnnotations: Bool
    }

    /// What a `break`, `continue` or `return` has to leave.
    struct Block {
        /// Which statement it is.
        enum Kind {
            case loop(break: Assembler.Label, continue: Assembler.Label, hasIterator: Bool)
            case tryBody
            /// A `try` whose `finally` is still to run.
            case tryWithFinally(Python.Block)
            /// The `finally` of an exception: the previous and the current exception are on the stack.
            case finallyOfException
            /// An `except` clause: the previous exception is on the stack.
            case handler(name: String?)
            /// A `with`: its exit is on the stack; the range is that of the statement.
            case with(isAsync: Bool, SourceRange)
            /// A value is on the stack, such as that of a `return` whose `finally` runs.
            case value
        }

        let kind: Kind
        var protection: Assembler.Protection?
    }

    let shared: Shared
    let scope: CodeScope
    let kind: PyCode.Kind
    let qualifiedName: String
    let range: SourceRange
    var assembler: Assembler
    var blocks: [Block] = []
    var doc: PyStr?
    var parameters = PyCode.ParameterShape()
    var fieldRanges: [String: SourceRange] = [:]
    private(set) var slots: [String: Int] = [:]
    private(set) var localNames: [String] = []
    private var temporaries = 0

    init(_ shared: Shared, scope: CodeScope, kind: PyCode.Kind, qualifiedName: String, range: SourceRange) {
        self.shared = shared
        self.scope = scope
        self.kind = kind
        self.qualifiedName = qualifiedName
        self.range = range
        assembler = Assembler(shared.machine, range: range)
        for name in scope.order where scope.isFunctionLike {
            guard let symbol = scope.symbols[name], symbol.isBound, !symbol.isGlobal, !symbol.isNonlocal else { continue }
            if symbol.isParameter || !scope.cells.contains(name) {
                slots[name] = localNames.count
                localNames.append(name)
            }
        }
    }

    var machine: Machine { shared.machine }

    /// A slot without a name in the source.
    ///
    /// Cells lie behind all locals, so cells are addressed from the end of the frame until the code is finished.
    func temporary() -> Int {
        localNames.append(".\(temporaries)")
        temporaries += 1
        return localNames.count - 1
    }

    /// The number of a cell: first those that this scope makes, then the captured ones.
    func cellIndex(_ name: String) -> Int {
        if let index = scope.cells.firstIndex(of: name) { return index }
        return scope.cells.count + (scope.captured.firstIndex(of: name) ?? 0)
    }

    func emitReturnNone() {
        assembler.emit(.loadConstant, assembler.constant(.none))
        assembler.emit(.returnValue)
    }

    /// The finished code.
    func finish() -> PyCode {
        var parts = PyCode.Parts(name: scope.name, qualifiedName: qualifiedName, kind: kind, range: range, unit: shared.unit)
        assembler.finish(into: &parts)
        parts.parameters = parameters
        parts.doc = doc
        parts.localCount = localNames.count
        parts.cellCount = scope.cells.count
        parts.slotNames = (localNames + scope.cells + scope.captured).map { machine.intern($0) }
        parts.cellParameters = scope.cells.map { name in
            scope.symbols[name]?.isParameter == true ? slots[name] ?? -1 : -1
        }
        if kind == .classBody { parts.classDefinition = (range, fieldRanges, shared.unit.source) }
        parts.instructions = parts.instructions.map { relocate($0, by: localNames.count) }
        return PyCode(parts)
    }

    /// Cells are numbered apart while temporaries may still come; now they follow the locals.
    private func relocate(_ instruction: Instruction, by offset: Int) -> Instruction {
        switch instruction.opcode {
        case .loadCell, .storeCell, .deleteCell, .loadClosure:
            Instruction(instruction.opcode, instruction.index + offset, flag: Int(instruction.flag), small: Int(instruction.small))
        case .loadClassCell:
            Instruction(instruction.opcode, instruction.index, flag: Int(instruction.flag), small: Int(instruction.small) + offset)
        default: instruction
        }
    }

    // MARK: Names

    func emitLoad(_ name: String) {
        let name = scope.mangled(name)
        if name == "__debug__" { return assembler.emit(.loadConstant, assembler.constant(.bool(true))) }
        switch scope.place(of: name) {
        case .local: assembler.emit(.loadLocal, slots[name] ?? 0)
        case .cell: assembler.emit(.loadCell, cellIndex(name))
        case .classCell: assembler.emit(.loadClassCell, assembler.name(name), small: cellIndex(name))
        case .global: assembler.emitCached(.loadGlobal, assembler.name(name))
        case .name:
            kind == .module ? assembler.emitCached(.loadGlobal, assembler.name(name)) : assembler.emit(.loadName, assembler.name(name))
        }
    }

    func emitStore(_ name: String) {
        let name = scope.mangled(name)
        switch scope.place(of: name) {
        case .local: assembler.emit(.storeLocal, slots[name] ?? 0)
        case .cell: assembler.emit(.storeCell, cellIndex(name))
        case .global: assembler.emitCached(.storeGlobal, assembler.name(name))
        case .classCell, .name:
            kind == .module ? assembler.emitCached(.storeGlobal, assembler.name(name)) : assembler.emit(.storeName, assembler.name(name))
        }
    }

    func emitDelete(_ name: String) {
        let name = scope.mangled(name)
        switch scope.place(of: name) {
        case .local: assembler.emit(.deleteLocal, slots[name] ?? 0)
        case .cell: assembler.emit(.deleteCell, cellIndex(name))
        case .global: assembler.emit(.deleteGlobal, assembler.name(name))
        case .classCell, .name: assembler.emit(kind == .module ? .deleteGlobal : .deleteName, assembler.name(name))
        }
    }

    /// Runs `body` with instructions that belong to `range`.
    func at<Result>(_ range: SourceRange, _ body: () throws -> Result) rethrows -> Result {
        let outer = assembler.range
        assembler.range = range
        defer { assembler.range = outer }
        return try body()
    }

    /// A generator for what is inside this code.
    func inner(_ scope: CodeScope, _ kind: PyCode.Kind, _ range: SourceRange) -> CodeGenerator {
        var prefix = ""
        if self.kind == .classBody || self.scope.kind == .comprehension {
            prefix = qualifiedName + "."
        } else if self.kind != .module {
            prefix = qualifiedName + ".<locals>."
        }
        if self.scope.symbols[scope.name]?.isGlobal == true { prefix = "" }
        return CodeGenerator(shared, scope: scope, kind: kind, qualifiedName: prefix + scope.name, range: range)
    }

    /// The scope of a node.
    func scope(at range: SourceRange, _ kind: CodeScope.Kind) throws -> CodeScope {
        if let scope = shared.scopes[CodeScope.Key(range: range, kind: kind)] { return scope }
        throw SyntaxError("internal error: no scope", at: range)
    }

    /// Pushes the function of finished code, with what lies on the stack for it already as `flag` says.
    func emitFunction(_ code: PyCode, flag: Int = 0) {
        var flag = flag
        if !code.freeNames.isEmpty {
            for name in code.freeNames { assembler.emit(.loadClosure, cellIndex(name.string)) }
            assembler.emit(.buildTuple, code.freeNames.count)
            flag |= 8
        }
        assembler.emit(.loadConstant, assembler.constant(.object(code)))
        assembler.emit(.makeFunction, flag: flag)
    }
}
