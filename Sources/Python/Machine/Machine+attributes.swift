/// Attribute access by the rules of `object.__getattribute__`, `type.__getattribute__` and `super`.
extension Machine {
    /// Python's `value.name`; raises AttributeError.
    public func attribute(_ value: Value, _ name: String) throws -> Value { try attribute(value, intern(name)) }

    /// Python's `value.name`, or nil where that raises AttributeError.
    public func attributeIfPresent(_ value: Value, _ name: String) throws -> Value? {
        do {
            return try lookup(value, intern(name))
        } catch let raised as PyError where isError(raised, "AttributeError") {
            return nil
        }
    }

    /// Python's `value.name = new`.
    public func setAttribute(_ value: Value, _ name: String, _ new: Value) throws { try setAttribute(value, intern(name), new) }

    /// Python's `del value.name`.
    public func deleteAttribute(_ value: Value, _ name: String) throws { try deleteAttribute(value, intern(name)) }

    /// The special method as looked up on the type, bound; nil where there is none (or where it is `None`).
    public func method(_ value: Value, _ dunder: String) throws -> Value? { try method(value, intern(dunder)) }

    /// Python's `value.name`; raises AttributeError.
    func attribute(_ value: Value, _ name: PyStr) throws -> Value {
        if let found = try lookup(value, name) { return found }
        throw missingAttribute(value, name)
    }

    /// The special method as looked up on the type, bound.
    func method(_ value: Value, _ dunder: PyStr) throws -> Value? {
        let type = type(of: value)
        guard let found = type.lookup(dunder), !found.isNone else { return nil }
        return try bind(found, to: value, of: type)
    }

    /// Calls the special method as looked up on the type; nil where there is none.
    ///
    /// The same as `call(method(value, name), …)`, without the bound method where a function takes the value first.
    func callSpecial(_ value: Value, _ dunder: PyStr, _ arguments: [Value] = []) throws -> Value? {
        let type = type(of: value)
        guard let found = type.lookup(dunder), !found.isNone else { return nil }
        if case .object(let object) = found {
            let isFunction = object.isExactly(PyFunction.self)
            if isFunction || object.exactly(PyNativeFunction.self)?.isMethod ?? false {
                var all = arguments
                all.insert(value, at: 0)
                return try nested { try object.call(self, Arguments(all)) }
            }
        }
        return try call(try bind(found, to: value, of: type), Arguments(arguments))
    }

    /// The attribute, or nil where there is none and no hook raised an error of its own.
    func lookup(_ value: Value, _ name: PyStr) throws -> Value? {
        let type = type(of: value)
        if let hook = type.lookup(names.getattribute), !isDefaultHook(hook) {
            return try lookupByHook(hook, value, name, type)
        }
        return try lookupWithoutHook(value, name, type)
    }

    /// What `object.__getattribute__` does, with `__getattr__` as the last resort.
    func lookupWithoutHook(_ value: Value, _ name: PyStr, _ type: PyType) throws -> Value? {
        guard let hook = type.lookup(names.getattr) else { return try lookupPlainly(value, name, type) ?? lookupInModule(value, name) }
        do {
            if let found = try lookupPlainly(value, name, type) { return found }
        } catch let raised as PyError where isError(raised, "AttributeError") {
            // What a property says it lacks is asked of the hook too.
        }
        return try call(try bind(hook, to: value, of: type), .str(name))
    }

    /// What `object.__getattribute__` (or that of `type`, `super`, a module) finds.
    func lookupPlainly(_ value: Value, _ name: PyStr, _ type: PyType) throws -> Value? {
        if case .object(let object) = value {
            if let cls = object as? PyType { return try lookupOnType(cls, name, type) }
            if let proxy = object as? PySuper { return try lookupOnSuper(proxy, name, type) }
        }
        let classAttribute = type.lookup(name)
        if let classAttribute, isDataDescriptor(classAttribute) { return try bind(classAttribute, to: value, of: type) }
        if let own = value.asObject?.instanceDictionary?.value(forName: name) { return own }
        if let classAttribute { return try bind(classAttribute, to: value, of: type) }
        // A bound method has the attributes of its function.
        guard case .object(let object) = value, let method = object as? PyBoundMethod else { return nil }
        return try lookup(method.function, name)
    }

    private func lookupByHook(_ hook: Value, _ value: Value, _ name: PyStr, _ type: PyType) throws -> Value? {
        do {
            return try call(try bind(hook, to: value, of: type), .str(name))
        } catch let raised as PyError where isError(raised, "AttributeError") {
            guard let fallback = type.lookup(names.getattr) else { throw raised }
            return try call(try bind(fallback, to: value, of: type), .str(name))
        }
    }

    /// A module's own `__getattr__`.
    private func lookupInModule(_ value: Value, _ name: PyStr) throws -> Value? {
        guard case .object(let object) = value, let module = object as? PyModule,
            let hook = module.namespace.value(forName: names.getattr)
        else { return nil }
        return try call(hook, .str(name))
    }

    private func lookupOnType(_ cls: PyType, _ name: PyStr, _ metatype: PyType) throws -> Value? {
        let metaAttribute = metatype.lookup(name)
        if let metaAttribute, isDataDescriptor(metaAttribute) { return try bind(metaAttribute, to: .object(cls), of: metatype) }
        if let found = cls.lookup(name) { return try bind(found, toClass: cls) }
        guard let metaAttribute else { return nil }
        return try bind(metaAttribute, to: .object(cls), of: metatype)
    }

    private func lookupOnSuper(_ proxy: PySuper, _ name: PyStr, _ type: PyType) throws -> Value? {
        if let receiver = proxy.receiver, let order = proxy.receiverType, name != names.classCell {
            if let found = order.lookup(name, after: proxy.start) {
                if let cls = receiver.asType, cls === order { return try bind(found, toClass: cls) }
                return try bind(found, to: receiver, of: order)
            }
        }
        guard let found = type.lookup(name) else { return nil }
        return try bind(found, to: .object(proxy), of: type)
    }

    /// Whether an attribute of a class goes before the attributes of its instances.
    func isDataDescriptor(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        if object is PyProperty || object is PyMemberDescriptor { return true }
        guard let instance = object.instance else { return false }
        return instance.instanceType.lookup(names.set) != nil || instance.instanceType.lookup(names.delete) != nil
    }

    /// What an attribute of a class gives when it is read from an instance.
    func bind(_ found: Value, to receiver: Value, of type: PyType) throws -> Value {
        guard case .object(let object) = found else { return found }
        switch object {
        case is PyFunction: return .object(PyBoundMethod(function: found, receiver: receiver))
        case let native as PyNativeFunction:
            return native.isMethod ? .object(PyBoundMethod(function: found, receiver: receiver)) : found
        case let wrapper as PyMethodWrapper:
            if wrapper.kind == .staticMethod { return wrapper.function }
            return try bind(wrapper.function, to: .object(type), of: type)
        case let property as PyProperty: return try read(property, of: receiver)
        case let member as PyMemberDescriptor: return try read(member, of: receiver)
        default:
            guard let instance = object.instance, let get = instance.instanceType.lookup(names.get) else { return found }
            return try call(try bind(get, to: found, of: instance.instanceType), receiver, .object(type))
        }
    }

    /// What an attribute of a class gives when it is read from the class.
    func bind(_ found: Value, toClass cls: PyType) throws -> Value {
        guard case .object(let object) = found else { return found }
        if let wrapper = object as? PyMethodWrapper {
            if wrapper.kind == .staticMethod { return wrapper.function }
            return try bind(wrapper.function, to: .object(cls), of: cls)
        }
        guard let instance = object.instance, let get = instance.instanceType.lookup(names.get) else { return found }
        return try call(try bind(get, to: found, of: instance.instanceType), .none, .object(cls))
    }

    private func read(_ property: PyProperty, of receiver: Value) throws -> Value {
        if let getter = property.getter { return try call(getter, receiver) }
        throw error("AttributeError", "property\(quoted(property.name)) of '\(typeName(receiver))' object has no getter")
    }

    private func quoted(_ name: String?) -> String { name.map { " '\($0)'" } ?? "" }

    private func isDefaultHook(_ hook: Value) -> Bool {
        if case .object(let object) = hook { return object === defaultGetAttribute }
        return false
    }

    func missingAttribute(_ value: Value, _ name: PyStr) -> PyError {
        if case .object(let cls as PyType) = value, let words = cls.mro.lazy.compactMap(\.missingAttributeWords).first {
            return attributeError(words(name.string), name, value)
        }
        let words =
            switch value {
            case .object(let cls as PyType): "type object '\(cls.name)'"
            case .object(let module as PyModule): "module '\(module.name)'"
            case .object(let method as PyBoundMethod): "'\(typeName(method.function))' object"
            default: "'\(typeName(value))' object"
            }
        return attributeError("\(words) has no attribute '\(name.string)'", name, value)
    }

    /// An AttributeError with its `name` and `obj`.
    func attributeError(_ message: String, _ name: PyStr, _ value: Value) -> PyError {
        let raised = error("AttributeError", message)
        raised.exception.dictionary["name"] = .str(name)
        raised.exception.dictionary["obj"] = value
        return raised
    }
}
