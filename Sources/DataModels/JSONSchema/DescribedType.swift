import Python

/// A type inside an annotation that is told more of in JSON schemas alone: by a `Field(…)`, or by `WithJsonSchema`.
struct DescribedType: WrappingType {
    var inner: Schema
    var info: FieldInfo?
    /// What stands in place of the schema, and in which mode alone.
    var replacement: Replacement?

    /// A schema in place of another one, in one mode alone where that is said.
    struct Replacement {
        /// Nil where nothing shall be told at all (`SkipJsonSchema`).
        let schema: PyDict?
        let mode: String?

        /// A copy of the schema; nil in the other mode.
        func schema(isSerialization: Bool) -> PyDict? {
            mode.map { ($0 == "serialization") == isSerialization } ?? true ? schema?.copy() : nil
        }
    }

    /// Raised where nothing shall be told of a type.
    struct Omitted: Error {}

    /// Whether a `Field(…)` says anything that only JSON schemas show.
    static func isNeeded(for info: FieldInfo) -> Bool {
        !info.title.isNone || !info.description.isNone
            || info.extra.contains { ["examples", "json_schema_extra", "deprecated"].contains($0.name) && !$0.value.isNone }
    }

    /// The schema without such wrappers around it, and what `WithJsonSchema` put in its place.
    static func bare(_ schema: Schema) -> (schema: Schema, replacement: Replacement?) {
        var schema = schema
        var replacement: Replacement?
        while case .special(let described as DescribedType) = schema {
            replacement = replacement ?? described.replacement
            schema = described.inner
        }
        return (schema, replacement)
    }

    /// The JSON schema of the inner type with what is said of it.
    func applied(to schema: @autoclosure () throws -> PyDict, _ generator: JSONSchemaGenerator) throws -> PyDict {
        if let replacement, replacement.schema == nil { throw Omitted() }
        if let replaced = replacement?.schema(isSerialization: generator.isSerialization) { return replaced }
        let made = try schema().copy()
        if let info { try generator.describe(made, info) }
        return made
    }
}
