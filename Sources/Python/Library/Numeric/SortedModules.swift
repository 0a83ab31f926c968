/// The modules `heapq` and `bisect`.
enum SortedModules {
    private static func isLess(_ a: Value, _ b: Value, _ machine: Machine) throws -> Bool {
        try machine.isTrue(machine.compare(a, b, .less))
    }

    private static func list(_ value: Value, _ argument: String, _ machine: Machine) throws -> PyList {
        guard let list = value.asList else {
            throw machine.error("TypeError", "\(argument) must be list, not \(machine.typeName(value))")
        }
        return list
    }

    // MARK: heapq

    /// Whether one element of a heap is less than another; raises where the comparison changed the size of the heap.
    private static func isLess(_ heap: PyList, _ a: Int, _ b: Int, _ machine: Machine) throws -> Bool {
        let size = heap.elements.count
        let holds = try isLess(heap.elements[a], heap.elements[b], machine)
        if heap.elements.count != size { throw machine.error("RuntimeError", "list changed size during iteration") }
        return holds
    }

    /// Moves the element at `position` towards the root while it is smaller than its parent, down to `start`.
    private static func rise(_ heap: PyList, _ start: Int, _ position: Int, _ machine: Machine) throws {
        var position = position
        while position > start {
            let parent = (position - 1) / 2
            guard try isLess(heap, position, parent, machine) else { return }
            heap.elements.swapAt(position, parent)
            position = parent
        }
    }

    /// Moves the element at `position` to the leaves along the smaller children, and up again to its place.
    private static func sink(_ heap: PyList, _ position: Int, _ machine: Machine) throws {
        let start = position, count = heap.elements.count
        guard position < count else { throw machine.error("IndexError", "index out of range") }
        var position = position
        var child = 2 * position + 1
        while child < count {
            let right = child + 1
            if right < count, try !isLess(heap, child, right, machine) { child = right }
            heap.elements.swapAt(position, child)
            position = child
            child = 2 * position + 1
        }
        try rise(heap, start, position, machine)
    }

    private static func pop(_ heap: PyList, _ machine: Machine) throws -> Value {
        guard let last = heap.elements.popLast() else { throw machine.error("IndexError", "index out of range") }
        guard let first = heap.elements.first else { return last }
        heap.elements[0] = last
        try sink(heap, 0, machine)
        return first
    }

    /// Builds the module `heapq`.
    static func makeHeapq(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "heapq")
        module.function(machine, "heappush", "heap, item, /") { machine, a in
            let heap = try list(a[0], "heappush() argument 1", machine)
            try machine.charge(bytes: 16)
            heap.elements.append(a[1])
            try rise(heap, 0, heap.elements.count - 1, machine)
            return .none
        }
        module.function(machine, "heappop", "heap, /") { machine, a in try pop(try list(a[0], "heappop() argument", machine), machine) }
        module.function(machine, "heapify", "heap, /") { machine, a in
            let heap = try list(a[0], "heapify() argument", machine)
            for index in (0..<heap.elements.count / 2).reversed() {
                try machine.charge(instructions: 4)
                try sink(heap, index, machine)
            }
            return .none
        }
        module.function(machine, "heapreplace", "heap, item, /") { machine, a in
            let heap = try list(a[0], "heapreplace() argument 1", machine)
            guard let first = heap.elements.first else { throw machine.error("IndexError", "index out of range") }
            heap.elements[0] = a[1]
            try sink(heap, 0, machine)
            return first
        }
        module.function(machine, "heappushpop", "heap, item, /") { machine, a in
            let heap = try list(a[0], "heappushpop() argument 1", machine)
            guard let first = heap.elements.first, try isLess(first, a[1], machine) else { return a[1] }
            // The comparison may have changed the heap.
            guard let first = heap.elements.first else { throw machine.error("IndexError", "index out of range") }
            heap.elements[0] = a[1]
            try sink(heap, 0, machine)
            return first
        }
        addRanking(module, machine)
        try LibraryExtras.heapq.run(in: module, machine)
        return module
    }

    private static func addRanking(_ module: PyModule, _ machine: Machine) {
        for (name, isReversed) in [("nsmallest", false), ("nlargest", true)] {
            module.function(machine, name, "n, iterable, key=None") { machine, a in
                guard let sorted = machine.builtins["sorted"] else { return .none }
                if let size = try? machine.length(a[1]) { _ = try machine.compare(a[0], .int(size), .greaterOrEqual) }
                let keywords: [(name: String, value: Value)] = [("key", a[2]), ("reverse", .bool(isReversed))]
                let all = try machine.array(machine.call(sorted, Arguments([a[1]], keywords: keywords)))
                return .list(Array(all.prefix(max(0, try machine.index(a[0])))))
            }
        }
    }

    // MARK: bisect

    /// Builds the module `bisect`.
    static func makeBisect(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "bisect")
        func find(_ machine: Machine, _ a: BoundArguments, goesRight: Bool, key: Value) throws -> Int {
            var low = try machine.index(a[2])
            if low < 0 { throw machine.error("ValueError", "lo must be non-negative") }
            var high = a[3].isNone ? try machine.length(a[0]) : try machine.index(a[3])
            while low < high {
                let middle = low + (high - low) / 2
                let raw = try machine.item(a[0], .int(middle))
                let item = a[4].isNone ? raw : try machine.call(a[4], raw)
                let isBefore = try goesRight ? !isLess(key, item, machine) : isLess(item, key, machine)
                if isBefore { low = middle + 1 } else { high = middle }
            }
            return low
        }
        for (names, goesRight) in [(["bisect_left"], false), (["bisect_right", "bisect"], true)] {
            for name in names {
                module.function(machine, name, "a, x, lo=0, hi=None, *, key=None") { machine, a in
                    .int(try find(machine, a, goesRight: goesRight, key: a[1]))
                }
            }
        }
        for (names, goesRight) in [(["insort_left"], false), (["insort_right", "insort"], true)] {
            for name in names {
                module.function(machine, name, "a, x, lo=0, hi=None, *, key=None") { machine, a in
                    let key = a[4].isNone ? a[1] : try machine.call(a[4], a[1])
                    let index = try find(machine, a, goesRight: goesRight, key: key)
                    return try machine.call(try machine.attribute(a[0], "insert"), .int(index), a[1])
                }
            }
        }
        return module
    }
}
