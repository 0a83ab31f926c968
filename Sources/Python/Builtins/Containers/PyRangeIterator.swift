/// The iterator of a range within machine words.
public final class PyRangeIterator: PyIterator {
    /// The number that comes next.
    public private(set) var current: Int
    /// What is added each time.
    public let step: Int
    /// How many numbers are left.
    public private(set) var left: Int

    /// An iterator of that many numbers.
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

    override func copied(_ machine: Machine) -> PyIterator? { PyRangeIterator(start: current, step: step, count: left) }
}

/// The iterator of a range that leaves machine words.
final class PyLongRangeIterator: PyIterator {
    private let range: PyRange
    @exclusivity(unchecked) private var index: BigInt = 0

    /// An iterator over a range of numbers of any size.
    init(_ range: PyRange) { self.range = range }

    override var typeName: String { "longrange_iterator" }

    override func next(_ machine: Machine) -> Value? {
        guard index < range.count else { return nil }
        defer { index = index + 1 }
        return .integer(range.element(index))
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        let made = PyLongRangeIterator(range)
        made.index = index
        return made
    }
}
