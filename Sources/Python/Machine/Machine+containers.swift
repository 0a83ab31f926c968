/// Length, items and membership.
extension Machine {
    /// Python's `len(value)`.
    public func length(_ value: Value) throws -> Int {
        if hasMethods(value), let result = try callSpecial(value, names.len) {
            guard let length = result.asInt else {
                throw error("TypeError", "'\(typeName(result))' object cannot be interpreted as an integer")
            }
            if length < 0 { throw error("ValueError", "__len__() should return >= 0") }
            return length
        }
        if let length = try builtinLength(value.unwrapped) { return length }
        throw error("TypeError", "object of type '\(typeName(value))' has no len()")
    }

    /// Python's `container[key]`.
    public func item(_ container: Value, _ key: Value) throws -> Value {
        try countNativeCall()
        if hasMethods(container) {
            if let cls = container.asType { return try item(ofClass: cls, key) }
            if let result = try callSpecial(container, names.getitem, [key]) { return result }
        }
        if let found = try builtinItem(container.unwrapped, key) { return found }
        throw error("TypeError", "'\(typeName(container))' object is not subscriptable")
    }

    /// `Class[key]`: the metaclass's `__getitem__`, else `__class_getitem__`.
    private func item(ofClass cls: PyType, _ key: Value) throws -> Value {
        if let metaclass = cls.metaclass, let found = metaclass.lookup(names.getitem) {
            return try call(try bind(found, to: .object(cls), of: metaclass), key)
        }
        if let found = cls.lookup(names.classGetitem) {
            if case .object(let object) = found, object is PyFunction {
                return try call(try bind(found, to: .object(cls), of: cls), key)
            }
            return try call(try bind(found, toClass: cls), key)
        }
        if let found = try builtinItem(.object(cls), key) { return found }
        throw error("TypeError", "type '\(cls.name)' is not subscriptable")
    }

    /// Python's `container[key] = value`.
    public func setItem(_ container: Value, _ key: Value, _ value: Value) throws {
        try countNativeCall()
        if hasMethods(container), try callSpecial(container, names.setitem, [key, value]) != nil { return }
        if try builtinSetItem(container.unwrapped, key, value) { return }
        throw error("TypeError", "'\(typeName(container))' object does not support item assignment")
    }

    /// Python's `del container[key]`.
    public func deleteItem(_ container: Value, _ key: Value) throws {
        try countNativeCall()
        if hasMethods(container), try callSpecial(container, names.delitem, [key]) != nil { return }
        if try builtinDeleteItem(container.unwrapped, key) { return }
        let verb = isSequenceLike(container) ? "doesn't" : "doesn't"
        throw error("TypeError", "'\(typeName(container))' object \(verb) support item deletion")
    }

    private func isSequenceLike(_ value: Value) -> Bool { value.asTuple != nil || value.asStr != nil }

    /// Python's `value in container`.
    public func contains(_ container: Value, _ value: Value) throws -> Bool {
        try nested {
            if case .object(let object) = container, let view = object.exactly(PyDictView.self), view.isPlain {
                return try view.contains(value, self)
            }
            if hasMethods(container) {
                let type = type(of: container)
                if let found = type.lookup(names.contains) {
                    if found.isNone { throw error("TypeError", "argument of type '\(type.name)' is not a container") }
                    return try isTrue(try call(try bind(found, to: container, of: type), value))
                }
            }
            if let found = try builtinContains(container.unwrapped, value) { return found }
            var found = false
            guard try isIterable(container) else {
                throw error("TypeError", "argument of type '\(typeName(container))' is not iterable")
            }
            try iterate(container) { element in
                found = try element.isIdentical(to: value) || isEqual(element, value)
                return !found
            }
            return found
        }
    }

    /// Whether `iter(value)` could work.
    private func isIterable(_ value: Value) throws -> Bool {
        let type = type(of: value)
        return type.lookup(names.iter).map { !$0.isNone } ?? (type.lookup(names.getitem) != nil)
            || value.asObject is PyIterator || value.asObject is PyGenerator
    }
}
