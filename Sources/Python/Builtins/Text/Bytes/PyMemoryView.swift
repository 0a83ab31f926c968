/// A Python `memoryview` of unsigned bytes: part of a `bytes` or `bytearray`, shared with it.
public final class PyMemoryView: PyObject {
    /// What it shows; nil once it is released.
    private(set) var base: PyBytes?
    /// The object that was asked for a view, which `obj` gives.
    private(set) var owner: Value
    /// The positions in the base, in order.
    let positions: StrideOf

    /// The place of the first byte, how many there are, and the distance from one to the next.
    struct StrideOf: Equatable {
        var first: Int
        var count: Int
        var step: Int

        /// The place in the base of the byte at that index.
        func place(_ index: Int) -> Int { first &+ index &* step }
    }

    init(_ base: PyBytes, owner: Value, positions: StrideOf? = nil) {
        self.base = base
        self.owner = owner
        self.positions = positions ?? StrideOf(first: 0, count: base.bytes.count, step: 1)
        base.exports += 1
    }

    deinit { base?.exports -= 1 }

    public override func type(in types: BuiltinTypes) -> PyType { types.memoryview }

    /// The bytes that it shows; empty once it is released. A base that shrank since shows what is left.
    public var bytes: [UInt8] {
        guard let base else { return [] }
        return (0..<positions.count).compactMap { index in
            let place = positions.place(index)
            return base.bytes.indices.contains(place) ? base.bytes[place] : nil
        }
    }

    /// Lets go of the base.
    func release() {
        base?.exports -= 1
        base = nil
        owner = .none
    }
}
