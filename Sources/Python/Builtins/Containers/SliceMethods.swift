/// The methods of `slice`.
enum SliceMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("start, stop?, step=None, /") { _, _, a in
            let isStopOnly = !a.isGiven(1)
            return .object(PySlice(start: isStopOnly ? .none : a[0], stop: isStopOnly ? a[0] : a[1], step: a[2]))
        }
        type.getter("start") { _, value in (value.asObject as? PySlice)?.start ?? .none }
        type.getter("stop") { _, value in (value.asObject as? PySlice)?.stop ?? .none }
        type.getter("step") { _, value in (value.asObject as? PySlice)?.step ?? .none }
        type.method("indices", "length, /", on: { $0.asObject as? PySlice }) { machine, slice, a in
            let length = try machine.index(a[1])
            if length < 0 { throw machine.error("ValueError", "length should not be negative") }
            let indices = try SliceIndices(slice, length: length, machine)
            return .tuple(PyTuple([.int(indices.start), .int(indices.stop), .int(indices.step)]))
        }
        type.constant("__hash__", .none)
    }
}
