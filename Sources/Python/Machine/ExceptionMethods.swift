/// The attributes of exceptions.
enum ExceptionMethods {
    static func install(_ types: BuiltinTypes) {
        let base = types.exception("BaseException")
        installText(base)
        installLinks(base)
        base.method("__init__", "self, *args, **keywords") { machine, a in
            if !a.dict(2).isEmpty, let exception = a[0].asException {
                throw machine.error("TypeError", "\(exception.instanceType.name)() takes no keyword arguments")
            }
            a[0].asException?.arguments = a.list(1)
            return .none
        }
        types.exception("KeyError").method("__str__", "self, /") { machine, a in
            guard let exception = a[0].asException else { return "" }
            if exception.arguments.count == 1 { return .str(try machine.reprStr(exception.arguments[0])) }
            return try text(exception, machine)
        }
        installValues(types)
        installOSError(types.exception("OSError"))
        installGroups(types.exception("BaseExceptionGroup"))
    }

    private static func text(_ exception: PyException, _ machine: Machine) throws -> Value {
        switch exception.arguments.count {
        case 0: return ""
        case 1: return .str(try machine.strStr(exception.arguments[0]))
        default: return .str(try machine.reprStr(.tuple(PyTuple(exception.arguments))))
        }
    }

    private static func installText(_ base: PyType) {
        base.method("__str__", "self, /") { machine, a in
            guard let exception = a[0].asException else { return "" }
            return try text(exception, machine)
        }
        base.method("__repr__", "self, /") { machine, a in
            guard let exception = a[0].asException else { return "" }
            let parts = try exception.arguments.map { try machine.repr($0) }
            return .string("\(exception.instanceType.name)(\(parts.joined(separator: ", ")))")
        }
        base.property("args", get: { _, value in .tuple(PyTuple(value.asException?.arguments ?? [])) }) { machine, value, new in
            value.asException?.arguments = try machine.array(new)
        }
        base.method("add_note", "self, note, /") { machine, a in
            guard let exception = a[0].asException, a[1].asStr != nil else {
                throw machine.error("TypeError", "note must be a str, not '\(machine.typeName(a[1]))'")
            }
            if let notes = exception.dictionary["__notes__"]?.asList {
                notes.elements.append(a[1])
            } else {
                exception.dictionary["__notes__"] = .list(PyList([a[1]]))
            }
            return .none
        }
    }

    private static func installLinks(_ base: PyType) {
        func link(_ exception: PyException?) -> Value { exception.map { .object($0) } ?? .none }
        base.property("__cause__", get: { _, value in link(value.asException?.cause) }) { machine, value, new in
            guard new.isNone || new.asException != nil else {
                throw machine.error("TypeError", "exception cause must be None or derive from BaseException")
            }
            value.asException?.cause = new.asException
            value.asException?.suppressesContext = true
        }
        base.property("__context__", get: { _, value in link(value.asException?.context) }) { _, value, new in
            value.asException?.context = new.asException
        }
        base.property(
            "__suppress_context__", get: { _, value in .bool(value.asException?.suppressesContext ?? false) },
            set: { machine, value, new in value.asException?.suppressesContext = try machine.isTrue(new) })
        base.property(
            "__traceback__",
            get: { _, value in
                value.asException?.tracebackValue ?? .none
            }
        ) { machine, value, new in try setTraceback(value, new, machine) }
        base.method("with_traceback", "self, tb, /") { machine, a in
            try setTraceback(a[0], a[1], machine)
            return a[0]
        }
    }

    private static func setTraceback(_ value: Value, _ new: Value, _ machine: Machine) throws {
        if let traceback = new.asObject as? PyTraceback {
            value.asException?.restoreTraceback(traceback.remainingSites)
        } else if new.isNone {
            value.asException?.clearTraceback()
        } else {
            throw machine.error("TypeError", "__traceback__ must be a traceback or None")
        }
    }

    /// The place that the second argument of SyntaxError is, and its text with that place (CPython 3.11 `SyntaxError_str`).
    private static func installPlace(_ type: PyType) {
        let names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"]
        func part(_ value: Value, _ index: Int) -> Value {
            guard let error = value.asException else { return .none }
            if let assigned = error.attributes?[names[index]] { return assigned }
            let place = error.arguments.count == 2 ? error.arguments[1].asTuple?.elements ?? [] : []
            return index < place.count ? place[index] : .none
        }
        for (index, name) in names.enumerated() {
            type.property(name, get: { _, value in part(value, index) }) { _, value, new in value.asException?.dictionary[name] = new }
        }
        type.constant("print_file_and_line", .none)
        type.method("__str__", "self, /") { machine, a in
            let message = try machine.str(try machine.attribute(a[0], "msg"))
            let file = part(a[0], 0).asString.map { $0.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? $0 }
            let line = part(a[0], 1).asInt
            switch (file, line) {
            case (let file?, let line?): return .string("\(message) (\(file), line \(line))")
            case (let file?, nil): return .string("\(message) (\(file))")
            case (nil, let line?): return .string("\(message) (line \(line))")
            case (nil, nil): return .string(message)
            }
        }
    }

    /// Classes whose arguments have names.
    private static func installValues(_ types: BuiltinTypes) {
        func argument(_ type: String, _ name: String) {
            types.exception(type).property(
                name,
                get: { _, value in
                    if let assigned = value.asException?.attributes?[name] { return assigned }
                    let arguments = value.asException?.arguments ?? []
                    return arguments.count > 1 && type == "SystemExit" ? .tuple(PyTuple(arguments)) : arguments.first ?? .none
                }, set: { _, value, new in value.asException?.dictionary[name] = new })
        }
        argument("StopIteration", "value")
        argument("SystemExit", "code")
        argument("SyntaxError", "msg")
        installPlace(types.exception("SyntaxError"))
        argument("ImportError", "msg")
        for (type, names) in [("AttributeError", ["name", "obj"]), ("NameError", ["name"]), ("ImportError", ["name", "path"])] {
            let exception = types.exception(type)
            exception.method("__init__", "self, *args, **keywords") { machine, a in
                guard let raised = a[0].asException else { return .none }
                raised.arguments = a.list(1)
                for (name, value) in a.dict(2) {
                    guard names.contains(name) else {
                        throw machine.error("TypeError", "'\(name)' is an invalid keyword argument for \(type)()")
                    }
                    raised.dictionary[name] = value
                }
                return .none
            }
            for name in names { exception.constant(name, .none) }
        }
    }

    /// The subclasses that `OSError(number, text)` makes (CPython 3.11 `exceptions.c`).
    private static let numbered: [Int: String] = [
        11: "BlockingIOError", 10: "ChildProcessError", 32: "BrokenPipeError", 103: "ConnectionAbortedError",
        104: "ConnectionResetError", 111: "ConnectionRefusedError", 17: "FileExistsError", 2: "FileNotFoundError",
        4: "InterruptedError", 21: "IsADirectoryError", 20: "NotADirectoryError", 13: "PermissionError", 1: "PermissionError",
        3: "ProcessLookupError", 110: "TimeoutError",
    ]

    private static func installOSError(_ type: PyType) {
        let make = PyNativeFunction("__new__", qualifiedName: "OSError.__new__") { machine, arguments in
            guard var cls = arguments.positional.first?.asType else { return .none }
            let given = arguments.positional.dropFirst()
            if cls === type, (2...5).contains(given.count), let number = given.first?.asInt, let name = numbered[number] {
                cls = machine.types.exception(name)
            }
            let made = cls.allocate(cls)
            (made as? PyException)?.arguments = Array(given)
            return .object(made)
        }
        type.attributes["__new__"] = .object(PyMethodWrapper(.staticMethod, .object(make)))
        type.method("__init__", "self, *args") { _, a in
            guard let exception = a[0].asException else { return .none }
            let given = a.list(1)
            let isNumbered = (2...5).contains(given.count)
            exception.arguments = isNumbered ? Array(given[..<2]) : given
            exception.dictionary["errno"] = isNumbered ? given[0] : Value.none
            exception.dictionary["strerror"] = isNumbered ? given[1] : Value.none
            exception.dictionary["filename"] = given.count > 2 && isNumbered ? given[2] : Value.none
            return .none
        }
        for name in ["errno", "strerror", "filename"] { type.constant(name, .none) }
        type.method("__str__", "self, /") { machine, a in
            guard let exception = a[0].asException else { return "" }
            guard exception.arguments.count == 2 else { return try text(exception, machine) }
            let message = "[Errno \(try machine.str(exception.arguments[0]))] \(try machine.str(exception.arguments[1]))"
            guard let filename = exception.dictionary["filename"], !filename.isNone else { return .string(message) }
            return .string("\(message): \(try machine.repr(filename))")
        }
    }

    private static func installGroups(_ type: PyType) {
        let make = PyNativeFunction("__new__", qualifiedName: "BaseExceptionGroup.__new__") { machine, arguments in
            guard let cls = arguments.positional.first?.asType else { return .none }
            return .object(try ExceptionGroups.make(cls, Array(arguments.positional.dropFirst()), machine))
        }
        type.attributes["__new__"] = .object(PyMethodWrapper(.staticMethod, .object(make)))
        type.method("__str__", "self, /") { machine, a in
            guard let group = a[0].asException else { return "" }
            let count = ExceptionGroups.members(group).count
            return .string("\(try machine.str(group.dictionary["message"] ?? "")) (\(count) sub-exception\(count == 1 ? "" : "s"))")
        }
        type.method("derive", "self, excs, /") { machine, a in
            let message = a[0].asException?.dictionary["message"] ?? ""
            return try machine.call(.object(type), message, a[1])
        }
        type.method("split", "self, condition, /") { machine, a in
            guard let group = a[0].asException else { return .none }
            let (matched, rest) = try ExceptionGroups.split(group, machine) { try machine.passes($0, a[1]) }
            return .tuple(PyTuple([matched.map { .object($0) } ?? .none, rest.map { .object($0) } ?? .none]))
        }
        type.method("subgroup", "self, condition, /") { machine, a in
            guard let group = a[0].asException else { return .none }
            let (matched, _) = try ExceptionGroups.split(group, machine) { try machine.passes($0, a[1]) }
            return matched.map { .object($0) } ?? .none
        }
    }
}

extension Machine {
    /// Whether an exception passes the condition of `split`: a class, a tuple of classes, or a function.
    fileprivate func passes(_ exception: PyException, _ condition: Value) throws -> Bool {
        if condition.asType != nil || condition.asTuple != nil { return try matches(.object(exception), condition) }
        return try isTrue(try call(condition, .object(exception)))
    }
}
