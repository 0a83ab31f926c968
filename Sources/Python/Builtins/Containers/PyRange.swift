/// A Python `range`; its parts may be of any size.
public final class PyRange: PyObject {
    public let start: BigInt
    public let stop: BigInt
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
        let stride = slice.step.isNone ? 1 : try machine.bigIndex(slice.step)
        if stride.isZero { throw machine.error("ValueError", "slice step cannot be zero") }
        let lowest: BigInt = stride.isNegative ? -1 : 0, highest = stride.isNegative ? count - 1 : count
        func clamp(_ value: Value, _ missing: BigInt) throws -> BigInt {
            if value.isNone { return missing }
            let index = try machine.bigIndex(value)
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

    var reversed: PyRange {
        if count.isZero { return self }
        return PyRange(start: element(count - 1), stop: start - step, step: -step)
    }

    func makeIterator() -> PyIterator {
        if let first = start.asInt, let stride = step.asInt, let number = count.asInt, count.isZero || element(count - 1).asInt != nil {
            return PyRangeIterator(start: first, step: stride, count: number)
        }
        return PyLongRangeIterator(self)
    }
}

/// The iterator of a range within machine words.
public final class PyRangeIterator: PyIterator {
    public private(set) var current: Int
    public let step: Int
    public private(set) var left: Int

    init(start: Int, step: Int, count: Int) {
        self.current = start
        self.step = step
        self.left = count
    }

    public override var typeName: String { "range_iterator" }
    public override var remaining: Int? { left }

    public override func next(_ machine: Machine) -> Value? {
        if left == 0 { return nil }
        left -= 1
        let value = current
        current = current &+ step
        return .int(value)
    }
}

private final class PyLongRangeIterator: PyIterator {
    private let range: PyRange
    private var index: BigInt = 0

    init(_ range: PyRange) { self.range = range }

    override var typeName: String { "longrange_iterator" }

    override func next(_ machine: Machine) -> Value? {
        guard index < range.count else { return nil }
        defer { index = index + 1 }
        return .integer(range.element(index))
    }
}

/// The methods of `range`.
enum RangeMethods {
    static func install(on type: PyType) {
        type.constructor("start, stop?, step=1, /") { machine, _, a in
            let first = try machine.bigIndex(a[0])
            guard a.isGiven(1) else { return .object(PyRange(start: 0, stop: first, step: 1)) }
            let stop = try machine.bigIndex(a[1]), step = try machine.bigIndex(a[2])
            if step.isZero { throw machine.error("ValueError", "range() arg 3 must not be zero") }
            return .object(PyRange(start: first, stop: stop, step: step))
        }
        func part(_ name: String, _ read: @escaping (PyRange) -> BigInt) {
            type.getter(name) { _, value in .integer((value.asObject as? PyRange).map(read) ?? 0) }
        }
        part("start", \.start)
        part("stop", \.stop)
        part("step", \.step)
        type.method("index", "value, /", on: { $0.asObject as? PyRange }) { machine, range, a in
            guard let number = a[1].asBigInt ?? wholeNumber(a[1]), let index = range.position(of: number) else {
                throw machine.error("ValueError", "\(try machine.repr(a[1])) is not in range")
            }
            return .integer(index)
        }
        type.method("count", "value, /", on: { $0.asObject as? PyRange }) { _, range, a in
            guard let number = a[1].asBigInt ?? wholeNumber(a[1]) else { return 0 }
            return range.position(of: number) == nil ? 0 : 1
        }
        type.method("__reversed__", "", on: { $0.asObject as? PyRange }) { _, range, _ in .object(range.reversed.makeIterator()) }
    }

    /// The integer that a float equals.
    static func wholeNumber(_ value: Value) -> BigInt? {
        guard let number = value.asFloat, number.rounded() == number else { return nil }
        return BigInt(truncating: number)
    }
}
