/// `types.MappingProxyType`: a mapping that cannot be written to.
enum MappingProxy {
    /// A proxy of a dictionary.
    static func make(_ table: PyDict, _ machine: Machine) -> Value {
        let made = PyInstance(type: machine.types.builtin("mappingproxy"))
        made.dictionary["mapping"] = .dict(table)
        return .object(made)
    }

    /// Gives the class its methods.
    static func install(_ types: BuiltinTypes) {
        let type = types.builtin("mappingproxy")
        func mapping(_ value: Value) -> Value { value.asInstance?.attributes?["mapping"] ?? .dict(PyDict()) }
        type.constructor("mapping") { machine, cls, a in
            let isMapping = try a[0].asDict != nil || machine.method(a[0], "__getitem__") != nil
            guard isMapping, a[0].asList == nil, a[0].asTuple == nil else {
                throw machine.error("TypeError", "mappingproxy() argument must be a mapping, not \(machine.type(of: a[0]).name)")
            }
            let made = PyInstance(type: cls)
            made.dictionary["mapping"] = a[0]
            return .object(made)
        }
        type.method("__getitem__", "self, key, /") { machine, a in try machine.item(mapping(a[0]), a[1]) }
        type.method("__len__", "self, /") { machine, a in .int(try machine.length(mapping(a[0]))) }
        type.method("__iter__", "self, /") { machine, a in try machine.iterator(mapping(a[0])) }
        type.method("__contains__", "self, key, /") { machine, a in .bool(try machine.contains(mapping(a[0]), a[1])) }
        type.method("__eq__", "self, other, /") { machine, a in
            .bool(try machine.isEqual(mapping(a[0]), machine.isInstance(a[1], type) ? mapping(a[1]) : a[1]))
        }
        type.method("__repr__", "self, /") { machine, a in .string("mappingproxy(\(try machine.repr(mapping(a[0]))))") }
        type.method("__str__", "self, /") { machine, a in .str(try machine.strStr(mapping(a[0]))) }
        type.method("__reversed__", "self, /") { machine, a in try machine.call(try machine.attribute(mapping(a[0]), "__reversed__")) }
        func other(_ value: Value, _ machine: Machine) -> Value { machine.isInstance(value, type) ? mapping(value) : value }
        type.method("__or__", "self, value, /") { machine, a in try machine.binary(.bitOr, mapping(a[0]), other(a[1], machine)) }
        type.method("__ror__", "self, value, /") { machine, a in try machine.binary(.bitOr, other(a[1], machine), mapping(a[0])) }
        type.constant("__hash__", .none)
        for name in ["get", "keys", "values", "items", "copy"] {
            type.method(name, "self, *args") { machine, a in
                try machine.call(try machine.attribute(mapping(a[0]), name), Arguments(a.list(1)))
            }
        }
    }
}
