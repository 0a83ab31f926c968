/// `format` of texts and numbers by a specification (CPython 3.11 `formatter_unicode.c`).
enum NumberFormat {
    /// Why a specification is refused.
    typealias Failure = FormatSpecification.Failure

    /// A text, cut to the precision and padded.
    static func text(_ value: PyStr, _ spec: FormatSpecification) throws(Failure) -> PyStr {
        if let type = spec.type, type != 0x73 { throw FormatSpecification.unknownCode(type, "str") }
        if let sign = spec.sign {
            throw Failure(
                message: sign == 0x20 ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
        }
        if spec.coercesNegativeZero { throw Failure(message: "Negative zero coercion (z) not allowed in string format specifier") }
        if spec.isAlternate { throw Failure(message: "Alternate form (#) not allowed in string format specifier") }
        if spec.alignment == .afterSign { throw Failure(message: "'=' alignment not allowed in string format specifier") }
        let kept = spec.precision.map { $0 < value.count ? value.slice(0..<$0) : value } ?? value
        return PyStr(utf8: spec.padded(kept.utf8, count: kept.count, default: .left))
    }

    /// An integer in one of the presentation types `b c d n o x X`.
    static func integer(_ value: BigInt, _ spec: FormatSpecification) throws(Failure) -> PyStr {
        if spec.precision != nil { throw Failure(message: "Precision not allowed in integer format specifier") }
        if spec.coercesNegativeZero { throw Failure(message: "Negative zero coercion (z) not allowed in integer format specifier") }
        let type = spec.type.flatMap(Unicode.Scalar.init) ?? "d"
        let base: Int, prefix: String
        switch type {
        case "b": (base, prefix) = (2, "0b")
        case "o": (base, prefix) = (8, "0o")
        case "x": (base, prefix) = (16, "0x")
        case "X": (base, prefix) = (16, "0X")
        default: (base, prefix) = (10, "")
        }
        var digits = value.absolute.textBytes(base: base)
        if type == "X" { digits = digits.map(CaseMapping.upperASCII) }
        let lead = sign(isNegative: value.isNegative, spec) + (spec.isAlternate ? Array(prefix.utf8) : [])
        return PyStr(utf8: assembled(lead, digits, [], spec, groupSize: base == 10 ? 3 : 4))
    }

    /// A floating-point number in one of the types `e E f F g G n %` or none.
    static func float(_ value: Double, _ spec: FormatSpecification) throws(Failure) -> PyStr {
        let scaled = spec.type == 0x25 ? value * 100 : value
        var body = magnitude(scaled, spec)
        if spec.type == 0x25 { body.append(UInt8(ascii: "%")) }
        var isNegative = value.sign == .minus && !value.isNaN
        if spec.coercesNegativeZero, isNegative, body.allSatisfy({ !(0x31...0x39).contains($0) }), value.isFinite { isNegative = false }
        let end = body.firstIndex { !(0x30...0x39).contains($0) } ?? body.count
        let digits = scaled.isFinite ? Array(body[..<end]) : []
        let rest = scaled.isFinite ? Array(body[end...]) : body
        return PyStr(utf8: assembled(sign(isNegative: isNegative, spec), digits, rest, spec, groupSize: 3))
    }

    /// The text of a number's magnitude in the specification's type, without sign and grouping.
    static func magnitude(_ value: Double, _ spec: FormatSpecification) -> [UInt8] {
        let type = spec.type.flatMap(Unicode.Scalar.init)
        let isUpper = type == "E" || type == "F" || type == "G"
        if !value.isFinite {
            let word = value.isNaN ? "nan" : "inf"
            return Array((isUpper ? word.uppercased() : word).utf8)
        }
        let mark = UInt8(ascii: isUpper ? "E" : "e")
        switch type {
        case "e", "E":
            let places = spec.precision ?? 6
            let digits = DecimalDigits.significant(value, count: places + 1)
            return FloatText.exponential(digits, alternate: spec.isAlternate, mark: mark, places: places)
        case "f", "F", "%":
            let places = spec.precision ?? 6
            return FloatText.positional(.fixed(value, places: places), places: places, alternate: spec.isAlternate)
        case "g", "G", "n": return general(value, max(1, spec.precision ?? 6), spec, mark, minimumPlaces: 0)
        default:
            guard let precision = spec.precision else { return shortest(value, spec, mark) }
            return general(value, max(1, precision), spec, mark, minimumPlaces: 1)
        }
    }

    private static func shortest(_ value: Double, _ spec: FormatSpecification, _ mark: UInt8) -> [UInt8] {
        let digits = DecimalDigits.shortest(value)
        if digits.point > 16 || digits.point < -3 { return FloatText.exponential(digits, alternate: spec.isAlternate, mark: mark) }
        return FloatText.positional(digits, places: 1)
    }

    /// The `g` form: that many significant digits, zeros at the end dropped unless alternate.
    private static func general(
        _ value: Double, _ precision: Int, _ spec: FormatSpecification, _ mark: UInt8, minimumPlaces: Int
    ) -> [UInt8] {
        var number = DecimalDigits.significant(value, count: precision)
        let limit = minimumPlaces > 0 ? precision - 1 : precision
        let isExponential = number.point < -3 || number.point > limit
        if !spec.isAlternate {
            while number.digits.count > 1, number.digits.last == UInt8(ascii: "0") { number.digits.removeLast() }
        } else if number.digits.count < precision {
            number.digits += [UInt8](repeating: UInt8(ascii: "0"), count: precision - number.digits.count)
        }
        if isExponential { return FloatText.exponential(number, alternate: spec.isAlternate, mark: mark) }
        return FloatText.positional(number, places: minimumPlaces, alternate: spec.isAlternate)
    }

    private static func sign(isNegative: Bool, _ spec: FormatSpecification) -> [UInt8] {
        if isNegative { return [UInt8(ascii: "-")] }
        guard let sign = spec.sign, sign != UInt8(ascii: "-") else { return [] }
        return [sign]
    }

    /// Sign and prefix, digits in groups, what follows them; padded to the width.
    private static func assembled(
        _ lead: [UInt8], _ digits: [UInt8], _ rest: [UInt8], _ spec: FormatSpecification, groupSize: Int
    ) -> [UInt8] {
        var digits = digits
        if let separator = spec.grouping, !digits.isEmpty {
            let isZeroFilled = spec.fill == 0x30 && spec.alignment == .afterSign
            let minimum = isZeroFilled ? max(0, (spec.width ?? 0) - lead.count - rest.count) : 0
            digits = grouped(digits, separator, groupSize, minimum: minimum)
        }
        let body = lead + digits + rest
        return spec.padded(body, count: body.count, default: .right, signWidth: lead.count)
    }

    /// Digits with separators, with zeros before them until the whole has at least that many characters.
    static func grouped(_ digits: [UInt8], _ separator: UInt8, _ size: Int, minimum: Int = 0) -> [UInt8] {
        var reversed: [UInt8] = []
        var inGroup = 0
        for digit in digits.reversed() {
            if inGroup == size {
                reversed.append(separator)
                inGroup = 0
            }
            reversed.append(digit)
            inGroup += 1
        }
        while reversed.count < minimum {
            if inGroup == size {
                reversed.append(separator)
                inGroup = 0
            }
            reversed.append(UInt8(ascii: "0"))
            inGroup += 1
        }
        return reversed.reversed()
    }
}
