import Python

/// Classes that only stand for a schema, such as `EmailStr`.
enum PlaceholderTypes {
    private static let networks = ["EmailStr", "IPvAnyAddress", "IPvAnyInterface", "IPvAnyNetwork"]
    private static let generics = ["Json", "InstanceOf", "SkipValidation", "SerializeAsAny", "OnErrorOmit"]
    private static let moments = ["PastDate", "FutureDate", "PastDatetime", "FutureDatetime", "AwareDatetime", "NaiveDatetime"]

    static func make(_ machine: Machine) throws -> [String: PyType] {
        var made: [String: PyType] = [:]
        for name in networks { made[name] = try machine.types.make(name, module: "pydantic.networks") }
        for name in moments + ["JsonValue"] { made[name] = try machine.types.make(name, module: "pydantic.types") }
        for name in generics {
            let type = try machine.types.make(name, module: "pydantic.types")
            type.classMethod("__class_getitem__", "cls, item") { _, a in .object(PyGenericAlias(origin: a[0], arguments: [a[1]])) }
            made[name] = type
        }
        return made
    }

    static func schema(_ name: String, _ machine: Machine) throws -> Schema? {
        switch name {
        case "EmailStr": return .special(EmailType(nameClass: nil))
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
