#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The methods of `random.Random` that draw integers and elements.
enum RandomMethods {
    /// The names that the module exports as functions.
    static let names = [
        "seed", "random", "getrandbits", "randbytes", "randrange", "randint", "choice", "choices", "shuffle", "sample", "getstate",
        "setstate",
    ]

    /// What the first version of seeding makes of a text or bytes: a hash of 64 bits (CPython 3.11 `random.Random.seed`).
    private static func firstVersion(of seed: Value, _ machine: Machine) throws -> Value {
        guard let points = seed.asStr?.points ?? (seed.asBytes.flatMap { $0.isMutable ? nil : $0.bytes.map(UInt32.init) }) else {
            return seed
        }
        try machine.charge(instructions: points.count)
        var hash = UInt64(points.first ?? 0) << 7
        for point in points { hash = 1_000_003 &* hash ^ UInt64(point) }
        hash ^= UInt64(points.count)
        return hash == .max ? -2 : .integer(BigInt(magnitude: [UInt(hash)]))
    }

    /// Gives the classes their behaviour.
    static func install(_ type: PyType) {
        func method(_ name: String, _ signature: String, _ body: @escaping (Machine, PyRandom, BoundArguments) throws -> Value) {
            type.method(name, "self" + signature) { machine, a in try body(machine, try RandomModule.random(a[0], machine), a) }
        }
        method("seed", ", a=None, version=2") { machine, random, a in
            let isFirstVersion = a[2].asInt == 1
            if !random.isSystem { try RandomModule.seed(random, isFirstVersion ? firstVersion(of: a[1], machine) : a[1], machine) }
            return .none
        }
        method("random", "") { machine, random, _ in .float(random.double(machine)) }
        method("getrandbits", ", k, /") { machine, random, a in
            let count = try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "number of bits must be non-negative") }
            try machine.charge(bytes: count / 8)
            return .integer(random.bits(count, machine))
        }
        method("randbytes", ", n") { machine, random, a in
            let count = try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "number of bits must be non-negative") }
            try machine.charge(bytes: count)
            return .bytes(random.bits(count * 8, machine).bigEndianBytes(count).reversed())
        }
        method("randrange", ", start, stop=None, step=1") { machine, random, a in try range(random, a, machine) }
        method("randint", ", a, b") { machine, random, a in
            let (low, high) = (try whole(a[1], "arg 1", machine), try whole(a[2], "stop", machine))
            guard low <= high else {
                throw machine.error(
                    "ValueError", "empty range for randrange() (\(low.text()), \((high + 1).text()), \((high + 1 - low).text()))")
            }
            return .integer(low + random.below(high - low + 1, machine))
        }
        installElements(method)
        installState(method)
    }

    /// An integer, or another number that is a whole one; raises ValueError for the rest.
    private static func whole(_ value: Value, _ name: String, _ machine: Machine) throws -> BigInt {
        if try value.isInteger || machine.method(value, "__index__") != nil { return try machine.bigIndex(value) }
        let number = try machine.makeInteger(value, base: nil)
        guard try machine.isEqual(.integer(number), value) else {
            throw machine.error("ValueError", "non-integer \(name) for randrange()")
        }
        return number
    }

    private static func range(_ random: PyRandom, _ a: BoundArguments, _ machine: Machine) throws -> Value {
        let start = try whole(a[1], "arg 1", machine)
        if a[2].isNone {
            if !a[3].isIdentical(to: 1) { throw machine.error("TypeError", "Missing a non-None stop argument") }
            guard start > .zero else { throw machine.error("ValueError", "empty range for randrange()") }
            return .integer(random.below(start, machine))
        }
        let (stop, step) = (try whole(a[2], "stop", machine), try whole(a[3], "step", machine))
        let width = stop - start
        if step.isZero { throw machine.error("ValueError", "zero step for randrange()") }
        let rounding = step.isNegative ? step + 1 : step - 1
        guard let count = (width + rounding).floorDivided(by: step)?.quotient, count > .zero else {
            let detail = step == 1 ? " (\(start.text()), \(stop.text()), \(width.text()))" : ""
            throw machine.error("ValueError", "empty range for randrange()\(detail)")
        }
        return .integer(start + step * random.below(count, machine))
    }

    private typealias Declare = (String, String, @escaping (Machine, PyRandom, BoundArguments) throws -> Value) -> Void

    private static func installElements(_ method: Declare) {
        method("choice", ", seq") { machine, random, a in
            let count = try machine.length(a[1])
            if count == 0 { throw machine.error("IndexError", "Cannot choose from an empty sequence") }
            return try machine.item(a[1], .int(random.below(count, machine)))
        }
        method("choices", ", population, weights=None, *, cum_weights=None, k=1") { machine, random, a in
            try choices(random, a, machine)
        }
        method("shuffle", ", x") { machine, random, a in
            if let list = a[1].asList {
                for index in stride(from: list.elements.count - 1, to: 0, by: -1) {
                    try machine.charge(instructions: 1)
                    list.elements.swapAt(index, random.below(index + 1, machine))
                }
                return .none
            }
            for index in stride(from: try machine.length(a[1]) - 1, to: 0, by: -1) {
                let other = random.below(index + 1, machine)
                let (x, y) = (try machine.item(a[1], .int(index)), try machine.item(a[1], .int(other)))
                try machine.setItem(a[1], .int(index), y)
                try machine.setItem(a[1], .int(other), x)
            }
            return .none
        }
        method("sample", ", population, k, *, counts=None") { machine, random, a in try sample(random, a, machine) }
    }

    private static func choices(_ random: PyRandom, _ a: BoundArguments, _ machine: Machine) throws -> Value {
        let population = try machine.array(a[1])
        let count = max(0, try machine.index(a[4]))
        try machine.charge(bytes: 16, times: count)
        if a[2].isNone, a[3].isNone {
            if population.isEmpty, count > 0 {
                _ = random.double(machine)
                throw machine.error("IndexError", "list index out of range")
            }
            return .list((0..<count).map { _ in population[Int((random.double(machine) * Double(population.count)).rounded(.down))] })
        }
        if !a[2].isNone, !a[3].isNone { throw machine.error("TypeError", "Cannot specify both weights and cumulative weights") }
        var cumulative = try machine.array(a[3].isNone ? a[2] : a[3]).map { try MathModule.float($0, machine) }
        if a[3].isNone { for index in cumulative.indices.dropFirst() { cumulative[index] += cumulative[index - 1] } }
        guard cumulative.count == population.count else {
            throw machine.error("ValueError", "The number of weights does not match the population")
        }
        if cumulative.isEmpty { throw machine.error("IndexError", "list index out of range") }
        let total = cumulative.last ?? 0
        if total <= 0 { throw machine.error("ValueError", "Total of weights must be greater than zero") }
        if !total.isFinite { throw machine.error("ValueError", "Total of weights must be finite") }
        return .list(
            (0..<count).map { _ in
                let point = random.double(machine) * total
                let index = cumulative.dropLast().firstIndex { point < $0 } ?? population.count - 1
                return population[index]
            })
    }

    private static func sample(_ random: PyRandom, _ a: BoundArguments, _ machine: Machine) throws -> Value {
        if a[1].asSet != nil || a[1].asDict != nil {
            throw machine.error("TypeError", "Population must be a sequence.  For dicts or sets, use sorted(d).")
        }
        if a[3].isNone, let large = try sampleOfLarge(random, a, machine) { return large }
        var population = try machine.array(a[1])
        if !a[3].isNone {
            let counts = try machine.array(a[3]).map { try machine.index($0) }
            if counts.count != population.count { throw machine.error("ValueError", "The number of counts does not match the population") }
            for count in counts { try machine.charge(bytes: 16, times: min(max(0, count), 1 << 40)) }
            population = zip(population, counts).flatMap { [Value](repeating: $0, count: max(0, $1)) }
        }
        let count = try machine.index(a[2])
        guard count >= 0, count <= population.count else {
            throw machine.error("ValueError", "Sample larger than population or is negative")
        }
        var made: [Value] = []
        if population.count <= setSize(count) {
            for taken in 0..<count {
                let index = random.below(population.count - taken, machine)
                made.append(population[index])
                population[index] = population[population.count - taken - 1]
            }
            return .list(made)
        }
        var selected: Set<Int> = []
        for _ in 0..<count {
            var index = random.below(population.count, machine)
            while !selected.insert(index).inserted { index = random.below(population.count, machine) }
            made.append(population[index])
        }
        return .list(made)
    }

    /// A sample of a long sequence, which is not read as a whole; nil where the sequence is short.
    private static func sampleOfLarge(_ random: PyRandom, _ a: BoundArguments, _ machine: Machine) throws -> Value? {
        let length = try machine.length(a[1])
        let count = try machine.index(a[2])
        guard count >= 0, count <= length, length > setSize(count) else { return nil }
        try machine.charge(bytes: 32, times: count)
        var selected: Set<Int> = []
        return .list(
            try (0..<count).map { _ in
                var index = random.below(length, machine)
                while !selected.insert(index).inserted { index = random.below(length, machine) }
                return try machine.item(a[1], .int(index))
            })
    }

    /// Up to how many elements CPython takes a sample from a copy.
    private static func setSize(_ count: Int) -> Int {
        21 + (count > 5 ? Int(pow(4, (log(Double(count * 3)) / log(4)).rounded(.up))) : 0)
    }

    private static func installState(_ method: Declare) {
        method("getstate", "") { machine, random, _ in
            let words = random.twister.state.map { Value.int(Int($0)) } + [.int(random.twister.index)]
            return .tuple([3, .tuple(words), random.nextGauss.map { .float($0) } ?? .none])
        }
        method("setstate", ", state") { machine, random, a in
            let parts = try machine.array(a[1])
            if let version = parts.first, version.asInt != 3, version.asInt != 2 {
                throw machine.error(
                    "ValueError",
                    "state with version \(try machine.str(version)) passed to Random.setstate() of version 3")
            }
            guard parts.count == 3, let words = parts[1].asTuple?.elements.compactMap(\.asInt), words.count == 625,
                (0...624).contains(words[624])
            else { throw machine.error("ValueError", "state vector is the wrong size") }
            random.twister = MersenneTwister(state: words.prefix(624).map { UInt32(truncatingIfNeeded: $0) }, index: words[624])
            random.nextGauss = parts[2].asFloat
            return .none
        }
    }
}
