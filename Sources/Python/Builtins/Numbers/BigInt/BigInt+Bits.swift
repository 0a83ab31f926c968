extension BigInt {
    /// The integer times a power of two; the count must not be negative.
    public static func << (value: BigInt, count: Int) -> BigInt {
        BigInt(magnitude: Magnitude.shiftLeft(value.magnitude, by: count), isNegative: value.isNegative)
    }

    /// A shift to the right that rounds towards minus infinity, as Python's.
    public static func >> (value: BigInt, count: Int) -> BigInt {
        let shifted = BigInt(magnitude: Magnitude.shiftRight(value.magnitude, by: count), isNegative: value.isNegative)
        return value.isNegative && Magnitude.hasLowBits(value.magnitude, count) ? shifted - BigInt(1) : shifted
    }

    /// All bits inverted.
    public static prefix func ~ (value: BigInt) -> BigInt { -value - BigInt(1) }

    /// The bits set in both.
    public static func & (a: BigInt, b: BigInt) -> BigInt { combine(a, b, &) }

    /// The bits set in either.
    public static func | (a: BigInt, b: BigInt) -> BigInt { combine(a, b, |) }

    /// The bits set in one of the two.
    public static func ^ (a: BigInt, b: BigInt) -> BigInt { combine(a, b, ^) }

    private static func combine(_ a: BigInt, _ b: BigInt, _ operation: (UInt, UInt) -> UInt) -> BigInt {
        let count = max(a.magnitude.count, b.magnitude.count) + 1
        let left = a.twosComplement(count), right = b.twosComplement(count)
        return BigInt(twosComplement: (0..<count).map { operation(left[$0], right[$0]) })
    }

    /// The lowest limbs of the endless two's complement.
    private func twosComplement(_ count: Int) -> [UInt] {
        var limbs = magnitude + [UInt](repeating: 0, count: max(0, count - magnitude.count))
        if isNegative { Self.negate(&limbs) }
        return limbs
    }

    private init(twosComplement limbs: [UInt]) {
        var limbs = limbs
        let isNegative = limbs.last.map { $0 >> UInt(UInt.bitWidth - 1) == 1 } ?? false
        if isNegative { Self.negate(&limbs) }
        self.init(magnitude: limbs, isNegative: isNegative)
    }

    private static func negate(_ limbs: inout [UInt]) {
        var carry = true
        for position in limbs.indices {
            limbs[position] = ~limbs[position]
            if carry { (limbs[position], carry) = limbs[position].addingReportingOverflow(1) }
        }
    }

    /// The number of set bits of the magnitude, Python's `int.bit_count`.
    public var bitCount: Int { magnitude.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The number of zero bits below the lowest set one; 0 for zero.
    public var trailingZeroBitCount: Int {
        guard let limb = magnitude.firstIndex(where: { $0 != 0 }) else { return 0 }
        return limb * UInt.bitWidth + magnitude[limb].trailingZeroBitCount
    }

    /// The integer of these bytes, most significant first.
    public init(bigEndian bytes: some BidirectionalCollection<UInt8>, isSigned: Bool) {
        let isNegative = isSigned && (bytes.first ?? 0) >= 0x80
        var limbs: [UInt] = []
        limbs.reserveCapacity(bytes.count / 8 + 1)
        var shift = 0
        for byte in bytes.reversed() {
            if shift == 0 { limbs.append(0) }
            limbs[limbs.count - 1] |= UInt(isNegative ? ~byte : byte) << UInt(shift)
            shift = (shift + 8) % UInt.bitWidth
        }
        let value = BigInt(magnitude: limbs)
        self = isNegative ? ~value : value
    }

    /// The lowest `count` bytes of the two's complement, most significant first.
    public func bigEndianBytes(_ count: Int) -> [UInt8] {
        let limbs = twosComplement(count / 8 + 1)
        return (0..<count).reversed().map { UInt8(truncatingIfNeeded: limbs[$0 / 8] >> UInt($0 % 8 * 8)) }
    }
}
