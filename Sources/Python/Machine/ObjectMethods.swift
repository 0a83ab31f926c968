/// The methods of `object` that the machine must recognise, to take a shorter way where a class does not override them.
enum ObjectMethods {
    /// `object.__getattribute__`.
    static var getAttribute: PyNativeFunction {
        method("__getattribute__", "self, name, /") { machine, a in
            let name = try text(a[1], machine)
            if let found = try machine.lookupPlainly(a[0], name, machine.type(of: a[0])) { return found }
            throw machine.missingAttribute(a[0], name)
        }
    }

    /// `object.__setattr__`.
    static var setAttribute: PyNativeFunction {
        method("__setattr__", "self, name, value, /") { machine, a in
            try machine.setPlainly(a[0], try text(a[1], machine), a[2], machine.type(of: a[0]))
            return .none
        }
    }

    /// `object.__delattr__`.
    static var deleteAttribute: PyNativeFunction {
        method("__delattr__", "self, name, /") { machine, a in
            try machine.deletePlainly(a[0], try text(a[1], machine), machine.type(of: a[0]))
            return .none
        }
    }

    /// `object.__hash__`.
    static var hash: PyNativeFunction {
        method("__hash__", "self, /") { machine, a in .int(machine.identity(a[0])) }
    }

    /// `object.__str__`.
    static var str: PyNativeFunction {
        method("__str__", "self, /") { machine, a in .str(try machine.reprStr(a[0])) }
    }

    /// `object.__format__`.
    static var format: PyNativeFunction {
        method("__format__", "self, format_spec, /") { machine, a in
            if a[1].asStr?.isEmpty ?? false { return .str(try machine.strStr(a[0])) }
            throw machine.error("TypeError", "unsupported format string passed to \(machine.typeName(a[0])).__format__")
        }
    }

    /// `object.__new__`.
    static var new: PyNativeFunction {
        PyNativeFunction("__new__", qualifiedName: "object.__new__") { machine, arguments in
            guard let type = arguments.positional.first?.asType else {
                throw machine.error("TypeError", "object.__new__(X): X is not a type object\(given(arguments, machine))")
            }
            if let owner = type.mro.first(where: { !$0.isProgramDefined && $0.attributes.position(ofName: machine.names.new) != nil }),
                !machine.isDefault(constructor: owner.attributes.value(forName: machine.names.new))
            {
                throw machine.error("TypeError", "object.__new__(\(type.name)) is not safe, use \(owner.name).__new__()")
            }
            var rest = arguments
            rest.positional.removeFirst()
            return try machine.instantiate(type, rest)
        }
    }

    /// `object.__init__`.
    static var initialize: PyNativeFunction {
        PyNativeFunction("__init__", qualifiedName: "object.__init__", isMethod: true) { machine, arguments in
            guard let value = arguments.positional.first else {
                throw machine.error("TypeError", "descriptor '__init__' of 'object' object needs an argument")
            }
            if arguments.positional.count == 1, arguments.keywords.isEmpty { return .none }
            let type = machine.type(of: value)
            if !machine.isDefault(initializer: type.lookup(machine.names.initialize)) {
                throw machine.error("TypeError", "object.__init__() takes exactly one argument (the instance to initialize)")
            }
            if machine.isDefault(constructor: type.lookup(machine.names.new)) {
                throw machine.error("TypeError", "\(type.name).__init__() takes exactly one argument (the instance to initialize)")
            }
            return .none
        }
    }

    /// `type.__call__`.
    static var typeCall: PyNativeFunction {
        PyNativeFunction("__call__", qualifiedName: "type.__call__", isMethod: true) { machine, arguments in
            guard let type = arguments.positional.first?.asType else {
                throw machine.error("TypeError", "descriptor '__call__' requires a 'type' object")
            }
            var rest = arguments
            rest.positional.removeFirst()
            return try machine.construct(type, rest)
        }
    }

    private static func given(_ arguments: Arguments, _ machine: Machine) -> String {
        arguments.positional.first.map { " (\(machine.typeName($0)))" } ?? ""
    }

    private static func method(_ name: String, _ parameters: String, _ body: @escaping PyType.NativeBody) -> PyNativeFunction {
        PyNativeFunction(name, qualifiedName: "object.\(name)", parameters: parameters, isMethod: true, bound: body)
    }

    private static func text(_ value: Value, _ machine: Machine) throws -> PyStr {
        if let text = value.asStr { return text }
        throw machine.error("TypeError", "attribute name must be string, not '\(machine.typeName(value))'")
    }
}
