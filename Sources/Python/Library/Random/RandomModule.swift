/// A `random.Random`.
final class PyRandom: PyInstance {
    /// The generator.
    var twister = MersenneTwister(key: [0])
    /// The second of a pair that `gauss` made.
    var nextGauss: Double?
    /// Whether bits come from the world instead of the twister, as those of `SystemRandom` do.
    var isSystem = false

    /// A generator that is seeded afterwards.
    init(type: PyType) { super.init(type: type) }

    /// A number in [0, 1).
    func double(_ machine: Machine) -> Double {
        isSystem ? Double(machine.world.random() >> 11) * (1 / 9_007_199_254_740_992) : twister.nextDouble()
    }

    /// An integer of that many random bits.
    func bits(_ count: Int, _ machine: Machine) -> BigInt {
        guard isSystem else { return twister.nextBits(count) }
        let limbs = (0..<(count + 63) / 64).map { _ in UInt(machine.world.random()) }
        return BigInt(magnitude: limbs).masked(to: count)
    }

    /// A number in `0..<limit`, as CPython draws it.
    func below(_ limit: BigInt, _ machine: Machine) -> BigInt {
        let width = limit.bitWidth
        while true {
            let value = bits(width, machine)
            if value < limit { return value }
        }
    }

    /// A number in `0..<limit`; 0 where that is empty.
    func below(_ limit: Int, _ machine: Machine) -> Int { limit <= 0 ? 0 : below(BigInt(limit), machine).asInt ?? 0 }
}

extension BigInt {
    /// The lowest bits.
    fileprivate func masked(to count: Int) -> BigInt { self & ((BigInt(1) << count) - 1) }
}

/// The module `random`.
enum RandomModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "random")
        let type = try machine.types.make("Random", module: "random")
        type.allocates { PyRandom(type: $0) }
        type.method("__init__", "self, x=None") { machine, a in
            try seed(try random(a[0], machine), a[1], machine)
            return .none
        }
        RandomMethods.install(type)
        RandomDistributions.install(type)
        module.add(type)
        let system = try machine.types.make("SystemRandom", module: "random", bases: [type])
        system.allocates { made in
            let random = PyRandom(type: made)
            random.isSystem = true
            return random
        }
        module.add(system)
        let hidden = PyRandom(type: type)
        try seed(hidden, .none, machine)
        let names = RandomMethods.names + RandomDistributions.names
        for name in names { module.add(name, try machine.attribute(.object(hidden), name)) }
        return module
    }

    /// The generator of an argument; raises TypeError for others.
    static func random(_ value: Value, _ machine: Machine) throws -> PyRandom {
        guard let random = value.asObject as? PyRandom else { throw machine.error("TypeError", "not a random.Random") }
        return random
    }

    /// Seeds a generator as CPython does for that kind of value.
    static func seed(_ random: PyRandom, _ value: Value, _ machine: Machine) throws {
        random.nextGauss = nil
        var number: BigInt
        if value.isNone {
            number = BigInt(magnitude: [UInt(machine.world.random()), UInt(machine.world.random() | 1)])
        } else if let integer = value.asBigInt {
            number = integer.absolute
        } else if let bytes = value.asStr?.utf8 ?? value.asBytes?.bytes {
            var hash = SHA512()
            hash.update(bytes)
            number = BigInt(bigEndian: bytes + hash.digest(), isSigned: false)
        } else if value.asFloat != nil {
            number = BigInt(magnitude: [UInt(bitPattern: try machine.hash(value))])
        } else {
            throw machine.error(
                "TypeError", "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        }
        number = number.absolute
        let key = number.magnitude.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
        let used = key.lastIndex { $0 != 0 }.map { Array(key[...$0]) } ?? [0]
        random.twister = MersenneTwister(key: used)
    }
}
