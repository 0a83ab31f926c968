/// Raising, handling and context managers.
extension Machine {
    /// Finds the handler of an error, from the innermost frame down to the one at depth `entry`, and closes the frames it leaves.
    ///
    /// Throws the error again where no frame handles it, and whatever is no exception of the program.
    func unwind(_ thrown: any Error, to entry: Int) throws {
        let plain = thrown as? PyError
        let propagation = plain == nil ? thrown as? Propagation : nil
        var isNoted = propagation != nil
        guard var raised = plain ?? propagation?.error ?? (thrown as? Reraise)?.error else {
            closeFrames(downTo: entry - 1)
            throw thrown
        }
        // Looking for what is being handled and noting the places takes time that grows with the depth.
        frames.instructionsLeft &-= 32 + depth / 4
        while depth >= entry {
            let frame = frames[depth - 1]
            frames.instructionsLeft &-= 8
            settleContext(of: raised.exception)
            if !isNoted, !frame.code.unit.isLibrary { raised.exception.passed(site(of: frame)) }
            isNoted = false
            if let handler = handler(in: frame.code, at: frame.pc - 1) {
                let kept = frame.base + frame.code.slotCount + Int(handler.depth)
                var sp = stack.cursor(at: frame.top)
                sp.drop(frame.top - kept)
                sp.push(.object(raised.exception))
                frame.top = kept + 1
                frame.pc = Int(handler.target)
                return
            }
            if let generator = frame.generator {
                generator.state = .finished
                raised = converted(raised, generator)
            }
            popFrame()
        }
        throw raised
    }

    /// An exception that goes on from a clause that did not end it; that frame is in its traceback already.
    struct Propagation: Error {
        let error: PyError
    }

    private func handler(in code: PyCode, at position: Int) -> PyCode.Handler? {
        let place = Int32(position)
        return code.handlers.first { $0.start <= place && place < $0.end }
    }

    /// Sets `__context__` of an exception that is new here.
    private func settleContext(of exception: PyException) {
        if exception.wasRaised { return }
        exception.wasRaised = true
        if let handled = handledException { exception.setContext(handled) }
    }

    /// Closes all frames above a depth without running anything of them.
    func closeFrames(downTo lowest: Int) {
        while depth > lowest {
            if let generator = frames[depth - 1].generator { generator.state = .finished }
            popFrame()
        }
    }

    /// A generator must not let StopIteration out, which would look like its end.
    private func converted(_ raised: PyError, _ generator: PyGenerator) -> PyError {
        let isStop = isError(raised, "StopIteration")
        let isAsyncStop = generator.kind == .asyncGenerator && isError(raised, "StopAsyncIteration")
        guard isStop || isAsyncStop else { return raised }
        let made = error("RuntimeError", "\(words(generator)) raised \(isStop ? "StopIteration" : "StopAsyncIteration")")
        made.exception.cause = raised.exception
        made.exception.suppressesContext = true
        made.exception.setContext(raised.exception)
        made.exception.wasRaised = true
        return made
    }

    // MARK: raise

    /// What a `raise` statement raises, with its cause on top if `count` is 2.
    func raisedError(_ count: Int, _ sp: inout StackCursor) throws -> any Error {
        guard count > 0 else {
            guard let handled = handledException else { return error("RuntimeError", "No active exception to reraise") }
            return Propagation(error: PyError(handled))
        }
        let cause = count == 2 ? sp.pop() : nil
        let exception = try exception(from: sp.pop())
        if let cause {
            if cause.isNone {
                exception.cause = nil
            } else if cause.asException != nil || cause.asType != nil {
                guard cause.asException != nil || isExceptionType(cause) else {
                    return error("TypeError", "exception causes must derive from BaseException")
                }
                exception.cause = try self.exception(from: cause)
            } else {
                return error("TypeError", "exception causes must derive from BaseException")
            }
            exception.suppressesContext = true
        }
        exception.wasRaised = true
        if let handled = handledException { exception.setContext(handled) }
        return PyError(exception)
    }

    private func isExceptionType(_ value: Value) -> Bool {
        value.asType.map { $0.isSubtype(of: types.baseException) } ?? false
    }

    // MARK: except

    /// Whether an `except` clause of that class, or tuple of classes, takes the exception.
    func matches(_ exception: Value, _ type: Value) throws -> Bool {
        switch type {
        case .object(let cls as PyType) where isExceptionType(type): return isInstance(exception, cls)
        case .tuple(let members):
            for member in members.elements where !isExceptionType(member) { throw notAnExceptionType() }
            return try members.elements.contains { try matches(exception, $0) }
        default: throw notAnExceptionType()
        }
    }

    private func notAnExceptionType() -> PyError {
        error("TypeError", "catching classes that do not inherit from BaseException is not allowed")
    }

    /// For `except*`: the part of an exception (or `None`) that the classes take, and the rest, each `None` if empty.
    func split(_ exception: Value, _ type: Value) throws -> (matched: Value, rest: Value) {
        guard let raised = exception.asException else { return (.none, .none) }
        let group = types.exception("BaseExceptionGroup")
        if (type.asTuple?.elements ?? [type]).contains(where: { $0.asType?.isSubtype(of: group) ?? false }) {
            throw error("TypeError", "catching ExceptionGroup with except* is not allowed. Use except instead.")
        }
        if isInstance(exception, group) {
            let (matched, rest) = try ExceptionGroups.split(raised, self) { try self.matches(.object($0), type) }
            return (matched.map { .object($0) } ?? .none, rest.map { .object($0) } ?? .none)
        }
        if try matches(exception, type) {
            let wrapped = error(types.exception("ExceptionGroup"), ["", .tuple(PyTuple([exception]))]).exception
            ExceptionGroups.adopt(wrapped, [exception])
            return (.object(wrapped), .none)
        }
        return (.none, exception)
    }

    /// What is raised behind the clauses of `except*`: nothing, or what they raised and what none of them took.
    ///
    /// What they raised again and what is left keep the shape of the original group (CPython 3.11 `_PyExc_PrepReraiseStar`).
    func mergedGroup(_ original: Value, _ raised: Value, _ rest: Value) throws -> Value {
        let errors = raised.asList?.elements ?? []
        if errors.isEmpty { return rest }
        let group = types.exception("BaseExceptionGroup")
        guard isInstance(original, group), let whole = original.asException else { return errors[0] }
        var all: [Value] = []
        var kept: Set<ObjectIdentifier> = []
        for value in errors + (rest.isNone ? [] : [rest]) {
            if let part = value.asException, isInstance(value, group), part.cause === whole.cause, part.context === whole.context {
                kept.formUnion(try ExceptionGroups.leaves(part, self).map(ObjectIdentifier.init))
            } else {
                all.append(value)
            }
        }
        if let again = try ExceptionGroups.split(whole, self, { kept.contains(ObjectIdentifier($0)) }).matched {
            all.append(.object(again))
        }
        if all.count == 1 { return all[0] }
        let merged = error(types.exception("ExceptionGroup"), ["", .list(PyList(all))]).exception
        ExceptionGroups.adopt(merged, all)
        return .object(merged)
    }

    // MARK: with

    /// The bound methods of a context manager.
    func contextMethods(of manager: Value, isAsync: Bool) throws -> (exit: Value, enter: Value) {
        let names = isAsync ? (names.aenter, names.aexit) : (names.enter, names.exit)
        let words = isAsync ? "asynchronous context manager" : "context manager"
        guard let enter = try method(manager, names.0) else {
            throw error("TypeError", "'\(typeName(manager))' object does not support the \(words) protocol")
        }
        guard let exit = try method(manager, names.1) else {
            throw error(
                "TypeError", "'\(typeName(manager))' object does not support the \(words) protocol (missed \(names.1.string) method)")
        }
        return (exit, enter)
    }

    /// Calls the exit method with an exception.
    func exitContext(_ exit: Value, _ exception: Value) throws -> Value {
        try call(exit, .object(type(of: exception)), exception, exception.asException?.tracebackValue ?? .none)
    }
}
