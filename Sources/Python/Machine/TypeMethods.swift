/// The attributes of `type`.
enum TypeMethods {
    static func install(_ machine: Machine) {
        let type = machine.types.type
        type.constant("__call__", .object(machine.defaultTypeCall))
        type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(constructor))))
        type.method("__init__", "self, *rest, **keywords") { _, _ in .none }
        installNames(type)
        installHierarchy(type)
        type.method("__repr__", "self, /") { machine, a in
            guard let cls = a[0].asType else { return .string(machine.defaultRepr(a[0])) }
            let name = cls.module == "builtins" ? cls.qualifiedName : "\(cls.module).\(cls.qualifiedName)"
            return .string("<class '\(name)'>")
        }
        type.method("__instancecheck__", "cls, instance, /") { machine, a in
            .bool(a[0].asType.map { machine.isInstance(a[1], $0) } ?? false)
        }
        type.method("__subclasscheck__", "cls, subclass, /") { machine, a in
            guard let cls = a[0].asType, let other = a[1].asType else {
                throw machine.error("TypeError", "issubclass() arg 1 must be a class")
            }
            return .bool(other.isSubtype(of: cls))
        }
        type.classMethod("__prepare__", "cls, name?, bases?, **keywords") { _, _ in .dict(PyDict()) }
    }

    /// `type(value)` is handled by the machine; this is `type(name, bases, namespace, **keywords)`.
    private static var constructor: PyNativeFunction {
        PyNativeFunction("__new__", qualifiedName: "type.__new__") { machine, arguments in
            let given = arguments.positional
            guard given.count == 4, let metaclass = given[0].asType else {
                if given.first?.asType === machine.types.type { throw machine.error("TypeError", "type() takes 1 or 3 arguments") }
                throw machine.error("TypeError", "type.__new__() takes exactly 3 arguments (\(max(0, given.count - 1)) given)")
            }
            guard let name = given[1].asStr else {
                throw machine.error("TypeError", "type.__new__() argument 1 must be str, not \(machine.typeName(given[1]))")
            }
            guard let bases = given[2].asTuple else {
                throw machine.error("TypeError", "type.__new__() argument 2 must be tuple, not \(machine.typeName(given[2]))")
            }
            guard let namespace = given[3].asDict else {
                throw machine.error("TypeError", "type.__new__() argument 3 must be dict, not \(machine.typeName(given[3]))")
            }
            let winner = try machine.winner(metaclass, bases.elements)
            if winner !== metaclass, let own = winner.lookup("__new__"), own.asObject !== metaclass.lookup("__new__")?.asObject {
                let new = try machine.attribute(.object(winner), "__new__")
                return try machine.call(new, Arguments([.object(winner)] + given.dropFirst(), keywords: arguments.keywords))
            }
            let cls = try machine.makeType(winner, name, bases.elements, namespace, keywords: arguments.keywords)
            return .object(cls)
        }
    }

    private static func installNames(_ type: PyType) {
        type.property("__name__", get: { _, value in .string(value.asType?.name ?? "") }) { machine, value, new in
            guard let name = new.asString, let cls = value.asType else {
                throw machine.error("TypeError", "can only assign string to \(value.asType?.name ?? "").__name__")
            }
            cls.name = name
        }
        type.property("__qualname__", get: { _, value in .string(value.asType?.qualifiedName ?? "") }) { _, value, new in
            if let name = new.asString { value.asType?.qualifiedName = name }
        }
        type.property("__module__", get: { _, value in value.asType?.attributes["__module__"] ?? .string(value.asType?.module ?? "") }) {
            _, value, new in
            value.asType?.attributes["__module__"] = new
            if let name = new.asString { value.asType?.module = name }
        }
        type.property("__doc__", get: { _, value in value.asType?.attributes["__doc__"] ?? .none }) { _, value, new in
            value.asType?.attributes["__doc__"] = new
        }
        type.property(
            "__annotations__",
            get: { machine, value in
                guard let cls = value.asType else { return .none }
                if let known = cls.attributes["__annotations__"] { return known }
                guard cls.isProgramDefined else {
                    throw machine.error("AttributeError", "type object '\(cls.name)' has no attribute '__annotations__'")
                }
                let made = Value.dict(PyDict())
                cls.attributes["__annotations__"] = made
                return made
            }
        ) { _, value, new in value.asType?.attributes["__annotations__"] = new }
        type.getter("__dict__") { machine, value in
            MappingProxy.make(value.asType.map { ClassNamespace.shown($0, machine) } ?? PyDict(), machine)
        }
    }

    private static func installHierarchy(_ type: PyType) {
        type.getter("__mro__") { _, value in .tuple(PyTuple(value.asType?.mro.map { .object($0) } ?? [])) }
        type.getter("__bases__") { _, value in .tuple(PyTuple(value.asType?.bases.map { .object($0) } ?? [])) }
        type.getter("__base__") { _, value in value.asType?.bases.first.map { .object($0) } ?? .none }
        type.method("mro", "self, /") { _, a in .list(PyList(a[0].asType?.mro.map { .object($0) } ?? [])) }
        type.method("__subclasses__", "self, /") { _, a in
            .list(PyList(a[0].asType?.subclasses.map { .object($0) } ?? []))
        }
    }
}
