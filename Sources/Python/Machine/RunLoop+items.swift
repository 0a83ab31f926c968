/// Items of containers, read and written, the common cases first.
extension Machine {
    func itemFast(_ container: Value, _ key: Value) throws -> Value {
        switch (container, key) {
        case (.list(let list), .int(let index)):
            let count = list.elements.count
            let position = index < 0 ? index + count : index
            if position >= 0 && position < count { return list.elements[position] }
        case (.tuple(let tuple), .int(let index)):
            let count = tuple.elements.count
            let position = index < 0 ? index + count : index
            if position >= 0 && position < count { return tuple.elements[position] }
        case (.dict(let dict), .str(let name)):
            if let value = dict.value(forName: name) { return value }
        case (.dict(let dict), .int(let number)):
            if let position = try dict.position(of: number, hash: NumericHash.hash(number), self) { return dict.value(at: position) }
        case (.object(let object), .str), (.object(let object), .int):
            if let value = try inheritedItem(object, key) { return value }
        case (.list(let list), .object(let object)):
            if let range = plainRange(object, list.elements.count) { return try part(range, of: list) }
        case (.str(let text), .object(let object)) where text.isASCII:
            if let range = plainRange(object, text.count) {
                try charge(bytes: range.count)
                return .str(range.count == 1 ? asciiCharacters[Int(text.byte(at: range.lowerBound))] : text.part(range))
            }
        case (.str(let text), .int(let index)):
            if let character = asciiCharacter(of: text, index) { return .str(character) }
        default: break
        }
        return try item(container, key)
    }

    /// The item of an instance of a subclass of `dict` that reads its items as `dict` does; nil where it has none or is no such.
    private func inheritedItem(_ object: PyObject, _ key: Value) throws -> Value? {
        guard let instance = object.instance, case .dict(let dict)? = instance.payload,
            case .object(let method)? = instance.instanceType.lookup(names.getitem), method.isExactly(PyNativeFunction.self)
        else { return nil }
        return try dict.value(for: key, self)
    }

    /// Replaces the index on top by the element of the list `depth` below `base`; false where that is no list or the index none of it.
    @inline(__always)
    static func elementInPlace(_ base: StackCursor, _ depth: Int, _ sp: inout StackCursor) -> Bool {
        guard let index = sp.int(below: 1), index >= 0, let list = base.list(below: depth) else { return false }
        let cursor = sp
        return list._withUnsafeGuaranteedRef { list in
            if index >= list.elements.count { return false }
            cursor.replaceInPlace(list.elements[index])
            return true
        }
    }

    /// Replaces the key on top by the item of the local variable in a slot.
    @inline(never)
    func loadItem(ofLocal base: StackCursor, _ slot: Int, _ sp: inout StackCursor) throws {
        if let dict = base.dict(below: -slot), let name = sp.text(below: 1),
            let value = dict._withUnsafeGuaranteedRef({ dict in name._withUnsafeGuaranteedRef { dict.value(forName: $0) } })
        {
            sp[below: 1] = value
            return
        }
        if let text = base.text(below: -slot), let index = sp.int(below: 1),
            let character = text._withUnsafeGuaranteedRef({ asciiCharacter(of: $0, index) })
        {
            sp.replaceInPlace(.str(character))
            return
        }
        let key = sp.pop()
        sp.push(try itemFast(base[slot] ?? .none, key))
    }

    /// The character of an ASCII text at an index, from the end where that is negative; nil where there is none or the text is not ASCII.
    @inline(__always)
    private func asciiCharacter(of text: PyStr, _ index: Int) -> PyStr? {
        guard text.isASCII else { return nil }
        let position = index < 0 ? index &+ text.count : index
        guard position >= 0, position < text.count else { return nil }
        return asciiCharacters[Int(text.byte(at: position))]
    }

    /// Stores the third operand in the list below the index on top; false where it is no list or the index is none of it.
    @inline(__always)
    static func storeInPlace(_ sp: inout StackCursor) -> Bool {
        let cursor = sp
        guard store(cursor, below: 3, inListOf: cursor, below: 2) else { return false }
        sp.drop(3)
        return true
    }

    /// Stores the second operand in the list `depth` below `base` at the index on top; false where that is no list or the index is none of it.
    @inline(__always)
    static func storeInPlace(_ base: StackCursor, _ depth: Int, _ sp: inout StackCursor) -> Bool {
        let cursor = sp
        guard store(cursor, below: 2, inListOf: base, below: depth) else { return false }
        sp.drop(2)
        return true
    }

    /// Moves an operand into a list at the index on top of the operands, if it has that.
    @inline(__always)
    private static func store(_ cursor: StackCursor, below operand: Int, inListOf base: StackCursor, below depth: Int) -> Bool {
        guard let index = cursor.int(below: 1), index >= 0, let list = base.list(below: depth) else { return false }
        return list._withUnsafeGuaranteedRef { list in
            if index >= list.elements.count { return false }
            list.elements[index] = cursor.take(below: operand)
            return true
        }
    }

    func storeItemFast(_ container: Value, _ key: Value, _ value: Value) throws {
        switch (container, key) {
        case (.list(let list), .int(let index)) where index >= 0 && index < list.elements.count: list.elements[index] = value
        case (.dict(let dict), .str(let name)):
            try charge(bytes: 64)
            dict.setValue(value, forName: name)
        case (.dict(let dict), .int(let number)):
            try charge(bytes: 64)
            try dict.setValue(value, for: number, self)
        default: try setItem(container, key, value)
        }
    }

    /// What a slice of two small integers, or of none, picks upwards from a sequence of that length; nil for any other.
    private func plainRange(_ object: PyObject, _ length: Int) -> Range<Int>? {
        guard let slice = object.exactly(PySlice.self), slice.step.isNone else { return nil }
        guard let start = Self.bound(slice.start, 0, length), let stop = Self.bound(slice.stop, length, length) else { return nil }
        return start..<max(start, stop)
    }

    /// A bound of a slice within a length; nil for what is neither `None` nor a small integer.
    private static func bound(_ value: Value, _ missing: Int, _ length: Int) -> Int? {
        switch value {
        case .none: missing
        case .int(let index): index < 0 ? max(0, index &+ length) : min(index, length)
        default: nil
        }
    }

    private func part(_ range: Range<Int>, of list: PyList) throws -> Value {
        try charge(bytes: 16, times: range.count)
        return .list(PyList(Array(list.elements[range])))
    }
}
