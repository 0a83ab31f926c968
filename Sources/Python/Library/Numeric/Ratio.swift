#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An exact fraction in lowest terms; the denominator is positive.
struct Ratio: Equatable {
    /// What is divided; it carries the sign.
    let numerator: BigInt
    /// What it is divided by; positive.
    let denominator: BigInt

    /// An integer.
    init(_ integer: BigInt) {
        numerator = integer
        denominator = 1
    }

    /// A fraction; the divisor must not be zero.
    init(_ numerator: BigInt, _ denominator: BigInt) {
        let common = BigInt.greatestCommonDivisor(numerator, denominator)
        let sign: BigInt = denominator.isNegative ? -1 : 1
        self.numerator = (numerator.floorDivided(by: common)?.quotient ?? .zero) * sign
        self.denominator = (denominator.floorDivided(by: common)?.quotient ?? 1) * sign
    }

    /// Pays for an operation between two fractions, most of which is to bring the result to lowest terms.
    static func charge(_ a: Ratio, _ b: Ratio, _ machine: Machine) throws {
        let words = a.wordCount + b.wordCount
        try machine.charge(instructions: 4 * words * words)
    }

    private var wordCount: Int { numerator.magnitude.count + denominator.magnitude.count }

    /// The exact value of a number; nil for what is none, or not finite.
    init?(_ value: Value, _ machine: Machine) throws {
        if let integer = value.asBigInt {
            self.init(integer)
        } else if let number = value.asFloat {
            guard number.isFinite else { return nil }
            self.init(decimal: DecimalNumber(number))
        } else if let decimal = value.asObject as? PyDecimal {
            guard decimal.number.isFinite else { return nil }
            try IntegerArithmetic.chargePowerOfTen(decimal.number.exponent, machine)
            self.init(decimal: decimal.number)
        } else if let top = try machine.attributeIfPresent(value, "numerator")?.asBigInt,
            let bottom = try machine.attributeIfPresent(value, "denominator")?.asBigInt
        {
            self.init(top, bottom)
        } else {
            return nil
        }
    }

    /// A finite decimal number, exactly.
    init(decimal number: DecimalNumber) {
        let signed = number.isNegative ? -number.coefficient : number.coefficient
        if number.exponent >= 0 {
            self.init(signed * BigInt.powerOfTen(number.exponent))
        } else {
            self.init(signed, BigInt.powerOfTen(-number.exponent))
        }
    }

    /// The sum.
    static func + (a: Ratio, b: Ratio) -> Ratio {
        Ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }
    /// The difference.
    static func - (a: Ratio, b: Ratio) -> Ratio {
        Ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
    }
    /// The product.
    static func * (a: Ratio, b: Ratio) -> Ratio { Ratio(a.numerator * b.numerator, a.denominator * b.denominator) }
    /// The quotient.
    static func / (a: Ratio, b: Ratio) -> Ratio { Ratio(a.numerator * b.denominator, a.denominator * b.numerator) }

    /// The nearest float.
    var double: Double {
        switch numerator.trueDivided(by: denominator) {
        case .value(let value): value
        default: numerator.isNegative ? -.infinity : .infinity
        }
    }

    /// The square root, rounded once.
    var squareRoot: Double {
        if numerator.isZero { return 0 }
        // 2·54 bits more than the quotient has give a root that is exact to the last bit and an odd one for the rest.
        let shift = max(0, 220 - (numerator.bitWidth - denominator.bitWidth)) & ~1
        guard let quotient = (numerator << shift).floorDivided(by: denominator) else { return .nan }
        var root = quotient.quotient.squareRoot
        if !quotient.remainder.isZero || root * root != quotient.quotient { root = root | 1 }
        return (root.asDouble ?? .infinity) * pow(2, Double(-shift / 2))
    }
}
