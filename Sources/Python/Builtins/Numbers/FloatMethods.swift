/// The methods of `float`.
enum FloatMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("x=0, /") { machine, _, a in .float(try machine.makeFloat(a[0])) }
        type.floatMethod("is_integer") { _, number, _ in .bool(number.isFinite && number.rounded() == number) }
        type.floatMethod("conjugate") { _, number, _ in .float(number) }
        type.floatMethod("__float__") { _, number, _ in .float(number) }
        type.floatMethod("__pos__") { _, number, _ in .float(number) }
        type.floatMethod("__bool__") { _, number, _ in .bool(number != 0) }
        type.floatMethod("__int__") { machine, number, _ in .integer(try machine.integer(truncating: number)) }
        type.floatMethod("__trunc__") { machine, number, _ in .integer(try machine.integer(truncating: number)) }
        type.floatMethod("__floor__") { machine, number, _ in .integer(try machine.integer(truncating: number.rounded(.down))) }
        type.floatMethod("__ceil__") { machine, number, _ in .integer(try machine.integer(truncating: number.rounded(.up))) }
        type.floatMethod("__round__", "ndigits=None, /") { machine, number, a in try round(machine, number, a[1]) }
        type.floatMethod("as_integer_ratio") { machine, number, _ in
            let (numerator, denominator) = try ratio(machine, number)
            return .tuple(PyTuple([.integer(numerator), .integer(denominator)]))
        }
        type.floatMethod("hex") { _, number, _ in .string(FloatHex.text(number)) }
        type.classMethod("fromhex", "cls, string, /") { machine, a in
            let text = try machine.requireStr(a[1], "fromhex() argument")
            switch FloatHex.parse(text.utf8) {
            case .value(let number):
                return a[0].asType === machine.types.float ? .float(number) : try machine.call(a[0], .float(number))
            case .malformed: throw machine.error("ValueError", "invalid hexadecimal floating-point string")
            case .tooLarge: throw machine.error("OverflowError", "hexadecimal value too large to represent as a float")
            }
        }
        type.getter("real") { _, value in .float(value.asFloat ?? 0) }
        type.getter("imag") { _, _ in .float(0) }
    }

    /// `round(number, digits)`; without digits the result is an `int`.
    static func round(_ machine: Machine, _ number: Double, _ digits: Value) throws -> Value {
        if digits.isNone { return .integer(try machine.integer(truncating: number.rounded(.toNearestOrEven))) }
        let places = try machine.bigIndex(digits)
        guard let rounded = FloatText.round(number, places: places.asInt ?? (places.isNegative ? -1000 : 1000)) else {
            throw machine.error("OverflowError", "rounded value too large to represent")
        }
        return .float(rounded)
    }

    /// The fraction in lowest terms that equals the number.
    static func ratio(_ machine: Machine, _ number: Double) throws -> (numerator: BigInt, denominator: BigInt) {
        if number.isNaN { throw machine.error("ValueError", "cannot convert NaN to integer ratio") }
        if number.isInfinite { throw machine.error("OverflowError", "cannot convert Infinity to integer ratio") }
        if number == 0 { return (0, 1) }
        let significand = UInt(number.significandBitPattern) | (number.isNormal ? 1 << 52 : 0)
        let exponent = (number.isNormal ? Int(number.exponent) : -1022) - 52
        let whole = BigInt(magnitude: [significand], isNegative: number < 0)
        if exponent >= 0 { return (whole << exponent, 1) }
        let shared = min(significand.trailingZeroBitCount, -exponent)
        return (whole >> shared, BigInt(1) << (-exponent - shared))
    }
}
