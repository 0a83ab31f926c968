/// Classes of named tuples: `collections.namedtuple` and `typing.NamedTuple`.
enum NamedTuples {
    /// Makes a class below `tuple` with those fields; `defaults` belong to the last ones.
    static func make(
        _ name: String, _ fields: [String], defaults: [Value], module: String, base: PyType? = nil, _ machine: Machine
    ) throws -> PyType {
        let type = try machine.types.make(name, module: module, bases: [base ?? machine.types.tuple])
        type.isProgramDefined = true
        install(type, fields, defaults, machine)
        return type
    }

    /// Gives a class below `tuple` its fields and methods.
    static func install(_ type: PyType, _ fields: [String], _ defaults: [Value], _ machine: Machine) {
        let firstDefault = fields.count - defaults.count
        let shape = ProgramFields(
            function: "\(type.name).__new__",
            fields: fields.enumerated().map { .init(name: $1, hasDefault: $0 >= firstDefault) })
        func build(_ cls: PyType, _ elements: [Value]) -> Value {
            let instance = cls.allocate(cls)
            instance.payload = .tuple(elements)
            return .object(instance)
        }
        let new = PyNativeFunction("__new__", qualifiedName: shape.function) { machine, arguments in
            guard let cls = arguments.positional.first?.asType else {
                throw machine.missingArguments(["_cls"], "positional", shape.function)
            }
            let rest = Arguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            let values = try shape.bind(rest, machine)
            return build(cls, values.enumerated().map { $1 ?? defaults[$0 - firstDefault] })
        }
        type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        for (index, field) in fields.enumerated() {
            let read = { (machine: Machine, value: Value) throws -> Value in
                guard let tuple = value.asTuple, index < tuple.elements.count else {
                    throw machine.error("IndexError", "tuple index out of range")
                }
                return tuple.elements[index]
            }
            type.property(field, get: read) { machine, _, _ in throw machine.error("AttributeError", "can't set attribute") }
            (type.attributes[field]?.asObject as? PyProperty)?.doc = .string("Alias for field number \(index)")
        }
        if type.attributes["__doc__"].map(\.isNone) ?? true {
            type.constant("__doc__", .string("\(type.name)(\(fields.joined(separator: ", ")))"))
        }
        let names = Value.tuple(fields.map { .string($0) })
        type.constant("_fields", names)
        type.constant("__match_args__", names)
        type.constant("__slots__", .tuple([]))
        type.slotLayout = SlotLayout()
        type.allocates { PySlottedInstance(type: $0) }
        let table = PyDict()
        for (index, value) in defaults.enumerated() { table[fields[firstDefault + index]] = value }
        type.constant("_field_defaults", .dict(table))
        installMethods(type, fields, build)
    }

    private static func installMethods(_ type: PyType, _ fields: [String], _ build: @escaping (PyType, [Value]) -> Value) {
        type.classMethod("_make", "cls, iterable") { machine, a in
            let elements = try machine.array(a[1])
            guard elements.count == fields.count else {
                throw machine.error("TypeError", "Expected \(fields.count) arguments, got \(elements.count)")
            }
            return build(a[0].asType ?? type, elements)
        }
        type.method("_replace", "self, /, **kwds") { machine, a in
            var elements = a[0].asTuple?.elements ?? []
            var unknown: [Value] = []
            for (name, value) in a.dict(1) {
                if let index = fields.firstIndex(of: name) { elements[index] = value } else { unknown.append(.string(name)) }
            }
            if !unknown.isEmpty {
                throw machine.error("ValueError", "Got unexpected field names: \(try machine.repr(.list(unknown)))")
            }
            return build(machine.type(of: a[0]), elements)
        }
        type.method("_asdict", "self") { _, a in
            let made = PyDict()
            for (name, value) in zip(fields, a[0].asTuple?.elements ?? []) { made[name] = value }
            return .dict(made)
        }
        type.method("__repr__", "self") { machine, a in
            let parts = try zip(fields, a[0].asTuple?.elements ?? []).map { "\($0)=\(try machine.repr($1))" }
            return .string("\(machine.type(of: a[0]).name)(\(parts.joined(separator: ", ")))")
        }
        type.method("__getnewargs__", "self") { _, a in .tuple(a[0].asTuple?.elements ?? []) }
    }

    /// The field names of `namedtuple`: a list, or a text with blanks or commas; `rename` replaces what is no identifier.
    ///
    /// The name of the class is checked before them; raises ValueError for what cannot be a name.
    static func fieldNames(_ value: Value, of typeName: String, rename: Bool, _ machine: Machine) throws -> [String] {
        var names: [String]
        if let text = value.asString {
            names = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        } else {
            names = try machine.array(value).map { try machine.str($0) }
        }
        try checkName(typeName, machine)
        var seen: Set<String> = []
        for index in names.indices {
            let name = names[index]
            let isKeyword = keywords.contains(name)
            let isWord = RegexParser.isIdentifier(name)
            if rename, !isWord || isKeyword || name.hasPrefix("_") || seen.contains(name) { names[index] = "_\(index)" }
            if !rename {
                try checkName(name, machine)
                let quoted = try machine.repr(.string(name))
                if name.hasPrefix("_") { throw machine.error("ValueError", "Field names cannot start with an underscore: \(quoted)") }
                if seen.contains(name) { throw machine.error("ValueError", "Encountered duplicate field name: \(quoted)") }
            }
            seen.insert(names[index])
        }
        return names
    }

    private static func checkName(_ name: String, _ machine: Machine) throws {
        let problem =
            if !RegexParser.isIdentifier(name) { "must be valid identifiers" } else if keywords.contains(name) {
                "cannot be a keyword"
            } else { "" }
        if problem.isEmpty { return }
        throw machine.error("ValueError", "Type names and field names \(problem): \(try machine.repr(.string(name)))")
    }

    /// The keywords of Python 3.11.
    static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
        "return", "try", "while", "with", "yield",
    ]
}
