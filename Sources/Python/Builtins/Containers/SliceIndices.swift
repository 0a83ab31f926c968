/// The indices that a slice picks from a sequence of a known length.
struct SliceIndices {
    /// The first index.
    let start: Int
    /// Where to stop, not included; -1 before the first element.
    let stop: Int
    /// The distance of the indices, never 0.
    let step: Int
    /// How many indices there are.
    let count: Int

    /// Raises ValueError for a step of zero, TypeError for parts that are no integers.
    ///
    /// `length` is asked once the parts are integers, as the `__index__` of one may change the sequence.
    init(_ slice: PySlice, length: @autoclosure () -> Int, _ machine: Machine) throws {
        let step = slice.step.isNone ? 1 : try machine.sliceIndex(slice.step)
        if step == 0 { throw machine.error("ValueError", "slice step cannot be zero") }
        let first = slice.start.isNone ? nil : try machine.sliceIndex(slice.start)
        let last = slice.stop.isNone ? nil : try machine.sliceIndex(slice.stop)
        let length = length()
        let lowest = step < 0 ? -1 : 0, highest = step < 0 ? length - 1 : length
        func clamp(_ index: Int?, _ missing: Int) -> Int {
            guard let index else { return missing }
            return index < 0 ? max(lowest, index + length) : min(highest, index)
        }
        start = clamp(first, step < 0 ? highest : lowest)
        stop = clamp(last, step < 0 ? lowest : highest)
        self.step = max(step, -Int.max)
        let distance = step < 0 ? start - stop : stop - start
        count = distance <= 0 ? 0 : (distance - 1) / Int(min(step.magnitude, UInt(Int.max))) + 1
    }

    /// Where the indices form one run upwards.
    var range: Range<Int>? { step == 1 ? start..<start + count : nil }

    /// The indices in order.
    var indices: [Int] {
        var index = start
        return (0..<count).map { _ in
            defer { index &+= step }
            return index
        }
    }

    /// The elements at the indices.
    func pick<Element>(from elements: [Element]) -> [Element] {
        if let range { return Array(elements[range]) }
        var picked: [Element] = []
        picked.reserveCapacity(count)
        var index = start
        for _ in 0..<count {
            picked.append(elements[index])
            index &+= step
        }
        return picked
    }
}

extension Machine {
    /// A part of a slice as an integer, clamped to a machine word.
    func sliceIndex(_ value: Value) throws -> Int {
        if case .int(let small) = value { return small }
        let number = try sliceNumber(value)
        return number.asInt ?? (number.isNegative ? -Int.max : Int.max)
    }

    /// A part of a slice as an integer; raises TypeError for what is none.
    func sliceNumber(_ value: Value) throws -> BigInt {
        guard try value.isInteger || method(value, "__index__") != nil else {
            throw error("TypeError", "slice indices must be integers or None or have an __index__ method")
        }
        return try bigIndex(value)
    }
}
