/// A variable that a function shares with the functions inside it.
final class PyCell: PyObject, NotedContainer {
    /// The value; nil while the variable is unbound.
    @exclusivity(unchecked) var value: Value?
    @exclusivity(unchecked) var noteSlot: UInt32 = 0

    init(_ value: Value? = nil) {
        self.value = value
        super.init()
        note()
    }

    deinit {
        strike()
        if value?.isReference ?? false { Disposal.dispose(of: self) }
    }

    override var noteNumber: UInt32 { noteSlot }

    override var isLink: Bool { value?.isReference ?? false }

    override func surrender(to pending: inout [PyObject]) {
        Disposal.take(value, into: &pending)
        value = nil
    }

    override func listReferences(in list: inout ReferenceList) { list.add(value) }

    override func type(in types: BuiltinTypes) -> PyType { types.cell }
}
