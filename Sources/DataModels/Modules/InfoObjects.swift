import Python

/// `ValidationInfo` and `SerializationInfo`: what validators and serializers may ask for.
enum InfoObjects {
    private static func type(_ name: String, _ machine: Machine) throws -> PyType {
        try PydanticTypes.required(machine).infoType(name, machine)
    }

    /// The `ValidationInfo` of a call.
    static func validation(_ validator: Validator) throws -> Value {
        let machine = validator.machine
        let info = PyInstance(type: try type("ValidationInfo", machine))
        let names = info.dictionary
        names["config"] = validator.scope?.config.map { .dict($0) } ?? Value.none
        names["context"] = validator.context
        names["data"] = validator.scope?.data.map { .dict($0) } ?? Value.none
        names["field_name"] = validator.scope?.fieldName.map { .string($0) } ?? Value.none
        names["mode"] = .string(validator.inputType.rawValue)
        return .object(info)
    }

    /// The `SerializationInfo` of a call.
    static func serialization(_ serializer: Serializer, fieldName: String?) throws -> Value {
        let machine = serializer.machine
        let options = serializer.options
        let info = PyInstance(type: try type(fieldName == nil ? "SerializationInfo" : "FieldSerializationInfo", machine))
        let names = info.dictionary
        names["include"] = serializer.include
        names["exclude"] = serializer.exclude
        names["context"] = options.context
        names["mode"] = .string(options.isJSON ? "json" : "python")
        names["by_alias"] = options.byAlias.map { .bool($0) } ?? Value.none
        names["exclude_unset"] = .bool(options.excludeUnset)
        names["exclude_defaults"] = .bool(options.excludeDefaults)
        names["exclude_none"] = .bool(options.excludeNone)
        names["exclude_computed_fields"] = .bool(options.excludeComputed)
        names["serialize_as_any"] = .bool(options.serializesAsAny)
        names["round_trip"] = .bool(options.isRoundTrip)
        if let fieldName { names["field_name"] = .string(fieldName) }
        return .object(info)
    }

    private static func text(_ names: PyDict, _ type: String, _ machine: Machine) throws -> String {
        let isValidation = type == "ValidationInfo"
        let shown =
            isValidation
            ? ["config", "context", "data", "field_name"]
            : [
                "include", "exclude", "context", "mode", "by_alias", "exclude_unset", "exclude_defaults", "exclude_none",
                "exclude_computed_fields", "round_trip", "serialize_as_any",
            ]
        let parts = try shown.map { name in
            let value = names[name] ?? .none
            return "\(name)=\(try machine.repr(name == "by_alias" && value.isNone ? false : value))"
        }
        return "\(isValidation ? type : "SerializationInfo")(\(parts.joined(separator: ", ")))"
    }

    /// The classes, by name.
    static func makeTypes(_ machine: Machine) throws -> [String: PyType] {
        var types: [String: PyType] = [:]
        for name in ["ValidationInfo", "SerializationInfo", "FieldSerializationInfo"] {
            let type = try machine.types.make(name, module: "pydantic_core.core_schema")
            type.method("__repr__", "self") { machine, a in .string(try text(a[0].asInstance?.attributes ?? PyDict(), name, machine)) }
            if name != "ValidationInfo" {
                type.method("mode_is_json", "self") { _, a in .bool(a[0].asInstance?.attributes?["mode"]?.asString == "json") }
                type.method("mode_is_python", "self") { _, a in .bool(a[0].asInstance?.attributes?["mode"]?.asString == "python") }
            }
            types[name] = type
        }
        return types
    }
}
