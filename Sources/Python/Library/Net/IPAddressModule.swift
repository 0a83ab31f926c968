/// An address or network of `ipaddress`.
final class PyAddress: PyInstance {
    /// The bytes of the address, the highest first.
    var bytes: [UInt8] = []
    /// The length of the prefix of a network or an interface.
    var prefix = 0
    /// The zone of an IPv6 address, behind `%`.
    var scope: String?

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }

    /// The address as texts show it.
    var text: String { AddressText.format(bytes) + (scope.map { "%" + $0 } ?? "") }
    /// The address as an integer.
    var number: BigInt { BigInt(bigEndian: bytes, isSigned: false) }
}

/// The module `ipaddress`.
enum IPAddressModule {
    /// What IPv4 and IPv6 each have.
    struct Family {
        let version: Int
        /// The bytes of an address.
        let size: Int
        let address: PyType
        let network: PyType
        let interface: PyType
    }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "ipaddress")
        let problem = try machine.types.make("AddressValueError", module: "ipaddress", bases: [machine.types.exception("ValueError")])
        let mask = try machine.types.make("NetmaskValueError", module: "ipaddress", bases: [machine.types.exception("ValueError")])
        module.add(problem)
        module.add(mask)
        var families: [Family] = []
        for (version, size) in [(4, 4), (6, 16)] {
            let address = try machine.types.make("IPv\(version)Address", module: "ipaddress")
            let network = try machine.types.make("IPv\(version)Network", module: "ipaddress")
            let interface = try machine.types.make("IPv\(version)Interface", module: "ipaddress", bases: [address])
            let family = Family(version: version, size: size, address: address, network: network, interface: interface)
            for type in [address, network, interface] {
                type.allocates { PyAddress(type: $0) }
                module.add(type)
            }
            installAddress(family, problem)
            installNetwork(family, problem, mask)
            installInterface(family, problem, mask)
            families.append(family)
        }
        for (name, pick) in [
            ("ip_address", \Family.address), ("ip_network", \Family.network), ("ip_interface", \Family.interface),
        ] {
            module.function(machine, name, name == "ip_network" ? "address, strict=True" : "address") { machine, a in
                for family in families {
                    do {
                        let type = Value.object(family[keyPath: pick])
                        return try name == "ip_network" ? machine.call(type, a[0], a[1]) : machine.call(type, a[0])
                    } catch let raised as PyError where raised.type === problem || raised.type === mask {
                        continue
                    }
                }
                throw machine.error(
                    "ValueError",
                    "\(try machine.repr(a[0])) does not appear to be an IPv4 or IPv6 \(name.dropFirst(3))")
            }
        }
        try summaries.run(in: module, machine)
        return module
    }

    /// An IPv6 address without its zone, and the zone.
    private static func zoned(
        _ value: Value, _ family: Family, _ problem: PyType, _ machine: Machine
    ) throws -> (bare: Value, scope: String?) {
        guard family.version == 6, let text = value.asString, text.contains("%"), !text.contains("/") else { return (value, nil) }
        let parts = text.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 2 || parts[1].isEmpty {
            throw machine.error(problem, [.string("Invalid IPv6 address: \"\(try machine.repr(value))\"")])
        }
        return (.string(parts[0]), parts[1])
    }

    /// The bytes of an address from a number, bytes or a text; raises AddressValueError.
    static func parse(_ value: Value, _ family: Family, _ problem: PyType, _ machine: Machine) throws -> [UInt8] {
        if let number = value.asBigInt {
            let words =
                "\(number.text()) (\(number.isNegative ? "< 0" : ">= 2**\(family.size * 8)")) is not permitted as an IPv\(family.version) address"
            if number.isNegative || number.bitWidth > family.size * 8 { throw machine.error(problem, [.string(words)]) }
            return number.bigEndianBytes(family.size)
        }
        if let data = value.asBytes?.bytes, data.count == family.size { return data }
        let text = try machine.str(value)
        if text.contains("/") { throw machine.error(problem, [.string("Unexpected '/' in \(try machine.repr(.string(text)))")]) }
        if text.isEmpty { throw machine.error(problem, ["Address cannot be empty"]) }
        do {
            if family.version == 4 { return try AddressText.parse4(text) }
            return try AddressText.parse6(text)
        } catch {
            throw machine.error(problem, [.string(error.message)])
        }
    }

    /// The address that a method is called on.
    static func address(_ value: Value, _ machine: Machine) throws -> PyAddress {
        guard let address = value.asObject as? PyAddress else { throw machine.error("TypeError", "not an address") }
        return address
    }

    /// An address of a family from a number.
    static func make(_ number: BigInt, _ family: Family) -> Value {
        let made = PyAddress(type: family.address)
        made.bytes = number.bigEndianBytes(family.size)
        return .object(made)
    }

    static func contains(_ bytes: [UInt8], _ networks: [(String, Int)]) -> Bool {
        networks.contains { text, length in
            let base = text.contains(":") ? try? AddressText.parse6(text) : try? AddressText.parse4(text)
            guard let base, base.count == bytes.count else { return false }
            let shift = bytes.count * 8 - length
            return BigInt(bigEndian: base, isSigned: false) >> shift == BigInt(bigEndian: bytes, isSigned: false) >> shift
        }
    }

    private static func installAddress(_ family: Family, _ problem: PyType) {
        let type = family.address
        type.constructor("address") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyAddress else { return .none }
            let (bare, scope) = try zoned(a[0], family, problem, machine)
            made.bytes = try parse(bare, family, problem, machine)
            made.scope = scope
            return .object(made)
        }
        type.method("__str__", "self, /") { machine, a in .string(try address(a[0], machine).text) }
        type.method("__repr__", "self, /") { machine, a in .string("\(type.name)('\(try address(a[0], machine).text)')") }
        if family.version == 6 {
            type.getter("scope_id") { machine, value in try address(value, machine).scope.map { .string($0) } ?? .none }
        }
        type.method("__int__", "self, /") { machine, a in .integer(try address(a[0], machine).number) }
        type.method("__hash__", "self, /") { machine, a in .int(NumericHash.hash(try address(a[0], machine).number)) }
        type.getter("version") { _, _ in .int(family.version) }
        type.getter("max_prefixlen") { _, _ in .int(family.size * 8) }
        type.getter("reverse_pointer") { machine, value in .string(reversePointer(try address(value, machine))) }
        type.getter("packed") { machine, value in .bytes(try address(value, machine).bytes) }
        type.getter("compressed") { machine, value in .string(AddressText.format(try address(value, machine).bytes)) }
        type.getter("exploded") { machine, value in
            let bytes = try address(value, machine).bytes
            if family.version == 4 { return .string(AddressText.format(bytes)) }
            let words = stride(from: 0, to: 16, by: 2).map { UUIDText.hexadecimal(Array(bytes[$0..<$0 + 2])) }
            return .string(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ":"))
        }
        installQuestions(family)
        for (name, sign) in [("__add__", 1), ("__sub__", -1)] {
            type.method(name, "self, other, /") { machine, a in
                guard let step = a[1].asBigInt else { return machine.notImplemented }
                let sum = sign > 0 ? try address(a[0], machine).number + step : try address(a[0], machine).number - step
                if sum.isNegative || sum.bitWidth > family.size * 8 { return try machine.call(.object(type), .integer(sum)) }
                return make(sum, family)
            }
        }
        DateClass.installComparison(type, type.name) { a, b, machine in
            guard let x = a.asObject as? PyAddress, let y = b.asObject as? PyAddress, y.instanceType === type else { return nil }
            return x.bytes == y.bytes ? 0 : x.bytes.lexicographicallyPrecedes(y.bytes) ? -1 : 1
        }
    }

    // MARK: Networks

    private static func installNetwork(_ family: Family, _ problem: PyType, _ mask: PyType) {
        let type = family.network
        let bits = family.size * 8
        type.constructor("address, strict=True") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyAddress else { return .none }
            let parts = try machine.str(a[0]).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if parts.count > 2 {
                throw machine.error(problem, [.string("Only one '/' permitted in \(try machine.repr(a[0]))")])
            }
            let given = a[0].asBigInt != nil || a[0].asBytes != nil ? a[0] : .string(parts[0])
            let (bare, scope) = try zoned(given, family, problem, machine)
            made.bytes = try parse(bare, family, problem, machine)
            made.scope = scope
            made.prefix = parts.count > 1 ? try prefix(parts[1], family, mask, machine) : bits
            let host = made.number & ((BigInt(1) << (bits - made.prefix)) - 1)
            if !host.isZero {
                if try machine.isTrue(a[1]) { throw machine.error("ValueError", "\(try machine.str(a[0])) has host bits set") }
                made.bytes = (made.number - host).bigEndianBytes(family.size)
                made.scope = nil
            }
            return .object(made)
        }
        installNetworkText(family)
        installMembership(family)
    }

    /// The greatest address of a network.
    static func last(_ own: PyAddress, _ family: Family) -> BigInt {
        own.number + (BigInt(1) << (family.size * 8 - own.prefix)) - 1
    }

    private static func installNetworkText(_ family: Family) {
        let type = family.network
        let bits = family.size * 8
        func text(_ value: Value, _ machine: Machine) throws -> String {
            let own = try address(value, machine)
            return "\(own.text)/\(own.prefix)"
        }
        type.method("__str__", "self, /") { machine, a in .string(try text(a[0], machine)) }
        type.method("__repr__", "self, /") { machine, a in .string("\(type.name)('\(try text(a[0], machine))')") }
        type.getter("version") { _, _ in .int(family.version) }
        type.getter("prefixlen") { machine, value in .int(try address(value, machine).prefix) }
        type.getter("network_address") { machine, value in make(try address(value, machine).number, family) }
        type.getter("num_addresses") { machine, value in .integer(BigInt(1) << (bits - (try address(value, machine).prefix))) }
        type.getter("broadcast_address") { machine, value in make(last(try address(value, machine), family), family) }
        type.getter("netmask") { machine, value in
            let length = try address(value, machine).prefix
            return make((BigInt(1) << bits) - (BigInt(1) << (bits - length)), family)
        }
        type.getter("is_private") { machine, value in .bool(contains(try address(value, machine).bytes, privateNetworks)) }
    }

    private static func installMembership(_ family: Family) {
        let type = family.network
        let bits = family.size * 8
        type.method("__contains__", "self, other, /") { machine, a in
            let own = try address(a[0], machine)
            guard let other = a[1].asObject as? PyAddress, other.bytes.count == family.size else { return false }
            return .bool(own.number <= other.number && other.number <= last(own, family))
        }
        type.method("__getitem__", "self, n, /") { machine, a in
            let own = try address(a[0], machine), offset = BigInt(try machine.index(a[1]))
            let found = offset < BigInt(0) ? last(own, family) + offset + 1 : own.number + offset
            guard found >= own.number, found <= last(own, family) else { throw machine.error("IndexError", "address out of range") }
            return make(found, family)
        }
        for name in ["hosts", "__iter__"] {
            type.method(name, "self") { machine, a in
                let own = try address(a[0], machine)
                let skipsEnds = name == "hosts" && own.prefix < bits - 1
                var next = skipsEnds ? own.number + 1 : own.number
                let end = skipsEnds && family.version == 4 ? last(own, family) - 1 : last(own, family)
                return .object(
                    ClosureIterator("generator") { _, _ in
                        guard next <= end else { return nil }
                        defer { next = next + 1 }
                        return make(next, family)
                    })
            }
        }
        installEquality(type)
        installNetworkParts(family)
    }

    /// `==` and the hash of what has a prefix: networks and interfaces.
    static func installEquality(_ type: PyType) {
        type.method("__eq__", "self, other, /") { machine, a in
            guard let x = a[0].asObject as? PyAddress, let y = a[1].asObject as? PyAddress, y.instanceType === type else {
                return machine.notImplemented
            }
            return .bool(x.bytes == y.bytes && x.prefix == y.prefix)
        }
        type.method("__hash__", "self, /") { machine, a in
            let own = try address(a[0], machine)
            return .int(NumericHash.combine([NumericHash.hash(own.number), own.prefix]))
        }
    }

    /// The length of a prefix from a number, a netmask or a host mask; raises NetmaskValueError.
    static func prefix(_ text: String, _ family: Family, _ problem: PyType, _ machine: Machine) throws -> Int {
        let bits = family.size * 8
        if let length = Int(text), (0...bits).contains(length), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return length }
        if family.version == 4, let bytes = try? AddressText.parse4(text) {
            let number = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let ones = (~number).leadingZeroBitCount
            if number == ~(ones == 32 ? 0 : UInt32.max >> UInt32(ones)) { return ones }
            // A host mask has its ones at the other end.
            if number & (number &+ 1) == 0 { return number.leadingZeroBitCount }
        }
        throw machine.error(problem, [.string("'\(text)' is not a valid netmask")])
    }
}
