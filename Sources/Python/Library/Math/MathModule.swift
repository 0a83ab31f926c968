#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The module `math`; the elementary functions are those of the C library, as in CPython.
enum MathModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "math")
        for (name, value) in [("pi", Double.pi), ("e", M_E), ("tau", 2 * Double.pi), ("inf", .infinity), ("nan", .nan)] {
            module.add(name, .float(value))
        }
        addElementary(module, machine)
        addSpecial(module, machine)
        addRounding(module, machine)
        MathIntegers.add(to: module, machine)
        MathSums.add(to: module, machine)
        return module
    }

    /// The float of a number; raises TypeError in CPython's words.
    static func float(_ value: Value, _ machine: Machine) throws -> Double {
        if case .float(let number) = value { return number }
        if let number = value.asFloat { return number }
        if let integer = value.asBigInt {
            guard let number = integer.asDouble else { throw machine.error("OverflowError", "int too large to convert to float") }
            return number
        }
        for name in ["__float__", "__index__"] {
            guard let method = try machine.method(value, name) else { continue }
            let result = try machine.call(method)
            if let number = result.asFloat { return number }
            if let number = result.asBigInt?.asDouble { return number }
        }
        throw machine.error("TypeError", "must be real number, not \(machine.typeName(value))")
    }

    private static func checked(_ result: Double, _ arguments: [Double], _ machine: Machine) throws -> Value {
        if result.isNaN, !arguments.contains(where: \.isNaN) { throw machine.error("ValueError", "math domain error") }
        if result.isInfinite, arguments.allSatisfy(\.isFinite) { throw machine.error("OverflowError", "math range error") }
        return .float(result)
    }

    private static func addElementary(_ module: PyModule, _ machine: Machine) {
        let unary: [(String, (Double) -> Double)] = [
            ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }), ("asin", { asin($0) }), ("acos", { acos($0) }),
            ("atan", { atan($0) }), ("sinh", { sinh($0) }), ("cosh", { cosh($0) }), ("tanh", { tanh($0) }), ("asinh", { asinh($0) }),
            ("acosh", { acosh($0) }), ("exp", { exp($0) }), ("exp2", { exp2($0) }), ("expm1", { expm1($0) }),
            ("sqrt", { $0.squareRoot() }), ("cbrt", { cbrt($0) }), ("fabs", { fabs($0) }), ("erf", { erf($0) }), ("erfc", { erfc($0) }),
            ("degrees", { $0 * (180 / Double.pi) }), ("radians", { $0 * (Double.pi / 180) }),
        ]
        for (name, function) in unary {
            module.function(machine, name, "x, /") { machine, a in
                let x = try float(a[0], machine)
                return try checked(function(x), [x], machine)
            }
        }
        for (name, function) in [("atanh", { atanh($0) }), ("log1p", { log1p($0) })] as [(String, (Double) -> Double)] {
            module.function(machine, name, "x, /") { machine, a in
                let x = try float(a[0], machine)
                let result = function(x)
                if result.isInfinite, x.isFinite { throw machine.error("ValueError", "math domain error") }
                return try checked(result, [x], machine)
            }
        }
        let binary: [(String, (Double, Double) -> Double)] = [
            ("atan2", { atan2($0, $1) }), ("copysign", { copysign($0, $1) }), ("fmod", { fmod($0, $1) }),
            ("remainder", { remainder($0, $1) }), ("nextafter", { nextafter($0, $1) }),
        ]
        for (name, function) in binary {
            module.function(machine, name, "x, y, /") { machine, a in
                let (x, y) = (try float(a[0], machine), try float(a[1], machine))
                if name == "nextafter" { return .float(function(x, y)) }
                return try checked(function(x, y), [x, y], machine)
            }
        }
        addLogarithms(module, machine)
        addPower(module, machine)
    }

    private static func addPower(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "pow", "x, y, /") { machine, a in
            let (x, y) = (try float(a[0], machine), try float(a[1], machine))
            if x == 0, y < 0, y.isFinite { throw machine.error("ValueError", "math domain error") }
            return try checked(pow(x, y), [x, y], machine)
        }
        module.function(machine, "ldexp", "x, i, /") { machine, a in
            let x = try float(a[0], machine)
            if !a[1].isInteger, try machine.method(a[1], "__index__") == nil {
                throw machine.error("TypeError", "Expected an int as second argument to ldexp.")
            }
            let exponent = min(max(try machine.bigIndex(a[1]).asInt ?? 0, -100_000), 100_000)
            return try checked(scalbn(x, Int32(exponent)), [x], machine)
        }
    }

    /// A logarithm of integers of any size.
    private static func logarithm(_ value: Value, _ function: (Double) -> Double, _ machine: Machine) throws -> Double {
        if let integer = value.asBigInt, integer.asInt == nil {
            if integer.isNegative { throw machine.error("ValueError", "math domain error") }
            // As CPython: the logarithm of a mantissa in [0.5, 1) and that of the power of two, where a float cannot hold the integer.
            if let number = integer.asDouble { return function(number) }
            let width = integer.bitWidth
            let mantissa = scalbn((integer >> (width - 1000)).asDouble ?? 0, -1000)
            return function(mantissa) + function(2) * Double(width)
        }
        let x = try float(value, machine)
        if x <= 0 { throw machine.error("ValueError", "math domain error") }
        return function(x)
    }

    private static func addLogarithms(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "log", "x, base?, /") { machine, a in
            let top = try logarithm(a[0], { log($0) }, machine)
            guard let base = a.ifGiven(1) else { return .float(top) }
            let bottom = try logarithm(base, { log($0) }, machine)
            if bottom == 0 { throw machine.error("ZeroDivisionError", "float division by zero") }
            return .float(top / bottom)
        }
        module.function(machine, "log2", "x, /") { machine, a in .float(try logarithm(a[0], { log2($0) }, machine)) }
        module.function(machine, "log10", "x, /") { machine, a in .float(try logarithm(a[0], { log10($0) }, machine)) }
    }

    private static func addSpecial(_ module: PyModule, _ machine: Machine) {
        for (name, isLogarithm) in [("gamma", false), ("lgamma", true)] {
            module.function(machine, name, "x, /") { machine, a in
                let x = try float(a[0], machine)
                if x.isFinite, x <= 0, x == x.rounded() { throw machine.error("ValueError", "math domain error") }
                if x == -.infinity, !isLogarithm { throw machine.error("ValueError", "math domain error") }
                return try checked(isLogarithm ? GammaFunctions.logarithm(x) : GammaFunctions.gamma(x), [x], machine)
            }
        }
        for (name, test) in [
            ("isnan", { $0.isNaN }), ("isinf", { $0.isInfinite }), ("isfinite", { $0.isFinite }),
        ] as [(String, (Double) -> Bool)] {
            module.function(machine, name, "x, /") { machine, a in .bool(test(try float(a[0], machine))) }
        }
        module.function(machine, "frexp", "x, /") { machine, a in
            let x = try float(a[0], machine)
            guard x.isFinite, x != 0 else { return .tuple([.float(x), 0]) }
            let exponent = Int(x.exponent) + 1
            return .tuple([.float(scalbn(x, Int32(-exponent))), .int(exponent)])
        }
        module.function(machine, "modf", "x, /") { machine, a in
            let x = try float(a[0], machine)
            if x.isInfinite { return .tuple([.float(copysign(0, x)), .float(x)]) }
            let whole = x.rounded(.towardZero)
            return .tuple([.float(copysign(x - whole, x)), .float(whole)])
        }
        module.function(machine, "ulp", "x, /") { machine, a in
            let x = try float(a[0], machine)
            return .float(x.isFinite ? x.magnitude.ulp : x.magnitude)
        }
        module.function(machine, "isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { machine, a in
            let values = try (0..<4).map { try float(a[$0], machine) }
            if values[2] < 0 || values[3] < 0 { throw machine.error("ValueError", "tolerances must be non-negative") }
            if values[0] == values[1] { return true }
            if values[0].isInfinite || values[1].isInfinite { return false }
            let gap = (values[1] - values[0]).magnitude
            return .bool(gap <= (values[2] * values[1]).magnitude || gap <= (values[2] * values[0]).magnitude || gap <= values[3])
        }
    }

    private static func addRounding(_ module: PyModule, _ machine: Machine) {
        for (name, rule) in [("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero)] {
            module.function(machine, name, "x, /") { machine, a in
                if a[0].isInteger { return .integer(a[0].asBigInt ?? .zero) }
                if a[0].asFloat == nil, let method = try machine.method(a[0], "__\(name)__") { return try machine.call(method) }
                if name == "trunc", a[0].asFloat == nil {
                    throw machine.error("TypeError", "type \(machine.typeName(a[0])) doesn't define __trunc__ method")
                }
                let x = try float(a[0], machine)
                if x.isNaN { throw machine.error("ValueError", "cannot convert float NaN to integer") }
                if x.isInfinite { throw machine.error("OverflowError", "cannot convert float infinity to integer") }
                return .integer(BigInt(truncating: x.rounded(rule)) ?? .zero)
            }
        }
    }
}
