/// A mutable Python `list`.
public final class PyList: PyObject, NotedContainer {
    /// The elements.
    @exclusivity(unchecked) public var elements: [Value]
    @exclusivity(unchecked) var noteSlot: UInt32 = 0
    public init(_ elements: [Value] = []) {
        self.elements = elements
        super.init()
        note()
    }
    deinit {
        strike()
        if isLink { Disposal.dispose(of: self) }
    }
    public override func type(in types: BuiltinTypes) -> PyType { types.list }
    override var noteNumber: UInt32 { noteSlot }

    override var isLink: Bool { Disposal.mayLink(elements) }
    override func letGo() { elements = [] }
    public override func surrender(to pending: inout [PyObject]) { Disposal.take(&elements, into: &pending) }
    public override func listReferences(in list: inout ReferenceList) { list.add(&elements) }
}

/// An immutable Python `tuple`.
public final class PyTuple: PyObject {
    /// The elements.
    @exclusivity(unchecked) public private(set) var elements: [Value]
    public init(_ elements: [Value] = []) { self.elements = elements }
    deinit { if isLink { Disposal.dispose(of: self) } }
    public override func type(in types: BuiltinTypes) -> PyType { types.tuple }
    override var isLink: Bool { Disposal.mayLink(elements) }
    override func letGo() { elements = [] }
    /// Gives the elements to `body`, the last first, and keeps none; only its last owner may ask for that.
    func handOver(_ body: (consuming Value) -> Void) {
        elements.withUnsafeMutableBufferPointer { places in
            for index in places.indices.reversed() { body(exchange(&places[index], with: .none)) }
        }
    }
    public override func surrender(to pending: inout [PyObject]) { Disposal.take(&elements, into: &pending) }
    public override func listReferences(in list: inout ReferenceList) { list.add(&elements) }
}

/// An immutable Python `bytes`; `bytearray` is this with `isMutable`.
public final class PyBytes: PyObject {
    public var bytes: [UInt8]
    public let isMutable: Bool
    /// How many views of a `bytearray` there are, which must not change its size under them.
    var exports: Int32 = 0
    public init(_ bytes: [UInt8], isMutable: Bool = false) {
        self.bytes = bytes
        self.isMutable = isMutable
    }
    public override func type(in types: BuiltinTypes) -> PyType { isMutable ? types.bytearray : types.bytes }
}

/// A Python `set` or `frozenset`: the keys of a dictionary, in insertion order.
public final class PySet: PyObject {
    public let table: PyDict
    public let isFrozen: Bool
    public init(table: PyDict = PyDict(), isFrozen: Bool = false) {
        self.table = table
        self.isFrozen = isFrozen
    }
    public override func type(in types: BuiltinTypes) -> PyType { isFrozen ? types.frozenset : types.set }
    public override func surrender(to pending: inout [PyObject]) { table.surrender(to: &pending) }
    public override func listReferences(in list: inout ReferenceList) { list.add(table) }
    override var isLink: Bool { table.isLink }
    deinit { if isLink { Disposal.dispose(of: self) } }
}
