import DequeModule

/// The event loop of one run: tasks take turns; each goes on until it waits.
final class AsyncLoop {
    let machine: Machine
    let library: AsyncLibrary
    private weak var context: ExecutionContext?
    private var ready: Deque<Turn> = []

    /// What is to happen at one turn: a task goes on, or a function is called.
    enum Turn {
        case step(PyFuture, Resumption)
        case call(() throws -> Void)
    }

    private var timers = AsyncTimers()
    /// Seconds that the loop slept so far.
    var now = 0.0
    /// The tasks that were made and perhaps are not done.
    var tasks: [PyFuture] = []
    /// How many tasks were made.
    private var count = 0
    /// What stands for the task of the run itself, which the server made and not the program.
    private(set) lazy var outermost: PyFuture = {
        let made = PyFuture(type: library.task)
        made.isOutermost = true
        made.name = nextName()
        return made
    }()
    /// Whether it runs inside a plain function, so that nothing may suspend.
    var isBlocking = false
    /// The task that is being stepped.
    var current: PyFuture?
    /// A limit of the sandbox that an awaitable of others met.
    var failure: (any Error)?
    /// Awaitables of others that are not asyncio's; they are carried out one after the other.
    var foreign: [(native: PyNativeAwaitable, future: PyFuture)] = []

    /// The loop of the machine's current run.
    init(_ machine: Machine, _ library: AsyncLibrary) {
        self.machine = machine
        self.library = library
        context = machine.context
    }

    /// Whether the run that it belongs to is over.
    var isOver: Bool { context == nil }

    /// The name of the next task that is given none.
    func nextName() -> String {
        count += 1
        return "Task-\(count)"
    }

    // MARK: Turns

    /// Runs `fire` after that many seconds; gives the number by which that can be called off.
    ///
    /// - Parameter isCall: whether the program wants the call itself, and not only a limit for something else.
    @discardableResult
    func timer(_ seconds: Double, isCall: Bool = false, _ fire: @escaping () throws -> Void) -> Int {
        timers.add(now + max(0, seconds), isCall: isCall, fire)
    }

    /// Calls off what was to happen later.
    func cancelTimer(_ number: Int) { timers.cancel(number) }

    /// The time at which the next timer is due.
    var nextDeadline: Double? { timers.nextDeadline }

    /// Takes out what is to happen next after a sleep: all that is due at that time, in order.
    ///
    /// - Parameter pause: the seconds after which something else is to happen, if that comes first.
    func takeTimers(before pause: Double? = nil) -> (deadline: Double, fire: [() throws -> Void])? {
        guard let deadline = nextDeadline else { return nil }
        if let pause, now + pause < deadline { return nil }
        return (deadline, timers.takeDue().map(\.fire))
    }

    /// Whether something is to go on later.
    var isOpen: Bool { !ready.isEmpty || !foreign.isEmpty || timers.hasCalls || tasks.contains { !$0.isDone } }

    /// Whether tasks wait for awaitables of others.
    var hasForeign: Bool { !foreign.isEmpty }

    /// Calls a function at the next turn.
    func soon(_ call: @escaping () throws -> Void) { ready.append(.call(call)) }

    /// Lets a task go on at the next turn.
    func goOn(_ task: PyFuture, _ input: Resumption) { ready.append(.step(task, input)) }

    /// Calls a function with a future at the turn after its end.
    func whenDone(_ future: PyFuture, _ call: @escaping (PyFuture) throws -> Void) {
        if future.isDone { return soon { try call(future) } }
        future.callbacks.append { [unowned self] done in soon { try call(done) } }
    }

    // MARK: Running

    /// Runs tasks until `future` is done and the turns that were due before its end are over, and gives its result.
    func run(until future: PyFuture) async throws -> Value {
        let own = machine.context
        let outer = outermost.waitsFor
        defer { outermost.waitsFor = outer }
        try takeCancellation()
        var isAwake = future.isDone
        if !isAwake { whenDone(future) { _ in isAwake = true } }
        outermost.waitsFor = future
        while !isAwake {
            try machine.charge(instructions: 8)
            if try stepReady() {
                _ = try library.left.step(machine)
                continue
            }
            let isLeftMoving = try library.left.settle(machine)
            if isAwake || !ready.isEmpty { continue }
            if !foreign.isEmpty {
                await carryOutNext()
                machine.context = own
            } else if let next = takeTimers(before: library.left.pause(machine)) {
                try await sleep(until: next.deadline)
                for fire in next.fire { try fire() }
            } else if let pause = library.left.pause(machine) {
                try await sleep(until: now + pause)
                try library.left.wake(machine)
            } else if !isLeftMoving {
                throw stuck()
            }
        }
        try takeCancellation()
        return try result(of: future)
    }

    private func sleep(until deadline: Double) async throws {
        guard deadline > now else { return }
        let own = machine.context
        if isBlocking {
            RunClock.sleep(deadline - now, machine)
        } else {
            await machine.world.sleep(deadline - now)
            machine.context = own
        }
        now = deadline
    }

    /// Runs tasks until `future` is done, and gives its result, without giving up the thread.
    func runBlocking(until future: PyFuture) throws -> Value {
        let outer = isBlocking
        isBlocking = true
        defer { isBlocking = outer }
        while !future.isDone {
            try machine.charge(instructions: 8)
            if try stepReady() { continue }
            if !foreign.isEmpty {
                try carryOutNow()
                continue
            }
            guard let next = takeTimers() else { throw stuck() }
            if next.deadline > now {
                RunClock.sleep(next.deadline - now, machine)
                now = next.deadline
            }
            for fire in next.fire { try fire() }
        }
        return try result(of: future)
    }

    /// Gives everything that can go on now one turn, as `asyncio.sleep(0)` does.
    func pause() throws {
        var isOver = false
        soon { isOver = true }
        while !isOver, try stepReady() { _ = try library.left.step(machine) }
        try takeCancellation()
    }

    private func stuck() -> PyError { machine.error("RuntimeError", "all tasks wait for each other: nothing can go on") }

    /// Lets every task that can go on now do so once.
    func stepAllReady() throws {
        for _ in ready.indices where try !stepReady() { return }
    }

    /// Lets the first task that can go on do so; false where there is none.
    func stepReady() throws -> Bool {
        switch ready.popFirst() {
        case .step(let task, let input)?: try step(task, input)
        case .call(let call)?: try call()
        case nil: return false
        }
        return true
    }

    /// Raises the `CancelledError` that the run itself was asked to end with.
    private func takeCancellation() throws {
        guard outermost.isCancelling else { return }
        outermost.isCancelling = false
        throw machine.error(library.cancelledError, outermost.cancelArguments)
    }

    /// The result of a future that is done; raises what it failed with.
    func result(of future: PyFuture) throws -> Value {
        if let failure { throw failure }
        switch future.state {
        case .finished(let value): return value
        case .failed(let raised):
            // It is raised anew here.
            if let handled = machine.handledException { raised.exception.setContext(handled) }
            throw raised
        case .cancelled: throw machine.error(library.cancelledError, future.cancelArguments)
        case .pending: throw machine.error(library.invalidStateError, [.string("Result is not set.")])
        }
    }
}
