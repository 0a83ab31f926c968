/// The iterator of `reversed(list)`.
final class PyReversedList: PyIterator {
    private var list: PyList?
    private var position: Int

    /// An iterator from the last element on.
    init(_ list: PyList) {
        self.list = list
        self.position = list.elements.count - 1
    }

    override var typeName: String { "list_reverseiterator" }
    override var remaining: Int? { list == nil ? 0 : position + 1 }

    override func next(_ machine: Machine) -> Value? {
        guard let elements = list?.elements, position >= 0, position < elements.count else {
            list = nil
            return nil
        }
        position -= 1
        return elements[position + 1]
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        let made = PyReversedList(list ?? PyList())
        if list != nil { made.position = position }
        return made
    }

    override func surrender(to pending: inout [PyObject]) {
        if let list { Disposal.take(.list(list), into: &pending) }
        list = nil
    }

    deinit { Disposal.dispose(of: self) }
}
