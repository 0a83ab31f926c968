/// Python's arithmetic on integers of any size; the operands are `int` or `bool`.
///
/// Words of errors: CPython 3.11 `longobject.c`.
enum IntegerArithmetic {
    /// The result of an operator, or nil for one that integers do not have (`@`).
    static func apply(_ operation: BinaryOperator, _ a: Value, _ b: Value, _ machine: Machine) throws -> Value? {
        if let x = a.asInt, let y = b.asInt, let result = try small(operation, x, y, machine) { return result }
        guard let x = a.asBigInt, let y = b.asBigInt else { return nil }
        return try large(operation, x, y, machine)
    }

    /// The result on machine words, or nil where it needs more (or is rare enough not to matter).
    private static func small(_ operation: BinaryOperator, _ x: Int, _ y: Int, _ machine: Machine) throws -> Value? {
        switch operation {
        case .add: return exact(x.addingReportingOverflow(y))
        case .subtract: return exact(x.subtractingReportingOverflow(y))
        case .multiply: return exact(x.multipliedReportingOverflow(by: y))
        case .floorDivide where y != 0 && y != -1: return .int(floorDivide(x, y).quotient)
        case .modulo where y != 0 && y != -1: return .int(floorDivide(x, y).remainder)
        case .divide where y != 0 && x.magnitude <= 1 << 53 && y.magnitude <= 1 << 53: return .float(Double(x) / Double(y))
        case .bitAnd: return .int(x & y)
        case .bitOr: return .int(x | y)
        case .bitXor: return .int(x ^ y)
        case .rightShift where y >= 0: return .int(x >> min(y, 63))
        case .leftShift where y >= 0 && y < 62 && x.magnitude < 1 << UInt(62 - y): return .int(x << y)
        default: return nil
        }
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) -> Value? {
        result.overflow ? nil : .int(result.partialValue)
    }

    /// Quotient and remainder rounded towards minus infinity; the divisor must be neither 0 nor -1.
    static func floorDivide(_ x: Int, _ y: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
        return remainder != 0 && (remainder < 0) != (y < 0) ? (quotient - 1, remainder + y) : (quotient, remainder)
    }

    private static func large(_ operation: BinaryOperator, _ x: BigInt, _ y: BigInt, _ machine: Machine) throws -> Value? {
        try charge(operation, x, y, machine)
        switch operation {
        case .add: return .integer(x + y)
        case .subtract: return .integer(x - y)
        case .multiply: return .integer(x * y)
        case .divide: return try divide(x, y, machine)
        case .floorDivide: return .integer(try divmod(x, y, machine, "integer division or modulo by zero").quotient)
        case .modulo: return .integer(try divmod(x, y, machine, "integer modulo by zero").remainder)
        case .power: return try power(x, y, machine)
        case .leftShift: return .integer(try shiftLeft(x, y, machine))
        case .rightShift: return .integer(try shiftRight(x, y, machine))
        case .bitAnd: return .integer(x & y)
        case .bitOr: return .integer(x | y)
        case .bitXor: return .integer(x ^ y)
        case .matrixMultiply: return nil
        }
    }

    /// Pays for an operation by the sizes of its operands.
    private static func charge(_ operation: BinaryOperator, _ x: BigInt, _ y: BigInt, _ machine: Machine) throws {
        let long = max(x.magnitude.count, y.magnitude.count), short = min(x.magnitude.count, y.magnitude.count)
        switch operation {
        case .multiply: try machine.charge(instructions: multiplicationCost(long, short))
        case .floorDivide, .modulo, .divide: try machine.charge(instructions: 1 + (long - short + 1) * short / 8)
        default: try machine.charge(instructions: 1 + long / 8)
        }
        if long > 4 { try machine.charge(bytes: 8, times: (long + short)) }
    }

    private static func multiplicationCost(_ long: Int, _ short: Int) -> Int {
        if short < Magnitude.karatsubaLimit { return 1 + long * short / 8 }
        return 1 + long * Int(Double(short).squareRoot())
    }

    /// Quotient and remainder rounded towards minus infinity; raises ZeroDivisionError with these words.
    static func divmod(_ x: BigInt, _ y: BigInt, _ machine: Machine, _ words: String) throws -> (quotient: BigInt, remainder: BigInt) {
        guard let result = x.floorDivided(by: y) else { throw machine.error("ZeroDivisionError", words) }
        return result
    }

    private static func divide(_ x: BigInt, _ y: BigInt, _ machine: Machine) throws -> Value {
        if y.isZero { throw machine.error("ZeroDivisionError", "division by zero") }
        guard case .value(let quotient) = x.trueDivided(by: y) else {
            throw machine.error("OverflowError", "integer division result too large for a float")
        }
        return .float(quotient)
    }

    private static func power(_ x: BigInt, _ y: BigInt, _ machine: Machine) throws -> Value {
        if y.isNegative { return try FloatArithmetic.power(double(x, machine), double(y, machine), machine) }
        if x.isZero || x == 1 { return .integer(y.isZero ? 1 : x) }
        if x == -1 { return .int(y.isOdd ? -1 : 1) }
        guard let exponent = y.asInt, case let (bits, overflow) = exponent.multipliedReportingOverflow(by: x.bitWidth), !overflow else {
            try machine.charge(bytes: Int.max / 4)
            throw machine.error("MemoryError", "")
        }
        try machine.charge(bytes: bits / 8)
        try machine.charge(instructions: multiplicationCost(bits / 64 + 1, bits / 128 + 1) * 2)
        return .integer(x.power(exponent))
    }

    /// Pays for a power of ten, be it one to divide by.
    static func chargePowerOfTen(_ exponent: Int, _ machine: Machine) throws {
        let limbs = Int(min(exponent.magnitude, 1 << 40)) / 19 + 1
        try machine.charge(bytes: 8, times: limbs)
        try machine.charge(instructions: multiplicationCost(limbs, limbs / 2 + 1) * 2)
    }

    private static func shiftLeft(_ x: BigInt, _ y: BigInt, _ machine: Machine) throws -> BigInt {
        if y.isNegative { throw machine.error("ValueError", "negative shift count") }
        if x.isZero { return x }
        guard let count = y.asInt else { throw machine.error("OverflowError", "too many digits in integer") }
        try machine.charge(bytes: count / 8)
        return x << count
    }

    private static func shiftRight(_ x: BigInt, _ y: BigInt, _ machine: Machine) throws -> BigInt {
        if y.isNegative { throw machine.error("ValueError", "negative shift count") }
        guard let count = y.asInt else { return x.isNegative ? -1 : 0 }
        return x >> count
    }

    /// The integer as a `float`; raises OverflowError where it is too large.
    static func double(_ value: BigInt, _ machine: Machine) throws -> Double {
        guard let double = value.asDouble else { throw machine.error("OverflowError", "int too large to convert to float") }
        return double
    }

    /// `pow(base, exponent, modulus)`; a negative exponent takes the inverse.
    static func power(_ base: BigInt, _ exponent: BigInt, modulo modulus: BigInt, _ machine: Machine) throws -> BigInt {
        if modulus.isZero { throw machine.error("ValueError", "pow() 3rd argument cannot be 0") }
        let positive = modulus.absolute
        var base = try divmod(base, positive, machine, "").remainder
        if exponent.isNegative { base = try inverse(base, positive, machine) }
        let limbs = positive.magnitude.count
        try machine.charge(instructions: exponent.bitWidth * (1 + limbs * limbs / 2))
        var result = positive == 1 ? BigInt(0) : 1
        for bit in (0..<exponent.bitWidth).reversed() {
            result = try divmod(result * result, positive, machine, "").remainder
            if exponent.magnitude[bit / 64] >> UInt(bit % 64) & 1 == 1 {
                result = try divmod(result * base, positive, machine, "").remainder
            }
        }
        return modulus.isNegative && !result.isZero ? result + modulus : result
    }

    private static func inverse(_ value: BigInt, _ modulus: BigInt, _ machine: Machine) throws -> BigInt {
        var (previous, current) = (modulus, value)
        var (previousFactor, factor) = (BigInt(0), BigInt(1))
        while !current.isZero {
            let (quotient, remainder) = try divmod(previous, current, machine, "")
            (previous, current) = (current, remainder)
            (previousFactor, factor) = (factor, previousFactor - quotient * factor)
        }
        if previous != 1 { throw machine.error("ValueError", "base is not invertible for the given modulus") }
        return try divmod(previousFactor, modulus, machine, "").remainder
    }
}
