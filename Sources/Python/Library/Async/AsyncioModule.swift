/// The module `asyncio`: tasks and what they wait with, on the machine's own turns.
enum AsyncioModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "asyncio")
        let library = try AsyncLibrary(machine)
        module.add("_library", .object(LibraryBox(library)))
        FutureClass.install(library)
        for type in [library.future, library.task, library.cancelledError, library.invalidStateError] { module.add(type) }
        module.add("TimeoutError", .object(machine.types.exception("TimeoutError")))
        addWaiting(module, library, machine)
        addTasks(module, library, machine)
        addQuestions(module, library, machine)
        try AsyncGroups.add(to: module, library, machine)
        try AsyncSynchronisation.add(to: module, library, machine)
        try AsyncExtras.queues.run(in: module, machine)
        try AsyncExtras.written.run(in: module, machine)
        if let loop = module.namespace["AbstractEventLoop"]?.asType {
            for (name, function) in AsyncExtras.loopMethods { loop.attributes[name] = module.namespace[function] }
        }
        for (name, value) in [
            ("FIRST_COMPLETED", "FIRST_COMPLETED"), ("FIRST_EXCEPTION", "FIRST_EXCEPTION"), ("ALL_COMPLETED", "ALL_COMPLETED"),
        ] {
            module.add(name, .string(value))
        }
        return module
    }

    private static func addWaiting(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) {
        module.function(machine, "sleep", "delay, result=None") { machine, a in
            .object(library.awaitable(.seconds(try MathModule.float(a[0], machine), a[1])))
        }
        module.function(machine, "gather", "*coros_or_futures, return_exceptions=False") { machine, a in
            let keepsErrors = try machine.isTrue(a[1])
            let loop = library.loop(machine)
            let members = try a.list(0).map { try loop.future($0) }
            return .object(try gathered(members, keepsErrors, library, loop))
        }
        module.function(machine, "shield", "arg") { machine, a in
            let inner = try library.loop(machine).future(a[0])
            if inner.isDone { return .object(inner) }
            let outer = PyFuture(type: library.future)
            inner.callbacks.append { try outer.finish($0.state) }
            return .object(outer)
        }
        module.function(machine, "wait", "fs, *, timeout=None, return_when='ALL_COMPLETED'") { machine, a in
            let loop = library.loop(machine)
            let members = try machine.array(a[0]).map { try loop.future($0) }
            let outer = PyFuture(type: library.future)
            let wantsFirst = a[2].asString != "ALL_COMPLETED"
            func check(_: PyFuture?) throws {
                let isEnough = wantsFirst ? members.contains(where: \.isDone) : members.allSatisfy(\.isDone)
                if isEnough { try outer.finish(.finished(try sets(members, machine))) }
            }
            for member in members { member.callbacks.append { try check($0) } }
            try check(nil)
            if !a[1].isNone {
                loop.timer(try MathModule.float(a[1], machine)) { try outer.finish(.finished(try sets(members, machine))) }
            }
            return .object(library.awaitable(.future(outer)))
        }
    }

    private static func sets(_ members: [PyFuture], _ machine: Machine) throws -> Value {
        let (done, pending) = (PyDict(), PyDict())
        for member in members { try (member.isDone ? done : pending).setValue(.none, for: .object(member), machine) }
        return .tuple([.object(PySet(table: done)), .object(PySet(table: pending))])
    }

    /// A future of the results of all, in order.
    private static func gathered(
        _ members: [PyFuture], _ keepsErrors: Bool, _ library: AsyncLibrary, _ loop: AsyncLoop
    ) throws -> PyFuture {
        let outer = PyFuture(type: library.future)
        func check(_ done: PyFuture?) throws {
            if let done, !keepsErrors {
                switch done.state {
                case .failed, .cancelled: return try outer.finish(done.state)
                default: break
                }
            }
            guard members.allSatisfy(\.isDone) else { return }
            var results: [Value] = []
            for member in members {
                do {
                    results.append(try loop.result(of: member))
                } catch let raised as PyError where keepsErrors {
                    results.append(.object(raised.exception))
                }
            }
            try outer.finish(.finished(.list(results)))
        }
        outer.cancels = {
            var isAny = false
            for member in members where try loop.cancel(member) { isAny = true }
            return isAny
        }
        for member in members where !member.isDone { member.callbacks.append { try check($0) } }
        try check(
            members.first { member in
                if case .failed = member.state { return true }
                return false
            })
        return outer
    }

    private static func addTasks(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) {
        for name in ["create_task", "ensure_future"] {
            module.function(machine, name, "coro, *, name=None, context=None, loop=None") { machine, a in
                if name == "create_task" {
                    let coroutine = try coroutine(a[0], "TypeError", machine)
                    return .object(library.loop(machine).task(coroutine, name: a[1].asString, context: a[2]))
                }
                return .object(try library.loop(machine).future(a[0]))
            }
        }
        module.function(machine, "run", "main, *, debug=None") { machine, a in
            if machine.isInsideCoroutine {
                throw machine.error("RuntimeError", "asyncio.run() cannot be called from a running event loop")
            }
            return try AsyncLoop.runBlocking(try coroutine(a[0], "ValueError", machine), machine, library)
        }
        module.function(machine, "to_thread", "func, /, *args, **kwargs") { machine, a in
            let (function, arguments) = (a[0], Arguments(a.list(1), keywords: a.dict(2)))
            var variables = machine.context.variables
            return .object(
                library.awaitable(.work { machine in try machine.withVariables(&variables) { try machine.call(function, arguments) } }))
        }
        module.function(machine, "current_task", "loop=None") { machine, _ in
            let loop = library.loop(machine)
            if let current = loop.current { return .object(current) }
            return machine.isInsideCoroutine ? .object(loop.outermost) : .none
        }
        module.function(machine, "all_tasks", "loop=None") { machine, _ in
            let table = PyDict()
            for task in library.left.tasks + library.loop(machine).tasks where !task.isDone {
                try table.setValue(.none, for: .object(task), machine)
            }
            return .object(PySet(table: table))
        }
    }

    /// The coroutine that a task is to run; one that is native, such as `asyncio.sleep(1)`, is awaited by another.
    static func coroutine(_ value: Value, _ problem: String, _ machine: Machine) throws -> PyGenerator {
        var found = value.asObject
        if found is PyNativeAwaitable { found = try machine.call(try machine.imported("asyncio", "_carry"), value).asObject }
        guard let coroutine = found as? PyGenerator, coroutine.kind == .coroutine else {
            throw machine.error(problem, "a coroutine was expected, got \(try machine.repr(value))")
        }
        return coroutine
    }

    private static func addQuestions(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) {
        module.function(machine, "iscoroutinefunction", "func") { _, a in .bool(InspectModule.isCoroutineFunction(a[0])) }
        module.function(machine, "iscoroutine", "obj") { _, a in
            .bool((a[0].asObject as? PyGenerator)?.kind == .coroutine)
        }
        module.function(machine, "isfuture", "obj") { _, a in .bool(a[0].asObject is PyFuture) }
        guard let type = try? machine.types.make("AbstractEventLoop", module: "asyncio.events") else { return }
        type.method("time", "self") { machine, _ in .float(Double(RunClock.monotonic(machine)) / 1e9) }
        type.method("is_running", "self") { machine, _ in .bool(machine.isInsideCoroutine) }
        type.method("create_future", "self") { _, _ in .object(PyFuture(type: library.future)) }
        type.method("create_task", "self, coro, *, name=None, context=None") { machine, a in
            .object(library.loop(machine).task(try coroutine(a[1], "TypeError", machine), name: a[2].asString, context: a[3]))
        }
        type.method("run_in_executor", "self, executor, func, *args") { machine, a in
            let (function, arguments) = (a[2], Arguments(a.list(3)))
            return .object(library.awaitable(.work { machine in try machine.call(function, arguments) }))
        }
        type.method("run_until_complete", "self, future") { machine, a in
            if machine.isInsideCoroutine { throw machine.error("RuntimeError", "This event loop is already running") }
            let loop = library.loop(machine)
            return try loop.runBlocking(until: try loop.future(a[1]))
        }
        for name in ["close", "stop", "set_debug", "set_exception_handler", "set_default_executor"] {
            type.method(name, "self, *args") { _, _ in .none }
        }
        for name in ["is_closed", "get_debug"] { type.method(name, "self") { _, _ in false } }
        for name in ["shutdown_asyncgens", "shutdown_default_executor"] {
            type.method(name, "self") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
        }
        for name in ["_soon", "_later"] {
            type.method(name, name == "_soon" ? "self, call" : "self, call, delay") { machine, a in
                let (loop, call) = (library.loop(machine), a[1])
                let run = machine.inCopiedVariables { _ = try machine.call(call) }
                if name == "_soon" { loop.soon(run) } else { loop.timer(try MathModule.float(a[2], machine), isCall: true, run) }
                return .none
            }
        }
        let loop = Value.object(PyInstance(type: type))
        module.add(type)
        for name in ["get_event_loop", "new_event_loop"] { module.function(machine, name, "") { _, _ in loop } }
        module.function(machine, "set_event_loop", "loop") { _, _ in .none }
        module.function(machine, "get_running_loop", "") { machine, _ in
            if machine.isInsideCoroutine { return loop }
            throw machine.error("RuntimeError", "no running event loop")
        }
    }
}

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
        method("__await__", "") { _, future, _ in .object(NativeAwaitCursor(library.awaitable(.future(future)))) }
        method("done", "") { _, future, _ in .bool(future.isDone) }
        method("cancelled", "") { _, future, _ in if case .cancelled = future.state { true } else { false } }
        method("result", "") { machine, future, _ in try library.loop(machine).result(of: future) }
        method("exception", "") { machine, future, _ in
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
}
