/// What `vars(cls)` shows of a class (CPython 3.11 `typeobject.c type_new`, which adds to the names of the body).
enum ClassNamespace {
    /// The names of a class with those that CPython puts there itself: module, documentation, and the descriptors of the instances' dictionary.
    static func shown(_ cls: PyType, _ machine: Machine) -> PyDict {
        guard cls.isProgramDefined || cls.origin == .python else {
            let shown = cls.attributes.copy()
            for name in ["__init__", "__new__"] where shown[name] == nil { shown[name] = cls.lookup(name) }
            return shown
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
}
