/// `format(complex, spec)`: both parts in the same form, one after the other (CPython 3.11 `format_complex_internal`).
enum ComplexFormat {
    /// The text of a number; raises ValueError for what only other numbers can be formatted with.
    static func text(_ number: PyComplex, _ text: PyStr, _ machine: Machine) throws -> PyStr {
        do {
            let spec = try FormatSpecification(text, typeName: "complex")
            try machine.charge(bytes: 2 * max(spec.width ?? 0, spec.precision ?? 0))
            return try formatted(number, spec)
        } catch let failure as FormatSpecification.Failure {
            throw machine.error("ValueError", failure.message)
        }
    }

    private static func formatted(_ number: PyComplex, _ spec: FormatSpecification) throws(FormatSpecification.Failure) -> PyStr {
        if let type = spec.type, Unicode.Scalar(type).map({ !"eEfFgGn".unicodeScalars.contains($0) }) ?? true {
            throw FormatSpecification.unknownCode(type, "complex")
        }
        if spec.fill == 0x30 {
            throw FormatSpecification.Failure(message: "Zero padding is not allowed in complex format specifier")
        }
        if spec.alignment == .afterSign {
            throw FormatSpecification.Failure(message: "'=' alignment flag is not allowed in complex format specifier")
        }
        var part = spec
        (part.width, part.alignment) = (nil, nil)
        let isPlain = spec.type == nil
        if isPlain, spec.precision != nil { part.type = UInt32(UInt8(ascii: "g")) }
        let isImaginary = isPlain && number.real == 0 && number.real.sign == .plus
        let real = isImaginary ? [] : try written(number.real, part)
        if !isImaginary { part.sign = UInt8(ascii: "+") }
        var body = real + (try written(number.imaginary, part)) + [UInt8(ascii: "j")]
        if isPlain, !isImaginary { body = [UInt8(ascii: "(")] + body + [UInt8(ascii: ")")] }
        return PyStr(utf8: spec.padded(body, count: body.count, default: .right))
    }

    /// One part; without a type and a precision a whole number has no point.
    private static func written(_ number: Double, _ spec: FormatSpecification) throws(FormatSpecification.Failure) -> [UInt8] {
        let made = Array(try NumberFormat.float(number, spec).string.utf8)
        return spec.type == nil && made.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "0")] ? made.dropLast(2) : made
    }
}
