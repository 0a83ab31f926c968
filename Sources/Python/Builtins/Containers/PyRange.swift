/// A Python `range`; its parts may be of any size.
public final class PyRange: PyObject {
    /// The first number, if there is any.
    public let start: BigInt
    /// Where it ends; never included.
    public let stop: BigInt
    /// The distance of the numbers, never 0.
    public let step: BigInt
    /// How many numbers there are.
    public let count: BigInt

    /// A range with a step that is not zero.
    public init(start: BigInt, stop: BigInt, step: BigInt) {
        self.start = start
        self.stop = stop
        self.step = step
        let distance = step.isNegative ? start - stop : stop - start
        if distance <= 0 {
            count = 0
        } else {
            count = ((distance - 1).floorDivided(by: step.absolute)?.quotient ?? 0) + 1
        }
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.range }

    /// The number at an index from 0 on, which must be below `count`.
    func element(_ index: BigInt) -> BigInt { start + index * step }

    /// The index of a number, or nil where the range does not hold it.
    func position(of number: BigInt) -> BigInt? {
        guard let (quotient, remainder) = (number - start).floorDivided(by: step) else { return nil }
        return remainder.isZero && !quotient.isNegative && quotient < count ? quotient : nil
    }

    /// The part that a slice picks.
    func slice(_ slice: PySlice, _ machine: Machine) throws -> PyRange {
        let stride = slice.step.isNone ? 1 : try machine.sliceNumber(slice.step)
        if stride.isZero { throw machine.error("ValueError", "slice step cannot be zero") }
        let lowest: BigInt = stride.isNegative ? -1 : 0, highest = stride.isNegative ? count - 1 : count
        func clamp(_ value: Value, _ missing: BigInt) throws -> BigInt {
            if value.isNone { return missing }
            let index = try machine.sliceNumber(value)
            return index.isNegative ? max(lowest, index + count) : min(highest, index)
        }
        let first = try clamp(slice.start, stride.isNegative ? highest : lowest)
        let last = try clamp(slice.stop, stride.isNegative ? lowest : highest)
        return PyRange(start: element(first), stop: element(last), step: step * stride)
    }

    /// Equal ranges give the same numbers.
    func isEqual(to other: PyRange) -> Bool {
        guard count == other.count else { return false }
        if count.isZero { return true }
        return start == other.start && (count == 1 || step == other.step)
    }

    /// The same numbers from the last to the first.
    var reversed: PyRange {
        if count.isZero { return self }
        return PyRange(start: element(count - 1), stop: start - step, step: -step)
    }

    /// An iterator over the numbers.
    func makeIterator() -> PyIterator {
        if let first = start.asInt, let stride = step.asInt, let number = count.asInt, count.isZero || element(count - 1).asInt != nil {
            return PyRangeIterator(start: first, step: stride, count: number)
        }
        return PyLongRangeIterator(self)
    }
}
