/// A variable that a function shares with the functions inside it.
final class PyCell: PyObject {
    /// The value; nil while the variable is unbound.
    var value: Value?

    init(_ value: Value? = nil) { self.value = value }

    override func type(in types: BuiltinTypes) -> PyType { types.cell }
}
