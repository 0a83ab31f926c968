/// The module `functools`.
enum FunctoolsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "functools")
        try PartialClass.add(to: module, machine)
        try CacheClass.add(to: module, machine)
        try SingleDispatch.add(to: module, machine)
        addWrapping(module, machine)
        addReduce(module, machine)
        try addComparisonKeys(module, machine)
        addOrdering(module, machine)
        try LibraryExtras.functools.run(in: module, machine)
        return module
    }

    private static let assignments = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"]

    private static func addWrapping(_ module: PyModule, _ machine: Machine) {
        module.add("WRAPPER_ASSIGNMENTS", .tuple(assignments.map { .string($0) }))
        module.add("WRAPPER_UPDATES", .tuple(["__dict__"]))
        module.function(machine, "update_wrapper", "wrapper, wrapped, assigned?, updated?") { machine, a in
            try update(a[0], like: a[1], names: a.ifGiven(2), tables: a.ifGiven(3), machine)
            return a[0]
        }
        module.function(machine, "wraps", "wrapped, assigned?, updated?") { machine, a in
            let (wrapped, names, tables) = (a[0], a.ifGiven(1), a.ifGiven(2))
            return machine.native("update_wrapper", "wrapper, /") { machine, a in
                try update(a[0], like: wrapped, names: names, tables: tables, machine)
                return a[0]
            }
        }
    }

    private static func update(_ wrapper: Value, like wrapped: Value, names: Value?, tables: Value?, _ machine: Machine) throws {
        if names == nil, tables == nil { return try update(wrapper, like: wrapped, machine) }
        for name in try names.map({ try machine.array($0).compactMap(\.asString) }) ?? assignments {
            if let value = try machine.attributeIfPresent(wrapped, name) { try machine.setAttribute(wrapper, name, value) }
        }
        for name in try tables.map({ try machine.array($0).compactMap(\.asString) }) ?? ["__dict__"] {
            let more = try machine.attributeIfPresent(wrapped, name) ?? .dict(PyDict())
            for (key, value) in more.asDict?.items ?? [] {
                if let key = key.asString { try machine.setAttribute(wrapper, key, value) }
            }
        }
        try machine.setAttribute(wrapper, "__wrapped__", wrapped)
    }

    /// Copies the names and attributes of `wrapped` and sets `__wrapped__`.
    static func update(_ wrapper: Value, like wrapped: Value, _ machine: Machine) throws {
        for name in assignments {
            if let value = try machine.attributeIfPresent(wrapped, name) { try machine.setAttribute(wrapper, name, value) }
        }
        for (name, value) in ((wrapped.asObject as? PyFunction)?.attributes ?? wrapped.asInstance?.attributes)?.items ?? [] {
            if let name = name.asString { try machine.setAttribute(wrapper, name, value) }
        }
        try machine.setAttribute(wrapper, "__wrapped__", wrapped)
    }

    private static func addReduce(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "reduce", "function, iterable, initial?, /") { machine, a in
            guard machine.canIterate(a[1]) else { throw machine.error("TypeError", "reduce() arg 2 must support iteration") }
            var result = a.ifGiven(2)
            try machine.iterate(a[1]) { element in
                result = try result.map { try machine.call(a[0], $0, element) } ?? element
                return true
            }
            guard let result else {
                throw machine.error("TypeError", "reduce() of empty iterable with no initial value")
            }
            return result
        }
    }

    /// `cmp_to_key`: objects that compare as a function says (CPython 3.11 `_functoolsmodule.c keyobject_richcompare`).
    private static func addComparisonKeys(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("KeyWrapper", module: "functools")
        type.messageName = "functools.KeyWrapper"
        func wrapper(_ compare: Value, _ object: Value?) -> Value {
            let made = PyInstance(type: type)
            made.dictionary["cmp"] = compare
            if let object { made.dictionary["obj"] = object }
            return .object(made)
        }
        type.method("__call__", "self, obj") { _, a in wrapper(a[0].asInstance?.attributes?["cmp"] ?? .none, a[1]) }
        let comparisons: [(String, ComparisonOperator)] = [
            ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater), ("__ge__", .greaterOrEqual), ("__eq__", .equal),
            ("__ne__", .notEqual),
        ]
        for (name, order) in comparisons {
            type.method(name, "self, other, /") { machine, a in
                guard machine.type(of: a[1]) === type else { throw machine.error("TypeError", "other argument must be K instance") }
                guard let own = a[0].asInstance?.attributes, let left = own["obj"], let right = a[1].asInstance?.attributes?["obj"] else {
                    throw machine.error("AttributeError", "object")
                }
                return try machine.compare(try machine.call(own["cmp"] ?? .none, left, right), 0, order)
            }
        }
        type.constant("__hash__", .none)
        module.function(machine, "cmp_to_key", "mycmp") { _, a in wrapper(a[0], nil) }
    }

    // MARK: total_ordering

    private static func addOrdering(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "total_ordering", "cls") { machine, a in
            guard let type = a[0].asType else { return a[0] }
            let known = ["__lt__", "__le__", "__gt__", "__ge__"].filter { name in
                guard let found = type.lookup(name)?.asObject else { return false }
                return found !== machine.types.object.lookup(name)?.asObject
            }
            guard let root = ["__lt__", "__le__", "__gt__", "__ge__"].reversed().reduce(nil, { known.contains($1) ? $1 : $0 }) else {
                throw machine.error("ValueError", "must define at least one ordering operation: < > <= >=")
            }
            for name in ["__lt__", "__le__", "__gt__", "__ge__"] where !known.contains(name) { derive(name, from: root, on: type) }
            return a[0]
        }
    }

    /// Defines one comparison by another: `a <= b` from `a < b` is `a < b or a == b`, and so on.
    private static func derive(_ name: String, from root: String, on type: PyType) {
        type.method(name, "self, other, /") { machine, a in
            let result = try machine.call(try machine.attribute(a[0], root), a[1])
            if result.isNotImplemented { return result }
            let holds = try machine.isTrue(result)
            let isEqual = { try machine.isEqual(a[0], a[1]) }
            let rootIsStrict = root == "__lt__" || root == "__gt__"
            let sameSide = name.prefix(3) == root.prefix(3)
            let isStrict = name == "__lt__" || name == "__gt__"
            switch (sameSide, rootIsStrict, isStrict) {
            case (true, true, false): return .bool(try holds || isEqual())
            case (true, false, true): return .bool(try holds && !isEqual())
            case (false, true, false): return .bool(!holds)
            case (false, true, true): return .bool(try !holds && !isEqual())
            case (false, false, true): return .bool(!holds)
            case (false, false, false): return .bool(try !holds || isEqual())
            default: return result
            }
        }
    }
}
