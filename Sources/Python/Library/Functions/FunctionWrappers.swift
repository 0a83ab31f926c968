/// A native function that stands for one of the program and lends its name, signature and documentation from it.
public final class PyFunctionWrapper: PyObject {
    /// What it wraps, Python's `__wrapped__`.
    public private(set) var wrapped: Value
    private let own = PyDict()
    private let body: (Machine, Arguments) throws -> Value

    /// A function that stands for `wrapped` and runs `body`.
    init(_ wrapped: Value, _ body: @escaping (Machine, Arguments) throws -> Value) {
        self.wrapped = wrapped
        self.body = body
        super.init()
        own["__wrapped__"] = wrapped
    }

    deinit { Disposal.dispose(of: self) }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(wrapped, into: &pending)
        wrapped = .none
        own.surrender(to: &pending)
    }

    public override func listReferences(in list: inout ReferenceList) {
        list.add(wrapped)
        list.add(own)
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.builtin("function_wrapper") }

    override var instanceDictionary: PyDict? { own }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value { try body(machine, arguments) }
}

/// The behaviour of wrapped functions.
enum FunctionWrappers {
    /// Gives the classes their behaviour.
    static func install(_ machine: Machine) {
        let type = machine.types.builtin("function_wrapper")
        type.method("__getattr__", "self, name, /") { machine, a in
            guard let wrapper = a[0].asObject as? PyFunctionWrapper else { return .none }
            return try machine.attribute(wrapper.wrapped, a[1].asString ?? "")
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let wrapper = a[0].asObject as? PyFunctionWrapper else { return "" }
            return .str(try machine.reprStr(wrapper.wrapped))
        }
        type.method("__get__", "self, instance, owner=None, /") { _, a in
            a[1].isNone ? a[0] : .object(PyBoundMethod(function: a[0], receiver: a[1]))
        }
        type.method("__setattr__", "self, name, value, /") { _, a in
            (a[0].asObject as? PyFunctionWrapper)?.instanceDictionary?[a[1].asString ?? ""] = a[2]
            return .none
        }
    }
}
