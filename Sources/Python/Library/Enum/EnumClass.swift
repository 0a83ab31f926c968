/// What the metaclass of enumerations does.
enum EnumClass {
    /// Gives a class the empty tables of an enumeration.
    static func prepare(_ type: PyType) {
        type.constant("_member_names_", .list([]))
        type.constant("_member_map_", .dict(PyDict()))
        type.constant("_value2member_map_", .dict(PyDict()))
        type.constant("_unhashable_values_", .list([]))
    }

    /// `IntEnum` and its like: text and format are those of the mixed-in class.
    static func specialise(_ type: PyType, _ data: PyType) {
        type.constant("_member_type_", .object(data))
        type.constant("__str__", data.lookup(data.name == "str" ? "__str__" : "__repr__") ?? .none)
        type.constant("__format__", data.lookup("__format__") ?? .none)
        type.constant("__repr__", type.bases.last?.lookup("__repr__") ?? .none)
    }

    /// Gives `auto` its behaviour.
    static func installAuto(_ type: PyType) {
        type.allocates { PyEnumAuto(type: $0) }
        type.constructor("") { _, cls, _ in .object(cls.allocate(cls)) }
        type.getter("value") { _, value in (value.asObject as? PyEnumAuto)?.resolved ?? .none }
        let operations: [(String, BinaryOperator)] = [
            ("or", .bitOr), ("and", .bitAnd), ("xor", .bitXor), ("add", .add), ("sub", .subtract), ("mul", .multiply),
        ]
        for (name, operation) in operations {
            for prefix in ["__", "__r"] {
                type.method("\(prefix)\(name)__", "self, other, /") { _, a in
                    let made = PyEnumAuto(type: type)
                    made.pending = prefix == "__" ? (operation, a[0], a[1]) : (operation, a[1], a[0])
                    return .object(made)
                }
            }
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let value = (a[0].asObject as? PyEnumAuto)?.resolved else { return "auto(_auto_null)" }
            return .string("auto(\(try machine.repr(value)))")
        }
    }

    /// Gives the metaclass its behaviour.
    static func installMeta(_ meta: PyType, _ classes: EnumModule.Classes) {
        installCall(meta)
        installContainer(meta)
        meta.method("__repr__", "cls, /") { machine, a in
            guard let type = a[0].asType else { return "" }
            return .string(text(of: type))
        }
        meta.method("__bool__", "cls, /") { _, _ in true }
        meta.classMethod("__prepare__", "metacls, cls?, bases?, **keywords") { _, _ in
            let body = PyDict()
            body.isEnumerationBody = true
            return .dict(body)
        }
        meta.method("__getattr__", "cls, name, /") { machine, a in
            throw machine.error("AttributeError", a[1].asString ?? "")
        }
        meta.getter("__members__") { machine, value in
            MappingProxy.make(value.asType?.attributes["_member_map_"]?.asDict ?? PyDict(), machine)
        }
        let plainSet = meta.lookup("__setattr__")
        meta.method("__setattr__", "cls, name, value, /") { machine, a in
            if a[0].asType?.attributes["_member_map_"]?.asDict?[a[1].asString ?? ""] != nil {
                throw machine.error("AttributeError", "cannot reassign member \(try machine.repr(a[1]))")
            }
            if let plainSet { return try machine.call(plainSet, a[0], a[1], a[2]) }
            a[0].asType?.constant(a[1].asString ?? "", a[2])
            return .none
        }
        let plainDelete = meta.lookup("__delattr__")
        meta.method("__delattr__", "cls, name, /") { machine, a in
            if a[0].asType?.attributes["_member_map_"]?.asDict?[a[1].asString ?? ""] != nil {
                throw machine.error("AttributeError", "'\(a[0].asType?.name ?? "")' cannot delete member \(try machine.repr(a[1])).")
            }
            if let plainDelete { return try machine.call(plainDelete, a[0], a[1]) }
            a[0].asType?.attributes[a[1].asString ?? ""] = nil
            return .none
        }
    }

    /// `<enum 'Color'>` or `<flag 'Permission'>`.
    static func text(of type: PyType) -> String { "<\(EnumSupport.isFlag(type) ? "flag" : "enum") '\(type.name)'>" }

    private static func installContainer(_ meta: PyType) {
        meta.method("__iter__", "cls, /") { machine, a in
            try machine.iterator(.list(a[0].asType.map(EnumSupport.members) ?? []))
        }
        meta.method("__reversed__", "cls, /") { machine, a in
            try machine.iterator(.list((a[0].asType.map(EnumSupport.members) ?? []).reversed()))
        }
        meta.method("__len__", "cls, /") { _, a in .int(a[0].asType.map { EnumSupport.members(of: $0).count } ?? 0) }
        meta.method("__getitem__", "cls, name, /") { machine, a in
            guard let map = a[0].asType?.attributes["_member_map_"]?.asDict else { return .none }
            if let found = try map.value(for: a[1], machine) { return found }
            throw machine.error(machine.types.exception("KeyError"), [a[1]])
        }
        meta.method("__contains__", "cls, member, /") { machine, a in
            guard let type = a[0].asType else { return false }
            guard EnumSupport.isEnum(machine.type(of: a[1])) else {
                throw machine.error(
                    "TypeError",
                    "unsupported operand type(s) for 'in': '\(machine.type(of: a[1]).qualifiedName)' and "
                        + "'\(machine.type(of: a[0]).qualifiedName)'")
            }
            let name = EnumSupport.name(of: a[1])
            let isKnown = name.map { type.attributes["_member_map_"]?.asDict?[$0] != nil } ?? false
            let isComposite = EnumSupport.isFlag(type) && !isKnown
            return .bool(machine.isInstance(a[1], type) && (isKnown || isComposite && name != nil && name?.contains("|") == true))
        }
    }

    // MARK: Calls

    private static func installCall(_ meta: PyType) {
        meta.method(
            "__call__", "cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None"
        ) { machine, a in
            guard let cls = a[0].asType else { return .none }
            if a[2].isNone { return try EnumMembers.lookup(cls, a[1], machine) }
            return try functional(cls, a, machine)
        }
    }

    /// `Enum("Color", "RED GREEN")`.
    private static func functional(_ cls: PyType, _ a: BoundArguments, _ machine: Machine) throws -> Value {
        let mixin = a[5].asType
        try EnumMembers.requireExtensible([cls], a[1], machine)
        let module = a[3].asString ?? machine.currentGlobals?["__name__"]?.asString ?? "__main__"
        let type = try machine.types.make(
            a[1].asString ?? "", module: module, bases: (mixin.map { [$0] } ?? []) + [cls], metaclass: cls.metaclass)
        type.isProgramDefined = true
        if let name = a[4].asString { type.qualifiedName = name }
        for (name, value) in try named(a[2], in: cls, start: a[6], machine) {
            if let known = type.attributes[name] { try EnumMembers.refuseRepeat(name, known, value, machine) }
            type.constant(name, value)
        }
        var keywords = Arguments()
        if !a[7].isNone { keywords.keywords.append(("boundary", a[7])) }
        type.constant("_start_", a[6])
        try EnumMembers.complete(type, keywords, machine)
        return .object(type)
    }

    /// The names and values that a call says; names alone are given the values that `auto()` would have.
    private static func named(_ names: Value, in cls: PyType, start: Value, _ machine: Machine) throws -> [(String, Value)] {
        let items =
            try names.asString.map { $0.split { $0 == "," || $0.isWhitespace }.map { Value.string(String($0)) } }
            ?? names.asDict?.items.map { .tuple([$0.key, $0.value]) } ?? machine.array(names)
        var made: [(String, Value)] = []
        for item in items {
            if let name = item.asString {
                let generator = try machine.attribute(.object(cls), "_generate_next_value_")
                made.append((name, try machine.call(generator, item, start, .int(made.count), .list(made.map(\.1)))))
            } else {
                let pair = try machine.array(item)
                if pair.count == 2 { made.append((pair[0].asString ?? "", pair[1])) }
            }
        }
        return made
    }
}

/// An `auto()` whose value is still to be found, or an expression of such ones: `RW = R | W`.
final class PyEnumAuto: PyInstance {
    /// The value once it is known.
    var resolved: Value?
    /// The expression, once its operands have values.
    var pending: (operation: BinaryOperator, left: Value, right: Value)?
    /// An `auto()` without a value.
    init(type: PyType) { super.init(type: type) }
}
