import Python

/// Starlette 1.10.0 datastructures.py `State`: attributes that are the entries of a dictionary.
enum StateClass {
    static func define(_ type: PyType) {
        type.method("__init__", "self, state=None") { _, a in
            if let dict = a[1].asDict { a[0].asInstance?.attributes = dict }
            return .none
        }
        type.getter("_state") { _, value in .dict(value.asInstance?.dictionary ?? PyDict()) }
        type.method("__getitem__", "self, key, /") { machine, a in try machine.item(dictionary(a[0]), a[1]) }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            try machine.setItem(dictionary(a[0]), a[1], a[2])
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            let dict = a[0].asInstance?.dictionary
            guard let name = a[1].asString, dict?[name] != nil else {
                throw machine.error(machine.types.exception("KeyError"), [a[1]])
            }
            dict?[name] = nil
            return .none
        }
        type.method("__iter__", "self") { machine, a in try machine.iterator(dictionary(a[0])) }
        type.method("__len__", "self") { _, a in .int(a[0].asInstance?.dictionary.count ?? 0) }
    }

    private static func dictionary(_ value: Value) -> Value { .dict(value.asInstance?.dictionary ?? PyDict()) }

    /// A state over a dictionary.
    static func make(_ dictionary: PyDict, _ type: PyType) -> Value {
        let made = PyInstance(type: type)
        made.attributes = dictionary
        return .object(made)
    }
}
