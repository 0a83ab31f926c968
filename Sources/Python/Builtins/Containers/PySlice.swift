/// A Python `slice`.
public final class PySlice: PyObject {
    /// Where it starts, or `None`.
    @exclusivity(unchecked) public private(set) var start: Value
    /// Where it stops, or `None`.
    @exclusivity(unchecked) public private(set) var stop: Value
    /// Its step, or `None`.
    @exclusivity(unchecked) public private(set) var step: Value

    /// A slice of any three values; only integers and `None` can be used as one.
    public init(start: Value, stop: Value, step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.slice }

    public override func surrender(to pending: inout [PyObject]) {
        for part in [start, stop, step] { Disposal.take(part, into: &pending) }
        (start, stop, step) = (.none, .none, .none)
    }

    override var isLink: Bool { start.isReference || stop.isReference || step.isReference }

    deinit { if isLink { Disposal.dispose(of: self) } }
}
