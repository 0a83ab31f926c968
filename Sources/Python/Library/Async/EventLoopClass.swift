/// The class of the event loop, of which programs see one.
enum EventLoopClass {
    private static let closedMark = "_closed"

    private static func isClosed(_ loop: Value) -> Bool { loop.asInstance?.attributes?[closedMark] != nil }

    /// Puts the class, and the functions that give the loop, into the module.
    static func add(to module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        let type = try machine.types.make("AbstractEventLoop", module: "asyncio.events")
        type.method("time", "self") { machine, _ in .float(Double(RunClock.monotonic(machine)) / 1e9) }
        type.method("is_running", "self") { machine, _ in .bool(machine.isInsideCoroutine) }
        type.method("create_future", "self") { _, _ in .object(PyFuture(type: library.future)) }
        type.method("create_task", "self, coro, *, name=None, context=None") { machine, a in
            let coroutine = try AsyncioModule.coroutine(a[1], "TypeError", machine)
            return .object(library.loop(machine).task(coroutine, name: try AsyncioModule.taskName(a[2], machine), context: a[3]))
        }
        type.method("run_in_executor", "self, executor, func, *args") { machine, a in
            let (function, arguments) = (a[2], Arguments(a.list(3)))
            return .object(library.awaitable(.work { machine in try machine.call(function, arguments) }))
        }
        type.method("run_until_complete", "self, future") { machine, a in
            if isClosed(a[0]) { throw machine.error("RuntimeError", "Event loop is closed") }
            if machine.isInsideCoroutine { throw machine.error("RuntimeError", "This event loop is already running") }
            let loop = library.loop(machine)
            return try loop.runBlocking(until: try loop.future(a[1]))
        }
        type.method("close", "self") { machine, a in
            if machine.isInsideCoroutine { throw machine.error("RuntimeError", "Cannot close a running event loop") }
            a[0].asInstance?.dictionary[closedMark] = true
            return .none
        }
        type.method("is_closed", "self") { _, a in .bool(isClosed(a[0])) }
        type.method("get_debug", "self") { _, _ in false }
        for name in ["stop", "set_debug", "set_exception_handler", "set_default_executor"] {
            type.method(name, "self, *args") { _, _ in .none }
        }
        for name in ["shutdown_asyncgens", "shutdown_default_executor"] {
            type.method(name, "self") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
        }
        for name in ["_soon", "_later"] {
            type.method(name, name == "_soon" ? "self, call" : "self, call, delay") { machine, a in
                let (loop, call) = (library.loop(machine), a[1])
                let run = machine.inCopiedVariables { _ = try machine.call(call) }
                if name == "_soon" {
                    loop.soon(run)
                    return .none
                }
                let number = loop.timer(try MathModule.float(a[2], machine), isCall: true, run)
                return machine.native("cancel", "") { _, _ in
                    loop.cancelTimer(number)
                    return .none
                }
            }
        }
        let loop = Value.object(PyInstance(type: type))
        module.add(type)
        module.function(machine, "get_event_loop", "") { _, _ in loop }
        module.function(machine, "new_event_loop", "") { _, _ in .object(PyInstance(type: type)) }
        module.function(machine, "set_event_loop", "loop") { _, _ in .none }
        module.function(machine, "get_running_loop", "") { machine, _ in
            if machine.isInsideCoroutine { return loop }
            throw machine.error("RuntimeError", "no running event loop")
        }
    }
}
