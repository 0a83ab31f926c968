import Python

/// A small set of names, such as those of the fields that were given; names of one model are mostly the very same texts.
struct NameSet {
    private var names: [PyStr] = []
    /// The same names, once they are too many to look through.
    private var index: Set<[UInt8]> = []
    private static let few = 32

    /// An empty set with room for that many names.
    init(capacity: Int = 0) { names.reserveCapacity(capacity) }

    /// How many names it has.
    var count: Int { names.count }

    /// Whether a name is in it.
    func contains(_ name: PyStr) -> Bool {
        if !index.isEmpty { return index.contains(name.utf8) }
        return names.contains { $0 === name } || names.contains { $0 == name }
    }

    /// Whether a name is in it.
    func contains(_ name: String) -> Bool { contains(PyStr(name)) }

    /// The names that are no keys of a table, in the order in which they came.
    func others(than table: PyDict) -> [PyStr] { names.filter { table.value(forName: $0) == nil } }

    /// Adds a name.
    mutating func insert(_ name: PyStr) { if !contains(name) { append(name) } }

    /// Adds a name.
    mutating func insert(_ name: String) { insert(PyStr(name)) }

    /// Takes a name out.
    mutating func remove(_ name: PyStr) {
        names.removeAll { $0 == name }
        index.remove(name.utf8)
    }

    /// Adds a name that is known not to be in it.
    mutating func append(_ name: PyStr) {
        names.append(name)
        if !index.isEmpty {
            index.insert(name.utf8)
        } else if names.count > Self.few {
            index = Set(names.map(\.utf8))
        }
    }
}
