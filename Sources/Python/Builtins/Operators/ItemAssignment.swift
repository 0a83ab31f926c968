extension Machine {
    /// `container[key] = value`; false for a type that cannot be written to.
    public func builtinSetItem(_ container: Value, _ key: Value, _ value: Value) throws -> Bool {
        switch container {
        case .dict(let dict):
            try charge(bytes: 64)
            try dict.setValue(value, for: key, self)
        case .list(let list):
            if let slice = key.asObject as? PySlice {
                try assign(slice, of: list, value)
            } else {
                let index = try assignmentPosition(key, in: list)
                list.elements[index] = value
            }
        case .object(let object):
            guard let bytes = object as? PyBytes, bytes.isMutable else { return false }
            if let slice = key.asObject as? PySlice {
                try assign(slice, of: bytes, value)
            } else {
                // The `__index__` of the value may change the bytes, too.
                let index = try sequenceIndex(key, "bytearray")
                let new = try byte(value, "byte must be in range(0, 256)")
                bytes.bytes[try position(at: index, bytes.bytes.count, "bytearray")] = new
            }
        default: return false
        }
        return true
    }

    private func assignmentPosition(_ key: Value, in list: PyList) throws -> Int {
        try position(key, list.elements.count, "list assignment", "list")
    }

    private func assign(_ slice: PySlice, of list: PyList, _ value: Value) throws {
        guard canIterate(value) else {
            throw error("TypeError", slice.step.isNone ? "can only assign an iterable" : "must assign iterable to extended slice")
        }
        let new = try array(value)
        let indices = try SliceIndices(slice, length: list.elements.count, self)
        try charge(bytes: 16, times: new.count)
        try charge(instructions: list.elements.count / 16)
        if let range = indices.range {
            list.elements.replaceSubrange(range, with: new)
            return
        }
        guard new.count == indices.count else {
            throw error("ValueError", "attempt to assign sequence of size \(new.count) to extended slice of size \(indices.count)")
        }
        for (index, element) in zip(indices.indices, new) { list.elements[index] = element }
    }

    private func assign(_ slice: PySlice, of bytes: PyBytes, _ value: Value) throws {
        if value.asBigInt != nil || value.asFloat != nil || value.asStr != nil {
            throw error("TypeError", "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        }
        let new = try makeBytes(value, of: "bytearray")
        let indices = try SliceIndices(slice, length: bytes.bytes.count, self)
        if let range = indices.range {
            if range.count != new.count { try allowResize(of: bytes) }
            bytes.bytes.replaceSubrange(range, with: new)
            return
        }
        guard new.count == indices.count else {
            throw error("ValueError", "attempt to assign bytes of size \(new.count) to extended slice of size \(indices.count)")
        }
        for (index, element) in zip(indices.indices, new) { bytes.bytes[index] = element }
    }

    /// `del container[key]`; false for a type whose items cannot be deleted.
    public func builtinDeleteItem(_ container: Value, _ key: Value) throws -> Bool {
        switch container {
        case .dict(let dict):
            guard try dict.removeValue(for: key, self) != nil else { throw error(types.exception("KeyError"), [key]) }
        case .list(let list):
            try charge(instructions: list.elements.count / 16)
            if let slice = key.asObject as? PySlice {
                list.elements = Self.removing(try SliceIndices(slice, length: list.elements.count, self), from: list.elements)
            } else {
                list.elements.remove(at: try assignmentPosition(key, in: list))
            }
        case .object(let object):
            guard let bytes = object as? PyBytes, bytes.isMutable else { return false }
            if let slice = key.asObject as? PySlice {
                let indices = try SliceIndices(slice, length: bytes.bytes.count, self)
                if indices.count > 0 { try allowResize(of: bytes) }
                bytes.bytes = Self.removing(indices, from: bytes.bytes)
            } else {
                let index = try position(key, bytes.bytes.count, "bytearray", "bytearray")
                try allowResize(of: bytes)
                bytes.bytes.remove(at: index)
            }
        default: return false
        }
        return true
    }

    private static func removing<Element>(_ indices: SliceIndices, from elements: [Element]) -> [Element] {
        let unwanted = Set(indices.indices)
        return elements.indices.lazy.filter { !unwanted.contains($0) }.map { elements[$0] }
    }
}
