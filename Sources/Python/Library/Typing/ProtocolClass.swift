/// `typing.Protocol`: classes that others belong to by the members that they have (CPython 3.11 `typing.py _ProtocolMeta`).
enum ProtocolClass {
    /// Gives the classes their behaviour.
    static func install(_ type: PyType) {
        type.didSubclass = { machine, subclass, _ in
            guard subclass.bases.contains(where: { $0 === type }) else {
                subclass.constant("_is_protocol", false)
                return
            }
            try checkBases(of: subclass, type, machine)
            subclass.constant("_is_protocol", true)
            subclass.constant("_is_runtime_protocol", false)
            var members: [Value] = subclass.attributes["__annotations__"]?.asDict?.keys ?? []
            let hidden = [
                "__module__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__weakref__", "__init__", "__new__",
                "__orig_bases__", "__parameters__", "_is_protocol", "_is_runtime_protocol", "__slots__", "__match_args__",
            ]
            members += subclass.attributes.keys.filter { !hidden.contains($0.asString ?? "") }
            for base in subclass.bases { members += base.attributes["__protocol_members__"]?.asList?.elements ?? [] }
            subclass.constant("__protocol_members__", .list(members))
        }
    }

    /// Raises TypeError for a protocol that is derived from an ordinary class.
    private static func checkBases(of subclass: PyType, _ root: PyType, _ machine: Machine) throws {
        for base in subclass.bases where base !== root && base !== machine.types.object {
            let isAllowed =
                base.attributes["_is_protocol"]?.asBool == true || base.attributes["__protocol_members__"] != nil
                || (base.module == "typing" && base.name == "Generic") || ["collections.abc", "contextlib"].contains(base.module)
            if !isAllowed {
                throw machine.error(
                    "TypeError", "Protocols can only inherit from other protocols, got \(try machine.repr(.object(base)))")
            }
        }
    }

    private static func members(of type: PyType, _ machine: Machine) throws -> [String]? {
        guard let members = type.attributes["__protocol_members__"]?.asList, type.attributes["_is_protocol"]?.asBool != false else {
            return nil
        }
        guard type.attributes["_is_runtime_protocol"]?.asBool == true else {
            throw machine.error(
                "TypeError", "Instance and class checks can only be used with @runtime_checkable protocols")
        }
        return members.elements.map { $0.asString ?? "" }
    }

    /// Raises TypeError where a protocol itself would be instantiated.
    static func checkInstantiation(of type: PyType, _ machine: Machine) throws {
        guard type.attributes["_is_protocol"]?.asBool == true, !(type.lookup(machine.names.initialize)?.asObject is PyFunction) else {
            return
        }
        throw machine.error("TypeError", "Protocols cannot be instantiated")
    }

    /// Whether a value has the members of a runtime protocol; nil where the class is none.
    static func check(_ value: Value, _ type: PyType, _ machine: Machine) throws -> Bool? {
        try members(of: type, machine)?.allSatisfy { name in
            guard let found = try machine.attributeIfPresent(value, name) else { return false }
            let isMethod = type.lookup(name).map { machine.isCallable($0) } ?? false
            return !isMethod || !found.isNone
        }
    }

    /// Whether a class has the methods of a runtime protocol; nil where the other class is none.
    static func check(subclass: PyType, _ type: PyType, _ machine: Machine) throws -> Bool? {
        guard let members = try members(of: type, machine) else { return nil }
        if type.attributes["_is_protocol"] != nil, !members.allSatisfy({ type.lookup($0).map { machine.isCallable($0) } ?? false }) {
            throw machine.error("TypeError", "Protocols with non-method members don't support issubclass()")
        }
        return members.allSatisfy { name in
            for base in subclass.mro {
                if let found = base.attributes[name] { return !found.isNone }
                if subclass.attributes["_is_protocol"]?.asBool == true, base.attributes["__annotations__"]?.asDict?[name] != nil {
                    return true
                }
            }
            return false
        }
    }
}
