/// `asyncio.TaskGroup` and `asyncio.timeout`.
enum AsyncGroups {
    /// A group of tasks, or a limit of time; both are entered with `async with`.
    private final class Scope: PyInstance {
        var members: [PyFuture] = []
        var seconds: Double?
        var hasExpired = false
        var task: PyFuture?
        var isOver = false
        init(type: PyType) { super.init(type: type) }
    }

    /// Puts its names into the module.
    static func add(to module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        try addGroup(module, library, machine)
        try addTimeout(module, library, machine)
    }

    private static func addGroup(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        let type = try machine.types.make("TaskGroup", module: "asyncio.taskgroups")
        type.allocates { Scope(type: $0) }
        type.method("__aenter__", "self") { machine, a in
            let group = a[0]
            (group.asObject as? Scope)?.task = library.loop(machine).current
            return .object(PyNativeAwaitable { _ in group })
        }
        type.method("create_task", "self, coro, *, name=None, context=None") { machine, a in
            guard let scope = a[0].asObject as? Scope else { return .none }
            let coroutine = try AsyncioModule.coroutine(a[1], "TypeError", machine)
            let loop = library.loop(machine)
            let task = loop.task(coroutine, name: a[2].asString, context: a[3])
            scope.members.append(task)
            task.callbacks.append { done in
                guard case .failed = done.state, !scope.hasExpired else { return }
                scope.hasExpired = true
                // At the next turn, as CPython's loop calls back; tasks whose turn comes before may fail too.
                loop.soon {
                    for other in scope.members { _ = try loop.cancel(other) }
                    // The body of the group ends too, if it is still running.
                    if scope.isOver { return }
                    if let parent = scope.task { _ = try loop.cancel(parent) } else { loop.interrupt() }
                }
            }
            return .object(task)
        }
        type.method("__aexit__", "self, et, exc, tb") { machine, a in
            guard let scope = a[0].asObject as? Scope else { return .none }
            let outer = PyFuture(type: library.future)
            let loop = library.loop(machine)
            scope.isOver = true
            var own = a[2].asException
            if scope.hasExpired, own?.instanceType.isSubtype(of: library.cancelledError) ?? false { own = nil }
            func check() throws {
                guard scope.members.allSatisfy(\.isDone) else { return }
                try outer.finish(outcome(scope.members, own, machine))
            }
            for member in scope.members where !member.isDone {
                member.callbacks.append { _ in try check() }
            }
            if own != nil { for member in scope.members { _ = try loop.cancel(member) } }
            try check()
            return .object(library.awaitable(.future(outer)))
        }
        module.add(type)
    }

    private static func outcome(_ members: [PyFuture], _ own: PyException?, _ machine: Machine) -> PyFuture.State {
        var errors = members.compactMap { member -> Value? in
            if case .failed(let raised) = member.state { return .object(raised.exception) }
            return nil
        }
        if let own { errors.insert(.object(own), at: 0) }
        if errors.isEmpty { return .finished(.none) }
        let type = machine.types.exception("BaseExceptionGroup")
        do {
            let made = try machine.call(.object(type), "unhandled errors in a TaskGroup", .list(errors))
            guard let exception = made.asException else { return .finished(.none) }
            return .failed(PyError(exception))
        } catch let raised as PyError {
            return .failed(raised)
        } catch {
            return .cancelled
        }
    }

    private static func addTimeout(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        let type = try machine.types.make("Timeout", module: "asyncio.timeouts")
        type.allocates { Scope(type: $0) }
        type.method("__aenter__", "self") { machine, a in
            let value = a[0]
            guard let scope = value.asObject as? Scope else { return .none }
            let loop = library.loop(machine)
            scope.task = loop.current
            if let seconds = scope.seconds {
                loop.timer(seconds) {
                    guard !scope.isOver else { return }
                    scope.hasExpired = true
                    if let task = scope.task { _ = try loop.cancel(task) } else { loop.interrupt() }
                }
            }
            return .object(PyNativeAwaitable { _ in value })
        }
        type.method("__aexit__", "self, et, exc, tb") { machine, a in
            guard let scope = a[0].asObject as? Scope else { return .none }
            scope.isOver = true
            let isCancelled = a[2].asException?.instanceType.isSubtype(of: library.cancelledError) ?? false
            return .object(
                PyNativeAwaitable { machine in
                    if scope.hasExpired, isCancelled { throw machine.error(machine.types.exception("TimeoutError"), []) }
                    return .none
                })
        }
        type.method("expired", "self") { _, a in .bool((a[0].asObject as? Scope)?.hasExpired ?? false) }
        module.add(type)
        module.function(machine, "timeout", "delay") { machine, a in
            let scope = Scope(type: type)
            scope.seconds = a[0].isNone ? nil : try MathModule.float(a[0], machine)
            return .object(scope)
        }
    }
}
