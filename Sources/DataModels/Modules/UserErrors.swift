import Python

/// Errors of wrong use, raised as a program is declared (pydantic.errors).
struct UserErrorClasses {
    let user: PyType
    let schemaGeneration: PyType
    let undefinedAnnotation: PyType
    private let importError: PyType
    private let invalidSchema: PyType
    let all: [PyType]

    init(_ machine: Machine) throws {
        let types = machine.types
        let mixin = try types.make("PydanticErrorMixin", module: "pydantic.errors")
        mixin.method("__init__", "self, message, *, code=None") { _, a in
            guard let error = a[0].asException else { return .none }
            Self.fill(error, a[1], a[2])
            return .none
        }
        mixin.method("__str__", "self") { machine, a in
            let attributes = a[0].asInstance?.attributes
            let message = try machine.str(attributes?["message"] ?? .none)
            guard let code = attributes?["code"], !code.isNone else { return .string(message) }
            let link = "https://errors.pydantic.dev/2.14/u/\(try machine.str(code))"
            return .string("\(message)\n\nFor further information visit \(link)")
        }
        let make = { (name: String, bases: [PyType]) throws -> PyType in
            let type = try types.make(name, module: "pydantic.errors", bases: bases)
            type.allocates { PyException(type: $0) }
            return type
        }
        user = try make("PydanticUserError", [mixin, types.exception("RuntimeError")])
        schemaGeneration = try make("PydanticSchemaGenerationError", [user])
        undefinedAnnotation = try make("PydanticUndefinedAnnotation", [mixin, types.exception("NameError")])
        importError = try make("PydanticImportError", [mixin, types.exception("ImportError")])
        invalidSchema = try make("PydanticInvalidForJsonSchema", [user])
        let qualifier = try make("PydanticForbiddenQualifier", [user])
        for (type, code) in [
            (schemaGeneration, "schema-for-unknown-type"), (importError, "import-error"), (invalidSchema, "invalid-for-json-schema"),
        ] {
            type.method("__init__", "self, message") { _, a in
                if let error = a[0].asException { Self.fill(error, a[1], .string(code)) }
                return .none
            }
        }
        undefinedAnnotation.method("__init__", "self, name, message") { _, a in
            guard let error = a[0].asException else { return .none }
            Self.fill(error, a[2], "undefined-annotation")
            error.dictionary["name"] = a[1]
            return .none
        }
        all = [user, schemaGeneration, undefinedAnnotation, importError, invalidSchema, qualifier]
    }

    private static func fill(_ error: PyException, _ message: Value, _ code: Value) {
        error.arguments = [message]
        error.dictionary["message"] = message
        error.dictionary["code"] = code
    }

    /// A `PydanticUserError` with one of Pydantic's codes, or none.
    func error(_ message: String, code: String?, _ machine: Machine) -> PyError {
        made(user, message, code.map { .string($0) } ?? .none, machine)
    }

    /// What Pydantic raises for names that it no longer has.
    func importing(_ message: String, _ machine: Machine) -> PyError { made(importError, message, "import-error", machine) }

    /// What Pydantic raises for a type that JSON schemas cannot tell of.
    func invalidForJSONSchema(_ message: String, _ machine: Machine) -> PyError {
        made(invalidSchema, message, "invalid-for-json-schema", machine)
    }

    /// What Pydantic raises for a type without schema.
    func unknownType(_ annotation: Value, _ machine: Machine) throws -> PyError {
        let shown = try machine.repr(annotation)
        let message =
            "Unable to generate pydantic-core schema for \(shown). Set `arbitrary_types_allowed=True` in the model_config to ignore this "
            + "error or implement `__get_pydantic_core_schema__` on your type to fully support it.\n\nIf you got this error by calling "
            + "handler(<some type>) within `__get_pydantic_core_schema__` then you likely need to call "
            + "`handler.generate_schema(<some type>)` since we do not call `__get_pydantic_core_schema__` on `<some type>` otherwise to "
            + "avoid infinite recursion."
        return made(schemaGeneration, message, "schema-for-unknown-type", machine)
    }

    private func made(_ type: PyType, _ message: String, _ code: Value, _ machine: Machine) -> PyError {
        let error = machine.error(type, [.string(message)])
        Self.fill(error.exception, .string(message), code)
        return error
    }
}
