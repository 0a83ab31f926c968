extension DecimalContext {
    /// The square root, rounded half to even whatever the rounding is.
    public mutating func squareRoot(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        if a.isZero {
            return try finalize(DecimalNumber(isNegative: a.isNegative, coefficient: .zero, exponent: a.exponent.floorDivided(2)))
        }
        if a.isNegative { return try invalid() }
        if a.isInfinite { return a }
        let ideal = a.exponent.floorDivided(2)
        var exponent = ideal
        var coefficient = a.coefficient
        var length = (a.digitCount + 1) >> 1
        if a.exponent & 1 == 1 {
            coefficient = coefficient * 10
            length = (a.digitCount >> 1) + 1
        }
        let shift = precision + 1 - length
        var isExact = true
        if shift >= 0 {
            coefficient = coefficient * BigInt.powerOfTen(2 * shift)
        } else if let cut = coefficient.floorDivided(by: BigInt.powerOfTen(-2 * shift)) {
            coefficient = cut.quotient
            isExact = cut.remainder.isZero
        }
        exponent -= shift
        var root = coefficient.squareRoot
        isExact = isExact && root * root == coefficient
        if isExact {
            if shift >= 0 {
                root = root.floorDivided(by: BigInt.powerOfTen(shift))?.quotient ?? root
            } else {
                root = root * BigInt.powerOfTen(-shift)
            }
            exponent += shift
        } else if let five = root.floorDivided(by: 5), five.remainder.isZero {
            root = root + 1
        }
        return try finalizeHalfEven(DecimalNumber(coefficient: root, exponent: exponent))
    }

    private mutating func finalizeHalfEven(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        let outer = rounding
        rounding = .halfEven
        defer { rounding = outer }
        return try finalize(number)
    }

    // MARK: Powers

    /// `a ** b`.
    public mutating func power(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a, b) { return nan }
        if b.isZero { return a.isZero ? try invalid() : .one }
        let whole = Self.integer(b)
        let negative = a.isNegative && (whole?.isOdd ?? false)
        if a.isNegative, !a.isZero, whole == nil, !b.isInfinite { return try invalid() }
        if a.isZero || a.isInfinite {
            if a.isZero, b.isNegative {
                return .infinity(negative)
            }
            return a.isZero != b.isNegative && a.isZero || a.isInfinite && b.isNegative
                ? DecimalNumber(isNegative: negative, coefficient: .zero) : .infinity(negative)
        }
        if b.isInfinite { return try powerToInfinity(a, b) }
        if let whole, let small = whole.asInt, small.magnitude <= 100_000 { return try integerPower(a, small, negative) }
        guard !a.isNegative || whole != nil else { return try invalid() }
        return try realPower(a.with(isNegative: false), b, negative)
    }

    /// The integer that a number is, or nil.
    static func integer(_ number: DecimalNumber) -> BigInt? {
        guard number.isFinite else { return nil }
        if number.exponent >= 0 {
            guard number.exponent < 100_000 else { return nil }
            let value = number.coefficient * BigInt.powerOfTen(number.exponent)
            return number.isNegative ? -value : value
        }
        if number.isZero { return .zero }
        guard -number.exponent <= number.digitCount,
            let cut = number.coefficient.floorDivided(by: BigInt.powerOfTen(-number.exponent)), cut.remainder.isZero
        else { return nil }
        return number.isNegative ? -cut.quotient : cut.quotient
    }

    private mutating func powerToInfinity(_ a: DecimalNumber, _ b: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if a.isNegative { return try invalid() }
        let order = Self.order(a, .one)
        if order == 0 {
            try signal(.inexact)
            try signal(.rounded)
            return DecimalNumber(coefficient: BigInt.powerOfTen(precision - 1), exponent: 1 - precision)
        }
        return (order > 0) == b.isNegative ? .zero : .infinity(false)
    }

    private mutating func integerPower(_ a: DecimalNumber, _ count: Int, _ negative: Bool) throws(Trapped) -> DecimalNumber {
        var work = DecimalContext()
        work.traps = []
        work.precision = max(precision + 24, min(a.digitCount * Int(count.magnitude), 4000))
        work.minimumExponent = -999_999_999
        work.maximumExponent = 999_999_999
        var result = DecimalNumber.one
        var base = a.with(isNegative: false)
        var rest = count.magnitude
        while rest > 0 {
            if rest & 1 == 1 { result = try work.multiply(result, base) }
            rest >>= 1
            if rest > 0 { base = try work.multiply(base, base) }
        }
        if count < 0 {
            var outer = self
            outer.traps = []
            result = try work.flags.contains(.inexact) ? work.divide(.one, result) : divideExactly(result)
        }
        return try finalize(result.with(isNegative: negative))
    }

    private mutating func divideExactly(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        var work = self
        work.traps = []
        work.precision = precision + 10
        work.minimumExponent = -999_999_999
        work.maximumExponent = 999_999_999
        return try work.divide(.one, number)
    }

    private mutating func realPower(_ a: DecimalNumber, _ b: DecimalNumber, _ negative: Bool) throws(Trapped) -> DecimalNumber {
        if Self.order(a, .one) == 0 {
            return DecimalNumber(isNegative: negative, coefficient: BigInt.powerOfTen(precision - 1), exponent: 1 - precision)
        }
        if Self.order(b, DecimalNumber(coefficient: 5, exponent: -1)) == 0 {
            let root = try squareRoot(a)
            return try padded(root).with(isNegative: negative)
        }
        var work = DecimalContext()
        work.precision = precision + 30
        work.traps = []
        let logarithm = try work.naturalLogarithm(a)
        let exponent = try work.multiply(logarithm, b)
        let made = try exponential(exponent).with(isNegative: negative)
        return try padded(made)
    }

    /// A result that is exact still shows all its digits, as libmpdec's does.
    private mutating func padded(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        guard number.isFinite, !number.isZero, number.digitCount < precision else { return number }
        return rescaled(number, to: number.exponent - (precision - number.digitCount)).number
    }

    // MARK: Exponential and logarithms

    /// `e ** a`.
    public mutating func exponential(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        if a.isInfinite { return a.isNegative ? .zero : a }
        if a.isZero { return .one }
        if a.adjusted > 7 {
            let edge = DecimalNumber(coefficient: 1, exponent: a.isNegative ? smallestExponent - 10 : maximumExponent + 10)
            return try finalize(edge)
        }
        let digits = precision + 20 + max(0, a.adjusted)
        let ten = DecimalSeries(digits: digits)
        let x = ten.fixed(a)
        // e^x = 10^k · e^(x − k·ln 10)
        let logarithm = ten.logarithmOfTen
        guard let k = x.floorDivided(by: logarithm) else { return .nan }
        let value = ten.exponential(k.remainder)
        let shift = k.quotient.asInt ?? 0
        return try finalizeHalfEven(DecimalNumber(coefficient: value, exponent: shift - digits))
    }

    /// The natural logarithm.
    public mutating func naturalLogarithm(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        try logarithm(a) { $0.logarithm($1) }
    }

    /// The logarithm to base 10.
    public mutating func decimalLogarithm(_ a: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if a.isFinite, !a.isNegative, !a.isZero, let power = Self.powerOfTen(a) {
            return try finalize(DecimalNumber(BigInt(power)))
        }
        return try logarithm(a) { series, number in
            let scaled = series.logarithm(number) * BigInt.powerOfTen(series.digits)
            return scaled.floorDivided(by: series.logarithmOfTen)?.quotient ?? .zero
        }
    }

    private static func powerOfTen(_ a: DecimalNumber) -> Int? {
        BigInt.powerOfTen(a.digitCount - 1) == a.coefficient ? a.adjusted : nil
    }

    private mutating func logarithm(
        _ a: DecimalNumber, _ compute: (DecimalSeries, DecimalNumber) -> BigInt
    ) throws(Trapped) -> DecimalNumber {
        if let nan = try nan(a) { return nan }
        if a.isZero { return .infinity(true) }
        if a.isInfinite, !a.isNegative { return a }
        if a.isNegative { return try invalid() }
        if Self.order(a, .one) == 0 { return .zero }
        // Near one the result is small, so more places are needed for the same number of digits.
        let distance = DecimalContext.distanceFromOne(a)
        let series = DecimalSeries(digits: precision + 20 + distance)
        let value = compute(series, a)
        return try finalizeHalfEven(
            DecimalNumber(isNegative: value.isNegative, coefficient: value.absolute, exponent: -series.digits))
    }

    private static func distanceFromOne(_ a: DecimalNumber) -> Int {
        var work = DecimalContext()
        work.traps = []
        work.precision = a.digitCount + 10
        guard let gap = try? work.subtract(a, .one), !gap.isZero else { return 0 }
        return max(0, -gap.adjusted)
    }
}

/// Series in fixed point: a value `v` stands for `v / 10^digits`.
struct DecimalSeries {
    /// The number of decimal places.
    let digits: Int
    /// What stands for one.
    let unit: BigInt

    /// Series with that many places.
    init(digits: Int) {
        self.digits = digits
        unit = BigInt.powerOfTen(digits)
    }

    private func cut(_ a: BigInt, _ b: BigInt) -> BigInt { a.floorDivided(by: b)?.quotient ?? .zero }

    /// A number in fixed point, cut.
    func fixed(_ number: DecimalNumber) -> BigInt {
        let shift = number.exponent + digits
        if number.digitCount + shift < 0 { return .zero }
        let size = shift >= 0 ? number.coefficient * BigInt.powerOfTen(shift) : cut(number.coefficient, BigInt.powerOfTen(-shift))
        return number.isNegative ? -size : size
    }

    /// `e^x` for `0 ≤ x < ln 10`.
    func exponential(_ x: BigInt) -> BigInt {
        // Halving 16 times makes the series short; squaring goes back.
        let guardDigits = BigInt.powerOfTen(8)
        let scale = unit * guardDigits
        let small = (x * guardDigits) >> 16
        var term = scale
        var sum = scale
        var index = 1
        while !term.isZero {
            term = cut(cut(term * small, scale), BigInt(index))
            sum = sum + term
            index += 1
        }
        for _ in 0..<16 { sum = cut(sum * sum, scale) }
        return cut(sum, guardDigits)
    }

    /// The natural logarithm of ten.
    var logarithmOfTen: BigInt { artanh(3) * 6 + artanh(9) * 2 }

    /// 2·artanh-style series: artanh(1/n) in fixed point.
    private func artanh(_ n: Int) -> BigInt {
        var term = cut(unit * 10_000, BigInt(n))
        var sum = term
        var index = 3
        while !term.isZero {
            term = cut(term, BigInt(n * n))
            sum = sum + cut(term, BigInt(index))
            index += 2
        }
        return cut(sum, 10_000)
    }

    /// The natural logarithm of a positive number.
    func logarithm(_ number: DecimalNumber) -> BigInt {
        // number = m · 10^k with 0.1 ≤ m < 1 or near one
        let k = number.adjusted
        let mantissa = DecimalNumber(coefficient: number.coefficient, exponent: number.exponent - k)
        var x = fixed(mantissa)
        // Square roots bring the argument near one.
        var doublings = 0
        let near = unit + cut(unit, 100)
        while x > near {
            x = (x * unit).squareRoot
            doublings += 1
        }
        let z = cut((x - unit) * unit, x + unit)
        let square = cut(z * z, unit)
        var term = z
        var sum = z
        var index = 3
        while !term.isZero {
            term = cut(term * square, unit)
            sum = sum + cut(term, BigInt(index))
            index += 2
        }
        return ((sum + sum) << doublings) + logarithmOfTen * BigInt(k)
    }
}
