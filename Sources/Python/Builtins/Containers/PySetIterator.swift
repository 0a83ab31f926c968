/// The iterator of a set; it raises RuntimeError when the size changes on the way.
final class PySetIterator: PyIterator {
    @exclusivity(unchecked) private var set: PySet?
    @exclusivity(unchecked) private var elements: [Value]
    @exclusivity(unchecked) private var position = 0

    /// An iterator over the elements that the set has now.
    init(_ set: PySet) {
        self.set = set
        self.elements = set.orderedElements
    }

    override var typeName: String { "set_iterator" }
    override var remaining: Int? { elements.count - position }

    override func next(_ machine: Machine) throws -> Value? {
        guard let set else { return nil }
        if set.table.count != elements.count { throw machine.error("RuntimeError", "Set changed size during iteration") }
        guard position < elements.count else {
            self.set = nil
            return nil
        }
        position += 1
        return elements[position - 1]
    }

    override func copied(_ machine: Machine) throws -> PyIterator? {
        try machine.charge(bytes: (elements.count - position) * 16)
        return PyListIterator(PyList(set == nil ? [] : Array(elements[position...])))
    }

    override func surrender(to pending: inout [PyObject]) {
        if let set { Disposal.take(.object(set), into: &pending) }
        set = nil
        Disposal.take(&elements, into: &pending)
    }

    deinit { Disposal.dispose(of: self) }
}
