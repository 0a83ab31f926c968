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
        modules.table[program.name] = .object(module)
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
        modules.table.removeAll()
        _ = collectCycles()
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
        if WorldModules.holds(name) {
            return error("PlaygroundLimit", "module '\(name)' is outside the playground, which has no files, network or processes")
        }
        let raised =
            parent.isEmpty || modules.names.contains(where: { $0.hasPrefix(parent + ".") })
            ? error("ModuleNotFoundError", "No module named '\(name)'")
            : error("ModuleNotFoundError", "No module named '\(name)'; '\(parent)' is not a package")
        raised.exception.dictionary["name"] = .string(name)
        return raised
    }
}

/// What a program may not import, though a Python would have it.
private enum WorldModules {
    /// Packages of others that reach outside.
    private static let others: Set<String> = ["requests", "httpx", "aiohttp", "sqlalchemy"]
    private static let packages: Set<String> = [
        "concurrent", "ctypes", "curses", "dbm", "distutils", "email", "encodings", "html", "http", "importlib", "multiprocessing",
        "sqlite3",
        "tkinter", "unittest", "urllib", "wsgiref", "xml", "xmlrpc",
    ]

    /// Whether it is such a package, or a module of CPython 3.11's standard library (`sys.stdlib_module_names`) that is not here.
    static func holds(_ name: String) -> Bool {
        guard let point = name.firstIndex(of: ".") else { return others.contains(name) || standard.contains(name) }
        return packages.contains(String(name[..<point]))
    }

    private static let standard = Set(standardText.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let standardText = """
        abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile
        calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
        contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
        encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
        getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress
        itertools json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder multiprocessing
        netrc nis nntplib nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
        platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
        quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site
        smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
        stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap
        threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest
        urllib uu uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
        """
}
