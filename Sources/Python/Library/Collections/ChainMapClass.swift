/// `collections.ChainMap`: several mappings seen as one; the first is written to.
enum ChainMapClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        guard let base = try machine.imported("_collections_abc", "MutableMapping").asType else { return }
        let type = try machine.types.make("ChainMap", module: "collections", bases: [base], metaclass: base.metaclass)
        type.method("__init__", "self, *maps") { machine, a in
            a[0].asInstance?.dictionary["maps"] = .list(a.list(1).isEmpty ? [.dict(PyDict())] : a.list(1))
            return .none
        }
        type.method("__getitem__", "self, key, /") { machine, a in
            for map in try maps(a[0], machine) where try machine.contains(map, a[1]) { return try machine.item(map, a[1]) }
            return try machine.call(try machine.attribute(a[0], "__missing__"), a[1])
        }
        type.method("__missing__", "self, key") { machine, a in
            throw machine.error(machine.types.exception("KeyError"), [a[1]])
        }
        type.method("__contains__", "self, key, /") { machine, a in
            .bool(try maps(a[0], machine).contains { try machine.contains($0, a[1]) })
        }
        type.method("get", "self, key, default=None") { machine, a in
            try machine.contains(a[0], a[1]) ? try machine.item(a[0], a[1]) : a[2]
        }
        type.method("__iter__", "self, /") { machine, a in try machine.iterator(.list(try merged(a[0], machine).keys)) }
        type.method("__len__", "self, /") { machine, a in .int(try merged(a[0], machine).count) }
        type.method("__bool__", "self, /") { machine, a in .bool(try maps(a[0], machine).contains { try machine.isTrue($0) }) }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            if let first = try maps(a[0], machine).first { try machine.setItem(first, a[1], a[2]) }
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            guard let first = try maps(a[0], machine).first, try machine.contains(first, a[1]) else {
                throw machine.error(
                    machine.types.exception("KeyError"), [.string("Key not found in the first mapping: \(try machine.repr(a[1]))")])
            }
            try machine.deleteItem(first, a[1])
            return .none
        }
        type.method("pop", "self, key, *args") { machine, a in
            guard let first = try maps(a[0], machine).first else { return .none }
            do {
                return try machine.call(try machine.attribute(first, "pop"), Arguments([a[1]] + a.list(2)))
            } catch let raised as PyError where machine.isError(raised, "KeyError") {
                throw machine.error(
                    machine.types.exception("KeyError"), [.string("Key not found in the first mapping: \(try machine.repr(a[1]))")])
            }
        }
        type.method("popitem", "self") { machine, a in
            guard let first = try maps(a[0], machine).first else { return .none }
            do {
                return try machine.call(try machine.attribute(first, "popitem"))
            } catch let raised as PyError where machine.isError(raised, "KeyError") {
                throw machine.error(machine.types.exception("KeyError"), ["No keys found in the first mapping."])
            }
        }
        type.method("clear", "self") { machine, a in
            guard let first = try maps(a[0], machine).first else { return .none }
            return try machine.call(try machine.attribute(first, "clear"))
        }
        type.classMethod("fromkeys", "cls, iterable, *args") { machine, a in
            let make = try machine.attribute(.object(machine.types.dict), "fromkeys")
            return try machine.call(a[0], try machine.call(make, Arguments([a[1]] + a.list(2))))
        }
        type.method("__ror__", "self, other") { machine, a in
            guard a[1].asDict != nil || machine.isInstance(a[1], base) else { return machine.notImplemented }
            let made = try machine.call(.object(machine.types.dict), a[1])
            for map in try maps(a[0], machine).reversed() { _ = try machine.call(try machine.attribute(made, "update"), map) }
            return try machine.call(.object(machine.type(of: a[0])), made)
        }
        type.method("new_child", "self, m=None, **kwargs") { machine, a in
            let first: Value = a[1].isNone ? .dict(PyDict()) : a[1]
            for (name, value) in a.dict(2) { try machine.setItem(first, .string(name), value) }
            return try machine.call(.object(machine.type(of: a[0])), Arguments([first] + maps(a[0], machine)))
        }
        type.getter("parents") { machine, value in
            try machine.call(.object(machine.type(of: value)), Arguments(Array(try maps(value, machine).dropFirst())))
        }
        type.method("__repr__", "self, /") { machine, a in
            let maps = try maps(a[0], machine).map { try machine.repr($0) }
            return .string("\(machine.typeName(a[0]))(\(maps.joined(separator: ", ")))")
        }
        type.method("__or__", "self, other") { machine, a in
            guard a[1].asDict != nil || machine.isInstance(a[1], base) else { return machine.notImplemented }
            let own = try maps(a[0], machine)
            let first = try machine.call(try machine.attribute(own[0], "copy"))
            _ = try machine.call(try machine.attribute(first, "update"), a[1])
            return try machine.call(.object(machine.type(of: a[0])), Arguments([first] + own.dropFirst()))
        }
        type.method("__ior__", "self, other") { machine, a in
            _ = try machine.call(try machine.attribute(try maps(a[0], machine)[0], "update"), a[1])
            return a[0]
        }
        for name in ["copy", "__copy__"] {
            type.method(name, "self") { machine, a in
                let own = try maps(a[0], machine)
                let first = try machine.call(try machine.attribute(own[0], "copy"))
                return try machine.call(.object(machine.type(of: a[0])), Arguments([first] + own.dropFirst()))
            }
        }
        module.add(type)
    }

    private static func maps(_ value: Value, _ machine: Machine) throws -> [Value] {
        try machine.array(try machine.attribute(value, "maps"))
    }

    private static func merged(_ value: Value, _ machine: Machine) throws -> PyDict {
        let made = PyDict()
        for map in try maps(value, machine).reversed() {
            for key in try machine.array(map) { try made.setValue(try machine.item(map, key), for: key, machine) }
        }
        return made
    }
}
