import Python

/// `include` and `exclude` trees: sets, dictionaries with `__all__`, and anything else that is asked with `in` (pydantic-core
/// `serializers/filter.rs`).
enum Selection {
    /// Which of the two trees it is.
    enum Role: String { case include, exclude }

    /// What a tree says of a key; `isAll` for «the whole of it». Raises TypeError where the tree says nothing of any key.
    static func lookup(_ key: Value, in tree: Value, _ role: Role, _ machine: Machine) throws -> (isAll: Bool, value: Value)? {
        if let dict = tree.asDict {
            guard let found = try merged(try dict.value(for: key, machine), with: dict["__all__"], machine) else { return nil }
            return isWhole(found) ? (true, .none) : (false, found)
        }
        if let set = tree.asSet, !set.isFrozen {
            return try set.table.value(for: key, machine) != nil || set.table["__all__"] != nil ? (true, .none) : nil
        }
        do {
            return try machine.contains(tree, key) || machine.contains(tree, "__all__") ? (true, .none) : nil
        } catch is PyError {
            throw machine.error("TypeError", "`\(role.rawValue)` argument must be a set or dict.")
        }
    }

    /// A tree whose indices count from the front, modulo the number of items.
    static func counted(_ tree: Value, _ count: Int, _ machine: Machine) throws -> Value {
        let index = { (key: Value) -> Value in
            guard count > 0, let number = key.asInt else { return key }
            return .int((number % count + count) % count)
        }
        let made = PyDict()
        if let dict = tree.asDict {
            for (key, value) in dict.items { try made.setValue(value, for: index(key), machine) }
            return .dict(made)
        }
        guard let set = tree.asSet, !set.isFrozen else { return tree }
        for key in set.table.keys { try made.setValue(.none, for: index(key), machine) }
        return .object(PySet(table: made, isFrozen: false))
    }

    /// What is said of one key together with what is said of all (pydantic-core `merge_all_value`).
    private static func merged(_ own: Value?, with all: Value?, _ machine: Machine) throws -> Value? {
        guard let own, let all else { return own ?? all }
        guard !isWhole(own), !isWhole(all) else { return own }
        let made = dictionary(own)
        for (key, value) in dictionary(all).items {
            let known = try made.value(for: key, machine)
            try made.setValue(try merged(known, with: value, machine) ?? value, for: key, machine)
        }
        return .dict(made)
    }

    private static func isWhole(_ value: Value) -> Bool { value.isEllipsis || value.asBool == true }

    /// A tree as a dictionary; members of a set stand for the whole.
    private static func dictionary(_ tree: Value) -> PyDict {
        if let dict = tree.asDict { return dict.copy() }
        let made = PyDict()
        for key in tree.asSet?.table.keys ?? [] { if let name = key.asStr { made.setValue(true, forName: name) } }
        return made
    }
}
