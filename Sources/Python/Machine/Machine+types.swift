extension Machine {
    /// Python's `type(value)`.
    public func type(of value: Value) -> PyType {
        switch value {
        case .object(let object): object.type(in: types)
        case .none: types.none
        case .bool: types.bool
        case .int: types.int
        case .float: types.float
        case .str: types.str
        case .list: types.list
        case .tuple: types.tuple
        case .dict: types.dict
        }
    }

    /// Whether the value's class is `type` or a subclass of it; `__instancecheck__` is not asked.
    public func isInstance(_ value: Value, _ type: PyType) -> Bool { self.type(of: value).isSubtype(of: type) }

    /// Whether one class is the other or a subclass of it; `__subclasscheck__` is not asked.
    public func isSubclass(_ type: PyType, _ other: PyType) -> Bool { type.isSubtype(of: other) }

    /// Python's `isinstance(value, classes)`: a class, a tuple of them, a union; asks `__instancecheck__` of metaclasses.
    public func isInstance(_ value: Value, of classes: Value) throws -> Bool {
        try matches(classes, names.instancecheck, value, "isinstance() arg 2 must be a type, a tuple of types, or a union") {
            isInstance(value, $0) || isSubtype(value, ofClassLike: $0)
        }
    }

    /// Python's `issubclass(type, classes)`.
    public func isSubclass(_ type: Value, of classes: Value) throws -> Bool {
        guard let cls = type.asType else { throw error("TypeError", "issubclass() arg 1 must be a class") }
        return try matches(classes, names.subclasscheck, type, "issubclass() arg 2 must be a class, a tuple of classes, or a union") {
            cls.isSubtype(of: $0)
        }
    }

    /// Whether `__class__` of the value, where a property says otherwise than its type, is a subclass.
    private func isSubtype(_ value: Value, ofClassLike type: PyType) -> Bool {
        guard let instance = value.asInstance, let found = instance.instanceType.lookup(names.classCell),
            case .object(let object) = found, let property = object as? PyProperty, !property.isNative,
            let cls = try? attribute(value, names.classCell).asType
        else { return false }
        return cls.isSubtype(of: type)
    }

    private func matches(
        _ classes: Value, _ hook: PyStr, _ value: Value, _ words: String, _ test: (PyType) -> Bool
    ) throws -> Bool {
        switch classes {
        case .tuple(let members):
            return try nested { try members.elements.contains { try matches($0, hook, value, words, test) } }
        case .object(let cls as PyType):
            if let metaclass = cls.metaclass, let found = metaclass.lookup(hook), !isOwnedByType(found, hook) {
                if type(of: value) === cls { return true }
                return try isTrue(try call(try bind(found, to: classes, of: metaclass), value))
            }
            return test(cls)
        case .object(let union as PyUnion):
            return try union.members.contains { member in
                if member.isNone { return test(types.none) }
                return try matches(member, hook, value, words, test)
            }
        case .object(let alias as PyGenericAlias) where alias.isBare: return try matches(alias.origin, hook, value, words, test)
        case .object(let alias as PyGenericAlias) where alias.typingName == nil && alias.origin.asType?.isProgramDefined == true:
            throw error("TypeError", "Subscripted generics cannot be used with class and instance checks")
        case .object(let alias as PyGenericAlias) where alias.typingName == nil:
            let function = hook == names.instancecheck ? "isinstance" : "issubclass"
            throw error("TypeError", "\(function)() argument 2 cannot be a parameterized generic")
        case .object(let alias as PyGenericAlias) where alias.origin.asType != nil:
            throw error("TypeError", "Subscripted generics cannot be used with class and instance checks")
        default:
            if let checker = try method(classes, hook) { return try isTrue(try call(checker, value)) }
            throw error("TypeError", words)
        }
    }

    private func isOwnedByType(_ found: Value, _ hook: PyStr) -> Bool {
        types.type.attributes.value(forName: hook).map { $0.isIdentical(to: found) } ?? false
    }
}
