/// `collections.Counter`.
enum CounterClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("Counter", module: "collections", bases: [machine.types.dict])
        type.method("__init__", "self, iterable=None, /, **kwds") { machine, a in
            try count(a[0], a[1], a.dict(2), by: 1, machine)
            return .none
        }
        type.method("__missing__", "self, key, /") { _, _ in 0 }
        for (name, sign) in [("update", 1), ("subtract", -1)] {
            type.method(name, "self, iterable=None, /, **kwds") { machine, a in
                try count(a[0], a[1], a.dict(2), by: sign, machine)
                return .none
            }
        }
        type.classMethod("fromkeys", "cls, iterable, v=None") { machine, _ in
            throw machine.error("NotImplementedError", "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
        }
        installReading(type)
        installOperators(type)
        installComparison(type)
        module.add(type)
    }

    private static func count(
        _ counter: Value, _ source: Value, _ keywords: [(name: String, value: Value)], by sign: Int, _ machine: Machine
    ) throws {
        guard let table = counter.asDict else { return }
        func add(_ key: Value, _ amount: Value) throws {
            let old = try table.value(for: key, machine) ?? 0
            let sum = try sign > 0 ? machine.binary(.add, amount, old) : machine.binary(.subtract, old, amount)
            try table.setValue(sum, for: key, machine)
        }
        if let mapping = source.asDict {
            let isFirst = sign > 0 && table.count == 0
            for (key, value) in mapping.items { try isFirst ? table.setValue(value, for: key, machine) : add(key, value) }
        } else if !source.isNone {
            try machine.iterate(source) { element in
                try add(element, 1)
                return true
            }
        }
        let isFirst = sign > 0 && table.count == 0
        for (name, value) in keywords { try isFirst ? table.setValue(value, for: .string(name), machine) : add(.string(name), value) }
    }

    /// Keys and counts, the most frequent first; equal counts keep their order.
    private static func ranked(_ counter: Value, _ machine: Machine) throws -> [(key: Value, value: Value)] {
        let items = counter.asDict?.items ?? []
        let order = try items.indices.sorted { a, b in
            if try machine.isTrue(machine.compare(items[b].value, items[a].value, .less)) { return true }
            if try machine.isTrue(machine.compare(items[a].value, items[b].value, .less)) { return false }
            return a < b
        }
        return order.map { items[$0] }
    }

    private static func installReading(_ type: PyType) {
        type.method("most_common", "self, n=None") { machine, a in
            let items = try ranked(a[0], machine)
            if !a[1].isNone { _ = try machine.compare(a[1], .int(items.count), .greaterOrEqual) }
            let limit = a[1].isNone ? items.count : max(0, try machine.index(a[1]))
            return .list(items.prefix(limit).map { .tuple([$0.key, $0.value]) })
        }
        type.method("elements", "self") { machine, a in
            var made: [Value] = []
            for (key, value) in a[0].asDict?.items ?? [] {
                let amount = max(0, try machine.index(value))
                try machine.charge(bytes: 16, times: amount)
                made += [Value](repeating: key, count: amount)
            }
            return try machine.iterator(.list(made))
        }
        type.method("total", "self") { machine, a in
            try (a[0].asDict?.values ?? []).reduce(0) { try machine.binary(.add, $0, $1) }
        }
        type.method("copy", "self") { machine, a in
            try machine.call(.object(machine.type(of: a[0])), .dict(a[0].asDict?.copy() ?? PyDict()))
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            try a[0].asDict?.removeValue(for: a[1], machine)
            return .none
        }
        type.method("__repr__", "self, /") { machine, a in
            let name = machine.typeName(a[0])
            let entries: [(key: Value, value: Value)]
            do {
                entries = try ranked(a[0], machine)
            } catch let raised as PyError where machine.isError(raised, "TypeError") {
                entries = a[0].asDict?.items ?? []
            }
            let items = try entries.map { "\(try machine.repr($0.key)): \(try machine.repr($0.value))" }
            return .string(items.isEmpty ? "\(name)()" : "\(name)({\(items.joined(separator: ", "))})")
        }
    }

    private static func installOperators(_ type: PyType) {
        typealias Combine = (Machine, Value, Value) throws -> Value
        let operators: [(String, Combine)] = [
            ("add", { try $0.binary(.add, $1, $2) }), ("sub", { try $0.binary(.subtract, $1, $2) }),
            ("or", { try $0.isTrue($0.compare($1, $2, .less)) ? $2 : $1 }),
            ("and", { try $0.isTrue($0.compare($1, $2, .less)) ? $1 : $2 }),
        ]
        for (name, combine) in operators {
            for prefix in ["__", "__i"] {
                type.method("\(prefix)\(name)__", "self, other, /") { machine, a in
                    guard let left = a[0].asDict, let right = a[1].asDict else { return machine.notImplemented }
                    let made = PyDict()
                    func put(_ key: Value) throws {
                        let value = try combine(
                            machine, left.value(for: key, machine) ?? 0, right.value(for: key, machine) ?? 0)
                        if try machine.isTrue(machine.compare(value, 0, .greater)) { try made.setValue(value, for: key, machine) }
                    }
                    for key in left.keys { try put(key) }
                    for key in right.keys where try left.position(of: key, machine) == nil { try put(key) }
                    if prefix == "__" { return try machine.call(.object(type), .dict(made)) }
                    left.removeAll()
                    for (key, value) in made.items { try left.setValue(value, for: key, machine) }
                    return a[0]
                }
            }
        }
        for (name, isNegated) in [("__pos__", false), ("__neg__", true)] {
            type.method(name, "self, /") { machine, a in
                let made = PyDict()
                for (key, value) in a[0].asDict?.items ?? [] {
                    let count = isNegated ? try machine.binary(.subtract, 0, value) : value
                    if try machine.isTrue(machine.compare(count, 0, .greater)) { try made.setValue(count, for: key, machine) }
                }
                return try machine.call(.object(type), .dict(made))
            }
        }
    }

    private static func installComparison(_ type: PyType) {
        func holds(_ left: PyDict, _ right: PyDict, _ order: ComparisonOperator, _ machine: Machine) throws -> Bool {
            try (left.keys + right.keys).allSatisfy { key in
                try machine.isTrue(machine.compare(left.value(for: key, machine) ?? 0, right.value(for: key, machine) ?? 0, order))
            }
        }
        let comparisons: [(String, ComparisonOperator, isStrict: Bool)] = [
            ("__le__", .lessOrEqual, false), ("__ge__", .greaterOrEqual, false), ("__eq__", .equal, false), ("__lt__", .lessOrEqual, true),
            ("__gt__", .greaterOrEqual, true),
        ]
        for (name, order, isStrict) in comparisons {
            type.method(name, "self, other, /") { machine, a in
                guard let left = a[0].asDict, let right = a[1].asDict else { return machine.notImplemented }
                guard machine.isInstance(a[1], type) else {
                    return name == "__eq__" ? .bool(try machine.isEqual(.dict(left), .dict(right))) : machine.notImplemented
                }
                return .bool(try holds(left, right, order, machine) && !(isStrict && holds(left, right, .equal, machine)))
            }
        }
        type.constant("__hash__", .none)
    }
}
