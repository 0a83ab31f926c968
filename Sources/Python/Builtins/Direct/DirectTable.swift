/// The methods with direct cases by number, so that a call need not count an owner of what it calls.
///
/// `loadMethod` leaves the number of such a method in the place of the function; with a receiver above it, nothing else is an integer
/// there.
struct DirectTable {
    /// The methods, owned by the table.
    private let methods: FixedBuffer<Unmanaged<PyNativeFunction>>

    init(_ methods: [PyNativeFunction]) {
        for (number, method) in methods.enumerated() { method.number = number }
        self.methods = FixedBuffer(methods.map { .passRetained($0) })
    }

    /// Calls the method of that number with the top `count` operands and leaves its result in the place of the number.
    @inline(__always)
    func call(_ number: Int, _ machine: Machine, _ count: Int, _ cursor: inout StackCursor) throws {
        let result = try methods[number]._withUnsafeGuaranteedRef { try $0.call(machine, count, &cursor) }
        cursor.dropInPlace()
        cursor.push(result)
    }

    /// The method of a number.
    func method(_ number: Int) -> PyNativeFunction { methods[number].takeUnretainedValue() }

    /// Releases the methods and the memory.
    func deallocate() {
        for number in 0..<methods.count { methods[number].release() }
        methods.deallocate()
    }
}
