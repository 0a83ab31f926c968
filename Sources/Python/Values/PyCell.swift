/// A variable that a function shares with the functions inside it.
final class PyCell: PyObject {
    /// The value; nil while the variable is unbound.
    @exclusivity(unchecked) var value: Value?

    init(_ value: Value? = nil) { self.value = value }

    deinit { if value?.isReference ?? false { Disposal.dispose(of: self) } }

    override var isLink: Bool { value?.isReference ?? false }

    override func surrender(to pending: inout [PyObject]) {
        Disposal.take(value, into: &pending)
        value = nil
    }

    override func type(in types: BuiltinTypes) -> PyType { types.cell }
}
