/// Calls from native code.
extension Machine {
    /// Calls a callable with positional arguments.
    public func call(_ callee: Value, _ positional: Value...) throws -> Value { try call(callee, Arguments(positional)) }

    /// Calls a callable; raises TypeError for what is not callable.
    public func call(_ callee: Value, _ arguments: Arguments) throws -> Value {
        guard let object = callee.asObject else { throw notCallable(callee) }
        return try nested { try object.call(self, arguments) }
    }

    /// Calls a callable and awaits the result if that is a coroutine.
    public func callAsync(_ callee: Value, _ arguments: Arguments) async throws -> Value {
        let result = try call(callee, arguments)
        if case .object(let object) = result, let generator = object as? PyGenerator, generator.kind == .coroutine {
            return try await self.await(result)
        }
        return result
    }

    /// What an object without a native way of being called does: `__call__` of its type.
    func callInstance(_ object: PyObject, _ arguments: Arguments) throws -> Value {
        let value = Value.reference(object)
        guard let found = type(of: value).lookup(names.call), !found.isNone else { throw notCallable(value) }
        return try call(try bind(found, to: value, of: type(of: value)), arguments)
    }

    /// `'int' object is not callable`.
    func notCallable(_ value: Value) -> PyError { error("TypeError", "'\(typeName(value))' object is not callable") }

    /// Calls a class: `__call__` of its metaclass, or else makes an instance.
    func callType(_ type: PyType, _ arguments: Arguments) throws -> Value {
        if let metaclass = type.metaclass, let found = metaclass.lookup(names.call), !isDefaultCall(found) {
            return try call(try bind(found, to: .object(type), of: metaclass), arguments)
        }
        return try construct(type, arguments)
    }

    /// What `type.__call__` does: `__new__`, then `__init__` if the result is an instance of the class.
    func construct(_ type: PyType, _ arguments: Arguments) throws -> Value {
        if type === types.type, arguments.keywords.isEmpty, arguments.positional.count == 1 {
            return .object(self.type(of: arguments.positional[0]))
        }
        let made: Value
        if let constructor = type.lookup(names.new), !isDefault(constructor: constructor) {
            var all = arguments
            all.positional.insert(.object(type), at: 0)
            made = try call(try bind(constructor, toClass: type), all)
        } else {
            made = try instantiate(type, arguments)
        }
        let madeType = self.type(of: made)
        guard madeType.isSubtype(of: type), let initializer = madeType.lookup(names.initialize), !isDefault(initializer: initializer)
        else { return made }
        let result = try call(try bind(initializer, to: made, of: madeType), arguments)
        guard result.isNone else {
            throw error("TypeError", "__init__() should return None, not '\(typeName(result))'")
        }
        return made
    }

    /// What `object.__new__` does.
    func instantiate(_ type: PyType, _ arguments: Arguments) throws -> Value {
        let hasArguments = !arguments.positional.isEmpty || !arguments.keywords.isEmpty
        if hasArguments {
            if !isDefault(constructor: type.lookup(names.new)) {
                throw error("TypeError", "object.__new__() takes exactly one argument (the type to instantiate)")
            }
            if isDefault(initializer: type.lookup(names.initialize)) { throw error("TypeError", "\(type.name)() takes no arguments") }
        }
        try refuseAbstract(type)
        let instance = type.allocate(type)
        if let exception = instance as? PyException { exception.arguments = arguments.positional }
        return .object(instance)
    }

    private func refuseAbstract(_ type: PyType) throws {
        guard let abstract = type.attributes.value(forName: names.abstractmethods), let table = (abstract.asObject as? PySet)?.table,
            table.count > 0
        else { return }
        let missing = table.keys.compactMap(\.asString).sorted()
        let methods = missing.count == 1 ? "method" : "methods"
        throw error(
            "TypeError",
            "Can't instantiate abstract class \(type.name) with abstract \(methods) \(missing.joined(separator: ", "))")
    }

    /// Whether what was found as `__new__` is that of `object`.
    func isDefault(constructor: Value?) -> Bool { constructor?.asObject === defaultNew }

    /// Whether what was found as `__init__` is that of `object`.
    func isDefault(initializer: Value?) -> Bool { initializer?.asObject === defaultInitialize }

    private func isDefaultCall(_ found: Value) -> Bool {
        if case .object(let object) = found { return object === defaultTypeCall }
        return false
    }
}

extension Value {
    /// A reference in the form that fits its class.
    static func reference(_ object: PyObject) -> Value {
        switch object {
        case let text as PyStr: .str(text)
        case let list as PyList: .list(list)
        case let tuple as PyTuple: .tuple(tuple)
        case let dict as PyDict: .dict(dict)
        default: .object(object)
        }
    }
}
