/// What `enum.Flag` adds: combinations of members.
enum EnumFlags {
    /// Gives the classes their behaviour.
    static func install(_ type: PyType) {
        type.constant("_boundary_", "strict")
        type.constant("_numeric_repr_", .none)
        type.classMethod("_missing_", "cls, value") { machine, a in
            guard let cls = a[0].asType else { return .none }
            return try missing(cls, a[1], machine)
        }
        type.staticMethod("_generate_next_value_", "name, start, count, last_values") { machine, a in
            let last = (a[3].asList?.elements ?? []).compactMap(\.asInt)
            guard let greatest = last.max() else { return a[1].isNone ? 1 : a[1] }
            return .int(greatest <= 0 ? 1 : 1 << (Int.bitWidth - greatest.leadingZeroBitCount))
        }
        type.method("__repr__", "self, /") { machine, a in
            let name = EnumSupport.name(of: a[0])
            return .string("<\(machine.type(of: a[0]).name)\(name.map { ".\($0)" } ?? ""): \(bits(a[0]))>")
        }
        type.method("__str__", "self, /") { machine, a in
            let cls = machine.type(of: a[0]).name
            return .string(EnumSupport.name(of: a[0]).map { "\(cls).\($0)" } ?? "\(cls)(\(bits(a[0])))")
        }
        type.method("__bool__", "self, /") { _, a in .bool(bits(a[0]) != 0) }
        type.method("__len__", "self, /") { _, a in .int(bits(a[0]).nonzeroBitCount) }
        type.method("__iter__", "self, /") { machine, a in
            let value = bits(a[0])
            let members = EnumSupport.members(of: machine.type(of: a[0])).filter { bits($0) & value != 0 }
            return try machine.iterator(.list(members))
        }
        type.method("__contains__", "self, other, /") { machine, a in
            guard machine.isInstance(a[1], machine.type(of: a[0])) else {
                throw machine.error(
                    "TypeError",
                    "unsupported operand type(s) for 'in': '\(machine.type(of: a[1]).qualifiedName)' and "
                        + "'\(machine.type(of: a[0]).qualifiedName)'")
            }
            return .bool(bits(a[1]) & bits(a[0]) == bits(a[1]))
        }
        installOperators(type)
    }

    /// `|`, `&`, `^` and `~`; an integer may be the other side where members are integers.
    static func installOperators(_ type: PyType) {
        let operators: [(String, (Int, Int) -> Int)] = [("or", { $0 | $1 }), ("and", { $0 & $1 }), ("xor", { $0 ^ $1 })]
        for (name, combine) in operators {
            for prefix in ["__", "__r"] {
                type.method("\(prefix)\(name)__", "self, other, /") { machine, a in
                    let cls = machine.type(of: a[0])
                    let isSame = machine.isInstance(a[1], cls)
                    let mixesInt = EnumSupport.memberType(of: cls, machine) === machine.types.int
                    guard isSame || (mixesInt && a[1].isInteger) else { return machine.notImplemented }
                    let other = isSame ? bits(a[1]) : a[1].asInt ?? 0
                    return try EnumMembers.lookup(cls, .int(combine(bits(a[0]), other)), machine)
                }
            }
        }
        type.method("__invert__", "self, /") { machine, a in
            let cls = machine.type(of: a[0])
            let value = bits(a[0])
            if cls.lookup("_boundary_")?.asString == "keep" { return try EnumMembers.lookup(cls, .int(~value), machine) }
            return try EnumMembers.lookup(cls, .int(number(cls, "_flag_mask_") ^ value), machine)
        }
    }

    private static func bits(_ member: Value) -> Int { EnumSupport.value(of: member)?.asInt ?? 0 }

    private static func number(_ type: PyType, _ name: String) -> Int { type.attributes[name]?.asInt ?? 0 }

    /// A combination as a member of its own, made when it is first asked for.
    private static func missing(_ type: PyType, _ value: Value, _ machine: Machine) throws -> Value {
        guard var bits = value.asInt else {
            throw machine.error("ValueError", "\(try machine.repr(value)) is not a valid \(type.qualifiedName)")
        }
        let mask = number(type, "_flag_mask_")
        let all = number(type, "_all_bits_")
        let boundary = type.lookup("_boundary_")?.asString ?? "strict"
        if bits < ~all || bits > all || bits & (all ^ mask) != 0 {
            switch boundary {
            case "conform": bits &= mask
            case "eject": return .int(bits)
            case "keep": if bits < 0 { bits += max(all + 1, 1 << width(bits)) }
            default: throw outOfRange(type, bits, mask, machine)
            }
        }
        let given = bits
        if bits < 0 { bits += all + 1 }
        if bits & ~mask != 0, boundary != "keep" { throw outOfRange(type, bits, mask, machine) }
        if let known = try EnumMembers.known(type, .int(bits), machine) { return known }
        let member = try composite(type, bits, machine)
        let map = type.attributes["_value2member_map_"]?.asDict
        try map?.setValue(member, for: .int(bits), machine)
        if given != bits { try map?.setValue(member, for: .int(given), machine) }
        return member
    }

    private static func composite(_ type: PyType, _ bits: Int, _ machine: Machine) throws -> Value {
        let member = type.allocate(type)
        if EnumSupport.memberType(of: type, machine) === machine.types.int { member.payload = .int(bits) }
        member.dictionary["_value_"] = .int(bits)
        member.dictionary["__objclass__"] = .object(type)
        var names: [String] = []
        var combined = 0
        let singles = number(type, "_singles_mask_")
        for single in EnumSupport.members(of: type) where self.bits(single) & bits & singles != 0 {
            names.append(EnumSupport.name(of: single) ?? "")
            combined |= self.bits(single)
        }
        if bits & ~singles != 0 {
            for (key, alias) in type.attributes["_member_map_"]?.asDict?.items ?? [] {
                let name = key.asString ?? ""
                let value = self.bits(alias)
                if value != 0, value & bits == value, !names.contains(EnumSupport.name(of: alias) ?? name) {
                    names.append(name)
                    combined |= value
                }
            }
        }
        if combined != bits, combined != 0 { names.append(String(bits ^ combined)) }
        member.dictionary["_name_"] = combined == 0 ? Value.none : .string(names.joined(separator: "|"))
        return .object(member)
    }

    private static func width(_ value: Int) -> Int { Int.bitWidth - value.magnitude.leadingZeroBitCount }

    private static func outOfRange(_ type: PyType, _ value: Int, _ mask: Int, _ machine: Machine) -> PyError {
        let digits = max(width(value), width(mask))
        func binary(_ number: Int) -> String {
            let kept = number < 0 ? number & ((1 << digits) &- 1) : number
            let text = String(kept, radix: 2)
            return "0b\(number < 0 ? 1 : 0) " + String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return machine.error(
            "ValueError",
            "\(EnumClass.text(of: type)) invalid value \(value)\n    given \(binary(value))\n  allowed \(binary(mask))")
    }
}
