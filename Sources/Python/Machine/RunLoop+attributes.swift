/// Attribute access with caches.
extension Machine {
    /// Python's `value.name`, by what this instruction saw last time.
    @inline(never)
    func loadAttribute(_ value: Value, _ code: PyCode, _ instruction: Instruction) throws -> Value {
        let name = code.names[instruction.index]
        guard case .object(let object) = value, let instance = object.instance else { return try attribute(value, name) }
        let type = instance.instanceType
        let cache = code.caches[Int(instruction.small)]
        if cache.type !== type || cache.epoch != types.epoch.count {
            guard isPlainLookup(type) else { return try attribute(value, name) }
            cache.remember(type, types.epoch.count, type.lookup(name))
            if cache.type !== type { return try attribute(value, name) }
        }
        if let found = cache.value, isDataDescriptor(found) { return try bind(found, to: value, of: type) }
        if let own = instance.attributes {
            let hint = cache.position
            if hint < own.entries.count, case .str(let key) = own.entries[hint].key, key === name, own.entries[hint].isLive {
                return own.entries[hint].value
            }
            if let position = own.position(ofName: name) {
                cache.remember(position: position)
                return own.entries[position].value
            }
        }
        if let found = cache.value { return try bind(found, to: value, of: type) }
        return try attribute(value, name)
    }

    /// Whether attributes of instances are found as `object.__getattribute__` finds them.
    private func isPlainLookup(_ type: PyType) -> Bool {
        guard let hook = type.lookup(names.getattribute), case .object(let object) = hook else { return true }
        return object === defaultGetAttribute
    }

    /// Python's `value.name = new`, by what this instruction saw last time.
    @inline(never)
    func storeAttribute(_ target: Value, _ new: Value, _ code: PyCode, _ instruction: Instruction) throws {
        let name = code.names[instruction.index]
        guard case .object(let object) = target, let instance = object.instance else { return try setAttribute(target, name, new) }
        let type = instance.instanceType
        let cache = code.caches[Int(instruction.small)]
        if cache.type !== type || cache.epoch != types.epoch.count {
            guard isPlainStore(type, name) else { return try setAttribute(target, name, new) }
            cache.remember(type, types.epoch.count, nil)
            if cache.type !== type { return try setAttribute(target, name, new) }
        }
        let own = instance.dictionary
        let hint = cache.position
        if hint < own.entries.count, case .str(let key) = own.entries[hint].key, key === name, own.entries[hint].isLive {
            return own.setValue(new, at: hint)
        }
        try charge(bytes: 64)
        own.setValue(new, forName: name)
        if let position = own.position(ofName: name) { cache.remember(position: position) }
    }

    /// Whether assigning goes into the dictionary of the instance.
    private func isPlainStore(_ type: PyType, _ name: PyStr) -> Bool {
        if let hook = type.lookup(names.setattr), case .object(let object) = hook, object !== defaultSetAttribute { return false }
        guard let found = type.lookup(name) else { return true }
        return !isDataDescriptor(found)
    }

    /// Replaces the top by what a method call needs: the function and the receiver, or what was found and nil.
    @inline(never)
    func loadMethod(_ sp: inout StackCursor, _ code: PyCode, _ instruction: Instruction) throws {
        let value = sp.pop()
        let name = code.names[instruction.index]
        let cache = code.caches[Int(instruction.small)]
        let type = type(of: value)
        if cache.type === type, cache.epoch == types.epoch.count, let function = cache.value {
            if !hides(value, name) {
                sp.push(function)
                sp.push(value)
                return
            }
        } else if let found = type.lookup(name), isPlainFunction(found), isPlainLookup(type), !hasOwnLookup(value) {
            cache.remember(type, types.epoch.count, found)
            if !hides(value, name) {
                sp.push(found)
                sp.push(value)
                return
            }
        }
        sp.push(try attribute(value, name))
        sp.pushSlot(nil)
    }

    /// Whether the value has an attribute of its own that goes before that of its class.
    @inline(__always)
    private func hides(_ value: Value, _ name: PyStr) -> Bool {
        guard case .object(let object) = value, let own = object.instanceDictionary else { return false }
        return own.position(ofName: name) != nil
    }

    private func hasOwnLookup(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object is PyType || object is PySuper
    }

    private func isPlainFunction(_ found: Value) -> Bool {
        guard case .object(let object) = found else { return false }
        if object is PyFunction { return true }
        return (object as? PyNativeFunction)?.isMethod ?? false
    }
}
