/// Reads text as Python 3.11's `int(text)` does, which decides how uvicorn frames a `content-length`.
enum PythonInteger {
    /// The most digits that `int` converts (CPython 3.11 `sys.get_int_max_str_digits`).
    static let maximumDigits = 4300

    /// The value, clamped to `Int`, or nil where Python raises ValueError.
    static func parse(_ bytes: [UInt8]) -> Int? {
        if let plain = parseDigits(bytes) { return plain }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        var isNegative = false
        if let sign = scalars.first, sign == "+" || sign == "-" {
            isNegative = sign == "-"
            scalars.removeFirst()
        }
        return magnitude(scalars).map { isNegative ? -$0 : $0 }
    }

    /// The common case: up to eighteen ASCII digits and nothing else.
    private static func parseDigits(_ bytes: [UInt8]) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// Digits of any script; single underscores may stand between them.
    private static func magnitude(_ scalars: Substring.UnicodeScalarView) -> Int? {
        var value = 0
        var count = 0
        var lastWasDigit = false
        for scalar in scalars {
            if scalar == "_" {
                guard lastWasDigit else { return nil }
                lastWasDigit = false
            } else {
                guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue else { return nil }
                value = value > (Int.max - 9) / 10 ? Int.max : value * 10 + Int(digit)
                count += 1
                lastWasDigit = true
            }
        }
        return lastWasDigit && count <= maximumDigits ? value : nil
    }
}
