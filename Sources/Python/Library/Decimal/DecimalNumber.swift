/// A number of Python's `decimal`: sign, coefficient and exponent, or a special value.
///
/// The General Decimal Arithmetic Specification rules; `DecimalContext` carries precision, rounding and traps.
public struct DecimalNumber: Sendable, Equatable {
    /// What the number is besides finite.
    public enum Kind: Sendable, Equatable {
        case finite, infinity, quietNaN, signallingNaN
    }

    /// The sign; zero and NaN have one too.
    public var isNegative: Bool
    /// The digits as an integer that is not negative; the payload of a NaN.
    public var coefficient: BigInt
    /// The power of ten that the coefficient is multiplied by.
    public var exponent: Int
    /// Whether it is finite.
    public var kind: Kind

    /// A number from its parts.
    public init(isNegative: Bool = false, coefficient: BigInt, exponent: Int = 0, kind: Kind = .finite) {
        self.isNegative = isNegative
        self.coefficient = coefficient
        self.exponent = exponent
        self.kind = kind
    }

    /// An integer, exactly.
    public init(_ integer: BigInt) {
        self.init(isNegative: integer.isNegative, coefficient: integer.absolute)
    }

    /// A binary floating-point number, exactly.
    public init(_ value: Double) {
        guard value.isFinite else {
            self.init(
                isNegative: value.sign == .minus, coefficient: .zero, kind: value.isNaN ? .quietNaN : .infinity)
            return
        }
        let negative = value.sign == .minus
        guard value != 0 else {
            self.init(isNegative: negative, coefficient: .zero)
            return
        }
        var significand = BigInt(Int(value.significandBitPattern | (value.isSubnormal ? 0 : 1 << 52)))
        var power = Int(value.exponentBitPattern) - 1075 + (value.isSubnormal ? 1 : 0)
        let zeros = min(significand.trailingZeroBitCount, max(0, -power))
        significand = significand >> zeros
        power += zeros
        if power >= 0 {
            self.init(isNegative: negative, coefficient: significand << power)
        } else {
            self.init(isNegative: negative, coefficient: significand * BigInt(5).power(-power), exponent: power)
        }
    }

    /// 0.
    public static let zero = DecimalNumber(coefficient: .zero)
    /// 1.
    public static let one = DecimalNumber(coefficient: 1)
    /// Infinity of that sign.
    static func infinity(_ isNegative: Bool) -> DecimalNumber {
        DecimalNumber(isNegative: isNegative, coefficient: .zero, kind: .infinity)
    }
    /// A quiet NaN.
    static let nan = DecimalNumber(coefficient: .zero, kind: .quietNaN)

    /// Whether it is neither infinite nor NaN.
    public var isFinite: Bool { kind == .finite }
    /// Whether it is NaN of either kind.
    public var isNaN: Bool { kind == .quietNaN || kind == .signallingNaN }
    /// Whether it is infinite.
    public var isInfinite: Bool { kind == .infinity }
    /// Whether it is zero.
    public var isZero: Bool { kind == .finite && coefficient.isZero }

    /// The number of digits of the coefficient; 1 for zero.
    public var digitCount: Int { DecimalNumber.digitCount(coefficient) }

    /// The number of digits of an integer; 1 for zero.
    static func digitCount(_ value: BigInt) -> Int {
        if let small = value.asInt {
            var count = 1
            var rest = small.magnitude / 10
            while rest > 0 {
                count += 1
                rest /= 10
            }
            return count
        }
        return value.absolute.text().utf8.count
    }

    /// The exponent of the leading digit.
    public var adjusted: Int { isFinite ? exponent + digitCount - 1 : 0 }

    /// The same number with the other sign.
    public var negated: DecimalNumber {
        var made = self
        made.isNegative.toggle()
        return made
    }

    /// The same number with that sign.
    func with(isNegative: Bool) -> DecimalNumber {
        var made = self
        made.isNegative = isNegative
        return made
    }

    // MARK: Text

    /// Parses what `Decimal(text)` takes: surrounding white space and underscores are allowed; nil if it is no number.
    public init?(text: String) {
        var rest = Substring(text.filter { $0 != "_" })
        while let c = rest.unicodeScalars.first, CharacterProperties.isSpace(c.value) { rest.removeFirst() }
        while let c = rest.unicodeScalars.last, CharacterProperties.isSpace(c.value) { rest.removeLast() }
        var ascii = ""
        for scalar in rest.unicodeScalars {
            if let digit = CharacterProperties.decimalDigit(scalar.value) {
                ascii += String(digit)
            } else {
                ascii.unicodeScalars.append(scalar)
            }
        }
        self.init(normalised: ascii)
    }

    private init?(normalised text: String) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        let lower = rest.lowercased()
        if lower == "inf" || lower == "infinity" {
            self = .infinity(negative)
            return
        }
        for (word, kind) in [("snan", Kind.signallingNaN), ("nan", .quietNaN)] where lower.hasPrefix(word) {
            let payload = lower.dropFirst(word.count)
            guard payload.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
            self.init(isNegative: negative, coefficient: BigInt(digits: Array(payload.utf8)) ?? .zero, kind: kind)
            return
        }
        self.init(finite: rest, isNegative: negative)
    }

    private init?(finite text: Substring, isNegative: Bool) {
        var digits: [UInt8] = []
        var exponent = 0
        var hasPoint = false
        var hasDigit = false
        var bytes = text.utf8[...]
        while let c = bytes.first, c != 0x65, c != 0x45 {
            bytes.removeFirst()
            if c == 0x2E {
                if hasPoint { return nil }
                hasPoint = true
                continue
            }
            guard c >= 0x30, c <= 0x39 else { return nil }
            hasDigit = true
            digits.append(c)
            if hasPoint { exponent -= 1 }
        }
        guard hasDigit else { return nil }
        if !bytes.isEmpty {
            let written = String(Substring(bytes.dropFirst()))
            let unsigned = written.first == "+" || written.first == "-" ? written.dropFirst() : written[...]
            guard !unsigned.isEmpty, unsigned.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
            exponent += Int(written) ?? (written.first == "-" ? -1_000_000_000_000_000_000 : 1_000_000_000_000_000_000)
        }
        self.init(isNegative: isNegative, coefficient: BigInt(digits: digits) ?? .zero, exponent: exponent)
    }

    /// The text as `str()` has it: scientific where the exponent is positive or far below the digits.
    public var text: String { text(engineering: false) }

    /// The text in scientific, or engineering, notation.
    public func text(engineering: Bool, capitals: Bool = true) -> String {
        let sign = isNegative ? "-" : ""
        switch kind {
        case .infinity: return sign + "Infinity"
        case .quietNaN: return sign + "NaN" + (coefficient.isZero ? "" : coefficient.text())
        case .signallingNaN: return sign + "sNaN" + (coefficient.isZero ? "" : coefficient.text())
        case .finite: break
        }
        let digits = coefficient.text()
        let count = digits.utf8.count
        let left = exponent + count
        var point: Int
        if exponent <= 0 && left > -6 {
            point = left
        } else if !engineering {
            point = 1
        } else if isZero {
            point = (left + 1).floorModulo(3) - 1
        } else {
            point = (left - 1).floorModulo(3) + 1
        }
        let plain: String
        if point <= 0 {
            plain = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= count {
            plain = digits + String(repeating: "0", count: point - count)
        } else {
            plain = digits.prefix(point) + "." + digits.dropFirst(point)
        }
        guard left != point else { return sign + plain }
        let power = left - point
        return sign + plain + (capitals ? "E" : "e") + (power < 0 ? "-" : "+") + String(power.magnitude)
    }
}

extension Int {
    /// Python's `%`: the result has the sign of the divisor.
    func floorModulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest
    }

    /// Python's `//`.
    func floorDivided(_ divisor: Int) -> Int { (self - floorModulo(divisor)) / divisor }
}
