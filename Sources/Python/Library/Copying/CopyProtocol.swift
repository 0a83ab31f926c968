/// How classes say what a copy of an instance is made of: `__reduce_ex__`, `__reduce__`, `__getstate__` and `__setstate__`
/// (CPython 3.11 `copy.py _reconstruct`).
enum CopyProtocol {
    /// A copy of an instance whose class has one of these methods, else nil; `part` copies what is inside, or gives it back for shallow copies.
    static func copy(_ instance: PyInstance, _ machine: Machine, _ part: (Value) throws -> Value) throws -> Value? {
        if let made = try reduced(instance, machine, part) { return made }
        let (getState, setState) = (own("__getstate__", instance, machine), own("__setstate__", instance, machine))
        if getState == nil, setState == nil { return nil }
        let state = try getState.map { try machine.call($0, .object(instance)) } ?? plainState(instance)
        let made = instance.instanceType.allocate(instance.instanceType)
        made.payload = try instance.payload.map(part)
        // As with pickles, an empty state is not handed over.
        if state.isNone { return .object(made) }
        try restore(.object(made), try part(state), machine)
        return .object(made)
    }

    /// Raises TypeError for what has no copy.
    static func refuse(_ object: PyObject, _ machine: Machine) throws {
        if object is PyGenerator || object is PyModule {
            throw machine.error("TypeError", "cannot pickle '\(machine.typeName(.object(object)))' object")
        }
    }

    /// A method that the program's classes define.
    private static func own(_ name: String, _ instance: PyInstance, _ machine: Machine) -> Value? {
        guard let found = instance.instanceType.lookup(name), found.asObject is PyFunction else { return nil }
        return found
    }

    private static func plainState(_ instance: PyInstance) -> Value {
        instance.attributes.map { $0.count == 0 ? .none : .dict($0) } ?? .none
    }

    private static func reduced(_ instance: PyInstance, _ machine: Machine, _ part: (Value) throws -> Value) throws -> Value? {
        let value = Value.object(instance)
        let answer: Value
        if let method = own("__reduce_ex__", instance, machine) {
            answer = try machine.call(method, value, 4)
        } else if let method = own("__reduce__", instance, machine) {
            answer = try machine.call(method, value)
        } else {
            return nil
        }
        if answer.asStr != nil { return value }
        guard let parts = answer.asTuple?.elements, (2...6).contains(parts.count) else {
            throw machine.error("TypeError", "__reduce__ must return a string or tuple")
        }
        let arguments = try machine.array(parts[1]).map(part)
        let made = try machine.call(parts[0], Arguments(arguments))
        if parts.count > 2, !parts[2].isNone { try restore(made, try part(parts[2]), machine) }
        if parts.count > 3, !parts[3].isNone {
            for element in try machine.array(parts[3]) { _ = try machine.call(try machine.attribute(made, "append"), try part(element)) }
        }
        if parts.count > 4, !parts[4].isNone {
            for pair in try machine.array(parts[4]) {
                let entry = try machine.array(pair)
                if entry.count == 2 { try machine.setItem(made, try part(entry[0]), try part(entry[1])) }
            }
        }
        return made
    }

    private static func restore(_ made: Value, _ state: Value, _ machine: Machine) throws {
        if let method = try machine.method(made, "__setstate__") {
            _ = try machine.call(method, state)
            return
        }
        let pair = state.asTuple?.elements ?? []
        for table in pair.count == 2 ? pair : [state] where !table.isNone {
            for (key, value) in table.asDict?.items ?? [] {
                if let name = key.asString { try machine.setAttribute(made, name, value) }
            }
        }
    }
}
