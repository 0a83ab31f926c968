/// Assigning and deleting attributes.
extension Machine {
    /// Python's `value.name = new`.
    func setAttribute(_ value: Value, _ name: PyStr, _ new: Value) throws {
        let type = type(of: value)
        if let hook = type.lookup(names.setattr), !isDefault(hook) {
            _ = try call(try bind(hook, to: value, of: type), .str(name), new)
            return
        }
        try setPlainly(value, name, new, type)
    }

    /// Python's `del value.name`.
    func deleteAttribute(_ value: Value, _ name: PyStr) throws {
        let type = type(of: value)
        if let hook = type.lookup(names.delattr), !isDefault(hook) {
            _ = try call(try bind(hook, to: value, of: type), .str(name))
            return
        }
        try deletePlainly(value, name, type)
    }

    /// What `object.__setattr__` does.
    func setPlainly(_ value: Value, _ name: PyStr, _ new: Value, _ type: PyType) throws {
        if let found = type.lookup(name), case .object(let object) = found {
            if let property = object as? PyProperty { return try assign(property, value, name, new) }
            if let member = object as? PyMemberDescriptor { return try set(member, of: value, to: new) }
            if let set = try accessor(object, names.set, orAtLeast: names.delete) {
                _ = try call(try bind(set, to: found, of: self.type(of: found)), value, new)
                return
            }
        }
        switch value {
        case .object(let cls as PyType):
            guard cls.isProgramDefined else {
                throw error("TypeError", "cannot set '\(name.string)' attribute of immutable type '\(cls.name)'")
            }
            cls.setAttribute(name, new)
        case .object(let module as PyModule): module.namespace.setValue(new, forName: name)
        case .object(let function as PyFunction): function.attributes.setValue(new, forName: name)
        default:
            guard let instance = value.asObject?.instance, instance.hasDictionary else { throw cannotAssign(value, name, type) }
            instance.dictionary.setValue(new, forName: name)
        }
    }

    /// What `object.__delattr__` does.
    func deletePlainly(_ value: Value, _ name: PyStr, _ type: PyType) throws {
        if let found = type.lookup(name), case .object(let object) = found {
            if let property = object as? PyProperty {
                guard let deleter = property.deleter else { throw noAccess(property, "deleter", value, name) }
                _ = try call(deleter, value)
                return
            }
            if let member = object as? PyMemberDescriptor { return try set(member, of: value, to: nil) }
            if let delete = try accessor(object, names.delete, orAtLeast: names.set) {
                _ = try call(try bind(delete, to: found, of: self.type(of: found)), value)
                return
            }
        }
        var table: PyDict?
        if let cls = value.asType {
            guard cls.isProgramDefined else {
                throw error("TypeError", "cannot set '\(name.string)' attribute of immutable type '\(cls.name)'")
            }
            table = cls.attributes
        } else {
            table = value.asObject?.instanceDictionary
        }
        guard let table, let position = table.position(ofName: name) else {
            if let cls = value.asType {
                throw attributeError("type object '\(cls.name)' has no attribute '\(name.string)'", name, value)
            }
            throw cannotAssign(value, name, type)
        }
        table.removeEntry(at: position)
    }

    /// `__set__` or `__delete__` of a descriptor of the program; one that has only the other of them raises AttributeError.
    private func accessor(_ descriptor: PyObject, _ name: PyStr, orAtLeast other: PyStr) throws -> Value? {
        guard let type = descriptor.instance?.instanceType else { return nil }
        if let found = type.lookup(name) { return found }
        guard type.lookup(other) != nil else { return nil }
        throw attributeError(name.string, name, .object(descriptor))
    }

    private func assign(_ property: PyProperty, _ value: Value, _ name: PyStr, _ new: Value) throws {
        guard let setter = property.setter else { throw noAccess(property, "setter", value, name) }
        _ = try call(setter, value, new)
    }

    private func noAccess(_ property: PyProperty, _ missing: String, _ value: Value, _ name: PyStr) -> PyError {
        if property.isNative {
            return error("AttributeError", "attribute '\(name.string)' of '\(typeName(value))' objects is not writable")
        }
        let quoted = property.name.map { " '\($0)'" } ?? ""
        return error("AttributeError", "property\(quoted) of '\(typeName(value))' object has no \(missing)")
    }

    private func cannotAssign(_ value: Value, _ name: PyStr, _ type: PyType) -> PyError {
        if type.lookup(name) != nil {
            return attributeError("'\(type.name)' object attribute '\(name.string)' is read-only", name, value)
        }
        return attributeError("'\(type.name)' object has no attribute '\(name.string)'", name, value)
    }

    private func isDefault(_ hook: Value) -> Bool {
        if case .object(let object) = hook { return object === defaultSetAttribute || object === defaultDeleteAttribute }
        return false
    }
}
