/// Collects the instructions of one code object: labels, constants, names, handlers and the depth of the stack.
struct Assembler {
    /// A place that jumps lead to.
    struct Label: Equatable {
        fileprivate let index: Int
    }

    private struct LabelState {
        var position: Int?
        var depth: Int?
        var jumps: [Int] = []
    }

    /// What makes two constants one.
    private enum ConstantKey: Hashable {
        case none
        case bool(Bool)
        case int(Int)
        case float(UInt64)
        case text([UInt8])
    }

    fileprivate struct Region {
        let target: Int
        let depth: Int
        let level: Int
        var start: Int
    }

    private(set) var instructions: [Instruction] = []
    private(set) var ranges: [SourceRange] = []
    private(set) var constants: [Value] = []
    private(set) var names: [PyStr] = []
    private(set) var cacheCount = 0
    private(set) var maximumDepth = 0
    /// How many operands are on the stack here.
    private(set) var depth = 0
    /// Whether control can reach this place; what cannot be reached is not emitted.
    private(set) var isReachable = true
    /// What the next instructions belong to.
    var range: SourceRange

    private var labels: [LabelState] = []
    /// Where a label or the edge of a protected range was put last.
    private var lastPlace = 0
    private var constantIndices: [ConstantKey: Int] = [:]
    private var nameIndices: [String: Int] = [:]
    private var handlers: [(region: Region, end: Int)] = []
    private let machine: Machine

    init(_ machine: Machine, range: SourceRange) {
        self.machine = machine
        self.range = range
    }

    // MARK: Instructions

    /// Appends an instruction, unless control cannot get here.
    mutating func emit(_ opcode: Opcode, _ argument: Int = 0, flag: Int = 0, small: Int = 0) {
        guard isReachable else { return }
        instructions.append(Instruction(opcode, argument, flag: flag, small: small))
        ranges.append(range)
        change(by: StackEffect.of(opcode, argument, flag: flag, small: small))
        if StackEffect.endsControl(opcode) { isReachable = false }
    }

    /// Appends an instruction with a cache of its own as its small operand.
    mutating func emitCached(_ opcode: Opcode, _ argument: Int, flag: Int = 0) {
        guard isReachable else { return }
        let small = min(cacheCount, PyCode.cacheLimit)
        if opcode == .loadAttribute, let slot = takeLocal() {
            emit(.loadLocalAttribute, argument, flag: slot, small: small)
        } else {
            emit(opcode, argument, flag: flag, small: small)
        }
        if cacheCount < PyCode.cacheLimit { cacheCount += 1 }
    }

    /// Takes back the instruction that loads a local variable, if that was the last and nothing leads behind it; gives the slot.
    private mutating func takeLocal() -> Int? {
        guard let slot = loadedLocal, slot <= Int(UInt8.max) else { return nil }
        instructions.removeLast()
        ranges.removeLast()
        change(by: -1)
        return slot
    }

    /// The slot of the local variable that the last instruction loads, if nothing leads behind it.
    private var loadedLocal: Int? {
        guard let last = instructions.last, last.opcode == .loadLocal, lastPlace != instructions.count else { return nil }
        return last.index
    }

    /// Makes the load of a local variable, if that was the last instruction, a mere check; gives the slot.
    mutating func borrowLocal() -> Int? {
        guard isReachable, let slot = loadedLocal else { return nil }
        instructions[instructions.count - 1] = Instruction(.checkLocal, slot)
        change(by: -1)
        return slot
    }

    /// Makes one instruction of the two that load a local variable and a constant, for the comparison that comes next.
    mutating func fuseOperands(flag: Int) {
        guard isReachable, instructions.count >= 2, lastPlace < instructions.count - 1 else { return }
        let local = instructions[instructions.count - 2], constant = instructions[instructions.count - 1]
        guard local.opcode == .loadLocal, constant.opcode == .loadConstant, local.index <= Int(UInt16.max) else { return }
        instructions.removeLast(2)
        ranges.removeLast()
        instructions.append(Instruction(.loadCompared, constant.index, flag: flag, small: local.index))
    }

    /// Appends a jump.
    mutating func jump(_ opcode: Opcode, _ label: Label, flag: Int = 0) {
        guard isReachable else { return }
        let before = depth
        instructions.append(Instruction(opcode, labels[label.index].position ?? -1, flag: flag))
        ranges.append(range)
        labels[label.index].jumps.append(instructions.count - 1)
        let (taken, fallen) = StackEffect.ofJump(opcode)
        if labels[label.index].depth == nil { labels[label.index].depth = before + taken }
        maximumDepth = max(maximumDepth, before + taken)
        change(by: fallen)
        if opcode == .jump || opcode == .jumpBack { isReachable = false }
    }

    private mutating func change(by effect: Int) {
        depth += effect
        maximumDepth = max(maximumDepth, depth)
    }

    // MARK: Labels

    /// A new label without a place.
    mutating func label() -> Label {
        labels.append(LabelState())
        return Label(index: labels.count - 1)
    }

    /// Puts a label here.
    mutating func place(_ label: Label) {
        labels[label.index].position = instructions.count
        lastPlace = instructions.count
        if isReachable {
            if labels[label.index].depth == nil { labels[label.index].depth = depth }
        } else if let known = labels[label.index].depth {
            depth = known
            isReachable = true
        }
    }

    // MARK: Handlers

    /// An open range of instructions with a handler; `depth` operands stay when an exception is raised in it.
    struct Protection {
        fileprivate var region: Region
    }

    /// Starts a range whose exceptions go to `target`.
    mutating func protect(_ target: Label, depth: Int, level: Int) -> Protection {
        labels[target.index].depth = depth + 1
        lastPlace = instructions.count
        return Protection(region: Region(target: target.index, depth: depth, level: level, start: instructions.count))
    }

    /// Ends a range here.
    mutating func end(_ protection: Protection) {
        lastPlace = instructions.count
        if instructions.count > protection.region.start { handlers.append((protection.region, instructions.count)) }
    }

    /// Goes on with a range that was ended.
    mutating func resume(_ protection: inout Protection) {
        lastPlace = instructions.count
        protection.region.start = instructions.count
    }

    /// Puts the label of a handler here: one operand, the exception, lies above those that stayed.
    ///
    /// Gives false where nothing is protected by it, so that the handler need not exist.
    mutating func placeHandler(_ label: Label) -> Bool {
        labels[label.index].position = instructions.count
        lastPlace = instructions.count
        guard handlers.contains(where: { $0.region.target == label.index }) else { return false }
        depth = labels[label.index].depth ?? 1
        maximumDepth = max(maximumDepth, depth)
        isReachable = true
        return true
    }

    // MARK: Tables

    /// The index of a constant.
    mutating func constant(_ value: Value) -> Int {
        let key: ConstantKey? =
            switch value {
            case .none: ConstantKey.none
            case .bool(let flag): .bool(flag)
            case .int(let small): .int(small)
            case .float(let number): .float(number.bitPattern)
            case .str(let text): .text(text.utf8)
            case .list, .tuple, .dict, .object: nil
            }
        if let key, let known = constantIndices[key] { return known }
        constants.append(value)
        if let key { constantIndices[key] = constants.count - 1 }
        return constants.count - 1
    }

    /// The index of a name.
    mutating func name(_ name: String) -> Int {
        if let known = nameIndices[name] { return known }
        names.append(machine.intern(name))
        nameIndices[name] = names.count - 1
        return names.count - 1
    }

    // MARK: The end

    /// Resolves the jumps and hands everything over.
    func finish(into parts: inout PyCode.Parts) {
        var linked = instructions
        for label in labels {
            guard let position = label.position else { continue }
            for jump in label.jumps {
                let old = linked[jump]
                linked[jump] = Instruction(old.opcode, position, flag: Int(old.flag), small: Int(old.small))
            }
        }
        parts.instructions = linked
        parts.ranges = ranges
        parts.constants = constants
        parts.names = names
        parts.stackSize = maximumDepth
        parts.cacheCount = cacheCount
        parts.handlers = handlers.sorted { $0.region.level > $1.region.level }.map { region, end in
            PyCode.Handler(
                start: Int32(region.start), end: Int32(end), target: Int32(labels[region.target].position ?? 0), depth: Int32(region.depth))
        }
    }
}
