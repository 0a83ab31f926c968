/// What BLAKE2b and BLAKE2s share (RFC 7693): the schedule and the parameter block.
enum BLAKE2 {
    /// The order of the message words in each round.
    static let schedule: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ]
    private static let lanes = [
        (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
    ]

    /// The rounds over the sixteen words `v` with the message `m`.
    static func mix<Word: FixedWidthInteger & UnsignedInteger>(_ v: inout [Word], _ m: [Word], rounds: Int, rotations: [Int]) {
        for round in 0..<rounds {
            let order = schedule[round % 10]
            for (index, (a, b, c, d)) in lanes.enumerated() {
                v[a] = v[a] &+ v[b] &+ m[order[2 * index]]
                v[d] = (v[d] ^ v[a]).rotatedRight(rotations[0])
                v[c] = v[c] &+ v[d]
                v[b] = (v[b] ^ v[c]).rotatedRight(rotations[1])
                v[a] = v[a] &+ v[b] &+ m[order[2 * index + 1]]
                v[d] = (v[d] ^ v[a]).rotatedRight(rotations[2])
                v[c] = v[c] &+ v[d]
                v[b] = (v[b] ^ v[c]).rotatedRight(rotations[3])
            }
        }
    }
}

/// BLAKE2b (RFC 7693), keyed or not.
struct BLAKE2b: HashFunction {
    /// The name as `hashlib` tells it.
    let name = "blake2b"
    /// The size of the digest in bytes.
    let digestSize: Int
    /// The size of a block in bytes.
    let blockSize = 128
    private var buffer = BlockBuffer(size: 128)
    private var state: [UInt64]
    private var done: UInt64 = 0

    /// A digest of `digestSize` bytes (1 to 64); `key`, `salt` and `person` are padded with zeros.
    init(digestSize: Int = 64, key: [UInt8] = [], salt: [UInt8] = [], person: [UInt8] = []) {
        self.digestSize = digestSize
        var parameters = [UInt8](repeating: 0, count: 64)
        parameters[0] = UInt8(digestSize)
        parameters[1] = UInt8(key.count)
        parameters[2] = 1
        parameters[3] = 1
        parameters.replaceSubrange(32..<32 + salt.count, with: salt)
        parameters.replaceSubrange(48..<48 + person.count, with: person)
        state = zip(SHA512.start, parameters[...].words64(bigEndian: false)).map { $0 ^ $1 }
        if !key.isEmpty { update(key + [UInt8](repeating: 0, count: 128 - key.count)) }
    }

    /// Feeds bytes.
    mutating func update(_ bytes: [UInt8]) {
        var (state, done) = (state, done)
        buffer.add(bytes, keepsLast: true) { block in
            done &+= 128
            Self.compress(&state, block, count: done, isLast: false)
        }
        (self.state, self.done) = (state, done)
    }

    /// The digest of what was fed so far.
    func digest() -> [UInt8] {
        var state = state
        let last = buffer.pending + [UInt8](repeating: 0, count: 128 - buffer.pending.count)
        Self.compress(&state, last[...], count: buffer.total, isLast: true)
        return Array(state.flatMap(\.littleEndianBytes).prefix(digestSize))
    }

    private static func compress(_ state: inout [UInt64], _ block: ArraySlice<UInt8>, count: UInt64, isLast: Bool) {
        var v = state + SHA512.start
        v[12] ^= count
        if isLast { v[14] = ~v[14] }
        BLAKE2.mix(&v, block.words64(bigEndian: false), rounds: 12, rotations: [32, 24, 16, 63])
        for index in 0..<8 { state[index] ^= v[index] ^ v[index + 8] }
    }
}

/// BLAKE2s (RFC 7693), keyed or not.
struct BLAKE2s: HashFunction {
    /// The name as `hashlib` tells it.
    let name = "blake2s"
    /// The size of the digest in bytes.
    let digestSize: Int
    /// The size of a block in bytes.
    let blockSize = 64
    private var buffer = BlockBuffer(size: 64)
    private var state: [UInt32]
    private var done: UInt64 = 0
    private static let start = SHA512.start.map { UInt32($0 >> 32) }

    /// A digest of `digestSize` bytes (1 to 32); `key`, `salt` and `person` are padded with zeros.
    init(digestSize: Int = 32, key: [UInt8] = [], salt: [UInt8] = [], person: [UInt8] = []) {
        self.digestSize = digestSize
        var parameters = [UInt8](repeating: 0, count: 32)
        parameters[0] = UInt8(digestSize)
        parameters[1] = UInt8(key.count)
        parameters[2] = 1
        parameters[3] = 1
        parameters.replaceSubrange(16..<16 + salt.count, with: salt)
        parameters.replaceSubrange(24..<24 + person.count, with: person)
        state = zip(Self.start, parameters[...].words32(bigEndian: false)).map { $0 ^ $1 }
        if !key.isEmpty { update(key + [UInt8](repeating: 0, count: 64 - key.count)) }
    }

    /// Feeds bytes.
    mutating func update(_ bytes: [UInt8]) {
        var (state, done) = (state, done)
        buffer.add(bytes, keepsLast: true) { block in
            done &+= 64
            Self.compress(&state, block, count: done, isLast: false)
        }
        (self.state, self.done) = (state, done)
    }

    /// The digest of what was fed so far.
    func digest() -> [UInt8] {
        var state = state
        let last = buffer.pending + [UInt8](repeating: 0, count: 64 - buffer.pending.count)
        Self.compress(&state, last[...], count: buffer.total, isLast: true)
        return Array(state.flatMap(\.littleEndianBytes).prefix(digestSize))
    }

    private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>, count: UInt64, isLast: Bool) {
        var v = state + start
        v[12] ^= UInt32(truncatingIfNeeded: count)
        v[13] ^= UInt32(truncatingIfNeeded: count >> 32)
        if isLast { v[14] = ~v[14] }
        BLAKE2.mix(&v, block.words32(bigEndian: false), rounds: 10, rotations: [16, 12, 8, 7])
        for index in 0..<8 { state[index] ^= v[index] ^ v[index + 8] }
    }
}
