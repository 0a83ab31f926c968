extension PyModule {
    /// Puts a value under a name.
    func add(_ name: String, _ value: Value) { namespace[name] = value }

    /// Puts a class under its own name.
    func add(_ type: PyType) { namespace[type.name] = .object(type) }

    /// Puts a native function under a name.
    func function(
        _ machine: Machine, _ name: String, _ signature: String, _ body: @escaping (Machine, BoundArguments) throws -> Value
    ) {
        let origin = NativeOrigin.of(function: name, in: self.name)
        namespace[name] = .object(PyNativeFunction(name, parameters: signature, module: self.name, origin: origin, bound: body))
    }

    /// Puts the value of another module under the same name.
    func reexport(_ names: [String], from other: PyModule) {
        for name in names { if let value = other.namespace[name] { namespace[name] = value } }
    }

    /// Sets `__all__` to every name that does not begin with an underscore.
    func exportAll() {
        let names = namespace.keys.filter { !($0.asString?.hasPrefix("_") ?? true) }
        namespace["__all__"] = .list(PyList(names))
    }
}

/// Keeps a Swift value of a module where the machine's modules live, so that nothing is global.
final class LibraryBox<Content>: PyObject {
    /// What is kept.
    let content: Content
    /// Keeps a value.
    init(_ content: Content) { self.content = content }
}

extension Machine {
    /// The Swift side of a library module, such as the classes that it defines; the module is built if it was not yet.
    func library<Content>(_ type: Content.Type, of module: String) throws -> Content {
        let built = try imported(module)
        guard case .object(let object)? = built.namespace["_library"], let box = object as? LibraryBox<Content> else {
            throw error("SystemError", "module '\(module)' has no native part")
        }
        return box.content
    }
}

extension Machine {
    /// A module by its dotted name, built at its first import; raises `ModuleNotFoundError`.
    public func imported(_ name: String) throws -> PyModule {
        guard let module = try modules.module(name, self) else { throw error("ModuleNotFoundError", "No module named '\(name)'") }
        return module
    }

    /// A value of a module, such as a class: `try machine.imported("datetime", "date")`.
    public func imported(_ module: String, _ name: String) throws -> Value {
        guard let value = try imported(module).namespace[name] else {
            throw error("ImportError", "cannot import name '\(name)' from '\(module)'")
        }
        return value
    }
}

extension Value {
    /// A list of values.
    static func list(_ elements: [Value]) -> Value { .list(PyList(elements)) }
    /// A tuple of values.
    static func tuple(_ elements: [Value]) -> Value { .tuple(PyTuple(elements)) }
    /// Bytes.
    static func bytes(_ bytes: [UInt8]) -> Value { .object(PyBytes(bytes)) }
    /// A text of code points.
    static func points(_ points: some Sequence<UInt32>) -> Value { .str(PyStr(points: points)) }
}
