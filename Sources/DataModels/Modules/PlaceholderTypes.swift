import Python

/// Classes that only stand for a schema, such as `EmailStr`.
enum PlaceholderTypes {
    private static let networks = ["EmailStr", "IPvAnyAddress", "IPvAnyInterface", "IPvAnyNetwork"]
    private static let generics: [(String, TypeMarker.Kind)] = [
        ("Json", .json), ("InstanceOf", .instanceOf), ("SkipValidation", .skipValidation), ("SerializeAsAny", .serializeAsAny),
        ("OnErrorOmit", .omitOnError),
    ]
    private static let moments = ["PastDate", "FutureDate", "PastDatetime", "FutureDatetime", "AwareDatetime", "NaiveDatetime"]

    static func make(_ machine: Machine) throws -> [String: PyType] {
        var made: [String: PyType] = [:]
        for name in networks { made[name] = try machine.types.make(name, module: "pydantic.networks") }
        for name in moments + ["JsonValue"] { made[name] = try machine.types.make(name, module: "pydantic.types") }
        for (name, _) in generics {
            let type = try machine.types.make(name, module: "pydantic.types")
            type.allocates { TypeMarker(type: $0) }
            let shown = name == "Json" ? name : name + "()"
            type.method("__repr__", "self") { _, _ in .string(shown) }
            type.method("__eq__", "self, other, /") { machine, a in .bool(machine.type(of: a[0]) === machine.type(of: a[1])) }
            type.method("__hash__", "self") { machine, a in .int(try machine.hash(.object(machine.type(of: a[0])))) }
            made[name] = type
        }
        let omitted = try machine.types.make("_OnErrorOmit", module: "pydantic.types")
        for (name, kind) in generics {
            guard let type = made[name] else { continue }
            type.classMethod("__class_getitem__", "cls, item") { _, a in
                let marker = TypeMarker(type: type)
                marker.kind = kind
                // This one is written as its class.
                let shown = kind == .omitOnError ? Value.object(omitted) : .object(marker)
                return .object(
                    PyGenericAlias(origin: .object(PySpecialForm("Annotated")), arguments: [a[1], shown], typingName: "Annotated"))
            }
        }
        return made
    }

    static func schema(_ name: String, _ builder: SchemaBuilder) throws -> Schema? {
        let machine = builder.machine
        switch name {
        case "EmailStr": return .special(EmailType(nameClass: nil, rules: builder.config.stringRules))
        case "IPvAnyAddress", "IPvAnyInterface", "IPvAnyNetwork":
            return try ConstructedType.anyVersion(String(name.dropFirst(6)), machine).map { .special($0) }
        case "PastDate": return .special(TemporalConstraint(kind: .past, inner: .date(.infer)))
        case "FutureDate": return .special(TemporalConstraint(kind: .future, inner: .date(.infer)))
        case "PastDatetime": return .special(TemporalConstraint(kind: .past, inner: .datetime(.infer)))
        case "FutureDatetime": return .special(TemporalConstraint(kind: .future, inner: .datetime(.infer)))
        case "AwareDatetime": return .special(TemporalConstraint(kind: .aware, inner: .datetime(.infer)))
        case "NaiveDatetime": return .special(TemporalConstraint(kind: .naive, inner: .datetime(.infer)))
        case "Json": return .special(JSONType(inner: .any))
        case "JsonValue": return .special(JSONValueType())
        default: return .any
        }
    }
}

/// `JsonValue`: what JSON can hold.
struct JSONValueType: SpecialType {
    var name: String { "json-or-python[json=any,python=tagged-union[list[...],dict[str,...],str,bool,int,float,none]]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        switch input {
        case .none, .bool, .int, .float, .str: return input
        case .list(let list):
            return try machine.nested {
                try validator.validate(.list(.special(self), LengthRules()), .list(list), at: location + ["list"], &errors)
            }
        case .dict(let dict):
            return try machine.nested {
                try validator.validate(
                    .dict(.str(StringRules()), .special(self), LengthRules()), .dict(dict), at: location + ["dict"], &errors)
            }
        default:
            if input.asBigInt != nil || input.asStr != nil || input.asFloat != nil { return input.unwrapped }
            return validator.fail("invalid-json-value", "input was not a valid JSON value", input, location, &errors)
        }
    }
}
