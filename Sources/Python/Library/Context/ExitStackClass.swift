/// `contextlib.ExitStack` and `AsyncExitStack`.
enum ExitStackClass {
    /// What is to be done at the end, the last first.
    private final class Stack: PyInstance {
        enum Step {
            /// Called with the three arguments of `__exit__`.
            case exit(Value)
            case asyncExit(Value)
            /// Called with these arguments.
            case call(Value, Arguments)
            case asyncCall(Value, Arguments)
        }

        var steps: [Step] = []
        init(type: PyType) { super.init(type: type) }
    }

    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let plain = try machine.types.make("ExitStack", module: "contextlib")
        let asynchronous = try machine.types.make("AsyncExitStack", module: "contextlib")
        for type in [plain, asynchronous] {
            type.allocates { Stack(type: $0) }
            installPushing(type)
            module.add(type)
        }
        installPlain(plain)
        installAsynchronous(asynchronous)
    }

    private static func stack(_ value: Value, _ machine: Machine) throws -> Stack {
        guard let stack = value.asObject as? Stack else { throw machine.error("TypeError", "not an exit stack") }
        return stack
    }

    private static func installPushing(_ type: PyType) {
        type.method("enter_context", "self, cm") { machine, a in
            let stack = try stack(a[0], machine)
            guard let enter = try machine.method(a[1], "__enter__"), let exit = try machine.method(a[1], "__exit__") else {
                throw machine.error(
                    "TypeError",
                    "'\(machine.type(of: a[1]).module).\(machine.type(of: a[1]).qualifiedName)' object does not support the context manager protocol"
                )
            }
            let result = try machine.call(enter)
            stack.steps.append(.exit(exit))
            return result
        }
        type.method("push", "self, exit") { machine, a in
            let exit = try machine.method(a[1], "__exit__") ?? a[1]
            try stack(a[0], machine).steps.append(.exit(exit))
            return a[1]
        }
        type.method("callback", "self, callback, /, *args, **kwds") { machine, a in
            try stack(a[0], machine).steps.append(.call(a[1], Arguments(a.list(2), keywords: a.dict(3))))
            return a[1]
        }
        type.method("pop_all", "self") { machine, a in
            let stack = try stack(a[0], machine)
            let made = Stack(type: stack.instanceType)
            made.steps = stack.steps
            stack.steps = []
            return .object(made)
        }
    }

    private static func installPlain(_ type: PyType) {
        type.method("__enter__", "self") { _, a in a[0] }
        type.method("__exit__", "self, *exc_details") { machine, a in
            let raised = a.list(1).count > 1 ? ContextProtocol.error(a.list(1)[1]) : nil
            return .bool(try unwind(try stack(a[0], machine), raised, machine))
        }
        type.method("close", "self") { machine, a in
            _ = try unwind(try stack(a[0], machine), nil, machine)
            return .none
        }
    }

    /// Does all steps; tells whether the error was handled, and throws another one that came up.
    private static func unwind(_ stack: Stack, _ raised: PyError?, _ machine: Machine) throws -> Bool {
        var pending = raised
        while let step = stack.steps.popLast() {
            do {
                switch step {
                case .exit(let exit):
                    let result = try machine.call(exit, Arguments(ContextProtocol.arguments(pending)))
                    if pending != nil, try machine.isTrue(result) { pending = nil }
                case .call(let function, let arguments): _ = try machine.call(function, arguments)
                case .asyncExit, .asyncCall: break
                }
            } catch let thrown as PyError {
                pending = thrown
            }
        }
        return try settle(pending, raised)
    }

    private static func settle(_ pending: PyError?, _ raised: PyError?) throws -> Bool {
        guard let pending else { return raised != nil }
        if let raised, pending.exception === raised.exception { return false }
        throw pending
    }

    private static func installAsynchronous(_ type: PyType) {
        type.method("enter_async_context", "self, cm") { machine, a in
            let stack = try stack(a[0], machine)
            guard let enter = try machine.method(a[1], "__aenter__"), let exit = try machine.method(a[1], "__aexit__") else {
                throw machine.error(
                    "TypeError",
                    "'\(machine.type(of: a[1]).module).\(machine.type(of: a[1]).qualifiedName)' object does not support the asynchronous context manager protocol"
                )
            }
            return .object(
                PyNativeAwaitable { machine in
                    let result = try await machine.await(try machine.call(enter))
                    stack.steps.append(.asyncExit(exit))
                    return result
                })
        }
        type.method("push_async_exit", "self, exit") { machine, a in
            let exit = try machine.method(a[1], "__aexit__") ?? a[1]
            try stack(a[0], machine).steps.append(.asyncExit(exit))
            return a[1]
        }
        type.method("push_async_callback", "self, callback, /, *args, **kwds") { machine, a in
            try stack(a[0], machine).steps.append(.asyncCall(a[1], Arguments(a.list(2), keywords: a.dict(3))))
            return a[1]
        }
        type.method("__aenter__", "self") { _, a in
            let own = a[0]
            return .object(PyNativeAwaitable { _ in own })
        }
        type.method("__aexit__", "self, *exc_details") { machine, a in
            let stack = try stack(a[0], machine)
            let raised = a.list(1).count > 1 ? ContextProtocol.error(a.list(1)[1]) : nil
            return .object(PyNativeAwaitable { machine in .bool(try await unwindAsync(stack, raised, machine)) })
        }
        type.method("aclose", "self") { machine, a in
            let stack = try stack(a[0], machine)
            return .object(
                PyNativeAwaitable { machine in
                    _ = try await unwindAsync(stack, nil, machine)
                    return .none
                })
        }
    }

    private static func unwindAsync(_ stack: Stack, _ raised: PyError?, _ machine: Machine) async throws -> Bool {
        var pending = raised
        while let step = stack.steps.popLast() {
            do {
                let result: Value
                switch step {
                case .exit(let exit): result = try machine.call(exit, Arguments(ContextProtocol.arguments(pending)))
                case .asyncExit(let exit):
                    result = try await machine.await(try machine.call(exit, Arguments(ContextProtocol.arguments(pending))))
                case .call(let function, let arguments):
                    _ = try machine.call(function, arguments)
                    result = false
                case .asyncCall(let function, let arguments):
                    _ = try await machine.await(try machine.call(function, arguments))
                    result = false
                }
                if pending != nil, try machine.isTrue(result) { pending = nil }
            } catch let thrown as PyError {
                pending = thrown
            }
        }
        return try settle(pending, raised)
    }
}
