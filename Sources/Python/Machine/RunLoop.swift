/// How a run of the loop ended.
enum RunResult {
    /// The frame it was started for returned.
    case returned(Value)
    /// The generator it was started for yielded.
    case yielded(Value)
}

extension Machine {
    /// Runs the innermost frame until the frame at depth `entry` returns or yields; first raises `raised` in it, if given.
    func run(until entry: Int, raising raised: PyError? = nil) throws -> RunResult {
        if let raised { try unwind(raised, to: entry) }
        while true {
            do {
                return try loop(until: entry)
            } catch {
                try unwind(error, to: entry)
            }
        }
    }

    /// Executes instructions; an error leaves the frame with its place and operands as they are, for `unwind`.
    private func loop(until entry: Int) throws -> RunResult {
        activation: while true {
            let frame = frames[depth - 1]
            let instructions = frame.instructions
            let constants = frame.constants
            let names = frame.names
            let base = stack.cursor(at: frame.base)
            var sp = stack.cursor(at: frame.top)
            var pc = frame.pc
            do {
                while true {
                    let instruction = instructions[pc]
                    pc &+= 1
                    switch instruction.opcode {
                    // MARK: Stack
                    case .pop: sp.drop()
                    case .duplicate: sp.pushSlot(sp[below: 1])
                    case .duplicateTwo:
                        sp.pushSlot(sp[below: 2])
                        sp.pushSlot(sp[below: 2])
                    case .copy: sp.pushSlot(sp[below: instruction.index])
                    case .swap:
                        let top = sp[below: 1]
                        sp[below: 1] = sp[below: instruction.index]
                        sp[below: instruction.index] = top
                    case .rotateThree:
                        let top = sp.popSlot()
                        sp.insert(top, below: 2)

                    // MARK: Variables
                    case .loadConstant: sp.push(constants[instruction.index])
                    case .loadLocal:
                        guard let value = base[instruction.index] else { throw unbound(frame, instruction.index) }
                        sp.push(value)
                    case .storeLocal: base[instruction.index] = sp.popSlot()
                    case .loadCell: sp.push(try loadCell(base[instruction.index], frame, instruction.index))
                    case .storeCell: cell(base[instruction.index])?.value = sp.pop()
                    case .loadGlobal:
                        frame.pc = pc
                        sp.push(try loadGlobal(frame, instruction))
                    case .storeGlobal: storeGlobal(frame, instruction, sp.pop())
                    case .loadName:
                        frame.pc = pc
                        sp.push(try loadName(frame, instruction))
                    case .storeName:
                        let table = frame.namespace ?? frame.globals
                        if table.isEnumerationBody {
                            frame.pc = pc
                            try refuseRepeat(of: names[instruction.index], sp[below: 1] ?? .none, inBody: table)
                        }
                        table.setValue(sp.pop(), forName: names[instruction.index])
                    // MARK: Operators
                    case .add:
                        if Self.addInPlace(&sp) { continue }
                        frame.pc = pc
                        try operate(.add, &sp)
                    case .subtract:
                        if Self.subtractInPlace(&sp) { continue }
                        frame.pc = pc
                        try operate(.subtract, &sp)
                    case .multiply:
                        if Self.multiplyInPlace(&sp) { continue }
                        frame.pc = pc
                        try operate(.multiply, &sp)
                    case .binary:
                        frame.pc = pc
                        try operateFast(instruction.flag, &sp)
                    case .inPlace:
                        frame.pc = pc
                        try operateInPlace(instruction.flag, &sp)
                    case .not:
                        frame.pc = pc
                        sp.push(.bool(try !isTrue(sp.pop())))
                    case .compare:
                        frame.pc = pc
                        let right = sp.pop()
                        let left = sp.pop()
                        sp.push(try compareFast(left, right, instruction.flag))
                    case .isIdentical:
                        let right = sp.pop()
                        sp.push(.bool(sp.pop().isIdentical(to: right)))
                    case .isNotIdentical:
                        let right = sp.pop()
                        sp.push(.bool(!sp.pop().isIdentical(to: right)))
                    case .contains:
                        frame.pc = pc
                        let container = sp.pop()
                        sp.push(.bool(try containsFast(container, sp.pop())))
                    case .doesNotContain:
                        frame.pc = pc
                        let container = sp.pop()
                        sp.push(.bool(try !containsFast(container, sp.pop())))

                    // MARK: Jumps
                    case .jump: pc = instruction.index
                    case .jumpBack:
                        let left = frames.instructionsLeft &- (pc &- instruction.index)
                        frames.instructionsLeft = left
                        if left < 0 { try endSlice() }
                        pc = instruction.index
                    case .jumpIfFalse:
                        if case .bool(let flag)? = sp[below: 1] {
                            sp.dropInPlace()
                            if !flag { pc = instruction.index }
                            continue
                        }
                        frame.pc = pc
                        if try !isTrue(sp.pop()) { pc = instruction.index }
                    case .jumpIfTrue:
                        if case .bool(let flag)? = sp[below: 1] {
                            sp.dropInPlace()
                            if flag { pc = instruction.index }
                            continue
                        }
                        frame.pc = pc
                        if try isTrue(sp.pop()) { pc = instruction.index }
                    case .jumpIfFalseOrPop:
                        frame.pc = pc
                        if try isTrue(sp[below: 1] ?? .none) { sp.drop() } else { pc = instruction.index }
                    case .jumpIfTrueOrPop:
                        frame.pc = pc
                        if try isTrue(sp[below: 1] ?? .none) { pc = instruction.index } else { sp.drop() }
                    case .jumpIfNone: if sp.pop().isNone { pc = instruction.index }
                    case .loadCompared:
                        let slot = Int(instruction.small)
                        if let holds = Self.holds(instruction.flag, base, slot, constants[instruction.index]) {
                            pc = holds ? pc &+ 1 : instructions[pc].index
                            continue
                        }
                        guard let value = base[slot] else { throw unbound(frame, slot) }
                        sp.push(value)
                        sp.push(constants[instruction.index])
                    case .compareJumpIfFalse:
                        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2] {
                            sp.dropInPlace()
                            sp.dropInPlace()
                            if !Self.holds(instruction.flag, x, y) { pc = instruction.index }
                            continue
                        }
                        frame.pc = pc
                        let right = sp.pop()
                        let left = sp.pop()
                        if try !isTrue(try compareFast(left, right, instruction.flag)) { pc = instruction.index }

                    // MARK: Attributes and items
                    case .loadAttribute:
                        frame.pc = pc
                        if try loadAttribute(&sp, frame, instruction) { continue activation }
                    case .loadLocalAttribute:
                        frame.pc = pc
                        if try loadLocalAttribute(&sp, base, frame, instruction) { continue activation }
                    case .storeAttribute:
                        frame.pc = pc
                        try storeAttribute(&sp, frame, instruction)
                    case .loadSuperMethod:
                        frame.pc = pc
                        try loadSuperMethod(&sp, base, frame, instruction)
                    case .loadMethod:
                        frame.pc = pc
                        try loadMethod(&sp, frame, instruction)
                    case .item:
                        frame.pc = pc
                        let key = sp.pop()
                        sp.push(try itemFast(sp.pop(), key))
                    case .checkLocal:
                        if base.isNil(below: -instruction.index) { throw unbound(frame, instruction.index) }
                    case .itemOfLocal:
                        if Self.elementInPlace(base, -instruction.index, &sp) { continue }
                        frame.pc = pc
                        try loadItem(ofLocal: base, instruction.index, &sp)
                    case .storeItemOfLocal:
                        if Self.storeInPlace(base, -instruction.index, &sp) { continue }
                        frame.pc = pc
                        let key = sp.pop()
                        try storeItemFast(base[instruction.index] ?? .none, key, sp.pop())
                    case .storeItem:
                        if Self.storeInPlace(&sp) { continue }
                        frame.pc = pc
                        let key = sp.pop()
                        let container = sp.pop()
                        try storeItemFast(container, key, sp.pop())
                    // MARK: Displays
                    case .buildTuple: sp.push(.tuple(PyTuple(sp.pop(instruction.index))))
                    case .buildList:
                        try charge(bytes: 64 + instruction.index * 16)
                        sp.push(.list(PyList(sp.pop(instruction.index))))
                    case .buildSet:
                        frame.pc = pc
                        sp.push(try buildSet(sp.pop(instruction.index)))
                    case .buildDict:
                        frame.pc = pc
                        try buildDict(instruction.index, &sp)
                    case .buildRecord:
                        frame.pc = pc
                        try buildRecord(constants[instruction.index], Int(instruction.small), &sp)
                    case .buildString: try buildString(instruction.index, &sp)
                    case .listAppend:
                        let element = sp.pop()
                        try append(element, to: sp.list(below: instruction.index))
                    case .dictAdd:
                        frame.pc = pc
                        let value = sp.pop()
                        let key = sp.pop()
                        try add(key, value, to: sp.dict(below: instruction.index))
                    case .formatValue:
                        if instruction.flag == 8, case .int? = sp[below: 1] { continue }
                        frame.pc = pc
                        let specification = instruction.flag & 1 == 0 ? nil : sp.pop().asStr
                        sp.push(.str(try formatted(sp.pop(), conversion: instruction.flag >> 1 & 3, specification)))
                    case .unpack:
                        frame.pc = pc
                        try unpack(instruction.index, &sp)
                    // MARK: Calls
                    case .call:
                        frame.pc = pc
                        if try openCall(instruction.index, frame, &sp) { continue activation }
                    case .callMethod:
                        frame.pc = pc
                        let count = instruction.index
                        if sp.isNil(below: count + 1) {
                            _ = sp.remove(below: count)
                            if try openCall(count, frame, &sp) { continue activation }
                        } else if let number = sp.int(below: count + 2) {
                            try callDirectly(number, count + 1, &sp)
                        } else if try openCall(count + 1, frame, &sp) {
                            continue activation
                        }
                    case .callKeywords:
                        frame.pc = pc
                        let names = constants[instruction.index].asTuple?.elements ?? []
                        if try openCall(Int(instruction.small), keywords: names, frame, &sp) { continue activation }
                    case .callMethodKeywords:
                        frame.pc = pc
                        let names = constants[instruction.index].asTuple?.elements ?? []
                        if try openMethodCall(Int(instruction.small), keywords: names, frame, &sp) { continue activation }
                    case .callUnpacked:
                        frame.pc = pc
                        if try openUnpackedCall(hasKeywords: instruction.flag == 1, frame, &sp) { continue activation }
                    case .returnValue:
                        let value = sp.pop()
                        sp.drop(sp - base)
                        if let result = try close(frame, returning: value, until: entry) { return result }
                        continue activation
                    // MARK: Iteration
                    case .getIterator:
                        frame.pc = pc
                        sp.push(try loopIterator(sp.pop()))
                    case .forIterator:
                        frame.pc = pc
                        guard let iterator = sp.object(below: 1) else { throw notAnIterator(sp[below: 1] ?? .none) }
                        if let next = iterator._withUnsafeGuaranteedRef({ $0.exactly(IntegerCursor.self)?.advance() }) {
                            sp.push(.int(next))
                            continue
                        }
                        let next = instructions[pc]
                        switch try advance(iterator, asPair: next.opcode == .unpack && next.index == 2, frame, &sp) {
                        case .yielded: break
                        case .unpacked: pc &+= 1
                        case .finished: pc = instruction.index
                        case .opened: continue activation
                        }
                    // MARK: Suspension
                    case .yieldValue, .yieldDelegated:
                        frame.pc = pc
                        let value = sp.pop()
                        if let result = suspend(frame, &sp, yielding: value, instruction.opcode) { return result }
                        continue activation
                    case .send:
                        frame.pc = pc
                        switch try send(frame, &sp, target: instruction.index) {
                        case .yielded, .unpacked: break
                        case .finished: pc = instruction.index
                        case .opened: continue activation
                        }

                    // MARK: Exceptions
                    case .pushHandled:
                        let exception = sp.pop()
                        sp.push(frame.handled.map { .object($0) } ?? .none)
                        sp.push(exception)
                        frame.handled = exception.asException
                    case .popHandled: frame.handled = sp.pop().asException
                    case .matchException:
                        frame.pc = pc
                        let type = sp.pop()
                        sp.push(.bool(try matches(sp[below: 1] ?? .none, type)))

                    // MARK: The rest
                    case .deleteLocal, .deleteCell, .loadClassCell, .loadClosure, .deleteGlobal, .deleteName, .negate,
                        .positive, .invert, .deleteAttribute, .deleteItem, .buildSlice, .setAdd, .listExtend, .setUpdate,
                        .dictUpdate, .dictMerge, .listToTuple, .unpackStarred, .makeFunction, .buildClass,
                        .getAsyncIterator, .getAsyncNext, .endAsyncFor, .getYieldFromIterator, .getAwaitable,
                        .matchExceptionGroup, .mergeExceptionGroup, .raise, .reraise, .assertionError, .beforeWith, .beforeAsyncWith,
                        .exitWithException, .importName,
                        .importFrom, .importStar, .setUpAnnotations, .matchSequence, .matchMapping, .matchKeys, .matchClass,
                        .getLength, .restOfMapping:
                        frame.pc = pc
                        try executeRare(instruction, frame, base, &sp)
                    }
                }
            } catch {
                frame.pc = pc
                frame.top = stack.index(of: sp)
                throw error
            }
        }
    }
}
