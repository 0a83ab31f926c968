/// The methods of `tuple`.
enum TupleMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("iterable=(), /") { machine, _, a in
            if case .tuple = a[0] { return a[0] }
            return .tuple(PyTuple(try machine.chargedArray(a[0])))
        }
        type.tupleMethod("index", "value, start=0, stop=9223372036854775807, /") { machine, tuple, a in
            let range = try machine.range(a[2], a[3], count: tuple.elements.count, words: "integers or have")
            if let range, let place = try machine.firstIndex(of: a[1], in: tuple.elements, range) { return .int(place) }
            throw machine.error("ValueError", "tuple.index(x): x not in tuple")
        }
        type.tupleMethod("count", "value, /") { machine, tuple, a in .int(try machine.count(of: a[1], in: tuple.elements)) }
    }
}
