/// The module `statistics`.
enum StatisticsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "statistics")
        let problem = try machine.types.make("StatisticsError", module: "statistics", bases: [machine.types.exception("ValueError")])
        module.add(problem)
        addAverages(module, problem, machine)
        addSpread(module, problem, machine)
        addOrder(module, problem, machine)
        try LibraryExtras.statistics.run(in: module, machine)
        return module
    }

    private static func values(_ value: Value, _ machine: Machine) throws -> [Value] { try machine.array(value) }

    private static func fraction(_ value: Value, _ machine: Machine) throws -> Ratio {
        if let ratio = try Ratio(value, machine) { return ratio }
        throw machine.error("TypeError", "can't convert type '\(machine.typeName(value))' to numerator/denominator")
    }

    /// An exact result as the type of the data has it: an integer that is whole stays one.
    private static func converted(_ ratio: Ratio, like data: [Value], _ machine: Machine) throws -> Value {
        try refuseMixture(data, machine)
        if data.contains(where: { $0.asFloat != nil }) { return .float(ratio.double) }
        if let decimal = data.first(where: { $0.asObject is PyDecimal }), decimal.asObject is PyDecimal {
            let classes = try DecimalModule.classes(machine)
            return try classes.compute(machine) {
                classes.make(try $0.divide(DecimalNumber(ratio.numerator), DecimalNumber(ratio.denominator)))
            }
        }
        if data.contains(where: { machine.type(of: $0).name == "Fraction" }) { return try FractionClass.make(ratio, machine) }
        return ratio.denominator == 1 ? .integer(ratio.numerator) : .float(ratio.double)
    }

    /// Raises TypeError for decimals among other numbers with fractions.
    private static func refuseMixture(_ data: [Value], _ machine: Machine) throws {
        guard data.contains(where: { $0.asObject is PyDecimal }) else { return }
        var names: [String] = []
        for value in data where !value.isInteger && !names.contains(machine.type(of: value).name) {
            names.append(machine.type(of: value).name)
        }
        if names.count > 1 { throw machine.error("TypeError", "don't know how to coerce \(names[0]) and \(names[1])") }
    }

    /// The sum of data with infinities or NaN in it; nil where all of it is finite.
    private static func unbounded(_ data: [Value]) -> Double? {
        let floats = data.compactMap(\.asFloat)
        return floats.allSatisfy(\.isFinite) ? nil : floats.filter { !$0.isFinite }.reduce(0, +)
    }

    private static func mean(_ data: [Value], _ machine: Machine) throws -> Ratio {
        try data.reduce(Ratio(0)) { $0 + (try fraction($1, machine)) } / Ratio(BigInt(data.count))
    }

    private static func addAverages(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        func require(_ data: [Value], _ count: Int, _ words: String, _ machine: Machine) throws {
            if data.count < count { throw machine.error(problem, [.string(words)]) }
        }
        module.function(machine, "mean", "data") { machine, a in
            let data = try values(a[0], machine)
            try require(data, 1, "mean requires at least one data point", machine)
            if let sum = unbounded(data) { return .float(sum / Double(data.count)) }
            return try converted(try mean(data, machine), like: data, machine)
        }
        module.function(machine, "fmean", "data, weights=None") { machine, a in
            let data = try values(a[0], machine).map { try MathModule.float($0, machine) }
            if data.isEmpty { throw machine.error(problem, ["fmean requires at least one data point"]) }
            if a[1].isNone { return .float(try MathSums.exactSum(data, machine) / Double(data.count)) }
            let weights = try values(a[1], machine).map { try MathModule.float($0, machine) }
            if weights.count != data.count { throw machine.error(problem, ["data and weights must be the same length"]) }
            let total = try MathSums.exactSum(weights, machine)
            if total == 0 { throw machine.error(problem, ["sum of weights must be non-zero"]) }
            return .float(try MathSums.exactSum(zip(data, weights).map { $0 * $1 }, machine) / total)
        }
        module.function(machine, "geometric_mean", "data") { machine, a in
            let log = try machine.imported("math", "log")
            let words: Value = "geometric mean requires a non-empty dataset containing positive numbers"
            let data: [Double]
            do {
                data = try values(a[0], machine).map { try MathModule.float(try machine.call(log, $0), machine) }
            } catch let raised as PyError where machine.isError(raised, "ValueError") {
                throw machine.error(problem, [words])
            }
            if data.isEmpty { throw machine.error(problem, [words]) }
            return try machine.call(
                try machine.imported("math", "exp"), .float(try MathSums.exactSum(data, machine) / Double(data.count)))
        }
        module.function(machine, "harmonic_mean", "data, weights=None") { machine, a in
            let data = try values(a[0], machine)
            try require(data, 1, "harmonic_mean requires at least one data point", machine)
            if data.count == 1, a[1].isNone, data[0].isInteger || data[0].asFloat != nil || data[0].asInstance != nil {
                if try machine.isTrue(machine.compare(data[0], 0, .less)) {
                    throw machine.error(problem, ["harmonic mean does not support negative values"])
                }
                return data[0]
            }
            if !a[1].isNone, try values(a[1], machine).count != data.count {
                throw machine.error(problem, ["Number of weights does not match data size"])
            }
            for value in data where try machine.isTrue(machine.compare(value, 0, .less)) {
                throw machine.error(problem, ["harmonic mean does not support negative values"])
            }
            if unbounded(data) != nil { return .float(.nan) }
            let ratios = try data.map { try fraction($0, machine) }
            let weights = a[1].isNone ? [Value](repeating: 1, count: data.count) : try values(a[1], machine)
            if try zip(ratios, weights).contains(where: { try $0.numerator.isZero && machine.isTrue($1) }) { return 0 }
            let quotients = try zip(weights, data).map { try machine.isTrue($0) ? machine.binary(.divide, $0, $1) : 0 }
            let sum = try quotients.reduce(Ratio(0)) { $0 + (try fraction($1, machine)) }
            let total = try weights.reduce(Ratio(0)) { $0 + (try fraction($1, machine)) }
            return try converted(total / sum, like: quotients, machine)
        }
    }

    private static func addSpread(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        for (name, isPopulation, isRoot) in [
            ("variance", false, false), ("pvariance", true, false), ("stdev", false, true), ("pstdev", true, true),
        ] {
            module.function(machine, name, isPopulation ? "data, mu=None" : "data, xbar=None") { machine, a in
                let data = try values(a[0], machine)
                let least = isPopulation ? 1 : 2
                if data.count < least {
                    throw machine.error(
                        problem, [.string("\(name) requires at least \(least == 1 ? "one data point" : "two data points")")])
                }
                if unbounded(data) != nil {
                    if isRoot { throw machine.error("AttributeError", "'float' object has no attribute 'numerator'") }
                    return .float(.nan)
                }
                let middle = try a[1].isNone ? mean(data, machine) : fraction(a[1], machine)
                let squares = try data.reduce(Ratio(0)) { sum, value in
                    let gap = try fraction(value, machine) - middle
                    return sum + gap * gap
                }
                let variance = squares / Ratio(BigInt(isPopulation ? data.count : data.count - 1))
                if isRoot, data.contains(where: { $0.asObject is PyDecimal }) {
                    return try machine.call(try machine.attribute(try converted(variance, like: data, machine), "sqrt"))
                }
                return isRoot ? .float(variance.squareRoot) : try converted(variance, like: data, machine)
            }
        }
        module.function(machine, "correlation", "x, y, /") { machine, a in
            let (x, y) = (try values(a[0], machine), try values(a[1], machine))
            if x.count != y.count {
                throw machine.error(problem, ["correlation requires that both inputs have same number of data points"])
            }
            if x.count < 2 { throw machine.error(problem, ["correlation requires at least two data points"]) }
            let (mx, my) = (try mean(x, machine), try mean(y, machine))
            var (xy, xx, yy) = (Ratio(0), Ratio(0), Ratio(0))
            for (a, b) in zip(x, y) {
                let (dx, dy) = (try fraction(a, machine) - mx, try fraction(b, machine) - my)
                (xy, xx, yy) = (xy + dx * dy, xx + dx * dx, yy + dy * dy)
            }
            if xx.numerator.isZero || yy.numerator.isZero { throw machine.error(problem, ["at least one of the inputs is constant"]) }
            return .float(xy.double / (xx * yy).squareRoot)
        }
    }

    private static func addOrder(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        func sorted(_ value: Value, _ machine: Machine) throws -> [Value] {
            let data = try values(value, machine)
            if data.isEmpty { throw machine.error(problem, ["no median for empty data"]) }
            return try machine.array(try machine.call(machine.builtins["sorted"] ?? .none, .list(data)))
        }
        module.function(machine, "median", "data") { machine, a in
            let data = try sorted(a[0], machine)
            let half = data.count / 2
            if data.count % 2 == 1 { return data[half] }
            return try machine.binary(.divide, try machine.binary(.add, data[half - 1], data[half]), 2)
        }
        module.function(machine, "median_low", "data") { machine, a in
            let data = try sorted(a[0], machine)
            return data[(data.count - 1) / 2]
        }
        module.function(machine, "median_high", "data") { machine, a in
            let data = try sorted(a[0], machine)
            return data[data.count / 2]
        }
        for name in ["mode", "multimode"] {
            module.function(machine, name, "data") { machine, a in
                let counts = PyDict()
                for value in try values(a[0], machine) {
                    try counts.setValue(.int((try counts.value(for: value, machine)?.asInt ?? 0) + 1), for: value, machine)
                }
                let most = counts.values.compactMap(\.asInt).max() ?? 0
                let found = counts.items.filter { $0.value.asInt == most }.map(\.key)
                if name == "multimode" { return .list(found) }
                guard let first = found.first else { throw machine.error(problem, ["no mode for empty data"]) }
                return first
            }
        }
        module.function(machine, "quantiles", "data, *, n=4, method='exclusive'") { machine, a in
            if try machine.isTrue(machine.compare(a[1], 1, .less)) { throw machine.error(problem, ["n must be at least 1"]) }
            let data = try machine.array(try machine.call(machine.builtins["sorted"] ?? .none, a[0]))
            if data.count < 2 { throw machine.error(problem, ["must have at least two data points"]) }
            let count = try machine.index(a[1])
            let method = a[2].asString
            let isInclusive = method == "inclusive"
            if !isInclusive, method != "exclusive" {
                throw machine.error("ValueError", "Unknown method: \(try machine.repr(a[2]))")
            }
            let size = isInclusive ? data.count - 1 : data.count + 1
            try machine.charge(bytes: 16, times: count)
            return .list(
                try (1..<count).map { turn in
                    var index = turn * size / count
                    if !isInclusive { index = min(max(index, 1), data.count - 1) }
                    let rest = turn * size - index * count
                    let low = isInclusive ? data[index] : data[index - 1]
                    let high = isInclusive ? data[min(index + 1, data.count - 1)] : data[index]
                    let sum = try machine.binary(
                        .add, try machine.binary(.multiply, low, .int(count - rest)), try machine.binary(.multiply, high, .int(rest)))
                    return try machine.binary(.divide, sum, .int(count))
                })
        }
    }
}
