/// The module `itertools`.
enum ItertoolsModule {
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "itertools")
        addEndless(module, machine)
        addChains(module, machine)
        addFilters(module, machine)
        addCombinations(module, machine)
        addGroups(module, machine)
        return module
    }

    /// An iterator from a closure that gives the next element.
    private static func lazy(_ name: String, _ next: @escaping (Machine) throws -> Value?) -> Value {
        .object(ClosureIterator("itertools." + name, next))
    }

    // MARK: Endless ones

    private static func addEndless(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "count", "start=0, step=1") { machine, a in
            var value = a[0]
            let step = a[1]
            return lazy("count") { machine in
                defer { value = (try? machine.binary(.add, value, step)) ?? .none }
                return value
            }
        }
        module.function(machine, "cycle", "iterable, /") { machine, a in
            let source = try machine.iterator(a[0])
            var saved: [Value] = []
            var isReading = true
            var index = 0
            return lazy("cycle") { machine in
                if isReading, let element = try machine.next(source) {
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
            var left = a[1].isNone ? Int.max : max(0, try machine.index(a[1]))
            let (value, isEndless) = (a[0], a[1].isNone)
            return lazy("repeat") { _ in
                guard left > 0 else { return nil }
                if !isEndless { left -= 1 }
                return value
            }
        }
    }

    // MARK: Chains

    private static func chain(_ iterables: Value, _ machine: Machine) throws -> Value {
        let outer = try machine.iterator(iterables)
        var inner: Value?
        return lazy("chain") { machine in
            while true {
                if let current = inner {
                    if let element = try machine.next(current) { return element }
                    inner = nil
                }
                guard let following = try machine.next(outer) else { return nil }
                inner = try machine.iterator(following)
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
            var position = isShort || a[1].isNone ? 0 : try machine.index(a[1])
            let stop = isShort ? a[1] : a[2]
            let limit = stop.isNone ? Int.max : try machine.index(stop)
            let step = a[3].isNone ? 1 : try machine.index(a[3])
            if position < 0 || limit < 0 {
                throw machine.error(
                    "ValueError",
                    isShort
                        ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                        : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            }
            if step < 1 { throw machine.error("ValueError", "Step for islice() must be a positive integer or None.") }
            let source = try machine.iterator(a[0])
            var taken = 0
            return lazy("islice") { machine in
                guard position < limit else { return nil }
                while taken < position {
                    guard try machine.next(source) != nil else { return nil }
                    try machine.charge(instructions: 1)
                    taken += 1
                }
                guard let element = try machine.next(source) else { return nil }
                taken += 1
                position = position.addingReportingOverflow(step).overflow ? .max : position + step
                return element
            }
        }
        module.function(machine, "accumulate", "iterable, func=None, *, initial=None") { machine, a in
            let source = try machine.iterator(a[0])
            let function = a[1]
            var total: Value? = a[2].isNone ? nil : a[2]
            var givesInitial = total != nil
            return lazy("accumulate") { machine in
                if givesInitial {
                    givesInitial = false
                    return total
                }
                guard let element = try machine.next(source) else { return nil }
                total =
                    try total.map {
                        function.isNone ? try machine.binary(.add, $0, element) : try machine.call(function, $0, element)
                    } ?? element
                return total
            }
        }
    }

    // MARK: Filters

    private static func addFilters(_ module: PyModule, _ machine: Machine) {
        func filter(_ name: String, _ body: @escaping (Value) -> (Machine, Value, Value) throws -> Value?) {
            module.function(machine, name, "function, iterable, /") { machine, a in
                let source = try machine.iterator(a[1])
                let step = body(a[0])
                return lazy(name) { machine in try step(machine, source, .none) }
            }
        }
        filter("takewhile") { function in
            var isDone = false
            return { machine, source, _ in
                guard !isDone, let element = try machine.next(source) else { return nil }
                if try machine.isTrue(machine.call(function, element)) { return element }
                isDone = true
                return nil
            }
        }
        filter("dropwhile") { function in
            var isDropping = true
            return { machine, source, _ in
                while let element = try machine.next(source) {
                    try machine.charge(instructions: 1)
                    if isDropping, try machine.isTrue(machine.call(function, element)) { continue }
                    isDropping = false
                    return element
                }
                return nil
            }
        }
        filter("filterfalse") { function in
            { machine, source, _ in
                while let element = try machine.next(source) {
                    try machine.charge(instructions: 1)
                    let test = function.isNone ? element : try machine.call(function, element)
                    if try !machine.isTrue(test) { return element }
                }
                return nil
            }
        }
        filter("starmap") { function in
            { machine, source, _ in
                guard let element = try machine.next(source) else { return nil }
                return try machine.call(function, Arguments(machine.array(element)))
            }
        }
        module.function(machine, "compress", "data, selectors") { machine, a in
            let (data, selectors) = (try machine.iterator(a[0]), try machine.iterator(a[1]))
            return lazy("compress") { machine in
                while let element = try machine.next(data), let selector = try machine.next(selectors) {
                    if try machine.isTrue(selector) { return element }
                    try machine.charge(instructions: 1)
                }
                return nil
            }
        }
    }

    // MARK: Combinations

    private static func addCombinations(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "product", "*iterables, repeat=1") { machine, a in
            let pools = try a.list(0).map { try machine.array($0) }
            let count = max(0, try machine.index(a[1]))
            try machine.charge(bytes: min(count, 1 << 30) * pools.count * 16)
            let all = (0..<count).flatMap { _ in pools }
            var indices: [Int]? = all.contains(where: \.isEmpty) ? nil : [Int](repeating: 0, count: all.count)
            return lazy("product") { _ in
                guard var current = indices else { return nil }
                let made = Value.tuple(zip(all, current).map { $0[$1] })
                var slot = all.count - 1
                while slot >= 0 {
                    current[slot] += 1
                    if current[slot] < all[slot].count { break }
                    current[slot] = 0
                    slot -= 1
                }
                indices = slot < 0 ? nil : current
                return made
            }
        }
        module.function(machine, "permutations", "iterable, r=None") { machine, a in
            let pool = try machine.array(a[0])
            let count = a[1].isNone ? pool.count : try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "r must be non-negative") }
            return permutations(pool, count)
        }
        for (name, repeats) in [("combinations", false), ("combinations_with_replacement", true)] {
            module.function(machine, name, "iterable, r") { machine, a in
                let pool = try machine.array(a[0])
                let count = try machine.index(a[1])
                if count < 0 { throw machine.error("ValueError", "r must be non-negative") }
                if repeats { try machine.charge(bytes: min(count, 1 << 40) * 8) }
                return combinations(name, pool, count, repeats)
            }
        }
        module.function(machine, "pairwise", "iterable, /") { machine, a in
            let source = try machine.iterator(a[0])
            var previous: Value?
            return lazy("pairwise") { machine in
                if previous == nil { previous = try machine.next(source) }
                guard let first = previous, let second = try machine.next(source) else { return nil }
                previous = second
                return .tuple([first, second])
            }
        }
    }

    private static func permutations(_ pool: [Value], _ count: Int) -> Value {
        var indices = Array(pool.indices)
        var cycles = count > pool.count ? [] : (0..<count).map { pool.count - $0 }
        var state = count > pool.count ? 2 : 0
        return lazy("permutations") { _ in
            if state == 2 { return nil }
            if state == 0 {
                state = 1
                return .tuple(indices.prefix(count).map { pool[$0] })
            }
            for slot in stride(from: count - 1, through: 0, by: -1) {
                cycles[slot] -= 1
                if cycles[slot] == 0 {
                    let moved = indices.remove(at: slot)
                    indices.append(moved)
                    cycles[slot] = pool.count - slot
                } else {
                    indices.swapAt(slot, pool.count - cycles[slot])
                    return .tuple(indices.prefix(count).map { pool[$0] })
                }
            }
            state = 2
            return nil
        }
    }

    private static func combinations(_ name: String, _ pool: [Value], _ count: Int, _ repeats: Bool) -> Value {
        let isEmpty = repeats ? pool.isEmpty && count > 0 : count > pool.count
        var indices: [Int]? = isEmpty ? nil : repeats ? [Int](repeating: 0, count: count) : Array(0..<count)
        return lazy(name) { _ in
            guard var current = indices else { return nil }
            let made = Value.tuple(current.map { pool[$0] })
            let slot = current.indices.last { current[$0] != (repeats ? pool.count - 1 : $0 + pool.count - count) }
            if let slot {
                current[slot] += 1
                for next in (slot + 1)..<max(count, slot + 1) { current[next] = repeats ? current[slot] : current[next - 1] + 1 }
                indices = current
            } else {
                indices = nil
            }
            return made
        }
    }

    // MARK: Groups

    private static func addGroups(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "zip_longest", "*iterables, fillvalue=None") { machine, a in
            var sources: [Value?] = try a.list(0).map { try machine.iterator($0) }
            let fill = a[1]
            return lazy("zip_longest") { machine in
                var row: [Value] = []
                for index in sources.indices {
                    if let source = sources[index], let element = try machine.next(source) {
                        row.append(element)
                    } else {
                        sources[index] = nil
                        row.append(fill)
                    }
                }
                return sources.allSatisfy({ $0 == nil }) ? nil : .tuple(row)
            }
        }
        module.function(machine, "groupby", "iterable, key=None") { machine, a in
            .object(GroupIterator(source: try machine.iterator(a[0]), function: a[1]))
        }
        module.function(machine, "tee", "iterable, n=2, /") { machine, a in
            let shared = TeeBuffer(source: try machine.iterator(a[0]))
            let count = max(0, try machine.index(a[1]))
            try machine.charge(bytes: min(count, 1 << 40) * 64)
            return .tuple(
                (0..<count).map { _ in
                    var position = 0
                    return lazy("_tee") { machine in
                        guard let element = try shared.element(position, machine) else { return nil }
                        position += 1
                        return element
                    }
                })
        }
    }
}

/// An iterator that asks a closure for its next element.
final class ClosureIterator: PyIterator {
    private let name: String
    private let step: (Machine) throws -> Value?

    init(_ name: String, _ step: @escaping (Machine) throws -> Value?) {
        self.name = name
        self.step = step
    }

    override var typeName: String { name }

    override func next(_ machine: Machine) throws -> Value? { try step(machine) }
}

/// What the iterators of `tee` share.
private final class TeeBuffer {
    private let source: Value
    private var elements: [Value] = []

    init(source: Value) { self.source = source }

    func element(_ index: Int, _ machine: Machine) throws -> Value? {
        while elements.count <= index {
            guard let element = try machine.next(source) else { return nil }
            try machine.charge(bytes: 16)
            elements.append(element)
        }
        return elements[index]
    }
}

/// The iterator of `groupby`: pairs of a key and an iterator over its group.
private final class GroupIterator: PyIterator {
    private let source: Value
    private let function: Value
    private var pending: (key: Value, element: Value)?
    private var currentKey: Value?
    private var turn = 0

    init(source: Value, function: Value) {
        self.source = source
        self.function = function
    }

    override var typeName: String { "itertools.groupby" }

    private func read(_ machine: Machine) throws -> (key: Value, element: Value)? {
        guard let element = try machine.next(source) else { return nil }
        return (function.isNone ? element : try machine.call(function, element), element)
    }

    override func next(_ machine: Machine) throws -> Value? {
        turn += 1
        if let last = currentKey {
            if pending == nil { pending = try read(machine) }
            while let next = pending, try machine.isEqual(next.key, last) {
                try machine.charge(instructions: 1)
                pending = try read(machine)
            }
        } else {
            pending = try read(machine)
        }
        guard let first = pending else { return nil }
        currentKey = first.key
        let own = turn
        let group = ClosureIterator("itertools._grouper") { [self] machine in
            guard turn == own else { return nil }
            if pending == nil { pending = try read(machine) }
            guard let next = pending, try machine.isEqual(next.key, first.key) else { return nil }
            pending = nil
            return next.element
        }
        return .tuple([first.key, .object(group)])
    }
}
