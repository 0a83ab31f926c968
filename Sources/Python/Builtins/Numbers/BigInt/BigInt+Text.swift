extension BigInt {
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    /// The digits in a base from 2 to 36 with a leading minus sign where negative, lower case.
    ///
    /// Quadratic in the number of digits where the base is no power of two; Python's own limit of 4300 digits bounds what programs reach.
    public func text(base: Int = 10) -> String { String(decoding: textBytes(base: base), as: UTF8.self) }

    /// The same as ASCII bytes.
    func textBytes(base: Int) -> [UInt8] {
        if isZero { return [UInt8(ascii: "0")] }
        if magnitude.count == 1 { return shortText(base: UInt(base)) }
        var reversed = base & (base - 1) == 0 ? powerOfTwoDigits(bits: base.trailingZeroBitCount) : chunkedDigits(base: UInt(base))
        while reversed.last == UInt8(ascii: "0") { reversed.removeLast() }
        if isNegative { reversed.append(UInt8(ascii: "-")) }
        return reversed.reversed()
    }

    /// The digits of a number of one limb.
    private func shortText(base: UInt) -> [UInt8] {
        var length = isNegative ? 1 : 0
        var rest = magnitude[0]
        while rest > 0 {
            rest /= base
            length += 1
        }
        return [UInt8](unsafeUninitializedCapacity: length) { place, initialized in
            place.initialize(repeating: UInt8(ascii: "-"))
            var rest = magnitude[0]
            var position = length
            while rest > 0 {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: base)
                position -= 1
                place[position] = Self.digits[Int(digit)]
                rest = quotient
            }
            initialized = length
        }
    }

    private func powerOfTwoDigits(bits: Int) -> [UInt8] {
        let count = (bitWidth + bits - 1) / bits
        return (0..<count).map { position in
            let (limb, offset) = (position * bits).quotientAndRemainder(dividingBy: UInt.bitWidth)
            var digit = magnitude[limb] >> UInt(offset)
            if offset + bits > UInt.bitWidth, limb + 1 < magnitude.count { digit |= magnitude[limb + 1] << UInt(UInt.bitWidth - offset) }
            return Self.digits[Int(digit & ((1 << UInt(bits)) - 1))]
        }
    }

    private func chunkedDigits(base: UInt) -> [UInt8] {
        let (chunk, width) = Self.chunk(base)
        var rest = magnitude
        var reversed: [UInt8] = []
        while !rest.isEmpty {
            var part: UInt
            (rest, part) = Magnitude.divide(rest, by: chunk)
            for _ in 0..<width {
                reversed.append(Self.digits[Int(part % base)])
                part /= base
            }
        }
        return reversed
    }

    /// The largest power of the base that fits a limb, and its exponent.
    private static func chunk(_ base: UInt) -> (value: UInt, width: Int) {
        var value = base
        var width = 1
        while case let (next, overflow) = value.multipliedReportingOverflow(by: base), !overflow {
            value = next
            width += 1
        }
        return (value, width)
    }

    /// Reads digits of that base, nothing else; nil where one is not a digit of the base or there is none.
    public init?(digits text: some Collection<UInt8>, base: Int = 10, isNegative: Bool = false) {
        if text.isEmpty { return nil }
        if base & (base - 1) == 0, text.count > 16 {
            guard let limbs = Self.limbs(text, bits: base.trailingZeroBitCount) else { return nil }
            self.init(magnitude: limbs, isNegative: isNegative)
            return
        }
        let (_, width) = Self.chunk(UInt(base))
        var limbs: [UInt] = []
        limbs.reserveCapacity(text.count / width + 1)
        var part: UInt = 0
        var scale: UInt = 1
        var pending = 0
        for byte in text {
            guard let digit = Self.value(ofDigit: byte), digit < base else { return nil }
            part = part * UInt(base) + UInt(digit)
            scale *= UInt(base)
            pending += 1
            if pending == width {
                Self.multiplyAdd(&limbs, scale, part)
                (part, scale, pending) = (0, 1, 0)
            }
        }
        if pending > 0 { Self.multiplyAdd(&limbs, scale, part) }
        self.init(magnitude: limbs, isNegative: isNegative)
    }

    /// The limbs of digits of so many bits each; nil where one is no digit.
    private static func limbs(_ text: some Collection<UInt8>, bits: Int) -> [UInt]? {
        let digits = Array(text)
        var limbs = [UInt](repeating: 0, count: (digits.count * bits + UInt.bitWidth - 1) / UInt.bitWidth)
        for (position, byte) in digits.reversed().enumerated() {
            guard let digit = value(ofDigit: byte), digit < 1 << bits else { return nil }
            let (limb, offset) = (position * bits).quotientAndRemainder(dividingBy: UInt.bitWidth)
            limbs[limb] |= UInt(digit) << UInt(offset)
            if offset + bits > UInt.bitWidth, limb + 1 < limbs.count { limbs[limb + 1] |= UInt(digit) >> UInt(UInt.bitWidth - offset) }
        }
        Magnitude.trim(&limbs)
        return limbs
    }

    private static func multiplyAdd(_ limbs: inout [UInt], _ factor: UInt, _ addend: UInt) {
        var carry = addend
        for position in limbs.indices {
            let (high, low) = limbs[position].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            limbs[position] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry != 0 { limbs.append(carry) }
    }

    /// The value of an ASCII digit or letter: 0 to 35.
    static func value(ofDigit byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 87
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
        default: nil
        }
    }

    /// Ten to that power.
    public static func powerOfTen(_ exponent: Int) -> BigInt { BigInt(10).power(exponent) }
}

extension BigInt: CustomStringConvertible {
    /// The decimal digits.
    public var description: String { text() }
}
