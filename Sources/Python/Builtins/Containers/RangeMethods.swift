/// The methods of `range`.
enum RangeMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("start, stop?, step=1, /") { machine, _, a in
            let first = try machine.bigIndex(a[0])
            guard a.isGiven(1) else { return .object(PyRange(start: 0, stop: first, step: 1)) }
            let stop = try machine.bigIndex(a[1]), step = try machine.bigIndex(a[2])
            if step.isZero { throw machine.error("ValueError", "range() arg 3 must not be zero") }
            return .object(PyRange(start: first, stop: stop, step: step))
        }
        func part(_ name: String, _ read: @escaping (PyRange) -> BigInt) {
            type.getter(name) { _, value in .integer((value.asObject as? PyRange).map(read) ?? 0) }
        }
        part("start", \.start)
        part("stop", \.stop)
        part("step", \.step)
        type.method("index", "value, /", on: { $0.asObject as? PyRange }) { machine, range, a in
            guard let number = a[1].asBigInt ?? wholeNumber(a[1]), let index = range.position(of: number) else {
                throw machine.error("ValueError", "\(try machine.repr(a[1])) is not in range")
            }
            return .integer(index)
        }
        type.method("count", "value, /", on: { $0.asObject as? PyRange }) { _, range, a in
            guard let number = a[1].asBigInt ?? wholeNumber(a[1]) else { return 0 }
            return range.position(of: number) == nil ? 0 : 1
        }
        type.method("__reversed__", "", on: { $0.asObject as? PyRange }) { _, range, _ in .object(range.reversed.makeIterator()) }
    }

    /// The integer that a float equals.
    static func wholeNumber(_ value: Value) -> BigInt? {
        guard let number = value.asFloat, number.rounded() == number else { return nil }
        return BigInt(truncating: number)
    }
}
