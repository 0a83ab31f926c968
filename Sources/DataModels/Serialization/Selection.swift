import Python

/// `include` and `exclude` trees: sets, lists, and dictionaries with `__all__`.
enum Selection {
    /// What a tree says of a key; `isAll` for «the whole of it».
    static func lookup(_ key: Value, in tree: Value, count: Int?, _ machine: Machine) throws -> (isAll: Bool, value: Value)? {
        if let dict = tree.asDict {
            let negative = try count.flatMap { count in try dict.value(for: .int((key.asInt ?? 0) - count), machine) }
            guard let found = try merged(try dict.value(for: key, machine) ?? negative, with: dict["__all__"], machine) else { return nil }
            if case .bool(let isAll) = found { return (isAll, .none) }
            if found.isEllipsis { return (true, .none) }
            return (false, found)
        }
        if let set = tree.asSet {
            if try set.table.value(for: key, machine) != nil { return (true, .none) }
            if set.table["__all__"] != nil { return (true, .none) }
            guard let count, let index = key.asInt else { return nil }
            return try set.table.value(for: .int(index - count), machine) != nil ? (true, .none) : nil
        }
        // Anything else is asked with `in`, a text for its parts.
        return try machine.contains(tree, key) ? (true, .none) : nil
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
