/// Attribute access with caches.
extension Machine {
    /// Replaces the top by its attribute, by what this instruction saw last time; true if the frame of a property was opened for that.
    @inline(never)
    func loadAttribute(_ sp: inout StackCursor, _ frame: Frame, _ instruction: Instruction) throws -> Bool {
        if let object = sp.object(below: 1) {
            let isFound = try object._withUnsafeGuaranteedRef { object -> Bool in
                guard let found = try attribute(of: object, frame, instruction) else { return false }
                sp[below: 1] = found
                return true
            }
            if isFound { return false }
            if let getter = propertyFunction(sp, frame, instruction) {
                sp.insertBelowTop(.object(getter))
                try open(getter, 1, frame, sp, .push)
                return true
            }
        }
        sp.push(try attribute(sp.pop(), frame.names[instruction.index]))
        return false
    }

    /// The attribute of an instance without anything special about it; nil where more is to be done.
    @inline(__always)
    private func attribute(of object: PyObject, _ frame: Frame, _ instruction: Instruction) throws -> Value? {
        if object.isExactly(PyInstance.self) {
            return try attribute(ofInstance: unsafeDowncast(object, to: PyInstance.self), frame, instruction)
        }
        guard let instance = object.instanceReference else { return nil }
        return try instance._withUnsafeGuaranteedRef { try attribute(ofInstance: $0, frame, instruction) }
    }

    private func attribute(ofInstance instance: PyInstance, _ frame: Frame, _ instruction: Instruction) throws -> Value? {
        let caches = frame.caches
        let cache = Int(instruction.small)
        if !caches[cache].holds(for: ObjectIdentifier(instance.instanceType), at: types.epoch.count) {
            let type = instance.instanceType
            let found = type.lookup(frame.names[instruction.index])
            guard isPlainLookup(type), caches[cache].remember(type, types.epoch.count, found, kind(of: found, on: type)) else { return nil }
        }
        if caches[cache].attribute == .property { return nil }
        if caches[cache].attribute == .ordinary, let own = instance.attributesReference {
            let names = frame.names
            let value = own._withUnsafeGuaranteedRef { own -> Value? in
                if let value = own.value(at: caches[cache].position, ifNamed: names[instruction.index]) { return value }
                guard let position = own.position(ofName: names[instruction.index]) else { return nil }
                caches[cache].remember(position: position)
                return own.entries[position].value
            }
            if let value { return value }
        }
        guard let found = caches[cache].value else { return nil }
        return try bind(found, to: .object(instance), of: instance.instanceType)
    }

    /// What kind of attribute of a class was found.
    private func kind(of found: Value?, on type: PyType) -> InlineCache.Attribute {
        guard case .object(let object)? = found, isDataDescriptor(.object(object)) else { return .ordinary }
        if let property = object.exactly(PyProperty.self), case .object(let getter)? = property.getter,
            let function = getter.exactly(PyFunction.self), function.code.simpleCount == 1, type.lookup(names.getattr) == nil
        {
            return .property
        }
        return .data
    }

    /// The function that reads the property which this instruction remembers for the class of the top.
    private func propertyFunction(_ sp: StackCursor, _ frame: Frame, _ instruction: Instruction) -> PyFunction? {
        let caches = frame.caches
        let cache = Int(instruction.small)
        guard let instance = sp.object(below: 1)?.takeUnretainedValue().instance, caches[cache].attribute == .property,
            caches[cache].holds(for: ObjectIdentifier(instance.instanceType), at: types.epoch.count),
            case .object(let property)? = caches[cache].value, case .object(let getter)? = property.exactly(PyProperty.self)?.getter
        else { return nil }
        return getter.exactly(PyFunction.self)
    }

    /// Whether attributes of instances are found as `object.__getattribute__` finds them.
    private func isPlainLookup(_ type: PyType) -> Bool {
        guard let hook = type.lookup(names.getattribute), case .object(let object) = hook else { return true }
        return object === defaultGetAttribute
    }

    /// Carries out `value.name = new` with these on top, by what this instruction saw last time.
    @inline(never)
    func storeAttribute(_ sp: inout StackCursor, _ frame: Frame, _ instruction: Instruction) throws {
        if let object = sp.object(below: 1) {
            let isStored = try object._withUnsafeGuaranteedRef { try storeAttribute($0, sp[below: 2] ?? .none, frame, instruction) }
            if isStored { return sp.drop(2) }
        }
        let target = sp.pop()
        try setAttribute(target, frame.names[instruction.index], sp.pop())
    }

    /// Stores into the dictionary of an instance; false where something else is to be done.
    private func storeAttribute(_ object: PyObject, _ new: Value, _ frame: Frame, _ instruction: Instruction) throws -> Bool {
        guard let instance = object.instance else { return false }
        let caches = frame.caches
        let cache = Int(instruction.small)
        if !caches[cache].holds(for: ObjectIdentifier(instance.instanceType), at: types.epoch.count) {
            let type = instance.instanceType
            guard isPlainStore(type, frame.names[instruction.index]), caches[cache].remember(type, types.epoch.count, nil) else {
                return false
            }
        }
        let names = frame.names
        let own = instance.dictionary
        let hint = caches[cache].position
        if own.isNamed(names[instruction.index], at: hint) {
            own.setValue(new, at: hint)
            return true
        }
        try charge(bytes: 64)
        own.setValue(new, forName: names[instruction.index])
        if let position = own.position(ofName: names[instruction.index]) { caches[cache].remember(position: position) }
        return true
    }

    /// Whether assigning goes into the dictionary of the instance.
    private func isPlainStore(_ type: PyType, _ name: PyStr) -> Bool {
        if let hook = type.lookup(names.setattr), case .object(let object) = hook, object !== defaultSetAttribute { return false }
        guard let found = type.lookup(name) else { return true }
        return !isDataDescriptor(found)
    }

    /// Replaces the top by what a method call needs: the function and the receiver, or what was found and nil.
    @inline(never)
    func loadMethod(_ sp: inout StackCursor, _ frame: Frame, _ instruction: Instruction) throws {
        let caches = frame.caches
        let cache = Int(instruction.small)
        let names = frame.names
        if caches[cache].holds(for: typeIdentity(ofTop: sp), at: types.epoch.count) {
            if !isHiddenAtTop(sp, names[instruction.index]), let function = caches[cache].value { return sp.insertBelowTop(function) }
        } else if let found = methodFunction(sp, names[instruction.index], caches, cache) {
            return sp.insertBelowTop(found)
        }
        if try loadSuperMethod(&sp, names[instruction.index]) { return }
        sp.push(try attribute(sp.pop(), names[instruction.index]))
        sp.pushSlot(nil)
    }

    /// The function for a call of that method on the top, which is remembered; nil where it is no plain function of its class.
    private func methodFunction(_ sp: StackCursor, _ name: PyStr, _ caches: FixedBuffer<InlineCache>, _ cache: Int) -> Value? {
        let value = sp[below: 1] ?? .none
        let type = type(of: value)
        guard let found = type.lookup(name), isPlainFunction(found), isPlainLookup(type), !hasOwnLookup(value),
            caches[cache].remember(type, types.epoch.count, found), !isHiddenAtTop(sp, name)
        else { return nil }
        return found
    }

    /// What is the class of the top, without counting an owner of it.
    @inline(__always)
    private func typeIdentity(ofTop sp: StackCursor) -> ObjectIdentifier {
        if let object = sp.object(below: 1) {
            return object._withUnsafeGuaranteedRef { object in
                if object.isExactly(PyInstance.self) {
                    return ObjectIdentifier(unsafeDowncast(object, to: PyInstance.self).instanceType)
                }
                return ObjectIdentifier(object.type(in: types))
            }
        }
        switch sp[below: 1] {
        case .str: return ObjectIdentifier(types.str)
        case .list: return ObjectIdentifier(types.list)
        case .dict: return ObjectIdentifier(types.dict)
        case let other: return ObjectIdentifier(type(of: other ?? .none))
        }
    }

    /// Whether the top has an attribute of its own that goes before that of its class.
    @inline(__always)
    private func isHiddenAtTop(_ sp: StackCursor, _ name: PyStr) -> Bool {
        guard let object = sp.object(below: 1) else { return false }
        return object._withUnsafeGuaranteedRef { object in
            if object.isExactly(PyInstance.self) {
                let own = unsafeDowncast(object, to: PyInstance.self).attributesReference
                return own?._withUnsafeGuaranteedRef { $0.position(ofName: name) } != nil
            }
            return object.instanceDictionary?.position(ofName: name) != nil
        }
    }

    /// What calling a method of `super()` on top needs; false where that is anything but a plain function for an instance.
    private func loadSuperMethod(_ sp: inout StackCursor, _ name: PyStr) throws -> Bool {
        guard let object = sp.object(below: 1), let proxy = object.takeUnretainedValue().exactly(PySuper.self),
            let receiver = proxy.receiver, let order = proxy.receiverType, receiver.asType == nil, name != names.classCell,
            let found = order.lookup(name, after: proxy.start), isPlainFunction(found)
        else { return false }
        sp[below: 1] = found
        sp.push(receiver)
        return true
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
