import Python

/// `pydantic_core.SchemaError`: a schema that pydantic-core refuses to build.
enum SchemaProblem {
    /// The validators around what the fields of a model are.
    static let fieldsOfModel = ["Error building \"model\" validator:", "Error building \"model-fields\" validator:"]

    /// The exception with a message that names the validators from the outermost in.
    static func error(_ message: String, _ machine: Machine) throws -> PyError {
        let types = try PydanticTypes.required(machine)
        return machine.error(types.signals["SchemaError"] ?? machine.types.exception("Exception"), [.string(message)])
    }

    /// The same exception with validators around the one that failed.
    static func placed(_ raised: PyError, in validators: [String], _ machine: Machine) throws -> PyError {
        let inner = try machine.str(.object(raised.exception))
        let outer = validators.map { "\($0)\n  SchemaError: " }.joined()
        return try error(outer + inner, machine)
    }

    /// Whether an exception is one.
    static func isSchemaError(_ raised: PyError, _ machine: Machine) -> Bool {
        guard let type = PydanticTypes.of(machine)?.signals["SchemaError"] else { return false }
        return raised.type.isSubtype(of: type)
    }
}
