/// What `__slots__` gives the instances of a class.
public struct SlotLayout: Sendable {
    /// How many slots there are, those of the bases first.
    var count = 0
    /// Whether an instance can have attributes of its own besides.
    var hasDictionary = false
    /// Whether an instance can be referred to weakly.
    var isReferable = false
}

/// An instance of a class with `__slots__`.
class PySlottedInstance: PyInstance, NotedContainer {
    /// The values; nil for one that is not set.
    @exclusivity(unchecked) final var slots: [Value?]
    @exclusivity(unchecked) final var noteSlot: UInt32 = 0

    /// An instance with nothing set.
    init(type: PyType) {
        slots = [Value?](repeating: nil, count: type.slotLayout?.count ?? 0)
        super.init(type: type)
        note()
    }

    deinit {
        strike()
        if isLink { Disposal.dispose(of: self) }
    }

    final override var noteNumber: UInt32 { noteSlot }

    override var isLink: Bool { slots.contains { $0?.isReference ?? false } || super.isLink }

    override func surrender(to pending: inout [PyObject]) {
        for slot in slots { Disposal.take(slot, into: &pending) }
        slots = []
        super.surrender(to: &pending)
    }

    override func listReferences(in list: inout ReferenceList) {
        list.add(&slots)
        super.listReferences(in: &list)
    }
}

/// An instance of a class with `__del__`, which is called once nobody holds the instance any more.
///
/// CPython calls it as the last reference goes. Here what the instance held is handed to another one, on which it is called before the next
/// call of the program, at the latest when the run ends. Instances that hold each other in a circle are found by the search for cycles.
final class PyFinalizedInstance: PySlottedInstance {
    private let closer: FrameStack
    /// Whether `__del__` was called, or is about to be.
    var isFinalized = false

    /// An instance whose `__del__` is left to that stack's run loop.
    init(type: PyType, closer: FrameStack) {
        self.closer = closer
        super.init(type: type)
    }

    override var wantsFinalising: Bool { !isFinalized }

    deinit {
        if isFinalized { return }
        let revived = PyFinalizedInstance(type: instanceType, closer: closer)
        revived.isFinalized = true
        (revived.slots, revived.attributes, revived.payload) = (slots, attributes, payload)
        (slots, attributes, payload) = ([], nil, nil)
        closer.drop(revived)
    }
}

/// What a class has under the name of a slot.
final class PyMemberDescriptor: PyObject {
    /// The name of the slot.
    let name: String
    /// The place among the slots of an instance.
    let index: Int
    /// The class that declared it; it lives as long as its attributes.
    unowned let owner: PyType

    init(name: String, index: Int, owner: PyType) {
        self.name = name
        self.index = index
        self.owner = owner
    }

    override func type(in types: BuiltinTypes) -> PyType { types.builtin("member_descriptor") }
}
