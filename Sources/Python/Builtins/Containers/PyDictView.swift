/// What `dict.keys()`, `values()` and `items()` give: a live view of the dictionary.
public final class PyDictView: PyObject {
    /// Which part of the entries it shows.
    public enum Kind: String, Sendable { case keys, values, items }

    public let dict: PyDict
    public let kind: Kind

    public init(_ dict: PyDict, _ kind: Kind) {
        self.dict = dict
        self.kind = kind
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.builtin("dict_" + kind.rawValue) }

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
}

/// The methods of the three kinds of views.
enum DictViewMethods {
    static func install(in types: BuiltinTypes) {
        for kind in ["keys", "values", "items"] {
            let type = types.builtin("dict_" + kind)
            type.method("__reversed__", "", on: view) { _, view, _ in .object(view.makeIterator(isReversed: true)) }
            type.getter("mapping") { _, value in (value.asObject as? PyDictView).map { .dict($0.dict) } ?? .none }
            if kind == "values" { continue }
            type.method("isdisjoint", "other, /", on: view) { machine, view, a in
                var isDisjoint = true
                try machine.iterate(a[1]) { element in
                    isDisjoint = try !view.contains(element, machine)
                    return isDisjoint
                }
                return .bool(isDisjoint)
            }
            type.constant("__hash__", .none)
        }
    }

    private static func view(_ value: Value) -> PyDictView? { value.asObject as? PyDictView }
}
