/// SHA-1 (FIPS 180-4).
struct SHA1: HashFunction {
    /// The name as `hashlib` tells it.
    let name = "sha1"
    /// The size of the digest in bytes.
    let digestSize = 20
    /// The size of a block in bytes.
    let blockSize = 64
    private var buffer = BlockBuffer(size: 64)
    private var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

    /// Feeds bytes.
    mutating func update(_ bytes: [UInt8]) {
        var state = state
        buffer.add(bytes) { Self.compress(&state, $0) }
        self.state = state
    }

    /// The digest of what was fed so far.
    func digest() -> [UInt8] {
        var state = state
        let last = buffer.padded(lengthBytes: 8, bigEndian: true)
        for start in stride(from: 0, to: last.count, by: 64) { Self.compress(&state, last[start..<start + 64]) }
        return state.flatMap(\.bigEndianBytes)
    }

    private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
        var w = block.words32(bigEndian: true)
        for turn in 16..<80 { w.append((w[turn - 3] ^ w[turn - 8] ^ w[turn - 14] ^ w[turn - 16]).rotatedLeft(1)) }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for turn in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) =
                switch turn / 20 {
                case 0: ((b & c) | (~b & d), 0x5A82_7999)
                case 1: (b ^ c ^ d, 0x6ED9_EBA1)
                case 2: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = a.rotatedLeft(5) &+ mixed &+ e &+ constant &+ w[turn]
            (e, d, c, b, a) = (d, c, b.rotatedLeft(30), a, next)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }
}
