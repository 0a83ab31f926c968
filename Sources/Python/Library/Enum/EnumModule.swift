/// The module `enum`.
enum EnumModule {
    /// The classes that others look for.
    struct Classes {
        /// The metaclass.
        let enumType: PyType
        /// The class `Enum`.
        let `enum`: PyType
        /// The class `ReprEnum`.
        let reprEnum: PyType
        /// The class `Flag`.
        let flag: PyType
        /// The class `auto`.
        let auto: PyType
    }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "enum")
        let types = machine.types
        let meta = try types.make("EnumType", module: "enum", bases: [types.type])
        func enumeration(_ name: String, _ bases: [PyType]) throws -> PyType {
            let made = try types.make(name, module: "enum", bases: bases, metaclass: meta)
            EnumClass.prepare(made)
            module.add(made)
            return made
        }
        let auto = try types.make("auto", module: "enum")
        EnumClass.installAuto(auto)
        let base = try enumeration("Enum", [])
        let repr = try enumeration("ReprEnum", [base])
        let flag = try enumeration("Flag", [base])
        let classes = Classes(enumType: meta, enum: base, reprEnum: repr, flag: flag, auto: auto)
        module.add("_library", .object(LibraryBox(classes)))
        EnumMembers.install(base, classes)
        EnumFlags.install(flag)
        EnumClass.installMeta(meta, classes)
        EnumClass.specialise(try enumeration("IntEnum", [types.int, repr]), types.int)
        let text = try enumeration("StrEnum", [types.str, repr])
        EnumClass.specialise(text, types.str)
        EnumMembers.installStrEnum(text)
        let intFlag = try enumeration("IntFlag", [types.int, repr, flag])
        EnumClass.specialise(intFlag, types.int)
        EnumFlags.installOperators(intFlag)
        intFlag.constant("_boundary_", "keep")
        module.add(meta)
        module.add("EnumMeta", .object(meta))
        module.add(auto)
        addBoundaries(module, text)
        addFunctions(module, machine)
        try LibraryExtras.enum.run(in: module, machine)
        return module
    }

    private static func addBoundaries(_ module: PyModule, _ text: PyType) {
        for name in ["STRICT", "CONFORM", "EJECT", "KEEP"] { module.add(name, .string(name.lowercased())) }
    }

    private static func addFunctions(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "unique", "enumeration") { machine, a in
            var duplicates: [String] = []
            for (name, member) in a[0].asType?.attributes["_member_map_"]?.asDict?.items ?? [] {
                let real = EnumSupport.name(of: member) ?? ""
                if name.asString != real { duplicates.append("\(name.asString ?? "") -> \(real)") }
            }
            if !duplicates.isEmpty {
                throw machine.error(
                    "ValueError", "duplicate values found in \(try machine.repr(a[0])): \(duplicates.joined(separator: ", "))")
            }
            return a[0]
        }
        module.function(machine, "global_enum", "cls, update_str=False") { _, a in a[0] }
        module.function(machine, "global_enum_repr", "self") { machine, a in
            .string("\(machine.type(of: a[0]).module).\(EnumSupport.name(of: a[0]) ?? "")")
        }
        if let property = machine.types.property as PyType? { module.add("property", .object(property)) }
        for name in ["member", "nonmember"] {
            guard let type = try? machine.types.make(name, module: "enum") else { continue }
            type.constructor("value") { _, cls, a in
                let made = PyInstance(type: cls)
                made.dictionary["value"] = a[0]
                return .object(made)
            }
            module.add(type)
        }
    }
}

/// Questions about enumerations, for native code.
public enum EnumSupport {
    /// Whether a class is an enumeration.
    public static func isEnum(_ type: PyType) -> Bool { type.lookup("_member_map_") != nil && type.lookup("_value2member_map_") != nil }

    /// Whether a class is an enumeration of flags.
    public static func isFlag(_ type: PyType) -> Bool { isEnum(type) && type.mro.contains { $0.name == "Flag" && $0.module == "enum" } }

    /// The members of an enumeration without aliases, in order.
    public static func members(of type: PyType) -> [Value] {
        guard let map = type.attributes["_member_map_"]?.asDict else { return [] }
        return (type.attributes["_member_names_"]?.asList?.elements ?? []).compactMap { map[$0.asString ?? ""] }
    }

    /// The value of a member; nil where the value is no member.
    public static func value(of member: Value) -> Value? { member.asInstance?.attributes?["_value_"] }

    /// The name of a member; nil where the value is no member or has no name.
    public static func name(of member: Value) -> String? { member.asInstance?.attributes?["_name_"]?.asString }

    /// The class that members mix in (`str` of `class Color(str, Enum)`), or `object`.
    public static func memberType(of type: PyType, _ machine: Machine) -> PyType {
        type.lookup("_member_type_")?.asType ?? machine.types.object
    }

    /// The member with that value, as calling the class finds it; raises ValueError where there is none.
    public static func lookup(_ type: PyType, _ value: Value, _ machine: Machine) throws -> Value {
        try EnumMembers.lookup(type, value, machine)
    }
}
