/// `datetime.timedelta`.
enum TimeDeltaClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        let type = classes.timedelta
        type.constructor("days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0") { machine, cls, a in
            let names = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"]
            let factors = [TimeSpan.day, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 7 * TimeSpan.day]
            var sum = SpanSum()
            for index in factors.indices where a.isGiven(index) { try sum.add(a[index], factors[index], names[index], machine) }
            return try classes.make(sum.total, machine, as: cls)
        }
        let edge = Int128(999_999_999) * Int128(TimeSpan.day)
        type.constant("min", (try? classes.make(unchecked: TimeSpan(microseconds: -edge))) ?? .none)
        type.constant("max", (try? classes.make(unchecked: TimeSpan(microseconds: edge + Int128(TimeSpan.day) - 1))) ?? .none)
        type.constant("resolution", (try? classes.make(unchecked: TimeSpan(microseconds: 1))) ?? .none)
        type.getter("days") { _, value in .int(span(value)?.days ?? 0) }
        type.getter("seconds") { _, value in .int(span(value)?.seconds ?? 0) }
        type.getter("microseconds") { _, value in .int(span(value)?.fraction ?? 0) }
        type.method("total_seconds", "self, /") { _, a in .float(span(a[0])?.totalSeconds ?? 0) }
        type.method("__str__", "self, /") { _, a in .string(span(a[0])?.text ?? "") }
        type.method("__repr__", "self, /") { machine, a in
            guard let span = span(a[0]) else { return "" }
            var parts: [String] = []
            if span.days != 0 { parts.append("days=\(span.days)") }
            if span.seconds != 0 { parts.append("seconds=\(span.seconds)") }
            if span.fraction != 0 { parts.append("microseconds=\(span.fraction)") }
            return .string("\(DateClass.displayName(machine.type(of: a[0])))(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))")
        }
        type.method("__bool__", "self, /") { _, a in .bool(span(a[0])?.microseconds != 0) }
        type.method("__hash__", "self, /") { _, a in .int(span(a[0]).map { NumericHash.combine([$0.days, $0.seconds, $0.fraction]) } ?? 0) }
        DateClass.installComparison(type, "timedelta") { a, b, _ in
            guard let left = span(a), let right = span(b) else { return nil }
            return left < right ? -1 : left == right ? 0 : 1
        }
        installArithmetic(type, classes)
    }

    /// The length of a `timedelta`; nil for other values.
    static func span(_ value: Value) -> TimeSpan? { (value.asObject as? PyTimeDelta)?.span }

    private static func installArithmetic(_ type: PyType, _ classes: DateTimeModule.Classes) {
        func unary(_ name: String, _ change: @escaping (Int128) -> Int128) {
            type.method(name, "self, /") { machine, a in
                try classes.make(TimeSpan(microseconds: change(span(a[0])?.microseconds ?? 0)), machine)
            }
        }
        unary("__neg__") { -$0 }
        unary("__pos__") { $0 }
        unary("__abs__") { abs($0) }
        func binary(_ name: String, _ combine: @escaping (Int128, Int128) -> Int128) {
            type.method(name, "self, other, /") { machine, a in
                guard let left = span(a[0]), let right = span(a[1]) else { return machine.notImplemented }
                return try classes.make(TimeSpan(microseconds: combine(left.microseconds, right.microseconds)), machine)
            }
        }
        binary("__add__") { $0 + $1 }
        binary("__radd__") { $1 + $0 }
        binary("__sub__") { $0 - $1 }
        binary("__rsub__") { $1 - $0 }
        for name in ["__mul__", "__rmul__"] {
            type.method(name, "self, other, /") { machine, a in
                guard let left = span(a[0]), let ratio = ratio(a[1]) else { return machine.notImplemented }
                return try scaled(left, ratio.numerator, ratio.denominator, classes, machine)
            }
        }
        installDivision(type, classes)
    }

    /// An integer or a float as a fraction.
    private static func ratio(_ value: Value) -> (numerator: BigInt, denominator: BigInt)? {
        if let integer = value.asBigInt { return (integer, 1) }
        guard let number = value.asFloat, number.isFinite else { return nil }
        let exact = DecimalNumber(number)
        let signed = exact.isNegative ? -exact.coefficient : exact.coefficient
        if exact.exponent >= 0 { return (signed * BigInt.powerOfTen(exact.exponent), 1) }
        return (signed, BigInt.powerOfTen(-exact.exponent))
    }

    private static func scaled(
        _ span: TimeSpan, _ numerator: BigInt, _ denominator: BigInt, _ classes: DateTimeModule.Classes, _ machine: Machine
    ) throws -> Value {
        let product = BigInt(wide: span.microseconds) * numerator
        guard let value = product.dividedRoundingHalfEven(by: denominator) else {
            throw machine.error("ZeroDivisionError", "division by zero")
        }
        guard let total = value.asInt128 else {
            throw machine.error("OverflowError", "Python int too large to convert to C int")
        }
        return try classes.make(TimeSpan(microseconds: total), machine)
    }

    private static func installDivision(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.method("__truediv__", "self, other, /") { machine, a in
            guard let left = span(a[0]) else { return machine.notImplemented }
            if let right = span(a[1]) {
                return try machine.binary(
                    .divide, .integer(BigInt(wide: left.microseconds)), .integer(BigInt(wide: right.microseconds)))
            }
            guard let ratio = ratio(a[1]) else { return machine.notImplemented }
            if ratio.numerator.isZero { throw machine.error("ZeroDivisionError", "integer division or modulo by zero") }
            return try scaled(left, ratio.denominator, ratio.numerator, classes, machine)
        }
        type.method("__floordiv__", "self, other, /") { machine, a in
            guard let left = span(a[0]) else { return machine.notImplemented }
            let divisor = span(a[1]).map { BigInt(wide: $0.microseconds) } ?? a[1].asBigInt
            guard let divisor else { return machine.notImplemented }
            guard let quotient = BigInt(wide: left.microseconds).floorDivided(by: divisor)?.quotient else { throw zero(machine) }
            if span(a[1]) != nil { return .integer(quotient) }
            return try classes.make(TimeSpan(microseconds: quotient.asInt128 ?? 0), machine)
        }
        type.method("__mod__", "self, other, /") { machine, a in
            guard let left = span(a[0]), let right = span(a[1]) else { return machine.notImplemented }
            return try divided(left, right, classes, machine).remainder
        }
        type.method("__divmod__", "self, other, /") { machine, a in
            guard let left = span(a[0]), let right = span(a[1]) else { return machine.notImplemented }
            let parts = try divided(left, right, classes, machine)
            return .tuple([parts.quotient, parts.remainder])
        }
        for name in ["truediv", "floordiv", "mod", "divmod"] {
            guard let plain = type.lookup("__\(name)__") else { continue }
            type.method("__r\(name)__", "self, other, /") { machine, a in
                span(a[1]) == nil ? machine.notImplemented : try machine.call(plain, a[1], a[0])
            }
        }
    }

    private static func zero(_ machine: Machine) -> PyError {
        machine.error("ZeroDivisionError", "integer division or modulo by zero")
    }

    private static func divided(
        _ a: TimeSpan, _ b: TimeSpan, _ classes: DateTimeModule.Classes, _ machine: Machine
    ) throws -> (quotient: Value, remainder: Value) {
        guard let parts = BigInt(wide: a.microseconds).floorDivided(by: BigInt(wide: b.microseconds)) else { throw zero(machine) }
        return (.integer(parts.quotient), try classes.make(TimeSpan(microseconds: parts.remainder.asInt128 ?? 0), machine))
    }
}

extension DateTimeModule.Classes {
    fileprivate func make(unchecked span: TimeSpan) throws -> Value {
        let made = PyTimeDelta(type: timedelta)
        made.span = span
        return .object(made)
    }
}

/// Adds the parts of a `timedelta`, whole ones exactly, fractions as CPython rounds them.
private struct SpanSum {
    private var whole: Int128 = 0
    private var fraction = 0.0

    mutating func add(_ value: Value, _ factor: Int, _ name: String, _ machine: Machine) throws {
        if let integer = value.asBigInt {
            guard let product = (integer * BigInt(factor)).asInt128, product.magnitude < UInt128(1) << 120 else {
                throw machine.error("OverflowError", "Python int too large to convert to C int")
            }
            whole += product
        } else if let number = value.asFloat {
            if number.isNaN { throw machine.error("ValueError", "cannot convert float NaN to integer") }
            if number.isInfinite { throw machine.error("OverflowError", "cannot convert float infinity to integer") }
            guard number.magnitude < 1e24 else { throw machine.error("OverflowError", "Python int too large to convert to C int") }
            let integral = number.rounded(.towardZero)
            whole += Int128(integral) * Int128(factor)
            let scaled = (number - integral) * Double(factor)
            let scaledWhole = scaled.rounded(.towardZero)
            whole += Int128(scaledWhole)
            fraction += scaled - scaledWhole
        } else {
            throw machine.error(
                "TypeError", "unsupported type for timedelta \(name) component: \(machine.typeName(value))")
        }
    }

    var total: TimeSpan {
        var rounded = fraction.rounded(.toNearestOrAwayFromZero)
        if abs(rounded - fraction) == 0.5 {
            let odd = whole & 1 == 0 ? 0.0 : 1.0
            rounded = 2 * ((fraction + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd
        }
        return TimeSpan(microseconds: whole + Int128(rounded))
    }
}
