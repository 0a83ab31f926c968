/// The methods of `asyncio.Future` and `asyncio.Task`.
enum FutureClass {
    /// Gives the classes their behaviour.
    static func install(_ library: AsyncLibrary) {
        let type = library.future
        func method(_ name: String, _ signature: String, _ body: @escaping (Machine, PyFuture, BoundArguments) throws -> Value) {
            type.method(name, "self" + signature) { machine, a in
                guard let future = a[0].asObject as? PyFuture else { throw machine.error("TypeError", "not a future") }
                return try body(machine, future, a)
            }
        }
        method("__repr__", "") { machine, future, _ in .string(try text(future, machine)) }
        method("__await__", "") { _, future, _ in .object(NativeAwaitCursor(library.awaitable(.future(future)))) }
        method("done", "") { _, future, _ in .bool(future.isDone) }
        method("cancelled", "") { _, future, _ in if case .cancelled = future.state { true } else { false } }
        method("result", "") { machine, future, _ in try library.loop(machine).result(of: future) }
        method("exception", "") { machine, future, _ in
            if case .cancelled = future.state { throw machine.error(library.cancelledError, future.cancelArguments) }
            if case .failed(let raised) = future.state { return .object(raised.exception) }
            if case .pending = future.state {
                throw machine.error(library.invalidStateError, [.string("Exception is not set.")])
            }
            return .none
        }
        method("cancel", ", msg=None") { machine, future, a in
            .bool(try library.loop(machine).cancel(future, a[1].isNone ? [] : [a[1]]))
        }
        method("set_result", ", result, /") { machine, future, a in
            if future.isDone { throw machine.error(library.invalidStateError, [.string("invalid state")]) }
            try future.finish(.finished(a[1]))
            return .none
        }
        method("set_exception", ", exception, /") { machine, future, a in
            guard let exception = a[1].asException else { throw machine.error("TypeError", "invalid exception object") }
            try future.finish(.failed(PyError(exception)))
            return .none
        }
        method("add_done_callback", ", fn, /, *, context=None") { machine, future, a in
            let function = a[1]
            let loop = library.loop(machine)
            let variables = machine.context.variables
            func call(_ done: PyFuture) {
                var own = variables
                loop.soon { try machine.withVariables(&own) { _ = try machine.call(function, .object(done)) } }
            }
            if future.isDone { call(future) } else { future.listeners.append(function) }
            if future.listeners.count == 1 {
                future.callbacks.append { done in
                    for listener in done.listeners { loop.soon { _ = try machine.call(listener, .object(done)) } }
                    done.listeners = []
                }
            }
            return .none
        }
        method("remove_done_callback", ", fn, /") { machine, future, a in
            let kept = try future.listeners.filter { try !machine.isEqual($0, a[1]) }
            defer { future.listeners = kept }
            return .int(future.listeners.count - kept.count)
        }
        method("cancelling", "") { _, future, _ in .int(future.cancelRequests) }
        method("uncancel", "") { _, future, _ in
            future.cancelRequests = max(0, future.cancelRequests - 1)
            return .int(future.cancelRequests)
        }
        method("get_loop", "") { machine, _, _ in try machine.call(try machine.imported("asyncio", "get_event_loop")) }
        method("get_stack", ", *, limit=None") { _, _, _ in .list([]) }
        method("get_name", "") { _, future, _ in .string(future.name) }
        method("set_name", ", value, /") { machine, future, a in
            future.name = try machine.str(a[1])
            return .none
        }
        method("get_coro", "") { _, future, _ in future.coroutine.map { .object($0) } ?? .none }
    }

    /// What a future prints as (`base_futures._future_repr_info`).
    private static func text(_ future: PyFuture, _ machine: Machine) throws -> String {
        let name = future.instanceType.name
        var parts =
            switch future.state {
            case .pending: [future.isTask && future.isCancelling ? "cancelling" : "pending"]
            case .finished, .failed: ["finished"]
            case .cancelled: ["cancelled"]
            }
        if future.isTask { parts.append("name=\(try machine.repr(.string(future.name)))") }
        switch future.state {
        case .finished(let value): parts.append("result=\(try machine.repr(value))")
        case .failed(let raised): parts.append("exception=\(try machine.repr(.object(raised.exception)))")
        default: break
        }
        return "<\(name) \(parts.joined(separator: " "))>"
    }
}
