/// The named methods of `decimal.Decimal`.
enum DecimalMethods {
    /// Gives the classes their behaviour.
    static func install(_ classes: DecimalModule.Classes) {
        let type = classes.decimal
        installRounding(type, classes)
        installComputing(type, classes)
        installQuestions(type)
        installParts(type, classes)
    }

    /// The number of an operand; raises TypeError for what is neither a decimal nor an integer.
    static func number(_ value: Value, _ machine: Machine) throws -> DecimalNumber {
        if let number = DecimalClass.number(value) { return number }
        if let integer = value.asBigInt { return DecimalNumber(integer) }
        throw machine.error("TypeError", "conversion from \(machine.typeName(value)) to Decimal is not supported")
    }

    /// The context that an argument names, or the current one.
    static func context(_ value: Value, _ classes: DecimalModule.Classes) -> PyDecimalContext {
        value.asObject as? PyDecimalContext ?? classes.current
    }

    /// Raises TypeError for what is no context; to be asked before all else.
    private static func requireContext(_ value: Value, _ machine: Machine) throws {
        if value.isNone || value.asObject is PyDecimalContext { return }
        throw machine.error("TypeError", "optional argument must be a context")
    }

    /// The rounding that a text names; nil for `None`, TypeError for others.
    static func rounding(_ value: Value, _ machine: Machine) throws -> DecimalContext.Rounding? {
        if value.isNone { return nil }
        guard let rounding = DecimalContext.Rounding(rawValue: value.asString ?? "") else {
            throw machine.error(
                "TypeError",
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                    + "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        }
        return rounding
    }

    private static func with<Result>(
        _ rounding: DecimalContext.Rounding?, _ context: inout DecimalContext, _ body: (inout DecimalContext) throws -> Result
    ) rethrows -> Result {
        let outer = context.rounding
        context.rounding = rounding ?? outer
        defer { context.rounding = outer }
        return try body(&context)
    }

    private static func installRounding(_ type: PyType, _ classes: DecimalModule.Classes) {
        type.method("quantize", "self, exp, rounding=None, context=None") { machine, a in
            try requireContext(a[3], machine)
            let rounding = try rounding(a[2], machine)
            let (own, pattern) = (try number(a[0], machine), try number(a[1], machine))
            return try classes.compute(in: context(a[3], classes), machine) { context in
                classes.make(try with(rounding, &context) { try $0.quantize(own, pattern) })
            }
        }
        for name in ["to_integral_value", "to_integral", "to_integral_exact"] {
            type.method(name, "self, rounding=None, context=None") { machine, a in
                try requireContext(a[2], machine)
                let rounding = try rounding(a[1], machine)
                let own = try number(a[0], machine)
                return try classes.compute(in: context(a[2], classes), machine) { context in
                    if let nan = try context.nan(own) { return classes.make(nan) }
                    return classes.make(with(rounding, &context) { $0.integral(own) })
                }
            }
        }
        type.method("normalize", "self, context=None") { machine, a in
            let own = try number(a[0], machine)
            return try classes.compute(in: context(a[1], classes), machine) { classes.make(try $0.normalize(own)) }
        }
        type.method("to_eng_string", "self, context=None") { machine, a in
            .string(try number(a[0], machine).text(engineering: true))
        }
    }

    private static func installComputing(_ type: PyType, _ classes: DecimalModule.Classes) {
        /// `cost` is what a result of one digit costs, in instructions; it grows with the square of the digits.
        func unary(_ name: String, cost: Int = 1, _ body: @escaping Unary) {
            type.method(name, "self, context=None") { machine, a in
                let own = try number(a[0], machine)
                let context = context(a[1], classes)
                let digits = min(context.settings.precision, 1 << 24)
                try machine.charge(instructions: digits * 4 + digits * digits / 2 * cost)
                return try classes.compute(in: context, machine) { classes.make(try body(&$0, own)) }
            }
        }
        unary("sqrt") { try $0.squareRoot($1) }
        unary("exp", cost: 64) { try $0.exponential($1) }
        unary("ln", cost: 64) { try $0.naturalLogarithm($1) }
        unary("log10", cost: 64) { try $0.decimalLogarithm($1) }
        unary("logb") { context, a in
            if let nan = try context.nan(a) { return nan }
            if a.isZero {
                try context.signal(.divisionByZero)
                return .infinity(true)
            }
            return a.isInfinite ? .infinity(false) : DecimalNumber(BigInt(a.adjusted))
        }
        func binary(_ name: String, _ body: @escaping Binary) {
            type.method(name, "self, other, context=None") { machine, a in
                let (own, other) = (try number(a[0], machine), try number(a[1], machine))
                return try classes.compute(in: context(a[2], classes), machine) { classes.make(try body(&$0, own, other)) }
            }
        }
        installNeighbours(unary, binary)
        binary("compare") { try $0.nan($1, $2) ?? DecimalNumber(BigInt(DecimalContext.order($1, $2))) }
        binary("compare_total") { DecimalNumber(BigInt(total($1, $2))) }
        binary("max") { try chosen(&$0, $1, $2, wantsGreater: true) }
        binary("min") { try chosen(&$0, $1, $2, wantsGreater: false) }
        binary("remainder_near") { try $0.remainderNear($1, $2) }
        binary("scaleb") { context, a, b in
            if let nan = try context.nan(a, b) { return nan }
            let limit = 2 * (context.maximumExponent + context.precision)
            guard b.isFinite, b.exponent == 0, let shift = DecimalContext.integer(b)?.asInt, shift.magnitude <= limit else {
                return try context.invalid()
            }
            guard a.isFinite else { return a }
            var made = a
            made.exponent += shift
            return try context.finalize(made)
        }
        type.method("fma", "self, other, third, context=None") { machine, a in
            let (x, y, z) = (try number(a[0], machine), try number(a[1], machine), try number(a[2], machine))
            return try classes.compute(in: context(a[3], classes), machine) { classes.make(try $0.fusedMultiplyAdd(x, y, z)) }
        }
    }

    private typealias Unary = (inout DecimalContext, DecimalNumber) throws -> DecimalNumber
    private typealias Binary = (inout DecimalContext, DecimalNumber, DecimalNumber) throws -> DecimalNumber

    private static func installNeighbours(
        _ unary: (String, Int, @escaping Unary) -> Void, _ binary: (String, @escaping Binary) -> Void
    ) {
        unary("next_plus", 1) { try $0.next(above: $1) }
        unary("next_minus", 1) { try $0.next(below: $1) }
        unary("logical_invert", 1) { try $0.inverted($1) }
        binary("next_toward") { try $0.next(from: $1, toward: $2) }
        binary("logical_and") { try $0.logical($1, $2, &) }
        binary("logical_or") { try $0.logical($1, $2, |) }
        binary("logical_xor") { try $0.logical($1, $2, ^) }
        binary("rotate") { try $0.moved($1, by: $2, rotates: true) }
        binary("shift") { try $0.moved($1, by: $2, rotates: false) }
        binary("compare_total_mag") { DecimalNumber(BigInt(total($1.with(isNegative: false), $2.with(isNegative: false)))) }
        binary("compare_signal") { context, a, b in
            if a.isNaN || b.isNaN { return try context.invalid() }
            return DecimalNumber(BigInt(DecimalContext.order(a, b)))
        }
        binary("max_mag") { try chosen(&$0, $1, $2, wantsGreater: true, byMagnitude: true) }
        binary("min_mag") { try chosen(&$0, $1, $2, wantsGreater: false, byMagnitude: true) }
    }

    private static func total(_ a: DecimalNumber, _ b: DecimalNumber) -> Int {
        if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
        let order = a.isNaN || b.isNaN ? (a.isNaN ? (b.isNaN ? 0 : 1) : -1) : DecimalContext.order(a, b)
        if order != 0 || !a.isFinite { return a.isNaN && a.isNegative ? -order : order }
        let exponents = (a.exponent - b.exponent).signum()
        return a.isNegative ? -exponents : exponents
    }

    private static func chosen(
        _ context: inout DecimalContext, _ a: DecimalNumber, _ b: DecimalNumber, wantsGreater: Bool, byMagnitude: Bool = false
    ) throws -> DecimalNumber {
        if a.kind == .quietNaN, !b.isNaN { return try context.finalize(b) }
        if b.kind == .quietNaN, !a.isNaN { return try context.finalize(a) }
        if let nan = try context.nan(a, b) { return nan }
        var order = byMagnitude ? DecimalContext.order(a.with(isNegative: false), b.with(isNegative: false)) : DecimalContext.order(a, b)
        if order == 0 { order = total(a, b) }
        return try context.finalize((order < 0) == wantsGreater ? b : a)
    }

    private static func installQuestions(_ type: PyType) {
        func question(_ name: String, _ answer: @escaping (DecimalNumber) -> Bool) {
            type.method(name, "self") { machine, a in .bool(answer(try number(a[0], machine))) }
        }
        question("is_nan") { $0.isNaN }
        question("is_qnan") { $0.kind == .quietNaN }
        question("is_snan") { $0.kind == .signallingNaN }
        question("is_infinite") { $0.isInfinite }
        question("is_finite") { $0.isFinite }
        question("is_zero") { $0.isZero }
        question("is_signed") { $0.isNegative }
        question("is_canonical") { _ in true }
        type.method("is_normal", "self, context=None") { machine, a in
            let own = try number(a[0], machine)
            return .bool(own.isFinite && !own.isZero && own.adjusted >= -999_999)
        }
        type.method("is_subnormal", "self, context=None") { machine, a in
            let own = try number(a[0], machine)
            return .bool(own.isFinite && !own.isZero && own.adjusted < -999_999)
        }
        type.method("same_quantum", "self, other, context=None") { machine, a in
            let (x, y) = (try number(a[0], machine), try number(a[1], machine))
            return .bool(x.isFinite && y.isFinite ? x.exponent == y.exponent : (x.isNaN && y.isNaN) || (x.isInfinite && y.isInfinite))
        }
    }

    private static func installParts(_ type: PyType, _ classes: DecimalModule.Classes) {
        type.method("adjusted", "self") { machine, a in
            let own = try number(a[0], machine)
            return .int(own.isFinite ? own.adjusted : 0)
        }
        type.method("copy_abs", "self") { machine, a in classes.make(try number(a[0], machine).with(isNegative: false)) }
        type.method("copy_negate", "self") { machine, a in classes.make(try number(a[0], machine).negated) }
        type.method("copy_sign", "self, other, context=None") { machine, a in
            classes.make(try number(a[0], machine).with(isNegative: try number(a[1], machine).isNegative))
        }
        for name in ["conjugate", "canonical"] { type.method(name, "self") { _, a in a[0] } }
        type.method("number_class", "self, context=None") { machine, a in
            let own = try number(a[0], machine)
            if own.kind == .signallingNaN { return "sNaN" }
            if own.isNaN { return "NaN" }
            let sign = own.isNegative ? "-" : "+"
            return .string(sign + (own.isInfinite ? "Infinity" : own.isZero ? "Zero" : own.adjusted < -999_999 ? "Subnormal" : "Normal"))
        }
        type.method("radix", "self") { _, _ in classes.make(DecimalNumber(coefficient: 10)) }
        type.getter("real") { _, value in value }
        type.getter("imag") { _, _ in classes.make(.zero) }
        type.method("as_integer_ratio", "self") { machine, a in
            let own = try number(a[0], machine)
            if own.isNaN { throw machine.error("ValueError", "cannot convert NaN to integer ratio") }
            if own.isInfinite { throw machine.error("OverflowError", "cannot convert Infinity to integer ratio") }
            let signed = own.isNegative ? -own.coefficient : own.coefficient
            try IntegerArithmetic.chargePowerOfTen(own.exponent, machine)
            if own.exponent >= 0 { return .tuple([.integer(signed * BigInt.powerOfTen(own.exponent)), 1]) }
            let unit = BigInt.powerOfTen(-own.exponent)
            let common = BigInt.greatestCommonDivisor(signed, unit)
            return .tuple([
                .integer(signed.floorDivided(by: common)?.quotient ?? .zero), .integer(unit.floorDivided(by: common)?.quotient ?? 1),
            ])
        }
        type.method("as_tuple", "self") { machine, a in
            let own = try number(a[0], machine)
            let digits =
                own.isInfinite ? [0] : own.isNaN && own.coefficient.isZero ? [] : own.coefficient.text().utf8.map { Int($0) - 0x30 }
            let exponent: Value = own.isInfinite ? "F" : own.kind == .quietNaN ? "n" : own.kind == .signallingNaN ? "N" : .int(own.exponent)
            return try machine.call(.object(classes.tuple), .int(own.isNegative ? 1 : 0), .tuple(digits.map { .int($0) }), exponent)
        }
    }
}
