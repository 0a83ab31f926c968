/// `asyncio.Queue`, `LifoQueue` and `PriorityQueue`.
enum AsyncQueueClass {
    private final class Queue: PyInstance {
        var elements: [Value] = []
        var limit = 0
        var readers: [PyFuture] = []
        var writers: [(value: Value, future: PyFuture)] = []
        var unfinished = 0
        var joiners: [PyFuture] = []
        init(type: PyType) { super.init(type: type) }

        var isFull: Bool { limit > 0 && elements.count >= limit }
    }

    private enum Order { case first, last, least }

    /// Puts its names into the module.
    static func add(
        to module: PyModule, _ library: AsyncLibrary, empty: PyType, full: PyType, _ machine: Machine
    ) throws {
        for (name, order) in [("Queue", Order.first), ("LifoQueue", .last), ("PriorityQueue", .least)] {
            let type = try machine.types.make(name, module: "asyncio.queues")
            type.allocates { Queue(type: $0) }
            TypeFormInstallation.makeSubscriptable(type)
            type.method("__init__", "self, maxsize=0") { machine, a in
                try queue(a[0], machine).limit = try machine.index(a[1])
                return .none
            }
            installReading(type, order, library, empty)
            installWriting(type, order, library, full)
            module.add(type)
        }
    }

    private static func queue(_ value: Value, _ machine: Machine) throws -> Queue {
        guard let queue = value.asObject as? Queue else { throw machine.error("TypeError", "not a queue") }
        return queue
    }

    private static func take(_ queue: Queue, _ order: Order, _ machine: Machine) throws -> Value {
        var index = order == .last ? queue.elements.count - 1 : 0
        if order == .least {
            for other in queue.elements.indices.dropFirst()
            where try machine.isTrue(machine.compare(queue.elements[other], queue.elements[index], .less)) {
                index = other
            }
        }
        let value = queue.elements.remove(at: index)
        if !queue.isFull, !queue.writers.isEmpty {
            let writer = queue.writers.removeFirst()
            queue.elements.append(writer.value)
            queue.unfinished += 1
            try writer.future.finish(.finished(.none))
        }
        return value
    }

    private static func put(_ queue: Queue, _ value: Value, _ order: Order, _ machine: Machine) throws {
        queue.elements.append(value)
        queue.unfinished += 1
        if !queue.readers.isEmpty { try queue.readers.removeFirst().finish(.finished(try take(queue, order, machine))) }
    }

    private static func installReading(_ type: PyType, _ order: Order, _ library: AsyncLibrary, _ empty: PyType) {
        type.method("get", "self") { machine, a in
            let queue = try queue(a[0], machine)
            let done = PyFuture(type: library.future)
            if queue.elements.isEmpty { queue.readers.append(done) } else { try done.finish(.finished(try take(queue, order, machine))) }
            return .object(library.awaitable(.future(done)))
        }
        type.method("get_nowait", "self") { machine, a in
            let queue = try queue(a[0], machine)
            if queue.elements.isEmpty { throw machine.error(empty, []) }
            return try take(queue, order, machine)
        }
        type.method("qsize", "self") { machine, a in .int(try queue(a[0], machine).elements.count) }
        type.method("empty", "self") { machine, a in .bool(try queue(a[0], machine).elements.isEmpty) }
        type.method("full", "self") { machine, a in .bool(try queue(a[0], machine).isFull) }
        type.getter("maxsize") { machine, value in .int(try queue(value, machine).limit) }
    }

    private static func installWriting(_ type: PyType, _ order: Order, _ library: AsyncLibrary, _ full: PyType) {
        type.method("put", "self, item") { machine, a in
            let queue = try queue(a[0], machine)
            let done = PyFuture(type: library.future)
            if queue.isFull {
                queue.writers.append((a[1], done))
            } else {
                try put(queue, a[1], order, machine)
                try done.finish(.finished(.none))
            }
            return .object(library.awaitable(.future(done)))
        }
        type.method("put_nowait", "self, item") { machine, a in
            let queue = try queue(a[0], machine)
            if queue.isFull { throw machine.error(full, []) }
            try put(queue, a[1], order, machine)
            return .none
        }
        type.method("task_done", "self") { machine, a in
            let queue = try queue(a[0], machine)
            if queue.unfinished == 0 { throw machine.error("ValueError", "task_done() called too many times") }
            queue.unfinished -= 1
            if queue.unfinished == 0 {
                for joiner in queue.joiners { try joiner.finish(.finished(.none)) }
                queue.joiners = []
            }
            return .none
        }
        type.method("join", "self") { machine, a in
            let queue = try queue(a[0], machine)
            let done = PyFuture(type: library.future)
            if queue.unfinished == 0 { try done.finish(.finished(.none)) } else { queue.joiners.append(done) }
            return .object(library.awaitable(.future(done)))
        }
    }
}
