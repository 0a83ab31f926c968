import Python

/// `model_json_schema`, `TypeAdapter.json_schema` and the functions of `pydantic.json_schema`.
enum JSONSchemaNames {
    static let template = "#/$defs/{model}"
    private static let signature = "by_alias=True, ref_template='#/$defs/{model}', schema_generator=None, mode='validation'"

    static func define(on type: PyType) {
        type.classMethod("model_json_schema", "cls, \(signature), *, union_format='any_of'") { machine, a in
            guard let cls = a[0].asType else { return .none }
            guard ModelDefinition.of(cls) != nil else {
                throw machine.error(
                    "AttributeError", "model_json_schema() must be called on a subclass of BaseModel, not BaseModel itself.")
            }
            return try generate(.model(cls), a, from: 1, machine)
        }
        type.classMethod("schema", "cls, by_alias=True, ref_template='#/$defs/{model}'") { machine, a in
            guard let cls = a[0].asType else { return .none }
            return try JSONSchemaGenerator(
                machine, isSerialization: false, byAlias: try machine.isTrue(a[1]), template: try machine.str(a[2])
            ).generate(.model(cls))
        }
        type.classMethod("schema_json", "cls, *, by_alias=True, ref_template='#/$defs/{model}', **dumps_kwargs") { machine, a in
            let made = try machine.call(try machine.attribute(a[0], "schema"), a[1], a[2])
            return try machine.call(try machine.imported("json", "dumps"), Arguments([made], keywords: a.dict(3)))
        }
        type.classMethod("model_parametrized_name", "cls, params") { machine, a in
            let names = try (a[1].asTuple?.elements ?? []).map { try TypeDisplay.text($0, machine) }
            return .string("\(a[0].asType?.name ?? "")[\(names.joined(separator: ", "))]")
        }
    }

    static func define(onAdapter type: PyType) {
        let signature = "by_alias=True, ref_template='#/$defs/{model}', schema_generator=None, mode='validation'"
        type.method("json_schema", "self, *, \(signature), union_format='any_of'") { machine, a in
            guard let adapter = a[0].asObject as? TypeAdapterClass.Adapter else { return .none }
            return try generate(adapter.schema, a, from: 1, config: adapter.config, machine)
        }
    }

    private static func generate(
        _ schema: Schema, _ a: BoundArguments, from first: Int, config: ModelConfig = ModelConfig(), _ machine: Machine
    ) throws -> Value {
        let generator = JSONSchemaGenerator(
            machine, isSerialization: a[first + 3].asString == "serialization", byAlias: try machine.isTrue(a[first]),
            template: try machine.str(a[first + 1]))
        generator.config = config
        return try generator.generate(schema)
    }

    /// The functions and markers of `pydantic.json_schema`.
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        names["DEFAULT_REF_TEMPLATE"] = .string(template)
        names["WithJsonSchema"] = machine.native("WithJsonSchema", "json_schema, mode=None") { _, a in
            let marker = TypeMarker(type: types.typeMarker)
            marker.kind = .jsonSchema
            marker.value = a[0]
            marker.hook = a[1]
            return .object(marker)
        }
        names["model_json_schema"] = machine.native("model_json_schema", "cls, \(signature)") { machine, a in
            guard let cls = a[0].asType else { return .none }
            return try generate(.model(cls), a, from: 1, machine)
        }
        names["models_json_schema"] = machine.native(
            "models_json_schema",
            "models, *, by_alias=True, title=None, description=None, ref_template='#/$defs/{model}', schema_generator=None"
        ) { machine, a in try several(a, machine) }
    }

    private static func several(_ a: BoundArguments, _ machine: Machine) throws -> Value {
        let pairs = try machine.array(a[0]).map { try machine.array($0) }
        let mode = pairs.first?.last?.asString ?? "validation"
        let generator = JSONSchemaGenerator(
            machine, isSerialization: mode == "serialization", byAlias: try machine.isTrue(a[1]), template: try machine.str(a[4]))
        let models = pairs.compactMap { $0.first?.asType }
        let made = try generator.generate(all: models.map { .model($0) })
        let map = PyDict()
        for (model, schema) in zip(models, made.schemas) {
            try map.setValue(schema, for: .tuple(PyTuple([.object(model), .string(mode)])), machine)
        }
        let whole = PyDict()
        if made.definitions.asDict?.count != 0 { whole["$defs"] = made.definitions }
        if !a[2].isNone { whole["title"] = a[2] }
        if !a[3].isNone { whole["description"] = a[3] }
        return .tuple(PyTuple([.dict(map), .dict(whole)]))
    }
}
