/// The module `contextlib`.
enum ContextlibModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "contextlib")
        try GeneratorContexts.add(to: module, machine)
        try SimpleContexts.add(to: module, machine)
        try ExitStackClass.add(to: module, machine)
        let meta = try machine.imported("abc", "ABCMeta").asType
        for (name, names, enter) in [
            ("AbstractContextManager", ["__enter__", "__exit__"], "__enter__"),
            ("AbstractAsyncContextManager", ["__aenter__", "__aexit__"], "__aenter__"),
        ] {
            let type = try machine.types.make(name, module: "contextlib", metaclass: meta)
            AbstractClasses.demand([names[1]], of: type)
            type.constant("_abc_methods", .list(names.map { .string($0) }))
            type.constant("_abc_structural", true)
            if enter == "__enter__" { type.method(enter, "self") { _, a in a[0] } }
            TypeFormInstallation.makeSubscriptable(type)
            module.add(type)
        }
        try AsyncContexts.add(to: module, machine)
        return module
    }
}

/// Runs the two halves of `with` and `async with` from native code.
enum ContextProtocol {
    /// The arguments of `__exit__` for an error, or three `None`.
    static func arguments(_ raised: PyError?) -> [Value] {
        guard let raised else { return [.none, .none, .none] }
        return [.object(raised.exception.instanceType), .object(raised.exception), raised.exception.tracebackValue]
    }

    /// The error that the arguments of `__exit__` stand for.
    static func error(_ exception: Value) -> PyError? { exception.asException.map { PyError($0) } }
}

/// `contextmanager`, and the decorator `asynccontextmanager`, whose class is written in Python.
enum GeneratorContexts {
    /// One use of a function that was decorated.
    private final class Manager: PyInstance {
        var generator: PyGenerator?
        var isEntered = false
        let function: Value
        let arguments: Arguments

        init(type: PyType, function: Value, arguments: Arguments) {
            self.function = function
            self.arguments = arguments
            super.init(type: type)
        }
    }

    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let plain = try machine.types.make("_GeneratorContextManager", module: "contextlib")
        installPlain(plain)
        module.function(machine, "contextmanager", "func") { machine, a in
            let function = a[0]
            let helper = PyFunctionWrapper(function) { machine, arguments in
                let manager = Manager(type: plain, function: function, arguments: arguments)
                manager.generator = try machine.call(function, arguments).asObject as? PyGenerator
                return .object(manager)
            }
            return .object(helper)
        }
        module.function(machine, "asynccontextmanager", "func") { [unowned module] machine, a in
            let function = a[0]
            guard let type = module.namespace["_AsyncGeneratorContextManager"] else { return .none }
            let helper = PyFunctionWrapper(function) { machine, arguments in
                let named = PyDict()
                for (name, value) in arguments.keywords { named[name] = value }
                return try machine.call(type, Arguments([function, .tuple(arguments.positional), .dict(named)]))
            }
            return .object(helper)
        }
    }

    private static func manager(_ value: Value, _ machine: Machine) throws -> (Manager, PyGenerator) {
        guard let manager = value.asObject as? Manager, let generator = manager.generator else {
            throw machine.error("TypeError", "the decorated function did not return a generator")
        }
        return (manager, generator)
    }

    /// Notes that a manager is in use; raises AttributeError where it was before, since it let go of its arguments then.
    private static func enter(_ manager: Manager, _ machine: Machine) throws {
        if manager.isEntered { throw machine.error("AttributeError", "'\(manager.instanceType.name)' object has no attribute 'args'") }
        manager.isEntered = true
    }

    // MARK: with

    private static func installPlain(_ type: PyType) {
        type.method("__enter__", "self") { machine, a in
            let (own, generator) = try manager(a[0], machine)
            try enter(own, machine)
            guard case .yielded(let value) = try machine.resume(generator, .send(.none)) else {
                throw machine.error("RuntimeError", "generator didn't yield")
            }
            return value
        }
        type.method("__exit__", "self, typ, value, traceback") { machine, a in
            let (_, generator) = try manager(a[0], machine)
            guard let raised = ContextProtocol.error(a[2]) else {
                if case .yielded = try machine.resume(generator, .send(.none)) {
                    throw machine.error("RuntimeError", "generator didn't stop")
                }
                return false
            }
            let places = raised.traceback
            do {
                if case .yielded = try machine.resume(generator, .throw(raised)) {
                    throw machine.error("RuntimeError", "generator didn't stop after throw()")
                }
                return true
            } catch let thrown as PyError where isSame(thrown, raised, machine) {
                raised.exception.restoreTraceback(places)
                return false
            } catch let thrown as PyError where machine.isError(thrown, "StopIteration") {
                return true
            }
        }
        type.method("__call__", "self, func") { machine, a in
            guard let own = a[0].asObject as? Manager else { return .none }
            let inner = a[1]
            return .object(
                PyFunctionWrapper(inner) { machine, arguments in
                    let fresh = try machine.call(own.function, own.arguments)
                    let context = Value.object(recreated(own, fresh))
                    return try SimpleContexts.with(context, machine) { try machine.call(inner, arguments) }
                })
        }
    }

    /// Whether what the generator let out is what was thrown into it, perhaps wrapped, as a StopIteration always is.
    private static func isSame(_ thrown: PyError, _ raised: PyError, _ machine: Machine) -> Bool {
        if thrown.exception === raised.exception { return true }
        let isStop = machine.isError(raised, "StopIteration") || machine.isError(raised, "StopAsyncIteration")
        return isStop && machine.isError(thrown, "RuntimeError") && thrown.exception.cause === raised.exception
    }

    private static func recreated(_ manager: Manager, _ generator: Value) -> Manager {
        let made = Manager(type: manager.instanceType, function: manager.function, arguments: manager.arguments)
        made.generator = generator.asObject as? PyGenerator
        return made
    }
}
