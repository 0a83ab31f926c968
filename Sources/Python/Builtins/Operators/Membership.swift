extension Machine {
    /// `value in container` of a built-in container, or nil for a type that must be iterated.
    public func builtinContains(_ container: Value, _ value: Value) throws -> Bool? {
        switch container {
        case .dict(let dict): return try dict.position(of: value, self) != nil
        case .list(let list): return try firstIndex(of: value, in: list) != nil
        case .tuple(let tuple): return try firstIndex(of: value, in: tuple.elements, 0..<tuple.elements.count) != nil
        case .str(let text):
            guard let needle = value.asStr else {
                throw error("TypeError", "'in <string>' requires string as left operand, not \(typeName(value))")
            }
            try charge(instructions: text.byteCount / 16)
            return ByteSearch.first(needle.utf8, in: text.utf8, 0..<text.byteCount) != nil
        case .object(let object):
            switch object {
            case let set as PySet: return try contains(set, value)
            case let view as PyDictView: return try view.contains(value, self)
            case let range as PyRange: return try contains(range, value)
            case let bytes as PyBytes: return try contains(bytes, value)
            default: return nil
            }
        default: return nil
        }
    }

    private func contains(_ set: PySet, _ value: Value) throws -> Bool {
        if let other = value.asSet, !other.isFrozen {
            return try set.table.position(of: .object(PySet(table: other.table.copy(), isFrozen: true)), self) != nil
        }
        return try set.table.position(of: value, self) != nil
    }

    private func contains(_ range: PyRange, _ value: Value) throws -> Bool {
        if let number = value.asBigInt { return range.position(of: number) != nil }
        if let number = value.asFloat { return RangeMethods.wholeNumber(.float(number)).map { range.position(of: $0) != nil } ?? false }
        var found = false
        let numbers = range.makeIterator()
        while !found, let number = try numbers.next(self) {
            try charge(instructions: 1)
            found = try isSameOrEqual(number, value)
        }
        return found
    }

    private func contains(_ bytes: PyBytes, _ value: Value) throws -> Bool {
        try charge(instructions: bytes.bytes.count / 16)
        if value.isInteger { return bytes.bytes.contains(try byte(value, "byte must be in range(0, 256)")) }
        return ByteSearch.first(try requireBytes(value), in: bytes.bytes, 0..<bytes.bytes.count) != nil
    }

    /// An iterator over a built-in value, or nil for a type that is not iterable.
    public func builtinIterator(_ value: Value) throws -> PyIterator? {
        switch value {
        case .list(let list): return PyListIterator(list)
        case .tuple(let tuple): return PyArrayIterator(tuple.elements)
        case .str(let text): return PyStrIterator(text)
        case .dict(let dict): return PyTableIterator(dict, .keys)
        case .object(let object):
            switch object {
            case let iterator as PyIterator: return iterator
            case let range as PyRange: return range.makeIterator()
            case let set as PySet:
                try charge(instructions: set.table.count)
                return PySetIterator(set)
            case let view as PyDictView: return view.makeIterator()
            case let bytes as PyBytes: return PyBytesIterator(bytes)
            default: return nil
            }
        default: return nil
        }
    }
}
