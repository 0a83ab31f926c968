/// The module `collections`.
enum CollectionsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "collections")
        try OrderedDictClass.add(to: module, machine)
        try DefaultDictClass.add(to: module, machine)
        try CounterClass.add(to: module, machine)
        try DequeClass.add(to: module, machine)
        try ChainMapClass.add(to: module, machine)
        addNamedTuple(module, machine)
        module.add("abc", .object(try CollectionsABC.makeModule(machine)))
        if let abstract = try machine.imported("_collections_abc", "MutableSequence").asType, let deque = module.namespace["deque"] {
            AbstractClasses.register([deque], on: abstract)
        }
        try LibraryExtras.collections.run(in: module, machine)
        try LibraryExtras.wrappers.run(in: module, machine)
        return module
    }

    private static func addNamedTuple(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None") { machine, a in
            let name = try machine.str(a[0])
            let fields = try NamedTuples.fieldNames(a[1], of: name, rename: try machine.isTrue(a[2]), machine)
            let defaults = a[3].isNone ? [] : try machine.array(a[3])
            if defaults.count > fields.count { throw machine.error("TypeError", "Got more default values than field names") }
            let owner = a[4].asString ?? machine.currentGlobals?["__name__"]?.asString ?? "__main__"
            return .object(try NamedTuples.make(name, fields, defaults: defaults, module: owner, machine))
        }
    }
}

/// `collections.OrderedDict`: a dictionary that can move keys and compares by order.
enum OrderedDictClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("OrderedDict", module: "collections", bases: [machine.types.dict])
        type.messageName = "collections.OrderedDict"
        type.method("move_to_end", "self, key, last=True") { machine, a in
            guard let table = a[0].asDict else { return .none }
            guard let value = try table.removeValue(for: a[1], machine) else {
                throw machine.error(machine.types.exception("KeyError"), [a[1]])
            }
            if try machine.isTrue(a[2]) {
                try table.setValue(value, for: a[1], machine)
                return .none
            }
            let rest = table.items
            table.removeAll()
            try table.setValue(value, for: a[1], machine)
            for (key, value) in rest { try table.setValue(value, for: key, machine) }
            return .none
        }
        type.method("popitem", "self, last=True") { machine, a in
            guard let table = a[0].asDict else { return .none }
            let isLast = try machine.isTrue(a[1])
            guard let item = isLast ? table.items.last : table.items.first else {
                throw machine.error(machine.types.exception("KeyError"), [.string("dictionary is empty")])
            }
            try table.removeValue(for: item.key, machine)
            return .tuple([item.key, item.value])
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let own = a[0].asDict, let other = a[1].asDict else { return machine.notImplemented }
            if machine.isInstance(a[1], type) {
                let same = try zip(own.keys, other.keys).allSatisfy { try machine.isEqual($0, $1) }
                if !same || own.count != other.count { return false }
            }
            return .bool(try machine.isEqual(.dict(own), .dict(other)))
        }
        type.constant("__hash__", .none)
        type.method("__repr__", "self, /") { machine, a in
            guard let table = a[0].asDict, let object = a[0].asObject else { return "" }
            let name = machine.type(of: a[0]).name
            return .str(
                try machine.rendering(object, cycle: "...") {
                    if table.count == 0 { return PyStr("\(name)()") }
                    let items = try table.items.map { "(\(try machine.repr($0.key)), \(try machine.repr($0.value)))" }
                    return PyStr("\(name)([\(items.joined(separator: ", "))])")
                })
        }
        type.method("copy", "self") { machine, a in
            try machine.call(.object(machine.type(of: a[0])), .dict(a[0].asDict?.copy() ?? PyDict()))
        }
        DictUnion.install(type) { machine, _, value in try machine.call(.object(type), value) }
        for kind in [PyDictView.Kind.keys, .values, .items] {
            let view = try machine.types.make(
                "odict_" + kind.rawValue, module: "builtins", bases: [machine.types.builtin("dict_" + kind.rawValue)])
            type.method(kind.rawValue, "self, /") { _, a in a[0].asDict.map { .object(PyDictView($0, kind, type: view)) } ?? .none }
        }
        module.add(type)
    }
}

/// `|` where the result is not a plain dictionary.
enum DictUnion {
    /// Adds both sides; `make` builds the result's start from the receiver and the left operand.
    static func install(_ type: PyType, _ make: @escaping (Machine, Value, Value) throws -> Value) {
        for (name, isReflected) in [("__or__", false), ("__ror__", true)] {
            type.method(name, "self, other, /") { machine, a in
                guard a[1].asDict != nil else { return machine.notImplemented }
                let made = try make(machine, a[0], isReflected ? a[1] : a[0])
                _ = try machine.call(try machine.attribute(made, "update"), isReflected ? a[0] : a[1])
                return made
            }
        }
    }
}

/// `collections.defaultdict`.
enum DefaultDictClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("defaultdict", module: "collections", bases: [machine.types.dict])
        type.messageName = "collections.defaultdict"
        let plain = machine.types.dict.lookup("__init__")
        type.method("__init__", "self, /, *args, **kwargs") { machine, a in
            var arguments = a.list(1)
            let factory = arguments.isEmpty ? Value.none : arguments.removeFirst()
            if !factory.isNone, !machine.isCallable(factory) {
                throw machine.error("TypeError", "first argument must be callable or None")
            }
            a[0].asInstance?.dictionary["default_factory"] = factory
            if let plain { _ = try machine.call(plain, Arguments([a[0]] + arguments, keywords: a.dict(2))) }
            return .none
        }
        type.method("__missing__", "self, key, /") { machine, a in
            let factory = a[0].asInstance?.attributes?["default_factory"] ?? .none
            if factory.isNone { throw machine.error(machine.types.exception("KeyError"), [a[1]]) }
            let made = try machine.call(factory)
            try machine.setItem(a[0], a[1], made)
            return made
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let table = a[0].asDict, let object = a[0].asObject else { return "" }
            let factory = try machine.repr(a[0].asInstance?.attributes?["default_factory"] ?? .none)
            return .str(
                try machine.rendering(object, cycle: "defaultdict(...)") {
                    PyStr("\(machine.type(of: a[0]).name)(\(factory), \(try machine.repr(.dict(table))))")
                })
        }
        for name in ["copy", "__copy__"] {
            type.method(name, "self") { machine, a in
                try machine.call(
                    .object(machine.type(of: a[0])), a[0].asInstance?.attributes?["default_factory"] ?? .none,
                    .dict(a[0].asDict?.copy() ?? PyDict()))
            }
        }
        DictUnion.install(type) { machine, receiver, value in
            try machine.call(
                .object(type), receiver.asInstance?.attributes?["default_factory"] ?? .none, .dict(value.asDict?.copy() ?? PyDict()))
        }
        module.add(type)
    }
}
