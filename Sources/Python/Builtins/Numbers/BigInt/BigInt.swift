/// An integer of any size: a sign and a magnitude; zero is never negative.
///
/// The operators follow Python: division rounds towards minus infinity, bit operations see an endless two's complement.
/// Nothing here asks a budget: callers charge by the sizes of the operands first (`IntegerArithmetic`).
public struct BigInt: Hashable, Sendable {
    /// Limbs of 64 bits, least significant first, no zero limb at the end.
    public private(set) var magnitude: [UInt]
    /// Whether it is below zero.
    public private(set) var isNegative: Bool

    /// The integer of that magnitude; zero limbs at its end are dropped.
    public init(magnitude: [UInt], isNegative: Bool = false) {
        self.magnitude = magnitude
        Magnitude.trim(&self.magnitude)
        self.isNegative = isNegative && !self.magnitude.isEmpty
    }

    /// The integer of a machine word.
    public init(_ value: Int) {
        magnitude = value == 0 ? [] : [value.magnitude]
        isNegative = value < 0
    }

    /// Zero.
    public static let zero = BigInt(0)

    /// Whether it is zero.
    public var isZero: Bool { magnitude.isEmpty }
    /// Whether it is odd.
    public var isOdd: Bool { magnitude.first.map { $0 & 1 == 1 } ?? false }

    /// The number of bits of the magnitude, Python's `int.bit_length`.
    public var bitWidth: Int { Magnitude.bitWidth(magnitude) }

    /// The value as a machine word, or nil if it does not fit.
    public var asInt: Int? {
        if magnitude.isEmpty { return 0 }
        guard magnitude.count == 1 else { return nil }
        if isNegative { return magnitude[0] <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- magnitude[0]) : nil }
        return Int(exactly: magnitude[0])
    }

    /// The integer without its sign.
    public var absolute: BigInt { BigInt(magnitude: magnitude) }

    /// The negation.
    public static prefix func - (value: BigInt) -> BigInt { BigInt(magnitude: value.magnitude, isNegative: !value.isNegative) }

    /// The sum.
    public static func + (a: BigInt, b: BigInt) -> BigInt {
        if a.isNegative == b.isNegative { return BigInt(magnitude: Magnitude.add(a.magnitude, b.magnitude), isNegative: a.isNegative) }
        if Magnitude.compare(a.magnitude, b.magnitude) >= 0 {
            return BigInt(magnitude: Magnitude.subtract(a.magnitude, b.magnitude), isNegative: a.isNegative)
        }
        return BigInt(magnitude: Magnitude.subtract(b.magnitude, a.magnitude), isNegative: b.isNegative)
    }

    /// The difference.
    public static func - (a: BigInt, b: BigInt) -> BigInt { a + -b }

    /// The product.
    public static func * (a: BigInt, b: BigInt) -> BigInt {
        BigInt(magnitude: Magnitude.multiply(a.magnitude, b.magnitude), isNegative: a.isNegative != b.isNegative)
    }

    /// Quotient rounded towards minus infinity and remainder of the divisor's sign; nil for a divisor of zero.
    public func floorDivided(by divisor: BigInt) -> (quotient: BigInt, remainder: BigInt)? {
        if divisor.isZero { return nil }
        let (q, r) = Magnitude.divide(magnitude, by: divisor.magnitude)
        let quotient = BigInt(magnitude: q, isNegative: isNegative != divisor.isNegative)
        let remainder = BigInt(magnitude: r, isNegative: isNegative)
        if remainder.isZero || isNegative == divisor.isNegative { return (quotient, remainder) }
        return (quotient - BigInt(1), remainder + divisor)
    }

    /// The power with an exponent of at least 0.
    public func power(_ exponent: Int) -> BigInt {
        // From the highest bit on, so that one factor stays small.
        var result = BigInt(1)
        var bit = Int.bitWidth - exponent.leadingZeroBitCount
        while bit > 0 {
            bit -= 1
            result = result * result
            if exponent >> bit & 1 == 1 { result = result * self }
        }
        return result
    }
}

extension BigInt: Comparable {
    /// The order of numbers.
    public static func < (a: BigInt, b: BigInt) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        let order = Magnitude.compare(a.magnitude, b.magnitude)
        return a.isNegative ? order > 0 : order < 0
    }
}

extension BigInt: ExpressibleByIntegerLiteral {
    /// The integer of a literal.
    public init(integerLiteral value: Int) { self.init(value) }
}
