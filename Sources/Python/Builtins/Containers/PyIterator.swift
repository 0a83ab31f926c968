/// What every iterator written in Swift inherits from: lists', dictionaries', `zip`, `map` and their kin.
open class PyIterator: PyObject {
    public override init() {}

    /// The name of the iterator's Python type.
    open var typeName: String { "iterator" }

    public override func type(in types: BuiltinTypes) -> PyType { types.builtin(typeName) }

    /// The next element, or nil at the end (then at every later call too).
    open func next(_ machine: Machine) throws -> Value? { nil }

    /// How many elements are left where that is known without running anything, for `__length_hint__`.
    open var remaining: Int? { nil }
}
