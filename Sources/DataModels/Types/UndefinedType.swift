import Python

/// An annotation with a name that is not defined; it can be declared, and every use of it raises (pydantic/_internal/_mock_val_ser.py).
struct UndefinedType: SpecialType {
    let annotation: Value
    var name: String { "definition-ref" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        throw try error(validator.machine)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? { throw try error(serializer.machine) }

    private func error(_ machine: Machine) throws -> PyError {
        let shown = try machine.repr(annotation)
        let message =
            "`TypeAdapter[\(shown)]` is not fully defined; you should define `\(shown)` and all referenced types, "
            + "then call `.rebuild()` on the instance."
        return try PydanticTypes.required(machine).userErrors.error(message, code: "class-not-fully-defined", machine)
    }
}
