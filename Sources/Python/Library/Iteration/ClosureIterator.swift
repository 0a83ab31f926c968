/// An iterator that asks a closure for its next element.
///
/// The iterators that it reads from are held apart from the closure, so that long chains of iterators can be let go in a loop.
final class ClosureIterator: PyIterator {
    /// What it reads from.
    var held: [Value]
    private let name: String
    private let step: (Machine, ClosureIterator) throws -> Value?
    /// What it prints as, where that is more than an address.
    var describe: ((Machine) throws -> String)?
    /// An iterator of the same state, where that can be had.
    var duplicate: (() -> ClosureIterator)?
    /// How many elements are left, where that is known.
    var count: (() -> Int?)?

    /// An iterator of that type name; `step` gives the next element, or nil at the end.
    init(_ name: String, holding held: [Value] = [], _ step: @escaping (Machine, ClosureIterator) throws -> Value?) {
        self.name = name
        self.held = held
        self.step = step
    }

    deinit { Disposal.dispose(of: self) }

    override var typeName: String { name }

    override var remaining: Int? { count?() }

    override func copied(_ machine: Machine) -> PyIterator? { duplicate?() }

    override func next(_ machine: Machine) throws -> Value? { try step(machine, self) }

    override func listReferences(in list: inout ReferenceList) { list.add(&held) }

    override func surrender(to pending: inout [PyObject]) { Disposal.take(&held, into: &pending) }

    /// The next element of what it reads from.
    func read(_ machine: Machine, _ index: Int = 0) throws -> Value? { try machine.next(held[index]) }
}
