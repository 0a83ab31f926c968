/// The functions of `math` that work on integers.
enum MathIntegers {
    /// Puts the functions into the module.
    static func add(to module: PyModule, _ machine: Machine) {
        for (name, start) in [("gcd", 0), ("lcm", 1)] {
            module.function(machine, name, "*integers") { machine, a in
                var result = BigInt(start)
                for value in a.list(0) {
                    let next = try machine.bigIndex(value).absolute
                    let (long, short) = (
                        max(result.magnitude.count, next.magnitude.count), min(result.magnitude.count, next.magnitude.count)
                    )
                    try machine.charge(instructions: 1 + long * short * 4)
                    let common = BigInt.greatestCommonDivisor(result, next)
                    if name == "gcd" {
                        result = common
                    } else {
                        result = common.isZero ? .zero : (result.floorDivided(by: common)?.quotient ?? .zero) * next
                    }
                }
                return .integer(result)
            }
        }
        module.function(machine, "factorial", "n, /") { machine, a in
            if a[0].asFloat != nil {
                throw machine.error("TypeError", "'float' object cannot be interpreted as an integer")
            }
            let count = try machine.index(a[0])
            if count < 0 { throw machine.error("ValueError", "factorial() not defined for negative values") }
            return .integer(try product(from: 1, through: count, machine))
        }
        module.function(machine, "isqrt", "n, /") { machine, a in
            let number = try machine.bigIndex(a[0])
            if number.isNegative { throw machine.error("ValueError", "isqrt() argument must be nonnegative") }
            let words = number.magnitude.count
            try machine.charge(instructions: 1 + words * words)
            return .integer(number.squareRoot)
        }
        module.function(machine, "comb", "n, k, /") { machine, a in
            let (n, k) = (try machine.index(a[0]), try machine.index(a[1]))
            if n < 0 { throw machine.error("ValueError", "n must be a non-negative integer") }
            if k < 0 { throw machine.error("ValueError", "k must be a non-negative integer") }
            if k > n { return 0 }
            let few = min(k, n - k)
            let top = try product(from: n - few + 1, through: n, machine)
            return .integer(top.floorDivided(by: try product(from: 1, through: few, machine))?.quotient ?? .zero)
        }
        module.function(machine, "perm", "n, k=None, /") { machine, a in
            let n = try machine.index(a[0])
            let k = a[1].isNone ? n : try machine.index(a[1])
            if n < 0 { throw machine.error("ValueError", "n must be a non-negative integer") }
            if k < 0 { throw machine.error("ValueError", "k must be a non-negative integer") }
            return k > n ? 0 : .integer(try product(from: n - k + 1, through: n, machine))
        }
    }

    /// The product of a range of integers, paid for by its size.
    private static func product(from low: Int, through high: Int, _ machine: Machine) throws -> BigInt {
        var result = BigInt(1)
        guard low <= high else { return result }
        for factor in low...high {
            try machine.charge(instructions: 1 + result.magnitude.count)
            result = result * BigInt(factor)
        }
        return result
    }
}

/// The functions of `math` that add and multiply many numbers.
enum MathSums {
    /// Puts the functions into the module.
    static func add(to module: PyModule, _ machine: Machine) {
        module.function(machine, "fsum", "seq, /") { machine, a in
            .float(try exactSum(try machine.array(a[0]).map { try MathModule.float($0, machine) }, machine))
        }
        module.function(machine, "prod", "iterable, /, *, start=1") { machine, a in
            var result = a[1]
            try machine.iterate(a[0]) { element in
                result = try machine.binary(.multiply, result, element)
                return true
            }
            return result
        }
        module.function(machine, "hypot", "*coordinates") { machine, a in
            .float(norm(try a.list(0).map { try MathModule.float($0, machine) }))
        }
        module.function(machine, "dist", "p, q, /") { machine, a in
            let (p, q) = (try machine.array(a[0]), try machine.array(a[1]))
            guard p.count == q.count else {
                throw machine.error("ValueError", "both points must have the same number of dimensions")
            }
            return .float(norm(try zip(p, q).map { try MathModule.float($0, machine) - MathModule.float($1, machine) }))
        }
    }

    /// The sum rounded once: partial sums that do not overlap are kept (Shewchuk).
    static func exactSum(_ values: [Double], _ machine: Machine) throws -> Double {
        var partials: [Double] = []
        var special = 0.0
        for value in values {
            guard value.isFinite else {
                special += value
                continue
            }
            var x = value
            var kept = 0
            for var y in partials {
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 {
                    partials[kept] = low
                    kept += 1
                }
                x = high
            }
            partials.removeSubrange(kept...)
            partials.append(x)
            if !x.isFinite { throw machine.error("OverflowError", "intermediate overflow in fsum") }
        }
        if special != 0 || special.isNaN {
            if special.isNaN, !values.contains(where: \.isNaN) { throw machine.error("ValueError", "-inf + inf in fsum") }
            return special
        }
        return rounded(partials)
    }

    private static func rounded(_ partials: [Double]) -> Double {
        guard var high = partials.last else { return 0 }
        var index = partials.count - 1
        var low = 0.0
        while index > 0 {
            let x = high
            index -= 1
            let y = partials[index]
            high = x + y
            low = y - (high - x)
            if low != 0 { break }
        }
        // Half-way cases are decided by the next partial sum.
        if index > 0, (low < 0 && partials[index - 1] < 0) || (low > 0 && partials[index - 1] > 0) {
            let y = low * 2
            let x = high + y
            if y == x - high { high = x }
        }
        return high
    }

    /// The length of a vector without overflow on the way, correct to the last digit for nearly all inputs.
    static func norm(_ values: [Double]) -> Double {
        let sizes = values.map(\.magnitude)
        if sizes.contains(.infinity) { return .infinity }
        if sizes.contains(where: \.isNaN) { return .nan }
        guard let greatest = sizes.max(), greatest > 0 else { return 0 }
        let scale = Double(sign: .plus, exponent: -Int(greatest.exponent), significand: 1)
        var high = 0.0
        var low = 0.0
        for size in sizes {
            let x = size * scale
            let square = x * x
            let error = (-square).addingProduct(x, x)
            let sum = high + square
            low += (high - sum) + square + error
            high = sum
        }
        let root = (high + low).squareRoot()
        let rest = (high - root * root) - (-(root * root)).addingProduct(root, root) + low
        return (root + rest / (2 * root)) / scale
    }
}
