/// The methods that the abstract collections give to their subclasses.
enum CollectionMixins {
    /// Gives the classes their behaviour.
    static func install(_ made: [String: PyType], _ machine: Machine) {
        if let type = made["Iterator"] { type.method("__iter__", "self, /") { _, a in a[0] } }
        if let type = made["AsyncIterator"] { type.method("__aiter__", "self, /") { _, a in a[0] } }
        GeneratorMixins.install(made)
        CollectionViews.install(made, machine)
        if let type = made["Mapping"] { installMapping(type) }
        if let type = made["MutableMapping"] { installMutableMapping(type) }
        if let type = made["Sequence"] { installSequence(type) }
        if let type = made["MutableSequence"] { installMutableSequence(type) }
        if let type = made["Set"] { installSet(type) }
        if let type = made["MutableSet"] { installMutableSet(type) }
    }

    /// The value of a key; nil where the container raises KeyError.
    private static func item(_ container: Value, _ key: Value, _ machine: Machine) throws -> Value? {
        do {
            return try machine.item(container, key)
        } catch let raised as PyError where machine.isError(raised, "KeyError") {
            return nil
        }
    }

    /// A plain dictionary with the keys and values of a mapping.
    static func dictionary(of mapping: Value, _ machine: Machine) throws -> PyDict {
        if let dict = mapping.asDict { return dict }
        let made = PyDict()
        for key in try machine.array(mapping) { try made.setValue(try machine.item(mapping, key), for: key, machine) }
        return made
    }

    // MARK: Mappings

    private static func installMapping(_ type: PyType) {
        type.method("get", "self, key, default=None") { machine, a in try item(a[0], a[1], machine) ?? a[2] }
        type.method("__contains__", "self, key, /") { machine, a in .bool(try item(a[0], a[1], machine) != nil) }
        for (name, view) in [("keys", "KeysView"), ("items", "ItemsView"), ("values", "ValuesView")] {
            type.method(name, "self, /") { machine, a in try machine.call(try machine.imported("_collections_abc", view), a[0]) }
        }
        type.method("__eq__", "self, other, /") { machine, a in
            let mapping = try machine.imported("_collections_abc", "Mapping")
            guard let type = mapping.asType, try AbstractClasses.isSubclass(machine.type(of: a[1]), of: type, machine) else {
                return machine.notImplemented
            }
            return .bool(try machine.isEqual(.dict(try dictionary(of: a[0], machine)), .dict(try dictionary(of: a[1], machine))))
        }
        type.constant("__hash__", .none)
    }

    private static func installMutableMapping(_ type: PyType) {
        type.method("pop", "self, key, default?") { machine, a in
            if let found = try item(a[0], a[1], machine) {
                try machine.deleteItem(a[0], a[1])
                return found
            }
            if let given = a.ifGiven(2) { return given }
            throw machine.error(machine.types.exception("KeyError"), [a[1]])
        }
        type.method("popitem", "self") { machine, a in
            guard let key = try machine.array(a[0]).first else { throw machine.error(machine.types.exception("KeyError"), []) }
            let value = try machine.item(a[0], key)
            try machine.deleteItem(a[0], key)
            return .tuple([key, value])
        }
        type.method("clear", "self") { machine, a in
            for key in try machine.array(a[0]) { try machine.deleteItem(a[0], key) }
            return .none
        }
        type.method("setdefault", "self, key, default=None") { machine, a in
            if let found = try item(a[0], a[1], machine) { return found }
            try machine.setItem(a[0], a[1], a[2])
            return a[2]
        }
        type.method("update", "self, other=(), /, **kwargs") { machine, a in
            if try machine.attributeIfPresent(a[1], "keys") != nil {
                for key in try machine.array(machine.call(try machine.attribute(a[1], "keys"))) {
                    try machine.setItem(a[0], key, try machine.item(a[1], key))
                }
            } else {
                for pair in try machine.array(a[1]) {
                    let parts = try machine.array(pair)
                    guard parts.count == 2 else {
                        throw machine.error("ValueError", "not enough values to unpack (expected 2, got \(parts.count))")
                    }
                    try machine.setItem(a[0], parts[0], parts[1])
                }
            }
            for (name, value) in a.dict(2) { try machine.setItem(a[0], .string(name), value) }
            return .none
        }
    }

    // MARK: Sequences

    private static func elements(_ sequence: Value, _ machine: Machine) throws -> [Value] {
        var found: [Value] = []
        var index = 0
        while true {
            do {
                found.append(try machine.item(sequence, .int(index)))
            } catch let raised as PyError where machine.isError(raised, "IndexError") {
                return found
            }
            try machine.charge(instructions: 1)
            index += 1
        }
    }

    private static func iterator(_ elements: [Value], _ machine: Machine) throws -> Value {
        try machine.call(try machine.attribute(.list(elements), "__iter__"))
    }

    private static func installSequence(_ type: PyType) {
        type.method("__iter__", "self, /") { machine, a in try iterator(try elements(a[0], machine), machine) }
        type.method("__reversed__", "self, /") { machine, a in
            let count = try machine.length(a[0])
            return try iterator(try (0..<count).reversed().map { try machine.item(a[0], .int($0)) }, machine)
        }
        type.method("__contains__", "self, value, /") { machine, a in
            .bool(try elements(a[0], machine).contains { try machine.isEqual($0, a[1]) })
        }
        type.method("count", "self, value") { machine, a in
            .int(try elements(a[0], machine).filter { try machine.isEqual($0, a[1]) }.count)
        }
        type.method("index", "self, value, start=0, stop=None") { machine, a in
            let all = try elements(a[0], machine)
            let start = try machine.index(a[2])
            for index in max(0, start < 0 ? start + all.count : start)..<max(all.count, start)
            where try index < all.count && machine.isEqual(all[index], a[1]) {
                return .int(index)
            }
            throw machine.error(machine.types.exception("ValueError"), [])
        }
    }

    private static func installMutableSequence(_ type: PyType) {
        func insert(_ machine: Machine, _ sequence: Value, _ value: Value) throws {
            _ = try machine.call(try machine.attribute(sequence, "insert"), .int(try machine.length(sequence)), value)
        }
        type.method("append", "self, value") { machine, a in
            try insert(machine, a[0], a[1])
            return .none
        }
        type.method("extend", "self, values") { machine, a in
            for value in try machine.array(a[1]) { try insert(machine, a[0], value) }
            return .none
        }
        type.method("__iadd__", "self, values") { machine, a in
            for value in try machine.array(a[1]) { try insert(machine, a[0], value) }
            return a[0]
        }
        type.method("clear", "self") { machine, a in
            while try machine.length(a[0]) > 0 { try machine.deleteItem(a[0], -1) }
            return .none
        }
        type.method("pop", "self, index=-1") { machine, a in
            let found = try machine.item(a[0], a[1])
            try machine.deleteItem(a[0], a[1])
            return found
        }
        type.method("remove", "self, value") { machine, a in
            guard let index = try elements(a[0], machine).firstIndex(where: { try machine.isEqual($0, a[1]) }) else {
                throw machine.error(machine.types.exception("ValueError"), [])
            }
            try machine.deleteItem(a[0], .int(index))
            return .none
        }
        type.method("reverse", "self") { machine, a in
            for (index, value) in try elements(a[0], machine).reversed().enumerated() { try machine.setItem(a[0], .int(index), value) }
            return .none
        }
    }

    // MARK: Sets

    private static func set(_ value: Value, _ machine: Machine) throws -> PySet {
        if let set = value.asSet { return set }
        let table = PyDict()
        for element in try machine.array(value) { try table.setValue(.none, for: element, machine) }
        return PySet(table: table)
    }

    private static func installSet(_ type: PyType) {
        let comparisons: [(String, ComparisonOperator)] = [
            ("__le__", .lessOrEqual), ("__lt__", .less), ("__ge__", .greaterOrEqual), ("__gt__", .greater), ("__eq__", .equal),
        ]
        for (name, order) in comparisons {
            type.method(name, "self, other, /") { machine, a in
                guard let abstract = try machine.imported("_collections_abc", "Set").asType,
                    try AbstractClasses.isSubclass(machine.type(of: a[1]), of: abstract, machine)
                else { return machine.notImplemented }
                return try machine.compare(.object(try set(a[0], machine)), .object(try set(a[1], machine)), order)
            }
        }
        type.constant("__hash__", .none)
        let operators: [(String, BinaryOperator)] = [("and", .bitAnd), ("or", .bitOr), ("sub", .subtract), ("xor", .bitXor)]
        for (name, binary) in operators {
            for prefix in ["__", "__r"] {
                type.method("\(prefix)\(name)__", "self, other, /") { machine, a in
                    let (left, right) = prefix == "__" ? (a[0], a[1]) : (a[1], a[0])
                    let made = try machine.binary(binary, .object(try set(left, machine)), .object(try set(right, machine)))
                    return try machine.call(try machine.attribute(a[0], "_from_iterable"), made)
                }
            }
        }
        type.classMethod("_from_iterable", "cls, it") { machine, a in try machine.call(a[0], a[1]) }
        type.method("isdisjoint", "self, other") { machine, a in
            for element in try machine.array(a[1]) where try machine.contains(a[0], element) { return false }
            return true
        }
    }

    private static func installMutableSet(_ type: PyType) {
        type.method("remove", "self, value") { machine, a in
            guard try machine.contains(a[0], a[1]) else { throw machine.error(machine.types.exception("KeyError"), [a[1]]) }
            return try machine.call(try machine.attribute(a[0], "discard"), a[1])
        }
        type.method("pop", "self") { machine, a in
            guard let first = try machine.array(a[0]).first else { throw machine.error(machine.types.exception("KeyError"), []) }
            _ = try machine.call(try machine.attribute(a[0], "discard"), first)
            return first
        }
        type.method("clear", "self") { machine, a in
            for element in try machine.array(a[0]) { _ = try machine.call(try machine.attribute(a[0], "discard"), element) }
            return .none
        }
        for (name, method) in [("__ior__", "add"), ("__isub__", "discard")] {
            type.method(name, "self, it") { machine, a in
                for element in try machine.array(a[1]) { _ = try machine.call(try machine.attribute(a[0], method), element) }
                return a[0]
            }
        }
        type.method("__iand__", "self, it") { machine, a in
            for element in try machine.array(a[0]) where try !machine.contains(a[1], element) {
                _ = try machine.call(try machine.attribute(a[0], "discard"), element)
            }
            return a[0]
        }
    }
}
