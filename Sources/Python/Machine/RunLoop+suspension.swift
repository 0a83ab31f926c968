/// Yielding and awaiting.
extension Machine {
    /// What sending to an awaited or delegated-to object came to.
    enum SendResult {
        /// The yielded value is on top.
        case yielded
        /// A pair was yielded, and its two elements are on top, the first one uppermost.
        case unpacked
        /// The receiver is gone, the result is on top.
        case finished
        /// A frame was opened.
        case opened
    }

    /// Suspends the frame of a generator and hands the value to whoever resumed it; gives the value where the loop is to end.
    func suspend(_ frame: Frame, _ sp: inout StackCursor, yielding value: __owned Value, _ opcode: Opcode) -> RunResult? {
        let base = stack.cursor(at: frame.base)
        if let generator = frame.takeGenerator() {
            sp.popSlots(sp - base, into: &generator.slots)
            generator.pc = frame.pc
            if let handled = frame.handled { generator.handled = handled }
            generator.state = .suspended
        } else {
            sp.drop(sp - base)
        }
        frame.clear()
        frame.top = frame.base
        depth -= 1
        if frame.completion == .entry { return .yielded(value) }
        let caller = frames[depth - 1]
        var cursor = stack.cursor(at: caller.top)
        if frame.completion == .asyncStep, opcode == .yieldValue {
            cursor.drop()
            caller.pc = caller.code.instructions[caller.pc - 1].index
        }
        cursor.push(value)
        caller.top = stack.index(of: cursor)
        return nil
    }

    /// Pushes the next value of the iterator on top, or takes that off at its end; `asPair` where a pair would be unpacked at once.
    @inline(never)
    func advance(_ iterator: Unmanaged<PyObject>, asPair: Bool, _ frame: Frame, _ sp: inout StackCursor) throws -> SendResult {
        let result: SendResult = try iterator._withUnsafeGuaranteedRef { iterator in
            if iterator.isExactly(ListCursor.self) { return Self.push(unsafeDowncast(iterator, to: ListCursor.self).advance(), &sp) }
            if iterator.isExactly(PyGenerator.self), unsafeDowncast(iterator, to: PyGenerator.self).kind == .generator {
                return try openNext(of: unsafeDowncast(iterator, to: PyGenerator.self), frame, sp) ? .opened : .finished
            }
            if iterator.isExactly(TextCursor.self) { return Self.push(unsafeDowncast(iterator, to: TextCursor.self).advance(), &sp) }
            guard let native = iterator.iteratorReference else { return Self.push(try next(.object(iterator)), &sp) }
            return try native._withUnsafeGuaranteedRef { native in
                if asPair, let result = try advancePair(native, &sp) { return result }
                return Self.push(try native.next(self), &sp)
            }
        }
        if result == .finished { sp.drop() }
        return result
    }

    /// Pushes the next value, unless there is none.
    @inline(__always)
    private static func push(_ next: consuming Value?, _ sp: inout StackCursor) -> SendResult {
        guard let next else { return .finished }
        sp.push(next)
        return .yielded
    }

    /// Pushes the next pair of an iterator; nil where it gives other things.
    private func advancePair(_ iterator: PyIterator, _ sp: inout StackCursor) throws -> SendResult? {
        switch try iterator.nextPair(self) {
        case .other: return nil
        case .end: return .finished
        case .pair(let first, let second):
            sp.push(second)
            sp.push(first)
            return .unpacked
        }
    }

    /// Opens the frame of a generator for its next value; false where it is at its end.
    @inline(__always)
    private func openNext(of generator: PyGenerator, _ frame: Frame, _ sp: StackCursor) throws -> Bool {
        if generator.state != .suspended, try settle(generator, .send(.none)) != nil { return false }
        frame.top = stack.index(of: sp)
        let opened = try openFrame(of: generator, .iterate)
        if generator.pc > 0 { pushSlot(of: opened, Value.none) }
        return true
    }

    /// Sends the top to the receiver below it.
    func send(_ frame: Frame, _ sp: inout StackCursor, target: Int) throws -> SendResult {
        let value = sp.pop()
        guard case .object(let object)? = sp[below: 1] else { throw cannotAwait(sp[below: 1] ?? .none) }
        if let generator = object as? PyGenerator, generator.kind != .asyncGenerator {
            if let outcome = try settle(generator, .send(value)) { return finish(outcome, &sp) }
            frame.top = stack.index(of: sp)
            _ = try enter(generator, .send, .send(value))
            return .opened
        }
        if let cursor = object as? NativeAwaitCursor {
            if cursor.isHandedOut { return finish(.returned(value), &sp) }
            cursor.isHandedOut = true
            sp.push(.object(cursor.awaitable))
            return .yielded
        }
        if let step = object as? PyAsyncGeneratorStep {
            let input = step.input ?? .send(value)
            step.input = nil
            if try settle(step.generator, input) != nil { throw error(types.exception("StopAsyncIteration"), []) }
            frame.top = stack.index(of: sp)
            if let raised = try enter(step.generator, .asyncStep, input) { throw Reraise(error: raised) }
            return .opened
        }
        return try sendToIterator(.object(object), value, &sp)
    }

    /// An exception that is to be raised in the innermost frame, which was opened meanwhile.
    struct Reraise: Error {
        let error: PyError
    }

    private func finish(_ outcome: Outcome, _ sp: inout StackCursor) -> SendResult {
        sp.drop()
        if case .returned(let result) = outcome { sp.push(result) } else { sp.push(Value.none) }
        return .finished
    }

    private func sendToIterator(_ iterator: Value, _ value: Value, _ sp: inout StackCursor) throws -> SendResult {
        do {
            if value.isNone {
                if let native = iterator.asObject as? PyIterator {
                    guard let next = try native.next(self) else { return finish(.returned(.none), &sp) }
                    sp.push(next)
                } else if let method = try method(iterator, names.next) {
                    sp.push(try call(method))
                } else {
                    throw error("TypeError", "'\(typeName(iterator))' object is not an iterator")
                }
            } else {
                sp.push(try call(try attribute(iterator, names.send), value))
            }
            return .yielded
        } catch let raised as PyError where isError(raised, "StopIteration") {
            return finish(.returned(raised.exception.arguments.first ?? Value.none), &sp)
        }
    }

    /// What `await` sends to.
    func awaitable(_ value: Value, _ place: Int) throws -> Value {
        guard case .object(let object) = value else { throw cannotAwait(value, place) }
        switch object {
        case let generator as PyGenerator where generator.kind == .coroutine:
            if generator.state == .running { throw error("RuntimeError", "coroutine is being awaited already") }
            return value
        case let native as PyNativeAwaitable: return .object(NativeAwaitCursor(native))
        case is PyAsyncGeneratorStep: return value
        default:
            if try method(value, names.await) == nil { throw cannotAwait(value, place) }
            return try awaitIterator(value)
        }
    }

    private func cannotAwait(_ value: Value, _ place: Int) -> PyError {
        let name = typeName(value)
        switch place {
        case 1:
            return error("TypeError", "'async with' received an object from __aexit__ that does not implement __await__: \(name)")
        case 2:
            return error("TypeError", "'async with' received an object from __aenter__ that does not implement __await__: \(name)")
        default: return cannotAwait(value)
        }
    }

    /// What `yield from` sends to.
    func delegateIterator(_ value: Value, _ code: PyCode) throws -> Value {
        if case .object(let object) = value, let generator = object as? PyGenerator, generator.kind == .coroutine {
            if code.kind == .coroutine { return value }
            throw error("TypeError", "cannot 'yield from' a coroutine object in a non-coroutine generator")
        }
        return try iterator(value)
    }

    /// What `async for` goes through.
    func asyncIterator(_ value: Value) throws -> Value {
        if case .object(let object) = value, let generator = object as? PyGenerator, generator.kind == .asyncGenerator { return value }
        guard let method = try method(value, names.aiter) else {
            throw error("TypeError", "'async for' requires an object with __aiter__ method, got \(typeName(value))")
        }
        let iterator = try call(method)
        if type(of: iterator).lookup(names.anext) == nil {
            throw error(
                "TypeError", "'async for' received an object from __aiter__ that does not implement __anext__: \(typeName(iterator))")
        }
        return iterator
    }

    /// The awaitable for the next value of an async iterator.
    func asyncNext(_ iterator: Value) throws -> Value {
        if case .object(let object) = iterator, let generator = object as? PyGenerator, generator.kind == .asyncGenerator {
            return .object(PyAsyncGeneratorStep(generator, .send(.none)))
        }
        guard let method = try method(iterator, names.anext) else {
            throw error("TypeError", "'async for' requires an iterator with __anext__ method, got \(typeName(iterator))")
        }
        let next = try call(method)
        do {
            return try awaitable(next, 0)
        } catch let raised as PyError where isError(raised, "TypeError") {
            throw error("TypeError", "'async for' received an invalid object from __anext__: \(typeName(next))")
        }
    }
}
