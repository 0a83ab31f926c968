/// The built-in functions that look into frames or drive the machine: `globals`, `locals`, `vars`, `dir`, `aiter`, `anext`.
enum NamespaceFunctions {
    static func install(_ machine: Machine) {
        define(machine, "globals", "") { machine, _ in .dict(machine.currentGlobals ?? PyDict()) }
        define(machine, "locals", "") { machine, _ in .dict(machine.currentLocals()) }
        define(machine, "vars", "object?, /") { machine, a in
            guard let value = a.ifGiven(0) else { return .dict(machine.currentLocals()) }
            // A method has the attributes of its function.
            let owner = (value.asObject as? PyBoundMethod)?.function ?? value
            if let found = try machine.attributeIfPresent(owner, "__dict__") { return found }
            throw machine.error("TypeError", "vars() argument must have __dict__ attribute")
        }
        define(machine, "dir", "object?, /") { machine, a in
            guard let value = a.ifGiven(0) else {
                return .list(PyList(machine.currentLocals().keys.compactMap(\.asString).sorted().map { .string($0) }))
            }
            guard let method = try machine.method(value, "__dir__") else { return .list(PyList()) }
            return .list(PyList(try machine.array(machine.call(method)).compactMap(\.asString).sorted().map { .string($0) }))
        }
        define(machine, "aiter", "async_iterable, /") { machine, a in try machine.asyncIterator(a[0]) }
        define(machine, "anext", "iterator, default?, /") { machine, a in
            let step = try machine.asyncNext(a[0])
            guard let fallback = a.ifGiven(1) else { return step }
            return try machine.call(try machine.imported("_asyncgenerators", "next_or"), step, fallback)
        }
    }

    private static func define(_ machine: Machine, _ name: String, _ signature: String, _ body: @escaping PyType.NativeBody) {
        if machine.builtins[name] == nil { machine.builtins[name] = machine.native(name, signature, origin: .c, body) }
    }
}
