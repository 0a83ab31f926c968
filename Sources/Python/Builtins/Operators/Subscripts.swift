extension Machine {
    /// `len` of a built-in value, or nil for a type without one.
    public func builtinLength(_ value: Value) throws -> Int? {
        switch value {
        case .str(let text): return text.count
        case .list(let list): return list.elements.count
        case .tuple(let tuple): return tuple.elements.count
        case .dict(let dict): return dict.count
        case .object(let object):
            switch object {
            case let bytes as PyBytes: return bytes.bytes.count
            case let set as PySet: return set.table.count
            case let view as PyDictView: return view.dict.count
            case let range as PyRange:
                guard let count = range.count.asInt else { throw error("OverflowError", "Python int too large to convert to C ssize_t") }
                return count
            default: return nil
            }
        default: return nil
        }
    }

    /// `container[key]` of a built-in value, or nil for a type that has no items.
    public func builtinItem(_ container: Value, _ key: Value) throws -> Value? {
        switch container {
        case .dict(let dict):
            if let value = try dict.value(for: key, self) { return value }
            throw error(types.exception("KeyError"), [key])
        case .list(let list):
            if let slice = key.asObject as? PySlice {
                return .list(PyList(try picked(SliceIndices(slice, length: list.elements.count, self), list.elements)))
            }
            return list.elements[try position(key, list.elements.count, "list", "list")]
        case .tuple(let tuple):
            if let slice = key.asObject as? PySlice {
                return .tuple(PyTuple(try picked(SliceIndices(slice, length: tuple.elements.count, self), tuple.elements)))
            }
            return tuple.elements[try position(key, tuple.elements.count, "tuple", "tuple")]
        case .str(let text): return .str(try item(text, key))
        case .object(let object):
            if let bytes = object as? PyBytes { return try item(bytes, key) }
            if let range = object as? PyRange { return try item(range, key) }
            return nil
        default: return nil
        }
    }

    private func picked(_ indices: SliceIndices, _ elements: [Value]) throws -> [Value] {
        try charge(bytes: 16, times: indices.count)
        return indices.pick(from: elements)
    }

    /// An index within a sequence; `name` is the sequence's in "… index out of range", `kind` in "… indices must be integers".
    ///
    /// `count` is asked once the key is an integer, as its `__index__` may change the sequence.
    func position(_ key: Value, _ count: @autoclosure () -> Int, _ name: String, _ kind: String) throws -> Int {
        try position(at: sequenceIndex(key, kind), count(), name)
    }

    /// A key as an index, which may count from the end; `kind` is the sequence's in "… indices must be integers".
    func sequenceIndex(_ key: Value, _ kind: String) throws -> Int {
        if case .int(let small) = key { return small }
        guard try key.isInteger || method(key, "__index__") != nil else {
            throw error("TypeError", "\(kind) indices must be integers or slices, not \(typeName(key))")
        }
        guard let index = try bigIndex(key).asInt else {
            throw error("IndexError", "cannot fit '\(typeName(key))' into an index-sized integer")
        }
        return index
    }

    /// Where an index lies in a sequence of `count` elements; `name` is the sequence's in "… index out of range".
    func position(at given: Int, _ count: Int, _ name: String) throws -> Int {
        let index = given < 0 ? given + count : given
        guard index >= 0, index < count else { throw error("IndexError", "\(name.isEmpty ? "" : name + " ")index out of range") }
        return index
    }

    private func item(_ text: PyStr, _ key: Value) throws -> PyStr {
        if let slice = key.asObject as? PySlice {
            let indices = try SliceIndices(slice, length: text.count, self)
            try charge(bytes: indices.count)
            if !text.isASCII { try charge(instructions: text.byteCount / 16) }
            if let range = indices.range { return text.slice(range) }
            if text.isASCII {
                return PyStr(byteCount: indices.count, count: indices.count) { place in
                    text.withUTF8 { bytes in
                        for number in 0..<indices.count { place[number] = bytes[indices.start + number * indices.step] }
                    }
                }
            }
            return PyStr(points: indices.pick(from: text.points))
        }
        guard try key.isInteger || method(key, "__index__") != nil else {
            throw error("TypeError", "string indices must be integers, not '\(typeName(key))'")
        }
        if !text.isASCII { try charge(instructions: text.byteCount / 16) }
        return text.character(at: try position(key, text.count, "string", "string"))
    }

    private func item(_ bytes: PyBytes, _ key: Value) throws -> Value {
        if let slice = key.asObject as? PySlice {
            let indices = try SliceIndices(slice, length: bytes.bytes.count, self)
            try charge(bytes: indices.count)
            return .object(PyBytes(indices.pick(from: bytes.bytes), isMutable: bytes.isMutable))
        }
        let kind = bytes.isMutable ? "bytearray" : "byte"
        return .int(Int(bytes.bytes[try position(key, bytes.bytes.count, bytes.isMutable ? "bytearray" : "", kind)]))
    }

    private func item(_ range: PyRange, _ key: Value) throws -> Value {
        if let slice = key.asObject as? PySlice { return .object(try range.slice(slice, self)) }
        guard try key.isInteger || method(key, "__index__") != nil else {
            throw error("TypeError", "range indices must be integers or slices, not \(typeName(key))")
        }
        let given = try bigIndex(key)
        let index = given.isNegative ? given + range.count : given
        guard !index.isNegative, index < range.count else { throw error("IndexError", "range object index out of range") }
        return .integer(range.element(index))
    }
}
