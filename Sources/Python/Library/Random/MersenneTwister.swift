/// MT19937 as CPython's `random` uses it, so that a seeded program gets CPython's numbers.
struct MersenneTwister {
    /// The 624 words of the state.
    private(set) var state = [UInt32](repeating: 0, count: 624)
    /// The word that is given next.
    private(set) var index = 624

    /// Seeds with the 32-bit words of an integer, the lowest first.
    init(key: [UInt32]) {
        start(19_650_218)
        let key = key.isEmpty ? [0] : key
        var i = 1
        var j = 0
        for _ in 0..<max(624, key.count) {
            let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525
            state[i] = (state[i] ^ mixed) &+ key[j] &+ UInt32(j)
            step(&i)
            j = j + 1 == key.count ? 0 : j + 1
        }
        for _ in 0..<623 {
            let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941
            state[i] = (state[i] ^ mixed) &- UInt32(i)
            step(&i)
        }
        state[0] = 0x8000_0000
    }

    /// Restores a state that `getstate` gave.
    init(state: [UInt32], index: Int) {
        self.state = state
        self.index = index
    }

    private mutating func step(_ i: inout Int) {
        i += 1
        if i == 624 {
            state[0] = state[623]
            i = 1
        }
    }

    private mutating func start(_ seed: UInt32) {
        state[0] = seed
        for i in 1..<624 { state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i) }
        index = 624
    }

    /// 32 random bits.
    mutating func next32() -> UInt32 {
        if index >= 624 { twist() }
        var y = state[index]
        index += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C_5680
        y ^= (y << 15) & 0xEFC6_0000
        return y ^ y >> 18
    }

    private mutating func twist() {
        for i in 0..<624 {
            let y = (state[i] & 0x8000_0000) | (state[(i + 1) % 624] & 0x7FFF_FFFF)
            state[i] = state[(i + 397) % 624] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        index = 0
    }

    /// A number in [0, 1) with 53 bits.
    mutating func nextDouble() -> Double {
        let high = next32() >> 5
        let low = next32() >> 6
        return (Double(high) * 67_108_864 + Double(low)) * (1 / 9_007_199_254_740_992)
    }

    /// An integer of `count` random bits.
    mutating func nextBits(_ count: Int) -> BigInt {
        var words: [UInt32] = []
        var rest = count
        while rest > 0 {
            let word = next32()
            words.append(rest >= 32 ? word : word >> UInt32(32 - rest))
            rest -= 32
        }
        var limbs: [UInt] = []
        for start in stride(from: 0, to: words.count, by: 2) {
            limbs.append(UInt(words[start]) | (start + 1 < words.count ? UInt(words[start + 1]) << 32 : 0))
        }
        return BigInt(magnitude: limbs)
    }

    /// A random integer in `0..<limit`, without bias.
    mutating func next(below limit: BigInt) -> BigInt {
        let bits = limit.bitWidth
        while true {
            let value = nextBits(bits)
            if value < limit { return value }
        }
    }
}
