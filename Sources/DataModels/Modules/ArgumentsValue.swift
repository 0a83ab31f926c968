import Python

/// `pydantic_core.ArgsKwargs`: the arguments of a call as errors show them.
enum ArgumentsValue {
    static func makeType(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("ArgsKwargs", module: "pydantic_core._pydantic_core")
        type.method("__init__", "self, args, kwargs=None") { _, a in
            a[0].asInstance?.dictionary["args"] = a[1]
            a[0].asInstance?.dictionary["kwargs"] = a[2]
            return .none
        }
        type.method("__repr__", "self") { machine, a in
            let own = a[0].asInstance?.attributes
            let positional = try machine.repr(own?["args"] ?? .none)
            guard let keywords = own?["kwargs"], let dict = keywords.asDict, dict.count > 0 else {
                return .string("ArgsKwargs(\(positional))")
            }
            return .string("ArgsKwargs(\(positional), \(try machine.repr(keywords)))")
        }
        return type
    }

    /// The arguments of a call.
    static func make(_ arguments: Arguments, _ machine: Machine) throws -> Value {
        let made = PyInstance(type: try PydanticTypes.required(machine).argumentsValue)
        made.dictionary["args"] = .tuple(PyTuple(arguments.positional))
        let keywords = PyDict()
        for (name, value) in arguments.keywords { keywords[name] = value }
        made.dictionary["kwargs"] = keywords.count == 0 ? Value.none : .dict(keywords)
        return .object(made)
    }

    /// What a call was given by place and by name; nil for other values.
    static func parts(of value: Value, _ machine: Machine) -> (positional: [Value], keywords: PyDict)? {
        guard let instance = value.asInstance, instance.instanceType === PydanticTypes.of(machine)?.argumentsValue else { return nil }
        let positional = instance.attributes?["args"]?.asTuple?.elements ?? []
        return (positional, instance.attributes?["kwargs"]?.asDict ?? PyDict())
    }
}
