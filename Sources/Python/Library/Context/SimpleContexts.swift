/// `suppress`, `nullcontext`, `closing`, `redirect_stdout` and the decorators of classes.
enum SimpleContexts {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        try addSuppress(module, machine)
        try addNull(module, machine)
        try addClosing(module, machine)
        for name in ["redirect_stdout", "redirect_stderr"] {
            let type = try machine.types.make(name, module: "contextlib")
            let stream = name == "redirect_stdout" ? "stdout" : "stderr"
            type.method("__init__", "self, new_target") { _, a in
                a[0].asInstance?.dictionary["_new_target"] = a[1]
                a[0].asInstance?.dictionary["_old_targets"] = .list([])
                return .none
            }
            type.method("__enter__", "self") { machine, a in
                let (sys, own) = (try machine.imported("sys"), a[0].asInstance)
                own?.attributes?["_old_targets"]?.asList?.elements.append(sys.namespace[stream] ?? .none)
                let target = own?.attributes?["_new_target"] ?? .none
                sys.namespace[stream] = target
                return target
            }
            type.method("__exit__", "self, exctype, excinst, exctb") { machine, a in
                let sys = try machine.imported("sys")
                if let old = a[0].asInstance?.attributes?["_old_targets"]?.asList?.elements.popLast() { sys.namespace[stream] = old }
                return .none
            }
            module.add(type)
        }
        let decorator = try machine.types.make("ContextDecorator", module: "contextlib")
        decorator.method("__call__", "self, func") { machine, a in
            let (context, function) = (a[0], a[1])
            return .object(
                PyFunctionWrapper(function) { machine, arguments in
                    try with(context, machine) { try machine.call(function, arguments) }
                })
        }
        module.add(decorator)
    }

    /// Runs `body` as the body of `with context:`.
    static func with(_ context: Value, _ machine: Machine, _ body: () throws -> Value) throws -> Value {
        _ = try machine.call(try machine.attribute(context, "__enter__"))
        let result: Value
        do {
            result = try body()
        } catch let raised as PyError {
            let isHandled = try machine.call(
                try machine.attribute(context, "__exit__"), Arguments(ContextProtocol.arguments(raised)))
            if try machine.isTrue(isHandled) { return .none }
            throw raised
        }
        _ = try machine.call(try machine.attribute(context, "__exit__"), Arguments(ContextProtocol.arguments(nil)))
        return result
    }

    private static func addSuppress(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("suppress", module: "contextlib")
        type.method("__init__", "self, *exceptions") { _, a in
            a[0].asInstance?.dictionary["_exceptions"] = .tuple(a.list(1))
            return .none
        }
        type.method("__enter__", "self") { _, _ in .none }
        type.method("__exit__", "self, exctype, excinst, exctb") { machine, a in
            if a[1].isNone { return false }
            return .bool(try machine.isSubclass(a[1], of: a[0].asInstance?.attributes?["_exceptions"] ?? .tuple([])))
        }
        module.add(type)
    }

    private static func addNull(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("nullcontext", module: "contextlib")
        type.method("__init__", "self, enter_result=None") { _, a in
            a[0].asInstance?.dictionary["enter_result"] = a[1]
            return .none
        }
        type.method("__enter__", "self") { _, a in a[0].asInstance?.attributes?["enter_result"] ?? .none }
        type.method("__exit__", "self, *excinfo") { _, _ in .none }
        module.add(type)
    }

    /// `closing`, and `aclosing`, whose methods are written in Python.
    private static func addClosing(_ module: PyModule, _ machine: Machine) throws {
        for name in ["closing", "aclosing"] {
            let type = try machine.types.make(name, module: "contextlib")
            type.method("__init__", "self, thing") { _, a in
                a[0].asInstance?.dictionary["thing"] = a[1]
                return .none
            }
            module.add(type)
            if name == "aclosing" { continue }
            type.method("__enter__", "self") { _, a in a[0].asInstance?.attributes?["thing"] ?? .none }
            type.method("__exit__", "self, *exc_info") { machine, a in
                _ = try machine.call(try machine.attribute(a[0].asInstance?.attributes?["thing"] ?? .none, "close"))
                return .none
            }
        }
    }
}
