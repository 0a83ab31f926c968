/// What `super()` gives: attributes behind one class in the method resolution order of an object.
final class PySuper: PyObject {
    /// The class behind which the search starts.
    let start: PyType
    /// What found methods are bound to; nil for an unbound one.
    let receiver: Value?
    /// The class in whose order is searched.
    let receiverType: PyType?

    init(start: PyType, receiver: Value?, receiverType: PyType?) {
        self.start = start
        self.receiver = receiver
        self.receiverType = receiverType
    }

    override func type(in types: BuiltinTypes) -> PyType { types.super }
}
