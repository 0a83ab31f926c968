/// Declares methods of built-in types: the receiver is checked and unwrapped before the body runs.
extension PyType {
    /// A method whose receiver is what `read` finds in the value; others raise TypeError as CPython's descriptors do.
    func method<Receiver>(
        _ name: String, _ signature: String, on read: @escaping (Value) -> Receiver?,
        _ body: @escaping (Machine, Receiver, BoundArguments) throws -> Value
    ) {
        let typeName = self.name
        method(name, signature.isEmpty ? "self, /" : "self, " + signature) { machine, a in
            guard let receiver = read(a.receiver) else { throw machine.wrongReceiver(a.receiver, name, typeName) }
            return try body(machine, receiver, a)
        }
    }

    /// A method of `str` or of a subclass.
    func strMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PyStr, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asStr }) { machine, text, a in
            if text.byteCount > 256 { try machine.charge(instructions: text.byteCount / 4) }
            return try body(machine, text, a)
        }
    }

    /// A method of `list` or of a subclass.
    func listMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PyList, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asList }, body)
    }

    /// A method of `tuple` or of a subclass.
    func tupleMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PyTuple, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asTuple }, body)
    }

    /// A method of `dict` or of a subclass.
    func dictMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PyDict, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asDict }, body)
    }

    /// A method of `set`, `frozenset` or of a subclass.
    func setMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PySet, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asSet }, body)
    }

    /// A method of `bytes`, `bytearray` or of a subclass.
    func bytesMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, PyBytes, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asBytes }, body)
    }

    /// A method of `int`, which `bool` has too.
    func intMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, BigInt, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asBigInt }, body)
    }

    /// A method of `float` or of a subclass.
    func floatMethod(_ name: String, _ signature: String = "", _ body: @escaping (Machine, Double, BoundArguments) throws -> Value) {
        method(name, signature, on: { $0.asFloat }, body)
    }
}

extension Value {
    /// The set if this is a `set` or `frozenset`, or an instance of a subclass.
    public var asSet: PySet? { if case .object(let object) = unwrapped { object as? PySet } else { nil } }

    /// The bytes if this is `bytes`, `bytearray` or an instance of a subclass; for a `memoryview` a copy of what it shows.
    public var asBytes: PyBytes? {
        guard case .object(let object) = unwrapped else { return nil }
        return object as? PyBytes ?? (object as? PyMemoryView).map { PyBytes($0.bytes) }
    }
}

extension Machine {
    /// What CPython says where a method of a built-in type is called with another receiver.
    func wrongReceiver(_ value: Value, _ method: String, _ owner: String) -> PyError {
        error("TypeError", "descriptor '\(method)' for '\(owner)' objects doesn't apply to a '\(typeName(value))' object")
    }

    /// The name of a value's type.
    public func typeName(of value: Value) -> String { typeName(value) }

    /// The integer of a value with `__index__`; raises TypeError for others.
    public func bigIndex(_ value: Value) throws -> BigInt {
        if let number = value.asBigInt { return number }
        guard let method = try method(value, "__index__") else {
            throw error("TypeError", "'\(typeName(value))' object cannot be interpreted as an integer")
        }
        let result = try call(method)
        guard let number = result.asBigInt else {
            throw error("TypeError", "__index__ returned non-int (type \(typeName(result)))")
        }
        return number
    }

    /// The same as a machine word; raises OverflowError where it does not fit.
    public func index(_ value: Value) throws -> Int {
        if case .int(let small) = value { return small }
        guard let small = try bigIndex(value).asInt else {
            throw error("OverflowError", "cannot fit '\(typeName(value))' into an index-sized integer")
        }
        return small
    }

    /// A size or count given as an argument of a method; raises OverflowError in the words that those have.
    func size(_ value: Value) throws -> Int {
        if case .int(let small) = value { return small }
        guard let small = try bigIndex(value).asInt else {
            throw error("OverflowError", "Python int too large to convert to C ssize_t")
        }
        return small
    }

    /// A flag of an argument that CPython reads as a C int; raises TypeError for what is no integer.
    func flag(_ value: Value) throws -> Bool {
        if case .bool(let flag) = value { return flag }
        return try !bigIndex(value).isZero
    }

    /// The only positional argument of a constructor that takes at most one, `()` where there is none.
    func onlyArgument(_ given: [Value], of name: String) throws -> Value {
        if given.count > 1 { throw error("TypeError", "\(name) expected at most 1 argument, got \(given.count)") }
        return given.first ?? .tuple(PyTuple())
    }

    /// The text of an argument; raises TypeError with that subject for others.
    func requireStr(_ value: Value, _ subject: @autoclosure () -> String) throws -> PyStr {
        if let text = value.asStr { return text }
        // `_PyArg_BadArgument` says `None` for it, not the name of its type.
        throw error("TypeError", "\(subject()) must be str, not \(value.isNone ? "None" : typeName(value))")
    }

    /// The range that optional `start` and `end` arguments name in a sequence, clamped; nil if it starts past the end.
    ///
    /// Those of `index` may not be `None`.
    ///
    /// `count` is asked once both are integers, as the `__index__` of one may change the sequence.
    func range(
        _ start: Value, _ end: Value, count: @autoclosure () -> Int, words: String = "integers or None or have"
    ) throws -> Range<Int>? {
        let first = start.isNone ? 0 : try boundIndex(start, words)
        let last = end.isNone ? nil : try boundIndex(end, words)
        let count = count()
        func clamped(_ index: Int) -> Int { index < 0 ? max(0, index + count) : index }
        let lower = clamped(first)
        let upper = last.map { min(clamped($0), count) } ?? count
        return lower > count || lower > upper ? nil : lower..<upper
    }

    private func boundIndex(_ value: Value, _ words: String) throws -> Int {
        guard try method(value, "__index__") != nil || value.isInteger else {
            throw error("TypeError", "slice indices must be \(words) an __index__ method")
        }
        let number = try bigIndex(value)
        return number.asInt ?? (number.isNegative ? -.max : .max)
    }
}
