/// A suspended frame: a generator, a coroutine or an async generator.
public final class PyGenerator: PyObject, NotedContainer {
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
    @exclusivity(unchecked) var noteSlot: UInt32 = 0

    /// Who closes it if it is let go of inside a `try` or `with`; nil where its code has neither.
    private let closer: FrameStack?

    init(kind: Kind, function: PyFunction, slots: [Value?], closer: FrameStack) {
        self.kind = kind
        self.function = function
        self.slots = slots
        self.closer = function.code.handlers.isEmpty ? nil : closer
        super.init()
        note()
    }

    /// Takes over what another one, which goes away, had left to do.
    private init(reviving dropped: PyGenerator, closer: FrameStack) {
        kind = dropped.kind
        function = dropped.function
        slots = dropped.slots
        state = dropped.state
        pc = dropped.pc
        handled = dropped.handled
        self.closer = closer
    }

    deinit {
        strike()
        if isLink { Disposal.dispose(of: self) }
    }

    override var noteNumber: UInt32 { noteSlot }

    override var isLink: Bool { !slots.isEmpty || (closer != nil && state == .suspended) }

    public override func surrender(to pending: inout [PyObject]) {
        if let closer, wantsFinalising {
            closer.drop(PyGenerator(reviving: self, closer: closer))
        } else {
            for slot in slots { Disposal.take(slot, into: &pending) }
        }
        slots = []
        state = .finished
    }

    override var wantsFinalising: Bool { closer != nil && state == .suspended && function.code.hasHandler(at: pc - 1) }

    public override func listReferences(in list: inout ReferenceList) {
        list.add(&slots)
        list.add(handled)
        list.add(function)
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
