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
        try charge(bytes: indices.count * 16)
        return indices.pick(from: elements)
    }

    /// An index within a sequence; `name` is the sequence's in "… index out of range", `kind` in "… indices must be integers".
    private func position(_ key: Value, _ count: Int, _ name: String, _ kind: String, suffix: String = "") throws -> Int {
        let given: Int
        if case .int(let small) = key {
            given = small
        } else {
            guard try key.isInteger || method(key, "__index__") != nil else {
                throw error("TypeError", "\(kind) indices must be integers or slices, not \(typeName(key))")
            }
            let number = try bigIndex(key)
            guard let index = number.asInt else {
                throw error("IndexError", "cannot fit '\(typeName(key))' into an index-sized integer")
            }
            given = index
        }
        let index = given < 0 ? given + count : given
        guard index >= 0, index < count else {
            throw error("IndexError", "\(name.isEmpty ? "" : name + " ")\(suffix.isEmpty ? "" : suffix + " ")index out of range")
        }
        return index
    }

    private func item(_ text: PyStr, _ key: Value) throws -> PyStr {
        if let slice = key.asObject as? PySlice {
            let indices = try SliceIndices(slice, length: text.count, self)
            try charge(bytes: indices.count)
            if !text.isASCII { try charge(instructions: text.utf8.count / 16) }
            if let range = indices.range { return text.slice(range) }
            return PyStr(points: indices.pick(from: text.points))
        }
        guard try key.isInteger || method(key, "__index__") != nil else {
            throw error("TypeError", "string indices must be integers, not '\(typeName(key))'")
        }
        if !text.isASCII { try charge(instructions: text.utf8.count / 16) }
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

    // MARK: Writing

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
                let index = try assignmentPosition(key, list.elements.count, "list")
                list.elements[index] = value
            }
        case .object(let object):
            guard let bytes = object as? PyBytes, bytes.isMutable else { return false }
            if let slice = key.asObject as? PySlice {
                try assign(slice, of: bytes, value)
            } else {
                let index = try position(key, bytes.bytes.count, "bytearray", "bytearray")
                bytes.bytes[index] = try byte(value, "byte must be in range(0, 256)")
            }
        default: return false
        }
        return true
    }

    private func assignmentPosition(_ key: Value, _ count: Int, _ name: String) throws -> Int {
        try position(key, count, name, name, suffix: "assignment")
    }

    private func assign(_ slice: PySlice, of list: PyList, _ value: Value) throws {
        guard canIterate(value) else {
            throw error("TypeError", slice.step.isNone ? "can only assign an iterable" : "must assign iterable to extended slice")
        }
        let new = try array(value)
        let indices = try SliceIndices(slice, length: list.elements.count, self)
        try charge(bytes: new.count * 16)
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
        let new = try makeBytes(value)
        let indices = try SliceIndices(slice, length: bytes.bytes.count, self)
        if let range = indices.range {
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
                list.elements.remove(at: try assignmentPosition(key, list.elements.count, "list"))
            }
        case .object(let object):
            guard let bytes = object as? PyBytes, bytes.isMutable else { return false }
            if let slice = key.asObject as? PySlice {
                bytes.bytes = Self.removing(try SliceIndices(slice, length: bytes.bytes.count, self), from: bytes.bytes)
            } else {
                bytes.bytes.remove(at: try position(key, bytes.bytes.count, "bytearray", "bytearray"))
            }
        default: return false
        }
        return true
    }

    private static func removing<Element>(_ indices: SliceIndices, from elements: [Element]) -> [Element] {
        let unwanted = Set(indices.indices)
        return elements.indices.lazy.filter { !unwanted.contains($0) }.map { elements[$0] }
    }

    // MARK: Membership and iteration

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
            try charge(instructions: text.utf8.count / 16)
            return ByteSearch.first(needle.utf8, in: text.utf8, 0..<text.utf8.count) != nil
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
