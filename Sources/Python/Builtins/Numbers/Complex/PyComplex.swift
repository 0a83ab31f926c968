#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A Python `complex`.
public final class PyComplex: PyObject {
    /// The real part.
    public let real: Double
    /// The imaginary part.
    public let imaginary: Double

    public init(_ real: Double, _ imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.complex }

    /// The distance from zero.
    var magnitude: Double { hypot(real, imaginary) }

    /// The text as `repr` has it: without parentheses where the real part is a positive zero.
    var text: String {
        if real == 0, real.sign == .plus { return Self.part(imaginary) + "j" }
        let sign = imaginary.isNaN || imaginary.sign == .plus ? "+" : ""
        return "(\(Self.part(real))\(sign)\(Self.part(imaginary))j)"
    }

    /// A part without the `.0` of whole numbers.
    private static func part(_ number: Double) -> String {
        let text = FloatText.repr(number)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The hash, equal to that of an equal `float` or `int` (CPython `complex_hash`).
    var hash: Int {
        let combined = NumericHash.hash(real) &+ 1_000_003 &* NumericHash.hash(imaginary)
        return combined == -1 ? -2 : combined
    }
}

extension Value {
    /// The number if this is a `complex` or an instance of a subclass.
    public var asComplex: PyComplex? { if case .object(let object) = unwrapped { object as? PyComplex } else { nil } }
}

/// The arithmetic of complex numbers (CPython 3.11 `complexobject.c`).
enum ComplexArithmetic {
    /// The result of an operator; nil for one that complex numbers do not have.
    static func apply(_ operation: BinaryOperator, _ a: PyComplex, _ b: PyComplex, _ machine: Machine) throws -> PyComplex? {
        switch operation {
        case .add: return PyComplex(a.real + b.real, a.imaginary + b.imaginary)
        case .subtract: return PyComplex(a.real - b.real, a.imaginary - b.imaginary)
        case .multiply: return product(a, b)
        case .divide:
            guard let quotient = quotient(a, b) else { throw machine.error("ZeroDivisionError", "complex division by zero") }
            return quotient
        case .power: return try power(a, b, machine)
        default: return nil
        }
    }

    private static func product(_ a: PyComplex, _ b: PyComplex) -> PyComplex {
        PyComplex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
    }

    /// Smith's method, which scales by the larger part of the divisor; nil for a division by zero.
    private static func quotient(_ a: PyComplex, _ b: PyComplex) -> PyComplex? {
        if abs(b.real) >= abs(b.imaginary) {
            if b.real == 0 { return nil }
            let ratio = b.imaginary / b.real
            let divisor = b.real + b.imaginary * ratio
            return PyComplex((a.real + a.imaginary * ratio) / divisor, (a.imaginary - a.real * ratio) / divisor)
        }
        if abs(b.imaginary) >= abs(b.real) {
            let ratio = b.real / b.imaginary
            let divisor = b.real * ratio + b.imaginary
            return PyComplex((a.real * ratio + a.imaginary) / divisor, (a.imaginary * ratio - a.real) / divisor)
        }
        return PyComplex(.nan, .nan)
    }

    private static func power(_ a: PyComplex, _ b: PyComplex, _ machine: Machine) throws -> PyComplex {
        let made: PyComplex?
        if b.imaginary == 0, let whole = Int(exactly: b.real), whole.magnitude <= 100 {
            made = whole > 0 ? repeatedProduct(a, whole) : quotient(PyComplex(1, 0), repeatedProduct(a, -whole))
        } else if a.real == 0, a.imaginary == 0 {
            made = b.imaginary != 0 || b.real < 0 ? nil : PyComplex(0, 0)
        } else {
            made = polarPower(a, b)
        }
        guard let made else { throw machine.error("ZeroDivisionError", "0.0 to a negative or complex power") }
        if made.real.isInfinite || made.imaginary.isInfinite { throw machine.error("OverflowError", "complex exponentiation") }
        return made
    }

    private static func repeatedProduct(_ base: PyComplex, _ exponent: Int) -> PyComplex {
        var (result, factor, left) = (PyComplex(1, 0), base, exponent)
        while left > 0 {
            if left & 1 == 1 { result = product(result, factor) }
            factor = product(factor, factor)
            left >>= 1
        }
        return result
    }

    private static func polarPower(_ a: PyComplex, _ b: PyComplex) -> PyComplex {
        let (size, angle) = (a.magnitude, atan2(a.imaginary, a.real))
        var (length, phase) = (pow(size, b.real), angle * b.real)
        if b.imaginary != 0 {
            length *= exp(-angle * b.imaginary)
            phase += b.imaginary * log(size)
        }
        return PyComplex(length * cos(phase), length * sin(phase))
    }

    /// The operand as a complex number if it is a number.
    static func operand(_ value: Value, _ machine: Machine) throws -> PyComplex? {
        if let number = value.asComplex { return number }
        return try FloatArithmetic.operand(value.unwrapped, machine).map { PyComplex($0, 0) }
    }
}
