import Python

/// `GetPydanticSchema(get_pydantic_schema)`: a function as `__get_pydantic_core_schema__` inside `Annotated`.
enum SchemaMarkerClass {
    static func make(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("GetPydanticSchema", module: "pydantic.types")
        type.method("__init__", "self, get_pydantic_schema=None, get_pydantic_json_schema=None") { _, a in
            a[0].asInstance?.dictionary["get_pydantic_schema"] = a[1]
            a[0].asInstance?.dictionary["get_pydantic_json_schema"] = a[2]
            return .none
        }
        type.method("__get_pydantic_core_schema__", "self, source, handler, /") { machine, a in
            let function = try machine.attribute(a[0], "get_pydantic_schema")
            return function.isNone ? try machine.call(a[2], a[1]) : try machine.call(function, a[1], a[2])
        }
        return type
    }
}
