/// The key derivation scrypt (RFC 7914).
struct Scrypt {
    /// How many blocks lie in memory; a power of two.
    let cost: Int
    /// The size of a block in units of 128 bytes.
    let blockSize: Int

    /// Mixes one block of `128 * blockSize` bytes (RFC 7914 §5, scryptROMix).
    ///
    /// - Parameter charge: is told before each step how many instructions it stands for.
    func mixed(_ bytes: [UInt8], _ charge: (Int) throws -> Void) throws -> [UInt8] {
        var block: [UInt32] = []
        for place in stride(from: 0, to: bytes.count, by: 4) {
            var word: UInt32 = 0
            for byte in bytes[place..<place + 4].reversed() { word = word << 8 | UInt32(byte) }
            block.append(word)
        }
        var memory: [UInt32] = []
        memory.reserveCapacity(cost * block.count)
        for _ in 0..<cost {
            try charge(blockSize * 120)
            memory += block
            Self.mix(&block, blockSize)
        }
        for _ in 0..<cost {
            try charge(blockSize * 120)
            let start = Int(block[block.count - 16]) & (cost - 1)
            for index in block.indices { block[index] ^= memory[start * block.count + index] }
            Self.mix(&block, blockSize)
        }
        var made: [UInt8] = []
        made.reserveCapacity(bytes.count)
        for word in block {
            for shift: UInt32 in [0, 8, 16, 24] { made.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return made
    }

    /// RFC 7914 §4, scryptBlockMix.
    private static func mix(_ block: inout [UInt32], _ size: Int) {
        var last = Array(block.suffix(16))
        var made = block
        for part in 0..<2 * size {
            for index in 0..<16 { last[index] ^= block[part * 16 + index] }
            salsa(&last)
            let place = (part / 2 + (part % 2) * size) * 16
            for index in 0..<16 { made[place + index] = last[index] }
        }
        block = made
    }

    /// RFC 7914 §3, the Salsa20/8 core.
    private static func salsa(_ words: inout [UInt32]) {
        var x = words
        func turn(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
            func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
            x[b] ^= rotated(x[a] &+ x[d], 7)
            x[c] ^= rotated(x[b] &+ x[a], 9)
            x[d] ^= rotated(x[c] &+ x[b], 13)
            x[a] ^= rotated(x[d] &+ x[c], 18)
        }
        for _ in 0..<4 {
            turn(0, 4, 8, 12)
            turn(5, 9, 13, 1)
            turn(10, 14, 2, 6)
            turn(15, 3, 7, 11)
            turn(0, 1, 2, 3)
            turn(5, 6, 7, 4)
            turn(10, 11, 8, 9)
            turn(15, 12, 13, 14)
        }
        for index in 0..<16 { words[index] = words[index] &+ x[index] }
    }
}
