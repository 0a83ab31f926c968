/// A suspended frame: a generator, a coroutine or an async generator.
public final class PyGenerator: PyObject {
    /// Which of the three it is; the names are those of `PyCode.Kind`.
    public enum Kind: Sendable, Hashable {
        case generator, coroutine, asyncGenerator
    }

    /// How far it is.
    enum State {
        case created, suspended, running, finished
    }

    /// Which of the three it is.
    public let kind: Kind
    /// The function it runs.
    public let function: PyFunction
    /// How far it is.
    @exclusivity(unchecked) var state = State.created
    /// The variables and the operands while it is suspended.
    @exclusivity(unchecked) var slots: [Value?]
    /// The instruction to go on with.
    @exclusivity(unchecked) var pc = 0
    /// The exception that it is handling while it is suspended.
    @exclusivity(unchecked) var handled: PyException?

    init(kind: Kind, function: PyFunction, slots: [Value?]) {
        self.kind = kind
        self.function = function
        self.slots = slots
    }

    deinit { if !slots.isEmpty { Disposal.dispose(of: self) } }

    override var isLink: Bool { !slots.isEmpty }

    public override func surrender(to pending: inout [PyObject]) {
        for slot in slots { Disposal.take(slot, into: &pending) }
        slots = []
    }

    public override func type(in types: BuiltinTypes) -> PyType {
        switch kind {
        case .generator: types.generator
        case .coroutine: types.coroutine
        case .asyncGenerator: types.asyncGenerator
        }
    }
}

/// What a suspended generator or coroutine is resumed with.
public enum Resumption {
    /// The value of the `yield` or `await` at which it is suspended; `None` the first time.
    case send(Value)
    /// An exception raised there.
    case `throw`(PyError)
    /// `GeneratorExit` raised there; it must not yield again.
    case close
}

/// What a generator or coroutine came to when it was resumed.
public enum Outcome {
    /// It yielded a value.
    case yielded(Value)
    /// It ended with that result.
    case returned(Value)
    /// It waits for Swift; resume it with the result or the error.
    case awaiting(PyNativeAwaitable)
}
