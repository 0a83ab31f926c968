/// `inspect.signature`, `Signature` and `Parameter`.
enum SignatureClass {
    private static let kinds: [(PyFunction.Parameter.Kind, String, String)] = [
        (.positionalOnly, "POSITIONAL_ONLY", "positional-only"), (.positionalOrKeyword, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
        (.varPositional, "VAR_POSITIONAL", "variadic positional"), (.keywordOnly, "KEYWORD_ONLY", "keyword-only"),
        (.varKeyword, "VAR_KEYWORD", "variadic keyword"),
    ]

    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        guard let intEnum = try machine.imported("enum", "IntEnum").asType else { return }
        let kind = try machine.types.make("_ParameterKind", module: "inspect", bases: [intEnum], metaclass: intEnum.metaclass)
        for (index, entry) in kinds.enumerated() { kind.constant(entry.1, .int(index)) }
        try EnumMembers.complete(kind, Arguments(), machine)
        kind.method("__str__", "self") { _, a in .string(EnumSupport.name(of: a[0]) ?? "") }
        let empty = try machine.types.make("_empty", module: "inspect")
        let parameter = try machine.types.make("Parameter", module: "inspect")
        let signature = try machine.types.make("Signature", module: "inspect")
        for type in [parameter, signature] { type.constant("empty", .object(empty)) }
        for (_, name, _) in kinds { parameter.constant(name, kind.attributes["_member_map_"]?.asDict?[name] ?? .none) }
        installText(parameter, signature, empty)
        installParameter(parameter, empty)
        module.add(parameter)
        module.add(signature)
        module.add("_empty", .object(empty))
        for (_, name, _) in kinds { module.add(name, parameter.attributes[name] ?? .none) }
        module.function(machine, "signature", "obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False") { machine, a in
            if let type = a[0].asType, Dataclasses.fields(of: type) != nil, type.lookup("__init__")?.asObject is PyNativeFunction {
                return try machine.call(try machine.imported("inspect", "_dataclass_signature"), a[0])
            }
            if let partial = a[0].asInstance, partial.instanceType.mro.contains(where: { $0.name == "partial" && $0.module == "functools" })
            {
                return try machine.call(try machine.imported("inspect", "_partial_signature"), a[0])
            }
            return try make(a[0], parameter, signature, empty, machine)
        }
        let describe = PyNativeFunction("from_callable") { machine, arguments in
            try make(arguments.positional.last ?? .none, parameter, signature, empty, machine)
        }
        signature.constant("from_callable", .object(PyMethodWrapper(.staticMethod, .object(describe))))
    }

    private static func installParameter(_ parameter: PyType, _ empty: PyType) {
        parameter.method("__init__", "self, name, kind, *, default?, annotation?") { machine, a in
            guard let made = a[0].asInstance else { return .none }
            guard let name = a[1].asString else {
                throw machine.error("TypeError", "name must be a str, not a \(machine.type(of: a[1]).name)")
            }
            guard try machine.isTrue(try machine.call(try machine.attribute(a[1], "isidentifier"))) else {
                throw machine.error("ValueError", "'\(name)' is not a valid parameter name")
            }
            made.dictionary["name"] = a[1]
            made.dictionary["kind"] = a[2]
            made.dictionary["default"] = a.ifGiven(3) ?? .object(empty)
            made.dictionary["annotation"] = a.ifGiven(4) ?? .object(empty)
            return .none
        }
    }

    /// The function whose parameters a callable has, and how many of the first ones are bound.
    private static func source(_ value: Value, _ machine: Machine) throws -> (PyFunction, Int)? {
        switch value.asObject {
        case let function as PyFunction:
            if let inner = function.instanceDictionary?["__wrapped__"] { return try source(inner, machine) }
            return (function, 0)
        case let wrapper as PyFunctionWrapper: return try source(wrapper.wrapped, machine)
        case let method as PyBoundMethod: return try source(method.function, machine).map { ($0.0, $0.1 + 1) }
        case let type as PyType:
            guard let initializer = type.lookup("__init__")?.asObject as? PyFunction else { return nil }
            return (initializer, 1)
        case is PyInstance:
            guard let call = try machine.method(value, "__call__") else { return nil }
            return try source(call, machine)
        default: return nil
        }
    }

    /// The `__signature__` that a callable or what it wraps says itself (CPython 3.11 inspect.py `_signature_from_callable`).
    private static func stated(_ value: Value, _ signature: PyType, _ machine: Machine) throws -> Value? {
        var current = value
        // As many turns as anything real has.
        for _ in 0..<64 {
            let function = current.asObject as? PyFunction
            let own = function?.instanceDictionary?["__signature__"] ?? current.asInstance?.attributes?["__signature__"]
            if let found = own ?? current.asType?.lookup("__signature__"), !found.isNone {
                guard machine.type(of: found).isSubtype(of: signature) else {
                    throw machine.error("TypeError", "unexpected object \(try machine.repr(found)) in __signature__ attribute")
                }
                return found
            }
            guard let inner = function?.instanceDictionary?["__wrapped__"] else { return nil }
            current = inner
        }
        return nil
    }

    /// What is left for the caller of a `functools.partial` (CPython 3.11 inspect.py `_signature_get_partial`).
    private static func left(of whole: Value, by partial: PyInstance, _ parameter: PyType, _ signature: PyType, _ machine: Machine) throws
        -> Value
    {
        var parameters = whole.asInstance?.dictionary["parameters"]?.asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        let kind = { (value: Value) in EnumSupport.name(of: value.asInstance?.dictionary["kind"] ?? .none) ?? "" }
        let positional = parameters.prefix { kind($0.1) == "POSITIONAL_ONLY" || kind($0.1) == "POSITIONAL_OR_KEYWORD" }.count
        parameters.removeFirst(min(partial.attributes?["args"]?.asTuple?.elements.count ?? 0, positional))
        var isBehindKeyword = false
        for (index, (name, value)) in parameters.enumerated() where kind(value) == "POSITIONAL_OR_KEYWORD" || kind(value) == "KEYWORD_ONLY"
        {
            let given = partial.attributes?["keywords"]?.asDict?[name]
            if given != nil, kind(value) == "POSITIONAL_OR_KEYWORD" { isBehindKeyword = true }
            guard given != nil || isBehindKeyword else { continue }
            let made = PyInstance(type: parameter)
            for (key, known) in value.asInstance?.dictionary.items ?? [] { made.dictionary[key.asString ?? ""] = known }
            if let given { made.dictionary["default"] = given }
            made.dictionary["kind"] = parameter.attributes["KEYWORD_ONLY"] ?? Value.none
            parameters[index].1 = .object(made)
        }
        if isBehindKeyword { parameters.removeAll { kind($0.1) == "VAR_POSITIONAL" } }
        return try wrap(parameters, whole.asInstance?.dictionary["return_annotation"] ?? .none, signature)
    }

    private static func make(
        _ value: Value, _ parameter: PyType, _ signature: PyType, _ empty: PyType, _ machine: Machine
    ) throws -> Value {
        if let stated = try stated(value, signature, machine) { return stated }
        if let partial = value.asInstance, partial.instanceType.name == "partial", partial.instanceType.module == "functools",
            let inner = partial.attributes?["func"]
        {
            return try left(of: try make(inner, parameter, signature, empty, machine), by: partial, parameter, signature, machine)
        }
        guard let (function, bound) = try source(value, machine) else {
            if let type = value.asType, type.lookup("__init__")?.asObject !== machine.types.object.lookup("__init__")?.asObject {
                throw machine.error("ValueError", "no signature found for builtin \(try machine.repr(value))")
            }
            if value.asType == nil {
                let problem = machine.isCallable(value) ? "no signature found for builtin " : " is not a callable object"
                let name = try machine.repr(value)
                throw machine.isCallable(value)
                    ? machine.error("ValueError", problem + name) : machine.error("TypeError", name + problem)
            }
            return try wrap([], .object(empty), signature)
        }
        let made = function.parameters.dropFirst(bound).map { declared in
            let instance = PyInstance(type: parameter)
            instance.dictionary["name"] = .string(declared.name)
            let name = kinds.first { $0.0 == declared.kind }?.1 ?? ""
            instance.dictionary["kind"] = parameter.attributes[name] ?? Value.none
            instance.dictionary["default"] = declared.defaultValue ?? .object(empty)
            instance.dictionary["annotation"] = declared.annotation ?? .object(empty)
            return (declared.name, Value.object(instance))
        }
        return try wrap(made, function.returnAnnotation ?? .object(empty), signature)
    }

    private static func wrap(_ parameters: [(String, Value)], _ annotation: Value, _ signature: PyType) throws -> Value {
        let table = PyDict()
        for (name, value) in parameters { table[name] = value }
        let made = PyInstance(type: signature)
        made.dictionary["parameters"] = .dict(table)
        made.dictionary["return_annotation"] = annotation
        return .object(made)
    }

    private static func installText(_ parameter: PyType, _ signature: PyType, _ empty: PyType) {
        func text(_ value: Value, _ machine: Machine) throws -> String {
            guard let state = value.asInstance?.attributes else { return "" }
            let kind = EnumSupport.name(of: state["kind"] ?? .none) ?? ""
            var made = (kind == "VAR_POSITIONAL" ? "*" : kind == "VAR_KEYWORD" ? "**" : "") + (state["name"]?.asString ?? "")
            let hasAnnotation = state["annotation"]?.asType !== empty
            if hasAnnotation { made += ": \(try annotation(state["annotation"] ?? .none, machine))" }
            if let standard = state["default"], standard.asType !== empty {
                made += hasAnnotation ? " = \(try machine.repr(standard))" : "=\(try machine.repr(standard))"
            }
            return made
        }
        func annotation(_ value: Value, _ machine: Machine) throws -> String {
            // The module of an annotated form is that of what is annotated.
            if (value.asObject as? PyGenericAlias)?.isForm("Annotated") ?? false { return try machine.repr(value) }
            return try value.asType != nil ? TypeFormText.member(value, machine) : machine.repr(value).replacing("typing.", with: "")
        }
        parameter.method("__str__", "self") { machine, a in .string(try text(a[0], machine)) }
        parameter.method("__repr__", "self") { machine, a in .string("<Parameter \"\(try text(a[0], machine))\">") }
        func whole(_ value: Value, _ machine: Machine) throws -> String {
            let table = value.asInstance?.attributes?["parameters"]?.asDict?.values ?? []
            var parts: [String] = []
            var hasStar = false
            for (index, item) in table.enumerated() {
                let kind = EnumSupport.name(of: item.asInstance?.attributes?["kind"] ?? .none)
                if kind == "KEYWORD_ONLY", !hasStar { parts.append("*") }
                if kind == "KEYWORD_ONLY" || kind == "VAR_POSITIONAL" { hasStar = true }
                parts.append(try text(item, machine))
                let next = index + 1 < table.count ? EnumSupport.name(of: table[index + 1].asInstance?.attributes?["kind"] ?? .none) : nil
                if kind == "POSITIONAL_ONLY", next != "POSITIONAL_ONLY" { parts.append("/") }
            }
            var made = "(\(parts.joined(separator: ", ")))"
            if let result = value.asInstance?.attributes?["return_annotation"], result.asType !== empty {
                made += " -> \(try annotation(result, machine))"
            }
            return made
        }
        signature.method("__str__", "self") { machine, a in .string(try whole(a[0], machine)) }
        signature.method("__repr__", "self") { machine, a in .string("<Signature \(try whole(a[0], machine))>") }
    }
}
