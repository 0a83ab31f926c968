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

    /// What one of the module's own awaitables waits for.
    private final class Purpose {
        let wait: AsyncWait
        init(_ wait: AsyncWait) { self.wait = wait }
    }

    /// Makes the classes.
    init(_ machine: Machine) throws {
        let types = machine.types
        future = try types.make("Future", module: "asyncio")
        task = try types.make("Task", module: "asyncio", bases: [future])
        cancelledError = try types.make("CancelledError", module: "asyncio.exceptions", bases: [types.exception("BaseException")])
        invalidStateError = try types.make("InvalidStateError", module: "asyncio.exceptions", bases: [types.exception("Exception")])
        future.allocates { PyFuture(type: $0) }
        machine.asyncGeneratorFinaliser = { [unowned self, unowned machine] generator in
            let loop = self.loop(machine)
            guard loop.current != nil || machine.isInsideCoroutine else { return false }
            let closing = try machine.call(try machine.attribute(.object(generator), "aclose"))
            loop.soon { _ = try loop.future(closing) }
            return true
        }
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
                if seconds <= 0 {
                    try loop.pause()
                    return result
                }
                let end = PyFuture(type: self.future)
                loop.timer(seconds) { try end.finish(.finished(result)) }
                return try await loop.run(until: end)
            }
        }
        made.purpose = Purpose(wait)
        return made
    }

    /// The result of `asyncio.sleep(0)`, which only lets others have a turn; nil for anything else.
    func takePause(_ native: PyNativeAwaitable) -> Value? {
        guard case .seconds(let seconds, let result)? = (native.purpose as? Purpose)?.wait, seconds <= 0 else { return nil }
        native.purpose = nil
        return result
    }

    /// What an awaitable waits for; nil where it is not asyncio's.
    func takeWait(_ native: PyNativeAwaitable) -> AsyncWait? {
        guard let purpose = native.purpose as? Purpose else { return nil }
        native.purpose = nil
        return purpose.wait
    }
}
