/// The modules `sys`, `os`, `os.path`, `platform`, `tempfile` and `shutil`: what is harmless works, what touches the world raises `PlaygroundLimit`.
enum SystemModules {
    /// Adds functions that only say that they do not work here.
    private static func refuse(_ names: [String], in module: PyModule, _ machine: Machine) {
        for name in names {
            module.function(machine, name, "*args, **kwargs") { machine, _ in throw Sandbox.limit("\(module.name).\(name)()", machine) }
        }
    }

    // MARK: sys

    /// Builds the module `sys`.
    static func makeSys(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "sys")
        let version = try NamedTuples.make(
            "version_info", ["major", "minor", "micro", "releaselevel", "serial"], defaults: [], module: "sys", machine)
        version.method("__repr__", "self") { machine, a in
            let parts = try zip(["major", "minor", "micro", "releaselevel", "serial"], a[0].asTuple?.elements ?? []).map {
                "\($0)=\(try machine.repr($1))"
            }
            return .string("sys.version_info(\(parts.joined(separator: ", ")))")
        }
        module.add("version_info", try machine.call(.object(version), 3, 11, 7, "final", 0))
        module.add("version", "3.11.7 (Headroom)")
        module.add("hexversion", 0x030B_07F0)
        module.add("maxsize", .int(Int.max))
        module.add("maxunicode", 0x10FFFF)
        module.add("byteorder", "little")
        module.add("platform", "linux")
        module.add("executable", "")
        module.add("argv", .list(["main.py"]))
        module.add("path", .list([]))
        module.add("flags", .object(PyInstance(type: try machine.types.make("flags", module: "sys"))))
        let implementation = PyInstance(type: try machine.types.make("SimpleNamespace", module: "types"))
        implementation.dictionary["name"] = "cpython"
        module.add("implementation", .object(implementation))
        module.add("modules", .dict(machine.modules.table))
        try addNumberFacts(module, machine)
        try addStreams(module, machine)
        addFunctions(module, machine)
        return module
    }

    /// `float_info` and `int_info`: what numbers can hold.
    private static func addNumberFacts(_ module: PyModule, _ machine: Machine) throws {
        let greatest = Double.greatestFiniteMagnitude, least = Double.leastNormalMagnitude
        let facts: [(String, [(String, Value)])] = [
            (
                "float_info",
                [
                    ("max", .float(greatest)), ("max_exp", 1024), ("max_10_exp", 308), ("min", .float(least)), ("min_exp", -1021),
                    ("min_10_exp", -307), ("dig", 15), ("mant_dig", 53), ("epsilon", .float(Double.ulpOfOne)), ("radix", 2), ("rounds", 1),
                ]
            ),
            (
                "int_info",
                [("bits_per_digit", 30), ("sizeof_digit", 4), ("default_max_str_digits", 4300), ("str_digits_check_threshold", 640)]
            ),
        ]
        for (name, fields) in facts {
            let type = try NamedTuples.make(name, fields.map(\.0), defaults: [], module: "sys", machine)
            type.method("__repr__", "self") { machine, a in
                let parts = try zip(fields, a[0].asTuple?.elements ?? []).map { "\($0.0)=\(try machine.repr($1))" }
                return .string("sys.\(name)(\(parts.joined(separator: ", ")))")
            }
            module.add(name, try machine.call(.object(type), Arguments(fields.map(\.1))))
        }
        module.add("float_repr_style", "short")
    }

    private static func addStreams(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("TextIOWrapper", module: "_io")
        type.allocates { StandardStream(type: $0) }
        type.method("write", "self, s, /") { machine, a in
            guard let text = a[1].asStr else {
                throw machine.error("TypeError", "write() argument must be str, not \(machine.typeName(a[1]))")
            }
            machine.context.write(text.string)
            return .int(text.count)
        }
        type.getter("name") { _, value in .string((value.asObject as? StandardStream)?.name ?? "") }
        type.method("flush", "self") { _, _ in .none }
        type.method("isatty", "self") { _, _ in false }
        type.method("writelines", "self, lines, /") { machine, a in
            for line in try machine.array(a[1]) { _ = try machine.call(try machine.attribute(a[0], "write"), line) }
            return .none
        }
        for name in ["encoding", "errors"] { type.constant(name, name == "encoding" ? "utf-8" : "strict") }
        for name in ["stdout", "stderr"] {
            let stream = Value.object(StandardStream(type: type, name: "<\(name)>"))
            module.add(name, stream)
            module.add("__\(name)__", stream)
        }
        module.add("stdin", .none)
    }

    private static func addFunctions(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "getrecursionlimit", "") { _, _ in 1000 }
        module.function(machine, "setrecursionlimit", "limit, /") { _, _ in .none }
        module.function(machine, "getdefaultencoding", "") { _, _ in "utf-8" }
        module.function(machine, "getfilesystemencoding", "") { _, _ in "utf-8" }
        module.function(machine, "intern", "string, /") { _, a in a[0] }
        module.function(machine, "getsizeof", "object, default?") { machine, a in .int(try ObjectSize.bytes(of: a[0], machine)) }
        module.function(machine, "getrefcount", "object, /") { _, _ in 2 }
        module.function(machine, "set_int_max_str_digits", "maxdigits") { _, _ in .none }
        module.function(machine, "get_int_max_str_digits", "") { _, _ in 4300 }
        module.function(machine, "exit", "status=None, /") { machine, a in
            throw machine.error(machine.types.exception("SystemExit"), a[0].isNone ? [] : [a[0]])
        }
        module.function(machine, "exc_info", "") { machine, _ in
            guard let handled = machine.handledException else { return .tuple([.none, .none, .none]) }
            return .tuple([.object(handled.instanceType), .object(handled), handled.tracebackValue])
        }
        module.function(machine, "exception", "") { machine, _ in machine.handledException.map { .object($0) } ?? .none }
        refuse(["_getframe", "settrace", "setprofile"], in: module, machine)
    }

    // MARK: os

    /// Builds the module `os`.
    static func makeOS(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "os")
        module.add("path", .object(try machine.imported("posixpath")))
        for (name, text) in [
            ("sep", "/"), ("linesep", "\n"), ("name", "posix"), ("curdir", "."), ("pardir", ".."), ("pathsep", ":"), ("extsep", "."),
        ] {
            module.add(name, .string(text))
        }
        module.function(machine, "fspath", "path") { machine, a in
            if a[0].asStr != nil || a[0].asBytes != nil { return a[0] }
            guard let method = try machine.method(a[0], "__fspath__") else {
                throw machine.error("TypeError", "expected str, bytes or os.PathLike object, not \(machine.type(of: a[0]).name)")
            }
            return try machine.call(method)
        }
        module.function(machine, "urandom", "size, /") { machine, a in
            try machine.call(try machine.imported("secrets", "token_bytes"), a[0])
        }
        module.function(machine, "getpid", "") { _, _ in 1 }
        module.function(machine, "cpu_count", "") { _, _ in 1 }
        refuse(
            [
                "getenv", "putenv", "getcwd", "listdir", "mkdir", "makedirs", "remove", "rename", "rmdir", "stat", "scandir", "walk",
                "open",
                "system", "popen", "fork", "kill", "chdir", "access", "chmod", "link", "symlink", "unlink", "execv", "getlogin", "uname",
            ], in: module, machine)
        module.add("environ", .object(PyInstance(type: try environmentClass(machine))))
        module.add("error", .object(machine.types.exception("OSError")))
        try LibraryExtras.os.run(in: module, machine)
        return module
    }

    /// The environment: reading it says that there is none.
    private static func environmentClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("_Environ", module: "os")
        for (name, signature) in [
            ("__getitem__", "self, key, /"), ("get", "self, key, default=None"), ("__contains__", "self, key, /"), ("keys", "self"),
            ("items", "self"), ("values", "self"), ("__setitem__", "self, key, value, /"), ("__iter__", "self, /"), ("__len__", "self, /"),
            ("setdefault", "self, key, value"), ("pop", "self, *args"), ("copy", "self"),
        ] {
            type.method(name, signature) { machine, _ in throw Sandbox.limit("os.environ", machine) }
        }
        type.method("__repr__", "self, /") { _, _ in "environ({})" }
        return type
    }

    // MARK: Others

    /// Builds the module `platform`.
    static func makePlatform(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "platform")
        for (name, text) in [
            ("python_version", "3.11.7"), ("system", "Linux"), ("machine", "x86_64"), ("python_implementation", "CPython"), ("node", ""),
            ("release", ""), ("version", ""), ("platform", "Linux"), ("processor", ""),
        ] {
            module.function(machine, name, "*args, **kwargs") { _, _ in .string(text) }
        }
        return module
    }

    /// Builds the module `tempfile`.
    static func makeTempfile(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "tempfile")
        refuse(
            [
                "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile", "mkstemp", "mkdtemp", "gettempdir",
                "mktemp",
            ], in: module, machine)
        return module
    }

    /// Builds the module `shutil`.
    static func makeShutil(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "shutil")
        refuse(
            ["copy", "copy2", "copyfile", "copyfileobj", "copytree", "rmtree", "move", "which", "disk_usage", "make_archive"], in: module,
            machine)
        return module
    }

    /// Builds the module `subprocess`.
    static func makeSubprocess(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "subprocess")
        refuse(["run", "Popen", "call", "check_call", "check_output", "getoutput", "getstatusoutput"], in: module, machine)
        for (name, value) in [("PIPE", -1), ("STDOUT", -2), ("DEVNULL", -3)] { module.add(name, .int(value)) }
        for (name, base) in [("SubprocessError", "Exception"), ("CalledProcessError", "Exception"), ("TimeoutExpired", "Exception")] {
            module.add(try machine.types.make(name, module: "subprocess", bases: [machine.types.exception(base)]))
        }
        return module
    }

    /// Builds the module `socket`.
    static func makeSocket(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "socket")
        refuse(["socket", "create_connection", "gethostbyname", "getaddrinfo", "gethostname", "getfqdn"], in: module, machine)
        for (name, value) in [("AF_INET", 2), ("AF_INET6", 10), ("SOCK_STREAM", 1), ("SOCK_DGRAM", 2)] { module.add(name, .int(value)) }
        module.add("error", .object(machine.types.exception("OSError")))
        module.add("timeout", .object(machine.types.exception("TimeoutError")))
        return module
    }
}

/// `sys.stdout` or `sys.stderr` as a program finds it: what is written goes into the log of the run.
final class StandardStream: PyInstance {
    /// What it is called, such as `<stdout>`.
    let name: String

    /// A stream of that name.
    init(type: PyType, name: String = "") {
        self.name = name
        super.init(type: type)
    }
}

extension Machine {
    /// What a program put in the place of `sys.stdout`; nil while that is the log of the run.
    var replacedOutput: Value? {
        guard let stream = modules.loadedModule("sys")?.namespace["stdout"], !(stream.asObject is StandardStream) else { return nil }
        return stream
    }
}
