/// Driving coroutines from Swift.
extension Machine {
    /// Python's `await value`, driven from Swift: a coroutine, a native awaitable, or an object with `__await__`.
    ///
    /// While Swift works for the program, other runs may use the machine; the context of this run is put back afterwards.
    public func `await`(_ value: Value) async throws -> Value {
        guard case .object(let object) = value else { throw cannotAwait(value) }
        switch object {
        case let native as PyNativeAwaitable: return try await carryOut(native)
        case let generator as PyGenerator where generator.kind == .coroutine:
            return try await drive { try self.resume(generator, $0) }
        case let step as PyAsyncGeneratorStep: return try await drive { try self.resume(step, $0) }
        default:
            let iterator = try awaitIterator(value)
            if case .object(let object) = iterator, let generator = object as? PyGenerator {
                return try await drive { try self.resume(generator, $0) }
            }
            return try await drive { try self.step(iterator, $0) }
        }
    }

    private func drive(_ resume: (Resumption) throws -> Outcome) async throws -> Value {
        var input = Resumption.send(.none)
        while true {
            switch try resume(input) {
            case .returned(let result): return result
            case .yielded(let value) where value.isNone: input = .send(.none)
            case .yielded(let value):
                input = .throw(error("RuntimeError", "Task got bad yield: \(try repr(value))"))
            case .awaiting(let native):
                do {
                    input = .send(try await carryOut(native))
                } catch let raised as PyError {
                    input = .throw(raised)
                }
            }
        }
    }

    private func carryOut(_ native: PyNativeAwaitable) async throws -> Value {
        // Many of them are carried out at once, without a turn for others, so that only the budget ends a loop of them.
        try charge(instructions: 1000)
        let saved = context
        defer { context = saved }
        return try await native.operation(self)
    }

    /// One step of an iterator that is not a generator.
    private func step(_ iterator: Value, _ input: Resumption) throws -> Outcome {
        switch input {
        case .send(let value):
            do {
                if !value.isNone, let send = try attributeIfPresent(iterator, "send") { return outcome(yielded: try call(send, value)) }
                if let method = try method(iterator, names.next) { return outcome(yielded: try call(method)) }
                if let next = try next(iterator) { return outcome(yielded: next) }
                return .returned(.none)
            } catch let raised as PyError where isError(raised, "StopIteration") {
                return .returned(raised.exception.arguments.first ?? .none)
            }
        case .throw(let raised):
            guard let thrower = try attributeIfPresent(iterator, "throw") else { throw raised }
            return outcome(yielded: try call(thrower, .object(raised.exception)))
        case .close: return .returned(.none)
        }
    }

    /// What a yielded value means to who drives: native awaitables are to be carried out.
    func outcome(yielded value: Value) -> Outcome {
        if case .object(let object) = value, let native = object as? PyNativeAwaitable { return .awaiting(native) }
        return .yielded(value)
    }

    /// What `await` iterates over for an object that is neither coroutine nor native.
    func awaitIterator(_ value: Value) throws -> Value {
        guard let method = try method(value, names.await) else { throw cannotAwait(value) }
        let iterator = try call(method)
        guard case .object(let object) = iterator else {
            throw error("TypeError", "__await__() returned non-iterator of type '\(typeName(iterator))'")
        }
        if let generator = object as? PyGenerator, generator.kind == .coroutine {
            throw error("TypeError", "__await__() returned a coroutine")
        }
        return iterator
    }

    func cannotAwait(_ value: Value) -> PyError {
        error("TypeError", "object \(typeName(value)) can't be used in 'await' expression")
    }
}
