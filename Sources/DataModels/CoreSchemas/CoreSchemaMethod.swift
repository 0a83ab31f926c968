import Python

/// `__get_pydantic_core_schema__` of classes and of what stands in `Annotated` (pydantic._internal._generate_schema).
struct CoreSchemaMethod {
    private static let name = "__get_pydantic_core_schema__"

    private let builder: SchemaBuilder
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder) { self.builder = builder }

    /// What a class of the program says of its own values; nil where it says nothing.
    func schema(of type: PyType, source: Value, inner: @escaping (Value) throws -> Schema) throws -> Schema? {
        guard let found = type.lookup(Self.name), !Self.isInherited(found) else { return nil }
        return try call(try machine.attribute(.object(type), Self.name), source, inner)
    }

    /// Whether something in `Annotated` makes the schema of the type before it.
    func isMarker(_ item: Value) throws -> Bool {
        switch item.asObject {
        case is FieldInfo, is FunctionMarker, is ConstraintMarker, is TypeMarker, nil: false
        case let type as PyType: type.lookup(Self.name).map { !Self.isInherited($0) } ?? false
        default: try machine.attributeIfPresent(item, Self.name) != nil
        }
    }

    /// The schema that such a marker makes of a type.
    func schema(by marker: Value, source: Value, inner: @escaping (Value) throws -> Schema) throws -> Schema {
        try call(try machine.attribute(marker, Self.name), source, inner)
    }

    /// Whether it is `BaseModel`'s own, which only hands over.
    private static func isInherited(_ found: Value) -> Bool {
        (found.asObject as? PyMethodWrapper)?.function.asObject is PyNativeFunction
    }

    private func call(_ method: Value, _ source: Value, _ inner: @escaping (Value) throws -> Schema) throws -> Schema {
        let handler = CoreSchemaHandler(type: try PydanticTypes.required(machine).coreSchemaHandler)
        handler.inner = inner
        handler.outer = { [builder] in try builder.schema($0) }
        return try machine.nested { try CoreSchemaReader(builder).schema(try machine.call(method, source, .object(handler))) }
    }
}

/// `GetCoreSchemaHandler`: makes the schema that the method asks for.
final class CoreSchemaHandler: PyInstance {
    /// The schema as it is without the method that asks.
    var inner: (Value) throws -> Schema = { _ in .any }
    /// The schema of another type.
    var outer: (Value) throws -> Schema = { _ in .any }

    /// The class of handlers.
    static func makeType(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("GetCoreSchemaHandler", module: "pydantic.annotated_handlers")
        type.method("__call__", "self, source_type, /") { machine, a in
            guard let handler = a[0].asObject as? CoreSchemaHandler else { return .none }
            return try told(a[1], machine) { .dict(CompiledSchema.dictionary(try handler.inner($0))) }
        }
        type.method("generate_schema", "self, source_type, /") { machine, a in
            guard let handler = a[0].asObject as? CoreSchemaHandler else { return .none }
            return try told(a[1], machine) { .dict(CompiledSchema.dictionary(try handler.outer($0))) }
        }
        type.method("resolve_ref_schema", "self, maybe_ref_schema, /") { _, a in a[1] }
        type.getter("field_name") { _, _ in .none }
        return type
    }

    /// Types without a schema are the program's mistake here.
    private static func told(_ source: Value, _ machine: Machine, _ make: (Value) throws -> Value) throws -> Value {
        do {
            return try make(source)
        } catch let problem as SchemaBuilder.Unsupported {
            throw try PydanticTypes.required(machine).userErrors.unknownType(problem.annotation, machine)
        }
    }
}

/// A schema that a handler made, inside the dictionary that the program gets of it.
final class CompiledSchema: PyObject {
    private static let key = "__compiled__"
    let schema: Schema

    private init(_ schema: Schema) { self.schema = schema }

    /// The dictionary: its `type`, and the schema itself.
    static func dictionary(_ schema: Schema) -> PyDict {
        let dict = PyDict()
        dict["type"] = .string(schema.coreType)
        dict[key] = .object(CompiledSchema(schema))
        return dict
    }

    /// The schema in such a dictionary; nil in one that the program wrote.
    static func schema(in dict: PyDict) -> Schema? { (dict[key]?.asObject as? CompiledSchema)?.schema }
}
