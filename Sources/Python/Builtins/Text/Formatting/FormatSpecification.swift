/// A format specification: `[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]`.
///
/// Reference: CPython 3.11 `formatter_unicode.c`, `parse_internal_render_format_spec`.
struct FormatSpecification {
    enum Alignment: UInt8 {
        case left = 0x3C, right = 0x3E, centre = 0x5E
        /// `=`: the padding stands between sign and digits.
        case afterSign = 0x3D
    }

    var fill: UInt32 = 0x20
    var alignment: Alignment?
    /// `+`, `-` or a space, or nil.
    var sign: UInt8?
    var coercesNegativeZero = false
    var isAlternate = false
    var width: Int?
    /// `,` or `_`.
    var grouping: UInt8?
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
        let points = text.points
        var position = 0
        func peek(_ offset: Int = 0) -> UInt32? { position + offset < points.count ? points[position + offset] : nil }
        func take(_ scalar: Unicode.Scalar) -> Bool {
            guard peek() == scalar.value else { return false }
            position += 1
            return true
        }
        var hasFill = false
        if let next = peek(1), next < 0x80, let found = Alignment(rawValue: UInt8(next)) {
            (fill, alignment, hasFill) = (points[0], found, true)
            position = 2
        } else if let next = peek(), next < 0x80, let found = Alignment(rawValue: UInt8(next)) {
            alignment = found
            position = 1
        }
        if let next = peek(), next == 0x2B || next == 0x2D || next == 0x20 {
            sign = UInt8(next)
            position += 1
        }
        coercesNegativeZero = take("z")
        isAlternate = take("#")
        if !hasFill, take("0") {
            fill = 0x30
            if alignment == nil && typeName != "str" { alignment = .afterSign }
        }
        width = try Self.number(points, &position)
        let hasComma = take(",")
        if hasComma { grouping = 0x2C }
        if take("_") {
            if hasComma { throw Failure(message: "Cannot specify both ',' and '_'.") }
            grouping = 0x5F
        }
        if grouping != nil, peek() == 0x2C || (peek() == 0x5F) {
            throw Failure(message: grouping == peek().map(UInt8.init) ? "Cannot specify '\(hasComma ? "," : "_")' with '\(hasComma ? "," : "_")'."
                : "Cannot specify both ',' and '_'.")
        }
        if take(".") {
            precision = try Self.number(points, &position)
            if precision == nil { throw Failure(message: "Format specifier missing precision") }
        }
        if points.count - position > 1 {
            throw Failure(message: "Invalid format specifier '\(text.string)' for object of type '\(typeName)'")
        }
        type = peek()
        try checkGrouping()
    }

    private static func number(_ points: [UInt32], _ position: inout Int) throws(Failure) -> Int? {
        var value: Int?
        while position < points.count, let digit = CharacterProperties.decimalDigit(points[position]) {
            let (scaled, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            if overflow || scaled > Int.max - digit { throw Failure(message: "Too many decimal digits in format string") }
            value = scaled + digit
            position += 1
        }
        return value
    }

    private func checkGrouping() throws(Failure) {
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
        func padding(_ count: Int) -> [UInt8] { unit.count == 1 ? [UInt8](repeating: unit[0], count: count) : (0..<count).flatMap { _ in unit } }
        let missing = width - count
        switch self.alignment ?? alignment {
        case .left: return body + padding(missing)
        case .right: return padding(missing) + body
        case .centre: return padding(missing / 2) + body + padding(missing - missing / 2)
        case .afterSign: return Array(body.prefix(signWidth)) + padding(missing) + body.dropFirst(signWidth)
        }
    }
}
