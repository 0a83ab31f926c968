/// Construction, operators and text of `decimal.Decimal`.
enum DecimalClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DecimalModule.Classes) {
        let type = classes.decimal
        type.constructor("value='0', context=None") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyDecimal else { return .none }
            if a[0].asFloat != nil { try noteFloat(in: DecimalMethods.context(a[1], classes), classes, machine) }
            made.number = try number(from: a[0], classes, machine)
            return .object(made)
        }
        type.classMethod("from_float", "cls, f, /") { machine, a in
            guard a[1].asFloat != nil || a[1].isInteger else {
                throw machine.error("TypeError", "argument must be int or float")
            }
            let made = classes.make(try number(from: a[1], classes, machine))
            return a[0].asType === classes.decimal ? made : try machine.call(a[0], made)
        }
        installText(type, classes)
        installOperators(type, classes)
        installComparison(type, classes)
        installConversion(type)
    }

    /// The number of a `Decimal`; nil for other values.
    static func number(_ value: Value) -> DecimalNumber? { (value.asObject as? PyDecimal)?.number }

    // MARK: Making

    /// Signals that a float took part where decimals are meant to.
    static func noteFloat(in context: PyDecimalContext, _ classes: DecimalModule.Classes, _ machine: Machine) throws {
        try classes.compute(in: context, machine) { try $0.signal(.floatOperation) }
    }

    /// The exact number of an integer, float, text, tuple or decimal.
    static func number(from value: Value, _ classes: DecimalModule.Classes, _ machine: Machine) throws -> DecimalNumber {
        if let number = number(value) { return number }
        if let integer = value.asBigInt { return DecimalNumber(integer) }
        if let float = value.asFloat { return DecimalNumber(float) }
        if let text = value.asString {
            try machine.charge(instructions: text.utf8.count)
            if let number = DecimalNumber(text: text) { return try bounded(number, classes, machine) }
            return try classes.compute(machine) { try $0.invalid(.conversionSyntax) }
        }
        if value.asTuple != nil || value.asList != nil {
            return try bounded(number(parts: try machine.array(value), machine), classes, machine)
        }
        throw machine.error("TypeError", "conversion from \(machine.typeName(value)) to Decimal is not supported")
    }

    private static func bounded(_ number: DecimalNumber, _ classes: DecimalModule.Classes, _ machine: Machine) throws -> DecimalNumber {
        if !number.isFinite || number.exponent.magnitude < 999_999_999_999_999_999 { return number }
        return try classes.compute(machine) { try $0.invalid() }
    }

    private static func number(parts: [Value], _ machine: Machine) throws -> DecimalNumber {
        guard parts.count == 3 else {
            throw machine.error("ValueError", "argument must be a sequence of length 3")
        }
        guard let sign = parts[0].asInt, sign == 0 || sign == 1 else {
            throw machine.error("ValueError", "sign must be an integer with the value 0 or 1")
        }
        let digits = try machine.array(parts[1]).map { digit in
            guard let value = digit.asInt, (0...9).contains(value) else {
                throw machine.error("ValueError", "coefficient must be a tuple of digits")
            }
            return UInt8(0x30 + value)
        }
        let coefficient = BigInt(digits: digits.isEmpty ? [0x30] : digits) ?? .zero
        switch parts[2].asString {
        case "F": return .infinity(sign == 1)
        case "n": return DecimalNumber(isNegative: sign == 1, coefficient: coefficient, kind: .quietNaN)
        case "N": return DecimalNumber(isNegative: sign == 1, coefficient: coefficient, kind: .signallingNaN)
        default: break
        }
        guard let exponent = parts[2].asInt else { throw machine.error("ValueError", "exponent must be an integer") }
        return DecimalNumber(isNegative: sign == 1, coefficient: coefficient, exponent: exponent)
    }

    // MARK: Text

    private static func installText(_ type: PyType, _ classes: DecimalModule.Classes) {
        func text(_ value: Value) -> String {
            number(value)?.text(engineering: false, capitals: classes.current.settings.capitals) ?? ""
        }
        type.method("__str__", "self, /") { _, a in .string(text(a[0])) }
        type.method("__repr__", "self, /") { _, a in .string("Decimal('\(text(a[0]))')") }
        type.method("__format__", "self, format_spec, /") { machine, a in
            guard let number = number(a[0]), let specification = a[1].asStr else { return "" }
            guard let format = DecimalFormat(specification) else { throw machine.error("ValueError", "invalid format string") }
            // Fixed-point texts have as many digits as the exponent says.
            try machine.charge(bytes: Int(min(number.exponent.magnitude, 1 << 40)) + specification.count)
            return .points(format.text(number, rounding: classes.current.settings))
        }
        type.method("__hash__", "self, /") { machine, a in
            guard let number = number(a[0]) else { return 0 }
            if number.kind == .signallingNaN { throw machine.error("TypeError", "Cannot hash a signaling NaN value") }
            if number.isNaN { return .int(machine.identity(a[0])) }
            return .int(DecimalHash.hash(number))
        }
        type.method("__copy__", "self") { _, a in a[0] }
        type.method("__reduce__", "self") { machine, a in
            .tuple([.object(machine.type(of: a[0])), .tuple([.string(number(a[0])?.text ?? "")])])
        }
        type.method("__deepcopy__", "self, memo") { _, a in a[0] }
    }

    // MARK: Operators

    /// The other operand of an operation: a decimal or an integer.
    private static func operand(_ value: Value) -> DecimalNumber? { number(value) ?? value.asBigInt.map { DecimalNumber($0) } }

    /// `pow(base, exponent, modulus)`: of integers only, the modulus within the precision (General Decimal Arithmetic has none; CPython
    /// 3.11 `_decimal.c` as `decimal.Context.power` documents it).
    private static func power(
        _ base: DecimalNumber, _ exponent: DecimalNumber, modulo modulus: DecimalNumber, _ classes: DecimalModule.Classes,
        _ machine: Machine
    ) throws -> Value {
        let numbers = [base, exponent, modulus]
        for number in numbers where number.isFinite { try IntegerArithmetic.chargePowerOfTen(number.exponent, machine) }
        let whole = numbers.compactMap { integer($0) }
        return try classes.compute(machine) { context in
            guard whole.count == 3, !whole[1].isNegative, !whole[2].isZero, !(whole[0].isZero && whole[1].isZero),
                whole[2].absolute < BigInt.powerOfTen(context.precision)
            else { return classes.make(try context.invalid()) }
            let rest = try IntegerArithmetic.power(whole[0].absolute, whole[1], modulo: whole[2].absolute, machine)
            let isOdd = whole[1].floorDivided(by: 2).map { !$0.remainder.isZero } ?? false
            return classes.make(DecimalNumber(whole[0].isNegative && isOdd ? -rest : rest))
        }
    }

    /// A finite number without a fraction.
    private static func integer(_ number: DecimalNumber) -> BigInt? {
        guard number.isFinite else { return nil }
        let signed = number.isNegative ? -number.coefficient : number.coefficient
        if number.exponent >= 0 { return signed * BigInt.powerOfTen(number.exponent) }
        guard let parts = signed.floorDivided(by: BigInt.powerOfTen(-number.exponent)), parts.remainder.isZero else { return nil }
        return parts.quotient
    }

    private static func installOperators(_ type: PyType, _ classes: DecimalModule.Classes) {
        typealias Operation = (inout DecimalContext, DecimalNumber, DecimalNumber) throws -> DecimalNumber
        let operations: [(String, Operation)] = [
            ("add", { try $0.add($1, $2) }), ("sub", { try $0.subtract($1, $2) }), ("mul", { try $0.multiply($1, $2) }),
            ("truediv", { try $0.divide($1, $2) }), ("floordiv", { try $0.floorDivide($1, $2) }),
            ("mod", { try $0.remainder($1, $2) }), ("pow", { try $0.power($1, $2) }),
        ]
        for (name, operation) in operations {
            for prefix in ["__", "__r"] {
                type.method("\(prefix)\(name)__", "self, other, mod=None, /") { machine, a in
                    guard let own = operand(a[0]), let other = operand(a[1]) else { return machine.notImplemented }
                    try machine.charge(instructions: 8)
                    if name == "pow", prefix == "__", !a[2].isNone {
                        guard let modulus = operand(a[2]) else { return machine.notImplemented }
                        return try power(own, other, modulo: modulus, classes, machine)
                    }
                    return try classes.compute(machine) { context in
                        classes.make(try prefix == "__" ? operation(&context, own, other) : operation(&context, other, own))
                    }
                }
            }
        }
        for (prefix, flips) in [("__", false), ("__r", true)] {
            type.method("\(prefix)divmod__", "self, other, /") { machine, a in
                guard let own = operand(a[0]), let other = operand(a[1]) else { return machine.notImplemented }
                return try classes.compute(machine) { context in
                    let parts = try flips ? context.divideInteger(other, own) : context.divideInteger(own, other)
                    return .tuple([classes.make(parts.quotient), classes.make(parts.remainder)])
                }
            }
        }
        func unary(_ name: String, _ change: @escaping (DecimalNumber, DecimalContext) -> DecimalNumber) {
            type.method(name, "self, /") { machine, a in
                guard let own = number(a[0]) else { return .none }
                return try classes.compute(machine) { context in
                    classes.make(try context.finalize(change(own, context)))
                }
            }
        }
        unary("__neg__") { $0.isZero && $1.rounding != .floor ? $0.with(isNegative: false) : $0.isNaN ? $0 : $0.negated }
        unary("__pos__") { $0.isZero && $1.rounding != .floor ? $0.with(isNegative: false) : $0 }
        unary("__abs__") { number, _ in number.with(isNegative: false) }
        type.method("__bool__", "self, /") { _, a in .bool(!(number(a[0])?.isZero ?? true)) }
    }

    private static func installComparison(_ type: PyType, _ classes: DecimalModule.Classes) {
        let tests: [(String, Bool, (Int) -> Bool)] = [
            ("__lt__", true, { $0 < 0 }), ("__le__", true, { $0 <= 0 }), ("__gt__", true, { $0 > 0 }), ("__ge__", true, { $0 >= 0 }),
            ("__eq__", false, { $0 == 0 }), ("__ne__", false, { $0 != 0 }),
        ]
        for (name, isOrder, test) in tests {
            type.method(name, "self, other, /") { machine, a in
                guard let own = number(a[0]) else { return machine.notImplemented }
                guard let other = try operand(a[1]) ?? a[1].asFloat.map({ DecimalNumber($0) }) ?? fraction(a[1], classes, machine) else {
                    return machine.notImplemented
                }
                if a[1].asFloat != nil {
                    if isOrder { try noteFloat(in: classes.current, classes, machine) }
                    classes.current.settings.flags.insert(.floatOperation)
                }
                if own.isNaN || other.isNaN {
                    if isOrder || own.kind == .signallingNaN || other.kind == .signallingNaN {
                        _ = try classes.compute(machine) { try $0.invalid() }
                    }
                    return .bool(name == "__ne__")
                }
                return .bool(test(DecimalContext.order(own, other)))
            }
        }
    }

    /// A `fractions.Fraction` as a decimal that compares alike with numbers of usual precision.
    private static func fraction(_ value: Value, _ classes: DecimalModule.Classes, _ machine: Machine) throws -> DecimalNumber? {
        guard machine.type(of: value).name == "Fraction", let top = try machine.attributeIfPresent(value, "numerator")?.asBigInt,
            let bottom = try machine.attributeIfPresent(value, "denominator")?.asBigInt
        else { return nil }
        var exact = DecimalContext()
        exact.precision = 200
        return try exact.divide(DecimalNumber(top), DecimalNumber(bottom))
    }

    // MARK: Conversion

    private static func installConversion(_ type: PyType) {
        func integer(_ value: Value, _ rounding: DecimalContext.Rounding, _ machine: Machine) throws -> Value {
            guard let number = number(value) else { return .none }
            if number.isNaN { throw machine.error("ValueError", "cannot convert NaN to integer") }
            if number.isInfinite { throw machine.error("OverflowError", "cannot convert Infinity to integer") }
            var context = DecimalContext()
            context.rounding = rounding
            let whole = context.integral(number)
            try IntegerArithmetic.chargePowerOfTen(max(0, whole.exponent), machine)
            let size = whole.coefficient * BigInt.powerOfTen(max(0, whole.exponent))
            return .integer(whole.isNegative ? -size : size)
        }
        for (name, rounding) in [
            ("__int__", DecimalContext.Rounding.down), ("__trunc__", .down), ("__floor__", .floor), ("__ceil__", .ceiling),
        ] {
            type.method(name, "self, /") { machine, a in try integer(a[0], rounding, machine) }
        }
        type.method("__round__", "self, n?, /") { machine, a in
            guard let places = a.ifGiven(1), !places.isNone else { return try integer(a[0], .halfEven, machine) }
            let classes = try DecimalModule.classes(machine)
            guard let places = places.asInt else { throw machine.error("TypeError", "optional arg must be an integer") }
            // No further than a quantize can look at, whatever the digits of the number.
            let limit = 1 << 61
            let exponent = DecimalNumber(coefficient: 1, exponent: -min(max(places, -limit), limit))
            return try classes.compute(machine) { context in
                let outer = context.rounding
                context.rounding = .halfEven
                defer { context.rounding = outer }
                return classes.make(try context.quantize(number(a[0]) ?? .zero, exponent))
            }
        }
        func float(_ value: Value, _ machine: Machine) throws -> Double {
            guard let number = number(value) else { return 0 }
            if number.kind == .signallingNaN { throw machine.error("ValueError", "cannot convert signaling NaN to float") }
            if number.isNaN { return number.isNegative ? -.nan : .nan }
            return NumberParsing.float(Array(number.text.utf8)) ?? .nan
        }
        type.method("__float__", "self, /") { machine, a in .float(try float(a[0], machine)) }
        type.method("__complex__", "self, /") { machine, a in .object(PyComplex(try float(a[0], machine), 0)) }
    }
}

/// The hash of a decimal, which is that of an equal integer or float.
enum DecimalHash {
    private static let modulus = BigInt((1 << 61) - 1)

    /// The hash of a number that is not NaN.
    static func hash(_ number: DecimalNumber) -> Int {
        if number.isInfinite { return number.isNegative ? -314_159 : 314_159 }
        let base = number.exponent >= 0 ? BigInt(10) : BigInt(2_075_258_708_292_324_556)
        let power = power(base, number.exponent.magnitude)
        let value = (number.coefficient * power).floorDivided(by: modulus)?.remainder.asInt ?? 0
        let signed = number.isNegative ? -value : value
        return signed == -1 ? -2 : signed
    }

    /// `base ** exponent` modulo 2⁶¹ − 1.
    private static func power(_ base: BigInt, _ exponent: UInt) -> BigInt {
        var result = BigInt(1)
        var base = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = (result * base).floorDivided(by: modulus)?.remainder ?? .zero }
            base = (base * base).floorDivided(by: modulus)?.remainder ?? .zero
            rest >>= 1
        }
        return result
    }
}
