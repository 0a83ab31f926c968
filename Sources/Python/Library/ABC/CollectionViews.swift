/// The views that `collections.abc.Mapping` gives to its subclasses.
enum CollectionViews {
    /// Gives `MappingView`, `KeysView`, `ItemsView` and `ValuesView` their behaviour.
    static func install(_ made: [String: PyType], _ machine: Machine) {
        guard let base = made["MappingView"], let keys = made["KeysView"], let items = made["ItemsView"], let values = made["ValuesView"]
        else { return }
        base.method("__init__", "self, mapping") { _, a in
            a[0].asInstance?.dictionary["_mapping"] = a[1]
            return .none
        }
        base.method("__len__", "self, /") { machine, a in .int(try machine.length(mapping(a[0], machine))) }
        base.method("__repr__", "self, /") { machine, a in
            .string("\(machine.type(of: a[0]).name)(\(try machine.repr(mapping(a[0], machine))))")
        }
        for type in [keys, items] {
            type.classMethod("_from_iterable", "cls, it") { machine, a in try machine.call(.object(machine.types.set), a[1]) }
        }
        keys.method("__contains__", "self, key, /") { machine, a in .bool(try machine.contains(mapping(a[0], machine), a[1])) }
        keys.method("__iter__", "self, /") { machine, a in try machine.iterator(mapping(a[0], machine)) }
        items.method("__contains__", "self, item, /") { machine, a in
            let pair = try machine.array(a[1])
            guard pair.count == 2, let found = try value(of: pair[0], in: mapping(a[0], machine), machine) else { return false }
            return .bool(try machine.isSameOrEqual(found, pair[1]))
        }
        items.method("__iter__", "self, /") { machine, a in try iterator(a[0], machine) { .tuple([$0, $1]) } }
        values.method("__contains__", "self, value, /") { machine, a in
            let mapping = try mapping(a[0], machine)
            return .bool(try machine.array(mapping).contains { try machine.isSameOrEqual(machine.item(mapping, $0), a[1]) })
        }
        values.method("__iter__", "self, /") { machine, a in try iterator(a[0], machine) { $1 } }
    }

    private static func mapping(_ view: Value, _ machine: Machine) throws -> Value { try machine.attribute(view, "_mapping") }

    private static func value(of key: Value, in mapping: Value, _ machine: Machine) throws -> Value? {
        do {
            return try machine.item(mapping, key)
        } catch let raised as PyError where machine.isError(raised, "KeyError") {
            return nil
        }
    }

    /// Goes over the keys of the view's mapping, each with its value.
    private static func iterator(_ view: Value, _ machine: Machine, _ element: @escaping (Value, Value) -> Value) throws -> Value {
        let mapping = try mapping(view, machine)
        return .object(
            ClosureIterator("iterator", holding: [try machine.iterator(mapping), mapping]) { machine, own in
                guard let key = try own.read(machine) else { return nil }
                return element(key, try machine.item(own.held[1], key))
            })
    }
}

/// What `collections.abc.Generator`, `Coroutine` and `AsyncGenerator` give to their subclasses.
enum GeneratorMixins {
    /// Gives the classes their behaviour.
    static func install(_ made: [String: PyType]) {
        made["Generator"]?.method("__next__", "self, /") { machine, a in try machine.call(try machine.attribute(a[0], "send"), .none) }
        for (name, kind) in [("Generator", "generator"), ("Coroutine", "coroutine")] {
            made[name]?.method("close", "self") { machine, a in
                let exit = Value.object(machine.types.exception("GeneratorExit"))
                do {
                    _ = try machine.call(try machine.attribute(a[0], "throw"), exit)
                } catch let raised as PyError where machine.isError(raised, "GeneratorExit") || machine.isError(raised, "StopIteration") {
                    return .none
                }
                throw machine.error("RuntimeError", "\(kind) ignored GeneratorExit")
            }
        }
        made["AsyncGenerator"]?.method("__anext__", "self, /") { machine, a in
            try machine.call(try machine.attribute(a[0], "asend"), .none)
        }
    }
}
