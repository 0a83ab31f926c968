/// Class statements and `type(name, bases, namespace)`.
extension Machine {
    /// Runs the body of a class statement and makes the class.
    func buildClass(body: Value, _ name: Value, _ bases: Value, _ keywords: Value) throws -> Value {
        guard let function = body.asObject as? PyFunction, let name = name.asStr else { return .none }
        var arguments = Arguments(bases.asTuple?.elements ?? [])
        arguments.keywords = keywords.asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        let original = arguments.positional
        arguments.positional = try resolveEntries(original)
        let metaclass = try metaclass(for: &arguments)
        let namespace = try prepare(metaclass, name, arguments)
        if zip(original, arguments.positional).contains(where: { !$0.isIdentical(to: $1) }) || original.count != arguments.positional.count
        {
            namespace["__orig_bases__"] = .tuple(PyTuple(original))
        }
        try runClassBody(function, namespace)
        let basesTuple = Value.tuple(PyTuple(arguments.positional))
        let call = Arguments([.str(name), basesTuple, .dict(namespace)], keywords: arguments.keywords)
        let made = try self.call(metaclass, call)
        if let cls = made.asType, cls.definition == nil, cls.isProgramDefined { cls.definition = function.code.classDefinition }
        return made
    }

    /// Replaces bases that are no classes by what their `__mro_entries__` gives.
    private func resolveEntries(_ bases: [Value]) throws -> [Value] {
        var resolved: [Value] = []
        for base in bases {
            if base.asType == nil, let entries = try attributeIfPresent(base, "__mro_entries__") {
                let made = try call(entries, .tuple(PyTuple(bases)))
                guard let tuple = made.asTuple else { throw error("TypeError", "__mro_entries__ must return a tuple") }
                resolved += tuple.elements
            } else {
                resolved.append(base)
            }
        }
        return resolved
    }

    /// The metaclass: the keyword's or the most derived one of the bases.
    private func metaclass(for arguments: inout Arguments) throws -> Value {
        var chosen = Value.object(arguments.positional.first.map { type(of: $0) } ?? types.type)
        if let index = arguments.keywords.firstIndex(where: { $0.name == "metaclass" }) {
            chosen = arguments.keywords.remove(at: index).value
            if chosen.asType == nil { return chosen }
        }
        guard let first = chosen.asType else { return chosen }
        return .object(try winner(first, arguments.positional))
    }

    /// The most derived of a metaclass and those of the bases (CPython 3.11 `_PyType_CalculateMetaclass`); raises TypeError where there is none.
    func winner(_ first: PyType, _ bases: [Value]) throws -> PyType {
        var winner = first
        for base in bases {
            let candidate = type(of: base)
            if winner.isSubtype(of: candidate) { continue }
            guard candidate.isSubtype(of: winner) else {
                throw error(
                    "TypeError",
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
                )
            }
            winner = candidate
        }
        return winner
    }

    private func prepare(_ metaclass: Value, _ name: PyStr, _ arguments: Arguments) throws -> PyDict {
        guard metaclass.asType !== types.type, let hook = try attributeIfPresent(metaclass, "__prepare__") else { return PyDict() }
        let call = Arguments([.str(name), .tuple(PyTuple(arguments.positional))], keywords: arguments.keywords)
        let made = try self.call(hook, call)
        if let dict = made.asDict { return dict }
        throw error("TypeError", "\(typeName(metaclass)).__prepare__() must return a mapping, not \(typeName(made))")
    }

    /// Runs the body with its own names.
    private func runClassBody(_ function: PyFunction, _ namespace: PyDict) throws {
        _ = try nested {
            let frame = try pushFrame(function.code, globals: function.globals, at: stackTop)
            frame.start(function)
            frame.namespace = namespace
            frame.completion = .entry
            for slot in try bind(Arguments(), to: function) { pushSlot(of: frame, slot) }
            return try runEntry()
        }
    }

    /// Raises TypeError where the body of an enumeration gives a name to a member that has another already.
    @inline(never)
    func refuseRepeat(of name: PyStr, _ value: Value, inBody body: PyDict) throws {
        if let known = body.value(forName: name) { try EnumMembers.refuseRepeat(name.string, known, value, self) }
    }

    /// What `type.__new__` does: makes the class, names its descriptors and tells its bases.
    func makeType(
        _ metaclass: PyType, _ name: PyStr, _ bases: [Value], _ namespace: PyDict, keywords: [(name: String, value: Value)]
    ) throws -> PyType {
        try charge(instructions: 500)
        try charge(bytes: 4096)
        let cls = try emptyType(metaclass, name.string, bases)
        try layOut(cls, namespace)
        fill(cls, namespace)
        if let cell = namespace["__classcell__"]?.asObject as? PyCell { cell.value = .object(cls) }
        try nameDescriptors(cls, namespace)
        let arguments = Arguments([], keywords: keywords)
        let hooked = cls.mro.dropFirst().filter { $0.didSubclass != nil }
        if let hook = cls.lookup(names.initSubclass, after: cls), hooked.isEmpty || !isDefaultInitSubclass(hook) {
            _ = try call(try bind(hook, toClass: cls), arguments)
        }
        for base in hooked { try base.didSubclass?(self, cls, arguments) }
        return cls
    }

    private func emptyType(_ metaclass: PyType, _ name: String, _ bases: [Value]) throws -> PyType {
        let classes = try bases.map { base in
            guard let cls = base.asType else {
                throw error("TypeError", "bases must be types")
            }
            return cls
        }
        let refused = [
            types.bool, types.none, types.function, types.builtinFunction, types.method, types.generator, types.range, types.slice,
        ]
        if let base = classes.first(where: { base in refused.contains { $0 === base } }) {
            throw error("TypeError", "type '\(base.name)' is not an acceptable base type")
        }
        do {
            let cls = try PyType(
                name, bases: classes.isEmpty ? [types.object] : classes, metaclass: metaclass === types.type ? nil : metaclass)
            cls.isProgramDefined = true
            return cls
        } catch let conflict as PyType.MethodResolutionConflict {
            if Set(classes.map { ObjectIdentifier($0) }).count < classes.count {
                let repeated = classes.first { cls in classes.count { $0 === cls } > 1 }
                throw error("TypeError", "duplicate base class \(repeated?.name ?? "")")
            }
            throw error(
                "TypeError",
                "Cannot create a consistent method resolution\norder (MRO) for bases \(conflict.bases.joined(separator: ", "))")
        }
    }

    private func fill(_ cls: PyType, _ namespace: PyDict) {
        for (key, value) in namespace.items {
            guard let name = key.asStr, name.string != "__classcell__", name.string != "__qualname__" else { continue }
            cls.attributes.setValue(wrapped(name, value), forName: name)
        }
        if let module = namespace["__module__"]?.asString {
            cls.module = module
        } else if let module = currentGlobals?["__name__"] {
            cls.module = module.asString ?? cls.module
            cls.attributes["__module__"] = module
        }
        if let qualified = namespace["__qualname__"]?.asString { cls.qualifiedName = qualified }
        if namespace["__doc__"] == nil { cls.attributes["__doc__"] = Value.none }
        if namespace["__eq__"] != nil, namespace["__hash__"] == nil { cls.attributes["__hash__"] = Value.none }
    }

    /// Some methods are static or class methods without saying so.
    private func wrapped(_ name: PyStr, _ value: Value) -> Value {
        guard value.asObject is PyFunction else { return value }
        if name == names.new { return .object(PyMethodWrapper(.staticMethod, value)) }
        if name == names.initSubclass || name == names.classGetitem { return .object(PyMethodWrapper(.classMethod, value)) }
        return value
    }

    private func nameDescriptors(_ cls: PyType, _ namespace: PyDict) throws {
        for (key, value) in namespace.items {
            if let property = value.asObject as? PyProperty, property.name == nil { property.name = key.asString }
            guard let instance = value.asInstance, let hook = instance.instanceType.lookup(names.setName) else { continue }
            _ = try call(try bind(hook, to: value, of: instance.instanceType), .object(cls), key)
        }
    }

    private func isDefaultInitSubclass(_ hook: Value) -> Bool {
        types.object.attributes.value(forName: names.initSubclass).map { $0.isIdentical(to: hook) } ?? false
    }
}
