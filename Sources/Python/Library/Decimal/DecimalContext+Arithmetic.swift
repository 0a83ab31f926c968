extension DecimalContext {
    /// `a + b`.
    public mutating func add(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        if a.isInfinite {
            return b.isInfinite && a.isNegative != b.isNegative ? try invalid() : a
        }
        if b.isInfinite { return b }
        let exponent = min(a.exponent, b.exponent)
        let zeroSign = rounding == .floor && a.isNegative != b.isNegative
        if a.isZero, b.isZero {
            return try finalize(
                DecimalNumber(isNegative: (a.isNegative && b.isNegative) || zeroSign, coefficient: .zero, exponent: exponent))
        }
        if a.isZero || b.isZero {
            let (number, zero) = a.isZero ? (b, a) : (a, b)
            let least = max(exponent, number.exponent - precision - 1)
            return try finalize(zero.exponent < number.exponent ? rescaled(number, to: least).number : number)
        }
        let (left, right) = aligned(a, b)
        let sum = signed(left) + signed(right)
        if sum.isZero { return try finalize(DecimalNumber(isNegative: zeroSign, coefficient: .zero, exponent: exponent)) }
        return try finalize(DecimalNumber(isNegative: sum.isNegative, coefficient: sum.absolute, exponent: left.exponent))
    }

    private func signed(_ number: DecimalNumber) -> BigInt { number.isNegative ? -number.coefficient : number.coefficient }

    /// Both with one exponent; a far smaller one is replaced by a tiny one that rounds alike, so that sizes stay bounded.
    private func aligned(_ a: DecimalNumber, _ b: DecimalNumber) -> (DecimalNumber, DecimalNumber) {
        if a.exponent < b.exponent {
            let (right, left) = aligned(b, a)
            return (left, right)
        }
        var (large, small) = (a, b)
        let least = large.exponent + min(-1, large.digitCount - precision - 2)
        if small.digitCount + small.exponent - 1 < least {
            small.coefficient = 1
            small.exponent = least
        }
        large.coefficient = large.coefficient * BigInt.powerOfTen(large.exponent - small.exponent)
        large.exponent = small.exponent
        return (large, small)
    }

    /// `a - b`.
    public mutating func subtract(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        return try add(a, b.negated)
    }

    /// `a * b`.
    public mutating func multiply(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        let negative = a.isNegative != b.isNegative
        if a.isInfinite || b.isInfinite { return a.isZero || b.isZero ? try invalid() : .infinity(negative) }
        return try finalize(
            DecimalNumber(isNegative: negative, coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent))
    }

    /// `a / b`.
    public mutating func divide(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        let negative = a.isNegative != b.isNegative
        if a.isInfinite { return b.isInfinite ? try invalid() : .infinity(negative) }
        if b.isInfinite {
            try signal(.clamped)
            return DecimalNumber(isNegative: negative, coefficient: .zero, exponent: smallestExponent)
        }
        if b.isZero { return try divisionByZero(a, negative) }
        let ideal = a.exponent - b.exponent
        if a.isZero { return try finalize(DecimalNumber(isNegative: negative, coefficient: .zero, exponent: ideal)) }
        let shift = b.digitCount - a.digitCount + precision + 1
        var exponent = ideal - shift
        let top = shift >= 0 ? a.coefficient * BigInt.powerOfTen(shift) : a.coefficient
        let bottom = shift >= 0 ? b.coefficient : b.coefficient * BigInt.powerOfTen(-shift)
        guard var (quotient, rest) = top.floorDivided(by: bottom) else { return .nan }
        if !rest.isZero {
            // A digit that is neither 0 nor 5 keeps a later rounding away from a false tie.
            if let five = quotient.floorDivided(by: 5), five.remainder.isZero { quotient = quotient + 1 }
        } else {
            while exponent < ideal, let ten = quotient.floorDivided(by: 10), ten.remainder.isZero {
                quotient = ten.quotient
                exponent += 1
            }
        }
        rest = .zero
        return try finalize(DecimalNumber(isNegative: negative, coefficient: quotient, exponent: exponent))
    }

    private mutating func divisionByZero(_ a: DecimalNumber, _ negative: Bool) throws(Trapped) -> DecimalNumber {
        if a.isZero { return try invalid(.divisionUndefined) }
        try signal(.divisionByZero)
        return .infinity(negative)
    }

    // MARK: Comparing

    /// The order of two numbers that are not NaN: -1, 0 or 1.
    public static func order(_ a: DecimalNumber, _ b: DecimalNumber) -> Int {
        func rank(_ n: DecimalNumber) -> Int { n.isInfinite ? (n.isNegative ? -1 : 1) : 0 }
        if a.isInfinite || b.isInfinite { return (rank(a) - rank(b)).signum() }
        if a.isZero { return b.isZero ? 0 : b.isNegative ? 1 : -1 }
        if b.isZero { return a.isNegative ? -1 : 1 }
        if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
        let sign = a.isNegative ? -1 : 1
        if a.adjusted != b.adjusted { return a.adjusted < b.adjusted ? -sign : sign }
        let exponent = min(a.exponent, b.exponent)
        let left = a.coefficient * BigInt.powerOfTen(a.exponent - exponent)
        let right = b.coefficient * BigInt.powerOfTen(b.exponent - exponent)
        return left == right ? 0 : left < right ? -sign : sign
    }

    // MARK: Other exponents

    /// The number with the exponent of `pattern`.
    public mutating func quantize(_ a: DecimalNumber, _ pattern: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, pattern) { return nan }
        if a.isInfinite || pattern.isInfinite { return a.isInfinite && pattern.isInfinite ? a : try invalid() }
        guard pattern.exponent >= smallestExponent, pattern.exponent <= maximumExponent else { return try invalid() }
        if a.isZero { return try finalize(rescaled(a, to: pattern.exponent).number) }
        guard a.adjusted <= maximumExponent, a.adjusted - pattern.exponent + 1 <= precision else { return try invalid() }
        let (made, isInexact) = rescaled(a, to: pattern.exponent)
        guard made.isZero || (made.adjusted <= maximumExponent && made.digitCount <= precision) else { return try invalid() }
        if !made.isZero, made.adjusted < minimumExponent { try signal(.subnormal) }
        if made.exponent > a.exponent {
            if isInexact { try signal(.inexact) }
            try signal(.rounded)
        }
        return made
    }

    /// The number without trailing zeros.
    public mutating func normalize(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        var made = try finalize(a)
        guard made.isFinite else { return made }
        if made.isZero { return DecimalNumber(isNegative: made.isNegative, coefficient: .zero) }
        let top = clamps ? topExponent : maximumExponent
        while made.exponent < top, let ten = made.coefficient.floorDivided(by: 10), ten.remainder.isZero {
            made.coefficient = ten.quotient
            made.exponent += 1
        }
        return made
    }

    /// The number rounded to an integer; a positive exponent stays.
    public func integral(_ a: DecimalNumber) -> DecimalNumber {
        a.isFinite && a.exponent < 0 ? rescaled(a, to: 0).number : a
    }

    /// `a * b + c` with one rounding.
    public mutating func fusedMultiplyAdd(
        _ a: DecimalNumber, _ b: DecimalNumber, _ c: DecimalNumber
    ) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        guard a.isFinite, b.isFinite else { return try add(try multiply(a, b), c) }
        let product = DecimalNumber(
            isNegative: a.isNegative != b.isNegative, coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent)
        return try add(product, c)
    }
}
