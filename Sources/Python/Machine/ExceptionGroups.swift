/// Exception groups: their members and how `except*` splits them.
enum ExceptionGroups {

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

    /// A group of the same kind with other members, or nil for none.
    private static func derived(_ group: PyException, _ members: [Value], _ machine: Machine) throws -> PyException? {
        if members.isEmpty { return nil }
        let message = group.arguments.first ?? ""
        let type = machine.types.exception("ExceptionGroup")
        let made = machine.error(type, [message, .list(PyList(members))]).exception
        adopt(made, members)
        made.cause = group.cause
        made.context = group.context
        made.suppressesContext = group.suppressesContext
        made.wasRaised = true
        return made
    }
}
