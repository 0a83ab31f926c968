/// The constructor and the methods of `memoryview` (CPython 3.11 `memoryobject.c`, for the format `B` in one dimension).
enum MemoryViewMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("object") { machine, _, a in
            if let view = a[0].asObject as? PyMemoryView, let base = try released(view, machine).base {
                return .object(PyMemoryView(base, owner: view.owner, positions: view.positions))
            }
            guard let base = a[0].unwrapped.asObject as? PyBytes else {
                throw machine.error("TypeError", "memoryview: a bytes-like object is required, not '\(machine.typeName(a[0]))'")
            }
            return .object(PyMemoryView(base, owner: a[0]))
        }
        installConversions(type)
        installItems(type)
        installDescription(type)
        installComparisons(type)
    }

    /// The view, unless it was released.
    private static func released(_ view: PyMemoryView, _ machine: Machine) throws -> PyMemoryView {
        if view.base != nil { return view }
        throw machine.error("ValueError", "operation forbidden on released memoryview object")
    }

    private static func method(
        _ type: PyType, _ name: String, _ signature: String, _ body: @escaping (Machine, PyMemoryView, BoundArguments) throws -> Value
    ) {
        type.method(name, signature, on: { $0.asObject as? PyMemoryView }) { machine, view, a in
            try body(machine, try released(view, machine), a)
        }
    }

    private static func installConversions(_ type: PyType) {
        method(type, "tobytes", "order='C'") { machine, view, _ in
            try machine.charge(bytes: view.positions.count)
            return .bytes(view.bytes)
        }
        method(type, "tolist", "/") { machine, view, _ in
            try machine.charge(bytes: 16, times: view.positions.count)
            return .list(view.bytes.map { .int(Int($0)) })
        }
        method(type, "hex", "sep?, bytes_per_sep=1") { machine, view, a in
            let arguments = a.isGiven(1) ? [a[1], a[2]] : []
            return try machine.call(try machine.attribute(.bytes(view.bytes), "hex"), Arguments(arguments))
        }
        method(type, "toreadonly", "/") { _, view, _ in
            .object(PyMemoryView(PyBytes(view.bytes), owner: view.owner))
        }
        method(type, "cast", "format") { machine, view, a in
            guard ["B", "b", "c", "@B"].contains(a[1].asString ?? "") else {
                throw Sandbox.limit("a memoryview of the format \(try machine.repr(a[1]))", machine)
            }
            return .object(view)
        }
        type.method("release", "self, /") { _, a in
            (a[0].asObject as? PyMemoryView)?.release()
            return .none
        }
        method(type, "__enter__", "/") { _, view, _ in .object(view) }
        type.method("__exit__", "self, *exc") { _, a in
            (a[0].asObject as? PyMemoryView)?.release()
            return .none
        }
    }

    // MARK: Items

    private static func installItems(_ type: PyType) {
        method(type, "__len__", "/") { _, view, _ in .int(view.positions.count) }
        method(type, "__iter__", "/") { _, view, _ in
            .object(PyArrayIterator(view.bytes.map { .int(Int($0)) }, typeName: "memory_iterator"))
        }
        method(type, "__getitem__", "key, /") { machine, view, a in
            guard let base = view.base else { return .none }
            if let slice = a[1].asObject as? PySlice {
                return .object(PyMemoryView(base, owner: view.owner, positions: try part(view, slice, machine)))
            }
            let place = try place(view, a[1], machine)
            guard base.bytes.indices.contains(place) else { throw machine.error("IndexError", "index out of bounds on dimension 1") }
            return .int(Int(base.bytes[place]))
        }
        method(type, "__setitem__", "key, value, /") { machine, view, a in
            guard let base = view.base, base.isMutable else { throw machine.error("TypeError", "cannot modify read-only memory") }
            if let slice = a[1].asObject as? PySlice {
                let (target, new) = (try part(view, slice, machine), try machine.requireBytes(a[2]))
                guard new.count == target.count else {
                    throw machine.error("ValueError", "memoryview assignment: lvalue and rvalue have different structures")
                }
                for (index, byte) in new.enumerated() { base.bytes[target.place(index)] = byte }
                return .none
            }
            base.bytes[try place(view, a[1], machine)] = try machine.byte(a[2], "memoryview: invalid value for format 'B'")
            return .none
        }
    }

    private static func place(_ view: PyMemoryView, _ key: Value, _ machine: Machine) throws -> Int {
        guard try key.isInteger || machine.method(key, "__index__") != nil else {
            throw machine.error("TypeError", "memoryview: invalid slice key")
        }
        let given = try machine.index(key)
        let index = given < 0 ? given + view.positions.count : given
        guard index >= 0, index < view.positions.count else {
            throw machine.error("IndexError", "index out of bounds on dimension 1")
        }
        return view.positions.place(index)
    }

    private static func part(_ view: PyMemoryView, _ slice: PySlice, _ machine: Machine) throws -> PyMemoryView.StrideOf {
        let indices = try SliceIndices(slice, length: view.positions.count, machine)
        return PyMemoryView.StrideOf(
            first: view.positions.place(indices.start), count: indices.count, step: view.positions.step &* indices.step)
    }

    // MARK: What it is

    private static func installDescription(_ type: PyType) {
        func getter(_ name: String, _ read: @escaping (PyMemoryView) -> Value) {
            type.getter(name) { machine, value in
                guard let view = value.asObject as? PyMemoryView else { return .none }
                return read(try released(view, machine))
            }
        }
        getter("obj") { $0.owner }
        getter("nbytes") { .int($0.positions.count) }
        getter("itemsize") { _ in 1 }
        getter("format") { _ in "B" }
        getter("ndim") { _ in 1 }
        getter("shape") { .tuple([.int($0.positions.count)]) }
        getter("strides") { .tuple([.int($0.positions.step)]) }
        getter("suboffsets") { _ in .tuple([]) }
        getter("readonly") { .bool(!($0.base?.isMutable ?? false)) }
        for name in ["contiguous", "c_contiguous", "f_contiguous"] { getter(name) { .bool($0.positions.step == 1) } }
        type.method("__repr__", "self, /") { machine, a in
            let isReleased = (a[0].asObject as? PyMemoryView)?.base == nil
            return .string("<\(isReleased ? "released memory" : "memory") at \(machine.address(a[0]))>")
        }
    }

    private static func installComparisons(_ type: PyType) {
        for (name, isEqual) in [("__eq__", true), ("__ne__", false)] {
            type.method(name, "self, value, /") { machine, a in
                guard let own = a[0].asBytes, let other = a[1].asBytes else { return machine.notImplemented }
                return .bool((own.bytes == other.bytes) == isEqual)
            }
        }
        method(type, "__hash__", "/") { machine, view, _ in
            if view.base?.isMutable ?? true { throw machine.error("ValueError", "cannot hash writable memoryview object") }
            return .int(try machine.hash(.bytes(view.bytes)))
        }
    }
}
