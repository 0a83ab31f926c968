/// The module `weakref`. A weak reference ends as the last strong one goes; its callback is called before the next call of the program.
enum WeakrefModule {
    /// A weak reference to an object.
    private final class Reference: PyWatcher {
        weak var target: PyObject?
        var callback: Value?
        var identity = 0
        var hash: Int?

        init(type: PyType) { super.init(type: type) }

        override var isDue: Bool { target == nil && callback != nil }

        override func tell(_ machine: Machine) throws {
            guard let callback else { return }
            self.callback = nil
            _ = try machine.call(callback, .object(self))
        }

        var value: Value? { target.map { WeakrefModule.value(of: $0) } }
    }

    /// The value that a reference to an object is.
    private static func value(of object: PyObject) -> Value {
        switch object {
        case let text as PyStr: .str(text)
        case let list as PyList: .list(list)
        case let tuple as PyTuple: .tuple(tuple)
        case let dict as PyDict: .dict(dict)
        default: .object(object)
        }
    }

    private static let written = WrittenModule(
        #"""
        from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet
        from types import GenericAlias as _Alias

        class WeakMethod(ref):
            def __new__(cls, meth, callback=None):
                made = ref.__new__(cls, meth.__self__, callback)
                made._function, made._kind = ref(meth.__func__), type(meth)
                return made
            def __call__(self):
                owner, function = super().__call__(), self._function()
                return None if owner is None or function is None else self._kind(function, owner)

        class _Weak(_MutableMapping):
            def __init__(self, other=(), /, **kw):
                self.data = {}
                self.update(other, **kw)
            def __len__(self):
                return sum(1 for _ in self)
            def __iter__(self):
                return self.keys()
            def copy(self):
                made = type(self)()
                made.update(self)
                return made
            __copy__ = copy
            def __repr__(self):
                return '<%s at %#x>' % (self.__class__.__name__, id(self))
            def items(self):
                for key, value in self._live():
                    yield key, value
            def keys(self):
                for key, value in self._live():
                    yield key
            def values(self):
                for key, value in self._live():
                    yield value
            def __contains__(self, key):
                return self.get(key, self) is not self
            def __or__(self, other):
                made = self.copy()
                made.update(other)
                return made
            def __ior__(self, other):
                self.update(other)
                return self

        class WeakValueDictionary(_Weak):
            def _live(self):
                for key, reference in list(self.data.items()):
                    value = reference()
                    if value is None:
                        del self.data[key]
                    else:
                        yield key, value
            def __getitem__(self, key):
                value = self.data[key]()
                if value is None:
                    raise KeyError(key)
                return value
            def __setitem__(self, key, value):
                self.data[key] = ref(value)
            def __delitem__(self, key):
                del self.data[key]
            def valuerefs(self):
                return list(self.data.values())
            def itervaluerefs(self):
                yield from self.data.values()

        class WeakKeyDictionary(_Weak):
            def _live(self):
                for reference, value in list(self.data.items()):
                    key = reference()
                    if key is None:
                        del self.data[reference]
                    else:
                        yield key, value
            def __getitem__(self, key):
                return self.data[ref(key)]
            def __setitem__(self, key, value):
                self.data[ref(key)] = value
            def __delitem__(self, key):
                del self.data[ref(key)]
            def __contains__(self, key):
                try:
                    return ref(key) in self.data
                except TypeError:
                    return False
            def get(self, key, default=None):
                return self.data.get(ref(key), default)
            def keyrefs(self):
                return list(self.data)

        class WeakSet(_MutableSet):
            def __init__(self, data=None):
                self.data = set()
                for item in data or ():
                    self.add(item)
            def _live(self):
                for reference in list(self.data):
                    item = reference()
                    if item is None:
                        self.data.discard(reference)
                    else:
                        yield item
            def __iter__(self):
                return self._live()
            def __len__(self):
                return sum(1 for _ in self._live())
            def __contains__(self, item):
                try:
                    return ref(item) in self.data
                except TypeError:
                    return False
            def add(self, item):
                self.data.add(ref(item))
            def discard(self, item):
                self.data.discard(ref(item))
            def remove(self, item):
                self.data.remove(ref(item))
            def update(self, other):
                for item in other:
                    self.add(item)
            def __repr__(self):
                return repr(set(self._live()))
            __class_getitem__ = classmethod(_Alias)

        class finalize:
            _pending = set()
            def __init__(self, obj, func, /, *args, **kwargs):
                self._reference, self._call = ref(obj, self), (func, args, kwargs)
                self.atexit = True
                finalize._pending.add(self)
            def _take(self):
                (func, args, kwargs), self._call = self._call, None
                reference, self._reference = self._reference, None
                finalize._pending.discard(self)
                return reference(), func, args, kwargs
            def __call__(self, _=None):
                if self._call is not None:
                    _, func, args, kwargs = self._take()
                    return func(*args, **kwargs)
            def detach(self):
                if self._call is not None and self._reference() is not None:
                    return self._take()
            def peek(self):
                if self._call is not None and self._reference() is not None:
                    return (self._reference(), *self._call)
            alive = property(lambda self: self._call is not None)

        ReferenceType = ref
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "weakref")
        let type = try machine.types.make("ref", module: "weakref")
        type.name = "ReferenceType"
        type.qualifiedName = "ReferenceType"
        type.allocates { Reference(type: $0) }
        TypeFormInstallation.makeSubscriptable(type)
        install(type)
        module.add("ref", .object(type))
        let proxy = try machine.types.make("weakproxy", module: "weakref")
        proxy.name = "ProxyType"
        installProxy(proxy)
        module.add("ProxyType", .object(proxy))
        module.function(machine, "proxy", "object, callback=None, /") { machine, a in
            let made = PyInstance(type: proxy)
            made.dictionary["_reference"] = try machine.call(.object(type), a[0], a[1])
            return .object(made)
        }
        for name in ["getweakrefcount", "getweakrefs"] {
            module.function(machine, name, "object, /") { _, _ in name == "getweakrefs" ? .list([]) : 0 }
        }
        try written.run(in: module, machine)
        return module
    }

    private static func install(_ type: PyType) {
        type.attributes["__new__"] = .object(
            PyMethodWrapper(
                .staticMethod,
                .object(
                    PyNativeFunction("__new__", parameters: "cls, object, callback=None, /, *rest, **keywords") { machine, a in
                        guard let cls = a[0].asType, let made = cls.allocate(cls) as? Reference else { return .none }
                        guard let target = a[1].asObject, isReferable(target) else {
                            throw machine.error("TypeError", "cannot create weak reference to '\(machine.typeName(a[1]))' object")
                        }
                        made.target = target
                        if !a[2].isNone {
                            made.callback = a[2]
                            machine.frames.add(made)
                        }
                        made.identity = machine.identity(a[1])
                        return .object(made)
                    })))
        type.method("__init__", "self, object, callback=None, /, *rest, **keywords") { _, _ in .none }
        type.method("__call__", "self, /") { _, a in (a[0].asObject as? Reference)?.value ?? .none }
        type.method("__hash__", "self, /") { machine, a in
            guard let reference = a[0].asObject as? Reference else { return .none }
            if let hash = reference.hash { return .int(hash) }
            guard let value = reference.value else { throw machine.error("TypeError", "weak object has gone away") }
            let hash = try machine.hash(value)
            reference.hash = hash
            return .int(hash)
        }
        type.method("__eq__", "self, value, /") { machine, a in
            guard let own = a[0].asObject as? Reference, let other = a[1].asObject as? Reference else { return machine.notImplemented }
            guard let x = own.value, let y = other.value else { return .bool(own === other) }
            return .bool(try machine.isEqual(x, y))
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let reference = a[0].asObject as? Reference else { return .none }
            guard let value = reference.value else { return .string("<weakref at \(machine.address(a[0])); dead>") }
            return .string("<weakref at \(machine.address(a[0])); to '\(machine.typeName(value))' at \(machine.address(value))>")
        }
    }

    private static func isReferable(_ target: PyObject) -> Bool {
        if let instance = target as? PyInstance { return instance.instanceType.slotLayout?.isReferable ?? true }
        return target is PyFunction || target is PyType || target is PySet || target is PyModule || target is PyGenerator
            || target is PyBoundMethod || target is PyNativeFunction
    }

    private static func installProxy(_ type: PyType) {
        func target(_ value: Value, _ machine: Machine) throws -> Value {
            let reference = value.asInstance?.attributes?["_reference"]
            if let found = (reference?.asObject as? Reference)?.value { return found }
            throw machine.error("ReferenceError", "weakly-referenced object no longer exists")
        }
        type.method("__getattribute__", "self, name, /") { machine, a in
            try machine.attribute(try target(a[0], machine), a[1].asString ?? "")
        }
        type.method("__setattr__", "self, name, value, /") { machine, a in
            try machine.setAttribute(try target(a[0], machine), a[1].asString ?? "", a[2])
            return .none
        }
        type.method("__str__", "self, /") { machine, a in .str(try machine.strStr(try target(a[0], machine))) }
        type.method("__call__", "self, /, *args, **kwargs") { machine, a in
            try machine.call(try target(a[0], machine), Arguments(a.list(1), keywords: a.dict(2)))
        }
        type.method("__len__", "self, /") { machine, a in .int(try machine.length(try target(a[0], machine))) }
        type.method("__bool__", "self, /") { machine, a in .bool(try machine.isTrue(try target(a[0], machine))) }
        type.method("__getitem__", "self, key, /") { machine, a in
            try machine.call(try machine.attribute(try target(a[0], machine), "__getitem__"), a[1])
        }
        type.method("__iter__", "self, /") { machine, a in try machine.iterator(try target(a[0], machine)) }
        type.method("__contains__", "self, key, /") { machine, a in .bool(try machine.contains(try target(a[0], machine), a[1])) }
        type.method("__eq__", "self, value, /") { machine, a in .bool(try machine.isEqual(try target(a[0], machine), a[1])) }
        type.constant("__hash__", .none)
    }
}
