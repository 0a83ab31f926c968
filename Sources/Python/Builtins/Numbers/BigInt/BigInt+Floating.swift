extension BigInt {
    /// The integer part of a finite floating-point number, rounded towards zero; nil for infinities and NaN.
    public init?(truncating value: Double) {
        guard value.isFinite else { return nil }
        if let small = Int(exactly: value.rounded(.towardZero)) {
            self.init(small)
            return
        }
        let significand = UInt(value.significandBitPattern | 1 << 52)
        let shift = Int(value.exponent) - 52
        self.init(magnitude: Magnitude.shiftLeft([significand], by: shift), isNegative: value < 0)
    }

    /// The nearest floating-point number, halves to even; nil where it is too large.
    public var asDouble: Double? {
        let width = bitWidth
        if width <= UInt.bitWidth {
            let value = Double(magnitude.first ?? 0)
            return isNegative ? -value : value
        }
        if width > 1024 { return nil }
        let shift = width - UInt.bitWidth
        var top = Magnitude.shiftRight(magnitude, by: shift)[0]
        if Magnitude.hasLowBits(magnitude, shift) { top |= 1 }
        let value = Double(sign: .plus, exponent: shift, significand: Double(top))
        return value.isInfinite ? nil : isNegative ? -value : value
    }

    /// What a quotient of integers can be.
    enum TrueQuotient: Equatable {
        case value(Double)
        case overflow
    }

    /// The quotient as the nearest floating-point number, halves to even; the divisor must not be zero (CPython `long_true_divide`).
    func trueDivided(by divisor: BigInt) -> TrueQuotient {
        let sign: Double = isNegative != divisor.isNegative ? -1 : 1
        let difference = bitWidth - divisor.bitWidth
        if isZero || difference < -1075 { return .value(sign * 0) }
        if difference > 1024 { return .overflow }
        let shift = max(difference, -1021) - 55
        let scaled = shift <= 0 ? Magnitude.shiftLeft(magnitude, by: -shift) : Magnitude.shiftRight(magnitude, by: shift)
        let lost = shift > 0 && Magnitude.hasLowBits(magnitude, shift)
        let (quotient, remainder) = Magnitude.divide(scaled, by: divisor.magnitude)
        var low = quotient.first ?? 0
        let width = UInt.bitWidth - low.leadingZeroBitCount
        let extra = max(width, -1021 - shift) - 53
        let mask: UInt = 1 << UInt(extra - 1)
        let sticky: UInt = lost || !remainder.isEmpty ? 1 : 0
        if low & mask != 0, (low | sticky) & (3 * mask - 1) != 0 { low += mask }
        low &= ~(2 * mask - 1)
        let value = Double(sign: .plus, exponent: shift, significand: Double(low))
        return value.isInfinite ? .overflow : .value(sign * value)
    }

    /// Compares an integer with a floating-point number exactly: -1, 0, 1, or nil for NaN.
    func compared(to value: Double) -> Int? {
        if value.isNaN { return nil }
        guard let whole = BigInt(truncating: value) else { return value > 0 ? -1 : 1 }
        if self != whole { return self < whole ? -1 : 1 }
        let fraction = value - value.rounded(.towardZero)
        return fraction == 0 ? 0 : fraction > 0 ? -1 : 1
    }

    /// The greatest common divisor, never negative.
    public static func greatestCommonDivisor(_ a: BigInt, _ b: BigInt) -> BigInt {
        var (x, y) = (a.magnitude, b.magnitude)
        while !y.isEmpty { (x, y) = (y, Magnitude.divide(x, by: y).remainder) }
        return BigInt(magnitude: x)
    }

    /// The largest integer whose square is not greater; the value must not be negative.
    public var squareRoot: BigInt {
        if isZero { return self }
        var guess = BigInt(1) << ((bitWidth + 1) / 2)
        while true {
            let quotient = BigInt(magnitude: Magnitude.divide(magnitude, by: guess.magnitude).quotient)
            let next = (guess + quotient) >> 1
            if next >= guess { return guess }
            guess = next
        }
    }
}
