#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Python's arithmetic where at least one operand is a `float`.
///
/// Words of errors: CPython 3.11 `floatobject.c`.
enum FloatArithmetic {
    /// The result of an operator, or nil for one that floats do not have (`<<`, `&`, `@`, …).
    static func apply(_ operation: BinaryOperator, _ x: Double, _ y: Double, _ machine: Machine) throws -> Value? {
        switch operation {
        case .add: return .float(x + y)
        case .subtract: return .float(x - y)
        case .multiply: return .float(x * y)
        case .divide:
            if y == 0 { throw machine.error("ZeroDivisionError", "float division by zero") }
            return .float(x / y)
        case .floorDivide:
            if y == 0 { throw machine.error("ZeroDivisionError", "float floor division by zero") }
            return .float(divmod(x, y).quotient)
        case .modulo:
            if y == 0 { throw machine.error("ZeroDivisionError", "float modulo") }
            return .float(divmod(x, y).remainder)
        case .power: return try power(x, y, machine)
        default: return nil
        }
    }

    /// Quotient rounded towards minus infinity and remainder of the divisor's sign (CPython `_float_div_mod`).
    static func divmod(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
        var remainder = x.truncatingRemainder(dividingBy: y)
        var quotient = (x - remainder) / y
        if remainder != 0 {
            if (y < 0) != (remainder < 0) {
                remainder += y
                quotient -= 1
            }
        } else {
            remainder = y.sign == .minus ? -0.0 : 0.0
        }
        if quotient == 0 { return (x / y < 0 || (x / y).sign == .minus ? -0.0 : 0.0, remainder) }
        var floored = quotient.rounded(.down)
        if quotient - floored > 0.5 { floored += 1 }
        return (floored, remainder)
    }

    /// `x ** y`; a negative base with a fractional exponent has a complex result.
    static func power(_ x: Double, _ y: Double, _ machine: Machine) throws -> Value {
        if x == 0 && y < 0 && y.isFinite { throw machine.error("ZeroDivisionError", "0.0 cannot be raised to a negative power") }
        if x < 0 && x.isFinite && y.isFinite && y.rounded() != y {
            return try ComplexArithmetic.apply(.power, PyComplex(x, 0), PyComplex(y, 0), machine).map { .object($0) } ?? .none
        }
        let result = pow(x, y)
        if result.isInfinite && x.isFinite && y.isFinite {
            throw machine.error(machine.types.exception("OverflowError"), [.int(34), "Numerical result out of range"])
        }
        return .float(result)
    }

    /// The operand as a `float` if it is a number.
    static func operand(_ value: Value, _ machine: Machine) throws -> Double? {
        switch value {
        case .float(let number): return number
        case .int(let small): return Double(small)
        case .bool(let flag): return flag ? 1 : 0
        case .object(let object): return try (object as? PyBigInt).map { try IntegerArithmetic.double($0.value, machine) }
        default: return nil
        }
    }
}
