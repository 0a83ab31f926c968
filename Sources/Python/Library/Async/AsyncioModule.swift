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
        try EventLoopClass.add(to: module, library, machine)
        AsyncGathering.add(to: module, library, machine)
        for written in [AsyncExtras.written, AsyncLocks.written, AsyncQueues.written, AsyncScopes.written] {
            try written.run(in: module, machine)
        }
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
    }

    private static func addTasks(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) {
        for name in ["create_task", "ensure_future"] {
            module.function(machine, name, "coro, *, name=None, context=None, loop=None") { machine, a in
                if name == "create_task" {
                    let coroutine = try coroutine(a[0], "TypeError", machine)
                    return .object(library.loop(machine).task(coroutine, name: try taskName(a[1], machine), context: a[2]))
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

    /// The name that a task is given; nil where it is given none.
    static func taskName(_ value: Value, _ machine: Machine) throws -> String? { value.isNone ? nil : try machine.str(value) }

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
    }
}
