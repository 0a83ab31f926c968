/// Makes and finds the members of enumerations.
enum EnumMembers {
    /// Installs what every enumeration has.
    static func install(_ base: PyType, _ classes: EnumModule.Classes) {
        base.didSubclass = { machine, subclass, keywords in try complete(subclass, keywords, machine) }
        for (name, hidden) in [("name", "_name_"), ("value", "_value_")] {
            base.property(name, get: { _, value in value.asInstance?.attributes?[hidden] ?? .none }) { machine, _, _ in
                throw machine.error("AttributeError", "<enum 'Enum'> cannot set attribute '\(name)'")
            }
        }
        base.method("__repr__", "self, /") { machine, a in .string(try repr(a[0], machine)) }
        base.method("__str__", "self, /") { machine, a in
            .string("\(machine.type(of: a[0]).name).\(EnumSupport.name(of: a[0]) ?? "None")")
        }
        base.method("__format__", "self, format_spec, /") { machine, a in
            .str(try machine.format(.str(try machine.strStr(a[0])), a[1].asString ?? ""))
        }
        base.method("__hash__", "self, /") { machine, a in .int(try machine.hash(a[0].asInstance?.attributes?["_name_"] ?? .none)) }
        base.method("__reduce_ex__", "self, proto") { machine, a in
            .tuple([.object(machine.type(of: a[0])), .tuple([EnumSupport.value(of: a[0]) ?? .none])])
        }
        base.method("__deepcopy__", "self, memo") { _, a in a[0] }
        base.method("__copy__", "self") { _, a in a[0] }
        base.classMethod("_missing_", "cls, value") { _, _ in .none }
        base.staticMethod("_generate_next_value_", "name, start, count, last_values") { machine, a in
            try nextValue(start: a[1], last: a[3].asList?.elements ?? [], machine)
        }
    }

    /// Makes `auto()` of a `StrEnum` the name in small letters.
    static func installStrEnum(_ type: PyType) {
        type.staticMethod("_generate_next_value_", "name, start, count, last_values") { machine, a in
            .str(CaseMapping.lowercased(a[0].asStr ?? PyStr("")))
        }
    }

    private static func nextValue(start: Value, last: [Value], _ machine: Machine) throws -> Value {
        for value in last.reversed() { if let next = try? machine.binary(.add, value, 1) { return next } }
        return start
    }

    private static func repr(_ member: Value, _ machine: Machine) throws -> String {
        let type = machine.type(of: member)
        let value = try machine.repr(EnumSupport.value(of: member) ?? .none)
        return "<\(type.name).\(EnumSupport.name(of: member) ?? "None"): \(value)>"
    }

    // MARK: Completing a class

    /// Turns the plain values of a class body into members.
    static func complete(_ type: PyType, _ keywords: Arguments, _ machine: Machine) throws {
        let bases = type.bases.filter(EnumSupport.isEnum)
        try requireExtensible(type.bases, .string(type.name), machine)
        dropIgnored(type)
        let body = type.attributes.items
        EnumClass.prepare(type)
        let data = dataType(of: type, machine)
        type.constant("_member_type_", .object(data))
        if let boundary = keywords[keyword: "boundary"] { type.constant("_boundary_", boundary) }
        if let generator = type.attributes["_generate_next_value_"], generator.asObject is PyFunction {
            type.constant("_generate_next_value_", .object(PyMethodWrapper(.staticMethod, generator)))
        }
        keepTextMethods(type, data, bases.last, machine)
        var builder = MemberBuilder(type: type, data: data, machine: machine)
        for (key, value) in body {
            guard let name = key.asString, isMember(name, value, type, machine) else { continue }
            try builder.add(name, value)
        }
        builder.finish()
        try checkOrder(type, machine)
    }

    /// Raises TypeError where `_order_` names other members than there are, or in another order.
    private static func checkOrder(_ type: PyType, _ machine: Machine) throws {
        guard let wanted = type.attributes["_order_"] ?? type.attributes["__order__"] else { return }
        let names = type.attributes["_member_names_"] ?? .list([])
        let order =
            try wanted.asString.map { $0.split { $0 == "," || $0.isWhitespace }.map { Value.string(String($0)) } } ?? machine.array(wanted)
        type.attributes["_order_"] = nil
        let members = (names.asList?.elements ?? []).compactMap(\.asString)
        // Aliases and combinations of flags may be named.
        let map = type.attributes["_member_map_"]?.asDict
        let canonical = order.filter { name in name.asString.map { members.contains($0) || map?[$0] == nil } ?? true }
        if canonical.compactMap(\.asString) != members {
            let (found, said) = (try machine.repr(names), try machine.repr(.list(canonical)))
            throw machine.error("TypeError", "member order does not match _order_:\n  \(found)\n  \(said)")
        }
    }

    /// Raises TypeError where one of the bases has members.
    static func requireExtensible(_ bases: [PyType], _ name: Value, _ machine: Machine) throws {
        for base in bases.flatMap(\.mro) where !(base.attributes["_member_names_"]?.asList?.elements.isEmpty ?? true) {
            throw machine.error("TypeError", "<enum \(try machine.repr(name))> cannot extend \(EnumClass.text(of: base))")
        }
    }

    /// Takes out the names that `_ignore_` names, and itself.
    private static func dropIgnored(_ type: PyType) {
        guard let ignored = type.attributes["_ignore_"] else { return }
        let names =
            ignored.asString.map { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
            ?? (ignored.asList?.elements ?? ignored.asTuple?.elements ?? []).compactMap(\.asString)
        for name in names + ["_ignore_"] { type.attributes[name] = nil }
    }

    /// Raises TypeError where a class body gives a name to a member and to something else (CPython 3.11 `_EnumDict.__setitem__`).
    static func refuseRepeat(_ name: String, _ known: Value, _ value: Value, _ machine: Machine) throws {
        let isReserved = name.hasPrefix("_") && name.hasSuffix("_")
        if isReserved || isDescriptor(known) && isDescriptor(value) { return }
        throw machine.error("TypeError", "'\(name)' already defined as \(try machine.repr(known))")
    }

    private static func isDescriptor(_ value: Value) -> Bool {
        guard let object = value.asObject else { return false }
        if object is PyFunction || object is PyNativeFunction || object is PyMethodWrapper || object is PyProperty { return true }
        return (object as? PyInstance).map { instance in
            ["__get__", "__set__", "__delete__"].contains { instance.instanceType.lookup($0) != nil }
        } ?? false
    }

    /// Whether a name of a class body becomes a member.
    private static func isMember(_ name: String, _ value: Value, _ type: PyType, _ machine: Machine) -> Bool {
        if name.hasPrefix("__") && name.hasSuffix("__") { return false }
        if name.hasPrefix("_") && name.hasSuffix("_") { return false }
        if name.hasPrefix("_\(type.name)__") { return false }
        guard case .object(let object) = value else { return true }
        if let instance = object as? PyInstance, instance.instanceType.module == "enum", instance.instanceType.name == "nonmember" {
            type.constant(name, instance.attributes?["value"] ?? .none)
            return false
        }
        return !isDescriptor(value)
    }

    /// The class that the members mix in.
    private static func dataType(of type: PyType, _ machine: Machine) -> PyType {
        for base in type.bases {
            var candidate: PyType?
            for parent in base.mro where parent !== machine.types.object {
                if EnumSupport.isEnum(parent) {
                    if let data = parent.attributes["_member_type_"]?.asType, data !== machine.types.object { return data }
                } else if parent.attributes["__new__"] != nil || parent.attributes["__dataclass_fields__"] != nil {
                    return candidate ?? parent
                } else {
                    candidate = candidate ?? parent
                }
            }
        }
        return machine.types.object
    }

    /// A mixed-in class must not decide how members print, unless the class body or `ReprEnum` says so.
    private static func keepTextMethods(_ type: PyType, _ data: PyType, _ base: PyType?, _ machine: Machine) {
        guard let base else { return }
        if type.bases.contains(where: { $0.name == "ReprEnum" && $0.module == "enum" }) {
            if type.attributes["__format__"] == nil { type.constant("__format__", data.lookup("__format__") ?? .none) }
            if type.attributes["__str__"] == nil { type.constant("__str__", data.lookup("__str__") ?? .none) }
        }
        for name in ["__repr__", "__str__", "__format__", "__reduce_ex__"] where type.attributes[name] == nil {
            guard let found = type.lookup(name)?.asObject else { continue }
            if found === data.lookup(name)?.asObject || found === machine.types.object.lookup(name)?.asObject {
                if let own = base.lookup(name) { type.constant(name, own) }
            }
        }
    }

    // MARK: Finding members

    /// The member of that value, asking `_missing_` last; raises ValueError where there is none.
    static func lookup(_ type: PyType, _ value: Value, _ machine: Machine) throws -> Value {
        if machine.type(of: value) === type { return value }
        if let found = try known(type, value, machine) { return found }
        let missing = try machine.call(try machine.attribute(.object(type), "_missing_"), value)
        if machine.isInstance(missing, type) { return missing }
        if EnumSupport.isFlag(type), type.lookup("_boundary_")?.asString == "eject", missing.isInteger { return missing }
        if missing.isNone {
            throw machine.error("ValueError", "\(try machine.repr(value)) is not a valid \(type.qualifiedName)")
        }
        throw machine.error(
            "TypeError",
            "error in \(type.name)._missing_: returned \(try machine.repr(missing)) instead of None or a valid member")
    }

    /// The member of that value, without asking `_missing_`.
    static func known(_ type: PyType, _ value: Value, _ machine: Machine) throws -> Value? {
        guard let map = type.attributes["_value2member_map_"]?.asDict else { return nil }
        do {
            if let found = try map.value(for: value, machine) { return found }
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            // Values that cannot be hashed are compared one by one.
        }
        if type.attributes["_unhashable_values_"]?.asList?.elements.isEmpty ?? true { return nil }
        return try EnumSupport.members(of: type).first { try machine.isEqual(EnumSupport.value(of: $0) ?? .none, value) }
    }
}
