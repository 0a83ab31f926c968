/// Resuming generators and coroutines.
extension Machine {
    /// Resumes a generator, coroutine or async generator; raises what it raises.
    public func resume(_ generator: PyGenerator, _ input: Resumption) throws -> Outcome {
        if case .close = input { return try close(generator) }
        if let outcome = try settle(generator, input) { return outcome }
        try charge(instructions: 16)
        return try nested {
            outcome(try resumeFrame(of: generator, input), generator)
        }
    }

    /// Opens the frames that resuming takes and runs them; closes them where that fails half-way.
    private func resumeFrame(of generator: PyGenerator, _ input: Resumption) throws -> RunResult {
        let base = depth
        let raised: PyError?
        do {
            raised = try enter(generator, .entry, input)
        } catch {
            closeFrames(downTo: base)
            throw error
        }
        let result = try run(until: base + 1, raising: raised)
        if frames.hasDropped { try closeDropped() }
        return result
    }

    /// Closes the generators that were let go of in the middle of a `try` or `with`, and calls `__del__` of the instances that were
    /// let go of; what they raise is lost, as it is in CPython.
    ///
    /// CPython does it as the last reference goes. Here it happens before the next call, at the latest when the run ends.
    func closeDropped() throws {
        if isClosingDropped { return }
        isClosingDropped = true
        defer { isClosingDropped = false }
        while true {
            let taken = frames.takeDropped()
            if taken.isEmpty { return }
            for object in taken {
                do {
                    switch object {
                    case let generator as PyGenerator: try closeDropped(generator)
                    case let watcher as PyWatcher: try watcher.tell(self)
                    default: try finalise(object)
                    }
                } catch is PyError {}
            }
        }
    }

    /// Closes one generator; where no event loop sees to an async one, that goes on to its first `await`, since nobody is left who waits.
    private func closeDropped(_ generator: PyGenerator) throws {
        guard generator.kind == .asyncGenerator else {
            _ = try close(generator)
            return
        }
        if try asyncGeneratorFinaliser?(generator) ?? false { return }
        let exit = error(types.exception("GeneratorExit"), [])
        _ = try resume(PyAsyncGeneratorStep(generator, .throw(exit)), .send(.none))
    }

    private func finalise(_ object: PyObject) throws {
        if let method = try method(.object(object), "__del__") { _ = try call(method) }
    }

    private func outcome(_ result: RunResult, _ generator: PyGenerator) -> Outcome {
        switch result {
        case .returned(let value): return .returned(value)
        case .yielded(let value): return generator.kind == .generator ? .yielded(value) : outcome(yielded: value)
        }
    }

    /// What happens without running anything: nil if the generator is to be run.
    func settle(_ generator: PyGenerator, _ input: Resumption) throws -> Outcome? {
        switch generator.state {
        case .running: throw error("ValueError", "\(words(generator)) already executing")
        case .finished:
            if generator.kind == .coroutine { throw error("RuntimeError", "cannot reuse already awaited coroutine") }
            if case .throw(let raised) = input { throw raised }
            return .returned(.none)
        case .created:
            if case .send(let value) = input, !value.isNone {
                throw error("TypeError", "can't send non-None value to a just-started \(words(generator))")
            }
            if case .throw(let raised) = input {
                generator.state = .finished
                generator.slots = []
                raised.exception.passed(
                    CallSite(
                        function: generator.function.name, range: generator.function.code.range,
                        line: generator.function.code.unit.source.line(at: generator.function.code.range.start)))
                throw raised
            }
            return nil
        case .suspended: return nil
        }
    }

    /// What messages call it.
    func words(_ generator: PyGenerator) -> String {
        switch generator.kind {
        case .generator: "generator"
        case .coroutine: "coroutine"
        case .asyncGenerator: "async generator"
        }
    }

    /// Opens the frame of a suspended generator, and of those it delegates to where an exception is to be raised in the innermost one.
    ///
    /// Gives the exception that is to be raised in the innermost frame.
    func enter(_ generator: PyGenerator, _ completion: Frame.Completion, _ input: Resumption) throws -> PyError? {
        let frame = try openFrame(of: generator, completion)
        switch input {
        case .send(let value):
            if generator.pc > 0 { pushSlot(of: frame, value) }
            return nil
        case .throw(let raised): return try delegate(raised, from: frame)
        case .close: return try delegate(error("GeneratorExit", []), from: frame)
        }
    }

    private func error(_ name: String, _ arguments: [Value]) -> PyError { error(types.exception(name), arguments) }

    /// Opens the frame of a suspended generator.
    func openFrame(of generator: PyGenerator, _ completion: Frame.Completion) throws -> Frame {
        let frame = try Unmanaged.passUnretained(generator.function)._withUnsafeGuaranteedRef { function in
            let frame = try pushFrame(function.code, globals: function.globals, at: stackTop)
            frame.start(function)
            return frame
        }
        frame.completion = completion
        frame.generator = generator
        if let handled = generator.handled {
            frame.handled = handled
            generator.handled = nil
        }
        frame.pc = generator.pc
        generator.state = .running
        var cursor = stack.cursor(at: frame.base)
        cursor.pushSlots(takenFrom: &generator.slots)
        frame.top = frame.base &+ generator.slots.count
        return frame
    }

    /// Hands an exception on to what the frame awaits or delegates to, if it can take one.
    private func delegate(_ raised: PyError, from frame: Frame) throws -> PyError? {
        let code = frame.code
        guard frame.pc > 0, code.instructions[frame.pc - 1].opcode == .yieldDelegated else { return chained(raised, in: frame) }
        let receiver = stack.cursor(at: frame.top)[below: 1]
        guard case .object(let object)? = receiver, !(object is NativeAwaitCursor) else { return chained(raised, in: frame) }
        // The frame goes on as if its `send` had just been carried out.
        let resumed = frame.pc - 1
        if let inner = object as? PyGenerator {
            if isError(raised, "GeneratorExit"), inner.kind == .generator || inner.kind == .coroutine {
                do {
                    _ = try close(inner)
                    return raised
                } catch let another as PyError {
                    return another
                }
            }
            frame.pc = resumed
            return try enterDelegate(inner, raised, .send)
        }
        if let step = object as? PyAsyncGeneratorStep {
            frame.pc = resumed
            return try enterDelegate(step.generator, raised, .asyncStep)
        }
        return try throwInto(.object(object), raised, frame, resumed)
    }

    /// An exception that is thrown into a frame which handles another one (CPython 3.11 `_PyErr_ChainStackItem`).
    private func chained(_ raised: PyError, in frame: Frame) -> PyError {
        if let handled = frame.handled, raised.exception.wasRaised { raised.exception.setContext(handled) }
        return raised
    }

    private func enterDelegate(_ inner: PyGenerator, _ raised: PyError, _ completion: Frame.Completion) throws -> PyError? {
        if inner.state != .suspended { return raised }
        return try enter(inner, completion, .throw(raised))
    }

    /// Calls `throw` of an iterator that is not a generator, if it has it.
    private func throwInto(_ receiver: Value, _ raised: PyError, _ frame: Frame, _ resumed: Int) throws -> PyError? {
        guard let thrower = try attributeIfPresent(receiver, "throw") else { return raised }
        do {
            let yielded = try call(thrower, .object(raised.exception))
            frame.pc = resumed
            pushSlot(of: frame, yielded)
            return nil
        } catch let another as PyError {
            guard isError(another, "StopIteration") else { return another }
            // The result of the delegation: drop the receiver and jump behind the loop of `send`.
            var cursor = stack.cursor(at: frame.top)
            cursor.drop()
            frame.top -= 1
            pushSlot(of: frame, another.exception.arguments.first ?? Value.none)
            frame.pc = frame.code.instructions[resumed - 1].index
            return nil
        }
    }

    /// Python's `close()`: raises GeneratorExit where it is suspended.
    func close(_ generator: PyGenerator) throws -> Outcome {
        switch generator.state {
        case .finished: return .returned(.none)
        case .created:
            generator.state = .finished
            generator.slots = []
            return .returned(.none)
        case .running: throw error("ValueError", "\(words(generator)) already executing")
        case .suspended: break
        }
        do {
            let outcome = try resume(generator, .throw(error("GeneratorExit", [])))
            if case .returned = outcome { return outcome }
            throw error("RuntimeError", "\(words(generator)) ignored GeneratorExit")
        } catch let raised as PyError where isError(raised, "GeneratorExit") || isError(raised, "StopIteration") {
            return .returned(.none)
        }
    }

    /// Resumes one step of an async generator from Swift.
    func resume(_ step: PyAsyncGeneratorStep, _ input: Resumption) throws -> Outcome {
        var actual = input
        if let first = step.input {
            step.input = nil
            if case .send = input { actual = first }
        }
        let generator = step.generator
        if let outcome = try settle(generator, actual) {
            if case .returned = outcome { throw error("StopAsyncIteration", []) }
            return outcome
        }
        return try nested {
            switch try resumeFrame(of: generator, actual) {
            case .returned: throw error("StopAsyncIteration", [])
            case .yielded(let value):
                if generator.isAtYield { return .returned(value) }
                return outcome(yielded: value)
            }
        }
    }
}

extension Machine {
    /// Whether a coroutine or async generator is running, so that there is a running event loop.
    var isInsideCoroutine: Bool {
        (0..<depth).contains { frames[$0].generator.map { $0.kind != .generator } ?? false }
    }
}

extension PyGenerator {
    /// Whether it is suspended at a `yield` of its own, not at an `await`.
    var isAtYield: Bool { pc > 0 && function.code.instructions[pc - 1].opcode == .yieldValue }
}
