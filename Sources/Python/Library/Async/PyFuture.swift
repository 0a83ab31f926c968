/// An `asyncio.Future`, or an `asyncio.Task` that runs a coroutine.
final class PyFuture: PyInstance {
    /// What became of it.
    enum State {
        case pending
        case finished(Value)
        case failed(PyError)
        case cancelled
    }

    /// What became of it so far.
    var state = State.pending
    /// The coroutine of a task.
    var coroutine: PyGenerator?
    /// The context that a task was given to run in, which others see too; nil where it has a copy of its own.
    var sharedContext: PyContext?
    /// The context in which a task runs.
    var variables: ContextVariables?
    /// What `get_name()` gives.
    var name = ""
    /// What waits for the end.
    var callbacks: [(PyFuture) throws -> Void] = []
    /// The functions of the program that are called at the turn after the end.
    var listeners: [Value] = []
    /// Whether `CancelledError` is to be raised in the coroutine at its next step.
    var isCancelling = false

    /// A pending future.
    init(type: PyType) { super.init(type: type) }

    /// What a task waits for, which is cancelled in its place.
    var waitsFor: PyFuture?
    /// What it gathers, which is cancelled in its place.
    var members: [PyFuture]?
    /// Whether it stands for the run itself.
    var isOutermost = false
    /// What `CancelledError` is made with.
    var cancelArguments: [Value] = []
    /// How often a task, or what gathers others, was asked to end and did not take that back.
    var cancelRequests = 0

    /// Whether it runs something, and so ends by an exception where it is cancelled.
    var isTask: Bool { coroutine != nil || isOutermost }

    /// Whether it has ended.
    var isDone: Bool { if case .pending = state { false } else { true } }

    /// Ends it as another future ended.
    func finish(like other: PyFuture) throws {
        cancelArguments = other.cancelArguments
        try finish(other.state)
    }

    /// Ends it and tells those who wait.
    func finish(_ state: State) throws {
        guard !isDone else { return }
        self.state = state
        (waitsFor, members) = (nil, nil)
        let waiting = callbacks
        callbacks = []
        for callback in waiting { try callback(self) }
    }
}

/// What a native awaitable of `asyncio` waits for.
enum AsyncWait {
    /// That many seconds; then it has that result.
    case seconds(Double, Value)
    case future(PyFuture)
    /// Other tasks once; then that is done, as by a thread.
    case work((Machine) throws -> Value)
}
