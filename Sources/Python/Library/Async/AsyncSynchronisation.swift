/// `asyncio.Lock`, `Event`, `Semaphore` and `Condition`.
enum AsyncSynchronisation {
    /// How many may pass, and who waits.
    private final class Gate: PyInstance {
        var free = 1
        var limit: Int?
        var waiting: [PyFuture] = []
        init(type: PyType) { super.init(type: type) }
    }

    /// Puts its names into the module.
    static func add(to module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        for (name, isBounded) in [("Lock", true), ("Semaphore", false), ("BoundedSemaphore", true)] {
            let type = try machine.types.make(name, module: "asyncio.locks")
            type.allocates { Gate(type: $0) }
            type.method("__init__", name == "Lock" ? "self" : "self, value=1") { machine, a in
                guard let gate = a[0].asObject as? Gate else { return .none }
                if name != "Lock" {
                    gate.free = try machine.index(a[1])
                    if gate.free < 0 { throw machine.error("ValueError", "Semaphore initial value must be >= 0") }
                }
                gate.limit = isBounded ? gate.free : nil
                return .none
            }
            installGate(type, isLock: name == "Lock", library)
            module.add(type)
        }
        try addEvent(module, library, machine)
    }

    private static func gate(_ value: Value, _ machine: Machine) throws -> Gate {
        guard let gate = value.asObject as? Gate else { throw machine.error("TypeError", "not a lock") }
        return gate
    }

    private static func enter(_ gate: Gate, _ result: Value, _ library: AsyncLibrary) throws -> Value {
        let entered = PyFuture(type: library.future)
        if gate.free > 0 {
            gate.free -= 1
            try entered.finish(.finished(result))
        } else {
            let turn = PyFuture(type: library.future)
            turn.callbacks.append { _ in try entered.finish(.finished(result)) }
            gate.waiting.append(turn)
        }
        return .object(library.awaitable(.future(entered)))
    }

    private static func leave(_ gate: Gate, isLock: Bool, _ machine: Machine) throws {
        if let limit = gate.limit, gate.free >= limit {
            throw isLock
                ? machine.error("RuntimeError", "Lock is not acquired.")
                : machine.error("ValueError", "BoundedSemaphore released too many times")
        }
        if gate.waiting.isEmpty {
            gate.free += 1
        } else {
            try gate.waiting.removeFirst().finish(.finished(.none))
        }
    }

    private static func installGate(_ type: PyType, isLock: Bool, _ library: AsyncLibrary) {
        type.method("acquire", "self") { machine, a in try enter(try gate(a[0], machine), true, library) }
        type.method("release", "self") { machine, a in
            try leave(try gate(a[0], machine), isLock: isLock, machine)
            return .none
        }
        type.method("__repr__", "self") { machine, a in
            let gate = try gate(a[0], machine)
            var state = gate.free == 0 ? "locked" : "unlocked"
            if !isLock, gate.free > 0 { state += ", value:\(gate.free)" }
            if !gate.waiting.isEmpty { state += ", waiters:\(gate.waiting.count)" }
            return .string("<asyncio.locks.\(gate.instanceType.name) object at \(machine.address(a[0])) [\(state)]>")
        }
        type.method("locked", "self") { machine, a in .bool(try gate(a[0], machine).free == 0) }
        type.method("__aenter__", "self") { machine, a in try enter(try gate(a[0], machine), .none, library) }
        type.method("__aexit__", "self, et, exc, tb") { machine, a in
            try leave(try gate(a[0], machine), isLock: isLock, machine)
            return .object(PyNativeAwaitable { _ in .none })
        }
    }

    private static func addEvent(_ module: PyModule, _ library: AsyncLibrary, _ machine: Machine) throws {
        let type = try machine.types.make("Event", module: "asyncio.locks")
        type.allocates { made in
            let gate = Gate(type: made)
            gate.free = 0
            return gate
        }
        type.method("is_set", "self") { machine, a in .bool(try gate(a[0], machine).free > 0) }
        type.method("set", "self") { machine, a in
            let gate = try gate(a[0], machine)
            gate.free = 1
            let waiting = gate.waiting
            gate.waiting = []
            for turn in waiting { try turn.finish(.finished(.none)) }
            return .none
        }
        type.method("clear", "self") { machine, a in
            try gate(a[0], machine).free = 0
            return .none
        }
        type.method("wait", "self") { machine, a in
            let gate = try gate(a[0], machine)
            let done = PyFuture(type: library.future)
            if gate.free > 0 {
                try done.finish(.finished(true))
            } else {
                let turn = PyFuture(type: library.future)
                turn.callbacks.append { _ in try done.finish(.finished(true)) }
                gate.waiting.append(turn)
            }
            return .object(library.awaitable(.future(done)))
        }
        module.add(type)
    }
}
