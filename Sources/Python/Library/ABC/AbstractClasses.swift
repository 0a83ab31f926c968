/// The module `abc`: abstract methods and virtual subclasses.
enum AbstractClasses {
    /// Builds the module.
    static func makeModule(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "abc")
        let meta = try machine.types.make("ABCMeta", module: "abc", bases: [machine.types.type])
        installMeta(meta)
        module.add(meta)
        let abc = try machine.types.make("ABC", module: "abc", metaclass: meta)
        module.add(abc)
        for name in ["abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod"] {
            module.function(machine, name, "funcobj, /") { machine, a in
                try machine.setAttribute(a[0], "__isabstractmethod__", true)
                switch name {
                case "abstractproperty": return .object(PyProperty(getter: a[0]))
                case "abstractclassmethod": return .object(PyMethodWrapper(.classMethod, a[0]))
                case "abstractstaticmethod": return .object(PyMethodWrapper(.staticMethod, a[0]))
                default: return a[0]
                }
            }
        }
        module.function(machine, "get_cache_token", "") { _, _ in 0 }
        module.function(machine, "update_abstractmethods", "cls") { _, a in a[0] }
        return module
    }

    private static func installMeta(_ meta: PyType) {
        meta.method("__call__", "cls, /, *args, **kwargs") { machine, a in
            guard let type = a[0].asType else { return .none }
            let names = abstractNames(of: type)
            if !names.isEmpty {
                let list = names.joined(separator: ", ")
                throw machine.error(
                    "TypeError",
                    "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") \(list)")
            }
            try ProtocolClass.checkInstantiation(of: type, machine)
            return try machine.construct(type, Arguments(a.list(1), keywords: a.dict(2)))
        }
        meta.method("register", "cls, subclass, /") { machine, a in
            guard let type = a[0].asType, a[1].asType != nil else { throw machine.error("TypeError", "Can only register classes") }
            register([a[1]], on: type)
            return a[1]
        }
        meta.method("__instancecheck__", "cls, instance, /") { machine, a in
            guard let type = a[0].asType else { return false }
            if let answer = try ProtocolClass.check(a[1], type, machine) { return .bool(answer) }
            return .bool(try isSubclass(machine.type(of: a[1]), of: type, machine))
        }
        meta.method("__subclasscheck__", "cls, subclass, /") { machine, a in
            guard let type = a[0].asType else { return false }
            guard let other = a[1].asType else { throw machine.error("TypeError", "issubclass() arg 1 must be a class") }
            if other !== type, let answer = try ProtocolClass.check(subclass: other, type, machine) { return .bool(answer) }
            return .bool(try isSubclass(other, of: type, machine))
        }
        meta.getter("__abstractmethods__") { _, value in
            let table = PyDict()
            for name in value.asType.map(abstractNames(of:)) ?? [] { table[name] = Value.none }
            return .object(PySet(table: table, isFrozen: true))
        }
    }

    /// Makes classes virtual subclasses of an abstract one.
    static func register(_ classes: [Value], on type: PyType) {
        let known = type.attributes["_abc_registry"]?.asList?.elements ?? []
        type.constant("_abc_registry", .list(known + classes))
    }

    /// Names the methods that a native abstract class wants from its subclasses.
    static func demand(_ names: [String], of type: PyType) { type.constant("_abc_methods", .list(names.map { .string($0) })) }

    // MARK: Questions

    /// Whether `type` is below `base`: really, registered, or by the methods that it has.
    static func isSubclass(_ type: PyType, of base: PyType, _ machine: Machine, depth: Int = 0) throws -> Bool {
        if type.isSubtype(of: base) { return true }
        if depth > 8 { return false }
        if let hook = base.lookup("__subclasshook__"), hook.asObject !== machine.types.object.lookup("__subclasshook__")?.asObject {
            let answer = try machine.call(try machine.attribute(.object(base), "__subclasshook__"), .object(type))
            if let decided = answer.asBool { return decided }
        }
        if base.attributes["_abc_structural"]?.asBool == true, let methods = base.attributes["_abc_methods"]?.asList {
            let hasAll = methods.elements.allSatisfy { name in
                guard let found = type.lookup(name.asString ?? "") else { return false }
                return !found.isNone
            }
            if hasAll { return true }
        }
        for registered in base.attributes["_abc_registry"]?.asList?.elements ?? [] {
            if let candidate = registered.asType, try isSubclass(type, of: candidate, machine, depth: depth + 1) { return true }
        }
        return base.subclasses.contains { subclass in
            subclass !== base && (try? isRegisteredSubclass(type, of: subclass, machine, depth: depth + 1)) == true
        }
    }

    /// Whether a subclass of an abstract class claims `type`; classes that are not abstract claim none.
    private static func isRegisteredSubclass(_ type: PyType, of base: PyType, _ machine: Machine, depth: Int) throws -> Bool {
        guard base.attributes["_abc_registry"] != nil || base.attributes["_abc_structural"] != nil else { return false }
        return try isSubclass(type, of: base, machine, depth: depth)
    }

    /// The names of abstract methods that a class did not fill in, sorted.
    static func abstractNames(of type: PyType) -> [String] {
        var wanted: Set<String> = []
        for base in type.mro {
            for name in base.attributes["_abc_methods"]?.asList?.elements ?? [] { wanted.insert(name.asString ?? "") }
            for (key, value) in base.attributes.items where isAbstract(value) { wanted.insert(key.asString ?? "") }
        }
        return wanted.filter { name in
            guard let found = type.lookup(name) else { return true }
            return isAbstract(found)
        }.sorted()
    }

    /// Whether a value of a class body is marked by `@abstractmethod`.
    static func isAbstract(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object {
        case let function as PyFunction:
            if case .bool(true)? = function.instanceDictionary?["__isabstractmethod__"] { return true }
            return false
        case let property as PyProperty:
            return [property.getter, property.setter, property.deleter].contains { $0.map(isAbstract) ?? false }
        case let wrapper as PyMethodWrapper: return isAbstract(wrapper.function)
        default: return false
        }
    }
}
