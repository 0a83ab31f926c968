/// A hash function that is fed piece by piece.
///
/// A value, so that `hashlib`'s `copy()` is an assignment.
protocol HashFunction {
    /// The size of the digest in bytes.
    var digestSize: Int { get }
    /// The size of a block in bytes, which `hmac` needs.
    var blockSize: Int { get }
    /// The name as `hashlib` tells it.
    var name: String { get }
    /// Feeds bytes.
    mutating func update(_ bytes: [UInt8])
    /// The digest of what was fed so far.
    func digest() -> [UInt8]
}

/// The buffer that cuts what is fed into blocks.
struct BlockBuffer {
    /// What waits for a block to become full.
    private(set) var pending: [UInt8] = []
    /// How many bytes were added.
    private(set) var total: UInt64 = 0
    /// The size of a block.
    let size: Int

    /// An empty buffer for blocks of that size.
    init(size: Int) { self.size = size }

    /// Adds bytes and hands out each full block; with `keepsLast` a block that ends the input stays for the end.
    mutating func add(_ bytes: [UInt8], keepsLast: Bool = false, _ block: (ArraySlice<UInt8>) -> Void) {
        total &+= UInt64(bytes.count)
        pending += bytes
        var start = 0
        while pending.count - start > size || (!keepsLast && pending.count - start == size) {
            block(pending[start..<start + size])
            start += size
        }
        if start > 0 { pending.removeFirst(start) }
    }

    /// The last bytes with the padding of MD5 and SHA: a one bit, zeros, the length in bits in `lengthBytes` bytes.
    func padded(lengthBytes: Int, bigEndian: Bool) -> [UInt8] {
        var last = pending + [0x80]
        while last.count % size != size - lengthBytes { last.append(0) }
        let bits = total &* 8
        var length = [UInt8](repeating: 0, count: lengthBytes)
        for index in 0..<8 { length[index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
        return last + (bigEndian ? length.reversed() : length)
    }
}

extension ArraySlice<UInt8> {
    /// The 32-bit words of a block.
    func words32(bigEndian: Bool) -> [UInt32] {
        stride(from: startIndex, to: endIndex, by: 4).map { at in
            let word = UInt32(self[at]) << 24 | UInt32(self[at + 1]) << 16 | UInt32(self[at + 2]) << 8 | UInt32(self[at + 3])
            return bigEndian ? word : word.byteSwapped
        }
    }

    /// The 64-bit words of a block.
    func words64(bigEndian: Bool) -> [UInt64] {
        stride(from: startIndex, to: endIndex, by: 8).map { at in
            let word = self[at..<at + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return bigEndian ? word : word.byteSwapped
        }
    }
}

extension FixedWidthInteger {
    /// The bytes, the lowest first.
    var littleEndianBytes: [UInt8] { (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> Self($0 * 8)) } }
    /// The bytes, the highest first.
    var bigEndianBytes: [UInt8] { littleEndianBytes.reversed() }
    /// The bits moved left, those that fall out put back at the right.
    func rotatedLeft(_ count: Int) -> Self where Self: UnsignedInteger { self << Self(count) | self >> Self(Self.bitWidth - count) }
    /// The bits moved right, those that fall out put back at the left.
    func rotatedRight(_ count: Int) -> Self where Self: UnsignedInteger { self >> Self(count) | self << Self(Self.bitWidth - count) }
}

/// The hash functions by the names that `hashlib.new` takes.
enum HashFunctions {
    /// The names that are always there, as `hashlib.algorithms_guaranteed` lists them.
    static let names = [
        "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
        "shake_128", "shake_256",
    ]

    /// A fresh function of that name; nil for one that does not exist.
    static func make(_ name: String) -> (any HashFunction)? {
        switch name.lowercased() {
        case "md5": MD5()
        case "sha1": SHA1()
        case "sha224": SHA256(isShort: true)
        case "sha256": SHA256()
        case "sha384": SHA512(isShort: true)
        case "sha512": SHA512()
        case "blake2b": BLAKE2b()
        case "blake2s": BLAKE2s()
        case "sha3_224": Keccak(name: "sha3_224", digestSize: 28)
        case "sha3_256": Keccak(name: "sha3_256", digestSize: 32)
        case "sha3_384": Keccak(name: "sha3_384", digestSize: 48)
        case "sha3_512": Keccak(name: "sha3_512", digestSize: 64)
        case "shake_128": Keccak(shake: "shake_128", strength: 16)
        case "shake_256": Keccak(shake: "shake_256", strength: 32)
        default: nil
        }
    }
}

/// HMAC (RFC 2104) with a key that was taken in once.
struct KeyedHash {
    private let inner: any HashFunction
    private let outer: any HashFunction

    /// Takes the key in; `fresh` is a hash function that was fed nothing.
    init(key: [UInt8], _ fresh: any HashFunction) {
        var block = key
        if block.count > fresh.blockSize {
            var hashed = fresh
            hashed.update(block)
            block = hashed.digest()
        }
        block += [UInt8](repeating: 0, count: fresh.blockSize - block.count)
        var (inner, outer) = (fresh, fresh)
        inner.update(block.map { $0 ^ 0x36 })
        outer.update(block.map { $0 ^ 0x5C })
        (self.inner, self.outer) = (inner, outer)
    }

    /// The two hash functions after the key, for those who feed on.
    var pads: (inner: any HashFunction, outer: any HashFunction) { (inner, outer) }

    /// The digest of a message.
    func digest(_ bytes: [UInt8]) -> [UInt8] {
        var (inner, outer) = (inner, outer)
        inner.update(bytes)
        outer.update(inner.digest())
        return outer.digest()
    }
}
