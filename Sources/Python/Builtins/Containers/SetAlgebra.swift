/// Union, intersection and the rest, on anything that is a set or can be iterated.
enum SetAlgebra {
    /// A new table with the elements of an iterable; pays for them and raises TypeError for what cannot be hashed.
    static func table(_ iterable: Value, _ machine: Machine) throws -> PyDict {
        if let set = iterable.asSet {
            try machine.charge(bytes: 48, times: set.table.count)
            return set.table.copy()
        }
        let table = PyDict()
        try add(iterable, to: table, machine)
        return table
    }

    /// Adds the elements of an iterable; pays for them.
    static func add(_ iterable: Value, to table: PyDict, _ machine: Machine) throws {
        try machine.iterate(iterable) { element in
            try machine.charge(bytes: 48)
            if try table.position(of: element, machine) == nil { try table.setValue(.none, for: element, machine) }
            return true
        }
    }

    /// The elements of the first, then those of the other that it lacks.
    static func union(_ a: PyDict, _ b: Value, _ machine: Machine) throws -> PyDict {
        let made = a.copy()
        try machine.charge(bytes: 48, times: a.count)
        try add(b, to: made, machine)
        return made
    }

    /// The elements of the first that are, or are not, in the second.
    static func filtered(_ a: PyDict, by b: PyDict, keeping isKept: Bool, _ machine: Machine) throws -> PyDict {
        let made = PyDict()
        try machine.charge(bytes: 48, times: a.count)
        for key in a.keys where try (b.position(of: key, machine) != nil) == isKept { try made.setValue(.none, for: key, machine) }
        return made
    }

    /// The elements that are in one of the two only.
    static func symmetricDifference(_ a: PyDict, _ b: PyDict, _ machine: Machine) throws -> PyDict {
        let made = try filtered(a, by: b, keeping: false, machine)
        for key in b.keys where try a.position(of: key, machine) == nil { try made.setValue(.none, for: key, machine) }
        return made
    }

    /// Whether all elements of the first are in the second.
    static func isSubset(_ a: PyDict, of b: PyDict, _ machine: Machine) throws -> Bool {
        if a.count > b.count { return false }
        try machine.charge(instructions: a.count)
        return try a.keys.allSatisfy { try b.position(of: $0, machine) != nil }
    }

    /// Whether the two share no element.
    static func isDisjoint(_ a: PyDict, _ b: PyDict, _ machine: Machine) throws -> Bool {
        try machine.charge(instructions: a.count)
        return try !a.keys.contains { try b.position(of: $0, machine) != nil }
    }

    /// The result of an operator between sets, or nil for one that they do not have.
    static func apply(_ operation: BinaryOperator, _ a: PyDict, _ b: PyDict, _ machine: Machine) throws -> PyDict? {
        switch operation {
        case .bitOr:
            let made = a.copy()
            try machine.charge(bytes: 48, times: (a.count + b.count))
            for key in b.keys where try made.position(of: key, machine) == nil { try made.setValue(.none, for: key, machine) }
            return made
        case .bitAnd: return try filtered(a, by: b, keeping: true, machine)
        case .subtract: return try filtered(a, by: b, keeping: false, machine)
        case .bitXor: return try symmetricDifference(a, b, machine)
        default: return nil
        }
    }

    /// What an ordering comparison between sets says.
    static func compare(_ operation: ComparisonOperator, _ a: PyDict, _ b: PyDict, _ machine: Machine) throws -> Bool? {
        switch operation {
        case .equal: return try a.count == b.count && isSubset(a, of: b, machine)
        case .notEqual: return try !(a.count == b.count && isSubset(a, of: b, machine))
        case .lessOrEqual: return try isSubset(a, of: b, machine)
        case .less: return try a.count < b.count && isSubset(a, of: b, machine)
        case .greaterOrEqual: return try isSubset(b, of: a, machine)
        case .greater: return try b.count < a.count && isSubset(b, of: a, machine)
        default: return nil
        }
    }
}
