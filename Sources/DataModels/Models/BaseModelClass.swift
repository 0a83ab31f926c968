import Python

/// Pydantic's `BaseModel` as a native class.
enum BaseModelClass {
    static func make(_ machine: Machine, fieldClass: PyType) throws -> PyType {
        let type = try machine.types.make("BaseModel", module: "pydantic.main")
        type.allocates { ModelInstance(type: $0) }
        // pydantic._internal._model_construction `ModelMetaclass.__getattr__`
        type.missingAttributeWords = { $0 }
        type.didSubclass = { machine, subclass, keywords in try ModelReader.define(subclass, keywords, machine) }
        defineConstruction(type)
        defineClassQuestions(type)
        ModelDumping.define(type)
        ModelProtocol.define(type)
        ModelAttributes.define(type)
        JSONSchemaNames.define(on: type)
        return type
    }

    /// The instance behind a receiver.
    static func instance(_ value: Value, _ machine: Machine) throws -> ModelInstance {
        guard let model = value.asObject as? ModelInstance else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' is no model")
        }
        return model
    }

    private static func validated(_ type: PyType, _ input: Value, _ validator: Validator, _ machine: Machine) throws -> Value {
        guard ModelDefinition.of(type) != nil else { throw try notInstantiable(machine) }
        var errors: [ErrorDetail] = []
        if let value = try ModelValidator(validator).validate(type, input, [], &errors), errors.isEmpty { return value }
        throw failure(errors, ModelDefinition.of(type), isJSON: validator.isJSON, machine)
    }

    /// The ValidationError of a model.
    static func failure(_ errors: [ErrorDetail], _ definition: ModelDefinition?, isJSON: Bool = false, _ machine: Machine) -> PyError {
        ValidationFailure.error(
            errors, title: definition?.title ?? "", isJSON: isJSON, hidesInput: definition?.config.hidesInput ?? false, machine)
    }

    private static func defineConstruction(_ type: PyType) {
        type.method("__init__", "self, /, **data") { machine, a in
            let data = PyDict()
            for (name, value) in a.dict(1) { data[name] = value }
            try initialize(a[0], .dict(data), machine)
            return .none
        }
        let options = "strict=None, extra=None, from_attributes=None, context=None, by_alias=None, by_name=None"
        for name in ["model_validate", "parse_obj", "from_orm", "validate"] {
            type.classMethod(name, "cls, obj, *, \(options)") { machine, a in
                guard let cls = a[0].asType else { return .none }
                var validator = try Validator.of(a, from: 2, machine)
                if name == "from_orm" {
                    if let definition = ModelDefinition.of(cls), !definition.config.fromAttributes {
                        let message = "You must set the config attribute `from_attributes=True` to use from_orm"
                        throw try PydanticTypes.required(machine).userErrors.error(message, code: nil, machine)
                    }
                    validator.fromAttributes = true
                }
                return try validated(cls, a[1], validator, machine)
            }
        }
        for name in ["model_validate_json", "parse_raw"] {
            type.classMethod(name, "cls, json_data, *, \(options)") { machine, a in
                guard let cls = a[0].asType else { return .none }
                var validator = try Validator.of(a, from: 2, machine)
                validator.begin(.json)
                let title = ModelDefinition.of(cls)?.title ?? cls.name
                return try validated(cls, try JSONEntry.value(a[1], title: title, machine), validator, machine)
            }
        }
        type.classMethod("model_validate_strings", "cls, obj, *, \(options)") { machine, a in
            guard let cls = a[0].asType else { return .none }
            var validator = try Validator.of(a, from: 2, machine)
            validator.begin(.strings)
            return try validated(cls, a[1], validator, machine)
        }
        type.classMethod("__pydantic_init_subclass__", "cls, **kwargs") { _, _ in .none }
        type.classMethod("__get_pydantic_core_schema__", "cls, source, handler, /") { machine, a in try machine.call(a[2], a[1]) }
        for name in ["model_construct", "construct"] {
            type.classMethod(name, "cls, _fields_set=None, **values") { machine, a in
                guard let cls = a[0].asType, let definition = ModelDefinition.of(cls) else { return .none }
                let fieldsSet = a[1].isNone ? nil : try machine.array(a[1])
                return try ModelConstruction.make(cls, definition, fieldsSet, a.dict(2), machine)
            }
        }
    }

    private static func notInstantiable(_ machine: Machine) throws -> PyError {
        let message = "Pydantic models should inherit from BaseModel, BaseModel cannot be instantiated directly"
        return try PydanticTypes.required(machine).userErrors.error(message, code: "base-model-instantiated", machine)
    }

    /// What `__init__` does: validates the data into the receiver.
    static func initialize(_ receiver: Value, _ data: Value, _ machine: Machine) throws {
        let model = try instance(receiver, machine)
        guard let definition = ModelDefinition.of(model.instanceType) else {
            throw try notInstantiable(machine)
        }
        var errors: [ErrorDetail] = []
        let made = try ModelValidator(Validator(machine)).initialize(model, definition, data, &errors)
        if made == nil || !errors.isEmpty { throw failure(errors, definition, machine) }
    }

    private static func defineClassQuestions(_ type: PyType) {
        type.classMethod("model_rebuild", "cls, **options") { machine, a in
            guard let cls = a[0].asType, let definition = ModelDefinition.of(cls) else { return .none }
            definition.learn(machine.currentLocals())
            try definition.complete(machine)
            return true
        }
        type.classMethod("update_forward_refs", "cls, **options") { _, _ in .none }
        type.classMethod("__class_getitem__", "cls, params") { machine, a in
            guard let cls = a[0].asType else { return a[0] }
            return try GenericModel.parameterized(cls, a[1], machine)
        }
        ModelClassAttributes.define(type)
        type.constant("model_config", .dict(PyDict()))
    }
}
