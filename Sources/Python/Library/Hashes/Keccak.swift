/// SHA-3 and SHAKE (FIPS 202).
struct Keccak: HashFunction {
    /// The name as `hashlib` tells it.
    let name: String
    /// The size of the digest in bytes.
    let digestSize: Int
    /// The size of a block in bytes.
    let blockSize: Int
    private let suffix: UInt8
    private var buffer: BlockBuffer
    private var state = [UInt64](repeating: 0, count: 25)

    /// SHA-3 with a digest of that size in bytes.
    init(name: String, digestSize: Int) {
        self.name = name
        self.digestSize = digestSize
        blockSize = 200 - 2 * digestSize
        suffix = 0x06
        buffer = BlockBuffer(size: blockSize)
    }

    /// SHAKE with `strength` bytes of security; its digest has any length.
    init(shake name: String, strength: Int) {
        self.name = name
        digestSize = 0
        blockSize = 200 - 2 * strength
        suffix = 0x1F
        buffer = BlockBuffer(size: blockSize)
    }

    /// Feeds bytes.
    mutating func update(_ bytes: [UInt8]) {
        var state = state
        buffer.add(bytes) { Self.absorb(&state, $0) }
        self.state = state
    }

    /// The digest of what was fed so far.
    func digest() -> [UInt8] { digest(count: digestSize) }

    /// That many bytes of output.
    func digest(count: Int) -> [UInt8] {
        var state = state
        var last = buffer.pending + [suffix]
        last += [UInt8](repeating: 0, count: blockSize - last.count)
        last[blockSize - 1] |= 0x80
        Self.absorb(&state, last[...])
        var made: [UInt8] = []
        while true {
            made += state.prefix(blockSize / 8).flatMap(\.littleEndianBytes)
            if made.count >= count { return Array(made.prefix(count)) }
            Self.permute(&state)
        }
    }

    private static func absorb(_ state: inout [UInt64], _ block: ArraySlice<UInt8>) {
        for (index, word) in block.words64(bigEndian: false).enumerated() { state[index] ^= word }
        permute(&state)
    }

    private static let constants: [UInt64] = {
        // The bits of a linear feedback shift register (FIPS 202 §3.2.5).
        var register: UInt8 = 1
        return (0..<24).map { _ in
            var constant: UInt64 = 0
            for bit in 0..<7 {
                if register & 1 == 1 { constant |= 1 << UInt64((1 << bit) - 1) }
                register = register & 0x80 != 0 ? register << 1 ^ 0x71 : register << 1
            }
            return constant
        }
    }()

    private static func mixColumns(_ a: inout [UInt64]) {
        var columns = [UInt64](repeating: 0, count: 5)
        for index in 0..<25 { columns[index % 5] ^= a[index] }
        for index in 0..<25 {
            let turned: UInt64 = columns[(index + 1) % 5].rotatedLeft(1)
            a[index] ^= columns[(index + 4) % 5] ^ turned
        }
    }

    private static func permute(_ a: inout [UInt64]) {
        for constant in constants {
            mixColumns(&a)
            var moved = a
            var (x, y) = (1, 0)
            for step in 0..<24 {
                let turned = a[x + 5 * y]
                (x, y) = (y, (2 * x + 3 * y) % 5)
                let count = (step + 1) * (step + 2) / 2 % 64
                moved[x + 5 * y] = count == 0 ? turned : turned.rotatedLeft(count)
            }
            for row in stride(from: 0, to: 25, by: 5) {
                for x in 0..<5 {
                    let masked = ~moved[row + (x + 1) % 5] & moved[row + (x + 2) % 5]
                    a[row + x] = moved[row + x] ^ masked
                }
            }
            a[0] ^= constant
        }
    }
}
