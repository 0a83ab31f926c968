/// `list.sort` and `sorted`: a stable merge sort that asks only `<`, and that survives comparisons which raise or change the list.
enum ListSorting {
    /// Sorts the list in place; while it runs the list is empty, as in CPython, and a change of it raises ValueError.
    static func sort(_ list: PyList, key: Value, isReversed: Bool, _ machine: Machine) throws {
        let original = list.elements
        list.elements = []
        var sorted = original
        var failure: (any Error)?
        do {
            sorted = try self.sorted(original, key: key, isReversed: isReversed, machine)
        } catch {
            failure = error
        }
        let wasChanged = !list.elements.isEmpty
        list.elements = sorted
        if let failure { throw failure }
        if wasChanged { throw machine.error("ValueError", "list modified during sort") }
    }

    /// The values in order; equal ones keep theirs, also when reversed.
    static func sorted(_ values: [Value], key: Value, isReversed: Bool, _ machine: Machine) throws -> [Value] {
        try machine.charge(bytes: values.count * 32)
        let keys = key.isNone ? values : try values.map { try machine.call(key, $0) }
        let order = try sortedOrder(keys, isReversed: isReversed, machine)
        return order.map { values[$0] }
    }

    /// The positions of the keys in sorted order.
    private static func sortedOrder(_ keys: [Value], isReversed: Bool, _ machine: Machine) throws -> [Int] {
        var order = Array(keys.indices)
        if keys.count < 2 { return order }
        try machine.charge(instructions: keys.count)
        let isLess = comparison(keys, machine)
        func precedes(_ a: Int, _ b: Int) throws -> Bool { isReversed ? try isLess(keys[b], keys[a]) : try isLess(keys[a], keys[b]) }
        let runLength = 16
        for start in stride(from: 0, to: order.count, by: runLength) {
            try insertionSort(&order, start..<min(start + runLength, order.count), precedes)
        }
        var spare = order
        var width = runLength
        while width < order.count {
            for start in stride(from: 0, to: order.count, by: 2 * width) {
                let middle = min(start + width, order.count), end = min(start + 2 * width, order.count)
                try merge(order, start, middle, end, into: &spare, precedes)
            }
            swap(&order, &spare)
            width *= 2
        }
        return order
    }

    /// The comparison of keys: without the machine where all are texts, small integers or floats.
    private static func comparison(_ keys: [Value], _ machine: Machine) -> (Value, Value) throws -> Bool {
        let isPlain: (Value) -> Bool
        switch keys[0] {
        case .str: isPlain = { if case .str = $0 { true } else { false } }
        case .int: isPlain = { if case .int = $0 { true } else { false } }
        default: isPlain = { _ in false }
        }
        guard keys.allSatisfy(isPlain) else {
            return { a, b in try machine.isTrue(machine.compare(a, b, .less)) }
        }
        return { a, b in
            try machine.charge(instructions: 1)
            switch (a, b) {
            case (.int(let x), .int(let y)): return x < y
            case (.str(let x), .str(let y)): return PyStr.order(x, y) < 0
            default: return false
            }
        }
    }

    private static func insertionSort(_ order: inout [Int], _ range: Range<Int>, _ precedes: (Int, Int) throws -> Bool) throws {
        for position in range.dropFirst() {
            let moved = order[position]
            var low = range.lowerBound, high = position
            while low < high {
                let middle = (low + high) / 2
                if try precedes(moved, order[middle]) { high = middle } else { low = middle + 1 }
            }
            order.replaceSubrange(low...position, with: [moved] + order[low..<position])
        }
    }

    private static func merge(
        _ order: [Int], _ start: Int, _ middle: Int, _ end: Int, into spare: inout [Int], _ precedes: (Int, Int) throws -> Bool
    ) throws {
        if try middle >= end || !precedes(order[middle], order[middle - 1]) {
            spare.replaceSubrange(start..<end, with: order[start..<end])
            return
        }
        var left = start, right = middle
        for position in start..<end {
            if left < middle, try right >= end || !precedes(order[right], order[left]) {
                spare[position] = order[left]
                left += 1
            } else {
                spare[position] = order[right]
                right += 1
            }
        }
    }
}
