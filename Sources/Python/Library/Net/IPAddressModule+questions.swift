/// What an address or a network is for, and networks that cover many addresses.
extension IPAddressModule {
    /// What is not reachable from everywhere (IANA, special-purpose address registries).
    static let privateNetworks = [
        ("0.0.0.0", 8), ("10.0.0.0", 8), ("127.0.0.0", 8), ("169.254.0.0", 16), ("172.16.0.0", 12), ("192.0.0.0", 29), ("192.0.0.170", 31),
        ("192.0.2.0", 24), ("192.168.0.0", 16), ("198.18.0.0", 15), ("198.51.100.0", 24), ("203.0.113.0", 24), ("240.0.0.0", 4),
        ("255.255.255.255", 32), ("::1", 128), ("::", 128), ("::ffff:0:0", 96), ("100::", 64), ("2001::", 23), ("2001:db8::", 32),
        ("2001:10::", 28), ("fc00::", 7), ("fe80::", 10),
    ]

    /// What no address may be taken from (RFC 1112, RFC 4291).
    private static let reservedNetworks = [
        ("240.0.0.0", 4), ("::", 8), ("100::", 8), ("200::", 7), ("400::", 6), ("800::", 5), ("1000::", 4), ("4000::", 3), ("6000::", 3),
        ("8000::", 3), ("a000::", 3), ("c000::", 3), ("e000::", 4), ("f000::", 5), ("f800::", 6), ("fe00::", 9),
    ]

    /// The bytes of the IPv4 address that an IPv6 address only wraps, or its own.
    private static func unmapped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.count == 16 && bytes.prefix(12).elementsEqual([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
            ? Array(bytes.suffix(4)) : bytes
    }

    /// Adds `is_private` and its kin to addresses (CPython 3.11 `ipaddress.py`, `_IPv4Constants` and `_IPv6Constants`).
    static func installQuestions(_ family: Family) {
        let type = family.address
        let questions: [(String, [(String, Int)])] = [
            ("is_private", privateNetworks), ("is_loopback", [("127.0.0.0", 8), ("::1", 128)]),
            ("is_multicast", [("224.0.0.0", 4), ("ff00::", 8)]), ("is_link_local", [("169.254.0.0", 16), ("fe80::", 10)]),
            ("is_unspecified", [("0.0.0.0", 32), ("::", 128)]), ("is_reserved", reservedNetworks),
        ]
        for (name, networks) in questions {
            type.getter(name) { machine, value in
                let bytes = try address(value, machine).bytes
                return .bool(contains(name == "is_private" ? unmapped(bytes) : bytes, networks))
            }
        }
        type.getter("is_global") { machine, value in
            let bytes = try address(value, machine).bytes
            if bytes.count == 16 { return .bool(!contains(unmapped(bytes), privateNetworks)) }
            return .bool(!contains(bytes, privateNetworks) && !contains(bytes, [("100.64.0.0", 10)]))
        }
    }

    /// Networks that cover a range, or many networks and addresses.
    static let summaries = WrittenModule(
        #"""
        def summarize_address_range(first, last):
            for end in (first, last):
                if not isinstance(end, (IPv4Address, IPv6Address)):
                    raise TypeError('first and last must be IP addresses, not networks')
            if first.version != last.version:
                raise TypeError(f'{first} and {last} are not of the same version')
            if first > last:
                raise ValueError('last IP address must be greater than first')
            yield from _covering(int(first), int(last), type(first), IPv4Network if first.version == 4 else IPv6Network)
        def _covering(low, high, address, network):
            """The fewest networks that cover the addresses of these numbers."""
            bits = 32 if network is IPv4Network else 128
            while low <= high:
                zeros = (low & -low).bit_length() - 1 if low else bits
                free = min(zeros, (high - low + 1).bit_length() - 1)
                yield network(f'{address(low)}/{bits - free}')
                low += 1 << free
        def collapse_addresses(addresses):
            networks = [ip_network(str(address)) for address in addresses]
            for network in networks:
                if network.version != networks[0].version:
                    raise TypeError(f'{network} and {networks[0]} are not of the same version')
            ranges = []
            for network in sorted(networks):
                low, high = int(network.network_address), int(network.broadcast_address)
                if ranges and low <= ranges[-1][1] + 1:
                    ranges[-1][1] = max(ranges[-1][1], high)
                else:
                    ranges.append([low, high])
            kinds = networks and (type(networks[0].network_address), type(networks[0]))
            return iter([network for low, high in ranges for network in _covering(low, high, *kinds)])
        def get_mixed_type_key(obj):
            if isinstance(obj, (IPv4Address, IPv6Address)):
                return obj.version, obj
            if isinstance(obj, (IPv4Network, IPv6Network)):
                return obj.version, obj.network_address, obj.netmask
            return NotImplemented
        def v4_int_to_packed(address):
            try:
                return address.to_bytes(4, 'big')
            except OverflowError:
                raise ValueError('Address negative or too large for IPv4')
        def v6_int_to_packed(address):
            try:
                return address.to_bytes(16, 'big')
            except OverflowError:
                raise ValueError('Address negative or too large for IPv6')
        """#)
}
