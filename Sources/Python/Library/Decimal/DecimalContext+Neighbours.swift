/// Neighbouring numbers and operations on the digits (General Decimal Arithmetic Specification; `libmpdec`).
extension DecimalContext {
    /// The least number of this precision that is greater.
    public mutating func next(above a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        if a.isInfinite {
            if !a.isNegative { return a }
            return DecimalNumber(isNegative: true, coefficient: BigInt.powerOfTen(precision) - 1, exponent: topExponent)
        }
        var own = self
        (own.traps, own.rounding) = ([], .ceiling)
        let rounded = try own.finalize(a)
        if Self.order(rounded, a) != 0 { return rounded }
        return try own.add(a, DecimalNumber(coefficient: 1, exponent: smallestExponent - 1))
    }

    /// The greatest number of this precision that is less.
    public mutating func next(below a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        return try next(above: a.negated).negated
    }

    /// The neighbour in the direction of another number.
    public mutating func next(from a: DecimalNumber, toward b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        let order = Self.order(a, b)
        if order == 0 { return a.with(isNegative: b.isNegative) }
        let made = try order < 0 ? next(above: a) : next(below: a)
        if made.isInfinite {
            for problem in [Signal.overflow, .inexact, .rounded] { try signal(problem) }
        } else if made.isZero || made.adjusted < minimumExponent {
            for problem in [Signal.underflow, .subnormal, .inexact, .rounded] { try signal(problem) }
            if made.isZero { try signal(.clamped) }
        }
        return made
    }

    // MARK: Digits

    /// The last digits of the coefficient, as many as the precision has, with zeros before them.
    private func digits(_ a: DecimalNumber) -> [UInt8] {
        let own = Array(a.coefficient.text().utf8.suffix(precision))
        return [UInt8](repeating: 0x30, count: precision - own.count) + own
    }

    private func number(_ digits: some Sequence<UInt8>, like a: DecimalNumber) -> DecimalNumber {
        var made = a
        made.coefficient = BigInt(digits: Array(digits)) ?? .zero
        return made
    }

    /// The digits of a logical operand; nil for what is none.
    private func bits(_ a: DecimalNumber) -> [UInt8]? {
        guard a.isFinite, !a.isNegative, a.exponent == 0 else { return nil }
        let own = digits(a)
        return a.digitCount <= precision && own.allSatisfy { $0 == 0x30 || $0 == 0x31 } ? own : nil
    }

    /// A logical operation digit by digit.
    public mutating func logical(
        _ a: DecimalNumber, _ b: DecimalNumber, _ operation: (UInt8, UInt8) -> UInt8
    ) throws(Trapped) -> DecimalNumber {
        guard let x = bits(a), let y = bits(b) else { return try invalid() }
        return number(zip(x, y).map { operation($0 & 1, $1 & 1) + 0x30 }, like: .zero)
    }

    /// All digits of a logical operand turned round.
    public mutating func inverted(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        guard let x = bits(a) else { return try invalid() }
        return number(x.map { $0 ^ 1 }, like: .zero)
    }

    /// The digits moved by a number of places, to the left where it is positive; they come in again at the other end where `rotates`.
    public mutating func moved(_ a: DecimalNumber, by b: DecimalNumber, rotates: Bool) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        guard b.isFinite, b.exponent == 0, let count = b.coefficient.asInt, count <= precision else { return try invalid() }
        if a.isInfinite { return a }
        let own = digits(a)
        let places = b.isNegative ? -count : count
        if rotates {
            let left = places < 0 ? precision + places : places
            return number(own[left...] + own[..<left], like: a)
        }
        if places < 0 { return number(own.dropLast(-places), like: a) }
        return number((own + [UInt8](repeating: 0x30, count: places)).suffix(precision), like: a)
    }
}
