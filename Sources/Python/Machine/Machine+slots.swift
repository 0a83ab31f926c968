/// `__slots__` (CPython 3.11 `typeobject.c type_new_slots`).
extension Machine {
    /// Works out the slots of a new class, puts their descriptors into it and decides how its instances are made.
    func layOut(_ cls: PyType, _ namespace: PyDict) throws {
        if cls.bases.count > 1, !isOneLine(cls.bases.compactMap(solidBase)) {
            throw error("TypeError", "multiple bases have instance lay-out conflict")
        }
        let inherited = cls.bases.compactMap(\.slotLayout)
        let declared = namespace["__slots__"]
        let finalises = namespace["__del__"] != nil || cls.lookup(PyStr("__del__")) != nil
        // Instances of native classes keep their attributes in their dictionary, whatever is declared.
        if cls.hasOwnAllocation, inherited.isEmpty { return }
        if declared == nil, inherited.isEmpty {
            if finalises { allocateFinalized(cls) }
            return
        }
        var layout = SlotLayout(count: inherited.map(\.count).max() ?? 0)
        let leaves = cls.bases.contains { $0.slotLayout?.hasDictionary ?? givesDictionary($0) }
        let names = try declared.map { try slotNames($0, cls) }
        layout.hasDictionary = leaves || names == nil || names?.contains("__dict__") == true
        layout.isReferable = leaves || names == nil || names?.contains("__weakref__") == true || inherited.contains(where: \.isReferable)
        for name in (names ?? []).sorted() where name != "__dict__" && name != "__weakref__" {
            if namespace[name] != nil { throw error("ValueError", "'\(name)' in __slots__ conflicts with class variable") }
            cls.attributes[name] = .object(PyMemberDescriptor(name: name, index: layout.count, owner: cls))
            layout.count += 1
        }
        cls.slotLayout = layout
        if finalises { allocateFinalized(cls) } else { cls.allocates { PySlottedInstance(type: $0) } }
    }

    private func allocateFinalized(_ cls: PyType) {
        let closer = frames
        cls.allocates { PyFinalizedInstance(type: $0, closer: closer) }
    }

    /// The class that decides what an instance of a class holds besides its dictionary (CPython 3.11 `typeobject.c solid_base`): the last
    /// that added slots, or the built-in type whose value it holds; nil where there is none.
    private func solidBase(_ cls: PyType) -> PyType? {
        let holders = [
            types.int, types.float, types.str, types.bytes, types.bytearray, types.tuple, types.list, types.dict, types.set,
            types.frozenset,
            types.type, types.baseException,
        ]
        return cls.mro.first { type in
            if holders.contains(where: { $0 === type }) { return true }
            guard let layout = type.slotLayout else { return false }
            return layout.count > type.bases.compactMap(\.slotLayout?.count).max() ?? 0
        }
    }

    /// Whether each of the classes is a base of the next or the other way round.
    private func isOneLine(_ classes: [PyType]) -> Bool {
        classes.allSatisfy { a in classes.allSatisfy { a.isSubtype(of: $0) || $0.isSubtype(of: a) } }
    }

    /// Whether a class that declares no slots gives its instances a dictionary: all do but `object`, those that hold one built-in
    /// value, and abstract ones that only name methods.
    private func givesDictionary(_ type: PyType) -> Bool {
        if type.isProgramDefined { return true }
        if !type.leavesDictionary || ["abc", "collections.abc", "typing", "typing_extensions"].contains(type.module) { return false }
        return type.module != "builtins"
    }

    /// The names in `__slots__`, private ones mangled.
    private func slotNames(_ declared: Value, _ cls: PyType) throws -> [String] {
        let names = declared.asStr != nil ? [declared] : try array(declared)
        let isVariable = [types.int, types.tuple, types.bytes].contains { cls.isSubtype(of: $0) }
        if !names.isEmpty, isVariable, let base = cls.bases.first {
            throw error("TypeError", "nonempty __slots__ not supported for subtype of '\(base.name)'")
        }
        return try names.map { value in
            guard let name = value.asString else {
                throw error("TypeError", "__slots__ items must be strings, not '\(typeName(value))'")
            }
            let isIdentifier = try isTrue(try call(try attribute(value, "isidentifier")))
            if !isIdentifier { throw error("TypeError", "__slots__ must be identifiers") }
            guard name.hasPrefix("__"), !name.hasSuffix("__") else { return name }
            return "_" + cls.name.drop { $0 == "_" } + name
        }
    }

    // MARK: Access

    /// The value of a slot; raises AttributeError where it is not set.
    func read(_ member: PyMemberDescriptor, of receiver: Value) throws -> Value {
        let instance = try slotted(receiver, member)
        if let value = instance.slots[member.index] { return value }
        throw attributeError("'\(typeName(receiver))' object has no attribute '\(member.name)'", PyStr(member.name), receiver)
    }

    /// Sets a slot or, with nil, unsets it.
    func set(_ member: PyMemberDescriptor, of receiver: Value, to new: Value?) throws {
        let instance = try slotted(receiver, member)
        if new == nil, instance.slots[member.index] == nil {
            throw attributeError(member.name, PyStr(member.name), receiver)
        }
        instance.slots[member.index] = new
    }

    private func slotted(_ receiver: Value, _ member: PyMemberDescriptor) throws -> PySlottedInstance {
        guard let instance = receiver.asObject as? PySlottedInstance, instance.slots.indices.contains(member.index),
            isInstance(receiver, member.owner)
        else {
            let words = "descriptor '\(member.name)' for '\(member.owner.name)' objects doesn't apply to a '\(typeName(receiver))' object"
            throw error("TypeError", words)
        }
        return instance
    }
}

/// The attributes of the descriptors of slots.
enum MemberMethods {
    static func install(_ types: BuiltinTypes) {
        let type = types.builtin("member_descriptor")
        func member(_ value: Value) -> PyMemberDescriptor? { value.asObject as? PyMemberDescriptor }
        type.method("__repr__", "self, /") { _, a in
            guard let member = member(a[0]) else { return .none }
            return .string("<member '\(member.name)' of '\(member.owner.name)' objects>")
        }
        type.getter("__name__") { _, value in .string(member(value)?.name ?? "") }
        type.getter("__objclass__") { _, value in member(value).map { .object($0.owner) } ?? .none }
        type.getter("__qualname__") { _, value in member(value).map { .string("\($0.owner.qualifiedName).\($0.name)") } ?? .none }
        type.method("__get__", "self, instance, owner=None, /") { machine, a in
            guard let member = member(a[0]), !a[1].isNone else { return a[0] }
            return try machine.read(member, of: a[1])
        }
        type.method("__set__", "self, instance, value, /") { machine, a in
            if let member = member(a[0]) { try machine.set(member, of: a[1], to: a[2]) }
            return .none
        }
        type.method("__delete__", "self, instance, /") { machine, a in
            if let member = member(a[0]) { try machine.set(member, of: a[1], to: nil) }
            return .none
        }
    }
}
