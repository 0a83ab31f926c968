/// Iteration from native code.
extension Machine {
    /// Runs `body` for each element until it returns false; raises TypeError for what is not iterable.
    public func iterate(_ iterable: Value, _ body: (Value) throws -> Bool) throws {
        switch iterable {
        case .list(let list):
            var index = 0
            while index < list.elements.count {
                try charge(instructions: 1)
                if try !body(list.elements[index]) { return }
                index += 1
            }
        case .tuple(let tuple):
            for element in tuple.elements where try !body(element) { return }
        default:
            let iterator = try self.iterator(iterable)
            while let element = try next(iterator) {
                try charge(instructions: 1)
                if case .tuple(let tuple) = element { try charge(bytes: 48 + tuple.elements.count * 16) }
                if try !body(element) { return }
            }
        }
    }

    /// All elements of an iterable.
    public func array(_ iterable: Value) throws -> [Value] {
        switch iterable {
        case .list(let list): return list.elements
        case .tuple(let tuple): return tuple.elements
        default:
            var elements: [Value] = []
            try iterate(iterable) { element in
                if elements.count == elements.capacity { try charge(bytes: max(64, elements.count * 16)) }
                elements.append(element)
                return true
            }
            return elements
        }
    }

    /// What a list, a tuple or a set holds, in the order of iterating; nil for other values.
    public func elements(of value: Value) throws -> [Value]? {
        if let elements = value.asList?.elements ?? value.asTuple?.elements { return elements }
        return try value.asSet.map { try array(.object($0)) }
    }

    /// Python's `iter(value)`.
    public func iterator(_ value: Value) throws -> Value {
        if case .object(let object) = value {
            if object is PyIterator { return value }
            if let view = object.exactly(PyDictView.self), view.isPlain { return .object(view.makeIterator()) }
            if let generator = object as? PyGenerator, generator.kind == .generator { return value }
            if hasMethods(value) { return try iterator(object, value) }
        }
        if let iterator = try builtinIterator(value) { return .object(iterator) }
        throw error("TypeError", "'\(typeName(value))' object is not iterable")
    }

    private func iterator(_ object: PyObject, _ value: Value) throws -> Value {
        let type = type(of: value)
        if let found = type.lookup(names.iter) {
            if found.isNone { throw error("TypeError", "'\(typeName(value))' object is not iterable") }
            let made = try call(try bind(found, to: value, of: type))
            if made.asObject is PyIterator || made.asObject is PyGenerator { return made }
            if self.type(of: made).lookup(names.next) != nil { return made }
            throw error("TypeError", "iter() returned non-iterator of type '\(typeName(made))'")
        }
        if let payload = object.instance?.payload, let iterator = try builtinIterator(payload) { return .object(iterator) }
        if type.lookup(names.getitem) != nil { return .object(PySequenceIterator(value)) }
        if let iterator = try builtinIterator(value) { return .object(iterator) }
        throw error("TypeError", "'\(typeName(value))' object is not iterable")
    }

    /// Python's `next(iterator)`, or nil at the end.
    public func next(_ iterator: Value) throws -> Value? {
        guard case .object(let object) = iterator else { throw notAnIterator(iterator) }
        if let generator = object.exactly(PyGenerator.self), generator.kind == .generator {
            switch try resume(generator, .send(.none)) {
            case .yielded(let value): return value
            case .returned, .awaiting: return nil
            }
        }
        if let native = object as? PyIterator { return try nested { try native.next(self) } }
        do {
            guard let value = try callSpecial(iterator, names.next) else { throw notAnIterator(iterator) }
            return value
        } catch let raised as PyError where isError(raised, "StopIteration") {
            return nil
        }
    }

    func notAnIterator(_ value: Value) -> PyError {
        error("TypeError", "'\(typeName(value))' object is not an iterator")
    }
}
