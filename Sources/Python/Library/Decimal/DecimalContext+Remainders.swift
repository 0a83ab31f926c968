extension DecimalContext {
    /// The integral quotient, cut towards zero: Python's `//`.
    public mutating func floorDivide(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        let negative = a.isNegative != b.isNegative
        if a.isInfinite { return b.isInfinite ? try invalid() : .infinity(negative) }
        if b.isZero {
            if a.isZero { return try invalid(.divisionUndefined) }
            try signal(.divisionByZero)
            return .infinity(negative)
        }
        guard let parts = parts(a, b) else { return try invalid(.divisionImpossible) }
        return parts.quotient
    }

    /// What is left of `a`, with its sign: Python's `%`.
    public mutating func remainder(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        if a.isInfinite { return try invalid() }
        if b.isZero { return try invalid(a.isZero ? .divisionUndefined : .invalidOperation) }
        guard let parts = parts(a, b) else { return try invalid(.divisionImpossible) }
        return try finalize(parts.remainder)
    }

    /// Both: Python's `divmod`.
    public mutating func divideInteger(
        _ a: DecimalNumber, _ b: DecimalNumber
    ) throws(Trapped) -> (quotient: DecimalNumber, remainder: DecimalNumber) {
        if let nan = try nan(a, b) { return (nan, nan) }
        let negative = a.isNegative != b.isNegative
        if a.isInfinite {
            let rest = try invalid()
            return (b.isInfinite ? .nan : .infinity(negative), rest)
        }
        if b.isZero {
            if a.isZero { return (try invalid(.divisionUndefined), .nan) }
            flags.formUnion([.invalidOperation, .divisionByZero])
            if traps.contains(.invalidOperation) {
                throw Trapped(signal: .invalidOperation, conditions: ["InvalidOperation", "DivisionByZero"])
            }
            try signal(.divisionByZero)
            return (.infinity(negative), .nan)
        }
        guard let parts = parts(a, b) else { return (try invalid(.divisionImpossible), .nan) }
        return (parts.quotient, try finalize(parts.remainder))
    }

    /// Quotient and remainder of finite numbers, or of a finite one by infinity; nil where the quotient has too many digits.
    private func parts(_ a: DecimalNumber, _ b: DecimalNumber) -> (quotient: DecimalNumber, remainder: DecimalNumber)? {
        let negative = a.isNegative != b.isNegative
        let ideal = b.isInfinite ? a.exponent : min(a.exponent, b.exponent)
        let gap = a.adjusted - b.adjusted
        if a.isZero || b.isInfinite || gap <= -2 {
            return (DecimalNumber(isNegative: negative, coefficient: .zero), b.isInfinite ? a : rescaled(a, to: ideal).number)
        }
        guard gap <= precision, let (quotient, rest) = divided(a, b), quotient < BigInt.powerOfTen(precision) else { return nil }
        return (
            DecimalNumber(isNegative: negative, coefficient: quotient),
            DecimalNumber(isNegative: a.isNegative, coefficient: rest, exponent: ideal)
        )
    }

    /// The coefficients at one exponent, divided.
    private func divided(_ a: DecimalNumber, _ b: DecimalNumber) -> (quotient: BigInt, remainder: BigInt)? {
        let top = a.coefficient * BigInt.powerOfTen(max(0, a.exponent - b.exponent))
        let bottom = b.coefficient * BigInt.powerOfTen(max(0, b.exponent - a.exponent))
        return top.floorDivided(by: bottom)
    }

    /// What is left of `a` by the multiple of `b` that is nearest.
    public mutating func remainderNear(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        if a.isInfinite { return try invalid() }
        if b.isZero { return try invalid(a.isZero ? .divisionUndefined : .invalidOperation) }
        if b.isInfinite { return try finalize(a) }
        let ideal = min(a.exponent, b.exponent)
        if a.isZero { return try finalize(DecimalNumber(isNegative: a.isNegative, coefficient: .zero, exponent: ideal)) }
        let gap = a.adjusted - b.adjusted
        if gap >= precision + 1 { return try invalid(.divisionImpossible) }
        if gap <= -2 { return try finalize(rescaled(a, to: ideal).number) }
        guard var (quotient, rest) = divided(a, b) else { return .nan }
        let bottom = b.coefficient * BigInt.powerOfTen(max(0, b.exponent - a.exponent))
        if bottom < rest + rest + (quotient.isOdd ? 1 : 0) {
            rest = rest - bottom
            quotient = quotient + 1
        }
        if quotient >= BigInt.powerOfTen(precision) { return try invalid(.divisionImpossible) }
        return try finalize(
            DecimalNumber(isNegative: a.isNegative != rest.isNegative, coefficient: rest.absolute, exponent: ideal))
    }
}
