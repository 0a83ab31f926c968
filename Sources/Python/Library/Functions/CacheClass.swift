/// A function with remembered results.
final class PyCachedFunction: PyInstance {
    /// What it remembers the results of.
    private(set) var function: Value
    /// How many results it keeps; nil for all.
    let limit: Int?
    /// Whether `1` and `1.0` are kept apart.
    let isTyped: Bool
    /// The results by arguments, the one used longest ago first.
    let table = PyDict()
    /// How often a result was known.
    var hits = 0
    /// How often it was not.
    var misses = 0

    /// A function with an empty table.
    init(type: PyType, function: Value, limit: Int?, isTyped: Bool) {
        self.function = function
        self.limit = limit
        self.isTyped = isTyped
        super.init(type: type)
    }

    deinit { Disposal.dispose(of: self) }

    override func surrender(to pending: inout [PyObject]) {
        super.surrender(to: &pending)
        Disposal.take(function, into: &pending)
        function = .none
        table.surrender(to: &pending)
    }

    override func listReferences(in list: inout ReferenceList) {
        super.listReferences(in: &list)
        list.add(function)
        list.add(table)
    }

    override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        try CacheClass.call(self, arguments, machine)
    }
}

/// `functools.lru_cache`, `cache` and `cached_property`.
enum CacheClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("_lru_cache_wrapper", module: "functools")
        let info = try NamedTuples.make(
            "CacheInfo", ["hits", "misses", "maxsize", "currsize"], defaults: [], module: "functools", machine)
        install(type, info)
        func wrap(_ function: Value, _ limit: Int?, _ isTyped: Bool, _ machine: Machine) throws -> Value {
            let made = Value.object(PyCachedFunction(type: type, function: function, limit: limit, isTyped: isTyped))
            try FunctoolsModule.update(made, like: function, machine)
            return made
        }
        module.function(machine, "lru_cache", "maxsize=128, typed=False") { machine, a in
            let isTyped = try machine.isTrue(a[1])
            if !a.isGiven(1), machine.isCallable(a[0]) { return try wrap(a[0], 128, false, machine) }
            guard a[0].isNone || a[0].isInteger else {
                throw machine.error("TypeError", "Expected first argument to be an integer, a callable, or None")
            }
            let limit = a[0].isNone ? nil : max(0, try machine.index(a[0]))
            return machine.native("decorating_function", "user_function, /") { machine, a in try wrap(a[0], limit, isTyped, machine) }
        }
        module.function(machine, "cache", "user_function, /") { machine, a in try wrap(a[0], nil, false, machine) }
        try addCachedProperty(module, machine)
    }

    private static func install(_ type: PyType, _ info: PyType) {
        type.method("__call__", "self, /, *args, **kwargs") { machine, a in
            guard let cached = a[0].asObject as? PyCachedFunction else { return .none }
            return try cached.call(machine, Arguments(a.list(1), keywords: a.dict(2)))
        }
        type.method("cache_clear", "self") { _, a in
            guard let cached = a[0].asObject as? PyCachedFunction else { return .none }
            cached.table.removeAll()
            (cached.hits, cached.misses) = (0, 0)
            return .none
        }
        type.method("cache_info", "self") { machine, a in
            guard let cached = a[0].asObject as? PyCachedFunction else { return .none }
            return try machine.call(
                .object(info), .int(cached.hits), .int(cached.misses), cached.limit.map { .int($0) } ?? .none, .int(cached.table.count))
        }
        type.method("cache_parameters", "self") { _, a in
            let cached = a[0].asObject as? PyCachedFunction
            let made = PyDict()
            made["maxsize"] = cached?.limit.map { Value.int($0) } ?? Value.none
            made["typed"] = .bool(cached?.isTyped ?? false)
            return .dict(made)
        }
        type.method("__get__", "self, obj, cls=None, /") { _, a in
            a[1].isNone ? a[0] : .object(PyBoundMethod(function: a[0], receiver: a[1]))
        }
    }

    fileprivate static func call(_ cached: PyCachedFunction, _ arguments: Arguments, _ machine: Machine) throws -> Value {
        if cached.limit == 0 {
            cached.misses += 1
            return try machine.call(cached.function, arguments)
        }
        let key = key(arguments, cached.isTyped, machine)
        guard let limit = cached.limit else {
            if let known = try cached.table.value(for: key, machine) {
                cached.hits += 1
                return known
            }
            return try store(key, arguments, cached, machine)
        }
        if let known = try cached.table.removeValue(for: key, machine) {
            // Put back last, so that the first entry is always the one that was used longest ago.
            try cached.table.setValue(known, for: key, machine)
            cached.hits += 1
            return known
        }
        return try store(key, arguments, cached, machine, limit: limit)
    }

    /// Calls the function and keeps the result, in the place of the one that was used longest ago where there are too many.
    private static func store(
        _ key: Value, _ arguments: Arguments, _ cached: PyCachedFunction, _ machine: Machine, limit: Int = .max
    ) throws -> Value {
        // Straight to the function: a recursive one gets twice as deep as through `machine.call`.
        let made = try cached.function.asObject?.call(machine, arguments) ?? .none
        cached.misses += 1
        try machine.charge(bytes: 96)
        let table = cached.table
        if table.count >= limit, let oldest = table.positions.first(where: table.isLive(at:)) { table.removeEntry(at: oldest) }
        try table.setValue(made, for: key, machine)
        return made
    }

    private static func key(_ arguments: Arguments, _ isTyped: Bool, _ machine: Machine) -> Value {
        if arguments.positional.count == 1, arguments.keywords.isEmpty, !isTyped {
            // Only these two types stand for themselves (CPython 3.11 `_functoolsmodule.c lru_cache_make_key`).
            switch arguments.positional[0] {
            case .int, .str: return arguments.positional[0]
            default: break
            }
        }
        var parts = arguments.positional
        for (name, value) in arguments.keywords { parts.append(.tuple([.string(name), value])) }
        parts.append(.int(arguments.positional.count))
        if isTyped {
            parts += (arguments.positional + arguments.keywords.map(\.value)).map { .object(machine.type(of: $0)) }
        }
        return .tuple(parts)
    }

    private static func addCachedProperty(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("cached_property", module: "functools")
        TypeFormInstallation.makeSubscriptable(type)
        type.method("__init__", "self, func") { machine, a in
            a[0].asInstance?.dictionary["func"] = a[1]
            a[0].asInstance?.dictionary["attrname"] = Value.none
            a[0].asInstance?.dictionary["__doc__"] = try machine.attributeIfPresent(a[1], "__doc__") ?? Value.none
            return .none
        }
        type.method("__set_name__", "self, owner, name") { machine, a in
            let known = a[0].asInstance?.attributes?["attrname"] ?? .none
            if !known.isNone, try !machine.isEqual(known, a[2]) {
                let (new, old) = (try machine.repr(a[2]), try machine.repr(known))
                throw machine.error("TypeError", "Cannot assign the same cached_property to two different names (\(old) and \(new)).")
            }
            a[0].asInstance?.dictionary["attrname"] = a[2]
            return .none
        }
        type.method("__get__", "self, instance, owner=None, /") { machine, a in
            if a[1].isNone { return a[0] }
            let state = a[0].asInstance?.attributes
            guard let name = state?["attrname"]?.asString else {
                throw machine.error("TypeError", "Cannot use cached_property instance without calling __set_name__ on it.")
            }
            if let known = a[1].asInstance?.attributes?[name] { return known }
            let made = try machine.call(state?["func"] ?? .none, a[1])
            a[1].asInstance?.dictionary[name] = made
            return made
        }
        module.add(type)
    }
}

/// `functools.singledispatch`.
enum SingleDispatch {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("_singledispatch", module: "functools")
        type.method("__call__", "self, /, *args, **kwargs") { machine, a in
            guard let first = a.list(1).first else {
                let name = try machine.attributeIfPresent(a[0], "__name__")?.asString ?? "function"
                throw machine.error("TypeError", "\(name) requires at least 1 positional argument")
            }
            let function = try dispatch(a[0], machine.type(of: first), machine)
            return try machine.call(function, Arguments(a.list(1), keywords: a.dict(2)))
        }
        type.method("dispatch", "self, cls") { machine, a in
            guard let cls = a[1].asType else { throw machine.error("TypeError", "dispatch() needs a class") }
            return try dispatch(a[0], cls, machine)
        }
        type.method("register", "self, cls, func=None") { machine, a in
            let own = a[0]
            if !a[2].isNone { return try register(own, a[1], a[2], machine) }
            if a[1].asType != nil {
                let cls = a[1]
                return machine.native("register", "func") { machine, a in try register(own, cls, a[0], machine) }
            }
            let isAnnotated = try machine.attributeIfPresent(a[1], "__annotations__")?.asDict?.count ?? 0 > 0
            guard isAnnotated,
                let cls = try TypeHints.hints(of: a[1], globals: nil, locals: nil, includeExtras: false, machine).values.first
            else {
                throw machine.error(
                    "TypeError",
                    "Invalid first argument to `register()`: \(try machine.repr(a[1])). Use either `@register(some_class)` or plain "
                        + "`@register` on an annotated function.")
            }
            return try register(own, cls, a[1], machine)
        }
        type.getter("registry") { _, value in value.asInstance?.attributes?["_registry"] ?? .none }
        type.method("__get__", "self, obj, cls=None, /") { _, a in
            a[1].isNone ? a[0] : .object(PyBoundMethod(function: a[0], receiver: a[1]))
        }
        module.function(machine, "singledispatch", "func") { machine, a in
            let made = PyInstance(type: type)
            let registry = PyDict()
            try registry.setValue(a[0], for: .object(machine.types.object), machine)
            made.dictionary["_registry"] = .dict(registry)
            try FunctoolsModule.update(.object(made), like: a[0], machine)
            return .object(made)
        }
    }

    private static func register(_ own: Value, _ cls: Value, _ function: Value, _ machine: Machine) throws -> Value {
        let members = (cls.asObject as? PyUnion)?.members ?? [cls]
        for member in members { try own.asInstance?.attributes?["_registry"]?.asDict?.setValue(function, for: member, machine) }
        return function
    }

    private static func dispatch(_ own: Value, _ type: PyType, _ machine: Machine) throws -> Value {
        guard let registry = own.asInstance?.attributes?["_registry"]?.asDict else { return .none }
        for base in type.mro where base !== machine.types.object {
            if let found = try registry.value(for: .object(base), machine) { return found }
        }
        for (key, function) in registry.items {
            if let base = key.asType, base !== machine.types.object, try machine.isSubclass(.object(type), of: key) { return function }
        }
        return try registry.value(for: .object(machine.types.object), machine) ?? .none
    }
}
