/// What every iterator written in Swift inherits from: lists', dictionaries', `zip`, `map` and their kin.
open class PyIterator: PyObject {
    public override init() {}

    final override var iteratorReference: Unmanaged<PyIterator>? { .passUnretained(self) }

    /// The name of the iterator's Python type.
    open var typeName: String { "iterator" }

    public override func type(in types: BuiltinTypes) -> PyType { types.builtin(typeName) }

    /// The next element, or nil at the end (then at every later call too).
    open func next(_ machine: Machine) throws -> Value? { nil }

    /// The next element where that would be a tuple of two, without the tuple; `.other` where this iterator gives something else.
    func nextPair(_ machine: Machine) throws -> PairStep { .other }

    /// What `nextPair` came to.
    enum PairStep {
        case pair(Value, Value)
        case end
        case other
    }

    /// The next element of an iterator that another one draws from; counts as a native call, so that no chain is too long.
    final func advance(_ machine: Machine) throws -> Value? { try machine.nested { try next(machine) } }

    /// An iterator that gives the same elements from here on, for `copy.copy`; nil where CPython's has no state of its own.
    func copied(_ machine: Machine) throws -> PyIterator? { nil }

    /// How many elements are left where that is known without running anything, for `__length_hint__`.
    open var remaining: Int? { nil }
}
