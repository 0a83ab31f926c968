/// Arithmetic and comparison: built-in types first, then the special methods with their reflected forms.
extension Machine {
    /// Python's binary operators; raises TypeError where neither operand knows how.
    public func binary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if let result = try binaryIfPossible(operation, a, b) { return result }
        throw unsupported(operation.rawValue == "**" ? "** or pow()" : operation.rawValue, a, b)
    }

    /// The operators with assignment, `+=` and its kin: the `__i…__` method if there is one, else the plain operator.
    public func inPlace(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if operation == .multiply, let result = try repeatedInPlace(a, b) { return result }
        if hasMethods(a) || !isImmutableNumber(a) {
            if let result = try callSpecial(a, names.inPlace(operation), [b]), !result.isNotImplemented { return result }
        }
        if let result = try binaryIfPossible(operation, a, b) { return result }
        throw unsupported(operation.rawValue + "=", a, b)
    }

    /// What `*=` does before a sequence repeats itself: the other operand may know better, and if not it must be an integer.
    ///
    /// Nil where the sequence is to repeat itself, or is none (CPython 3.11 `abstract.c PyNumber_InPlaceMultiply`).
    private func repeatedInPlace(_ a: Value, _ b: Value) throws -> Value? {
        if case .int = b { return nil }
        guard isRepeatable(a) else {
            let container = a.unwrapped.asDict != nil || a.asSet != nil || (a.asInstance?.instanceType.isProgramDefined ?? false)
            guard container, isRepeatable(b) else { return nil }
            for (name, receiver, other) in [(names.inPlace(.multiply), a, b), (names.binary(.multiply).0, a, b)] {
                if let result = try operate(name, receiver, other) { return result }
            }
            throw unsupported("*=", a, b)
        }
        if !isRepeatable(b), let result = try operate(names.binary(.multiply).1, b, a) { return result }
        if try b.isInteger || method(b, "__index__") != nil { return nil }
        throw error("TypeError", "can't multiply sequence by non-int of type '\(typeName(b))'")
    }

    /// Whether it is a sequence whose class leaves repeating to the built-in one.
    private func isRepeatable(_ value: Value) -> Bool {
        guard value.asList != nil || value.asTuple != nil || value.asStr != nil || value.asBytes != nil || value.asObject is PyDeque else {
            return false
        }
        return type(of: value).lookup(names.inPlace(.multiply))?.asObject is PyNativeFunction
            || type(of: value).lookup(names.binary(.multiply).0)?.asObject is PyNativeFunction
    }

    private func isImmutableNumber(_ value: Value) -> Bool {
        switch value {
        case .int, .float, .bool, .none, .str, .tuple: true
        case .list, .dict, .object: false
        }
    }

    /// The result, or nil where neither operand knows how.
    func binaryIfPossible(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        if !hasMethods(a) && !hasMethods(b) { return try nested { try builtinBinary(operation, a, b) } }
        let (forward, reflected) = names.binary(operation)
        let left = type(of: a)
        let right = type(of: b)
        let prefersRight = left !== right && right.isSubtype(of: left) && overrides(right, left, reflected)
        if prefersRight, let result = try operate(reflected, b, a) { return result }
        if let result = try operate(forward, a, b) { return result }
        if left !== right, !prefersRight, let result = try operate(reflected, b, a) { return result }
        // A class that says itself what `+` does has given up joining as its sequence does.
        if operation == .add, isJoinable(a), left.lookup(forward)?.asObject is PyFunction { return nil }
        return try nested { try builtinBinary(operation, a.unwrapped, b) }
    }

    private func isJoinable(_ value: Value) -> Bool {
        value.asTuple != nil || value.asList != nil || value.asStr != nil || value.asBytes != nil
    }

    /// Calls a special method that is written in the program or for a native class; nil for none or `NotImplemented`.
    private func operate(_ name: PyStr, _ a: Value, _ b: Value) throws -> Value? {
        guard hasMethods(a), let result = try callSpecial(a, name, [b]) else { return nil }
        return result.isNotImplemented ? nil : result
    }

    private func overrides(_ type: PyType, _ base: PyType, _ name: PyStr) -> Bool {
        guard let own = type.lookup(name) else { return false }
        return base.lookup(name).map { !$0.isIdentical(to: own) } ?? true
    }

    /// Whether special methods are looked up on the value: on all but plain built-in values.
    @inline(__always)
    func hasMethods(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return !isPlainBuiltin(object)
    }

    /// Whether the built-in operations know an object by its Swift class.
    private func isPlainBuiltin(_ object: PyObject) -> Bool {
        object.isExactly(PyBigInt.self) || object.isExactly(PyBytes.self) || object.isExactly(PySet.self) || object.isExactly(PyRange.self)
    }

    /// Python's unary operators.
    public func unary(_ operation: UnaryOperator, _ value: Value) throws -> Value {
        if operation == .not { return .bool(try !isTrue(value)) }
        if hasMethods(value), let method = try method(value, names.unary(operation)) { return try call(method) }
        if let result = try builtinUnary(operation, value.unwrapped) { return result }
        let sign = operation == .minus ? "-" : operation == .plus ? "+" : "~"
        throw error("TypeError", "bad operand type for unary \(sign): '\(typeName(value))'")
    }

    func unsupported(_ operation: String, _ a: Value, _ b: Value) -> PyError {
        error("TypeError", "unsupported operand type(s) for \(operation): '\(typeName(a))' and '\(typeName(b))'")
    }

    // MARK: Comparison

    /// Python's `== != < <= > >=`, and `is`, `in` with their negations.
    public func compare(_ a: Value, _ b: Value, _ operation: ComparisonOperator) throws -> Value {
        try countNativeCall()
        switch operation {
        case .is: return .bool(a.isIdentical(to: b))
        case .isNot: return .bool(!a.isIdentical(to: b))
        case .in: return .bool(try contains(b, a))
        case .notIn: return .bool(try !contains(b, a))
        default: return try nested { try compareRichly(a, b, operation) }
        }
    }

    private func compareRichly(_ a: Value, _ b: Value, _ operation: ComparisonOperator) throws -> Value {
        if !hasMethods(a) && !hasMethods(b) {
            if let result = try builtinCompare(operation, a, b) { return .bool(result) }
            return try compareByDefault(a, b, operation)
        }
        let (forward, reflected) = names.comparison(operation)
        let left = type(of: a)
        let right = type(of: b)
        let prefersRight = left !== right && right.isSubtype(of: left) && hasMethods(b)
        if prefersRight, let result = try operate(reflected, b, a) { return result }
        if let result = try operate(forward, a, b) { return result }
        if operation == .notEqual, hasMethods(a), let result = try operate(names.eq, a, b) { return .bool(try !isTrue(result)) }
        if !prefersRight, let result = try operate(reflected, b, a) { return result }
        if operation == .notEqual, hasMethods(b), let result = try operate(names.eq, b, a) { return .bool(try !isTrue(result)) }
        if let result = try builtinCompare(operation, a.unwrapped, b.unwrapped) { return .bool(result) }
        return try compareByDefault(a, b, operation)
    }

    private func compareByDefault(_ a: Value, _ b: Value, _ operation: ComparisonOperator) throws -> Value {
        if operation == .equal { return .bool(a.isIdentical(to: b)) }
        if operation == .notEqual { return .bool(!a.isIdentical(to: b)) }
        throw error(
            "TypeError",
            "'\(operation.rawValue)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'")
    }

    /// Python's `==` as a condition.
    public func isEqual(_ a: Value, _ b: Value) throws -> Bool {
        switch (a, b) {
        case (.int(let x), .int(let y)): return x == y
        case (.str(let x), .str(let y)): return x == y
        case (.none, .none): return true
        case (.bool(let x), .bool(let y)): return x == y
        default: return try isTrue(try compare(a, b, .equal))
        }
    }

    /// Python's `hash(value)`; raises TypeError for what is unhashable.
    public func hash(_ value: Value) throws -> Int {
        switch value {
        case .str(let text): return text.hash
        case .int(let small) where small >= 0 && small < 1 << 60: return small
        case .tuple(let tuple): try charge(instructions: tuple.elements.count)
        case .object(let object):
            guard hasMethods(value) else { break }
            return try hash(object, value)
        default: break
        }
        if let hash = try nested({ try builtinHash(value) }) { return hash }
        throw error("TypeError", "unhashable type: '\(typeName(value))'")
    }

    private func hash(_ object: PyObject, _ value: Value) throws -> Int {
        guard let found = type(of: value).lookup(names.hash) else {
            if let hash = try nested({ try builtinHash(value.unwrapped) }) { return hash }
            return identity(value)
        }
        if found.isNone { throw error("TypeError", "unhashable type: '\(typeName(value))'") }
        if case .object(let native) = found, native === defaultHash { return identity(value) }
        let result = try call(try bind(found, to: value, of: type(of: value)))
        guard result.isInteger else { throw error("TypeError", "__hash__ method should return an integer") }
        return try result.asInt ?? hash(result)
    }

    /// Python's `id(value)`.
    public func identity(_ value: Value) -> Int {
        switch value {
        case .none: return 9_473_376
        case .bool(let flag): return flag ? 9_478_080 : 9_478_048
        case .int(let small): return 16 &+ small &* 32
        case .float(let number): return Int(truncatingIfNeeded: number.bitPattern >> 1)
        default: return value.asObject.map { Int(bitPattern: ObjectIdentifier($0)) } ?? 0
        }
    }

    /// Python's truth of a value.
    public func isTrue(_ value: Value) throws -> Bool {
        switch value {
        case .bool(let flag): return flag
        case .none: return false
        case .int(let small): return small != 0
        case .float(let number): return number != 0
        case .str(let text): return !text.isEmpty
        case .list(let list): return !list.elements.isEmpty
        case .tuple(let tuple): return !tuple.elements.isEmpty
        case .dict(let dict): return dict.count != 0
        case .object(let object): return try isTrue(object, value)
        }
    }

    private func isTrue(_ object: PyObject, _ value: Value) throws -> Bool {
        if hasMethods(value) {
            if let result = try callSpecial(value, names.bool) {
                guard let flag = result.asBool else {
                    throw error("TypeError", "__bool__ should return bool, returned \(typeName(result))")
                }
                return flag
            }
            if let payload = object.instance?.payload, type(of: value).lookup(names.len) == nil { return try isTrue(payload) }
            if type(of: value).lookup(names.len) != nil { return try length(value) != 0 }
            return true
        }
        if object is PyBigInt { return true }
        return try builtinLength(value).map { $0 != 0 } ?? true
    }
}
