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
            if isFound || loadModuleName(sp, frame.names[instruction.index]) { return false }
            if let getter = propertyFunction(sp, frame, instruction) {
                sp.insertBelowTop(.object(getter))
                try open(getter, 1, frame, sp, .push)
                return true
            }
        }
        sp.push(try attribute(sp.pop(), frame.names[instruction.index]))
        return false
    }

    /// Pushes the attribute of a local variable, which counts no owner of that in the common case.
    @inline(never)
    func loadLocalAttribute(_ sp: inout StackCursor, _ base: StackCursor, _ frame: Frame, _ instruction: Instruction) throws -> Bool {
        let slot = Int(instruction.flag)
        if let object = base.object(below: -slot),
            let found = try object._withUnsafeGuaranteedRef({ try attribute(of: $0, frame, instruction) })
        {
            sp.push(found)
            return false
        }
        guard let value = base[slot] else { throw unbound(frame, slot) }
        sp.push(value)
        return try loadAttribute(&sp, frame, instruction)
    }

    /// The attribute of an instance without anything special about it; nil where more is to be done.
    @inline(__always)
    private func attribute(of object: PyObject, _ frame: Frame, _ instruction: Instruction) throws -> Value? {
        guard let instance = object.plainInstance ?? object.instanceReference else { return nil }
        return try instance._withUnsafeGuaranteedRef { try attribute(ofInstance: $0, frame, instruction) }
    }

    private func attribute(ofInstance instance: PyInstance, _ frame: Frame, _ instruction: Instruction) throws -> Value? {
        let caches = frame.caches
        let epoch = types.epoch.count
        let known = caches.index(instruction.small, for: ObjectIdentifier(instance.instanceType), at: epoch)
        let cache = known ?? caches.free(instruction.small, at: epoch)
        if known == nil {
            let type = instance.instanceType
            let found = type.lookup(frame.names[instruction.index])
            let kind = kind(of: found, on: type)
            // What a property says it lacks is asked of `__getattr__` too.
            if kind == .data, accessRules(of: type).hasFallback { return nil }
            guard isPlainLookup(type), caches[cache].remember(type, epoch, found, kind) else { return nil }
        }
        if caches[cache].attribute == .property { return nil }
        if caches[cache].attribute == .ordinary, let own = instance.attributesReference {
            let names = frame.names
            let value = own._withUnsafeGuaranteedRef { own -> Value? in
                if let value = own.value(at: caches[cache].position, ifNamed: names[instruction.index]) { return value }
                guard let position = own.position(ofName: names[instruction.index]) else { return nil }
                caches[cache].remember(position: position)
                return own.value(at: position)
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
            let function = getter.exactly(PyFunction.self), function.code.simpleCount == 1, !accessRules(of: type).hasFallback
        {
            return .property
        }
        return .data
    }

    /// The function that reads the property which this instruction remembers for the class of the top.
    private func propertyFunction(_ sp: StackCursor, _ frame: Frame, _ instruction: Instruction) -> PyFunction? {
        let caches = frame.caches
        guard let instance = sp.object(below: 1)?.takeUnretainedValue().instance,
            let cache = caches.index(instruction.small, for: ObjectIdentifier(instance.instanceType), at: types.epoch.count),
            caches[cache].attribute == .property,
            case .object(let property)? = caches[cache].value, case .object(let getter)? = property.exactly(PyProperty.self)?.getter
        else { return nil }
        return getter.exactly(PyFunction.self)
    }

    /// Whether attributes of instances are found as `object.__getattribute__` finds them.
    private func isPlainLookup(_ type: PyType) -> Bool { accessRules(of: type).hasPlainLookup }

    /// How attributes of the instances of a class are looked up, by what was found when no class had changed since.
    private func accessRules(of type: PyType) -> PyType.AccessRules {
        if type.accessRules.epoch == types.epoch.count { return type.accessRules }
        let read = type.lookup(names.getattribute)?.asObject
        let write = type.lookup(names.setattr)?.asObject
        // Instances of a class with slots do not keep all attributes in a dictionary.
        let isPlainWrite = type.slotLayout == nil && type.leavesDictionary && (write == nil || write === defaultSetAttribute)
        type.accessRules = PyType.AccessRules(
            epoch: types.epoch.count, hasPlainLookup: read == nil || read === defaultGetAttribute,
            hasFallback: type.lookup(names.getattr) != nil, hasPlainStore: isPlainWrite)
        return type.accessRules
    }

    /// Carries out `value.name = new` with these on top, by what this instruction saw last time.
    @inline(never)
    func storeAttribute(_ sp: inout StackCursor, _ frame: Frame, _ instruction: Instruction) throws {
        if let object = sp.object(below: 1), let instance = object._withUnsafeGuaranteedRef({ $0.plainInstance ?? $0.instanceReference }),
            let cache = storeCache(instance, frame, instruction)
        {
            let new = sp.take(below: 2)
            try instance._withUnsafeGuaranteedRef { try store(new, in: $0, frame, instruction, cache) }
            return sp.drop(2)
        }
        let target = sp.pop()
        try setAttribute(target, frame.names[instruction.index], sp.pop())
    }

    /// The cache for an assignment that goes into the dictionary of the instance; nil where something else is to be done.
    @inline(__always)
    private func storeCache(_ instance: Unmanaged<PyInstance>, _ frame: Frame, _ instruction: Instruction) -> Int? {
        let identity = instance._withUnsafeGuaranteedRef { ObjectIdentifier($0.instanceType) }
        let epoch = types.epoch.count
        if let cache = frame.caches.index(instruction.small, for: identity, at: epoch) { return cache }
        let type = instance._withUnsafeGuaranteedRef { $0.instanceType }
        let cache = frame.caches.free(instruction.small, at: epoch)
        guard isPlainStore(type, frame.names[instruction.index]), frame.caches[cache].remember(type, epoch, nil) else { return nil }
        return cache
    }

    /// Puts a value into the dictionary of an instance.
    @inline(__always)
    private func store(
        _ new: __owned Value, in instance: PyInstance, _ frame: Frame, _ instruction: Instruction, _ cache: Int
    ) throws {
        let (caches, names) = (frame.caches, frame.names)
        let hint = caches[cache].position
        if let own = instance.attributesReference, own._withUnsafeGuaranteedRef({ $0.isNamed(names[instruction.index], at: hint) }) {
            return own._withUnsafeGuaranteedRef { $0.setValue(new, at: hint) }
        }
        try charge(bytes: 64)
        if instance.attributes == nil { _ = instance.dictionary }
        if let own = instance.attributesReference, own._withUnsafeGuaranteedRef({ $0.expects(names[instruction.index], at: hint) }) {
            return own._withUnsafeGuaranteedRef { $0.appendExpected(new) }
        }
        let own = instance.dictionary
        own.setValue(new, forName: names[instruction.index])
        instance.instanceType.learnLayout(of: own)
        if let position = own.position(ofName: names[instruction.index]) { caches[cache].remember(position: position) }
    }

    /// Whether assigning goes into the dictionary of the instance.
    private func isPlainStore(_ type: PyType, _ name: PyStr) -> Bool {
        guard accessRules(of: type).hasPlainStore else { return false }
        guard let found = type.lookup(name) else { return true }
        return !isDataDescriptor(found)
    }

    /// Replaces the top by what a method call needs: the function, or the number of a direct one, and the receiver, or what was found and nil.
    @inline(never)
    func loadMethod(_ sp: inout StackCursor, _ frame: Frame, _ instruction: Instruction) throws {
        let caches = frame.caches
        let names = frame.names
        if let cache = caches.index(instruction.small, for: typeIdentity(ofTop: sp), at: types.epoch.count) {
            if !isHiddenAtTop(sp, names[instruction.index]), let function = caches[cache].value { return sp.insertBelowTop(function) }
        } else if loadProxyMethod(&sp, names[instruction.index], caches, instruction.small) {
            return
        } else if let found = methodFunction(sp, names[instruction.index], caches, instruction.small) {
            return sp.insertBelowTop(found)
        }
        if loadModuleName(sp, names[instruction.index]) { return sp.pushSlot(nil) }
        sp.push(try attribute(sp.pop(), names[instruction.index]))
        sp.pushSlot(nil)
    }

    /// The function for a call of that method on the top, or its number, which is remembered; nil where it is no plain function of its class.
    private func methodFunction(_ sp: StackCursor, _ name: PyStr, _ caches: FixedBuffer<InlineCache>, _ place: UInt16) -> Value? {
        let value = sp[below: 1] ?? .none
        let type = type(of: value)
        let cache = caches.free(place, at: types.epoch.count)
        guard let found = type.lookup(name), isPlainFunction(found), isPlainLookup(type), !hasOwnLookup(value) else { return nil }
        let callee = found.asObject?.exactly(PyNativeFunction.self)?.number.map { .int($0) } ?? found
        guard caches[cache].remember(type, types.epoch.count, callee), !isHiddenAtTop(sp, name) else { return nil }
        return callee
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

    /// Replaces a module on top by what it has under that name; false for anything else, and for names that all modules have.
    private func loadModuleName(_ sp: StackCursor, _ name: PyStr) -> Bool {
        guard let object = sp.object(below: 1), object._withUnsafeGuaranteedRef({ $0.isExactly(PyModule.self) }),
            let found = object.takeUnretainedValue().exactly(PyModule.self)?.namespace.value(forName: name),
            types.module.lookup(name) == nil
        else { return false }
        sp[below: 1] = found
        return true
    }

    /// What calling a method of `super()` on top needs; false where that is anything but a plain function for an instance.
    private func loadProxyMethod(
        _ sp: inout StackCursor, _ name: PyStr, _ caches: FixedBuffer<InlineCache>, _ place: UInt16
    ) -> Bool {
        guard let object = sp.object(below: 1) else { return false }
        let target = object._withUnsafeGuaranteedRef { object -> (function: Value, receiver: Value)? in
            guard object.isExactly(PySuper.self) else { return nil }
            let proxy = unsafeDowncast(object, to: PySuper.self)
            guard let receiver = proxy.receiver, let order = proxy.receiverType, receiver.asInstance != nil,
                let found = superMethod(name, order, behind: proxy.start, caches, place)
            else { return nil }
            return (found, receiver)
        }
        guard let target else { return false }
        sp[below: 1] = target.function
        sp.push(target.receiver)
        return true
    }

    /// The plain function which `super()` finds, by what this place saw last time.
    private func superMethod(
        _ name: PyStr, _ order: PyType, behind start: PyType, _ caches: FixedBuffer<InlineCache>, _ place: UInt16
    ) -> Value? {
        let epoch = types.epoch.count
        if let cache = caches.index(place, for: ObjectIdentifier(order), at: ~epoch), caches[cache].start == ObjectIdentifier(start) {
            return caches[cache].value
        }
        guard name != names.classCell, order.isSubtype(of: start), let found = order.lookup(name, after: start), isPlainFunction(found)
        else { return nil }
        caches[caches.free(place, at: ~epoch)].remember(order, epoch, behind: start, found)
        return found
    }

    /// Carries out `super().name` for a call, without making what `super()` gives where a plain function of the program's classes is found.
    @inline(never)
    func loadSuperMethod(_ sp: inout StackCursor, _ base: StackCursor, _ frame: Frame, _ instruction: Instruction) throws {
        if let callee = sp.object(below: 1), callee.toOpaque() == Unmanaged.passUnretained(types.super).toOpaque(),
            let found = implicitSuperMethod(base, frame, instruction), let receiver = base[0]
        {
            sp[below: 1] = found
            return sp.push(receiver)
        }
        let made = try call(sp.pop())
        sp.push(made)
        try loadMethod(&sp, frame, instruction)
    }

    /// The function behind the class of the running method in the order of its first argument's class.
    private func implicitSuperMethod(_ base: StackCursor, _ frame: Frame, _ instruction: Instruction) -> Value? {
        let cellSlot = frame.code.classCellSlot
        guard cellSlot > 0, frame.code.parameters.positionalCount > 0, let object = base.object(below: 0),
            let cell = base.object(below: -cellSlot)
        else { return nil }
        return object._withUnsafeGuaranteedRef { object in
            cell._withUnsafeGuaranteedRef { cell in
                guard let instance = object.plainInstance ?? object.instanceReference, cell.isExactly(PyCell.self),
                    case .object(let start)? = unsafeDowncast(cell, to: PyCell.self).value, start.isExactly(PyType.self)
                else { return nil }
                return superMethod(
                    frame.names[instruction.index], instance._withUnsafeGuaranteedRef(\.instanceType),
                    behind: unsafeDowncast(start, to: PyType.self), frame.caches, instruction.small)
            }
        }
    }

    private func hasOwnLookup(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object is PyType || object is PySuper
    }

    private func isPlainFunction(_ found: Value) -> Bool {
        guard case .object(let object) = found else { return false }
        if object.isExactly(PyFunction.self) { return true }
        return object.exactly(PyNativeFunction.self)?.isMethod ?? false
    }
}
