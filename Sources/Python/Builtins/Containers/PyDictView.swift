/// What `dict.keys()`, `values()` and `items()` give: a live view of the dictionary.
public final class PyDictView: PyObject {
    /// Which part of the entries it shows.
    public enum Kind: String, Sendable { case keys, values, items }

    /// The dictionary that is shown.
    public private(set) var dict: PyDict
    /// Which part of it.
    public let kind: Kind
    /// The type where it is not that of a plain dictionary's views.
    private let ownType: PyType?

    /// A view of that part of a dictionary.
    public init(_ dict: PyDict, _ kind: Kind, type: PyType? = nil) {
        self.dict = dict
        self.kind = kind
        ownType = type
    }

    /// Whether it is that of a plain dictionary.
    var isPlain: Bool { ownType == nil }

    public override func type(in types: BuiltinTypes) -> PyType { ownType ?? types.builtin("dict_" + kind.rawValue) }

    /// An iterator over the elements, in the order of insertion or the other way round.
    func makeIterator(isReversed: Bool = false) -> PyTableIterator {
        let shown: PyTableIterator.Kind = kind == .keys ? .keys : kind == .values ? .values : .items
        return PyTableIterator(dict, shown, isReversed: isReversed)
    }

    /// The elements now.
    var elements: [Value] {
        switch kind {
        case .keys: dict.keys
        case .values: dict.values
        case .items: dict.items.map { .tuple(PyTuple([$0.key, $0.value])) }
        }
    }

    /// Whether the view holds a value.
    func contains(_ value: Value, _ machine: Machine) throws -> Bool {
        switch kind {
        case .keys: return try dict.position(of: value, machine) != nil
        case .values: return try machine.firstIndex(of: value, in: dict.values, 0..<dict.count) != nil
        case .items:
            guard let pair = value.asTuple, pair.elements.count == 2, let found = try dict.value(for: pair.elements[0], machine) else {
                return false
            }
            return try machine.isSameOrEqual(found, pair.elements[1])
        }
    }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(.dict(dict), into: &pending)
        dict = PyDict()
    }

    deinit { Disposal.dispose(of: self) }
}
