/// A format specification of `decimal.Decimal`: `[[fill]align][sign][z][#][0][width][,][.precision][type]`.
struct DecimalFormat {
    private var fill: UInt32 = 0x20
    private var align: UInt32?
    private var sign: UInt32 = 0x2D
    private var dropsSignOfZero = false
    private var isZeroPadded = false
    private var width = 0
    private var isGrouped = false
    private var precision: Int?
    private var type: UInt32?

    /// Reads a specification; nil where it is none.
    init?(_ text: PyStr) {
        let c = text.points
        var at = 0
        func isAlign(_ index: Int) -> Bool { index < c.count && [0x3C, 0x3E, 0x3D, 0x5E].contains(c[index]) }
        if isAlign(1) {
            (fill, align) = (c[0], c[1])
            at = 2
        } else if isAlign(0) {
            align = c[0]
            at = 1
        }
        if at < c.count, [0x2B, 0x2D, 0x20].contains(c[at]) {
            sign = c[at]
            at += 1
        }
        if at < c.count, c[at] == 0x7A {
            dropsSignOfZero = true
            at += 1
        }
        if at < c.count, c[at] == 0x30 {
            if align != nil && align != 0x3D { return nil }
            isZeroPadded = true
            at += 1
        }
        guard let width = Self.number(c, &at) else { return nil }
        self.width = width.value ?? 0
        if at < c.count, c[at] == 0x2C {
            isGrouped = true
            at += 1
        }
        if at < c.count, c[at] == 0x2E {
            at += 1
            guard let digits = Self.number(c, &at), let value = digits.value else { return nil }
            precision = value
        }
        if at < c.count {
            guard "eEfFgGn%".unicodeScalars.map(\.value).contains(c[at]) else { return nil }
            type = c[at]
            at += 1
        }
        guard at == c.count, self.width < 1_000_000, (precision ?? 0) < 1_000_000 else { return nil }
    }

    private static func number(_ c: [UInt32], _ at: inout Int) -> (value: Int?, Void)? {
        let start = at
        var value = 0
        while at < c.count, c[at] >= 0x30, c[at] <= 0x39 {
            guard value < 100_000_000 else { return nil }
            value = value * 10 + Int(c[at] - 0x30)
            at += 1
        }
        return (at == start ? nil : value, ())
    }

    /// The text of a number.
    func text(_ number: DecimalNumber, rounding context: DecimalContext) -> [UInt32] {
        func prefix(_ isNegative: Bool) -> String { isNegative ? "-" : sign == 0x2B ? "+" : sign == 0x20 ? " " : "" }
        guard number.isFinite else {
            let prefix = prefix(number.isNegative)
            let word = number.with(isNegative: false).text + (type == 0x25 ? "%" : "")
            return padded(prefix.codePoints, word.codePoints, isNumber: false)
        }
        var (whole, fraction, exponent) = digits(number.with(isNegative: false), context)
        let isZero = !(whole + fraction).utf8.contains { (0x31...0x39).contains($0) }
        let prefix = prefix(number.isNegative && !(isZero && dropsSignOfZero))
        if isGrouped { whole = grouped(whole, prefix.count + fraction.count + exponent.count) }
        return padded(prefix.codePoints, (whole + fraction + exponent).codePoints, isNumber: true)
    }

    /// The digits before the point, the point with those behind it, and the exponent or percent sign.
    private func digits(_ number: DecimalNumber, _ context: DecimalContext) -> (String, String, String) {
        var number = number
        let lower = type.map { $0 | 0x20 }
        if type == 0x25 { number.exponent += 2 }
        if let precision {
            switch lower {
            case 0x65: number = rounded(number, to: precision + 1, context)
            case 0x66: number = context.rescaled(number, to: -precision).number
            case nil, 0x67, 0x6E: if number.digitCount > max(precision, 1) { number = rounded(number, to: max(precision, 1), context) }
            default: if type == 0x25 { number = context.rescaled(number, to: -precision).number }
            }
        }
        if number.isZero, number.exponent > 0, lower == 0x66 || type == 0x25 { number = context.rescaled(number, to: 0).number }
        let text = number.coefficient.text()
        let left = number.exponent + text.utf8.count
        let point = point(number, left, lower)
        let (whole, fraction) = split(text, point)
        var tail = ""
        if left != point || lower == 0x65 {
            let mark = type == 0x45 || type == 0x47 || type == nil ? "E" : "e"
            tail = "\(mark)\(left - point < 0 ? "-" : "+")\((left - point).magnitude)"
        }
        if type == 0x25 { tail = "%" }
        return (whole, fraction, tail)
    }

    private func point(_ number: DecimalNumber, _ left: Int, _ lower: UInt32?) -> Int {
        switch lower {
        case 0x65: return number.isZero && precision != nil ? 1 - (precision ?? 0) : 1
        case 0x66: return left
        default:
            if type == 0x25 { return left }
            return number.exponent <= 0 && left > -6 ? left : 1
        }
    }

    private func split(_ text: String, _ point: Int) -> (String, String) {
        let count = text.utf8.count
        if point < 0 { return ("0", "." + String(repeating: "0", count: -point) + text) }
        if point > count { return (text + String(repeating: "0", count: point - count), "") }
        let whole = String(text.prefix(point))
        let rest = String(text.dropFirst(point))
        return (whole.isEmpty ? "0" : whole, rest.isEmpty ? "" : "." + rest)
    }

    private func rounded(_ number: DecimalNumber, to count: Int, _ context: DecimalContext) -> DecimalNumber {
        if number.isZero { return number }
        let made = context.rescaled(number, to: number.adjusted - count + 1).number
        return made.digitCount > count ? context.rescaled(made, to: made.exponent + 1).number : made
    }

    private func grouped(_ whole: String, _ rest: Int) -> String {
        var digits = whole
        if isZeroPadded || (align == 0x3D && fill == 0x30) {
            while digits.count + (digits.count - 1) / 3 + rest < width {
                digits = "0" + digits
            }
        }
        var made = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { made.append(",") }
            made.append(digit)
        }
        return made
    }

    private func padded(_ sign: [UInt32], _ body: [UInt32], isNumber: Bool) -> [UInt32] {
        let missing = max(0, width - sign.count - body.count)
        let filler = [UInt32](repeating: isZeroPadded && align == nil ? (isNumber ? 0x30 : 0x20) : fill, count: missing)
        switch align ?? (isZeroPadded && isNumber ? 0x3D : 0x3E) {
        case 0x3C: return sign + body + filler
        case 0x5E: return Array(filler.prefix(missing / 2)) + sign + body + Array(filler.dropFirst(missing / 2))
        case 0x3D: return sign + (isZeroPadded ? filler.map { _ in 0x30 } : filler) + body
        default: return filler + sign + body
        }
    }
}
