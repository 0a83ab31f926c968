/// What programs use of `anyio`: `sleep`, `to_thread.run_sync`, and the same through Starlette's names.
enum AnyioModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "anyio")
        module.function(machine, "sleep", "delay") { machine, a in
            let library = try machine.library(AsyncLibrary.self, of: "asyncio")
            return .object(library.awaitable(.seconds(try MathModule.float(a[0], machine), .none)))
        }
        module.function(machine, "current_time", "") { machine, _ in .float(Double(RunClock.monotonic(machine)) / 1e9) }
        for name in ["Lock", "Event", "Semaphore"] { module.add(name, try machine.imported("asyncio", name)) }
        if let threads = try machine.modules.module("anyio.to_thread", machine) { module.add("to_thread", .object(threads)) }
        try AnyioExtras.written.run(in: module, machine)
        return module
    }

    /// Builds the module `anyio.to_thread`.
    static func makeThreads(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "anyio.to_thread")
        module.function(
            machine, "run_sync", "func, *args, abandon_on_cancel=False, cancellable=None, limiter=None"
        ) { _, a in
            let (function, arguments) = (a[0], Arguments(a.list(1)))
            return .object(PyNativeAwaitable { machine in try machine.call(function, arguments) })
        }
        return module
    }
}
