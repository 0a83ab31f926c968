/// `collections.deque`.
enum DequeClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("deque", module: "collections")
        type.messageName = "collections.deque"
        type.allocates { PyDeque(type: $0) }
        TypeFormInstallation.makeSubscriptable(type)
        type.method("__init__", "self, iterable=(), maxlen=None") { machine, a in
            let deque = try self.deque(a[0], machine)
            deque.elements = []
            if !a[2].isNone, !a[2].isInteger { throw machine.error("TypeError", "an integer is required") }
            deque.limit = a[2].isNone ? nil : try machine.index(a[2])
            if let limit = deque.limit, limit < 0 { throw machine.error("ValueError", "maxlen must be non-negative") }
            try extend(deque, a[1], machine)
            return .none
        }
        for name in ["_deque_iterator", "_deque_reverse_iterator"] {
            let iterator = machine.types.builtin("_collections." + name)
            (iterator.name, iterator.qualifiedName, iterator.module, iterator.messageName) = (
                name, name, "_collections", "_collections." + name
            )
            IterationFunctions.installProtocol(on: iterator)
        }
        installChanges(type)
        installSequence(type)
        installOperators(type)
        module.add(type)
    }

    private static func deque(_ value: Value, _ machine: Machine) throws -> PyDeque {
        guard let deque = value.asObject as? PyDeque else { throw machine.error("TypeError", "not a deque") }
        return deque
    }

    private static func extend(_ deque: PyDeque, _ values: Value, _ machine: Machine) throws {
        for value in try machine.array(values) {
            try machine.charge(bytes: 16)
            deque.append(value)
        }
    }

    private static func installChanges(_ type: PyType) {
        func change(_ name: String, _ signature: String, _ body: @escaping (Machine, PyDeque, BoundArguments) throws -> Value) {
            type.method(name, "self, " + signature) { machine, a in try body(machine, try deque(a[0], machine), a) }
        }
        change("append", "x, /") { machine, deque, a in
            try machine.charge(bytes: 16)
            deque.append(a[1])
            return .none
        }
        change("appendleft", "x, /") { machine, deque, a in
            try machine.charge(bytes: 16)
            deque.prepend(a[1])
            return .none
        }
        change("extend", "iterable, /") { machine, deque, a in
            try extend(deque, a[1], machine)
            return .none
        }
        change("extendleft", "iterable, /") { machine, deque, a in
            for value in try machine.array(a[1]) { deque.prepend(value) }
            return .none
        }
        change("pop", "/") { machine, deque, _ in
            guard let last = deque.popLast() else { throw machine.error("IndexError", "pop from an empty deque") }
            return last
        }
        change("popleft", "/") { machine, deque, _ in
            guard let first = deque.popFirst() else { throw machine.error("IndexError", "pop from an empty deque") }
            return first
        }
        change("clear", "/") { _, deque, _ in
            deque.elements = []
            return .none
        }
        installOrderChanges(change)
    }

    private typealias Declare = (String, String, @escaping (Machine, PyDeque, BoundArguments) throws -> Value) -> Void

    private static func installOrderChanges(_ change: Declare) {
        change("rotate", "n=1, /") { machine, deque, a in
            let steps = try machine.index(a[1]), count = deque.count
            try machine.charge(instructions: count / 8)
            guard count > 1 else { return .none }
            let shift = steps.floorModulo(count)
            let elements = deque.elements
            deque.elements = Array(elements[(count - shift)...] + elements[..<(count - shift)])
            return .none
        }
        change("reverse", "/") { _, deque, _ in
            deque.reverse()
            return .none
        }
        change("remove", "value, /") { machine, deque, a in
            let changes = deque.changes
            guard let index = try firstIndex(of: a[1], in: deque, 0..<deque.count, since: changes, machine, raising: "IndexError") else {
                throw machine.error("ValueError", "\(try machine.repr(a[1])) is not in deque")
            }
            if deque.changes != changes { throw machine.error("IndexError", Self.mutated) }
            deque.elements.remove(at: index)
            return .none
        }
        change("insert", "index, object, /") { machine, deque, a in
            if let limit = deque.limit, deque.elements.count >= limit {
                throw machine.error("IndexError", "deque already at its maximum size")
            }
            let index = try machine.index(a[1])
            deque.elements.insert(a[2], at: min(max(0, index < 0 ? index + deque.elements.count : index), deque.elements.count))
            return .none
        }
    }

    private static func installSequence(_ type: PyType) {
        func position(_ key: Value, _ deque: PyDeque, _ machine: Machine) throws -> Int {
            if try machine.method(key, "__index__") == nil {
                throw machine.error("TypeError", "sequence index must be integer, not '\(machine.typeName(key))'")
            }
            let index = try machine.index(key)
            let real = index < 0 ? index + deque.count : index
            guard real >= 0, real < deque.count else { throw machine.error("IndexError", "deque index out of range") }
            return real
        }
        type.method("__len__", "self, /") { machine, a in .int(try deque(a[0], machine).count) }
        type.method("__iter__", "self, /") { machine, a in
            .object(DequeIterator(try deque(a[0], machine), isReversed: false))
        }
        type.method("__reversed__", "self, /") { machine, a in
            .object(DequeIterator(try deque(a[0], machine), isReversed: true))
        }
        type.method("__getitem__", "self, index, /") { machine, a in
            let deque = try deque(a[0], machine)
            return deque[try position(a[1], deque, machine)]
        }
        type.method("__setitem__", "self, index, value, /") { machine, a in
            let deque = try deque(a[0], machine)
            deque[try position(a[1], deque, machine)] = a[2]
            return .none
        }
        type.method("__delitem__", "self, index, /") { machine, a in
            let deque = try deque(a[0], machine)
            deque.elements.remove(at: try position(a[1], deque, machine))
            return .none
        }
        type.method("__contains__", "self, value, /") { machine, a in
            let deque = try deque(a[0], machine)
            return .bool(try firstIndex(of: a[1], in: deque, 0..<deque.count, since: deque.changes, machine) != nil)
        }
        type.method("count", "self, value, /") { machine, a in
            let deque = try deque(a[0], machine)
            var count = 0
            try compare(a[1], with: deque, 0..<deque.count, since: deque.changes, machine) { _, isEqual in
                if isEqual { count += 1 }
                return true
            }
            return .int(count)
        }
        type.method("index", "self, value, start=0, stop=None, /") { machine, a in
            let deque = try deque(a[0], machine), changes = deque.changes, count = deque.count
            let first = try machine.index(a[2]), last = a[3].isNone ? nil : try machine.index(a[3])
            func bound(_ index: Int) -> Int { min(max(0, index < 0 ? index + deque.count : index), deque.count) }
            let start = bound(first), stop = min(last.map(bound) ?? count, deque.count)
            guard let index = try firstIndex(of: a[1], in: deque, start..<max(start, stop), since: changes, machine) else {
                throw machine.error("ValueError", "\(try machine.repr(a[1])) is not in deque")
            }
            return .int(index)
        }
        type.getter("maxlen") { machine, value in try deque(value, machine).limit.map { .int($0) } ?? .none }
    }

    private static let mutated = "deque mutated during iteration"

    /// Where the value is found in a range; raises where the deque changed since `changes` was taken and it was not found at once.
    private static func firstIndex(
        of value: Value, in deque: PyDeque, _ range: Range<Int>, since changes: Int, _ machine: Machine,
        raising exception: String = "RuntimeError"
    ) throws -> Int? {
        var found: Int?
        try compare(value, with: deque, range, since: changes, machine, raising: exception) { index, isEqual in
            if isEqual { found = index }
            return !isEqual
        }
        return found
    }

    /// Asks each element of a range whether it is the value or equal to it, as long as `isWanted` says to go on.
    ///
    /// Raises where a comparison changed the deque and is not the last one.
    private static func compare(
        _ value: Value, with deque: PyDeque, _ range: Range<Int>, since changes: Int, _ machine: Machine,
        raising exception: String = "RuntimeError", _ isWanted: (Int, Bool) -> Bool
    ) throws {
        for index in range {
            let element = deque[index]
            guard isWanted(index, try element.isIdentical(to: value) || machine.isEqual(element, value)) else { return }
            if deque.changes != changes { throw machine.error(exception, mutated) }
        }
    }

    private static func installOperators(_ type: PyType) {
        func copy(_ value: Value, _ elements: [Value], _ machine: Machine) throws -> Value {
            try machine.charge(bytes: 24, times: elements.count)
            let made = PyDeque(type: machine.type(of: value))
            made.limit = try deque(value, machine).limit
            for element in elements { made.append(element) }
            return .object(made)
        }
        for name in ["copy", "__copy__"] {
            type.method(name, "self") { machine, a in try copy(a[0], try deque(a[0], machine).elements, machine) }
        }
        type.method("__add__", "self, other, /") { machine, a in
            guard let other = a[1].asObject as? PyDeque else {
                throw machine.error("TypeError", "can only concatenate deque (not \"\(machine.typeName(a[1]))\") to deque")
            }
            return try copy(a[0], try deque(a[0], machine).elements + other.elements, machine)
        }
        type.method("__iadd__", "self, other, /") { machine, a in
            try extend(try deque(a[0], machine), a[1], machine)
            return a[0]
        }
        for name in ["__mul__", "__rmul__", "__imul__"] {
            type.method(name, "self, value, /") { machine, a in
                guard try a[1].isInteger || machine.method(a[1], "__index__") != nil else {
                    throw machine.error("TypeError", "can't multiply sequence by non-int of type '\(machine.typeName(a[1]))'")
                }
                let count = max(0, try machine.index(a[1]))
                let own = try deque(a[0], machine).elements
                try machine.charge(bytes: own.count * 16, times: count)
                let made = try copy(a[0], (0..<count).flatMap { _ in own }, machine)
                guard name == "__imul__" else { return made }
                try deque(a[0], machine).elements = try deque(made, machine).elements
                return a[0]
            }
        }
        let comparisons: [(String, ComparisonOperator)] = [
            ("__eq__", .equal), ("__ne__", .notEqual), ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater),
            ("__ge__", .greaterOrEqual),
        ]
        for (name, order) in comparisons {
            type.method(name, "self, other, /") { machine, a in
                guard let other = a[1].asObject as? PyDeque else { return machine.notImplemented }
                return try machine.compare(.list(try deque(a[0], machine).elements), .list(other.elements), order)
            }
        }
        type.constant("__hash__", .none)
        type.method("__repr__", "self, /") { machine, a in
            let own = try deque(a[0], machine)
            return .str(
                try machine.rendering(own, cycle: "[...]") {
                    let list = try machine.repr(.list(own.elements))
                    return PyStr("\(machine.type(of: a[0]).name)(\(list)\(own.limit.map { ", maxlen=\($0)" } ?? ""))")
                })
        }
    }
}
