/// `property`, `staticmethod`, `classmethod` and `super`.
enum DescriptorMethods {
    static func install(_ machine: Machine) {
        let types = machine.types
        installProperty(types.property)
        installWrapper(types.staticmethod, .staticMethod)
        installWrapper(types.classmethod, .classMethod)
        installSuper(types.super)
    }

    private static func installProperty(_ type: PyType) {
        func property(_ value: Value) -> PyProperty? { value.unwrapped.asObject as? PyProperty }
        func function(_ value: Value) -> Value? { value.isNone ? nil : value }
        type.constructor("fget=None, fset=None, fdel=None, doc=None") { machine, _, a in
            var doc = a[3]
            if doc.isNone, let getter = function(a[0]) { doc = try machine.attributeIfPresent(getter, "__doc__") ?? .none }
            return .object(PyProperty(getter: function(a[0]), setter: function(a[1]), deleter: function(a[2]), doc: doc))
        }
        type.method("getter", "self, fget, /") { _, a in
            guard let old = property(a[0]) else { return .none }
            return .object(PyProperty(getter: a[1], setter: old.setter, deleter: old.deleter, name: old.name, doc: old.doc))
        }
        type.method("setter", "self, fset, /") { _, a in
            guard let old = property(a[0]) else { return .none }
            return .object(PyProperty(getter: old.getter, setter: a[1], deleter: old.deleter, name: old.name, doc: old.doc))
        }
        type.method("deleter", "self, fdel, /") { _, a in
            guard let old = property(a[0]) else { return .none }
            return .object(PyProperty(getter: old.getter, setter: old.setter, deleter: a[1], name: old.name, doc: old.doc))
        }
        type.getter("fget") { _, value in property(value)?.getter ?? .none }
        type.getter("fset") { _, value in property(value)?.setter ?? .none }
        type.getter("fdel") { _, value in property(value)?.deleter ?? .none }
        type.property("__doc__", get: { _, value in property(value)?.doc ?? .none }) { _, value, new in property(value)?.doc = new }
        type.method("__get__", "self, instance, owner=None, /") { machine, a in
            guard let found = property(a[0]), !a[1].isNone else { return a[0] }
            return try machine.bind(.object(found), to: a[1], of: machine.type(of: a[1]))
        }
    }

    private static func installWrapper(_ type: PyType, _ kind: PyMethodWrapper.Kind) {
        type.constructor("function, /") { _, _, a in .object(PyMethodWrapper(kind, a[0])) }
        for name in ["__func__", "__wrapped__"] {
            type.getter(name) { _, value in (value.asObject as? PyMethodWrapper)?.function ?? .none }
        }
        for name in ["__name__", "__qualname__", "__doc__", "__module__", "__annotations__"] {
            type.getter(name) { machine, value in
                guard let wrapper = value.asObject as? PyMethodWrapper else { return .none }
                return try machine.attribute(wrapper.function, name)
            }
        }
        type.method("__get__", "self, instance, owner=None, /") { machine, a in
            guard let wrapper = a[0].asObject as? PyMethodWrapper else { return a[0] }
            if wrapper.kind == .staticMethod { return wrapper.function }
            let owner = a[2].asType ?? machine.type(of: a[1])
            return try machine.bind(wrapper.function, to: .object(owner), of: owner)
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let wrapper = a[0].asObject as? PyMethodWrapper else { return .none }
            let name = wrapper.kind == .staticMethod ? "staticmethod" : "classmethod"
            return .string("<\(name)(\(try machine.repr(wrapper.function)))>")
        }
    }

    // MARK: super

    private static func installSuper(_ type: PyType) {
        let constructor = PyNativeFunction("__new__", qualifiedName: "super.__new__") { machine, arguments in
            let given = Array(arguments.positional.dropFirst())
            if given.isEmpty { return try machine.implicitSuper() }
            guard let start = given[0].asType else {
                throw machine.error("TypeError", "super() argument 1 must be a type, not \(machine.typeName(given[0]))")
            }
            return try machine.makeSuper(start, given.count > 1 ? given[1] : nil)
        }
        type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(constructor))))
        type.method("__init__", "self, *rest") { _, _ in .none }
        type.constructsDirectly("") { machine, _ in try machine.implicitSuper() }
        type.getter("__self__") { _, value in (value.asObject as? PySuper)?.receiver ?? .none }
        type.getter("__thisclass__") { _, value in (value.asObject as? PySuper).map { .object($0.start) } ?? .none }
        type.method("__repr__", "self, /") { machine, a in
            guard let proxy = a[0].asObject as? PySuper else { return .none }
            let receiver = proxy.receiverType.map { "<\($0.name) object>" } ?? "NULL"
            return .string("<super: <class '\(proxy.start.name)'>, \(receiver)>")
        }
    }
}

extension Machine {
    /// `super(start, receiver)`.
    func makeSuper(_ start: PyType, _ receiver: Value?) throws -> Value {
        guard let receiver, !receiver.isNone else { return .object(PySuper(start: start, receiver: nil, receiverType: nil)) }
        if let cls = receiver.asType, cls.isSubtype(of: start) {
            return .object(PySuper(start: start, receiver: receiver, receiverType: cls))
        }
        let type = type(of: receiver)
        guard type.isSubtype(of: start) else {
            throw error("TypeError", "super(type, obj): obj must be an instance or subtype of type")
        }
        return .object(PySuper(start: start, receiver: receiver, receiverType: type))
    }

    /// `super()`: the class is in the `__class__` cell of the calling function, the receiver is its first argument.
    func implicitSuper() throws -> Value {
        guard depth > 0 else { throw error("RuntimeError", "super(): no current frame") }
        let frame = frames[depth - 1]
        let code = frame.code
        let slots = stack.cursor(at: frame.base)
        guard code.parameters.positionalCount > 0 || code.parameters.hasVariadic else {
            throw error("RuntimeError", "super(): no arguments")
        }
        var receiver = slots[0]
        if receiver == nil, let index = code.cellParameters.firstIndex(of: 0) { receiver = cell(slots[code.localCount + index])?.value }
        guard let receiver else { throw error("RuntimeError", "super(): arg[0] deleted") }
        guard code.classCellSlot >= 0 else { throw error("RuntimeError", "super(): __class__ cell not found") }
        guard let start = cell(slots[code.classCellSlot])?.value?.asType else {
            throw error("RuntimeError", "super(): empty __class__ cell")
        }
        return try makeSuper(start, receiver)
    }
}
