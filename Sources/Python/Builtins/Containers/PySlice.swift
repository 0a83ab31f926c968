/// A Python `slice`.
public final class PySlice: PyObject {
    /// Where it starts, or `None`.
    public let start: Value
    /// Where it stops, or `None`.
    public let stop: Value
    /// Its step, or `None`.
    public let step: Value

    /// A slice of any three values; only integers and `None` can be used as one.
    public init(start: Value, stop: Value, step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.slice }
}
