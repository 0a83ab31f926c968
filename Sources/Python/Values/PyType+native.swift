/// How native classes are declared.
extension PyType {
    /// What a native function runs with its arguments matched to its parameters.
    public typealias NativeBody = (Machine, BoundArguments) throws -> Value

    /// Adds a method; the first parameter is `self`.
    public func method(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
        let function = PyNativeFunction(
            name, qualifiedName: "\(self.name).\(name)", parameters: signature, isMethod: true, origin: origin, bound: body)
        attributes[name] = .object(function)
    }

    /// Adds a static method.
    public func staticMethod(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
        let function = PyNativeFunction(name, qualifiedName: "\(self.name).\(name)", parameters: signature, origin: origin, bound: body)
        attributes[name] = .object(PyMethodWrapper(.staticMethod, .object(function)))
    }

    /// Adds a class method; the first parameter is the class.
    public func classMethod(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
        let function = PyNativeFunction(
            name, qualifiedName: "\(self.name).\(name)", parameters: signature, isMethod: true, origin: origin, bound: body)
        attributes[name] = .object(PyMethodWrapper(.classMethod, .object(function)))
    }

    /// Adds a read-only property.
    public func getter(_ name: String, _ get: @escaping (Machine, Value) throws -> Value) {
        property(name, get: get, set: nil)
    }

    /// Adds a property; without `set` assigning raises AttributeError.
    public func property(
        _ name: String, get: @escaping (Machine, Value) throws -> Value, set: ((Machine, Value, Value) throws -> Void)?
    ) {
        let getter = PyNativeFunction(name) { machine, arguments in try get(machine, arguments.positional[0]) }
        let setter = set.map { set in
            PyNativeFunction(name) { machine, arguments in
                try set(machine, arguments.positional[0], arguments.positional[1])
                return .none
            }
        }
        attributes[name] = .object(
            PyProperty(getter: .object(getter), setter: setter.map { .object($0) }, isNative: origin == .c, name: name))
    }

    /// Adds any attribute.
    public func constant(_ name: String, _ value: Value) { attributes[name] = value }

    /// Sets `__new__`: `body` gets the class and the arguments behind it, and makes the value of this very type.
    ///
    /// For a subclass the value becomes the payload of a new instance of it.
    public func constructor(_ signature: String, _ body: @escaping (Machine, PyType, BoundArguments) throws -> Value) {
        let declared = NativeSignature(signature, origin: origin)
        let name = self.name
        let function = PyNativeFunction("__new__", qualifiedName: "\(name).__new__") { [unowned self] machine, arguments in
            guard let cls = arguments.positional.first?.asType else {
                throw machine.error("TypeError", "\(name).__new__(X): X is not a type object")
            }
            guard cls.isSubtype(of: self) else {
                throw machine.error("TypeError", "\(name).__new__(\(cls.name)): \(cls.name) is not a subtype of \(name)")
            }
            var rest = arguments
            rest.positional.removeFirst()
            let made = try body(
                machine, cls, try machine.bind(rest, to: declared, of: name, qualifiedName: "\(name).__init__", isConstruction: true))
            if cls === self || machine.type(of: made) === cls { return made }
            let instance = cls.allocate(cls)
            instance.payload = made.unwrapped
            return .object(instance)
        }
        attributes["__new__"] = .object(PyMethodWrapper(.staticMethod, .object(function)))
        construction = Construction(signature: declared, body: body)
    }

    /// Declares what `__new__` and `__init__` do together where exactly this type is called with nothing but positional arguments.
    func constructsDirectly(_ signature: String, _ body: @escaping (Machine, BoundArguments) throws -> Value) {
        construction = Construction(signature: NativeSignature(signature), isComplete: true) { machine, _, a in try body(machine, a) }
    }

    /// Makes an instance of exactly this built-in type of the top `count` operands; nil where that takes more than its constructor.
    func make(_ machine: Machine, _ count: Int, _ cursor: inout StackCursor) throws -> Value? {
        if let direct = construction?.direct, let made = try direct(machine, count, cursor) {
            cursor.drop(count)
            return made
        }
        guard let construction, metaclass == nil, construction.signature.takes(count),
            construction.isComplete || hasDefaultInitializer(machine)
        else { return nil }
        let arguments = BoundArguments(construction.signature, taking: count, from: &cursor)
        return try machine.nested { try construction.body(machine, self, arguments) }
    }

    /// The same where the last operands have names; nil, with nothing done, also where they do not fit.
    func make(_ machine: Machine, _ count: Int, _ keywords: [Value], _ cursor: inout StackCursor) throws -> Value? {
        guard let construction, metaclass == nil, !construction.isComplete, hasDefaultInitializer(machine),
            let arguments = construction.signature.match(count, keywords, &cursor)
        else { return nil }
        return try machine.nested { try construction.body(machine, self, arguments) }
    }

    private func hasDefaultInitializer(_ machine: Machine) -> Bool {
        if initializer.epoch != epoch.count {
            initializer = (epoch.count, machine.isDefault(initializer: lookup(machine.names.initialize)))
        }
        return initializer.isDefault
    }
}

extension Machine {
    /// A native function that is not a method.
    public func native(
        _ name: String, _ signature: String, origin: NativeOrigin = .python, _ body: @escaping PyType.NativeBody
    ) -> Value {
        .object(PyNativeFunction(name, parameters: signature, origin: origin, bound: body))
    }
}
