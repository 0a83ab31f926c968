/// `contextlib.ExitStack`.
enum ExitStackClass {
    /// What is to be done at the end, the last first.
    private final class Stack: PyInstance {
        enum Step {
            /// Called with the three arguments of `__exit__`.
            case exit(Value)
            /// Called with these arguments.
            case call(Value, Arguments)
        }

        var steps: [Step] = []
        init(type: PyType) { super.init(type: type) }
    }

    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("ExitStack", module: "contextlib")
        type.allocates { Stack(type: $0) }
        installPushing(type)
        installLeaving(type)
        module.add(type)
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

    private static func installLeaving(_ type: PyType) {
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
}
