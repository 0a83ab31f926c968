/// Loading and executing programs.
extension Machine {
    /// Parses and compiles a source file; `name` becomes its `__name__`.
    ///
    /// Throws `SyntaxError`.
    public func load(_ source: SourceText, named name: String) throws -> Program {
        let module = try Parser.parse(strictly: source)
        let code = try Compiler.compile(module, CodeUnit(source: source, name: name), self)
        return Program(source: source, name: name, module: module, code: code)
    }

    /// Compiles a tree that was parsed tolerantly, so that a file with errors still runs without the broken statements.
    public func load(_ module: Module, of source: SourceText, named name: String) throws -> Program {
        let code = try Compiler.compile(module, CodeUnit(source: source, name: name), self)
        return Program(source: source, name: name, module: module, code: code)
    }

    /// Runs the top level of a program in a new module.
    ///
    /// - Parameter path: where its file lies, as `__file__` has it.
    public func execute(_ program: Program, path: String? = nil) throws -> PyModule {
        let module = PyModule(name: program.name)
        if let path { module.namespace["__file__"] = .string(path) }
        executed.append(module)
        executedSource = program.source
        module.namespace["__builtins__"] = Value.none
        if let doc = program.code.doc { module.namespace["__doc__"] = .str(doc) }
        _ = try execute(program.code, globals: module.namespace, namespace: module.namespace)
        return module
    }

    /// The value of an expression among those global names, as for an annotation written as a text.
    ///
    /// Raises Python's SyntaxError where it is none.
    public func evaluate(_ expression: String, in globals: PyDict) throws -> Value {
        let source = SourceText(expression)
        do {
            let tree = try Parser.parseExpression(source)
            let code = try Compiler.compile(tree, CodeUnit(source: source, name: "<string>"), self)
            return try execute(code, globals: globals, namespace: globals)
        } catch let failure as SyntaxError {
            throw error(failure.kind.rawValue, failure.message)
        }
    }

    /// Runs the code of a module or expression.
    func execute(_ code: PyCode, globals: PyDict, namespace: PyDict?) throws -> Value {
        try nested {
            let frame = try pushFrame(code, globals: globals, at: stackTop)
            frame.start(code, globals: globals, namespace: namespace)
            frame.completion = .entry
            for _ in 0..<code.slotCount { pushSlot(of: frame, nil) }
            return try runEntry()
        }
    }

    /// Takes the programs apart, whose functions and globals hold each other; nothing of them may be run afterwards.
    public func retire() {
        for module in executed + modules.built {
            for case .object(let object) in module.namespace.values {
                if let type = object as? PyType, type.isProgramDefined { type.attributes.removeAll() }
            }
            module.namespace.removeAll()
        }
        executed = []
        _ = frames.takeDropped()
    }

    /// The module of that name for an `import`; raises ModuleNotFoundError, or PlaygroundLimit for what a playground must not touch.
    func importModule(_ name: String) throws -> PyModule {
        var path = ""
        for part in name.split(separator: ".", omittingEmptySubsequences: false) {
            let parent = path
            path += path.isEmpty ? String(part) : "." + part
            if try modules.module(path, self) == nil { throw cannotImport(path, inside: parent) }
        }
        guard let module = try modules.module(name, self) else { throw cannotImport(name, inside: "") }
        return module
    }

    private func cannotImport(_ name: String, inside parent: String) -> PyError {
        if WorldModules.names.contains(name) {
            return error("PlaygroundLimit", "module '\(name)' reaches outside the playground, which has no files, network or processes")
        }
        let raised =
            parent.isEmpty || modules.names.contains(where: { $0.hasPrefix(parent + ".") })
            ? error("ModuleNotFoundError", "No module named '\(name)'")
            : error("ModuleNotFoundError", "No module named '\(name)'; '\(parent)' is not a package")
        raised.exception.dictionary["name"] = .string(name)
        return raised
    }
}

/// Modules of the standard library that touch the world.
private enum WorldModules {
    static let names: Set<String> = [
        "os", "sys", "io", "pathlib", "shutil", "socket", "ssl", "subprocess", "multiprocessing", "threading", "signal", "tempfile",
        "urllib", "urllib.request", "http", "http.client", "ctypes", "sqlite3", "ftplib", "smtplib", "glob", "select", "selectors",
        "requests", "httpx", "aiohttp", "sqlalchemy", "importlib", "builtins", "gc", "inspect", "pickle", "marshal", "platform", "resource",
    ]
}
