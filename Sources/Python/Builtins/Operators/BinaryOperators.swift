extension Machine {
    /// The result of an operator between built-in values, or nil where their types have no such operation.
    ///
    /// The left operand is unwrapped; of the right one messages and the template of `%` need the instance that it is. Sequences raise their own TypeError for operands that they cannot take, as CPython does.
    public func builtinBinary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        if let result = try numericBinary(operation, a, b.unwrapped) { return result }
        switch operation {
        case .add: return try concatenated(a, b.unwrapped, given: b)
        case .multiply: return try repeatedSequence(a, b)
        case .modulo: return try percentFormatted(a, b)
        case .bitOr, .bitAnd, .bitXor, .subtract:
            if case .dict(let left) = a, case .dict(let right) = b.unwrapped, operation == .bitOr { return try merged(left, right) }
            return try setBinary(operation, a, b.unwrapped)
        default: return nil
        }
    }

    private func numericBinary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        switch (a, b) {
        case (.int, .int): return try IntegerArithmetic.apply(operation, a, b, self)
        case (.float(let x), .float(let y)): return try FloatArithmetic.apply(operation, x, y, self)
        case (.bool(let x), .bool(let y)):
            switch operation {
            case .bitAnd: return .bool(x && y)
            case .bitOr: return .bool(x || y)
            case .bitXor: return .bool(x != y)
            default: return try IntegerArithmetic.apply(operation, a, b, self)
            }
        default: break
        }
        if a.isInteger && b.isInteger { return try IntegerArithmetic.apply(operation, a, b, self) }
        guard a.asFloat != nil || b.asFloat != nil else { return nil }
        guard let x = try FloatArithmetic.operand(a, self), let y = try FloatArithmetic.operand(b, self) else { return nil }
        return try FloatArithmetic.apply(operation, x, y, self)
    }

    // MARK: Sequences

    private func concatenated(_ a: Value, _ b: Value, given: Value) throws -> Value? {
        switch a {
        case .str(let text):
            guard case .str(let other) = b else { throw wrongOperand(given, "str") }
            try charge(bytes: text.byteCount + other.byteCount + 48)
            return .str(PyStr(utf8: text.utf8 + other.utf8))
        case .list(let list):
            guard case .list(let other) = b else { throw wrongOperand(given, "list") }
            try charge(bytes: 16, times: (list.elements.count + other.elements.count))
            return .list(PyList(list.elements + other.elements))
        case .tuple(let tuple):
            guard case .tuple(let other) = b else {
                throw wrongOperand(given, "tuple")
            }
            try charge(bytes: 16, times: (tuple.elements.count + other.elements.count))
            return .tuple(PyTuple(tuple.elements + other.elements))
        default:
            // A view has no operators.
            guard let bytes = a.asObject as? PyBytes else { return nil }
            guard let other = b.asBytes else {
                throw error("TypeError", "can't concat \(typeName(given)) to \(bytes.isMutable ? "bytearray" : "bytes")")
            }
            try charge(bytes: bytes.bytes.count + other.bytes.count)
            return .object(PyBytes(bytes.bytes + other.bytes, isMutable: bytes.isMutable))
        }
    }

    private func wrongOperand(_ operand: Value, _ type: String) -> PyError {
        error("TypeError", "can only concatenate \(type) (not \"\(typeName(operand))\") to \(type)")
    }

    private func repeatedSequence(_ a: Value, _ b: Value) throws -> Value? {
        guard isSequence(a) else { return isSequence(b.unwrapped) ? try repeatedSequence(b.unwrapped, a) : nil }
        guard try b.isInteger || method(b, "__index__") != nil else {
            throw error("TypeError", "can't multiply sequence by non-int of type '\(typeName(b))'")
        }
        // First of all, as the `__index__` of it may change the sequence.
        let times = max(0, try index(b))
        switch a {
        case .list(let list): return .list(PyList(try repeated(list.elements, times)))
        case .tuple(let tuple): return .tuple(PyTuple(try repeated(tuple.elements, times)))
        case .str(let text): return .str(PyStr(utf8: try repeated(bytes: text.utf8, times)))
        default:
            guard let bytes = a.asObject as? PyBytes else { return nil }
            return .object(PyBytes(try repeated(bytes: bytes.bytes, times), isMutable: bytes.isMutable))
        }
    }

    private func isSequence(_ value: Value) -> Bool {
        switch value {
        case .str, .list, .tuple: true
        default: value.asObject is PyBytes
        }
    }

    private func repeated(bytes: [UInt8], _ times: Int) throws -> [UInt8] {
        let (total, overflow) = bytes.count.multipliedReportingOverflow(by: times)
        try charge(bytes: overflow ? .max / 2 : total)
        try charge(instructions: total / 64)
        return bytes.isEmpty ? [] : StrShapeMethods.repeated(bytes, times)
    }

    private func percentFormatted(_ a: Value, _ b: Value) throws -> Value? {
        if case .str(let template) = a { return .str(try PercentFormatter.format(template, b, self)) }
        guard let template = a.asObject as? PyBytes else { return nil }
        return .object(PyBytes(try PercentFormatter.format(template.bytes, b, self), isMutable: template.isMutable))
    }

    // MARK: Dictionaries and sets

    private func merged(_ a: PyDict, _ b: PyDict) throws -> Value {
        try charge(bytes: 64, times: a.count)
        let made = a.copy()
        try update(made, from: .dict(b), keywords: [])
        return .dict(made)
    }

    private func setBinary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        func isSetView(_ value: Value) -> Bool { (value.asObject as? PyDictView).map { $0.kind != .values } ?? false }
        let isView = isSetView(a) || isSetView(b)
        guard let left = try setTable(a) else {
            guard isView, canIterate(a), let right = try setTable(b) else { return nil }
            return try SetAlgebra.apply(operation, SetAlgebra.table(a, self), right, self).map { .object(PySet(table: $0)) }
        }
        var right = try setTable(b)
        if right == nil, isSetView(a), canIterate(b) { right = try SetAlgebra.table(b, self) }
        guard let right, let made = try SetAlgebra.apply(operation, left, right, self) else { return nil }
        return .object(PySet(table: made, isFrozen: a.asSet?.isFrozen ?? false))
    }

    /// The result of a prefix operator on a built-in value, or nil where its type has none.
    public func builtinUnary(_ operation: UnaryOperator, _ a: Value) throws -> Value? {
        if operation == .not { return .bool(try !isTrue(a)) }
        if let number = a.asFloat {
            return operation == .minus ? .float(-number) : operation == .plus ? .float(number) : nil
        }
        if let small = a.asInt, small != .min {
            return .int(operation == .minus ? -small : operation == .plus ? small : ~small)
        }
        guard let number = a.asBigInt else { return nil }
        try charge(instructions: 1 + number.magnitude.count / 8)
        return .integer(operation == .minus ? -number : operation == .plus ? number : ~number)
    }
}
