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
        try machine.charge(bytes: 32, times: values.count)
        let keys = key.isNone ? values : try values.map { try machine.call(key, $0) }
        let order = try sortedOrder(keys, isReversed: isReversed, machine)
        return order.map { values[$0] }
    }

    /// The positions of the keys in sorted order.
    private static func sortedOrder(_ keys: [Value], isReversed: Bool, _ machine: Machine) throws -> [Int] {
        var order = Array(keys.indices)
        if keys.count < 2 { return order }
        try machine.charge(instructions: keys.count)
        if let numbers = all(keys, { if case .int(let number) = $0 { number } else { nil } }) {
            try machine.charge(instructions: keys.count * (Int.bitWidth - keys.count.leadingZeroBitCount))
            try sort(&order) { isReversed ? numbers[$1] < numbers[$0] : numbers[$0] < numbers[$1] }
        } else if let texts = all(keys, { if case .str(let text) = $0 { text } else { nil } }) {
            let heads = texts.map(\.head)
            try sort(&order) { a, b in
                try machine.charge(instructions: 1)
                let (first, second) = isReversed ? (b, a) : (a, b)
                if heads[first] != heads[second] { return heads[first] < heads[second] }
                return PyStr.order(texts[first], texts[second]) < 0
            }
        } else {
            try sort(&order) { a, b in
                try machine.isTrue(isReversed ? machine.compare(keys[b], keys[a], .less) : machine.compare(keys[a], keys[b], .less))
            }
        }
        return order
    }

    /// What all keys are under the enumeration, or nil where one is something else.
    private static func all<Key>(_ keys: [Value], _ key: (Value) -> Key?) -> [Key]? {
        var found: [Key] = []
        found.reserveCapacity(keys.count)
        for value in keys {
            guard let key = key(value) else { return nil }
            found.append(key)
        }
        return found
    }

    /// Sorts positions: runs by insertion, then merges.
    @inline(__always)
    private static func sort(_ order: inout [Int], _ precedes: (Int, Int) throws -> Bool) throws {
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
    }

    @inline(__always)
    private static func insertionSort(_ order: inout [Int], _ range: Range<Int>, _ precedes: (Int, Int) throws -> Bool) throws {
        for position in range.dropFirst() {
            let moved = order[position]
            var low = range.lowerBound, high = position
            while low < high {
                let middle = (low + high) / 2
                if try precedes(moved, order[middle]) { high = middle } else { low = middle + 1 }
            }
            var place = position
            while place > low {
                order[place] = order[place - 1]
                place -= 1
            }
            order[low] = moved
        }
    }

    @inline(__always)
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
