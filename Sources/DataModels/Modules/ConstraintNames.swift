import Python

/// Types with constraints: `PositiveInt`, `conint(…)`, `StrictStr` and `annotated_types`.
enum ConstraintNames {
    private static func annotated(_ base: Value, _ metadata: [Value]) -> Value {
        .object(PyGenericAlias(origin: .object(PySpecialForm("Annotated")), arguments: [base] + metadata, typingName: "Annotated"))
    }

    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) throws {
        let markers = types.markers
        let int = Value.object(machine.types.int), float = Value.object(machine.types.float), str = Value.object(machine.types.str)
        let bytes = Value.object(machine.types.bytes)
        let fixed: [(String, Value, String, Value)] = [
            ("PositiveInt", int, "Gt", 0), ("NonNegativeInt", int, "Ge", 0), ("NegativeInt", int, "Lt", 0),
            ("NonPositiveInt", int, "Le", 0),
            ("PositiveFloat", float, "Gt", 0), ("NonNegativeFloat", float, "Ge", 0), ("NegativeFloat", float, "Lt", 0),
            ("NonPositiveFloat", float, "Le", 0), ("FiniteFloat", float, "AllowInfNan", false), ("StrictInt", int, "Strict", true),
            ("StrictFloat", float, "Strict", true), ("StrictStr", str, "Strict", true), ("StrictBytes", bytes, "Strict", true),
            ("StrictBool", .object(machine.types.bool), "Strict", true),
        ]
        for (name, base, marker, value) in fixed { names[name] = annotated(base, [try markers.make(marker, [value], machine)]) }
        try addFunctions(names, types, machine)
        let uuid = try machine.imported("uuid", "UUID")
        for version in [1, 3, 4, 5, 6, 7, 8] {
            names["UUID\(version)"] = annotated(uuid, [try markers.make("UuidVersion", [.int(version)], machine)])
        }
        for (encoder, text, data) in [
            ("Base64Encoder", "Base64Str", "Base64Bytes"), ("Base64UrlEncoder", "Base64UrlStr", "Base64UrlBytes"),
        ] {
            let type = Value.object(try machine.types.make(encoder, module: "pydantic.types"))
            names[text] = annotated(str, [try markers.make("EncodedStr", [type], machine)])
            names[data] = annotated(bytes, [try markers.make("EncodedBytes", [type], machine)])
        }
    }

    /// The functions that constrain a scalar: its keywords, and the markers that stand for them.
    private static func addFunctions(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) throws {
        let bounds = ["gt", "ge", "lt", "le"]
        let builtin = { (type: PyType) in { (_: Machine) throws -> Value in .object(type) } }
        // What a module would be imported for is looked up by the call.
        let scalars: [(String, (Machine) throws -> Value, [String])] = [
            ("conint", builtin(machine.types.int), ["strict"] + bounds + ["multiple_of"]),
            ("confloat", builtin(machine.types.float), ["strict"] + bounds + ["multiple_of", "allow_inf_nan"]),
            (
                "condecimal", { try $0.imported("decimal", "Decimal") },
                ["strict"] + bounds + ["multiple_of", "max_digits", "decimal_places", "allow_inf_nan"]
            ),
            ("condate", { try $0.imported("datetime", "date") }, ["strict"] + bounds),
            ("conbytes", builtin(machine.types.bytes), ["min_length", "max_length", "strict"]),
        ]
        for (name, base, keywords) in scalars {
            names[name] = machine.native(name, "*, \(keywords.map { $0 + "=None" }.joined(separator: ", "))") { machine, a in
                let given = keywords.enumerated().map { (name: $1, value: a[$0]) }
                return annotated(try base(machine), try metadata(given, types, machine))
            }
        }
        let texts = ["strip_whitespace", "to_upper", "to_lower", "strict", "min_length", "max_length", "pattern", "ascii_only"]
        names["constr"] = machine.native("constr", "*, \(texts.map { $0 + "=None" }.joined(separator: ", "))") { machine, a in
            let given = texts.enumerated().map { (name: $1, value: a[$0]) }
            return annotated(.object(machine.types.str), [try types.markers.make("StringConstraints", [], keywords: given, machine)])
        }
        for (name, base) in [("conlist", machine.types.list), ("conset", machine.types.set), ("confrozenset", machine.types.frozenset)] {
            let own = name == "conlist" ? ", unique_items=None" : ""
            names[name] = machine.native(name, "item_type, *, min_length=None, max_length=None\(own)") { machine, a in
                if !own.isEmpty { try RemovedKeywords.check([("unique_items", a[3])], machine) }
                let length = try types.markers.make("Len", [a[1].isNone ? 0 : a[1], a[2]], machine)
                return annotated(.object(PyGenericAlias(origin: .object(base), arguments: [a[0]])), [length])
            }
        }
    }

    /// The markers of a number, a date or bytes, None where nothing was given (pydantic.types `conint` and its kin).
    private static func metadata(
        _ given: [(name: String, value: Value)], _ types: PydanticTypes, _ machine: Machine
    ) throws -> [Value] {
        let find = { (name: String) in given.first { $0.name == name }?.value }
        let alone = { (name: String, marker: String) throws -> [Value] in
            guard let value = find(name) else { return [] }
            return [value.isNone ? .none : try types.markers.make(marker, [value], machine)]
        }
        var made = try alone("strict", "Strict")
        if find("gt") != nil {
            made.append(
                try types.markers.make("Interval", [], keywords: given.filter { ["gt", "ge", "lt", "le"].contains($0.name) }, machine))
        }
        if let least = find("min_length") {
            made.append(try types.markers.make("Len", [least.isNone ? 0 : least, find("max_length") ?? .none], machine))
        }
        made += try alone("multiple_of", "MultipleOf")
        if find("max_digits") != nil {
            let general = ConstraintMarker(type: types.constraintMarker)
            general.constraints = given.filter { ["max_digits", "decimal_places"].contains($0.name) && !$0.value.isNone }
            general.parts = general.constraints
            made.append(.object(general))
        }
        return try made + alone("allow_inf_nan", "AllowInfNan")
    }

    /// `annotated_types`.
    static func addAnnotatedTypes(_ module: PyModule, _ machine: Machine) throws {
        let types = try PydanticTypes.required(machine)
        types.markers.add(to: module.namespace) { $0 == "annotated_types" }
        addPredicates(module, types, machine)
        module.namespace["doc"] = machine.native("doc", "documentation, /") { _, _ in
            .object(ConstraintMarker(type: types.constraintMarker))
        }
    }

    /// `LowerCase[str]`, `IsFinite[float]` and their kin: types whose values a function of the library checks.
    private static func addPredicates(_ module: PyModule, _ types: PydanticTypes, _ machine: Machine) {
        let make = { (function: Value, isNegated: Bool) -> Value in
            let marker = TypeMarker(type: types.typeMarker)
            marker.kind = .predicate
            marker.value = function
            guard isNegated else { return .object(marker) }
            // The function that `Not` is has no name that the error could show.
            let negation = TypeMarker(type: types.typeMarker)
            negation.kind = .negation
            negation.value = function
            marker.value = .object(negation)
            return .object(marker)
        }
        let text = Value.object(PyTypeVar(name: "_StrType", bound: .object(machine.types.str)))
        for (name, method) in [
            ("LowerCase", "islower"), ("UpperCase", "isupper"), ("IsDigit", "isdigit"), ("IsDigits", "isdigit"), ("IsAscii", "isascii"),
        ] {
            guard let function = machine.types.str.lookup(method) else { continue }
            module.namespace[name] = annotated(text, [make(function, false)])
        }
        let number = Value.object(PyTypeVar(name: "_NumericType"))
        for (name, function) in [("Finite", "isfinite"), ("Nan", "isnan"), ("Infinite", "isinf")] {
            guard let function = try? machine.imported("math", function) else { continue }
            module.namespace["Is\(name)"] = annotated(number, [make(function, false)])
            module.namespace["IsNot\(name)"] = annotated(number, [make(function, true)])
        }
        types.typeMarker.method("__call__", "self, value, /") { machine, a in
            guard let marker = a[0].asObject as? TypeMarker, marker.kind == .negation else {
                throw machine.error("TypeError", "'\(machine.typeName(a[0]))' object is not callable")
            }
            return .bool(try !machine.isTrue(try machine.call(marker.value, a[1])))
        }
    }
}
