import Python

/// `include` and `exclude` trees: sets, lists, and dictionaries with `__all__`.
enum Selection {
    /// What a tree says of a key; `isAll` for «the whole of it».
    static func lookup(_ key: Value, in tree: Value, count: Int?, _ machine: Machine) throws -> (isAll: Bool, value: Value)? {
        if let dict = tree.asDict {
            let negative = try count.flatMap { count in try dict.value(for: .int((key.asInt ?? 0) - count), machine) }
            let found = try dict.value(for: key, machine) ?? negative ?? (count != nil ? dict["__all__"] : nil)
            guard let found else { return nil }
            if case .bool(let isAll) = found { return (isAll, .none) }
            if found.isEllipsis { return (true, .none) }
            return (false, found)
        }
        if let set = tree.asSet {
            if try set.table.value(for: key, machine) != nil { return (true, .none) }
            guard let count, let index = key.asInt else { return nil }
            let isListed = try set.table.value(for: .int(index - count), machine) != nil || set.table["__all__"] != nil
            return isListed ? (true, .none) : nil
        }
        // Anything else is asked with `in`, a text for its parts.
        return try machine.contains(tree, key) ? (true, .none) : nil
    }
}
