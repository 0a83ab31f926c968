/// A `fractions.Fraction`.
final class PyFraction: PyInstance {
    /// The value.
    var ratio = Ratio(0)
    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// The module `fractions`.
enum FractionClass {
    /// A `Fraction` of that value.
    static func make(_ ratio: Ratio, _ machine: Machine) throws -> Value {
        guard let type = try machine.imported("fractions", "Fraction").asType else { return .none }
        let made = PyFraction(type: type)
        made.ratio = ratio
        return .object(made)
    }

    /// Builds the module.
    static func makeModule(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "fractions")
        let type = try machine.types.make("Fraction", module: "fractions")
        type.allocates { PyFraction(type: $0) }
        module.add(type)
        install(type)
        installOperators(type)
        if let rational = try machine.imported("numbers", "Rational").asType { AbstractClasses.register([.object(type)], on: rational) }
        return module
    }

    private static func ratio(_ value: Value) -> Ratio? {
        (value.asObject as? PyFraction)?.ratio ?? value.asBigInt.map { Ratio($0) }
    }

    private static func parse(_ text: String, _ machine: Machine) throws -> Ratio {
        let trimmed = text[...].trimmed
        let parts = trimmed.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        func integer(_ text: String, signed: Bool) -> BigInt? {
            let isNegative = text.hasPrefix("-")
            let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
            if !signed, digits.count != text.count { return nil }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
            return BigInt(digits: Array(digits.utf8), isNegative: isNegative)
        }
        if parts.count == 2, let top = integer(parts[0], signed: true), let bottom = integer(parts[1], signed: false) {
            if bottom.isZero { throw machine.error("ZeroDivisionError", "Fraction(\(top.text()), 0)") }
            return Ratio(top, bottom)
        }
        if parts.count == 1, let number = DecimalNumber(text: trimmed), number.isFinite, abs(number.exponent) < 100_000 {
            return Ratio(decimal: number)
        }
        throw machine.error("ValueError", "Invalid literal for Fraction: \(try machine.repr(.string(text)))")
    }

    private static func install(_ type: PyType) {
        type.constructor("numerator=0, denominator=None") { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyFraction else { return .none }
            if a[1].isNone {
                if let text = a[0].asString {
                    made.ratio = try parse(text, machine)
                } else if let number = a[0].asFloat, !number.isFinite {
                    throw number.isNaN
                        ? machine.error("ValueError", "cannot convert NaN to integer ratio")
                        : machine.error("OverflowError", "cannot convert Infinity to integer ratio")
                } else if let ratio = try Ratio(a[0], machine) {
                    made.ratio = ratio
                } else {
                    throw machine.error("TypeError", "argument should be a string or a Rational instance")
                }
                return .object(made)
            }
            guard let top = ratio(a[0]), let bottom = ratio(a[1]) else {
                throw machine.error("TypeError", "both arguments should be Rational instances")
            }
            if bottom.numerator.isZero { throw machine.error("ZeroDivisionError", "Fraction(\(top.numerator.text()), 0)") }
            try Ratio.charge(top, bottom, machine)
            made.ratio = top / bottom
            return .object(made)
        }
        type.getter("numerator") { _, value in .integer(ratio(value)?.numerator ?? .zero) }
        type.getter("denominator") { _, value in .integer(ratio(value)?.denominator ?? 1) }
        for name in ["from_float", "from_decimal"] {
            type.classMethod(name, "cls, value") { machine, a in try machine.call(a[0], a[1]) }
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let own = ratio(a[0]) else { return "" }
            return .string("\(machine.typeName(a[0]))(\(own.numerator.text()), \(own.denominator.text()))")
        }
        type.method("__str__", "self, /") { _, a in
            guard let own = ratio(a[0]) else { return "" }
            return .string(own.denominator == 1 ? own.numerator.text() : "\(own.numerator.text())/\(own.denominator.text())")
        }
        type.method("__float__", "self, /") { _, a in .float(ratio(a[0])?.double ?? 0) }
        type.method("__bool__", "self, /") { _, a in .bool(!(ratio(a[0])?.numerator.isZero ?? true)) }
        type.method("as_integer_ratio", "self") { _, a in
            .tuple([.integer(ratio(a[0])?.numerator ?? .zero), .integer(ratio(a[0])?.denominator ?? 1)])
        }
        type.method("limit_denominator", "self, max_denominator=1000000") { machine, a in
            try limited(ratio(a[0]) ?? Ratio(0), try machine.bigIndex(a[1]), machine)
        }
        for (name, rule) in [("__trunc__", 0), ("__int__", 0), ("__floor__", -1), ("__ceil__", 1)] {
            type.method(name, "self, /") { _, a in
                guard let own = ratio(a[0]), let cut = own.numerator.floorDivided(by: own.denominator) else { return 0 }
                let up = !cut.remainder.isZero && (rule == 1 || (rule == 0 && own.numerator.isNegative))
                return .integer(up ? cut.quotient + 1 : cut.quotient)
            }
        }
        type.method("__round__", "self, ndigits=None") { machine, a in
            guard let own = ratio(a[0]) else { return 0 }
            if a[1].isNone { return .integer(own.numerator.dividedRoundingHalfEven(by: own.denominator) ?? .zero) }
            let places = try machine.index(a[1])
            let size = try machine.binary(.power, .int(10), .integer(BigInt(places).isNegative ? -BigInt(places) : BigInt(places)))
            guard let unit = size.asBigInt else { return 0 }
            let scaled = places >= 0 ? own * Ratio(unit) : own / Ratio(unit)
            let whole = Ratio(scaled.numerator.dividedRoundingHalfEven(by: scaled.denominator) ?? .zero)
            return try make(places >= 0 ? whole / Ratio(unit) : whole * Ratio(unit), machine)
        }
    }

    /// The nearest fraction with a denominator of at most `limit`, by continued fractions.
    private static func limited(_ own: Ratio, _ limit: BigInt, _ machine: Machine) throws -> Value {
        if limit < 1 { throw machine.error("ValueError", "max_denominator should be at least 1") }
        if own.denominator <= limit || own.denominator == limit { return try make(own, machine) }
        var (p0, q0, p1, q1) = (BigInt(0), BigInt(1), BigInt(1), BigInt(0))
        var (n, d) = (own.numerator, own.denominator)
        while let parts = n.floorDivided(by: d) {
            let q2 = q0 + parts.quotient * q1
            if limit < q2 { break }
            (p0, q0, p1, q1) = (p1, q1, p0 + parts.quotient * p1, q2)
            (n, d) = (d, parts.remainder)
        }
        let k = (limit - q0).floorDivided(by: q1)?.quotient ?? .zero
        let first = Ratio(p0 + k * p1, q0 + k * q1)
        let second = Ratio(p1, q1)
        func gap(_ ratio: Ratio) -> Ratio {
            let gap = ratio - own
            return Ratio(gap.numerator.absolute, gap.denominator)
        }
        let difference = gap(second) - gap(first)
        return try make(difference.numerator.isNegative || difference.numerator.isZero ? second : first, machine)
    }

    private static func installOperators(_ type: PyType) {
        let operations: [(String, BinaryOperator)] = [
            ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide), ("mod", .modulo),
        ]
        for (name, operation) in operations {
            for prefix in ["__", "__r"] {
                type.method("\(prefix)\(name)__", "self, other, /") { machine, a in
                    let (left, right) = prefix == "__" ? (a[0], a[1]) : (a[1], a[0])
                    if a[1].asObject is PyComplex, let own = ratio(a[0]) {
                        let number = Value.float(own.double)
                        return try machine.binary(operation, prefix == "__" ? number : left, prefix == "__" ? right : number)
                    }
                    if left.asFloat != nil || right.asFloat != nil {
                        func float(_ value: Value) throws -> Value { .float(try MathModule.float(value, machine)) }
                        return try machine.binary(operation, try float(left), try float(right))
                    }
                    guard let x = ratio(left), let y = ratio(right) else { return machine.notImplemented }
                    return try compute(operation, x, y, machine)
                }
            }
        }
        type.method("__pow__", "self, other, /") { machine, a in
            guard let own = ratio(a[0]) else { return machine.notImplemented }
            guard let power = ratio(a[1]), power.denominator == 1, let count = power.numerator.asInt, count.magnitude < 100_000 else {
                return try machine.binary(.power, .float(own.double), .float(try MathModule.float(a[1], machine)))
            }
            try machine.charge(instructions: abs(count))
            if count < 0, own.numerator.isZero { throw machine.error("ZeroDivisionError", "Fraction(1, 0)") }
            let size = abs(count)
            let words = 1 + (own.numerator.bitWidth + own.denominator.bitWidth) * size / 64
            try machine.charge(instructions: words * words)
            let made = Ratio(own.numerator.power(size), own.denominator.power(size))
            return try make(count < 0 ? Ratio(1) / made : made, machine)
        }
        type.method("__rpow__", "self, other, /") { machine, a in
            guard let own = ratio(a[0]) else { return machine.notImplemented }
            if own.denominator == 1, own.numerator.isZero || !own.numerator.isNegative {
                return try machine.binary(.power, a[1], .integer(own.numerator))
            }
            return try machine.binary(.power, a[1], .float(own.double))
        }
        type.method("__divmod__", "self, other, /") { machine, a in
            guard ratio(a[1]) != nil || a[1].asFloat != nil else { return machine.notImplemented }
            return .tuple([try machine.binary(.floorDivide, a[0], a[1]), try machine.binary(.modulo, a[0], a[1])])
        }
        type.method("__rdivmod__", "self, other, /") { machine, a in
            guard ratio(a[1]) != nil || a[1].asFloat != nil else { return machine.notImplemented }
            return .tuple([try machine.binary(.floorDivide, a[1], a[0]), try machine.binary(.modulo, a[1], a[0])])
        }
        type.getter("real") { _, value in value }
        type.getter("imag") { _, _ in 0 }
        type.method("conjugate", "self") { _, a in a[0] }
        for (name, change) in [("__neg__", { -$0 }), ("__pos__", { $0 }), ("__abs__", { $0.absolute })] as [(String, (BigInt) -> BigInt)] {
            type.method(name, "self, /") { machine, a in
                let own = ratio(a[0]) ?? Ratio(0)
                return try make(Ratio(change(own.numerator), own.denominator), machine)
            }
        }
        let tests: [(String, ComparisonOperator)] = [
            ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater), ("__ge__", .greaterOrEqual), ("__eq__", .equal),
        ]
        for (name, order) in tests {
            type.method(name, "self, other, /") { machine, a in
                // Any fraction compares with infinities and NaN as zero does.
                if let number = a[1].asFloat, !number.isFinite { return try machine.compare(.float(0), a[1], order) }
                guard let left = ratio(a[0]), let right = try Ratio(a[1], machine) else { return machine.notImplemented }
                try Ratio.charge(left, right, machine)
                return try machine.compare(.integer((left - right).numerator), 0, order)
            }
        }
        type.method("__hash__", "self, /") { _, a in
            guard let own = ratio(a[0]) else { return 0 }
            if own.denominator == 1 { return .int(NumericHash.hash(own.numerator)) }
            return .int(NumericHash.hash(own.double))
        }
    }

    private static func compute(_ operation: BinaryOperator, _ x: Ratio, _ y: Ratio, _ machine: Machine) throws -> Value {
        try Ratio.charge(x, y, machine)
        switch operation {
        case .add: return try make(x + y, machine)
        case .subtract: return try make(x - y, machine)
        case .multiply: return try make(x * y, machine)
        default: break
        }
        if y.numerator.isZero {
            throw machine.error(
                "ZeroDivisionError",
                operation == .divide
                    ? "Fraction(\((x.numerator * y.denominator).text()), 0)"
                    : operation == .modulo ? "integer modulo by zero" : "integer division or modulo by zero")
        }
        let quotient = x / y
        if operation == .divide { return try make(quotient, machine) }
        let whole = quotient.numerator.floorDivided(by: quotient.denominator)?.quotient ?? .zero
        return operation == .floorDivide ? .integer(whole) : try make(x - Ratio(whole) * y, machine)
    }
}

/// The module `numbers`.
enum NumbersModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "numbers")
        let meta = try machine.imported("abc", "ABCMeta").asType
        var base: [PyType] = []
        let types = machine.types
        for (name, members) in [
            ("Number", []), ("Complex", []), ("Real", [types.float]), ("Rational", []), ("Integral", [types.int]),
        ] as [(String, [PyType])] {
            let type = try types.make(name, module: "numbers", bases: base, metaclass: meta)
            AbstractClasses.register(members.map { .object($0) }, on: type)
            module.add(type)
            base = [type]
        }
        return module
    }
}
