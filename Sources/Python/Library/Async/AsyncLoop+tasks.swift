/// Tasks of a loop: how they begin, go on, wait and are cancelled.
extension AsyncLoop {
    /// A task that runs a coroutine from the next turn on.
    func task(_ coroutine: PyGenerator, name: String? = nil, context: Value = .none) -> PyFuture {
        let made = PyFuture(type: library.task)
        made.sharedContext = context.asObject as? PyContext
        made.coroutine = coroutine
        made.variables = machine.context.variables
        made.name = name ?? nextName()
        goOn(made, .send(.none))
        if tasks.count >= 64, tasks.count.nonzeroBitCount == 1 { tasks.removeAll(where: \.isDone) }
        tasks.append(made)
        return made
    }

    /// A future for anything that can be awaited; all but futures are run by a task of their own.
    func future(_ value: Value) throws -> PyFuture {
        if let future = value.asObject as? PyFuture { return future }
        if let generator = value.asObject as? PyGenerator, generator.kind == .coroutine { return task(generator) }
        if value.asObject is PyNativeAwaitable { return task(try AsyncioModule.coroutine(value, "TypeError", machine)) }
        guard try machine.method(value, "__await__") != nil,
            let carrying = try machine.call(try machine.imported("asyncio", "_carry"), value).asObject as? PyGenerator
        else { throw machine.error("TypeError", "An asyncio.Future, a coroutine or an awaitable is required") }
        return task(carrying)
    }

    /// Asks a task to end by raising `CancelledError` in it; what it waits for is cancelled first, if that can be.
    ///
    /// - Returns: whether anything was cancelled (CPython `Task.cancel`, `_GatheringFuture.cancel`).
    func cancel(_ future: PyFuture, _ arguments: [Value] = []) throws -> Bool {
        var open = [future]
        var isAny = false
        while let target = open.popLast() {
            if target.isDone { continue }
            try machine.charge(instructions: 4)
            if target.isTask { target.cancelRequests += 1 }
            if let members = target.members {
                target.cancelRequests += 1
                open += members.reversed()
            } else if let waitedFor = target.waitsFor, !waitedFor.isDone {
                open.append(waitedFor)
            } else {
                isAny = true
                try end(target, arguments)
            }
        }
        if !isAny, future.isTask, !future.isDone {
            try end(future, arguments)
            return true
        }
        return isAny
    }

    private func end(_ target: PyFuture, _ arguments: [Value]) throws {
        target.cancelArguments = arguments
        if target.isTask { target.isCancelling = true } else { try target.finish(.cancelled) }
    }

    /// Lets a task go on until it waits or ends.
    func step(_ task: PyFuture, _ input: Resumption) throws {
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
                case .returned(let value): return try end(task, with: value)
                case .yielded: return goOn(task, .send(.none))
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

    /// Ends a task whose coroutine returned; one that was asked to end meanwhile counts as cancelled.
    private func end(_ task: PyFuture, with value: Value) throws {
        let isCancelled = task.isCancelling
        task.isCancelling = false
        try task.finish(isCancelled ? .cancelled : .finished(value))
    }

    private func resume(_ coroutine: PyGenerator, _ input: Resumption, of task: PyFuture) throws -> Outcome {
        let outcome = try resumeInContext(coroutine, input, of: task)
        // What the task let go of is closed before others have their turn.
        if machine.frames.hasDropped { try machine.closeDropped() }
        return outcome
    }

    private func resumeInContext(_ coroutine: PyGenerator, _ input: Resumption, of task: PyFuture) throws -> Outcome {
        if let shared = task.sharedContext { return try shared.run(machine) { try machine.resume(coroutine, input) } }
        guard var variables = task.variables else { return try machine.resume(coroutine, input) }
        defer { task.variables = variables }
        return try machine.withVariables(&variables) { try machine.resume(coroutine, input) }
    }

    /// Lets a task wait for a native awaitable; gives what the task goes on with at once where that is done already.
    private func suspend(_ task: PyFuture, for native: PyNativeAwaitable) throws -> Resumption? {
        if let result = library.takePause(native) {
            goOn(task, .send(result))
            return nil
        }
        let inner = PyFuture(type: library.future)
        try wait(for: native, inner)
        if inner.isDone { return try resumption(inner) }
        task.waitsFor = inner
        inner.callbacks.append { [self] done in
            if task.waitsFor === done { goOn(task, try resumption(done)) }
        }
        if task.isCancelling {
            task.isCancelling = false
            task.cancelRequests -= 1
            _ = try cancel(task, task.cancelArguments)
        }
        return nil
    }

    private func resumption(_ done: PyFuture) throws -> Resumption {
        do { return .send(try result(of: done)) } catch let raised as PyError { return .throw(raised) }
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
}

/// Awaitables that are not asyncio's: the program's server carries them out.
extension AsyncLoop {
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

    /// Carries out the next awaitable of others that a task waits for.
    func carryOutNext() async {
        let next = foreign.removeFirst()
        await carryOut(next.native, next.future)
    }

    /// Carries out an awaitable of others, and ends the future that stands for it.
    func carryOut(_ native: PyNativeAwaitable, _ future: PyFuture) async {
        do {
            try future.finish(.finished(try await native.operation(machine)))
        } catch let raised as PyError {
            try? future.finish(.failed(raised))
        } catch {
            failure = error
        }
    }
}
