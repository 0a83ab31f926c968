/// Calls from the run loop: functions of the program open frames, everything else is called natively.
extension Machine {
    /// Calls what lies below the top `count` operands with these; true if a frame was opened, else the result is on top.
    func openCall(_ count: Int, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        guard case .object(let object)? = sp[below: count + 1] else { throw notCallable(sp[below: count + 1] ?? .none) }
        if let function = object.exactly(PyFunction.self) {
            if count == function.code.simpleCount {
                try open(function, count, frame, sp)
                return true
            }
            return try openBound(function, Arguments(sp.pop(count)), frame, &sp)
        }
        if let native = object.exactly(PyNativeFunction.self) {
            let result = try native.call(self, count, &sp)
            sp.drop()
            sp.push(result)
            return false
        }
        if let method = object.exactly(PyBoundMethod.self) {
            sp.insert(method.receiver, below: count)
            sp[below: count + 2] = method.function
            return try openCall(count + 1, frame, &sp)
        }
        if let type = object.exactly(PyType.self) {
            if let initializer = plainInitializer(of: type) { return try openInitializer(initializer, type, count, frame, &sp) }
            if let made = try type.make(self, count, &sp) {
                sp.drop()
                sp.push(made)
                return false
            }
        }
        return try callNatively(object, Arguments(sp.pop(count)), frame, &sp)
    }

    /// Opens the frame of a plain function whose arguments lie on top of the stack.
    private func open(_ function: PyFunction, _ count: Int, _ frame: Frame, _ sp: StackCursor) throws {
        let left = frames.instructionsLeft &- 8
        frames.instructionsLeft = left
        if left < 0 { throw outOfInstructions() }
        let code = function.code
        let top = stack.index(of: sp)
        let opened = try pushFrame(code, globals: function.globals, at: top - count)
        frame.top = top - count
        opened.start(function)
        opened.completion = .push
        var cursor = sp
        for _ in count..<code.localCount { cursor.pushSlot(nil) }
        if code.slotCount > code.localCount { pushCells(of: function, &cursor) }
        opened.top = stack.index(of: cursor)
    }

    /// The cells of a new frame: those it makes, with the parameters they take over, then the captured ones.
    private func pushCells(of function: PyFunction, _ cursor: inout StackCursor) {
        let code = function.code
        for (index, parameter) in code.cellParameters.enumerated() {
            var value: Value?
            if parameter >= 0 {
                let distance = code.localCount + index - parameter
                value = cursor[below: distance]
                cursor[below: distance] = nil
            }
            cursor.push(.object(PyCell(value)))
        }
        for cell in function.closure { cursor.push(.object(cell)) }
    }

    /// Opens the frame of a function, or makes its generator, after its arguments were matched; the callee is on top.
    private func openBound(_ function: PyFunction, _ arguments: Arguments, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        try charge(instructions: 8 + arguments.positional.count)
        let slots = try bind(arguments, to: function)
        guard function.code.kind == .function else {
            try charge(bytes: 256 + slots.count * 16)
            sp.drop()
            sp.push(.object(suspended(function, slots)))
            return false
        }
        let top = stack.index(of: sp)
        let opened = try pushFrame(function.code, globals: function.globals, at: top)
        frame.top = top
        opened.start(function)
        opened.completion = .push
        var cursor = sp
        for slot in slots { cursor.pushSlot(slot) }
        opened.top = stack.index(of: cursor)
        return true
    }

    /// Calls anything else; the callee is on top.
    private func callNatively(_ object: PyObject, _ arguments: Arguments, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        if let function = object.exactly(PyFunction.self) { return try openBound(function, arguments, frame, &sp) }
        if let method = object.exactly(PyBoundMethod.self), case .object(let inner) = method.function,
            let function = inner.exactly(PyFunction.self)
        {
            var all = arguments
            all.positional.insert(method.receiver, at: 0)
            return try openBound(function, all, frame, &sp)
        }
        let result = try nested { try object.call(self, arguments) }
        sp.drop()
        sp.push(result)
        return false
    }

    /// `__init__` of a class whose instances are made without anything special, as a function of the program.
    private func plainInitializer(of type: PyType) -> PyFunction? {
        guard type.isProgramDefined, type.metaclass == nil, isDefault(constructor: type.lookup(names.new)),
            case .object(let object)? = type.lookup(names.initialize), let function = object as? PyFunction,
            function.code.kind == .function
        else { return nil }
        return function
    }

    /// Makes an instance and opens the frame of `__init__`.
    private func openInitializer(
        _ function: PyFunction, _ type: PyType, _ count: Int, _ frame: Frame, _ sp: inout StackCursor
    ) throws -> Bool {
        try charge(bytes: 128)
        let arguments = sp.pop(count)
        let instance = try instantiate(type, Arguments(arguments))
        sp.drop()
        sp.push(instance)
        return try openInitializer(function, instance, Arguments([instance] + arguments), frame, sp)
    }

    private func openInitializer(
        _ function: PyFunction, _ instance: Value, _ arguments: Arguments, _ frame: Frame, _ sp: StackCursor
    ) throws -> Bool {
        try charge(instructions: 16)
        let slots = try bind(arguments, to: function)
        let top = stack.index(of: sp)
        let opened = try pushFrame(function.code, globals: function.globals, at: top)
        frame.top = top
        opened.start(function)
        opened.completion = .initializer
        var cursor = sp
        for slot in slots { cursor.pushSlot(slot) }
        opened.top = stack.index(of: cursor)
        return true
    }

    /// A call whose last arguments are keywords.
    func openCall(_ count: Int, keywords: [Value], _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        let values = sp.pop(keywords.count)
        var arguments = Arguments(sp.pop(count - keywords.count))
        arguments.keywords.reserveCapacity(values.count)
        for (name, value) in zip(keywords, values) { arguments.keywords.append((name.asStr?.string ?? "", value)) }
        guard case .object(let object)? = sp[below: 1] else { throw notCallable(sp[below: 1] ?? .none) }
        return try callNatively(object, arguments, frame, &sp)
    }

    /// A call with unpacked arguments: the tuple, and perhaps the dict of keywords, are on top.
    func openUnpackedCall(hasKeywords: Bool, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        var arguments = Arguments()
        if hasKeywords, case .dict(let dict) = sp.pop() {
            arguments.keywords = dict.items.map { ($0.key.asString ?? "", $0.value) }
        }
        if case .tuple(let tuple) = sp.pop() { arguments.positional = tuple.elements }
        guard case .object(let object)? = sp[below: 1] else { throw notCallable(sp[below: 1] ?? .none) }
        return try callNatively(object, arguments, frame, &sp)
    }

    /// Makes a function of the code on top and of what lies below as `flag` says.
    func makeFunction(_ frame: Frame, _ flag: UInt8, _ sp: inout StackCursor) {
        guard case .object(let object) = sp.pop(), let code = object as? PyCode else { return }
        var closure: [PyCell] = []
        if flag & 8 != 0, case .tuple(let cells) = sp.pop() { closure = cells.elements.compactMap { $0.asObject as? PyCell } }
        let annotations = flag & 4 == 0 ? nil : sp.pop().asDict
        let keywordDefaults = flag & 2 == 0 ? nil : sp.pop().asDict
        let defaults = flag & 1 == 0 ? [] : sp.pop().asTuple?.elements ?? []
        let function = PyFunction(
            code: code, globals: frame.globals, defaults: defaults, keywordDefaults: keywordDefaults, closure: closure)
        function.annotations = annotations
        sp.push(.object(function))
    }

    // MARK: Returning

    /// Closes a frame, whose slots are gone, and hands its result to the frame below; gives the result where the loop is to end.
    func close(_ frame: Frame, returning value: Value, until entry: Int) throws -> RunResult? {
        frame.generator?.state = .finished
        frame.clear()
        frame.top = frame.base
        depth -= 1
        if frame.completion == .entry { return .returned(value) }
        let caller = frames[depth - 1]
        var sp = stack.cursor(at: caller.top)
        switch frame.completion {
        case .push:
            sp.drop()
            sp.push(value)
        case .initializer:
            if !value.isNone { throw error("TypeError", "__init__() should return None, not '\(typeName(value))'") }
        case .iterate:
            sp.drop()
            caller.pc = caller.code.instructions[caller.pc - 1].index
        case .send:
            sp.drop()
            sp.push(value)
            caller.pc = caller.code.instructions[caller.pc - 1].index
        case .asyncStep: throw error(types.exception("StopAsyncIteration"), [])
        case .entry: break
        }
        caller.top = stack.index(of: sp)
        return nil
    }
}
