/// A module of the library, or the rest of one, that is written in Python, as most of CPython's library is.
///
/// What it does counts against the budget of the program. Its frames are no places of the program: an error in it is at the line that called it.
public struct WrittenModule: Sendable {
    /// The text of the module.
    let source: String
    /// The module that its classes name as theirs, where that is another than the one that they are in.
    let origin: String?

    public init(_ source: String, origin: String? = nil) {
        self.source = source
        self.origin = origin
    }

    /// What makes a module of that name with nothing but what is written.
    public func builder(_ name: String) -> ModuleRegistry.Builder {
        { machine in
            let module = PyModule(name: name)
            try run(in: module, machine)
            return module
        }
    }

    /// Runs the text among the names of a module.
    public func run(in module: PyModule, _ machine: Machine) throws {
        let source = SourceText(source)
        let name = module.namespace["__name__"]
        if let origin { module.namespace["__name__"] = .string(origin) }
        defer { module.namespace["__name__"] = name }
        do {
            let tree = try Parser.parse(strictly: source)
            let code = try Compiler.compile(tree, CodeUnit(source: source, name: module.name, isLibrary: true), machine)
            _ = try machine.execute(code, globals: module.namespace, namespace: module.namespace)
        } catch let failure as SyntaxError {
            throw machine.error("SystemError", "the module \(module.name) cannot be read: \(failure.message)")
        }
    }
}
