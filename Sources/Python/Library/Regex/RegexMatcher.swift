/// Runs a compiled pattern over a text by backtracking, on a stack of its own.
struct RegexMatcher {
    /// Pays for steps; throws what ends the request.
    typealias Charge = (_ steps: Int, _ bytes: Int) throws -> Void

    private enum Saved {
        /// Try that instruction at that position.
        case branch(pc: Int, position: Int)
        /// Put a register back.
        case register(Int, old: Int)
        /// A lazy loop may take another turn.
        case turn(register: Int, body: Int, position: Int)
        /// A greedy repetition may give back down to `least`.
        case shrink(pc: Int, position: Int, least: Int)
        /// A lazy repetition may take more, up to `most`.
        case grow(pc: Int, position: Int, most: Int)
    }

    private let program: RegexProgram
    private let text: [UInt32]
    private let end: Int
    private let charge: Charge
    private var stack: [Saved] = []
    private var steps = 0
    private var paidHeight = 4096
    /// The registers after a match; the first two are the span.
    private(set) var registers: [Int]

    /// A matcher of one subject.
    init(_ program: RegexProgram, text: [UInt32], end: Int, charge: @escaping Charge) {
        self.program = program
        self.text = text
        self.end = end
        self.charge = charge
        registers = []
    }

    /// Where a match may end.
    struct Goal {
        /// Only at the end of the text, as `fullmatch` wants.
        var isFull = false
        /// Not at the place where it started.
        var mustAdvance = false
    }

    /// Looks for the first match that starts at `start` or later.
    mutating func search(from start: Int, mustAdvance: Bool) throws -> Bool {
        var position = start
        while position <= end {
            if let first = program.first {
                let begin = position
                while position < end, !first.matches(text[position]) { position += 1 }
                try pay(position - begin)
                if position >= end { return false }
            }
            if try match(at: position, Goal(mustAdvance: mustAdvance && position == start)) { return true }
            position += 1
        }
        return false
    }

    /// Matches at `start` only.
    mutating func match(at start: Int, _ goal: Goal) throws -> Bool {
        registers = [Int](repeating: -1, count: program.registerCount)
        registers[0] = start
        stack.removeAll(keepingCapacity: true)
        var pc = 0
        var position = start
        while true {
            try pay(1)
            if case .accept = program.instructions[pc] {
                if (!goal.isFull || position == end) && !(goal.mustAdvance && position == start) {
                    registers[1] = position
                    return true
                }
            } else if try step(&pc, &position) {
                continue
            }
            guard backtrack(&pc, &position) else { return false }
        }
    }

    private mutating func pay(_ count: Int) throws {
        steps += count
        if steps >= 512 {
            try charge(steps, 0)
            steps = 0
        }
        if stack.count > paidHeight {
            try charge(0, stack.count * MemoryLayout<Saved>.stride)
            paidHeight *= 2
        }
    }

    /// Carries out one instruction; false where it fails.
    private mutating func step(_ pc: inout Int, _ position: inout Int) throws -> Bool {
        switch program.instructions[pc] {
        case .literal(let c):
            guard position < end, text[position] == c else { return false }
            position += 1
        case .set(let set):
            guard position < end, set.contains(text[position]) else { return false }
            position += 1
        case .any:
            guard position < end else { return false }
            position += 1
        case .anyButLineFeed:
            guard position < end, text[position] != 0x0A else { return false }
            position += 1
        case .assertion(let assertion): guard holds(assertion, at: position) else { return false }
        case .split(let other): stack.append(.branch(pc: other, position: position))
        case .splitFar(let target):
            stack.append(.branch(pc: pc + 1, position: position))
            pc = target
            return true
        case .jump(let target):
            pc = target
            return true
        case .save(let register):
            set(register, position)
            if register & 1 == 1 { set(program.lastGroupRegister, register / 2) }
        case .backreference(let group, let mode): guard try takeReference(group, mode, &position) else { return false }
        case .repeatOne(let unit, let least, let most, let greed):
            guard try repeatOne(unit, least, most, greed, pc, &position) else { return false }
        case .loopStart(let register):
            set(register, 0)
            set(register + 1, -1)
        case .loop(let register, let least, let most, let body, let isLazy):
            return loop(register, least, most, body, isLazy, &pc, position)
        case .mark(let register):
            set(register, stack.count + 2)
            set(register + 1, position)
        case .commit(let register, let restores):
            if restores { position = registers[register + 1] }
            dropAlternatives(downTo: registers[register])
        case .reject(let register):
            unwind(downTo: registers[register])
            return false
        case .back(let width):
            guard position >= width else { return false }
            position -= width
        case .conditional(let group, let no):
            if registers[group * 2 + 1] < 0 {
                pc = no
                return true
            }
        case .accept: return true
        }
        pc += 1
        return true
    }

    private mutating func set(_ register: Int, _ value: Int) {
        stack.append(.register(register, old: registers[register]))
        registers[register] = value
    }

    private mutating func backtrack(_ pc: inout Int, _ position: inout Int) -> Bool {
        while let saved = stack.popLast() {
            switch saved {
            case .branch(let target, let at):
                pc = target
                position = at
                return true
            case .register(let register, let old): registers[register] = old
            case .turn(let register, let body, let at):
                set(register, registers[register] + 1)
                set(register + 1, at)
                pc = body
                position = at
                return true
            case .shrink(let target, let at, let least):
                if at - 1 > least { stack.append(.shrink(pc: target, position: at - 1, least: least)) }
                pc = target
                position = at - 1
                return true
            case .grow(let target, let at, let most):
                guard case .repeatOne(let unit, _, _, _) = program.instructions[target - 1], at < end, unit.matches(text[at]) else {
                    continue
                }
                if at + 1 < most { stack.append(.grow(pc: target, position: at + 1, most: most)) }
                pc = target
                position = at + 1
                return true
            }
        }
        return false
    }

    private mutating func repeatOne(
        _ unit: RegexUnit, _ least: Int, _ most: Int, _ greed: RegexGreed, _ pc: Int, _ position: inout Int
    ) throws -> Bool {
        let limit = most >= end - position ? end : position + most
        let wanted = greed == .lazy ? min(limit, position + min(least, end)) : limit
        var taken = position
        while taken < wanted, unit.matches(text[taken]) { taken += 1 }
        try pay(taken - position)
        guard taken - position >= least else { return false }
        let lowest = position + least
        position = taken
        switch greed {
        case .greedy: if taken > lowest { stack.append(.shrink(pc: pc + 1, position: taken, least: lowest)) }
        case .lazy: if taken < limit { stack.append(.grow(pc: pc + 1, position: taken, most: limit)) }
        case .possessive: break
        }
        return true
    }

    private mutating func loop(
        _ register: Int, _ least: Int, _ most: Int, _ body: Int, _ isLazy: Bool, _ pc: inout Int, _ position: Int
    ) -> Bool {
        let count = registers[register]
        if count < least {
            set(register, count + 1)
            pc = body
            return true
        }
        guard count < most, position != registers[register + 1] else {
            pc += 1
            return true
        }
        if isLazy {
            stack.append(.turn(register: register, body: body, position: position))
            pc += 1
            return true
        }
        stack.append(.branch(pc: pc + 1, position: position))
        set(register, count + 1)
        set(register + 1, position)
        pc = body
        return true
    }

    private mutating func dropAlternatives(downTo height: Int) {
        guard stack.count > height else { return }
        let kept = stack[height...].filter { if case .register = $0 { true } else { false } }
        stack.replaceSubrange(height..., with: kept)
    }

    private mutating func unwind(downTo height: Int) {
        while stack.count > height {
            if case .register(let register, let old)? = stack.popLast() { registers[register] = old }
        }
    }
}

// MARK: Tests of positions

extension RegexMatcher {
    private func holds(_ assertion: RegexAssertion, at position: Int) -> Bool {
        switch assertion {
        case .textStart: position == 0
        case .textEnd: position == end
        case .lineStart: position == 0 || text[position - 1] == 0x0A
        case .lineEnd: position == end || text[position] == 0x0A
        case .textEndOrLastLine: position == end || (position == end - 1 && text[position] == 0x0A)
        case .wordBoundary(let ascii): end > 0 && isWord(position - 1, ascii) != isWord(position, ascii)
        case .notWordBoundary(let ascii): end > 0 && isWord(position - 1, ascii) == isWord(position, ascii)
        }
    }

    private func isWord(_ index: Int, _ ascii: Bool) -> Bool {
        index >= 0 && index < end && RegexCharacters.isWord(text[index], ascii: ascii)
    }

    private mutating func takeReference(_ group: Int, _ mode: RegexCase, _ position: inout Int) throws -> Bool {
        let start = registers[group * 2]
        let stop = registers[group * 2 + 1]
        guard start >= 0, stop >= start, position + (stop - start) <= end else { return false }
        try pay(stop - start)
        for offset in 0..<(stop - start) {
            let a = text[start + offset]
            let b = text[position + offset]
            if a != b, mode == .exact || !RegexCharacters.variants(a, mode).contains(b) { return false }
        }
        position += stop - start
        return true
    }
}
