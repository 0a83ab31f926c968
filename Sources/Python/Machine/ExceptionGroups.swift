/// Exception groups: their members and how `except*` splits them.
enum ExceptionGroups {
    /// What `BaseExceptionGroup.__new__` makes of a message and a sequence of exceptions (CPython 3.11 `BaseExceptionGroup_new`).
    static func make(_ cls: PyType, _ given: [Value], _ machine: Machine) throws -> PyException {
        let words = "BaseExceptionGroup.__new__()"
        guard given.count == 2 else {
            throw machine.error("TypeError", "\(words) takes exactly 2 arguments (\(given.count) given)")
        }
        guard given[0].asStr != nil else {
            throw machine.error("TypeError", "\(words) argument 1 must be str, not \(machine.typeName(given[0]))")
        }
        guard given[1].asList != nil || machine.type(of: given[1]).lookup("__getitem__") != nil, given[1].asDict == nil else {
            throw machine.error("TypeError", "second argument (exceptions) must be a sequence")
        }
        let members = try machine.array(given[1])
        if members.isEmpty { throw machine.error("ValueError", "second argument (exceptions) must be a non-empty sequence") }
        if let index = members.firstIndex(where: { $0.asException == nil }) {
            throw machine.error("ValueError", "Item \(index) of second argument (exceptions) is not an exception")
        }
        let made = try kind(cls, members, machine)
        guard let group = made.allocate(made) as? PyException else { throw machine.error("TypeError", "\(words) makes exceptions") }
        group.arguments = given
        adopt(group, members)
        return group
    }

    /// The class of a group with those members: exceptions that are not `Exception`s fit into a `BaseExceptionGroup` only.
    private static func kind(_ cls: PyType, _ members: [Value], _ machine: Machine) throws -> PyType {
        let (exception, plain) = (machine.types.exception("Exception"), machine.types.exception("ExceptionGroup"))
        let isPlain = members.allSatisfy { machine.isInstance($0, exception) }
        if isPlain { return cls === machine.types.exception("BaseExceptionGroup") ? plain : cls }
        guard cls.isSubtype(of: exception) else { return cls }
        throw machine.error("TypeError", "Cannot nest BaseExceptions in \(cls === plain ? "an ExceptionGroup" : "'\(cls.name)'")")
    }

    /// Sets the members of a group that was made without its `__init__`.
    static func adopt(_ group: PyException, _ members: [Value]) {
        group.dictionary["exceptions"] = .tuple(PyTuple(members))
        group.dictionary["message"] = group.arguments.first ?? ""
    }

    /// The members of a group.
    static func members(_ group: PyException) -> [PyException] {
        group.dictionary["exceptions"]?.asTuple?.elements.compactMap(\.asException) ?? []
    }

    /// The part of a group whose leaves pass a test, and the rest; each nil if empty.
    static func split(
        _ group: PyException, _ machine: Machine, _ test: (PyException) throws -> Bool
    ) throws -> (matched: PyException?, rest: PyException?) {
        if try test(group) { return (group, nil) }
        var matched: [Value] = []
        var rest: [Value] = []
        for member in members(group) {
            if member.instanceType.isSubtype(of: machine.types.exception("BaseExceptionGroup")) {
                let (inner, others) = try machine.nested { try split(member, machine, test) }
                if let inner { matched.append(.object(inner)) }
                if let others { rest.append(.object(others)) }
            } else if try test(member) {
                matched.append(.object(member))
            } else {
                rest.append(.object(member))
            }
        }
        return (try derived(group, matched, machine), try derived(group, rest, machine))
    }

    /// The exceptions in a group that are no groups themselves.
    static func leaves(_ group: PyException, _ machine: Machine) throws -> [PyException] {
        try members(group).flatMap { member in
            guard member.instanceType.isSubtype(of: machine.types.exception("BaseExceptionGroup")) else { return [member] }
            return try machine.nested { try leaves(member, machine) }
        }
    }

    /// A group of the same kind with other members, or nil for none.
    private static func derived(_ group: PyException, _ members: [Value], _ machine: Machine) throws -> PyException? {
        if members.isEmpty { return nil }
        let derived = try machine.call(try machine.attribute(.object(group), "derive"), .list(PyList(members)))
        guard let made = derived.asException, made.instanceType.isSubtype(of: machine.types.exception("BaseExceptionGroup")) else {
            throw machine.error("TypeError", "derive must return an instance of BaseExceptionGroup")
        }
        if let notes = group.attributes?["__notes__"] { made.dictionary["__notes__"] = notes }
        made.restoreTraceback(group.traceback)
        made.cause = group.cause
        made.context = group.context
        // Giving it a cause, even none, hides the context (`exceptiongroup_subset`).
        made.suppressesContext = true
        made.wasRaised = true
        return made
    }
}
