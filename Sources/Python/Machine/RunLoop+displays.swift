/// Displays, unpacking and f-strings.
extension Machine {
    func buildSet(_ elements: [Value]) throws -> Value {
        let set = PySet()
        for element in elements { try set.table.setValue(.none, for: element, self) }
        return .object(set)
    }

    func buildDict(_ count: Int, _ sp: inout StackCursor) throws {
        try charge(bytes: 64 + count * 64)
        let dict = PyDict(capacity: count)
        var depth = count * 2
        while depth > 0 {
            let key = sp.take(below: depth)
            try dict.setValue(sp.take(below: depth - 1), for: key, self)
            depth -= 2
        }
        sp.drop(count * 2)
        sp.push(.dict(dict))
    }

    /// A dict with the keys of another and the values on top.
    func buildRecord(_ keys: Value, _ count: Int, _ sp: inout StackCursor) throws {
        guard case .dict(let record) = keys, let layout = record.layout else { return }
        try charge(bytes: 64 + count * 64)
        sp.push(.dict(PyDict(layout, sp.pop(count))))
    }

    func buildString(_ count: Int, _ sp: inout StackCursor) throws {
        var (size, points) = (0, 0)
        for depth in 1...count {
            if let text = sp.text(below: depth) {
                text._withUnsafeGuaranteedRef {
                    size += $0.byteCount
                    points += $0.count
                }
            } else if case .int(let small)? = sp[below: depth] {
                let length = DecimalText.length(of: small)
                size += length
                points += length
            }
        }
        try charge(bytes: size)
        let cursor = sp
        let made = PyStr(byteCount: size, count: points) { place in
            var end = 0
            for depth in (1...count).reversed() {
                if let text = cursor.text(below: depth) {
                    text._withUnsafeGuaranteedRef {
                        $0.copy(to: place, at: end)
                        end += $0.byteCount
                    }
                } else if case .int(let small)? = cursor[below: depth] {
                    let length = DecimalText.length(of: small)
                    DecimalText.write(small, to: UnsafeMutableBufferPointer(rebasing: place[end..<end + length]))
                    end += length
                }
            }
        }
        sp.drop(count)
        sp.push(.str(made))
    }

    func append(_ element: __owned Value, to list: Unmanaged<PyList>?) throws {
        try list?._withUnsafeGuaranteedRef { try append(element, to: $0) }
    }

    /// Adds an element at the end of a list, which pays for its memory when that grows.
    @inline(__always)
    func append(_ element: __owned Value, to list: PyList) throws {
        if list.elements.count == list.elements.capacity { try charge(bytes: max(64, list.elements.count * 16)) }
        list.elements.append(element)
    }

    func add(_ element: Value, to set: Value?) throws {
        guard case .object(let object)? = set, let set = object as? PySet else { return }
        try charge(bytes: 64)
        try set.table.setValue(.none, for: element, self)
    }

    func add(_ key: Value, _ value: Value, to dict: Unmanaged<PyDict>?) throws {
        guard let dict else { return }
        try charge(bytes: 64)
        try dict._withUnsafeGuaranteedRef { try $0.setValue(value, for: key, self) }
    }

    /// Adds the elements of an iterable to a list; `callee` is what is called where they are arguments.
    func extend(_ iterable: Value, list: Value?, callee: Value?) throws {
        guard case .list(let list)? = list else { return }
        guard canIterate(iterable) else {
            let words = callee.map { functionWords($0) + " argument" } ?? "Value"
            throw error("TypeError", "\(words) after * must be an iterable, not \(typeName(iterable))")
        }
        let elements = try array(iterable)
        try charge(bytes: 16, times: elements.count)
        list.elements += elements
    }

    func extend(_ iterable: Value, set: Value?) throws {
        try iterate(iterable) { element in
            try add(element, to: set)
            return true
        }
    }

    func update(_ mapping: Value, dict: Value?) throws {
        guard case .dict(let dict)? = dict else { return }
        if case .dict(let other) = mapping, other.hasTextsOnly {
            try charge(bytes: 64, times: other.count)
            return dict.add(textsOf: other)
        }
        try eachItem(of: mapping, orElse: { self.error("TypeError", "'\(self.typeName(mapping))' object is not a mapping") }) {
            key, value in
            try charge(bytes: 64)
            try dict.setValue(value, for: key, self)
        }
    }

    /// Adds the keywords of a call of `callee` to the dict of those so far.
    func merge(_ mapping: Value, _ dict: Value?, callee: Value?) throws {
        guard case .dict(let dict)? = dict else { return }
        try eachItem(
            of: mapping,
            orElse: {
                self.error("TypeError", "\(functionWords(callee)) argument after ** must be a mapping, not \(self.typeName(mapping))")
            }
        ) { key, value in
            guard let name = key.asStr else { throw error("TypeError", "keywords must be strings") }
            if dict.position(ofName: name) != nil {
                throw error("TypeError", "\(functionWords(callee)) got multiple values for keyword argument '\(name.string)'")
            }
            dict.setValue(value, forName: name)
        }
    }

    /// Replaces the top, a mapping that is all keywords of a call, by a dict that the call only reads.
    func mergeAlone(_ sp: inout StackCursor) throws {
        if let dict = sp.dict(below: 1), dict._withUnsafeGuaranteedRef(\.hasTextsOnly) { return }
        let made = Value.dict(PyDict())
        try merge(sp.pop(), made, callee: sp[below: 2])
        sp.push(made)
    }

    /// Replaces the top, which is all positional arguments of a call, by a tuple.
    func collectPositional(_ sp: inout StackCursor) throws {
        if case .tuple? = sp[below: 1] { return }
        let made = PyList()
        try extend(sp.pop(), list: .list(made), callee: sp[below: 1])
        sp.push(.tuple(PyTuple(made.elements)))
    }

    /// How messages about a call name what is called: `main.f()`.
    func functionWords(_ callee: Value?) -> String {
        let callee = callee ?? .none
        guard case .object(let object) = callee else { return "\(typeName(callee)) object" }
        switch object {
        case let function as PyFunction: return "\(function.module.asString ?? "").\(function.qualifiedName)()"
        case let method as PyBoundMethod: return functionWords(method.function)
        case let native as PyNativeFunction: return (native.module.isEmpty ? "" : native.module + ".") + native.qualifiedName + "()"
        case let cls as PyType: return (cls.module == "builtins" ? "" : cls.module + ".") + cls.qualifiedName + "()"
        default: return "\(typeName(callee)) object"
        }
    }

    /// Visits the items of a dict, or of an object with `keys` and `__getitem__`.
    private func eachItem(of mapping: Value, orElse failure: () -> PyError, _ body: (Value, Value) throws -> Void) throws {
        if let dict = mapping.asDict {
            for (key, value) in dict.items { try body(key, value) }
            return
        }
        guard let keys = try attributeIfPresent(mapping, "keys") else { throw failure() }
        try iterate(try call(keys)) { key in
            try body(key, try item(mapping, key))
            return true
        }
    }

    func formatted(_ value: Value, conversion: UInt8, _ specification: PyStr?) throws -> PyStr {
        let converted: Value =
            switch conversion {
            case 0: value
            case 1: .str(try strStr(value))
            case 2: .str(try reprStr(value))
            default: .str(try ascii(value))
            }
        if case .str(let text) = converted, specification?.isEmpty ?? true { return text }
        if case .int(let small) = converted, specification?.isEmpty ?? true { return PyStr(decimal: small) }
        return try format(converted, specification ?? PyStr(utf8: []))
    }

    // MARK: Unpacking

    /// Replaces the top with its `count` elements, the first on top.
    func unpack(_ count: Int, _ sp: inout StackCursor) throws {
        if sp.tupleCount(below: 1) == count { return unpackTuple(&sp) }
        let value = sp.pop()
        switch value {
        case .list(let list) where list.elements.count == count:
            for element in list.elements.reversed() { sp.push(element) }
        default:
            let elements = try unpacked(value, most: count)
            if elements.count < count {
                throw error("ValueError", "not enough values to unpack (expected \(count), got \(elements.count))")
            }
            for element in elements.reversed() { sp.push(element) }
        }
    }

    private func unpackTuple(_ sp: inout StackCursor) {
        guard case .tuple(var tuple) = sp.pop() else { return }
        if isKnownUniquelyReferenced(&tuple) {
            tuple.handOver { sp.push($0) }
        } else {
            for element in tuple.elements.reversed() { sp.push(element) }
        }
    }

    private func unpacked(_ value: Value, most: Int) throws -> [Value] {
        guard canIterate(value) else { throw error("TypeError", "cannot unpack non-iterable \(typeName(value)) object") }
        var elements: [Value] = []
        try iterate(value) { element in
            if elements.count == most { throw error("ValueError", "too many values to unpack (expected \(most))") }
            elements.append(element)
            return true
        }
        return elements
    }

    /// Replaces the top with `before` elements, the list of those between, and `after` elements, the first on top.
    func unpack(before: Int, after: Int, _ sp: inout StackCursor) throws {
        let value = sp.pop()
        guard canIterate(value) else { throw error("TypeError", "cannot unpack non-iterable \(typeName(value)) object") }
        let elements = try array(value)
        try charge(instructions: elements.count)
        try charge(bytes: 16, times: elements.count)
        if elements.count < before + after {
            throw error("ValueError", "not enough values to unpack (expected at least \(before + after), got \(elements.count))")
        }
        for element in elements.suffix(after).reversed() { sp.push(element) }
        sp.push(.list(PyList(Array(elements[before..<(elements.count - after)]))))
        for element in elements.prefix(before).reversed() { sp.push(element) }
    }
}
