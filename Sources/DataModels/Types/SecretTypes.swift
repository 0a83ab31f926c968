import Python

/// An instance of `Secret`, `SecretStr` or `SecretBytes`.
final class SecretValue: PyInstance {
    var secret = Value.none

    /// What is shown in place of the value (pydantic.types `_secret_display`).
    var display: String {
        switch secret {
        case .str(let text): text.count > 0 ? "**********" : ""
        default: secret.asBytes.map { $0.bytes.isEmpty ? "" : "**********" } ?? "**********"
        }
    }
}

/// The classes of values that do not show themselves.
struct SecretClasses {
    let any: PyType
    let text: PyType
    let bytes: PyType

    init(_ machine: Machine) throws {
        let base = try machine.types.make("_SecretBase", module: "pydantic.types")
        base.allocates { SecretValue(type: $0) }
        base.copiesToItself()
        any = try machine.types.make("Secret", module: "pydantic.types", bases: [base])
        text = try machine.types.make("SecretStr", module: "pydantic.types", bases: [base])
        bytes = try machine.types.make("SecretBytes", module: "pydantic.types", bases: [base])
        for type in [any, text, bytes] { type.allocates { SecretValue(type: $0) } }
        let showsBytes = bytes
        base.method("__init__", "self, secret_value") { _, a in
            (a[0].asObject as? SecretValue)?.secret = a[1]
            return .none
        }
        base.method("get_secret_value", "self") { _, a in (a[0].asObject as? SecretValue)?.secret ?? .none }
        base.method("__eq__", "self, other, /") { machine, a in
            guard let one = a[0].asObject as? SecretValue, let two = a[1].asObject as? SecretValue, one.instanceType === two.instanceType
            else { return false }
            return .bool(try machine.isEqual(one.secret, two.secret))
        }
        base.method("__hash__", "self") { machine, a in .int(try machine.hash((a[0].asObject as? SecretValue)?.secret ?? .none)) }
        base.method("__str__", "self") { machine, a in
            guard let secret = a[0].asObject as? SecretValue else { return "" }
            return .string(machine.isInstance(a[0], showsBytes) ? "b'\(secret.display)'" : secret.display)
        }
        base.method("__repr__", "self") { machine, a in
            guard let secret = a[0].asObject as? SecretValue else { return "" }
            let quoted = machine.isInstance(a[0], showsBytes) ? "b'\(secret.display)'" : "'\(secret.display)'"
            return .string("\(secret.instanceType.name)(\(quoted))")
        }
        for type in [text, bytes] {
            type.method("__len__", "self") { machine, a in .int(try machine.length((a[0].asObject as? SecretValue)?.secret ?? .none)) }
        }
        any.classMethod("__class_getitem__", "cls, params") { _, a in .object(PyGenericAlias(origin: a[0], arguments: [a[1]])) }
    }
}

/// A secret as a schema: the inner value is validated, then wrapped.
struct SecretType: WrappingType {
    let type: PyType
    let inner: Schema
    var isTransparent: Bool { false }

    var coreType: String { type.name == "Secret" ? "json-or-python" : "lax-or-strict" }

    var name: String {
        let inner = UnionValidator.name(inner)
        if type.name == "Secret" {
            return "json-or-python[json=function-after[<lambda>(), \(inner)],python=function-wrap[validate_secret_value()]]"
        }
        let made = "function-after[\(type.name)(), \(inner)]"
        let either = "json-or-python[json=\(made),python=union[is-instance[\(type.name)],\(made)]]"
        return "lax-or-strict[lax=\(either),strict=\(either)]"
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let raw = validator.machine.isInstance(input, type) ? (input.asObject as? SecretValue)?.secret ?? .none : input
        var own: [ErrorDetail] = []
        guard let value = try validator.validate(inner, raw, at: location, &own) else {
            // The texts of secrets have one error for all that they refuse.
            let kind = [
                "SecretStr": ("string_type", "Input should be a valid string"),
                "SecretBytes": ("bytes_type", "Input should be a valid bytes"),
            ]
            if validator.mode == .python, let (name, message) = kind[type.name] {
                return validator.fail(name, message, input, location, &errors)
            }
            errors += own
            return nil
        }
        let made = SecretValue(type: type)
        made.secret = value
        return .object(made)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard serializer.options.isJSON, !value.isNone else { return nil }
        guard let secret = value.asObject as? SecretValue else {
            // A default that was never validated.
            let words = "'\(serializer.machine.typeName(value))' object has no attribute 'get_secret_value'"
            let prefix = serializer.options.isText ? "Error serializing to JSON: PydanticSerializationError: " : ""
            throw SerializationFailure.error(
                prefix + "Error calling function `_serialize_secret_field`: AttributeError: \(words)", serializer.machine)
        }
        return .string(secret.display)
    }
}
