extension Machine {
    /// `repr` of a built-in value, or nil for a type that has none of its own.
    ///
    /// Raises ValueError for integers past CPython's limit of digits. A container inside itself shows as `[...]`.
    public func builtinRepr(_ value: Value) throws -> PyStr? {
        switch value {
        case .none: return PyStr("None")
        case .bool(let flag): return PyStr(flag ? "True" : "False")
        case .int(let number): return PyStr(String(number))
        case .float(let number): return PyStr(FloatText.repr(number))
        case .str(let text):
            try charge(bytes: text.byteCount)
            return TextRepr.repr(text)
        case .list(let list): return try rendering(list, cycle: "[...]") { try self.enclosed("[", list.elements, "]") }
        case .tuple(let tuple):
            return try rendering(tuple, cycle: "(...)") { try self.enclosed("(", tuple.elements, tuple.elements.count == 1 ? ",)" : ")") }
        case .dict(let dict): return try rendering(dict, cycle: "{...}") { try self.repr(of: dict) }
        case .object(let object): return try repr(of: object)
        }
    }

    private func repr(of object: PyObject) throws -> PyStr? {
        switch object {
        case let number as PyBigInt: return try decimalText(number.value)
        case let bytes as PyBytes:
            try charge(bytes: bytes.bytes.count)
            let text = TextRepr.repr(bytes.bytes)
            return bytes.isMutable ? PyStr(utf8: Array("bytearray(".utf8) + text.utf8 + [UInt8(ascii: ")")]) : text
        case let set as PySet: return try rendering(set, cycle: set.isFrozen ? "frozenset(...)" : "set(...)") { try self.repr(of: set) }
        case let range as PyRange:
            let step = range.step == 1 ? "" : ", \(range.step)"
            return PyStr("range(\(range.start), \(range.stop)\(step))")
        case let slice as PySlice:
            return PyStr("slice(\(try repr(slice.start)), \(try repr(slice.stop)), \(try repr(slice.step)))")
        case let view as PyDictView:
            return try rendering(view, cycle: "...") { try self.enclosed("\(typeName(.object(view)))([", view.elements, "])") }
        default: return nil
        }
    }

    private func repr(of set: PySet) throws -> PyStr {
        let keys = set.orderedElements
        if keys.isEmpty { return PyStr(set.isFrozen ? "frozenset()" : "set()") }
        return try enclosed(set.isFrozen ? "frozenset({" : "{", keys, set.isFrozen ? "})" : "}")
    }

    private func repr(of dict: PyDict) throws -> PyStr {
        var text = [UInt8(ascii: "{")]
        for (position, entry) in dict.items.enumerated() {
            if position > 0 { text += ", ".utf8 }
            try append(entry.key, to: &text)
            text += ": ".utf8
            try append(entry.value, to: &text)
        }
        return PyStr(utf8: text + [UInt8(ascii: "}")])
    }

    private func enclosed(_ open: String, _ elements: [Value], _ close: String) throws -> PyStr {
        var text = Array(open.utf8)
        for (position, element) in elements.enumerated() {
            if position > 0 { text += ", ".utf8 }
            try append(element, to: &text)
        }
        return PyStr(utf8: text + close.utf8)
    }

    private func append(_ element: Value, to text: inout [UInt8]) throws {
        let part = try reprStr(element).utf8
        try charge(bytes: part.count)
        text += part
    }
}
