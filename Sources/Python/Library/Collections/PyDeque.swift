/// A `collections.deque`: the elements before the middle in reverse order, and those behind it, so that both ends are cheap.
final class PyDeque: PyInstance {
    private var front: [Value] = []
    private var back: [Value] = []
    /// Python's `maxlen`.
    var limit: Int?
    /// How often elements came or went; iterators see by it that they may not go on.
    private(set) var changes = 0

    /// An empty one.
    init(type: PyType) { super.init(type: type) }

    deinit { Disposal.dispose(of: self) }

    override func surrender(to pending: inout [PyObject]) {
        super.surrender(to: &pending)
        Disposal.take(&front, into: &pending)
        Disposal.take(&back, into: &pending)
    }

    override func listReferences(in list: inout ReferenceList) {
        super.listReferences(in: &list)
        list.add(&front)
        list.add(&back)
    }

    /// The number of elements.
    var count: Int { front.count + back.count }

    /// All elements in order.
    var elements: [Value] {
        get { front.reversed() + back }
        set {
            front = []
            back = newValue
            changes += 1
        }
    }

    /// Turns the order round, which iterators do not count as a change.
    func reverse() { swap(&front, &back) }

    /// The element at an index from 0.
    subscript(index: Int) -> Value {
        get { index < front.count ? front[front.count - 1 - index] : back[index - front.count] }
        set { if index < front.count { front[front.count - 1 - index] = newValue } else { back[index - front.count] = newValue } }
    }

    /// Adds at the right end; the left one gives way past the limit.
    func append(_ value: Value) {
        if limit == 0 { return }
        changes += 1
        back.append(value)
        if let limit, count > limit { _ = popFirst() }
    }

    /// Adds at the left end; the right one gives way past the limit.
    func prepend(_ value: Value) {
        if limit == 0 { return }
        changes += 1
        front.append(value)
        if let limit, count > limit { _ = popLast() }
    }

    /// Takes the rightmost element.
    func popLast() -> Value? {
        changes += 1
        if back.isEmpty {
            // Half of the elements change sides, so that taking turns at both ends stays cheap.
            let kept = front.count / 2
            back = Array(front[..<(front.count - kept)].reversed())
            front.removeFirst(front.count - kept)
        }
        return back.popLast()
    }

    /// Takes the leftmost element.
    func popFirst() -> Value? {
        changes += 1
        if front.isEmpty {
            let moved = back.count - back.count / 2
            front = Array(back[..<moved].reversed())
            back.removeFirst(moved)
        }
        return front.popLast()
    }
}

/// What goes over a deque in one of the two directions, until it changes.
final class DequeIterator: PyIterator {
    private var deque: PyDeque
    private let changes: Int
    private let isReversed: Bool
    private var position = 0

    /// An iterator over the elements from either end.
    init(_ deque: PyDeque, isReversed: Bool) {
        self.deque = deque
        self.changes = deque.changes
        self.isReversed = isReversed
    }

    deinit { Disposal.dispose(of: self) }

    override var typeName: String { isReversed ? "_collections._deque_reverse_iterator" : "_collections._deque_iterator" }

    override var remaining: Int? { max(0, deque.count - position) }

    override func next(_ machine: Machine) throws -> Value? {
        if deque.changes != changes { throw machine.error("RuntimeError", "deque mutated during iteration") }
        guard position < deque.count else { return nil }
        position += 1
        return deque[isReversed ? deque.count - position : position - 1]
    }

    override func surrender(to pending: inout [PyObject]) {
        Disposal.take(.object(deque), into: &pending)
        deque = PyDeque(type: deque.instanceType)
    }
}
