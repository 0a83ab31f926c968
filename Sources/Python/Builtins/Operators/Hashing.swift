extension Machine {
    /// The hash of a built-in value, or nil for a type that hashes by identity.
    ///
    /// Raises TypeError for `list`, `dict`, `set`, `bytearray` and `slice`. Numbers, tuples and frozen sets hash as in CPython.
    public func builtinHash(_ value: Value) throws -> Int? {
        switch value {
        case .int(let number): return NumericHash.hash(number)
        case .bool(let flag): return flag ? 1 : 0
        case .float(let number): return NumericHash.hash(number)
        case .str(let text): return text.hash
        case .none: return 0x00FC_A86420
        case .tuple(let tuple):
            return NumericHash.combine(try tuple.elements.map { try hash($0) })
        case .list, .dict: throw unhashable(value)
        case .object(let object): return try hash(object, value)
        }
    }

    private func unhashable(_ value: Value) -> PyError { error("TypeError", "unhashable type: '\(typeName(value))'") }

    private func hash(_ object: PyObject, _ value: Value) throws -> Int? {
        switch object {
        case let number as PyBigInt: return NumericHash.hash(number.value)
        case let bytes as PyBytes:
            if bytes.isMutable { throw unhashable(value) }
            return PyStr(utf8: bytes.bytes).hash
        case let set as PySet:
            if !set.isFrozen { throw unhashable(value) }
            return NumericHash.combineUnordered(set.table.positions.lazy.filter(set.table.isLive(at:)).map(set.table.hash(at:)))
        case let range as PyRange:
            let parts: [Value] = [
                .integer(range.count), range.count.isZero ? .none : .integer(range.start), range.count <= 1 ? .none : .integer(range.step),
            ]
            return NumericHash.combine(try parts.map { try hash($0) })
        case is PySlice: throw unhashable(value)
        case let view as PyDictView where view.kind != .values: throw unhashable(value)
        default: return nil
        }
    }
}
