/// Structural pattern matching.
extension Machine {
    /// Whether sequence patterns look inside.
    func isSequencePattern(_ value: Value) -> Bool {
        switch value.unwrapped {
        case .list, .tuple: true
        case .object(let object): object is PyRange || isBelow(value, "Sequence")
        default: false
        }
    }

    /// Whether mapping patterns look inside.
    func isMappingPattern(_ value: Value) -> Bool { value.asDict != nil || isBelow(value, "Mapping") }

    /// Whether the class stands below that one of `collections.abc`.
    private func isBelow(_ value: Value, _ name: String) -> Bool {
        type(of: value).mro.contains { $0.module == "collections.abc" && $0.name == name }
    }

    /// The values of the keys, or `None` if one is missing.
    func matchKeys(_ mapping: Value, _ keys: Value) throws -> Value {
        let wanted = keys.asTuple?.elements ?? []
        var found: [Value] = []
        for (index, key) in wanted.enumerated() {
            for earlier in wanted[..<index] where try isEqual(earlier, key) {
                throw error("ValueError", "mapping pattern checks duplicate key (\(try repr(key)))")
            }
            if let dict = mapping.asDict {
                guard let value = try dict.value(for: key, self) else { return .none }
                found.append(value)
            } else {
                let missing = PyObject()
                let value = try call(try attribute(mapping, "get"), key, .object(missing))
                if value.asObject === missing { return .none }
                found.append(value)
            }
        }
        return .tuple(PyTuple(found))
    }

    /// What a mapping pattern's `**rest` takes.
    func restOfMapping(_ mapping: Value, _ keys: Value) throws -> Value {
        let rest = PyDict()
        if let dict = mapping.asDict {
            for (key, value) in dict.items { try rest.setValue(value, for: key, self) }
        } else {
            try iterate(try call(try attribute(mapping, "keys"))) { key in
                try rest.setValue(try item(mapping, key), for: key, self)
                return true
            }
        }
        for key in keys.asTuple?.elements ?? [] { try rest.removeValue(for: key, self) }
        return .dict(rest)
    }

    /// The attributes that a class pattern looks at, or `None` if the value is no instance.
    func matchClass(_ value: Value, _ type: Value, _ names: Value, positional: Int) throws -> Value {
        guard let cls = type.asType else { throw error("TypeError", "called match pattern must be a type") }
        guard try isInstance(value, of: type) else { return .none }
        var found: [Value] = []
        var seen: [PyStr] = []
        if positional > 0 {
            let order = try matchArguments(cls)
            if order == nil, isSelfMatching(cls) {
                if positional > 1 { throw tooManyPatterns(cls, 1, positional) }
                found.append(value)
            } else {
                let order = order ?? []
                if positional > order.count { throw tooManyPatterns(cls, order.count, positional) }
                for name in order[..<positional] {
                    seen.append(name)
                    guard let attribute = try attributeIfPresent(value, name.string) else { return .none }
                    found.append(attribute)
                }
            }
        }
        for name in names.asTuple?.elements.compactMap(\.asStr) ?? [] {
            if seen.contains(name) {
                throw error("TypeError", "\(cls.name)() got multiple sub-patterns for attribute '\(name.string)'")
            }
            seen.append(name)
            guard let attribute = try attributeIfPresent(value, name.string) else { return .none }
            found.append(attribute)
        }
        return .tuple(PyTuple(found))
    }

    private func matchArguments(_ cls: PyType) throws -> [PyStr]? {
        guard let found = cls.lookup(names.matchArgs) else { return nil }
        guard let tuple = found.asTuple else {
            throw error("TypeError", "\(cls.name).__match_args__ must be a tuple (got \(typeName(found)))")
        }
        return try tuple.elements.map { element in
            guard let name = element.asStr else {
                throw error("TypeError", "__match_args__ elements must be strings (got \(typeName(element)))")
            }
            return name
        }
    }

    /// Built-in classes whose one positional pattern takes the value itself.
    private func isSelfMatching(_ cls: PyType) -> Bool {
        [
            types.bool, types.bytearray, types.bytes, types.dict, types.float, types.frozenset, types.int, types.list, types.set, types.str,
            types.tuple,
        ].contains { cls.isSubtype(of: $0) }
    }

    private func tooManyPatterns(_ cls: PyType, _ most: Int, _ given: Int) -> PyError {
        error("TypeError", "\(cls.name)() accepts \(most) positional sub-pattern\(most == 1 ? "" : "s") (\(given) given)")
    }
}
