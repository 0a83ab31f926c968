/// The event loop of one run: tasks take turns; each goes on until it waits.
final class AsyncLoop {
    let machine: Machine
    private let library: AsyncLibrary
    private weak var context: ExecutionContext?
    private var ready: [Turn] = []

    /// What is to happen at one turn: a task goes on, or a function is called.
    private enum Turn {
        case step(PyFuture, Resumption)
        case call(() throws -> Void)

        func isStep(of future: PyFuture) -> Bool { if case .step(let task, _) = self { task === future } else { false } }
    }

    private var timers: [(deadline: Double, order: Int, isCall: Bool, fire: () throws -> Void)] = []
    /// Seconds that the loop slept so far.
    var now = 0.0
    /// The tasks that were made and perhaps are not done.
    private(set) var tasks: [PyFuture] = []
    private var order = 0
    /// What stands for the task of the run itself, which the server made and not the program.
    private(set) lazy var outermost: PyFuture = {
        let made = PyFuture(type: library.task)
        order += 1
        made.name = "Task-\(order)"
        return made
    }()
    /// Whether it runs inside a plain function, so that nothing may suspend.
    var isBlocking = false
    /// The task that is being stepped.
    private(set) var current: PyFuture?

    /// The loop of the machine's current run.
    init(_ machine: Machine, _ library: AsyncLibrary) {
        self.machine = machine
        self.library = library
        context = machine.context
    }

    /// Whether the run that it belongs to is over.
    var isOver: Bool { context == nil }

    // MARK: Tasks

    /// A task that runs a coroutine from the next turn on.
    func task(_ coroutine: PyGenerator, name: String? = nil, context: Value = .none) -> PyFuture {
        let made = PyFuture(type: library.task)
        made.sharedContext = context.asObject as? PyContext
        made.coroutine = coroutine
        made.variables = machine.context.variables
        order += 1
        made.name = name ?? "Task-\(order)"
        ready.append(.step(made, .send(.none)))
        if tasks.count >= 64, tasks.count.nonzeroBitCount == 1 { tasks.removeAll(where: \.isDone) }
        tasks.append(made)
        return made
    }

    /// Lets go of the tasks.
    func forgetTasks() { tasks = [] }

    /// A future for anything that can be awaited.
    func future(_ value: Value) throws -> PyFuture {
        if let future = value.asObject as? PyFuture { return future }
        if let generator = value.asObject as? PyGenerator, generator.kind == .coroutine { return task(generator) }
        let made = PyFuture(type: library.future)
        if let native = value.asObject as? PyNativeAwaitable {
            try wait(for: native, made)
            return made
        }
        if try machine.method(value, "__await__") != nil {
            let iterator = try machine.awaitIterator(value)
            if let generator = iterator.asObject as? PyGenerator {
                made.coroutine = generator
                ready.append(.step(made, .send(.none)))
                return made
            }
            if let cursor = iterator.asObject as? NativeAwaitCursor {
                try wait(for: cursor.awaitable, made)
                return made
            }
        }
        throw machine.error("TypeError", "An asyncio.Future, a coroutine or an awaitable is required")
    }

    private func wait(for native: PyNativeAwaitable, _ future: PyFuture) throws {
        switch library.takeWait(native) {
        case .seconds(let seconds, let result): timer(seconds) { try future.finish(.finished(result)) }
        case .work(let work): timer(0) { [machine] in try future.finish(Self.outcome(of: work, machine)) }
        case .future(let other):
            if other.isDone { return try future.finish(like: other) }
            future.waitsFor = other
            other.callbacks.append { try future.finish(like: $0) }
        case nil: foreign.append((native, future))
        }
    }

    private static func outcome(of work: (Machine) throws -> Value, _ machine: Machine) throws -> PyFuture.State {
        do { return .finished(try work(machine)) } catch let raised as PyError { return .failed(raised) }
    }

    /// Awaitables of others that are not asyncio's; they are carried out one after the other.
    private var foreign: [(native: PyNativeAwaitable, future: PyFuture)] = []

    /// Runs `fire` after that many seconds.
    ///
    /// - Parameter isCall: whether the program wants the call itself, and not only a limit for something else.
    func timer(_ seconds: Double, isCall: Bool = false, _ fire: @escaping () throws -> Void) {
        order += 1
        timers.append((now + max(0, seconds), order, isCall, fire))
    }

    /// Lets what waits outside of all tasks end with `CancelledError`.
    func interrupt() { interruption = machine.error(library.cancelledError, []) }

    private var interruption: PyError?

    /// Calls a function at the next turn.
    func soon(_ call: @escaping () throws -> Void) { ready.append(.call(call)) }

    /// Asks a task to end by raising `CancelledError` in it; what it waits for is cancelled first, if that can be.
    func cancel(_ future: PyFuture, _ arguments: [Value] = []) throws -> Bool {
        if future.isDone { return false }
        if let cancel = future.cancels { return try cancel() }
        if let waitedFor = future.waitsFor, !waitedFor.isDone {
            future.cancelRequests += future.coroutine == nil ? 0 : 1
            return try cancel(waitedFor, arguments)
        }
        future.cancelArguments = arguments
        future.cancelRequests += 1
        guard future.coroutine != nil else {
            try future.finish(.cancelled)
            return true
        }
        future.isCancelling = true
        if !ready.contains(where: { $0.isStep(of: future) }) { ready.append(.step(future, .send(.none))) }
        return true
    }

    // MARK: Running

    /// Runs tasks until `future` is done, and gives its result.
    func run(until future: PyFuture) async throws -> Value {
        let own = machine.context
        while !future.isDone {
            if let raised = interruption {
                interruption = nil
                throw raised
            }
            if try stepReady() {
                _ = try library.left.step(machine)
                continue
            }
            let isLeftMoving = try library.left.settle(machine)
            if future.isDone || !ready.isEmpty { continue }
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
                throw machine.error("RuntimeError", "all tasks wait for each other: nothing can go on")
            }
        }
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

    /// Carries out the next awaitable of others that a task waits for.
    func carryOutNext() async {
        let next = foreign.removeFirst()
        await carryOut(next.native, next.future)
    }

    /// Whether something is to go on later.
    var isOpen: Bool { !ready.isEmpty || !foreign.isEmpty || timers.contains(where: \.isCall) || tasks.contains { !$0.isDone } }

    /// The time at which the next timer is due.
    var nextDeadline: Double? { timers.map(\.deadline).min() }

    /// Lets the first task that can go on do so; false where there is none.
    func stepReady() throws -> Bool {
        if ready.isEmpty { return false }
        switch ready.removeFirst() {
        case .step(let task, let input): try step(task, input)
        case .call(let call): try call()
        }
        return true
    }

    /// Lets every task that can go on now do so once.
    func stepAllReady() throws {
        for _ in ready.indices where try !stepReady() { return }
    }

    /// Takes out what is to happen next after a sleep: all that is due at that time, in order.
    ///
    /// - Parameter pause: the seconds after which something else is to happen, if that comes first.
    func takeTimers(before pause: Double? = nil) -> (deadline: Double, fire: [() throws -> Void])? {
        guard let deadline = nextDeadline else { return nil }
        if let pause, now + pause < deadline { return nil }
        let due = timers.filter { $0.deadline <= deadline }.sorted { $0.order < $1.order }
        timers.removeAll { $0.deadline <= deadline }
        return (deadline, due.map(\.fire))
    }

    /// Whether tasks wait for awaitables of others.
    var hasForeign: Bool { !foreign.isEmpty }

    /// Carries out an awaitable of others that a task waits for, without giving up the thread.
    ///
    /// Nothing suspends where the loop is blocking, so the task is over as it returns.
    func carryOutNow() throws {
        nonisolated(unsafe) let loop = self
        nonisolated(unsafe) let next = foreign.removeFirst()
        Task.immediate { await loop.carryOut(next.native, next.future) }
        if let failure { throw failure }
        if !next.future.isDone { throw machine.error("PlaygroundLimit", "asyncio.run() cannot wait for what it does not run itself") }
    }

    private func carryOut(_ native: PyNativeAwaitable, _ future: PyFuture) async {
        do {
            try future.finish(.finished(try await native.operation(machine)))
        } catch let raised as PyError {
            try? future.finish(.failed(raised))
        } catch {
            failure = error
        }
    }

    /// A limit of the sandbox that an awaitable of others met.
    private var failure: (any Error)?

    /// The result of a future that is done; raises what it failed with.
    func result(of future: PyFuture) throws -> Value {
        if let failure { throw failure }
        switch future.state {
        case .finished(let value): return value
        case .failed(let raised): throw raised
        case .cancelled: throw machine.error(library.cancelledError, future.cancelArguments)
        case .pending: throw machine.error(library.invalidStateError, [.string("Result is not set.")])
        }
    }

    private func step(_ task: PyFuture, _ input: Resumption) throws {
        guard let coroutine = task.coroutine, !task.isDone else { return }
        var input = input
        if task.isCancelling {
            task.isCancelling = false
            input = .throw(machine.error(library.cancelledError, task.cancelArguments))
        }
        let outer = current
        current = task
        task.waitsFor = nil
        defer { current = outer }
        do {
            while true {
                switch try resume(coroutine, input, of: task) {
                case .returned(let value): return try task.finish(.finished(value))
                case .yielded: return ready.append(.step(task, .send(.none)))
                case .awaiting(let native):
                    guard let next = try suspend(task, for: native) else { return }
                    input = next
                }
            }
        } catch let raised as PyError {
            let isCancelled = raised.exception.instanceType.isSubtype(of: library.cancelledError)
            if isCancelled { task.cancelArguments = raised.exception.arguments }
            try task.finish(isCancelled ? .cancelled : .failed(raised))
        }
    }

    private func resume(_ coroutine: PyGenerator, _ input: Resumption, of task: PyFuture) throws -> Outcome {
        if let shared = task.sharedContext { return try shared.run(machine) { try machine.resume(coroutine, input) } }
        guard var variables = task.variables else { return try machine.resume(coroutine, input) }
        defer { task.variables = variables }
        return try machine.withVariables(&variables) { try machine.resume(coroutine, input) }
    }

    /// Lets a task wait for a native awaitable; gives what the task goes on with at once where that is done already.
    private func suspend(_ task: PyFuture, for native: PyNativeAwaitable) throws -> Resumption? {
        if let result = library.takePause(native) {
            ready.append(.step(task, .send(result)))
            return nil
        }
        let inner = PyFuture(type: library.future)
        try wait(for: native, inner)
        if inner.isDone { return try resumption(inner) }
        task.waitsFor = inner
        inner.callbacks.append { [self] done in
            if !task.isDone { ready.append(.step(task, try resumption(done))) }
        }
        return nil
    }

    private func resumption(_ done: PyFuture) throws -> Resumption {
        do { return .send(try result(of: done)) } catch let raised as PyError { return .throw(raised) }
    }
}

/// What the module `asyncio` keeps: its classes, the loops of the runs, and what its awaitables wait for.
final class AsyncLibrary {
    /// The class `asyncio.Future`.
    let future: PyType
    /// The class `asyncio.Task`.
    let task: PyType
    /// The class `asyncio.CancelledError`.
    let cancelledError: PyType
    /// The class `asyncio.InvalidStateError`.
    let invalidStateError: PyType
    /// The loops of runs that are over, whose tasks go on.
    private(set) lazy var left = LeftLoops(self)
    private var loops: [ObjectIdentifier: AsyncLoop] = [:]
    private var waits: [ObjectIdentifier: (native: WeakAwaitable, wait: AsyncWait)] = [:]

    private struct WeakAwaitable {
        weak var value: PyNativeAwaitable?
    }

    /// Makes the classes.
    init(_ machine: Machine) throws {
        let types = machine.types
        future = try types.make("Future", module: "asyncio")
        task = try types.make("Task", module: "asyncio", bases: [future])
        cancelledError = try types.make("CancelledError", module: "asyncio.exceptions", bases: [types.exception("BaseException")])
        invalidStateError = try types.make("InvalidStateError", module: "asyncio.exceptions", bases: [types.exception("Exception")])
        future.allocates { PyFuture(type: $0) }
    }

    /// The loop of the run that the machine is in.
    func loop(_ machine: Machine) -> AsyncLoop {
        let key = ObjectIdentifier(machine.context)
        if let known = loops[key], !known.isOver { return known }
        loops = loops.filter { !$0.value.isOver }
        let made = AsyncLoop(machine, self)
        loops[key] = made
        return made
    }

    /// Takes the loop of the machine's current run out, if there is one.
    func takeLoop(_ machine: Machine) -> AsyncLoop? { loops.removeValue(forKey: ObjectIdentifier(machine.context)) }

    /// Makes a loop the one of the machine's current run while `body` runs.
    func withLoop<Result>(_ loop: AsyncLoop, _ machine: Machine, _ body: (AsyncLoop) throws -> Result) throws -> Result {
        let key = ObjectIdentifier(machine.context)
        let outer = loops.updateValue(loop, forKey: key)
        defer { loops[key] = outer }
        return try body(loop)
    }

    /// An awaitable that the loop knows how to wait for without blocking other tasks.
    func awaitable(_ wait: AsyncWait) -> PyNativeAwaitable {
        let made = PyNativeAwaitable { [unowned self] machine in
            let loop = self.loop(machine)
            switch wait {
            case .future(let future): return try await loop.run(until: future)
            case .work(let work): return try work(machine)
            case .seconds(let seconds, let result):
                let end = PyFuture(type: self.future)
                loop.timer(seconds) { try end.finish(.finished(result)) }
                return try await loop.run(until: end)
            }
        }
        if waits.count > 4096 { waits = waits.filter { $0.value.native.value != nil } }
        waits[ObjectIdentifier(made)] = (WeakAwaitable(value: made), wait)
        return made
    }

    /// The result of `asyncio.sleep(0)`, which only lets others have a turn; nil for anything else.
    func takePause(_ native: PyNativeAwaitable) -> Value? {
        guard let known = waits[ObjectIdentifier(native)], known.native.value === native,
            case .seconds(let seconds, let result) = known.wait,
            seconds <= 0
        else { return nil }
        waits[ObjectIdentifier(native)] = nil
        return result
    }

    /// What an awaitable waits for; nil where it is not asyncio's.
    func takeWait(_ native: PyNativeAwaitable) -> AsyncWait? {
        let key = ObjectIdentifier(native)
        guard let known = waits[key], known.native.value === native else { return nil }
        waits[key] = nil
        return known.wait
    }
}
