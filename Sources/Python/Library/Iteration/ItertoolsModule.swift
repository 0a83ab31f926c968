/// The module `itertools`.
enum ItertoolsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "itertools")
        for name in iteratorNames {
            let type = machine.types.builtin("itertools." + name)
            (type.name, type.qualifiedName, type.module, type.messageName) = (name, name, "itertools", "itertools." + name)
            IterationFunctions.installProtocol(on: type)
            if name == "count" || name == "repeat" {
                type.method("__repr__", "", on: { $0.asObject as? ClosureIterator }) { machine, own, _ in
                    .string(try own.describe?(machine) ?? name)
                }
            }
        }
        addEndless(module, machine)
        addChains(module, machine)
        addFilters(module, machine)
        addCombinations(module, machine)
        addGroups(module, machine)
        return module
    }

    private static let iteratorNames = [
        "_tee", "accumulate", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
        "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile", "zip_longest",
    ]

    /// An iterator from a closure that gives the next element; `held` is what it reads from.
    static func lazy(
        _ name: String, _ held: [Value] = [], _ next: @escaping (Machine, ClosureIterator) throws -> Value?
    ) -> Value {
        .object(ClosureIterator("itertools." + name, holding: held, next))
    }

    // MARK: Endless ones

    private static func addEndless(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "count", "start=0, step=1") { machine, a in
            for argument in [a[0], a[1]] where argument.asComplex == nil {
                let isNumber = try ["__index__", "__int__", "__float__"].contains { try machine.method(argument, $0) != nil }
                if !isNumber { throw machine.error("TypeError", "a number is required") }
            }
            return .object(count(from: a[0], by: a[1]))
        }
        module.function(machine, "cycle", "iterable, /") { machine, a in
            var saved: [Value] = []
            var isReading = true
            var index = 0
            return lazy("cycle", [try machine.iterator(a[0])]) { machine, own in
                if isReading, let element = try own.read(machine) {
                    try machine.charge(bytes: 16)
                    saved.append(element)
                    return element
                }
                isReading = false
                guard !saved.isEmpty else { return nil }
                defer { index = (index + 1) % saved.count }
                return saved[index]
            }
        }
        module.function(machine, "repeat", "object, times=None") { machine, a in
            .object(repetition(of: a[0], a[1].isNone ? nil : max(0, try machine.index(a[1]))))
        }
    }

    private static func count(from start: Value, by step: Value) -> ClosureIterator {
        var value = start
        let made = ClosureIterator("itertools.count") { machine, _ in
            defer { value = (try? machine.binary(.add, value, step)) ?? .none }
            return value
        }
        made.describe = { machine in
            let isPlain = if case .int(1) = step { true } else { false }
            return "count(\(try machine.repr(value))\(isPlain ? "" : ", " + (try machine.repr(step))))"
        }
        made.duplicate = { count(from: value, by: step) }
        return made
    }

    /// One value that many times, or endlessly.
    private static func repetition(of value: Value, _ times: Int?) -> ClosureIterator {
        var left = times
        let made = ClosureIterator("itertools.repeat") { _, _ in
            guard let turns = left else { return value }
            guard turns > 0 else { return nil }
            left = turns - 1
            return value
        }
        made.describe = { machine in "repeat(\(try machine.repr(value))\(left.map { ", \($0)" } ?? ""))" }
        made.count = { left }
        made.duplicate = { repetition(of: value, left) }
        return made
    }

    // MARK: Chains

    private static func chain(_ iterables: Value, _ machine: Machine) throws -> Value {
        // The iterables, and behind them the one that is read now.
        lazy("chain", [try machine.iterator(iterables)]) { machine, own in
            while true {
                if own.held.count > 1 {
                    if let element = try own.read(machine, 1) { return element }
                    own.held.removeLast()
                }
                guard let following = try own.read(machine) else { return nil }
                own.held.append(try machine.iterator(following))
            }
        }
    }

    private static func addChains(_ module: PyModule, _ machine: Machine) {
        if let type = try? machine.types.make("chain", module: "itertools") {
            let new = PyNativeFunction("__new__", qualifiedName: "chain.__new__") { machine, arguments in
                try chain(.tuple(Array(arguments.positional.dropFirst())), machine)
            }
            type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
            type.classMethod("from_iterable", "cls, iterable, /") { machine, a in try chain(a[1], machine) }
            module.add(type)
        }
        module.function(machine, "islice", "iterable, start, stop?, step=None, /") { machine, a in
            let isShort = !a.isGiven(2)
            /// What is no integer is as wrong as a negative one.
            func bound(_ value: Value) throws -> Int {
                try machine.method(value, "__index__") == nil ? -1 : machine.index(value)
            }
            var position = isShort || a[1].isNone ? 0 : try bound(a[1])
            let stop = isShort ? a[1] : a[2]
            let limit = stop.isNone ? Int.max : try bound(stop)
            let step = a[3].isNone ? 1 : try machine.index(a[3])
            if position < 0 || limit < 0 {
                throw machine.error(
                    "ValueError",
                    isShort
                        ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                        : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            }
            if step < 1 { throw machine.error("ValueError", "Step for islice() must be a positive integer or None.") }
            var taken = 0
            return lazy("islice", [try machine.iterator(a[0])]) { machine, own in
                guard position < limit else { return nil }
                while taken < position {
                    guard try own.read(machine) != nil else { return nil }
                    try machine.charge(instructions: 1)
                    taken += 1
                }
                guard let element = try own.read(machine) else { return nil }
                taken += 1
                position = position.addingReportingOverflow(step).overflow ? .max : position + step
                return element
            }
        }
        module.function(machine, "accumulate", "iterable, func=None, *, initial=None") { machine, a in
            let function = a[1]
            var total: Value? = a[2].isNone ? nil : a[2]
            var givesInitial = total != nil
            return lazy("accumulate", [try machine.iterator(a[0])]) { machine, own in
                if givesInitial {
                    givesInitial = false
                    return total
                }
                guard let element = try own.read(machine) else { return nil }
                total =
                    try total.map {
                        function.isNone ? try machine.binary(.add, $0, element) : try machine.call(function, $0, element)
                    } ?? element
                return total
            }
        }
    }
}
