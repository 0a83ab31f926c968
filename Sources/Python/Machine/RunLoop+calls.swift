/// Calls from the run loop: functions of the program open frames, everything else is called natively.
extension Machine {
    /// Calls what lies below the top `count` operands with these; true if a frame was opened, else the result is on top.
    func openCall(_ count: Int, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        guard let callee = sp.object(below: count + 1) else { throw notCallable(sp[below: count + 1] ?? .none) }
        return try callee._withUnsafeGuaranteedRef { try openCall(of: $0, count, frame, &sp) }
    }

    /// The same; the stack owns what is called, below the arguments.
    private func openCall(of object: PyObject, _ count: Int, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        if object.isExactly(PyFunction.self) { return try openCall(of: unsafeDowncast(object, to: PyFunction.self), count, frame, &sp) }
        if frames.hasDropped { try closeDropped() }
        if object.isExactly(PyNativeFunction.self) {
            let result = try unsafeDowncast(object, to: PyNativeFunction.self).call(self, count, &sp)
            sp.drop()
            sp.push(result)
            return false
        }
        if let method = object.exactly(PyBoundMethod.self) {
            // Overwriting its slot may be the end of the method.
            let (function, receiver) = (method.function, method.receiver)
            sp.insert(receiver, below: count)
            sp[below: count + 2] = function
            return try openCall(count + 1, frame, &sp)
        }
        if let type = object.exactly(PyType.self) {
            switch plainConstruction(of: type) {
            case .function(let initializer): return try openInitializer(initializer, type, count, [], frame, &sp)
            case .exception:
                try makeException(type, count, &sp)
                return false
            case .native(let initializer):
                try makeInstance(type, initializer, count, &sp)
                return false
            case nil: break
            }
            if let made = try type.make(self, count, &sp) {
                sp.drop()
                sp.push(made)
                return false
            }
        }
        return try callNatively(object, Arguments(sp.pop(count)), frame, &sp)
    }

    /// Calls the method of that number, which `loadMethod` left below its arguments.
    @inline(never)
    func callDirectly(_ number: Int, _ count: Int, _ sp: inout StackCursor) throws {
        if frames.hasDropped { try closeDropped() }
        try directMethods.call(number, self, count, &sp)
    }

    @inline(__always)
    private func openCall(of function: PyFunction, _ count: Int, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        if try fill(function, count, &sp) {
            try open(function, function.code.simpleCount, frame, sp, .push)
            return true
        }
        if arrange(function, count, [], &sp) {
            try open(function, function.code.parameters.count, frame, sp, .push)
            return true
        }
        return try openBound(function, Arguments(sp.pop(count)), frame, &sp)
    }

    /// Opens the frame of a plain function whose arguments lie on top of the stack.
    @inline(__always)
    func open(
        _ function: PyFunction, _ count: Int, _ frame: Frame, _ sp: StackCursor, _ completion: Frame.Completion
    ) throws {
        let left = frames.instructionsLeft &- 8
        frames.instructionsLeft = left
        if left < 0 { try endSlice() }
        let code = function.code
        let top = stack.index(of: sp)
        let opened = try pushFrame(code, globals: function.globals, at: top - count)
        frame.top = top - count
        opened.start(function)
        opened.completion = completion
        var cursor = sp
        fill(&cursor, behind: count, of: function)
        opened.top = stack.index(of: cursor)
    }

    /// Puts the other variables of a new frame behind its `count` arguments.
    @inline(__always)
    func fill(_ cursor: inout StackCursor, behind count: Int, of function: PyFunction) {
        let code = function.code
        for _ in count..<code.localCount { cursor.pushSlot(nil) }
        if code.slotCount > code.localCount { pushCells(of: function, &cursor) }
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
        let slots = try bind(arguments, to: function)
        guard function.code.kind == .function else {
            try charge(bytes: 256 + slots.count * 16)
            // The stack may be the last owner of the function.
            let made = suspended(function, slots)
            sp.drop()
            sp.push(.object(made))
            return false
        }
        try open(function, slots, frame, sp, .push)
        return true
    }

    /// Calls anything else; the callee is on top.
    func callNatively(_ object: PyObject, _ arguments: Arguments, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
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

    /// How a class makes its instances where that takes nothing special.
    @inline(__always)
    func plainConstruction(of type: PyType) -> PyType.PlainConstruction? {
        let known = type.plainConstruction
        if known.epoch == types.epoch.count { return known.kind }
        return findPlainConstruction(of: type)
    }

    private func findPlainConstruction(of type: PyType) -> PyType.PlainConstruction? {
        var found: PyType.PlainConstruction?
        if type.metaclass == nil, isDefault(constructor: type.lookup(names.new)),
            type.attributes.value(forName: names.abstractmethods) == nil, case .object(let object)? = type.lookup(names.initialize)
        {
            if type.isProgramDefined, let function = object.exactly(PyFunction.self), function.code.kind == .function {
                found = .function(function)
            } else if type.isProgramDefined, object !== defaultInitialize, !type.hasOwnAllocation,
                let function = object.exactly(PyNativeFunction.self), function.isMethod
            {
                found = .native(function)
            } else if object === types.exception("BaseException").attributes.value(forName: names.initialize)?.asObject {
                found = .exception
            }
        }
        type.plainConstruction = (types.epoch.count, found)
        return found
    }

    /// Puts an instance in the place of its class, after its `__init__`, which is not the program's, took the top `count` operands.
    private func makeInstance(_ type: PyType, _ initializer: PyNativeFunction, _ count: Int, _ sp: inout StackCursor) throws {
        try charge(bytes: 128)
        let instance = Value.object(type.makeInstance())
        sp.insert(instance, below: count)
        let result = try initializer.call(self, count + 1, &sp)
        guard result.isNone else { throw error("TypeError", "__init__() should return None, not '\(typeName(result))'") }
        sp.drop()
        sp.push(instance)
    }

    /// Puts an exception with the top `count` operands in the place of its class below them.
    private func makeException(_ type: PyType, _ count: Int, _ sp: inout StackCursor) throws {
        try charge(bytes: 128)
        let exception = type.allocate(type)
        let arguments = sp.pop(count)
        if let exception = exception as? PyException { exception.arguments = arguments }
        sp.drop()
        sp.push(.object(exception))
    }

    /// Makes an instance, puts it in the place of the class and below the arguments, and opens the frame of `__init__`.
    func openInitializer(
        _ function: PyFunction, _ type: PyType, _ count: Int, _ keywords: [Value], _ frame: Frame, _ sp: inout StackCursor
    ) throws -> Bool {
        try charge(bytes: 128)
        let instance = type.makeInstance()
        let positional = count - keywords.count
        if !instance.isExactly(PyInstance.self), let exception = instance as? PyException {
            exception.arguments = (0..<positional).compactMap { sp[below: count - $0] }
        }
        sp[below: count + 1] = .object(instance)
        sp.insert(.object(instance), below: count)
        if keywords.isEmpty, try fill(function, count + 1, &sp) {
            try open(function, function.code.simpleCount, frame, sp, .initializer)
        } else if arrange(function, positional + 1, keywords, &sp) {
            try open(function, function.code.parameters.count, frame, sp, .initializer)
        } else {
            let slots = try bind(takeArguments(count + 1, keywords, &sp), to: function)
            try open(function, slots, frame, sp, .initializer)
        }
        return true
    }

    /// Completes the arguments on top with defaults; false where the parameters are not plain or something is missing or too much.
    @inline(__always)
    private func fill(_ function: PyFunction, _ count: Int, _ sp: inout StackCursor) throws -> Bool {
        let wanted = function.code.simpleCount
        if count == wanted { return true }
        let missing = wanted - count
        if missing < 0 || missing > function.defaults.count { return false }
        for value in function.defaults.suffix(missing) { sp.push(value) }
        return true
    }

    /// Opens the frame of a function whose variables are in an array.
    private func open(_ function: PyFunction, _ slots: [Value?], _ frame: Frame, _ sp: StackCursor, _ completion: Frame.Completion) throws {
        try charge(instructions: 16)
        let top = stack.index(of: sp)
        let opened = try pushFrame(function.code, globals: function.globals, at: top)
        frame.top = top
        opened.start(function)
        opened.completion = completion
        var cursor = sp
        for slot in slots { cursor.pushSlot(slot) }
        opened.top = stack.index(of: cursor)
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
            code: code, globals: frame.globals, module: frame.globals.value(forName: names.name) ?? .none, defaults: defaults,
            keywordDefaults: keywordDefaults, closure: closure)
        function.annotations = annotations
        sp.push(.object(function))
    }

    // MARK: Returning

    /// Closes a frame, whose slots are gone, and hands its result to the frame below; gives the result where the loop is to end.
    func close(_ frame: Frame, returning value: __owned Value, until entry: Int) throws -> RunResult? {
        frame.finish()
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
            caller.pc = caller.instructions[caller.pc - 1].index
        case .send:
            sp.drop()
            sp.push(value)
            caller.pc = caller.instructions[caller.pc - 1].index
        case .asyncStep: throw error(types.exception("StopAsyncIteration"), [])
        case .entry: break
        }
        caller.top = stack.index(of: sp)
        return nil
    }
}
