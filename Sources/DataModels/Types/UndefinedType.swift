import Python

/// An annotation with a name that is not defined; it can be declared, and every use of it raises (pydantic/_internal/_mock_val_ser.py).
struct UndefinedType: SpecialType {
    let annotation: Value
    /// How the field around it is written.
    var field: String?
    var name: String { "definition-ref" }

    /// Whether it is a list or the like of something that is not defined.
    var isContainer: Bool { Self.isContainer(annotation) }

    private static func isContainer(_ annotation: Value) -> Bool {
        if let union = annotation.asObject as? PyUnion {
            return union.members.contains { ($0.asObject as? PyUnion) == nil && isContainer($0) }
        }
        guard let alias = annotation.asObject as? PyGenericAlias else { return false }
        // `Annotated` holds no other `Annotated`.
        if alias.isForm("Annotated") { return (alias.arguments.first?.asObject as? PyGenericAlias).map { !$0.isForm("Optional") } ?? false }
        return true
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        throw try error(validator.machine)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? { throw try error(serializer.machine) }

    private func error(_ machine: Machine) throws -> PyError {
        let own = try machine.repr(annotation)
        let shown = field.map { "typing.Annotated[\(own), \($0)]" } ?? own
        let message =
            "`TypeAdapter[\(shown)]` is not fully defined; you should define `\(shown)` and all referenced types, "
            + "then call `.rebuild()` on the instance."
        return try PydanticTypes.required(machine).userErrors.error(message, code: "class-not-fully-defined", machine)
    }
}
