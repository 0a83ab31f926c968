/// The module `inspect`: questions about functions and classes.
enum InspectModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "inspect")
        addQuestions(module, machine)
        try SignatureClass.add(to: module, machine)
        module.function(machine, "getdoc", "object") { machine, a in
            guard let text = try machine.attributeIfPresent(a[0], "__doc__")?.asString else { return .none }
            return .string(cleaned(text))
        }
        module.function(machine, "cleandoc", "doc") { machine, a in .string(cleaned(a[0].asString ?? "")) }
        module.function(machine, "getmro", "cls") { _, a in .tuple((a[0].asType?.mro ?? []).map { .object($0) }) }
        module.function(machine, "unwrap", "func, *, stop=None") { machine, a in
            var value = a[0]
            var steps = 0
            while let inner = try machine.attributeIfPresent(value, "__wrapped__"), steps < 100 {
                value = inner
                steps += 1
            }
            return value
        }
        module.function(machine, "getmembers", "object, predicate=None") { machine, a in
            let names = try machine.array(try machine.call(machine.builtins["dir"] ?? .none, a[0]))
            var found: [Value] = []
            for name in names {
                guard let value = try machine.attributeIfPresent(a[0], name.asString ?? "") else { continue }
                if try a[1].isNone || machine.isTrue(machine.call(a[1], value)) { found.append(.tuple([name, value])) }
            }
            return .list(found)
        }
        for name in ["getsource", "getsourcelines", "getfile", "getsourcefile", "stack", "currentframe"] {
            module.function(machine, name, "*args") { machine, _ in throw Sandbox.limit("inspect.\(name)()", machine) }
        }
        try InspectExtras.install(in: module, machine)
        return module
    }

    /// Whether calling it gives a coroutine.
    static func isCoroutineFunction(_ value: Value) -> Bool {
        switch value.asObject {
        case let function as PyFunction: function.isCoroutine
        case let method as PyBoundMethod: isCoroutineFunction(method.function)
        case let wrapper as PyMethodWrapper: isCoroutineFunction(wrapper.function)
        case let instance as PyInstance where instance.instanceType.name == "partial" && instance.instanceType.module == "functools":
            isCoroutineFunction(instance.attributes?["func"] ?? .none)
        default: false
        }
    }

    private static func function(_ value: Value) -> PyFunction? {
        switch value.asObject {
        case let function as PyFunction: function
        case let method as PyBoundMethod: function(method.function)
        default: nil
        }
    }

    private static func addQuestions(_ module: PyModule, _ machine: Machine) {
        func question(_ name: String, _ test: @escaping (Machine, Value) throws -> Bool) {
            module.function(machine, name, "object") { machine, a in .bool(try test(machine, a[0])) }
        }
        question("iscoroutinefunction") { isCoroutineFunction($1) }
        question("isasyncgenfunction") { function($1)?.isAsyncGenerator ?? false }
        question("isgeneratorfunction") { function($1)?.isGenerator ?? false }
        question("iscoroutine") { ($1.asObject as? PyGenerator)?.kind == .coroutine }
        question("isgenerator") { ($1.asObject as? PyGenerator)?.kind == .generator }
        question("isasyncgen") { ($1.asObject as? PyGenerator)?.kind == .asyncGenerator }
        question("isawaitable") { machine, value in
            if (value.asObject as? PyGenerator)?.kind == .coroutine || value.asObject is PyNativeAwaitable { return true }
            return try machine.method(value, "__await__") != nil
        }
        question("isclass") { $1.asType != nil }
        question("isfunction") { $1.asObject is PyFunction }
        question("ismethod") { machine, value in
            (value.asObject as? PyBoundMethod).map { !($0.function.asObject is PyNativeFunction) } ?? false
        }
        question("isbuiltin") { machine, value in machine.type(of: value) === machine.types.builtinFunction }
        question("isroutine") { machine, value in
            value.asObject is PyFunction || value.asObject is PyNativeFunction || value.asObject is PyBoundMethod
        }
        question("ismodule") { $1.asObject is PyModule }
        question("isabstract") { machine, value in value.asType.map { !AbstractClasses.abstractNames(of: $0).isEmpty } ?? false }
        question("isdatadescriptor") { machine, value in machine.isDataDescriptor(value) }
    }

    /// A documentation text without the indentation of its place in the source.
    private static func cleaned(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let indent = lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        lines = lines.enumerated().map { $0 == 0 ? String($1.drop { $0 == " " }) : String($1.dropFirst(indent)) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }
}
