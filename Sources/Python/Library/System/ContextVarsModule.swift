/// A `contextvars.ContextVar`: its values belong to runs.
final class PyContextVar: PyInstance {
    /// The name.
    var name = ""
    /// The default, if there is one.
    var defaultValue: Value?
    /// A variable that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }

    /// The value in the machine's current context.
    func value(_ machine: Machine) -> Value? { machine.context.variables[self] }

    /// Sets or, with nil, removes the value in the machine's current context.
    func set(_ value: Value?, _ machine: Machine) { machine.context.variables[self] = value }
}

/// A `contextvars.Context`.
final class PyContext: PyInstance {
    /// Its variables.
    var variables = ContextVariables()
    /// Whether something runs in it, so that nothing else may enter it.
    private var isEntered = false

    init(type: PyType) { super.init(type: type) }

    /// Runs something in the context, which keeps what it sets; raises RuntimeError where something runs in it already.
    func run<Result>(_ machine: Machine, _ body: () throws -> Result) throws -> Result {
        if isEntered {
            throw machine.error("RuntimeError", "cannot enter context: \(try machine.repr(.object(self))) is already entered")
        }
        isEntered = true
        var entered = variables
        defer {
            variables = entered
            isEntered = false
        }
        return try machine.withVariables(&entered, body)
    }
}

/// The module `contextvars`, and what programs use of `threading`.
enum RuntimeModules {
    /// Builds the module `contextvars`.
    static func makeContextVars(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "contextvars")
        let type = try machine.types.make("ContextVar", module: "contextvars")
        type.allocates { PyContextVar(type: $0) }
        TypeFormInstallation.makeSubscriptable(type)
        let token = try machine.types.make("Token", module: "contextvars")
        let missingType = try machine.types.make("Token.MISSING", module: "contextvars")
        missingType.method("__repr__", "self, /") { _, _ in "<Token.MISSING>" }
        let missing = Value.object(PyInstance(type: missingType))
        token.method("__repr__", "self, /") { machine, a in
            let state = a[0].asInstance?.attributes
            let used = state?["_used"] == nil ? "" : " used"
            return .string("<Token\(used) var=\(try machine.repr(state?["_var"] ?? .none)) at \(machine.address(a[0]))>")
        }
        token.constant("MISSING", missing)
        for name in ["var", "old_value"] { token.getter(name) { _, value in value.asInstance?.attributes?["_" + name] ?? .none } }
        func variable(_ value: Value, _ machine: Machine) throws -> PyContextVar {
            guard let variable = value.asObject as? PyContextVar else { throw machine.error("TypeError", "not a ContextVar") }
            return variable
        }
        type.constructor("name, *, default?") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyContextVar else { return .none }
            guard let name = a[0].asString else { throw machine.error("TypeError", "context variable name must be a str") }
            made.name = name
            made.defaultValue = a.ifGiven(1)
            return .object(made)
        }
        type.method("get", "self, default?, /") { machine, a in
            let own = try variable(a[0], machine)
            if let value = own.value(machine) ?? a.ifGiven(1) ?? own.defaultValue { return value }
            throw machine.error(machine.types.exception("LookupError"), [a[0]])
        }
        type.method("set", "self, value, /") { machine, a in
            let own = try variable(a[0], machine)
            let made = PyInstance(type: token)
            made.dictionary["_var"] = a[0]
            made.dictionary["_old_value"] = own.value(machine) ?? missing
            own.set(a[1], machine)
            return .object(made)
        }
        type.method("reset", "self, token, /") { machine, a in
            let state = a[1].asInstance?.attributes
            if machine.type(of: a[1]) !== token {
                throw machine.error("TypeError", "expected an instance of Token, got \(try machine.repr(a[1]))")
            }
            if state?["_used"] != nil {
                throw machine.error("RuntimeError", "\(try machine.repr(a[1])) has already been used once")
            }
            guard state?["_var"]?.isIdentical(to: a[0]) ?? false else {
                throw machine.error("ValueError", "\(try machine.repr(a[1])) was created by a different ContextVar")
            }
            let old = state?["_old_value"] ?? missing
            state?["_used"] = true
            try variable(a[0], machine).set(old.isIdentical(to: missing) ? nil : old, machine)
            return .none
        }
        type.getter("name") { machine, value in .string(try variable(value, machine).name) }
        type.method("__repr__", "self, /") { machine, a in
            let own = try variable(a[0], machine)
            let fallback = try own.defaultValue.map { " default=\(try machine.repr($0))" } ?? ""
            return .string("<ContextVar name=\(TextRepr.repr(PyStr(own.name)).string)\(fallback) at \(machine.address(a[0]))>")
        }
        module.add(type)
        module.add(token)
        try addContext(module, machine)
        return module
    }

    private static func addContext(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("Context", module: "contextvars")
        type.allocates { PyContext(type: $0) }
        func context(_ value: Value, _ machine: Machine) throws -> PyContext {
            guard let context = value.asObject as? PyContext else { throw machine.error("TypeError", "not a Context") }
            return context
        }
        func find(_ value: Value, _ key: Value, _ machine: Machine) throws -> Value? {
            guard key.asObject is PyContextVar else {
                throw machine.error("TypeError", "a ContextVar key was expected, got \(try machine.repr(key))")
            }
            return try context(value, machine).variables.entries.first { $0.variable === key.asObject }?.value
        }
        type.method("run", "self, callable?, /, *args, **kwargs") { machine, a in
            if !a.isGiven(1) { throw machine.error("TypeError", "run() missing 1 required positional argument") }
            let own = try context(a[0], machine)
            return try own.run(machine) { try machine.call(a[1], Arguments(a.list(2), keywords: a.dict(3))) }
        }
        type.method("__repr__", "self, /") { machine, a in .string("<_contextvars.Context object at \(machine.address(a[0]))>") }
        type.method("__getitem__", "self, key, /") { machine, a in
            if let value = try find(a[0], a[1], machine) { return value }
            throw machine.error(machine.types.exception("KeyError"), [a[1]])
        }
        type.method("get", "self, key, default=None, /") { machine, a in try find(a[0], a[1], machine) ?? a[2] }
        type.method("__contains__", "self, key, /") { machine, a in .bool(try find(a[0], a[1], machine) != nil) }
        type.method("__len__", "self, /") { machine, a in .int(try context(a[0], machine).variables.entries.count) }
        type.method("copy", "self, /") { machine, a in
            let made = PyContext(type: type)
            made.variables = try context(a[0], machine).variables
            return .object(made)
        }
        for name in ["keys", "values", "items", "__iter__"] {
            type.method(name, "self, /") { machine, a in
                let values: [Value] = try context(a[0], machine).variables.entries.map { entry in
                    switch name {
                    case "values": entry.value
                    case "items": .tuple([.object(entry.variable), entry.value])
                    default: .object(entry.variable)
                    }
                }
                return try machine.iterator(.list(values))
            }
        }
        module.add(type)
        module.function(machine, "copy_context", "") { machine, _ in
            let made = PyContext(type: type)
            made.variables = machine.context.variables
            return .object(made)
        }
    }

    // MARK: threading

    /// Builds the module `threading`.
    static func makeThreading(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "threading")
        for name in ["Lock", "RLock"] {
            let type = try machine.types.make(name == "Lock" ? "lock" : "RLock", module: "_thread")
            type.method("acquire", "self, blocking=True, timeout=-1") { _, a in
                let held = a[0].asInstance?.attributes?["held"]?.asInt ?? 0
                if held > 0, name == "Lock" { return false }
                a[0].asInstance?.dictionary["held"] = .int(held + 1)
                return true
            }
            type.method("release", "self") { machine, a in
                let held = a[0].asInstance?.attributes?["held"]?.asInt ?? 0
                if held == 0 {
                    throw machine.error("RuntimeError", name == "Lock" ? "release unlocked lock" : "cannot release un-acquired lock")
                }
                a[0].asInstance?.dictionary["held"] = .int(held - 1)
                return .none
            }
            type.method("locked", "self") { _, a in .bool((a[0].asInstance?.attributes?["held"]?.asInt ?? 0) > 0) }
            type.method("__enter__", "self") { machine, a in try machine.call(try machine.attribute(a[0], "acquire")) }
            type.method("__exit__", "self, *exc") { machine, a in try machine.call(try machine.attribute(a[0], "release")) }
            module.add(name, .object(type))
        }
        let local = try machine.types.make("local", module: "_thread")
        local.messageName = "_thread._local"
        module.add("local", .object(local))
        for name in ["Thread", "Timer"] {
            module.function(machine, name, "*args, **kwargs") { machine, _ in throw Sandbox.limit("threading.\(name)", machine) }
        }
        module.function(machine, "get_ident", "") { _, _ in 1 }
        module.function(machine, "active_count", "") { _, _ in 1 }
        try ThreadModules.threading.run(in: module, machine)
        return module
    }
}
