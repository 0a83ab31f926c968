/// What the most used built-in functions do on numbers, single characters and plain classes; the rules of `DirectMethods` hold.
enum DirectFunctions {
    /// Gives each of them to `put`, by its name.
    static func install(_ put: (String, @escaping PyNativeFunction.Direct) -> Void) {
        put("len", length)
        put("isinstance", isInstance)
        put("ord", ord)
        put("chr", chr)
        put("abs", abs)
        put("min") { _, count, cursor in extreme(count, cursor) { $0 < $1 } }
        put("max") { _, count, cursor in extreme(count, cursor) { $0 > $1 } }
    }

    /// `len` of what the machine itself holds.
    private static func length(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1 else { return nil }
        if let text = cursor.text(below: 1) { return .int(text._withUnsafeGuaranteedRef(\.count)) }
        if let list = cursor.list(below: 1) { return .int(list._withUnsafeGuaranteedRef(\.elements.count)) }
        if let dict = cursor.dict(below: 1) { return .int(dict._withUnsafeGuaranteedRef(\.count)) }
        if case .tuple(let tuple)? = cursor[below: 1] { return .int(tuple.elements.count) }
        return nil
    }

    /// `isinstance` with a class that has no metaclass, which could ask otherwise.
    private static func isInstance(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 2, let object = cursor.object(below: 1), let value = cursor[below: 2] else { return nil }
        return object._withUnsafeGuaranteedRef { object in
            guard object.isExactly(PyType.self) else { return nil }
            let cls = unsafeDowncast(object, to: PyType.self)
            if cls.metaclass != nil { return nil }
            let type = machine.type(of: value)
            if type === cls || type.isSubtype(of: cls) { return .bool(true) }
            // `__class__` of an instance may say otherwise.
            return value.asInstance == nil ? .bool(false) : nil
        }
    }

    private static func ord(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1, let text = cursor.text(below: 1) else { return nil }
        return text._withUnsafeGuaranteedRef { $0.byteCount == 1 ? .int(Int($0.byte(at: 0))) : nil }
    }

    private static func chr(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1, case .int(let point)? = cursor[below: 1], (0..<128).contains(point) else { return nil }
        return .str(machine.asciiCharacters[point])
    }

    private static func abs(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1 else { return nil }
        switch cursor[below: 1] {
        case .int(let number)? where number != .min: return .int(Swift.abs(number))
        case .float(let number)?: return .float(Swift.abs(number))
        default: return nil
        }
    }

    /// `float` of a number or of a short text that is one.
    static func float(_ cursor: StackCursor) -> Value? {
        switch cursor[below: 1] {
        case .float(let number)?: .float(number)
        case .int(let number)?: .float(Double(number))
        case .str(let text)? where text.byteCount <= 32: NumberParsing.float(text.utf8).map { .float($0) }
        default: nil
        }
    }

    /// `min` and `max` of two integers, the first where they are equal.
    private static func extreme(_ count: Int, _ cursor: StackCursor, _ precedes: (Int, Int) -> Bool) -> Value? {
        guard count == 2, case .int(let second)? = cursor[below: 1], case .int(let first)? = cursor[below: 2] else { return nil }
        return .int(precedes(second, first) ? second : first)
    }
}
