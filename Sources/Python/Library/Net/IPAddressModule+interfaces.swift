/// `IPv4Interface` and `IPv6Interface`: an address with the network that it is in.
extension IPAddressModule {
    /// Fills the class of a family.
    static func installInterface(_ family: Family, _ problem: PyType, _ mask: PyType) {
        let type = family.interface
        let bits = family.size * 8
        type.constructor("address") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyAddress else { return .none }
            let pair =
                a[0].asTuple?.elements ?? a[0].asString?.split(separator: "/", omittingEmptySubsequences: false).map { .string("\($0)") }
            if let pair, pair.count > 2 {
                throw machine.error(problem, [.string("Only one '/' permitted in \(try machine.repr(a[0]))")])
            }
            let own = try address(try machine.call(.object(family.address), pair?.first ?? a[0]), machine)
            made.bytes = own.bytes
            made.scope = own.scope
            made.prefix = if let pair, pair.count > 1 { try prefix(try machine.str(pair[1]), family, mask, machine) } else { bits }
            return .object(made)
        }
        let text = { (value: Value, machine: Machine) throws -> String in
            let own = try address(value, machine)
            return "\(own.text)/\(own.prefix)"
        }
        type.method("__str__", "self, /") { machine, a in .string(try text(a[0], machine)) }
        type.method("__repr__", "self, /") { machine, a in .string("\(type.name)('\(try text(a[0], machine))')") }
        for name in ["with_prefixlen", "compressed"] { type.getter(name) { machine, value in .string(try text(value, machine)) } }
        type.getter("ip") { machine, value in make(try address(value, machine).number, family) }
        type.getter("network") { machine, value in try machine.call(.object(family.network), .string(try text(value, machine)), false) }
        type.getter("netmask") { machine, value in
            let length = try address(value, machine).prefix
            return make((BigInt(1) << bits) - (BigInt(1) << (bits - length)), family)
        }
        installEquality(type)
    }
}
