/// The attributes of the types that the machine itself defines: `object`, `type`, functions, modules, generators, exceptions.
enum CoreTypes {
    /// Fills them.
    static func install(_ machine: Machine) {
        installObject(machine)
        TypeMethods.install(machine)
        FunctionMethods.install(machine.types)
        DescriptorMethods.install(machine)
        GeneratorMethods.install(machine.types)
        ExceptionMethods.install(machine.types)
        TracebackMethods.install(machine.types)
        MemberMethods.install(machine.types)
        MappingProxy.install(machine.types)
    }

    private static func installObject(_ machine: Machine) {
        let object = machine.types.object
        object.constant("__new__", .object(machine.defaultNew))
        let natives = [
            machine.defaultInitialize, machine.defaultGetAttribute, machine.defaultSetAttribute, machine.defaultDeleteAttribute,
            machine.defaultHash, machine.defaultStr, machine.defaultFormat,
        ]
        for native in natives { object.constant(native.name, .object(native)) }
        object.method("__repr__", "self, /") { machine, a in
            if let text = try machine.builtinRepr(a[0]) { return .str(text) }
            return .string(machine.defaultRepr(a[0]))
        }
        object.method("__eq__", "self, value, /") { machine, a in a[0].isIdentical(to: a[1]) ? .bool(true) : machine.notImplemented }
        object.method("__ne__", "self, value, /") { machine, a in
            guard let equal = try machine.method(a[0], machine.names.eq) else { return machine.notImplemented }
            let result = try machine.call(equal, a[1])
            return result.isNotImplemented ? result : .bool(try !machine.isTrue(result))
        }
        object.classMethod("__init_subclass__", "cls, **keywords") { machine, a in
            if !a.dict(1).isEmpty {
                throw machine.error("TypeError", "\(a[0].asType?.qualifiedName ?? "").__init_subclass__() takes no keyword arguments")
            }
            return .none
        }
        object.classMethod("__subclasshook__", "cls, subclass, /") { machine, _ in machine.notImplemented }
        object.method("__dir__", "self, /") { machine, a in .list(PyList(machine.directory(a[0]).map { .string($0) })) }
        object.property(
            "__class__", get: { machine, value in .object(machine.type(of: value)) },
            set: { machine, value, new in
                guard let instance = value.asInstance, let type = new.asType else {
                    throw machine.error("TypeError", "__class__ must be set to a class, not '\(machine.typeName(new))' object")
                }
                instance.instanceType = type
            })
        object.property(
            "__dict__", get: { try ownDictionary($0, $1) },
            set: { machine, value, new in
                guard let instance = value.asInstance, let dict = new.asDict else {
                    throw machine.error("TypeError", "__dict__ must be set to a dictionary, not a '\(machine.typeName(new))'")
                }
                instance.attributes = dict
            })
        object.constant("__doc__", .none)
        machine.types.ellipsis.method("__repr__", "self, /") { _, _ in "Ellipsis" }
        machine.types.notImplemented.method("__repr__", "self, /") { _, _ in "NotImplemented" }
    }

    private static func ownDictionary(_ machine: Machine, _ value: Value) throws -> Value {
        switch value.asObject {
        case let instance as PyInstance where instance.hasDictionary && instance.instanceType !== machine.types.object:
            return .dict(instance.dictionary)
        case let module as PyModule: return .dict(module.namespace)
        case let function as PyFunction: return .dict(function.attributes)
        case let function as PyNativeFunction where function.origin == .python: return .dict(PyDict())
        default: throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute '__dict__'")
        }
    }
}

extension Machine {
    /// The names that `dir(value)` gives, sorted.
    public func directory(_ value: Value) -> [String] {
        var names = Set<String>()
        if let cls = value.asType {
            for type in cls.mro { names.formUnion(type.attributes.keys.compactMap(\.asString)) }
        } else {
            if let own = value.asObject?.instanceDictionary { names.formUnion(own.keys.compactMap(\.asString)) }
            if !(value.asObject is PyModule) {
                for type in type(of: value).mro { names.formUnion(type.attributes.keys.compactMap(\.asString)) }
            }
        }
        return names.sorted()
    }
}
