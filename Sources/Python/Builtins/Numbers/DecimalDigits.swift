/// The decimal digits of a finite floating-point number: 0.d₁d₂d₃… × 10^point.
struct DecimalDigits: Equatable {
    /// ASCII digits, the first not zero unless the number is zero (then there is one zero).
    var digits: [UInt8]
    /// Where the decimal point stands, counted from before the first digit.
    var point: Int

    private static let zero = DecimalDigits(digits: [UInt8(ascii: "0")], point: 1)

    /// The fewest digits that read back as the same number.
    static func shortest(_ value: Double) -> DecimalDigits {
        if value == 0 { return zero }
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        let text = Array(value.magnitude.description.utf8)
        for (position, byte) in text.enumerated() {
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(decoding: text[(position + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        return DecimalDigits(digits: digits, point: (point ?? digits.count) + exponent).normalised
    }

    /// The digits without zeros at either end.
    private var normalised: DecimalDigits {
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        if leading == digits.count { return Self.zero }
        var kept = Array(digits[leading...])
        while kept.last == UInt8(ascii: "0") { kept.removeLast() }
        return DecimalDigits(digits: kept, point: point - leading)
    }

    /// The number rounded to that many places after the decimal point, halves of the exact value to even.
    ///
    /// The digits run to exactly that place; `places` may be negative. Zero gives no digits beyond one zero.
    static func fixed(_ value: Double, places: Int) -> DecimalDigits {
        let capped = min(places, 1100)
        let scaled = rounded(value, scaledByPowerOfTen: capped)
        if scaled.isZero { return DecimalDigits(digits: [UInt8(ascii: "0")], point: 1) }
        let digits = scaled.textBytes(base: 10)
        return DecimalDigits(digits: digits, point: digits.count - capped)
    }

    /// The number rounded to that many significant digits (at least 1), halves of the exact value to even.
    static func significant(_ value: Double, count: Int) -> DecimalDigits {
        if value == 0 { return zero }
        let wanted = min(count, 1100)
        var point = shortest(value).point
        var digits = rounded(value, scaledByPowerOfTen: wanted - point).textBytes(base: 10)
        if digits.count < wanted {
            point -= 1
            digits = rounded(value, scaledByPowerOfTen: wanted - point).textBytes(base: 10)
        }
        if digits.count > wanted {
            point += 1
            digits.removeLast()
        }
        return DecimalDigits(digits: digits, point: point)
    }

    /// The magnitude times a power of ten from 0 to 22, halves to even; nil for what needs more than a machine word.
    static func scaled(_ value: Double, places: Int) -> UInt? {
        guard value.isFinite, (0...22).contains(places), value.magnitude < 1e9 else { return nil }
        if value == 0 { return 0 }
        let (significand, exponent) = binaryParts(value)
        return UInt(exactly: quotient(significand, exponent, places))
    }

    /// The magnitude as a whole number times a power of two.
    private static func binaryParts(_ value: Double) -> (significand: UInt, exponent: Int) {
        (UInt(value.significandBitPattern) | (value.isNormal ? 1 << 52 : 0), (value.isNormal ? Int(value.exponent) : -1022) - 52)
    }

    /// The magnitude times a power of ten as an integer, halves to even.
    private static func rounded(_ value: Double, scaledByPowerOfTen power: Int) -> BigInt {
        if value == 0 { return 0 }
        let (significand, exponent) = binaryParts(value)
        if power >= 0, power <= 22, exponent <= 0 { return shortPath(significand, exponent, power) }
        var numerator = BigInt(magnitude: [significand])
        var denominator = BigInt(1)
        if power >= 0 { numerator = numerator * .powerOfTen(power) } else { denominator = .powerOfTen(-power) }
        if exponent >= 0 { numerator = numerator << exponent } else { denominator = denominator << -exponent }
        let (quotient, remainder) = Magnitude.divide(numerator.magnitude, by: denominator.magnitude)
        let order = Magnitude.compare(Magnitude.shiftLeft(remainder, by: 1), denominator.magnitude)
        let whole = BigInt(magnitude: quotient)
        return order > 0 || (order == 0 && whole.isOdd) ? whole + 1 : whole
    }

    /// The same within 128 bits.
    private static func shortPath(_ significand: UInt, _ exponent: Int, _ power: Int) -> BigInt {
        let quotient = quotient(significand, exponent, power)
        return BigInt(magnitude: [UInt(truncatingIfNeeded: quotient), UInt(truncatingIfNeeded: quotient >> 64)])
    }

    private static func quotient(_ significand: UInt, _ exponent: Int, _ power: Int) -> UInt128 {
        var scaled = UInt128(significand)
        for _ in 0..<power { scaled *= 10 }
        let shift = -exponent
        if shift >= 128 { return 0 }
        var quotient = scaled >> UInt128(shift)
        if shift > 0 {
            let remainder = scaled & ((1 << UInt128(shift)) - 1)
            let half: UInt128 = 1 << UInt128(shift - 1)
            if remainder > half || (remainder == half && quotient & 1 == 1) { quotient += 1 }
        }
        return quotient
    }
}
