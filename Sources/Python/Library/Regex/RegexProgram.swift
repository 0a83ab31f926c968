/// One instruction of a compiled pattern; targets are indices into the program.
enum RegexInstruction: Sendable {
    case literal(UInt32)
    case set(RegexSet)
    case any
    case anyButLineFeed
    case assertion(RegexAssertion)
    /// Goes on behind it; the other way is tried if that fails.
    case split(other: Int)
    /// Goes to the target; behind it is tried if that fails.
    case splitFar(target: Int)
    case jump(Int)
    case save(register: Int)
    case backreference(Int, RegexCase)
    /// Repeats a test of one code point.
    case repeatOne(RegexUnit, min: Int, max: Int, RegexGreed)
    /// Starts the counter and the last position of a loop, in two registers.
    case loopStart(register: Int)
    /// Decides about another turn; the body begins at `body`, what follows the loop stands behind this instruction.
    case loop(register: Int, min: Int, max: Int, body: Int, isLazy: Bool)
    /// Notes the height of the stack and the position in two registers.
    case mark(register: Int)
    /// Forgets the alternatives since the mark; a look-around goes back to the position too.
    case commit(register: Int, restoresPosition: Bool)
    /// The body of a negative look-around matched: back to before the mark, and fail.
    case reject(register: Int)
    case back(Int)
    case conditional(group: Int, no: Int)
    case accept
}

/// A test of one code point that a simple repetition repeats.
enum RegexUnit: Sendable {
    case literal(UInt32)
    case set(RegexSet)
    case any
    case anyButLineFeed

    /// Whether the test takes a code point.
    @inline(__always)
    func matches(_ c: UInt32) -> Bool {
        switch self {
        case .literal(let l): c == l
        case .set(let set): set.contains(c)
        case .any: true
        case .anyButLineFeed: c != 0x0A
        }
    }
}

/// A compiled pattern.
struct RegexProgram: Sendable {
    /// What is carried out.
    var instructions: [RegexInstruction] = []
    /// The registers: two for each group (start and end, -1 for unset), the group that closed last, then those of loops and marks.
    var registerCount = 0
    /// The register of the group that closed last.
    var lastGroupRegister = 0
    /// What the first code point must be, where that is known.
    var first: RegexUnit?
}

/// Turns the tree of a pattern into a program.
struct RegexCompiler {
    private var program = RegexProgram()
    private var widths: [Int: ClosedRange<Int>]

    /// Compiles `node`, the tree of a pattern with that many groups.
    static func compile(_ node: RegexNode, groupCount: Int, widths: [Int: ClosedRange<Int>]) -> RegexProgram {
        var compiler = RegexCompiler(widths: widths)
        compiler.program.lastGroupRegister = (groupCount + 1) * 2
        compiler.program.registerCount = compiler.program.lastGroupRegister + 1
        compiler.emit(node)
        compiler.program.instructions.append(.accept)
        compiler.program.first = compiler.firstUnit()
        return compiler.program
    }

    private init(widths: [Int: ClosedRange<Int>]) { self.widths = widths }

    private var here: Int { program.instructions.count }

    private mutating func append(_ instruction: RegexInstruction) { program.instructions.append(instruction) }

    private mutating func register(_ count: Int) -> Int {
        defer { program.registerCount += count }
        return program.registerCount
    }

    private func firstUnit() -> RegexUnit? {
        var index = 0
        while index < here {
            switch program.instructions[index] {
            case .save: index += 1
            case .literal(let c): return .literal(c)
            case .set(let set): return .set(set)
            case .repeatOne(let unit, let least, _, _): return least > 0 ? unit : nil
            default: return nil
            }
        }
        return nil
    }

    private func unit(_ node: RegexNode) -> RegexUnit? {
        switch node {
        case .literal(let c, let mode):
            let variants = RegexCharacters.variants(c, mode)
            return variants.count == 1 ? .literal(c) : .set(RegexSet(ranges: variants.map { $0...$0 }))
        case .set(let set): return .set(set)
        case .any(let dotAll): return dotAll ? .any : .anyButLineFeed
        case .sequence(let nodes): return nodes.count == 1 ? unit(nodes[0]) : nil
        default: return nil
        }
    }

    private mutating func emit(_ node: RegexNode) {
        switch node {
        case .empty: break
        case .literal, .any, .set: emitUnit(node)
        case .assertion(let assertion): append(.assertion(assertion))
        case .sequence(let nodes): for part in nodes { emit(part) }
        case .alternation(let branches): emitBranches(branches)
        case .capture(let group, let body):
            append(.save(register: group * 2))
            emit(body)
            append(.save(register: group * 2 + 1))
        case .repetition(let body, let least, let most, let greed): emitRepetition(body, least, most, greed)
        case .backreference(let group, let mode): append(.backreference(group, mode))
        case .look(let body, let behind, let negative): emitLook(body, behind, negative)
        case .atomic(let body): emitAtomic { $0.emit(body) }
        case .conditional(let group, let yes, let no): emitConditional(group, yes, no)
        }
    }

    private mutating func emitUnit(_ node: RegexNode) {
        switch unit(node) {
        case .literal(let c): append(.literal(c))
        case .set(let set): append(.set(set))
        case .any: append(.any)
        case .anyButLineFeed: append(.anyButLineFeed)
        case nil: break
        }
    }

    private mutating func emitBranches(_ branches: [RegexNode]) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                emit(branch)
                break
            }
            let split = here
            append(.split(other: 0))
            emit(branch)
            jumps.append(here)
            append(.jump(0))
            program.instructions[split] = .split(other: here)
        }
        for jump in jumps { program.instructions[jump] = .jump(here) }
    }

    private mutating func emitRepetition(_ body: RegexNode, _ least: Int, _ most: Int, _ greed: RegexGreed) {
        if let unit = unit(body) { return append(.repeatOne(unit, min: least, max: most, greed)) }
        if greed == .possessive { return emitAtomic { $0.emitRepetition(body, least, most, .greedy) } }
        if least == 0, most == 1 { return emitOptional(body, greed) }
        let counter = register(2)
        append(.loopStart(register: counter))
        let entry = here
        append(.jump(0))
        let start = here
        emit(body)
        program.instructions[entry] = .jump(here)
        append(.loop(register: counter, min: least, max: most, body: start, isLazy: greed == .lazy))
    }

    private mutating func emitOptional(_ body: RegexNode, _ greed: RegexGreed) {
        let split = here
        append(.jump(0))
        emit(body)
        program.instructions[split] = greed == .lazy ? .splitFar(target: here) : .split(other: here)
    }

    private mutating func emitAtomic(_ body: (inout RegexCompiler) -> Void) {
        let mark = register(2)
        append(.mark(register: mark))
        body(&self)
        append(.commit(register: mark, restoresPosition: false))
    }

    private mutating func emitLook(_ body: RegexNode, _ behind: Bool, _ negative: Bool) {
        let mark = register(2)
        append(.mark(register: mark))
        let split = here
        if negative { append(.jump(0)) }
        if behind { append(.back(body.width(widths).lowerBound)) }
        emit(body)
        append(negative ? .reject(register: mark) : .commit(register: mark, restoresPosition: true))
        if negative { program.instructions[split] = .split(other: here) }
    }

    private mutating func emitConditional(_ group: Int, _ yes: RegexNode, _ no: RegexNode) {
        let test = here
        append(.jump(0))
        emit(yes)
        let jump = here
        append(.jump(0))
        program.instructions[test] = .conditional(group: group, no: here)
        emit(no)
        program.instructions[jump] = .jump(here)
    }
}
