/// Makes the members of one enumeration, in order.
struct MemberBuilder {
    private let type: PyType
    private let data: PyType
    private let machine: Machine
    private let isFlag: Bool
    private let new: Value?
    private let map = PyDict()
    private let byValue = PyDict()
    private var names: [Value] = []
    private var unhashable: [Value] = []
    private var values: [Value] = []
    private var mask = 0
    private var singles = 0

    /// A builder for `type`, whose members mix in `data`.
    init(type: PyType, data: PyType, machine: Machine) {
        self.type = type
        self.data = data
        self.machine = machine
        isFlag = EnumSupport.isFlag(type)
        new = Self.memberConstructor(type, data, machine)
        if type.attributes["__new__"] != nil {
            type.constant("_new_member_", type.attributes["__new__"] ?? .none)
            type.attributes["__new__"] = nil
        }
    }

    /// The `__new__` of the program that makes members, or that of the mixed-in class; nil for plain members.
    private static func memberConstructor(_ type: PyType, _ data: PyType, _ machine: Machine) -> Value? {
        for base in type.mro where base !== machine.types.object {
            if let saved = base.attributes["_new_member_"] { return saved }
            if let own = base.attributes["__new__"], !(EnumSupport.isEnum(base) && base.module == "enum") { return own }
        }
        return nil
    }

    /// Makes the member `name` from what the class body says.
    mutating func add(_ name: String, _ written: Value) throws {
        if name == "mro" { throw machine.error("ValueError", "invalid enum member name(s) 'mro'") }
        let value = try resolve(name, written)
        let member = try make(value)
        let final = try member.dictionary["_value_"] ?? implied(value)
        member.dictionary["_value_"] = final
        values.append(final)
        if let alias = try existing(final) {
            try put(name, alias)
            return
        }
        member.dictionary["_name_"] = .string(name)
        member.dictionary["__objclass__"] = .object(type)
        member.dictionary["_sort_order_"] = .int(names.count)
        try initialise(member, value)
        try register(name, .object(member), final)
    }

    /// The value without `auto()`.
    private mutating func resolve(_ name: String, _ written: Value) throws -> Value {
        if let auto = written.asObject as? PyEnumAuto { return try resolve(name, auto) }
        if let wrapped = written.asInstance, wrapped.instanceType.module == "enum", wrapped.instanceType.name == "member" {
            return wrapped.attributes?["value"] ?? .none
        }
        if case .tuple(let tuple) = written, tuple.elements.contains(where: { $0.asObject is PyEnumAuto }) {
            var elements: [Value] = []
            for element in tuple.elements {
                elements.append(try (element.asObject as? PyEnumAuto).map { try resolve(name, $0) } ?? element)
            }
            return .tuple(elements)
        }
        return written
    }

    private mutating func resolve(_ name: String, _ auto: PyEnumAuto) throws -> Value {
        if let known = auto.resolved { return known }
        if let pending = auto.pending {
            let (left, right) = (try resolve(name, pending.left), try resolve(name, pending.right))
            let made = try machine.binary(pending.operation, left, right)
            auto.resolved = made
            return made
        }
        let generator = try machine.attribute(.object(type), "_generate_next_value_")
        let start = type.attributes["_start_"] ?? 1
        let made = try machine.call(generator, .string(name), start, .int(names.count), .list(values))
        auto.resolved = made
        return made
    }

    private func arguments(_ value: Value) -> [Value] {
        guard data !== machine.types.tuple, case .tuple(let tuple) = value else { return [value] }
        return tuple.elements
    }

    private func make(_ value: Value) throws -> PyInstance {
        if type.mro.contains(where: { $0.name == "StrEnum" && $0.module == "enum" }) { try checkText(arguments(value)) }
        if let new {
            let made = try machine.call(new, Arguments([.object(type)] + arguments(value)))
            if let instance = made.asInstance { return instance }
        }
        return type.allocate(type)
    }

    private func checkText(_ arguments: [Value]) throws {
        if arguments.count > 3 {
            throw machine.error("TypeError", "too many arguments for str(): \(try machine.repr(.tuple(arguments)))")
        }
        if let first = arguments.first, first.asStr == nil {
            throw machine.error("TypeError", "\(try machine.repr(first)) is not a string")
        }
    }

    /// The value of a member whose `__new__` set none: what the mixed-in class makes of the arguments.
    private func implied(_ value: Value) throws -> Value {
        if data === machine.types.object { return value }
        return try machine.call(.object(data), Arguments(arguments(value)))
    }

    private func existing(_ value: Value) throws -> Value? {
        do {
            return try byValue.value(for: value, machine)
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            for (_, member) in map.items where try machine.isEqual(EnumSupport.value(of: member) ?? .none, value) { return member }
            return nil
        }
    }

    /// Whether the mixed-in class fills its instances by `__init__` alone.
    private var isFilledByInit: Bool {
        let types = machine.types
        return [types.dict, types.list, types.set, types.bytearray].contains { data.isSubtype(of: $0) }
    }

    private func initialise(_ member: PyInstance, _ value: Value) throws {
        guard let found = type.lookup("__init__"), found.asObject !== machine.types.object.lookup("__init__")?.asObject,
            data.lookup("__init__")?.asObject !== found.asObject || found.asObject is PyFunction || isFilledByInit
        else { return }
        _ = try machine.call(try machine.bind(found, to: .object(member), of: type), Arguments(arguments(value)))
    }

    private mutating func register(_ name: String, _ member: Value, _ value: Value) throws {
        var isCanonical = true
        if isFlag, let bits = value.asInt {
            mask |= bits
            if bits > 0, bits & (bits - 1) == 0 { singles |= bits } else { isCanonical = false }
        }
        if isCanonical { names.append(.string(name)) }
        try put(name, member)
        do {
            try byValue.setValue(member, for: value, machine)
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            unhashable.append(value)
        }
    }

    private func put(_ name: String, _ member: Value) throws {
        map[name] = member
        type.constant(name, member)
    }

    /// Puts the tables into the class.
    func finish() {
        type.constant("_member_names_", .list(names))
        type.constant("_member_map_", .dict(map))
        type.constant("_value2member_map_", .dict(byValue))
        type.constant("_unhashable_values_", .list(unhashable))
        if isFlag {
            type.constant("_flag_mask_", .int(mask))
            type.constant("_singles_mask_", .int(singles))
            type.constant("_all_bits_", .int(mask == 0 ? 0 : (1 << (Int.bitWidth - mask.leadingZeroBitCount)) - 1))
        }
        // A member called `name` or `value` hides the property of the class; its own attributes stay readable.
        for hidden in ["name", "value"] where map[hidden] != nil {
            for (_, member) in map.items {
                guard let instance = member.asInstance else { continue }
                instance.dictionary[hidden] = instance.attributes?["_\(hidden)_"] ?? Value.none
            }
        }
    }
}
