import Python

/// Pydantic's classes of one machine.
public final class PydanticTypes: PyObject {
    public let baseModel: PyType
    public let fieldInfo: PyType
    let validationError: PyType
    let customError: PyType
    let secret: PyType
    let email: PyType
    let functionMarker: PyType
    let constraintMarker: PyType
    let undefined: Value

    private static let key = "__pydantic_native__"

    init(_ machine: Machine) throws {
        let types = machine.types
        fieldInfo = try types.make("FieldInfo", module: "pydantic.fields")
        fieldInfo.allocates { FieldInfo(type: $0) }
        baseModel = try BaseModelClass.make(machine, fieldClass: fieldInfo)
        validationError = try types.make("ValidationError", module: "pydantic_core", bases: [types.exception("ValueError")])
        validationError.allocates { ValidationFailure(type: $0) }
        customError = try types.make("PydanticCustomError", module: "pydantic_core", bases: [types.exception("ValueError")])
        customError.allocates { CustomError(type: $0) }
        secret = try types.make("SecretStr", module: "pydantic.types")
        email = try types.make("EmailStr", module: "pydantic.networks", bases: [types.str])
        functionMarker = try types.make("FunctionMarker", module: "pydantic.functional_validators")
        functionMarker.allocates { FunctionMarker(type: $0) }
        constraintMarker = try types.make("ConstraintMarker", module: "annotated_types")
        constraintMarker.allocates { ConstraintMarker(type: $0) }
        let undefinedType = try types.make("PydanticUndefinedType", module: "pydantic_core")
        undefined = .object(Undefined.Marker(type: undefinedType))
        super.init()
        PydanticExceptions.define(self)
        PydanticValues.define(self)
    }

    /// The classes, made at their first use.
    public static func of(_ machine: Machine) -> PydanticTypes? {
        if let known = machine.builtins[key]?.asObject as? PydanticTypes { return known }
        guard let made = try? PydanticTypes(machine) else { return nil }
        machine.builtins[key] = .object(made)
        return made
    }

    /// The same; raises ImportError in the program where they cannot be made.
    static func required(_ machine: Machine) throws -> PydanticTypes {
        guard let types = of(machine) else { throw machine.error("ImportError", "cannot import name 'BaseModel' from 'pydantic'") }
        return types
    }
}

/// The behaviour of Pydantic's exceptions.
enum PydanticExceptions {
    static func define(_ types: PydanticTypes) {
        types.validationError.method("errors", "self, *, include_url=True, include_context=True, include_input=True") { machine, a in
            let failure = a[0].asObject as? ValidationFailure
            return .list(
                PyList(
                    (failure?.details ?? []).map { detail in
                        let dict = detail.dictionary(machine)
                        if (try? machine.isTrue(a[1])) == true {
                            dict["url"] = .string("https://errors.pydantic.dev/2.14/v/\(detail.type)")
                        }
                        return .dict(dict)
                    }))
        }
        types.validationError.method("error_count", "self") { _, a in .int((a[0].asObject as? ValidationFailure)?.details.count ?? 0) }
        types.validationError.getter("title") { _, value in .string((value.asObject as? ValidationFailure)?.title ?? "") }
        for name in ["__str__", "__repr__"] {
            types.validationError.method(name, "self") { machine, a in
                .string(try (a[0].asObject as? ValidationFailure)?.text(machine) ?? "")
            }
        }
        types.customError.method("__init__", "self, error_type, message_template, context=None, /") { machine, a in
            guard let error = a[0].asObject as? CustomError else { return .none }
            error.kind = try machine.str(a[1])
            var message = try machine.str(a[2])
            for (key, value) in a[3].asDict?.items ?? [] {
                let name = try machine.str(key)
                message = message.replacing("{\(name)}", with: try machine.str(value))
                error.details.append((name, value))
            }
            error.message = message
            return .none
        }
        types.customError.method("__str__", "self") { _, a in .string((a[0].asObject as? CustomError)?.message ?? "") }
    }
}

/// `SecretStr` and other values of Pydantic's own.
enum PydanticValues {
    static func define(_ types: PydanticTypes) {
        let secret = types.secret
        secret.method("__init__", "self, secret_value") { machine, a in
            a[0].asInstance?.dictionary["_secret_value"] = a[1]
            return .none
        }
        secret.method("get_secret_value", "self") { _, a in a[0].asInstance?.attributes?["_secret_value"] ?? .none }
        secret.method("__str__", "self") { _, a in
            let text = a[0].asInstance?.attributes?["_secret_value"]?.asStr
            return .string(text.map { $0.count == 0 } == true ? "" : "**********")
        }
        secret.method("__repr__", "self") { machine, a in .string("SecretStr('\(try machine.str(a[0]))')") }
        secret.method("__len__", "self") { _, a in .int(a[0].asInstance?.attributes?["_secret_value"]?.asStr?.count ?? 0) }
    }
}
