/// What `vars(cls)` shows of a class (CPython 3.11 `typeobject.c type_new`, which adds to the names of the body).
enum ClassNamespace {
    /// The names of a class with those that CPython puts there itself: module, documentation, and the descriptors of the instances' dictionary.
    static func shown(_ cls: PyType, _ machine: Machine) -> PyDict {
        guard cls.isProgramDefined || cls.origin == .python else {
            return ofC(cls)
        }
        let shown = PyDict()
        if cls.attributes["__module__"] == nil { shown["__module__"] = .string(cls.module) }
        for (key, value) in cls.attributes.items where key.asString != "__doc__" || !isLast(key, cls) {
            if let name = key.asString { shown[name] = value }
        }
        let isReferable = { (type: PyType) in type.slotLayout?.isReferable ?? (type.isProgramDefined || type.origin == .python) }
        let hasDictionary = { (type: PyType) in
            type.slotLayout?.hasDictionary ?? (isReferable(type) || type.isSubtype(of: machine.types.exception("BaseException")))
        }
        for (name, has) in [("__dict__", hasDictionary), ("__weakref__", isReferable)] where has(cls) && !cls.bases.contains(where: has) {
            shown[name] = .object(PyInstance(type: machine.types.getsetDescriptor))
        }
        if shown["__doc__"] == nil { shown["__doc__"] = cls.attributes["__doc__"] ?? Value.none }
        return shown
    }

    /// A class without a text of its own gets `__doc__` behind all else.
    private static func isLast(_ key: Value, _ cls: PyType) -> Bool { cls.attributes.keys.last?.asString == key.asString }

    // MARK: Classes written in C

    /// What CPython 3.11 `type_ready` fills in: `__new__`, the slots in their order, methods and members.
    private static func ofC(_ cls: PyType) -> PyDict {
        let shown = PyDict()
        if !inheritingNew.contains(cls.name) { shown["__new__"] = .object(constructor(cls)) }
        for name in slots { if let value = cls.attributes[name] { shown[name] = value } }
        if shown["__init__"] == nil { shown["__init__"] = cls.lookup("__init__") }
        for (key, value) in cls.attributes.items { if let name = key.asString, name != "__new__" { shown[name] = value } }
        return shown
    }

    private static func constructor(_ cls: PyType) -> PyNativeFunction {
        PyNativeFunction("__new__", qualifiedName: cls.name + ".__new__") { machine, arguments in
            try machine.call(try machine.attribute(.object(cls), "__new__"), arguments)
        }
    }

    /// The slots that any class of the library has, in the order of `slotdefs`.
    private static let slots = [
        "__repr__", "__hash__", "__call__", "__str__", "__getattribute__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__",
        "__iter__", "__next__", "__init__",
    ]

    /// The classes of `builtins` and `collections` that inherit `__new__`.
    private static let inheritingNew: Set<String> = [
        "AttributeError", "BlockingIOError", "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
        "ConnectionRefusedError", "ConnectionResetError", "ExceptionGroup", "FileExistsError", "FileNotFoundError", "ImportError",
        "IndentationError", "InterruptedError", "IsADirectoryError", "KeyError", "ModuleNotFoundError", "NameError", "NotADirectoryError",
        "PermissionError", "ProcessLookupError", "StopIteration", "SyntaxError", "SystemExit", "TabError", "TimeoutError",
        "UnboundLocalError", "OrderedDict",
    ]
}
