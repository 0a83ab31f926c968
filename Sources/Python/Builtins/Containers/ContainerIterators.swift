/// The iterator of a list; it sees elements that are appended while it runs.
public final class PyListIterator: PyIterator {
    @exclusivity(unchecked) private var list: PyList?
    @exclusivity(unchecked) private var position = 0

    /// An iterator from the first element on.
    public init(_ list: PyList) { self.list = list }

    /// What an iterator has left, which runs to its end.
    static func rest(of rest: PyIterator, _ machine: Machine) throws -> PyList {
        let list = PyList()
        while let element = try rest.next(machine) {
            try machine.charge(bytes: 16)
            list.elements.append(element)
        }
        return list
    }

    public override var typeName: String { "list_iterator" }
    public override var remaining: Int? { list.map { max(0, $0.elements.count - position) } ?? 0 }

    public override func next(_ machine: Machine) -> Value? {
        guard let elements = list?.elements, position < elements.count else {
            list = nil
            return nil
        }
        position += 1
        return elements[position - 1]
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        let made = PyListIterator(list ?? PyList())
        made.position = list == nil ? 0 : position
        return made
    }

    public override func surrender(to pending: inout [PyObject]) {
        if let list { Disposal.take(.list(list), into: &pending) }
        list = nil
    }

    deinit { Disposal.dispose(of: self) }
}

/// An iterator over values that do not change: those of a tuple, or a copy.
public final class PyArrayIterator: PyIterator {
    @exclusivity(unchecked) private var values: [Value]
    @exclusivity(unchecked) private var position = 0
    private let name: String

    /// An iterator over these values under the name of a Python type.
    public init(_ values: [Value], typeName: String = "tuple_iterator") {
        self.values = values
        self.name = typeName
    }

    public override var typeName: String { name }
    public override var remaining: Int? { values.count - position }

    public override func next(_ machine: Machine) -> Value? { advance() }

    /// The next value, or nil at the end.
    @inline(__always)
    func advance() -> Value? {
        guard position < values.count else { return nil }
        position &+= 1
        return values[position &- 1]
    }

    override func copied(_ machine: Machine) throws -> PyIterator? {
        try machine.charge(bytes: (values.count - position) * 16)
        return PyArrayIterator(Array(values[position...]), typeName: name)
    }

    override var isLink: Bool { Disposal.mayLink(values) }

    override func letGo() { values = [] }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(&values, into: &pending)
    }

    deinit { if isLink { Disposal.dispose(of: self) } }
}

/// The iterator of a text: its code points as texts.
public final class PyStrIterator: PyIterator {
    private let bytes: [UInt8]
    private let isASCII: Bool
    @exclusivity(unchecked) private var position = 0

    /// An iterator over the code points of a text.
    public init(_ text: PyStr) {
        bytes = text.utf8
        isASCII = text.isASCII
    }

    public override var typeName: String { isASCII ? "str_ascii_iterator" : "str_iterator" }

    public override func next(_ machine: Machine) -> Value? {
        guard position < bytes.count else { return nil }
        if isASCII {
            position += 1
            return .str(machine.asciiCharacters[Int(bytes[position - 1])])
        }
        let end = position + CodePoints.width(bytes[position])
        defer { position = end }
        return .str(PyStr(bytes[position..<end]))
    }

    override func copied(_ machine: Machine) -> PyIterator? { PyStrIterator(PyStr(bytes[position...])) }
}

/// The iterator of bytes: integers from 0 to 255.
public final class PyBytesIterator: PyIterator {
    private let bytes: PyBytes
    @exclusivity(unchecked) private var position = 0

    /// An iterator over bytes; those of a `bytearray` may change on the way.
    public init(_ bytes: PyBytes) { self.bytes = bytes }

    public override var typeName: String { bytes.isMutable ? "bytearray_iterator" : "bytes_iterator" }

    public override func next(_ machine: Machine) -> Value? {
        guard position < bytes.bytes.count else { return nil }
        position += 1
        return .int(Int(bytes.bytes[position - 1]))
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        let made = PyBytesIterator(bytes)
        made.position = position
        return made
    }
}

/// The iterator of a dictionary's keys, values or items; it raises RuntimeError when the size changes on the way.
public final class PyTableIterator: PyIterator {
    /// What it gives.
    public enum Kind { case keys, values, items }

    @exclusivity(unchecked) private var table: PyDict?
    private let kind: Kind
    private let size: Int
    @exclusivity(unchecked) private var position: Int
    private let step: Int
    @exclusivity(unchecked) private var given = 0

    /// An iterator over a dictionary, in the order of insertion or the other way round.
    public init(_ table: PyDict, _ kind: Kind, isReversed: Bool = false) {
        self.table = table
        self.kind = kind
        self.size = table.count
        self.position = isReversed ? table.positions.count - 1 : 0
        self.step = isReversed ? -1 : 1
    }

    public override var typeName: String {
        let prefix = step < 0 ? "dict_reverse" : "dict_"
        switch kind {
        case .keys: return prefix + "keyiterator"
        case .values: return prefix + "valueiterator"
        case .items: return prefix + "itemiterator"
        }
    }

    public override var remaining: Int? { table == nil ? 0 : size - given }

    public override func next(_ machine: Machine) throws -> Value? {
        guard let table, let place = try nextPlace(in: table, machine) else { return nil }
        switch kind {
        case .keys: return table.key(at: place)
        case .values: return table.value(at: place)
        case .items: return .tuple(PyTuple([table.key(at: place), table.value(at: place)]))
        }
    }

    override func copied(_ machine: Machine) throws -> PyIterator? {
        guard let table else { return PyListIterator(PyList()) }
        let rest = PyTableIterator(table, kind, isReversed: step < 0)
        (rest.position, rest.given) = (position, given)
        return PyListIterator(try PyListIterator.rest(of: rest, machine))
    }

    override func nextPair(_ machine: Machine) throws -> PairStep {
        guard kind == .items else { return .other }
        guard let table, let place = try nextPlace(in: table, machine) else { return .end }
        return .pair(table.key(at: place), table.value(at: place))
    }

    /// Where the next entry lies, or nil at the end.
    @inline(__always)
    private func nextPlace(in table: PyDict, _ machine: Machine) throws -> Int? {
        if table.count != size {
            throw machine.error("RuntimeError", "dictionary changed size during iteration")
        }
        while given < size, position >= 0, position < table.positions.count {
            let place = position
            position += step
            guard table.isLive(at: place) else { continue }
            given += 1
            return place
        }
        self.table = nil
        return nil
    }

    public override func surrender(to pending: inout [PyObject]) {
        if let table { Disposal.take(.dict(table), into: &pending) }
        table = nil
    }

    deinit { Disposal.dispose(of: self) }
}

/// The iterator of an object with `__getitem__` and no `__iter__`: items 0, 1, … until IndexError.
public final class PySequenceIterator: PyIterator {
    @exclusivity(unchecked) private var sequence: Value?
    @exclusivity(unchecked) private var position: Int
    private let step: Int

    /// `reversed` starts at the last index and goes down.
    public init(_ sequence: Value, from position: Int = 0, step: Int = 1) {
        self.sequence = sequence
        self.position = position
        self.step = step
    }

    public override var typeName: String { step < 0 ? "reversed" : "iterator" }

    public override func next(_ machine: Machine) throws -> Value? {
        guard let sequence, position >= 0 else { return nil }
        do {
            let value = try machine.item(sequence, .int(position))
            position += step
            return value
        } catch let raised as PyError where machine.isError(raised, "IndexError") || machine.isError(raised, "StopIteration") {
            self.sequence = nil
            return nil
        }
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        sequence.map { PySequenceIterator($0, from: position, step: step) } ?? PyArrayIterator([])
    }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(sequence, into: &pending)
        sequence = nil
    }

    deinit { Disposal.dispose(of: self) }
}
