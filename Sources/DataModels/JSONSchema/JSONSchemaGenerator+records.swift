import Python

extension JSONSchemaGenerator {
    /// A model, or what its serializer says that it returns.
    func model(_ type: PyType) throws -> PyDict {
        guard let definition = ModelDefinition.of(type) else { return PyDict() }
        try definition.complete(machine)
        return try reference(to: type) {
            try within(definition.config) {
                if let serializer = definition.modelSerializer {
                    let written = FunctionSerializer(
                        serializer.function, isWrap: serializer.mode == "wrap", isMethod: true, returnType: serializer.returnType)
                    if let made = try self.written(by: written, .any) { return made }
                }
                return try customized(type) { [self] in
                    let made = definition.isRoot ? try root(definition) : try fields(definition)
                    if let extra = definition.extraSchema { made["additionalProperties"] = .dict(try json(extra)) }
                    try finish(made, type, definition.config)
                    return made
                }
            }
        }
    }

    private func within(_ config: ModelConfig, _ make: () throws -> PyDict) throws -> PyDict {
        let outer = self.config
        self.config = config
        defer { self.config = outer }
        return try make()
    }

    private func root(_ definition: ModelDefinition) throws -> PyDict {
        guard let field = definition.fields.first else { return PyDict() }
        let made = try described(try withDefault(try plainSchema(of: field), field), field)
        return made
    }

    func dataclass(_ record: DataclassType) throws -> PyDict {
        try reference(to: record.type) {
            try within(record.definition.config) {
                let made = try fields(record.definition)
                var own = ModelConfig()
                // A plain dataclass has of the settings around it only what becomes of further keys.
                if record.definition.isPydanticDataclass { own = record.definition.config }
                own.extra = record.definition.config.extra
                try finish(made, record.type, own)
                return made
            }
        }
    }

    func typedDictionary(_ record: TypedDictType) throws -> PyDict {
        let make = { [self] in
            try within(record.config) {
                let properties = PyDict()
                var required: [Value] = []
                for item in record.fields where !(isSerialization && item.field.info.isExcluded) && !item.field.isUntold {
                    let name = shownName(of: item.field)
                    properties[name] = .dict(try property(item.field, name))
                    if item.isRequired { required.append(.string(name)) }
                }
                let made = object(properties, required)
                if let type = record.type { try finish(made, type, record.config) }
                return made
            }
        }
        return try record.type.map { try reference(to: $0, make) } ?? make()
    }

    func namedTuple(_ record: NamedTupleType) throws -> PyDict {
        try reference(to: record.type) {
            let items = try record.fields.map { field in
                let made = try json(field.schema).copy()
                if made["title"] == nil, hasOwnTitle(field.schema) { made["title"] = try title(of: field.name.string) }
                if let standard = field.defaultValue { made["default"] = try encoded(standard) }
                return Value.dict(made)
            }
            let least = record.fields.count { $0.defaultValue == nil }
            return table([
                "type": "array", "prefixItems": items.isEmpty ? nil : .list(PyList(items)), "minItems": least == 0 ? nil : .int(least),
                "maxItems": .int(items.count),
            ])
        }
    }

    // MARK: Fields

    private func object(_ properties: PyDict, _ required: [Value]) -> PyDict {
        table(["type": "object", "properties": .dict(properties), "required": required.isEmpty ? nil : .list(PyList(required))])
    }

    private func fields(_ definition: ModelDefinition) throws -> PyDict {
        let properties = PyDict()
        var required: [Value] = []
        for field in definition.fields where !(isSerialization && field.info.isExcluded) && !field.isUntold {
            let name = shownName(of: field)
            properties[name] = .dict(try property(field, name))
            if isRequired(field) { required.append(.string(name)) }
        }
        for field in isSerialization ? definition.computed : [] {
            let name = byAlias ? field.alias ?? field.name : field.name
            properties[name] = .dict(try computed(field, name))
            required.append(.string(name))
        }
        return object(properties, required)
    }

    private func isRequired(_ field: ModelDefinition.Field) -> Bool {
        guard isSerialization else { return field.isRequired }
        let always = config.settings["json_schema_serialization_defaults_required"]?.asBool ?? false
        return field.info.excludeIf == nil && (always || field.isRequired)
    }

    private func shownName(of field: ModelDefinition.Field) -> String {
        guard byAlias else { return field.name }
        if isSerialization { return field.serializationName }
        guard let paths = field.paths else { return field.validationName }
        return paths.first { $0.parts.count == 1 }?.parts.first?.asString ?? field.name
    }

    private func property(_ field: ModelDefinition.Field, _ name: String) throws -> PyDict {
        var made: PyDict
        if field.hidesDefault, case .special(let type as SerializedType) = field.schema,
            let written = try written(by: type.serializer, type.inner)
        {
            made = written.copy()
        } else {
            made = try withDefault(try plainSchema(of: field), field)
        }
        made = try described(made, field)
        if made["title"] == nil, hasOwnTitle(field.schema) { made["title"] = try title(of: name) }
        if let target = definition(behind: made) {
            for (key, value) in made.items where key.asString != "$ref" {
                if let other = try target.value(for: key, machine), try machine.isEqual(other, value) {
                    _ = try made.removeValue(for: key, machine)
                }
            }
        }
        return made
    }

    private func plainSchema(of field: ModelDefinition.Field) throws -> PyDict {
        try field.replacedSchema?.schema(isSerialization: isSerialization) ?? json(field.schema).copy()
    }

    private func withDefault(_ schema: PyDict, _ field: ModelDefinition.Field) throws -> PyDict {
        guard field.info.defaultFactory == nil, var standard = field.info.defaultValue else { return schema }
        if standard.asSet != nil, let ordered = try? machine.call(machine.builtins["sorted"] ?? .none, standard) {
            standard = ordered
        }
        do {
            if isSerialization, !field.hidesDefault, case .special(let written as SerializedType) = field.schema,
                written.serializer.takesValueOnly,
                written.serializer.runs(on: standard, isJSON: true)
            {
                standard = try machine.call(written.serializer.function, standard)
            }
            schema["default"] = try encoded(standard)
        } catch is PyError {
            // What cannot be written is left out, with a warning that nobody sees.
        }
        return schema
    }

    private func computed(_ field: ComputedField, _ name: String) throws -> PyDict {
        let schema = field.returnType.schema(machine)
        let made = try json(schema).copy()
        let info = field.info.dictionary
        made["readOnly"] = true
        for key in ["title", "description", "examples"] { if let value = info[key], !value.isNone { made[key] = try encoded(value) } }
        if let value = info["deprecated"], try machine.isTrue(value) { made["deprecated"] = true }
        if let extra = info["json_schema_extra"] { try extend(made, extra) }
        if made["title"] == nil, hasOwnTitle(schema) { made["title"] = try title(of: name) }
        return made
    }

    /// Whether a schema has no name that could be its title.
    private func hasOwnTitle(_ schema: Schema) -> Bool {
        switch schema {
        case .model, .enumeration: false
        case .nullable(let inner), .serializer(_, let inner): hasOwnTitle(inner)
        case .function(let kind, _, let inner): kind == .plain || hasOwnTitle(inner)
        case .special(let type):
            switch type {
            case is DataclassType, is TypedDictType, is NamedTupleType, is RecursiveType, is JSONValueType: false
            case is JSONType, is SecretType: true
            case let wrapper as any WrappingType: hasOwnTitle(wrapper.inner)
            default: true
            }
        default: true
        }
    }

    private func title(of name: String) throws -> Value {
        let words = try machine.call(try machine.attribute(.string(name), "title"))
        return .string(try machine.str(words).replacing("_", with: " ").trimmingSpaces)
    }

    // MARK: What programs add

    /// A field's own words: title, description, examples and what `json_schema_extra` says.
    private func described(_ schema: PyDict, _ field: ModelDefinition.Field) throws -> PyDict {
        let made = schema
        let generator =
            field.info.extra.last { $0.name == "field_title_generator" }?.value ?? config.settings["field_title_generator"]
        if let generator, !generator.isNone { made["title"] = try machine.call(generator, .string(field.name), .object(field.info)) }
        try describe(made, field.info)
        return made
    }

    /// The words of a `Field(…)`.
    func describe(_ made: PyDict, _ info: FieldInfo) throws {
        if !info.title.isNone { made["title"] = info.title }
        if !info.description.isNone { made["description"] = info.description }
        for name in ["examples", "deprecated", "json_schema_extra"] {
            guard let value = info.extra.last(where: { $0.name == name })?.value, !value.isNone else { continue }
            switch name {
            case "examples": made[name] = try encoded(value)
            case "deprecated": if try machine.isTrue(value) || value.asString == "" { made[name] = true }
            default: try extend(made, value)
            }
        }
    }

    /// What `json_schema_extra` says: more entries, or a function that changes the schema.
    private func extend(_ made: PyDict, _ extra: Value, _ type: PyType? = nil) throws {
        if let dict = extra.asDict {
            for (key, value) in dict.items { try made.setValue(type == nil ? try encoded(value) : value, for: key, machine) }
        } else if machine.isCallable(extra) {
            let count = SignatureCount.positional(of: extra) ?? 1
            _ = try machine.call(extra, Arguments([.dict(made)] + (count > 1 ? [type.map { .object($0) } ?? .none] : [])))
        }
    }

    /// Title, description and further entries of a class (`_update_class_schema`).
    private func finish(_ made: PyDict, _ type: PyType, _ config: ModelConfig) throws {
        if made["title"] == nil {
            if let title = config.title {
                made["title"] = .string(title)
            } else if let generator = config.settings["model_title_generator"], !generator.isNone {
                made["title"] = try machine.call(generator, .object(type))
            } else {
                made["title"] = .string(type.name)
            }
        }
        if made["description"] == nil, let text = try documentation(of: type), !text.hasPrefix("\(type.name)(") {
            made["description"] = .string(text)
        }
        if made["additionalProperties"] == nil, config.extra != "ignore" { made["additionalProperties"] = .bool(config.extra == "allow") }
        guard var extra = config.settings["json_schema_extra"], !extra.isNone else { return }
        if let wrapper = extra.asObject as? PyMethodWrapper { extra = wrapper.function }
        try extend(made, extra, type)
    }

    /// The cleaned text at the top of a class; nil where it has none.
    func documentation(of type: PyType) throws -> String? {
        guard let text = type.attributes["__doc__"], text.asStr != nil else { return nil }
        return try machine.str(try machine.call(try machine.imported("inspect", "cleandoc"), text))
    }

    /// The schema as `__get_pydantic_json_schema__` of a class changes it.
    private func customized(_ type: PyType, _ make: @escaping () throws -> PyDict) throws -> PyDict {
        let name = "__get_pydantic_json_schema__"
        guard let wrapper = type.lookup(name)?.asObject as? PyMethodWrapper, wrapper.function.asObject is PyFunction else {
            return try make()
        }
        let handler = PyInstance(type: try machine.types.make("GetJsonSchemaHandler", module: "pydantic.annotated_handlers"))
        handler.instanceType.method("__call__", "self, core_schema, /") { _, _ in .dict(try make()) }
        handler.instanceType.method("resolve_ref_schema", "self, maybe_ref_json_schema, /") { _, a in a[1] }
        handler.dictionary["mode"] = isSerialization ? "serialization" : "validation"
        let schema = PyDict()
        schema["type"] = "model"
        schema["cls"] = .object(type)
        let result = try machine.call(try machine.attribute(.object(type), name), .dict(schema), .object(handler))
        return result.asDict ?? PyDict()
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension ModelDefinition.Field {
    /// Whether JSON schemas leave the field out.
    fileprivate var isUntold: Bool { replacedSchema.map { $0.schema == nil } ?? false }
}
