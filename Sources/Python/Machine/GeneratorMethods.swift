/// The methods of generators, coroutines and async generators.
enum GeneratorMethods {
    static func install(_ types: BuiltinTypes) {
        installCommon(types.generator)
        installCommon(types.coroutine)
        installCommon(types.asyncGenerator)
        types.generator.method("__iter__", "self, /") { _, a in a[0] }
        types.generator.method("__next__", "self, /") { machine, a in try machine.step(a[0], .send(.none)) }
        for type in [types.generator, types.coroutine] { installSending(type) }
        types.coroutine.method("__await__", "self, /") { _, a in a[0] }
        installAsync(types.asyncGenerator)
        installStep(types.builtin("async_generator_asend"))
        types.awaitable.method("__iter__", "self, /") { machine, a in
            if a[0].asObject is NativeAwaitCursor { return a[0] }
            throw machine.error("TypeError", "'\(machine.typeName(a[0]))' object is not iterable")
        }
        for (name, signature) in [("__next__", "self, /"), ("send", "self, value, /")] {
            types.awaitable.method(name, signature) { machine, a in
                guard let cursor = a[0].asObject as? NativeAwaitCursor, !cursor.isHandedOut else {
                    throw machine.error(machine.types.exception("StopIteration"), [])
                }
                cursor.isHandedOut = true
                return .object(cursor.awaitable)
            }
        }
        types.awaitable.method("__await__", "self, /") { _, a in
            guard let native = a[0].asObject as? PyNativeAwaitable else { return a[0] }
            return .object(NativeAwaitCursor(native))
        }
    }

    private static func generator(_ value: Value) -> PyGenerator? { value.asObject as? PyGenerator }

    private static func installCommon(_ type: PyType) {
        type.method("__repr__", "self, /") { machine, a in
            guard let generator = generator(a[0]) else { return .none }
            let name = generator.function.qualifiedName
            return .string("<\(machine.type(of: a[0]).name) object \(name) at \(machine.address(a[0]))>")
        }
        type.getter("__name__") { _, value in .string(generator(value)?.function.name ?? "") }
        type.getter("__qualname__") { _, value in .string(generator(value)?.function.qualifiedName ?? "") }
        let prefix = type.name == "generator" ? "gi" : type.name == "coroutine" ? "cr" : "ag"
        type.getter(prefix + "_running") { _, value in .bool(generator(value)?.state == .running) }
        type.getter(prefix + "_suspended") { _, value in .bool(generator(value)?.state == .suspended) }
        type.getter(prefix + "_code") { _, value in generator(value).map { .object($0.function.code) } ?? .none }
        type.getter(prefix + "_frame") { _, value in
            guard let generator = generator(value), generator.state != .finished else { return .none }
            let (code, range) = (generator.function.code, generator.function.code.range)
            return .object(PyFrameView(CallSite(function: code.name, range: range, line: code.unit.source.line(at: range.start))))
        }
        type.getter(prefix == "gi" ? "gi_yieldfrom" : prefix + "_await") { _, _ in .none }
    }

    private static func installSending(_ type: PyType) {
        type.method("send", "self, value, /") { machine, a in try machine.step(a[0], .send(a[1])) }
        type.method("throw", "self, type, value=None, traceback=None, /") { machine, a in
            try machine.step(a[0], .throw(PyError(try machine.thrown(a[1], a[2]))))
        }
        type.method("close", "self, /") { machine, a in
            if let generator = generator(a[0]) { _ = try machine.resume(generator, .close) }
            return .none
        }
    }

    private static func installAsync(_ type: PyType) {
        type.method("__aiter__", "self, /") { _, a in a[0] }
        func step(_ value: Value, _ input: Resumption) -> Value {
            generator(value).map { .object(PyAsyncGeneratorStep($0, input)) } ?? .none
        }
        type.method("__anext__", "self, /") { _, a in step(a[0], .send(.none)) }
        type.method("asend", "self, value, /") { _, a in step(a[0], .send(a[1])) }
        type.method("athrow", "self, type, value=None, traceback=None, /") { machine, a in
            step(a[0], .throw(PyError(try machine.thrown(a[1], a[2]))))
        }
        type.method("aclose", "self, /") { machine, a in
            guard let generator = generator(a[0]) else { return .none }
            if generator.state == .running {
                throw machine.error("RuntimeError", "aclose(): asynchronous generator is already running")
            }
            return try machine.call(try machine.imported("_asyncgenerators", "close"), a[0])
        }
    }

    private static func installStep(_ type: PyType) {
        type.method("__await__", "self, /") { _, a in a[0] }
        type.method("__iter__", "self, /") { _, a in a[0] }
        func resume(_ machine: Machine, _ value: Value, _ input: Resumption) throws -> Value {
            guard let step = value.asObject as? PyAsyncGeneratorStep else { return .none }
            return try machine.value(of: try machine.resume(step, input))
        }
        type.method("__next__", "self, /") { machine, a in try resume(machine, a[0], .send(.none)) }
        type.method("send", "self, value, /") { machine, a in try resume(machine, a[0], .send(a[1])) }
    }
}

extension Machine {
    /// Resumes a generator or coroutine for its methods `__next__`, `send` and `throw`: its end is StopIteration.
    func step(_ value: Value, _ input: Resumption) throws -> Value {
        guard let generator = value.asObject as? PyGenerator else { throw error("TypeError", "not a generator") }
        return try self.value(of: try resume(generator, input))
    }

    /// What a method that resumes gives: the yielded value, or StopIteration with the result.
    func value(of outcome: Outcome) throws -> Value {
        switch outcome {
        case .yielded(let value): return value
        case .awaiting(let native): return .object(native)
        case .returned(let result): throw error(types.exception("StopIteration"), result.isNone ? [] : [result])
        }
    }

    /// The exception of `throw(type, value)`.
    func thrown(_ type: Value, _ value: Value) throws -> PyException {
        if type.asException == nil, !(type.asType?.isSubtype(of: types.baseException) ?? false) {
            throw error("TypeError", "exceptions must be classes or instances deriving from BaseException, not \(typeName(type))")
        }
        if value.isNone { return try exception(from: type) }
        if let exception = value.asException { return exception }
        let made = try call(type, value)
        return try exception(from: made)
    }
}
