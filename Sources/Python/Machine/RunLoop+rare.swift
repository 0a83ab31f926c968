extension Machine {
    /// Executes an instruction that neither jumps, calls nor ends the frame and is not among the common ones.
    ///
    /// The frame has its place already, so that what is thrown here unwinds from there.
    @inline(never)
    func executeRare(_ instruction: Instruction, _ frame: Frame, _ base: StackCursor, _ sp: inout StackCursor) throws {
        let names = frame.names
        switch instruction.opcode {
        // MARK: Variables
        case .deleteLocal:
            if base[instruction.index] == nil { throw unbound(frame, instruction.index) }
            base[instruction.index] = nil
        case .deleteCell: try deleteCell(base[instruction.index], frame, instruction.index)
        case .loadClassCell: sp.push(try loadClassCell(frame, instruction, base[Int(instruction.small)]))
        case .loadClosure: sp.pushSlot(base[instruction.index])
        case .deleteGlobal: try deleteName(names[instruction.index], in: frame.globals)
        case .deleteName: try deleteName(names[instruction.index], in: frame.namespace ?? frame.globals)

        // MARK: Operators
        case .negate: sp.push(try unary(.minus, sp.pop()))
        case .positive: sp.push(try unary(.plus, sp.pop()))
        case .invert: sp.push(try unary(.invert, sp.pop()))

        // MARK: Attributes and items
        case .deleteAttribute: try deleteAttribute(sp.pop(), names[instruction.index])
        case .deleteItem:
            let key = sp.pop()
            try deleteItem(sp.pop(), key)
        case .buildSlice:
            let step = sp.pop()
            let stop = sp.pop()
            sp.push(.object(PySlice(start: sp.pop(), stop: stop, step: step)))

        // MARK: Displays
        case .setAdd: try add(sp.pop(), to: sp[below: instruction.index])
        case .listExtend:
            let callee = instruction.flag == 1 ? sp[below: 3] : nil
            try extend(sp.pop(), list: sp[below: instruction.index], callee: callee)
        case .setUpdate: try extend(sp.pop(), set: sp[below: instruction.index])
        case .dictUpdate: try update(sp.pop(), dict: sp[below: instruction.index])
        case .dictMerge: try instruction.flag == 1 ? mergeAlone(&sp) : merge(sp.pop(), sp[below: 1], callee: sp[below: 3])
        case .listToTuple where instruction.flag == 1: try collectPositional(&sp)
        case .listToTuple: if case .list(let list) = sp.pop() { sp.push(.tuple(PyTuple(list.elements))) }
        case .unpackStarred: try unpack(before: instruction.index, after: Int(instruction.small), &sp)

        // MARK: Calls
        case .makeFunction: makeFunction(frame, instruction.flag, &sp)
        case .buildClass:
            let keywords = sp.pop()
            let bases = sp.pop()
            let name = sp.pop()
            sp.push(try buildClass(body: sp.pop(), name, bases, keywords))

        // MARK: Iteration
        case .getAsyncIterator: sp.push(try asyncIterator(sp.pop()))
        case .getAsyncNext: sp.push(try asyncNext(sp[below: 1] ?? .none))
        case .endAsyncFor:
            let raised = sp.pop()
            if let exception = raised.asException, !isInstance(raised, types.exception("StopAsyncIteration")) {
                throw Propagation(error: PyError(exception))
            }
            sp.drop()

        // MARK: Suspension
        case .getYieldFromIterator: sp.push(try delegateIterator(sp.pop(), frame.code))
        case .getAwaitable: sp.push(try awaitable(sp.pop(), instruction.index))

        // MARK: Exceptions
        case .matchExceptionGroup:
            let type = sp.pop()
            let (matched, rest) = try split(sp.pop(), type)
            sp.push(rest)
            sp.push(matched)
        case .mergeExceptionGroup:
            let rest = sp.pop()
            let raised = sp.pop()
            sp.push(try mergedGroup(sp.pop(), raised, rest))
        case .raise: throw try raisedError(instruction.index, &sp)
        case .reraise:
            let exception = sp.pop().asException
            frame.handled = sp.pop().asException
            if let exception { throw Propagation(error: PyError(exception)) }
        case .assertionError: sp.push(.object(types.exception("AssertionError")))

        // MARK: with
        case .beforeWith, .beforeAsyncWith:
            let (exit, enter) = try contextMethods(of: sp.pop(), isAsync: instruction.opcode == .beforeAsyncWith)
            sp.push(exit)
            sp.push(enter)
        case .exitWithException: sp.push(try exitContext(sp[below: 3] ?? .none, sp[below: 1] ?? .none))

        // MARK: Modules and annotations
        case .importName: sp.push(try importName(names[instruction.index].string, instruction))
        case .importFrom: sp.push(try importFrom(sp[below: 1] ?? .none, names[instruction.index]))
        case .importStar: importStar(sp.pop(), into: frame.namespace ?? frame.globals)
        case .setUpAnnotations: setUpAnnotations(frame.namespace ?? frame.globals)

        // MARK: match
        case .matchSequence: sp.push(.bool(isSequencePattern(sp.pop())))
        case .matchMapping: sp.push(.bool(isMappingPattern(sp.pop())))
        case .matchKeys:
            let keys = sp.pop()
            sp.push(try matchKeys(sp.pop(), keys))
        case .matchClass:
            let keywords = sp.pop()
            let type = sp.pop()
            sp.push(try matchClass(sp.pop(), type, keywords, positional: instruction.index))
        case .getLength: sp.push(.int(try length(sp.pop())))
        case .restOfMapping:
            let keys = sp.pop()
            sp.push(try restOfMapping(sp.pop(), keys))
        default: preconditionFailure("\(instruction.opcode) belongs to the run loop")
        }
    }
}
