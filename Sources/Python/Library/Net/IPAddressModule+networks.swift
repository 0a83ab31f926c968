/// What networks have beyond their members: masks, parts, and how they lie to each other.
extension IPAddressModule {
    /// Adds the names by which programs divide and compare networks (CPython 3.11 `ipaddress._BaseNetwork`).
    static func installNetworkParts(_ family: Family) {
        installMasks(family)
        installRelations(family)
        installDivision(family)
        installExclusion(family)
    }

    private static func network(_ value: Value, _ machine: Machine) throws -> PyAddress { try address(value, machine) }

    private static func made(_ number: BigInt, _ prefix: Int, _ family: Family) -> Value {
        let made = PyAddress(type: family.network)
        made.bytes = number.bigEndianBytes(family.size)
        made.prefix = prefix
        return .object(made)
    }

    private static func installMasks(_ family: Family) {
        let (type, bits) = (family.network, family.size * 8)
        func hostMask(_ prefix: Int) -> BigInt { (BigInt(1) << (bits - prefix)) - 1 }
        func netMask(_ prefix: Int) -> BigInt { (BigInt(1) << bits) - (BigInt(1) << (bits - prefix)) }
        type.getter("hostmask") { machine, value in make(hostMask(try network(value, machine).prefix), family) }
        type.getter("max_prefixlen") { _, _ in .int(bits) }
        type.getter("with_prefixlen") { machine, value in .string(try machine.str(value)) }
        type.getter("compressed") { machine, value in .string(try machine.str(value)) }
        type.getter("exploded") { machine, value in
            let own = try network(value, machine)
            let text = try machine.str(try machine.attribute(make(own.number, family), "exploded"))
            return .string("\(text)/\(own.prefix)")
        }
        for (name, mask) in [("with_netmask", netMask), ("with_hostmask", hostMask)] {
            type.getter(name) { machine, value in
                let own = try network(value, machine)
                return .string("\(own.text)/\(AddressText.format(mask(own.prefix).bigEndianBytes(family.size)))")
            }
        }
        for name in ["is_loopback", "is_multicast", "is_link_local", "is_unspecified", "is_reserved", "is_global"] {
            type.getter(name) { machine, value in
                let own = try network(value, machine)
                return .bool(
                    try [own.number, last(own, family)].allSatisfy {
                        try machine.isTrue(try machine.attribute(make($0, family), name))
                    })
            }
        }
    }

    private static func installRelations(_ family: Family) {
        let type = family.network
        type.method("overlaps", "self, other") { machine, a in
            let (own, other) = (try network(a[0], machine), try network(a[1], machine))
            guard own.bytes.count == other.bytes.count else { return false }
            return .bool(own.number <= last(other, family) && other.number <= last(own, family))
        }
        for name in ["subnet_of", "supernet_of"] {
            type.method(name, "self, other") { machine, a in
                guard let own = a[0].asObject as? PyAddress, let other = a[1].asObject as? PyAddress, own.bytes.count == other.bytes.count
                else {
                    let (x, y) = (try machine.str(a[0]), try machine.str(a[1]))
                    throw machine.error("TypeError", "\(x) and \(y) are not of the same version")
                }
                let (inner, outer) = name == "subnet_of" ? (own, other) : (other, own)
                return .bool(outer.number <= inner.number && last(inner, family) <= last(outer, family))
            }
        }
        DateClass.installComparison(type, type.name) { a, b, _ in
            guard let x = a.asObject as? PyAddress, let y = b.asObject as? PyAddress, y.instanceType === type else { return nil }
            if x.bytes != y.bytes { return x.bytes.lexicographicallyPrecedes(y.bytes) ? -1 : 1 }
            return x.prefix == y.prefix ? 0 : x.prefix < y.prefix ? -1 : 1
        }
    }

    private static func installDivision(_ family: Family) {
        let (type, bits) = (family.network, family.size * 8)
        type.method("subnets", "self, prefixlen_diff=1, new_prefix=None") { machine, a in
            let own = try network(a[0], machine)
            if own.prefix == bits { return .object(try machine.iterator(.list([a[0]])).asObject ?? PyList([])) }
            var step = try machine.index(a[1])
            if !a[2].isNone {
                let wanted = try machine.index(a[2])
                if wanted < own.prefix { throw machine.error("ValueError", "new prefix must be longer") }
                if step != 1 { throw machine.error("ValueError", "cannot set prefixlen_diff and new_prefix") }
                step = wanted - own.prefix
            }
            if step < 0 { throw machine.error("ValueError", "prefix length diff must be > 0") }
            let prefix = own.prefix + min(step, bits + 1)
            if prefix > bits {
                let wanted = BigInt(own.prefix) + BigInt(step)
                throw machine.error("ValueError", "prefix length diff \(wanted) is invalid for netblock \(try machine.str(a[0]))")
            }
            let (size, end) = (BigInt(1) << (bits - prefix), last(own, family))
            var next = own.number
            return .object(
                ClosureIterator("generator") { _, _ in
                    guard next <= end else { return nil }
                    defer { next = next + size }
                    return made(next, prefix, family)
                })
        }
        type.method("supernet", "self, prefixlen_diff=1, new_prefix=None") { machine, a in
            let own = try network(a[0], machine)
            if own.prefix == 0 { return a[0] }
            var step = try machine.index(a[1])
            if !a[2].isNone {
                let wanted = try machine.index(a[2])
                if wanted > own.prefix { throw machine.error("ValueError", "new prefix must be shorter") }
                if step != 1 { throw machine.error("ValueError", "cannot set prefixlen_diff and new_prefix") }
                step = own.prefix - wanted
            }
            if step < 0 { throw machine.error("ValueError", "negative shift count") }
            let prefix = own.prefix - step
            if prefix < 0 {
                throw machine.error("ValueError", "current prefixlen is \(own.prefix), cannot have a prefixlen_diff of \(step)")
            }
            return made((own.number >> (bits - prefix)) << (bits - prefix), prefix, family)
        }
    }

    /// The networks that are left of one when another is cut out of it: at each halving the half without the other.
    static func installExclusion(_ family: Family) {
        let bits = family.size * 8
        family.network.method("address_exclude", "self, other") { machine, a in
            let own = try network(a[0], machine)
            guard let other = a[1].asObject as? PyAddress, other.bytes.count == own.bytes.count else {
                let (x, y) = (try machine.str(a[0]), try machine.str(a[1]))
                throw machine.error("TypeError", "\(x) and \(y) are not of the same version")
            }
            guard other.instanceType.isSubtype(of: family.network) else {
                throw machine.error("TypeError", "\(try machine.str(a[1])) is not a network object")
            }
            guard own.number <= other.number, last(other, family) <= last(own, family) else {
                throw machine.error("ValueError", "\(try machine.str(a[1])) not contained in \(try machine.str(a[0]))")
            }
            let prefixes = Array(own.prefix..<other.prefix).map { $0 + 1 }
            let parts = prefixes.map { prefix in
                let size = BigInt(1) << (bits - prefix)
                let half = (other.number >> (bits - prefix)) << (bits - prefix)
                let isUpper = !(other.number & size).isZero
                return made(isUpper ? half - size : half + size, prefix, family)
            }
            return .object(PyArrayIterator(parts, typeName: "generator"))
        }
    }

    /// The name under which an address is looked up backwards (RFC 1035, RFC 3596).
    static func reversePointer(_ own: PyAddress) -> String {
        if own.bytes.count == 4 { return own.bytes.reversed().map(String.init).joined(separator: ".") + ".in-addr.arpa" }
        let digits = own.bytes.reversed().flatMap { [$0 & 15, $0 >> 4] }
        return digits.map { String($0, radix: 16) }.joined(separator: ".") + ".ip6.arpa"
    }
}
