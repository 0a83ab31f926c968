#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The methods of `random.Random` that draw real numbers.
enum RandomDistributions {
    /// The names that the module exports as functions.
    static let names = [
        "uniform", "triangular", "gauss", "normalvariate", "lognormvariate", "expovariate", "paretovariate", "weibullvariate",
        "gammavariate",
        "betavariate", "vonmisesvariate",
    ]

    /// The next number from 0 to 1; raises `MachineLimit` once the budget is used up.
    private typealias Next = () throws -> Double

    /// Gives the classes their behaviour.
    static func install(_ type: PyType) {
        func method(_ name: String, _ signature: String, _ body: @escaping (Next, PyRandom, [Double]) throws -> Double) {
            let count = signature.split(separator: ",").count
            type.method(name, "self, " + signature) { machine, a in
                let random = try RandomModule.random(a[0], machine)
                let arguments = try (1...count).map { try MathModule.float(a[$0], machine) }
                return .float(
                    try body(
                        {
                            // Some methods try again until a number fits, which may be never.
                            try machine.charge(instructions: 1)
                            return random.double(machine)
                        }, random, arguments))
            }
        }
        method("uniform", "a, b") { next, _, v in try v[0] + (v[1] - v[0]) * next() }
        type.method("triangular", "self, low=0.0, high=1.0, mode=None") { machine, a in
            let random = try RandomModule.random(a[0], machine)
            var (low, high) = (try MathModule.float(a[1], machine), try MathModule.float(a[2], machine))
            var u = random.double(machine)
            if high == low { return .float(low) }
            var c = a[3].isNone ? 0.5 : (try MathModule.float(a[3], machine) - low) / (high - low)
            if u > c {
                u = 1 - u
                c = 1 - c
                (low, high) = (high, low)
            }
            return .float(low + (high - low) * (u * c).squareRoot())
        }
        method("gauss", "mu=0.0, sigma=1.0") { next, random, v in
            if let saved = random.nextGauss {
                random.nextGauss = nil
                return v[0] + saved * v[1]
            }
            let angle = try next() * 2 * Double.pi
            let radius = try (-2 * log(1 - next())).squareRoot()
            random.nextGauss = sin(angle) * radius
            return v[0] + cos(angle) * radius * v[1]
        }
        method("normalvariate", "mu=0.0, sigma=1.0") { next, _, v in try normal(next, v[0], v[1]) }
        method("lognormvariate", "mu, sigma") { next, _, v in try exp(normal(next, v[0], v[1])) }
        method("expovariate", "lambd") { next, _, v in try -log(1 - next()) / v[0] }
        method("paretovariate", "alpha") { next, _, v in try pow(1 - next(), -1 / v[0]) }
        method("weibullvariate", "alpha, beta") { next, _, v in try v[0] * pow(-log(1 - next()), 1 / v[1]) }
        method("gammavariate", "alpha, beta") { next, _, v in try gamma(next, v[0], v[1]) }
        method("betavariate", "alpha, beta") { next, _, v in
            let y = try gamma(next, v[0], 1)
            return y == 0 ? 0 : try y / (y + gamma(next, v[1], 1))
        }
        method("vonmisesvariate", "mu, kappa") { next, _, v in try angle(next, v[0], v[1]) }
    }

    /// An angle on the circle around `mean` by the method that CPython uses (Fisher, Statistical Analysis of Circular Data).
    private static func angle(_ next: Next, _ mean: Double, _ concentration: Double) throws -> Double {
        if concentration <= 1e-6 { return try 2 * Double.pi * next() }
        let s = 0.5 / concentration
        let r = s + (1 + s * s).squareRoot()
        var z = 0.0
        while true {
            z = try cos(Double.pi * next())
            let d = z / (r + z)
            let u = try next()
            if u < 1 - d * d || u <= (1 - d) * exp(d) { break }
        }
        let q = 1 / r
        let f = (q + z) / (1 + q * z)
        let sum = try next() > 0.5 ? mean + acos(f) : mean - acos(f)
        let rest = fmod(sum, 2 * Double.pi)
        return rest < 0 ? rest + 2 * Double.pi : rest
    }

    /// A normal number by the ratio of uniforms (Kinderman and Monahan), as CPython draws it.
    private static func normal(_ next: Next, _ mean: Double, _ deviation: Double) throws -> Double {
        let factor = 4 * exp(-0.5) / 2.0.squareRoot()
        while true {
            let u = try next()
            let v = try 1 - next()
            let z = factor * (u - 0.5) / v
            if z * z / 4 <= -log(v) { return mean + z * deviation }
        }
    }

    /// A gamma number by the methods that CPython uses (Cheng for alpha above 1, ALGORITHM GS below).
    private static func gamma(_ next: Next, _ alpha: Double, _ beta: Double) throws -> Double {
        if alpha > 1 {
            let ainv = (2 * alpha - 1).squareRoot()
            let b = alpha - log(4)
            let c = alpha + ainv
            while true {
                let u = try next()
                guard u > 1e-7, u < 0.9999999 else { continue }
                let w = try 1 - next()
                let v = log(u / (1 - u)) / ainv
                let x = alpha * exp(v)
                let z = u * u * w
                let r = b + c * v - x
                if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * beta }
            }
        }
        if alpha == 1 { return try -log(1 - next()) * beta }
        while true {
            let u = try next()
            let b = (M_E + alpha) / M_E
            let p = b * u
            let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
            let v = try next()
            if p > 1 ? v <= pow(x, alpha - 1) : v <= exp(-x) { return x * beta }
        }
    }
}
