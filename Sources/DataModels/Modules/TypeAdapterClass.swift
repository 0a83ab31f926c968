import Python

/// The class `TypeAdapter` of programs.
enum TypeAdapterClass {
    /// An instance: an annotation compiled.
    final class Adapter: PyInstance {
        var schema = Schema.any
        var annotation = Value.none
        var config = ModelConfig()

        /// How errors of the whole name it: a model by its own title.
        var title: String {
            guard annotation.asType != nil else { return UnionValidator.name(schema) }
            return switch schema {
            case .model(let type): ModelDefinition.of(type)?.title ?? type.name
            case .special(let record as DataclassType): record.definition.title
            default: UnionValidator.name(schema)
            }
        }

        /// Whether errors do not show the input, by the settings of what the adapter is of.
        var hidesInput: Bool {
            switch schema {
            case .model(let type): ModelDefinition.of(type)?.config.hidesInput ?? false
            case .special(let record as DataclassType): record.definition.config.hidesInput
            default: config.hidesInput
            }
        }

        /// A serializer with the settings of the adapter, or of the model that it is of.
        func serializer(_ options: SerializationOptions, _ machine: Machine) -> Serializer {
            var made = Serializer(machine: machine, options: options)
            made.config = config
            if case .model(let type) = schema { made.outerConfig = ModelDefinition.of(type)?.config } else { made.outerConfig = config }
            return made
        }
    }

    static func make(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("TypeAdapter", module: "pydantic.type_adapter")
        type.allocates { Adapter(type: $0) }
        type.classMethod("__class_getitem__", "cls, item") { _, a in a[0] }
        type.method("__init__", "self, type, *, config=None, _parent_depth=2, module=None") { machine, a in
            guard let adapter = a[0].asObject as? Adapter else { return .none }
            var config = ModelConfig()
            for (key, value) in a[2].asDict?.items ?? [] { try config.take(key.asString ?? "", value, machine) }
            if !a[2].isNone { try checkOwnConfig(a[1], machine) }
            adapter.annotation = a[1]
            adapter.config = config
            do {
                adapter.schema = try SchemaBuilder(machine, globals: machine.currentGlobals, config: config).schema(a[1])
            } catch let problem as SchemaBuilder.Unsupported {
                throw try PydanticTypes.required(machine).userErrors.unknownType(problem.annotation, machine)
            }
            if config.isStrict { adapter.schema = .special(StrictnessType(isStrict: true, inner: adapter.schema)) }
            return .none
        }
        type.method("__repr__", "self") { machine, a in
            .string("TypeAdapter(\(try TypeDisplay.text((a[0].asObject as? Adapter)?.annotation ?? .none, machine)))")
        }
        type.method("rebuild", "self, **options") { _, _ in true }
        JSONSchemaNames.define(onAdapter: type)
        defineValidation(type)
        defineSerialization(type)
        return type
    }

    private static let options = "strict=None, extra=None, from_attributes=None, context=None, by_alias=None, by_name=None"

    private static func defineValidation(_ type: PyType) {
        type.method("validate_python", "self, object, /, *, \(options)") { machine, a in
            try validated(a[0], a[1], try Validator.of(a, from: 2, machine), machine)
        }
        type.method("validate_json", "self, data, /, *, \(options)") { machine, a in
            guard let adapter = a[0].asObject as? Adapter else { return .none }
            var validator = try Validator.of(a, from: 2, machine)
            validator.begin(.json)
            return try validated(a[0], try JSONEntry.value(a[1], title: adapter.title, machine), validator, machine)
        }
        type.method("validate_strings", "self, obj, /, *, \(options)") { machine, a in
            var validator = try Validator.of(a, from: 2, machine)
            validator.begin(.strings)
            return try validated(a[0], a[1], validator, machine)
        }
        type.method("get_default_value", "self, *, strict=None, context=None") { machine, a in
            guard let annotation = (a[0].asObject as? Adapter)?.annotation,
                let info = ModelReader.annotatedInfos(annotation).last(where: { $0.defaultValue != nil || $0.defaultFactory != nil })
            else { return .none }
            let some = PyInstance(type: try machine.types.make("Some", module: "pydantic_core._pydantic_core"))
            some.dictionary["value"] = try info.defaultFactory.map { try machine.call($0) } ?? info.defaultValue ?? Value.none
            some.instanceType.method("__repr__", "self") { machine, b in
                .string("Some(\(try machine.repr(b[0].asInstance?.attributes?["value"] ?? .none)))")
            }
            return .object(some)
        }
    }

    /// Types that have settings of their own refuse others.
    private static func checkOwnConfig(_ annotation: Value, _ machine: Machine) throws {
        guard let type = annotation.asType,
            ModelDefinition.of(type) != nil || Dataclasses.fields(of: type) != nil || type.lookup("__total__") != nil
        else { return }
        let message =
            "Cannot use `config` when the type is a BaseModel, dataclass or TypedDict. These types can have their own config and setting "
            + "the config via the `config` parameter to TypeAdapter will not override it, thus the `config` you passed to TypeAdapter "
            + "becomes meaningless, which is probably not what you want."
        throw try PydanticTypes.required(machine).userErrors.error(message, code: "type-adapter-config-unused", machine)
    }

    private static func validated(_ adapter: Value, _ input: Value, _ validator: Validator, _ machine: Machine) throws -> Value {
        guard let adapter = adapter.asObject as? Adapter else { return .none }
        var errors: [ErrorDetail] = []
        if let value = try validator.validate(adapter.schema, input, at: [], &errors), errors.isEmpty { return value }
        throw ValidationFailure.error(
            errors, title: adapter.title, isJSON: validator.isJSON, hidesInput: adapter.hidesInput, machine)
    }

    private static func defineSerialization(_ type: PyType) {
        type.method("dump_python", "self, instance, /, *, mode='python', \(DumpOptions.signature)") { machine, a in
            guard let adapter = a[0].asObject as? Adapter else { return .none }
            let options = try DumpOptions.read(a, from: 3, isJSON: a[2].asString == "json", machine)
            return try adapter.serializer(options, machine).plain(
                a[1], adapter.schema, include: options.include, exclude: options.exclude)
        }
        type.method("dump_json", "self, instance, /, *, indent=None, ensure_ascii=False, \(DumpOptions.signature)") { machine, a in
            guard let adapter = a[0].asObject as? Adapter else { return .none }
            var options = try DumpOptions.read(a, from: 4, isJSON: true, machine)
            options.isText = true
            let plain = try adapter.serializer(options, machine).plain(
                a[1], adapter.schema, include: options.include, exclude: options.exclude)
            return .object(PyBytes(try JSONLayout.bytes(plain, indent: a[2].asInt, ensuresASCII: try machine.isTrue(a[3]), machine)))
        }
    }
}

/// JSON text that a program hands to `model_validate_json` and `validate_json`.
enum JSONEntry {
    /// The parsed value; raises ValidationError under that title where it is no JSON.
    static func value(_ data: Value, title: String, _ machine: Machine) throws -> Value {
        guard let bytes = data.asStr?.utf8 ?? data.asBytes?.bytes else {
            let detail = ErrorDetail("json_type", [], "JSON input should be string, bytes or bytearray", input: data)
            throw ValidationFailure.error([detail], title: title, machine)
        }
        do throws(JSONProblem) {
            return try JSONInput.value(of: bytes)
        } catch {
            let detail = ErrorDetail(
                "json_invalid", [], "Invalid JSON: \(error.text)", input: data, context: [("error", .string(error.text))])
            throw ValidationFailure.error([detail], title: title, isJSON: true, machine)
        }
    }
}

/// The keywords that `model_dump` and `dump_python` share.
enum DumpOptions {
    static let signature =
        "include=None, exclude=None, context=None, by_alias=None, exclude_unset=False, exclude_defaults=False, exclude_none=False, "
        + "exclude_computed_fields=False, round_trip=False, warnings=True, fallback=None, serialize_as_any=False, polymorphic_serialization=None"

    static func read(_ a: BoundArguments, from first: Int, isJSON: Bool, _ machine: Machine) throws -> SerializationOptions {
        var options = SerializationOptions()
        options.isJSON = isJSON
        options.include = a[first]
        options.exclude = a[first + 1]
        options.context = a[first + 2]
        options.byAlias = a[first + 3].isNone ? nil : try machine.isTrue(a[first + 3])
        options.excludeUnset = try machine.isTrue(a[first + 4])
        options.excludeDefaults = try machine.isTrue(a[first + 5])
        options.excludeNone = try machine.isTrue(a[first + 6])
        options.excludeComputed = try machine.isTrue(a[first + 7])
        options.isRoundTrip = try machine.isTrue(a[first + 8])
        options.fallback = a[first + 10].isNone ? nil : a[first + 10]
        options.serializesAsAny = try machine.isTrue(a[first + 11])
        return options
    }
}
