/// A format specification: `[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]`.
///
/// Reference: CPython 3.11 `formatter_unicode.c`, `parse_internal_render_format_spec`.
struct FormatSpecification {
    /// Where the value stands within the width; the raw value is its character.
    enum Alignment: UInt8 {
        case left = 0x3C, right = 0x3E, centre = 0x5E
        /// `=`: the padding stands between sign and digits.
        case afterSign = 0x3D
    }

    /// The code point that fills up to the width.
    var fill: UInt32 = 0x20
    /// Where the value stands, or nil for the default of its type.
    var alignment: Alignment?
    /// `+`, `-` or a space, or nil.
    var sign: UInt8?
    /// Whether a zero after rounding loses its minus sign.
    var coercesNegativeZero = false
    /// Whether the alternate form is asked for.
    var isAlternate = false
    /// The least number of code points.
    var width: Int?
    /// `,` or `_`.
    var grouping: UInt8?
    /// The digits after the point, or the most code points of a text.
    var precision: Int?
    /// The presentation type, a code point, or nil.
    var type: UInt32?

    /// Why a specification is refused, in CPython's words.
    struct Failure: Error, Equatable {
        let message: String
    }

    /// A specification with these parts and nothing else.
    init(type: UInt32, precision: Int) {
        self.type = type
        self.precision = precision
    }

    /// Reads a specification for a value of that type.
    init(_ text: PyStr, typeName: String) throws(Failure) {
        var rest = text.points[...]
        let hasFill = readAlignment(&rest)
        if let next = rest.first, next == 0x2B || next == 0x2D || next == 0x20 {
            sign = UInt8(next)
            rest.removeFirst()
        }
        coercesNegativeZero = Self.take("z", &rest)
        isAlternate = Self.take("#", &rest)
        if !hasFill, Self.take("0", &rest) {
            fill = 0x30
            if alignment == nil && typeName != "str" { alignment = .afterSign }
        }
        width = try Self.number(&rest)
        try readGrouping(&rest)
        if Self.take(".", &rest) {
            precision = try Self.number(&rest)
            if precision == nil { throw Failure(message: "Format specifier missing precision") }
        }
        if rest.count > 1 { throw Failure(message: "Invalid format specifier '\(text.string)' for object of type '\(typeName)'") }
        type = rest.first
        try checkGrouping(with: type ?? (typeName == "str" ? 0x73 : nil))
    }

    private static func take(_ scalar: Unicode.Scalar, _ rest: inout ArraySlice<UInt32>) -> Bool {
        guard rest.first == scalar.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads `[[fill]align]`; true if there was a fill character.
    private mutating func readAlignment(_ rest: inout ArraySlice<UInt32>) -> Bool {
        func alignment(_ point: UInt32?) -> Alignment? { point.flatMap(UInt8.init(exactly:)).flatMap(Alignment.init) }
        if rest.count > 1, let first = rest.first, let found = alignment(rest.dropFirst().first) {
            (fill, self.alignment) = (first, found)
            rest = rest.dropFirst(2)
            return true
        }
        if let found = alignment(rest.first) {
            self.alignment = found
            rest.removeFirst()
        }
        return false
    }

    private mutating func readGrouping(_ rest: inout ArraySlice<UInt32>) throws(Failure) {
        let hasComma = Self.take(",", &rest)
        if hasComma { grouping = 0x2C }
        if rest.first == 0x5F {
            if hasComma { throw Failure(message: "Cannot specify both ',' and '_'.") }
            grouping = 0x5F
            rest.removeFirst()
            if rest.first == 0x2C { throw Failure(message: "Cannot specify both ',' and '_'.") }
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt32>) throws(Failure) -> Int? {
        var value: Int?
        while let digit = rest.first.flatMap(CharacterProperties.decimalDigit) {
            let (scaled, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            if overflow || scaled > Int.max - digit { throw Failure(message: "Too many decimal digits in format string") }
            value = scaled + digit
            rest.removeFirst()
        }
        return value
    }

    private func checkGrouping(with type: UInt32?) throws(Failure) {
        guard let grouping, let type, let scalar = Unicode.Scalar(type) else { return }
        if "defgEG%F".unicodeScalars.contains(scalar) { return }
        if "boxX".unicodeScalars.contains(scalar), grouping == 0x5F { return }
        let shown = type > 32 && type < 128 ? String(scalar) : "\\x" + String(type, radix: 16)
        throw Failure(message: "Cannot specify '\(Character(Unicode.Scalar(grouping)))' with '\(shown)'.")
    }

    /// The error for a presentation type that a type of values does not have.
    static func unknownCode(_ type: UInt32, _ typeName: String) -> Failure {
        let shown = type > 32 && type < 128 ? Unicode.Scalar(type).map(String.init) ?? "" : "\\x" + String(type, radix: 16)
        return Failure(message: "Unknown format code '\(shown)' for object of type '\(typeName)'")
    }

    /// Fills a text of `count` code points up to the width.
    func padded(_ body: [UInt8], count: Int, default alignment: Alignment, signWidth: Int = 0) -> [UInt8] {
        guard let width, width > count else { return body }
        var unit: [UInt8] = []
        CodePoints.append(fill, to: &unit)
        func padding(_ count: Int) -> [UInt8] {
            unit.count == 1 ? [UInt8](repeating: unit[0], count: count) : (0..<count).flatMap { _ in unit }
        }
        let missing = width - count
        switch self.alignment ?? alignment {
        case .left: return body + padding(missing)
        case .right: return padding(missing) + body
        case .centre: return padding(missing / 2) + body + padding(missing - missing / 2)
        case .afterSign: return Array(body.prefix(signWidth)) + padding(missing) + body.dropFirst(signWidth)
        }
    }
}
