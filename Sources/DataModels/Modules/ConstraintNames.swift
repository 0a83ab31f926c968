import Python

/// Types with constraints: `PositiveInt`, `conint(…)`, `StrictStr` and `annotated_types`.
enum ConstraintNames {
    private static func annotated(_ base: Value, _ metadata: [Value]) -> Value {
        .object(PyGenericAlias(origin: .object(PySpecialForm("Annotated")), arguments: [base] + metadata, typingName: "Annotated"))
    }

    private static func marker(_ constraints: [(name: String, value: Value)], _ types: PydanticTypes) -> Value {
        let marker = ConstraintMarker(type: types.constraintMarker)
        marker.constraints = constraints
        return .object(marker)
    }

    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let int = Value.object(machine.types.int), float = Value.object(machine.types.float), str = Value.object(machine.types.str)
        let bytes = Value.object(machine.types.bytes)
        let fixed: [(String, Value, String, Value)] = [
            ("PositiveInt", int, "gt", 0), ("NonNegativeInt", int, "ge", 0), ("NegativeInt", int, "lt", 0),
            ("NonPositiveInt", int, "le", 0),
            ("PositiveFloat", float, "gt", 0), ("NonNegativeFloat", float, "ge", 0), ("NegativeFloat", float, "lt", 0),
            ("NonPositiveFloat", float, "le", 0), ("FiniteFloat", float, "allow_inf_nan", false), ("StrictInt", int, "strict", true),
            ("StrictFloat", float, "strict", true), ("StrictStr", str, "strict", true), ("StrictBytes", bytes, "strict", true),
            ("StrictBool", .object(machine.types.bool), "strict", true),
        ]
        for (name, base, constraint, value) in fixed { names[name] = annotated(base, [marker([(constraint, value)], types)]) }
        addFunctions(names, types, machine)
        for version in [1, 3, 4, 5, 6, 7, 8] {
            guard let uuid = try? machine.imported("uuid", "UUID") else { continue }
            let marker = TypeMarker(type: types.typeMarker)
            marker.kind = .uuidVersion
            marker.value = .int(version)
            names["UUID\(version)"] = annotated(uuid, [.object(marker)])
        }
        for (name, base, isURLSafe) in [
            ("Base64Str", str, false), ("Base64Bytes", bytes, false), ("Base64UrlStr", str, true), ("Base64UrlBytes", bytes, true),
        ] {
            let marker = TypeMarker(type: types.typeMarker)
            marker.kind = .encoded
            marker.value = .bool(isURLSafe)
            names[name] = annotated(base, [.object(marker)])
        }
    }

    /// The keywords of the functions that constrain a scalar.
    private static let constraints: [String: [String]] = {
        let bounds = ["gt", "ge", "lt", "le"], lengths = ["min_length", "max_length"]
        return [
            "conint": ["strict"] + bounds + ["multiple_of"], "confloat": ["strict"] + bounds + ["multiple_of", "allow_inf_nan"],
            "constr": ["strip_whitespace", "to_upper", "to_lower", "strict"] + lengths + ["pattern", "ascii_only"],
            "conbytes": lengths + ["strict"], "condate": ["strict"] + bounds,
            "condecimal": ["strict"] + bounds + ["multiple_of", "max_digits", "decimal_places", "allow_inf_nan"],
        ]
    }()

    private static func addFunctions(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let scalars: [(String, Value?)] = [
            ("conint", .object(machine.types.int)), ("confloat", .object(machine.types.float)), ("constr", .object(machine.types.str)),
            ("conbytes", .object(machine.types.bytes)), ("condecimal", try? machine.imported("decimal", "Decimal")),
            ("condate", try? machine.imported("datetime", "date")),
        ]
        for (name, base) in scalars {
            guard let base else { continue }
            let keywords = constraints[name] ?? []
            names[name] = machine.native(name, "*, \(keywords.map { $0 + "=None" }.joined(separator: ", "))") { _, a in
                annotated(base, [marker(keywords.enumerated().map { ($1, a[$0]) }, types)])
            }
        }
        for (name, base) in [("conlist", machine.types.list), ("conset", machine.types.set), ("confrozenset", machine.types.frozenset)] {
            let own = name == "conlist" ? ", unique_items=None" : ""
            names[name] = machine.native(name, "item_type, *, min_length=None, max_length=None\(own)") { machine, a in
                if !own.isEmpty { try RemovedKeywords.check([("unique_items", a[3])], machine) }
                let lengths: [(name: String, value: Value)] = [("min_length", a[1]), ("max_length", a[2])]
                return annotated(.object(PyGenericAlias(origin: .object(base), arguments: [a[0]])), [marker(lengths, types)])
            }
        }
        names["StringConstraints"] = machine.native("StringConstraints", "**options") { _, a in marker(a.dict(0), types) }
        names["AllowInfNan"] = machine.native("AllowInfNan", "allow_inf_nan=True") { _, a in marker([("allow_inf_nan", a[0])], types) }
    }

    /// `annotated_types`.
    static func addAnnotatedTypes(_ module: PyModule, _ machine: Machine) throws {
        let types = try PydanticTypes.required(machine)
        let singles = [
            "Gt": "gt", "Ge": "ge", "Lt": "lt", "Le": "le", "MultipleOf": "multiple_of", "MinLen": "min_length", "MaxLen": "max_length",
        ]
        for (name, constraint) in singles {
            module.namespace[name] = machine.native(name, "value") { _, a in marker([(constraint, a[0])], types) }
        }
        module.namespace["Interval"] = machine.native("Interval", "*, gt=None, ge=None, lt=None, le=None") { _, a in
            marker([("gt", a[0]), ("ge", a[1]), ("lt", a[2]), ("le", a[3])], types)
        }
        for name in ["Predicate", "Not"] {
            module.namespace[name] = machine.native(name, "func, /") { machine, a in
                let marker = TypeMarker(type: types.typeMarker)
                marker.kind = name == "Not" ? .negatedPredicate : .predicate
                marker.value = a[0]
                return .object(marker)
            }
        }
        addPredicates(module, types, machine)
        module.namespace["doc"] = machine.native("doc", "documentation, /") { _, _ in marker([], types) }
        module.namespace["Len"] = machine.native("Len", "min_length=0, max_length=None") { _, a in
            marker([("min_length", a[0]), ("max_length", a[1])], types)
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
