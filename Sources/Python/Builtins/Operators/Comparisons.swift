extension Machine {
    /// What a comparison between built-in values says, or nil where their types cannot be compared so.
    ///
    /// Equality is never nil for types that have one; containers compare element by element through the machine.
    public func builtinCompare(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Bool? {
        if let result = try numericCompare(operation, a, b) { return result }
        switch (a, b) {
        case (.str(let x), .str(let y)):
            if operation == .equal { return x == y }
            if operation == .notEqual { return !(x == y) }
            return Self.holds(operation, PyStr.order(x, y))
        case (.list(let x), .list(let y)): return try compareElements(operation, x.elements, y.elements)
        case (.tuple(let x), .tuple(let y)): return try compareElements(operation, x.elements, y.elements)
        case (.dict(let x), .dict(let y)):
            guard operation == .equal || operation == .notEqual else { return nil }
            return try isEqual(x, y) == (operation == .equal)
        case (.none, .none): return Self.identity(operation, true)
        case (.object, .object): return try compareObjects(operation, a, b)
        default: return nil
        }
    }

    private static func identity(_ operation: ComparisonOperator, _ isSame: Bool) -> Bool? {
        operation == .equal ? isSame : operation == .notEqual ? !isSame : nil
    }

    private static func holds(_ operation: ComparisonOperator, _ order: Int) -> Bool? {
        switch operation {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        default: nil
        }
    }

    private func numericCompare(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Bool? {
        if let x = a.asInt, let y = b.asInt { return Self.holds(operation, x < y ? -1 : x == y ? 0 : 1) }
        if case .float(let x) = a, case .float(let y) = b {
            if x.isNaN || y.isNaN { return operation == .notEqual }
            return Self.holds(operation, x < y ? -1 : x == y ? 0 : 1)
        }
        if let x = a.asBigInt {
            if let y = b.asBigInt { return Self.holds(operation, x < y ? -1 : x == y ? 0 : 1) }
            guard let y = b.asFloat else { return nil }
            return x.compared(to: y).map { Self.holds(operation, $0) } ?? (operation == .notEqual)
        }
        guard let x = a.asFloat, let y = b.asBigInt else { return nil }
        return y.compared(to: x).map { Self.holds(operation, -$0) } ?? (operation == .notEqual)
    }

    /// The first difference decides, then the lengths.
    private func compareElements(_ operation: ComparisonOperator, _ a: [Value], _ b: [Value]) throws -> Bool? {
        if a.count != b.count {
            if operation == .equal { return false }
            if operation == .notEqual { return true }
        }
        for (x, y) in zip(a, b) {
            try charge(instructions: 1)
            if try isSameOrEqual(x, y) { continue }
            if operation == .equal { return false }
            if operation == .notEqual { return true }
            return try isTrue(compare(x, y, operation))
        }
        return Self.holds(operation, a.count - b.count)
    }

    private func isEqual(_ a: PyDict, _ b: PyDict) throws -> Bool {
        guard a.count == b.count else { return false }
        try charge(instructions: a.count)
        for (key, value) in a.items {
            guard let other = try b.value(for: key, self), try isSameOrEqual(value, other) else { return false }
        }
        return true
    }

    private func compareObjects(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Bool? {
        if let x = a.asBytes, let y = b.asBytes { return Self.holds(operation, PyStr.order(x.bytes, y.bytes)) }
        if let x = try setTable(a), let y = try setTable(b) { return try SetAlgebra.compare(operation, x, y, self) }
        if let x = a.asObject as? PyRange, let y = b.asObject as? PyRange { return Self.identity(operation, x.isEqual(to: y)) }
        if let x = a.asObject as? PySlice, let y = b.asObject as? PySlice {
            return try compareElements(operation, [x.start, x.stop, x.step], [y.start, y.stop, y.step])
        }
        return nil
    }
}
