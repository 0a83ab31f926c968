import Python

/// Reading, writing and deleting attributes of models (pydantic.main `BaseModel.__getattr__`, `__setattr__`, `__delattr__`).
enum ModelAttributes {
    static func define(_ type: PyType) {
        type.method("__getattr__", "self, item, /") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            if let name = a[1].asStr, let found = model.privates?.value(forName: name) ?? model.extras?.value(forName: name) {
                return found
            }
            throw missing(model, try machine.str(a[1]), machine)
        }
        type.method("__setattr__", "self, name, value, /") { machine, a in
            try set(try BaseModelClass.instance(a[0], machine), a[1].asStr ?? PyStr(""), a[2], machine)
            return .none
        }
        type.method("__delattr__", "self, name, /") { machine, a in
            try delete(try BaseModelClass.instance(a[0], machine), a[1].asStr ?? PyStr(""), machine)
            return .none
        }
        type.getter("model_fields_set") { machine, value in
            let model = try BaseModelClass.instance(value, machine)
            let table = PyDict()
            for field in ModelDefinition.of(model.instanceType)?.fields ?? [] where model.fieldsSet.contains(field.key) {
                table.setValue(.none, forName: field.key)
            }
            for name in model.fieldsSet.others(than: table) { table.setValue(.none, forName: name) }
            return .object(PySet(table: table))
        }
        let extras = { (machine: Machine, value: Value) throws -> Value in
            try BaseModelClass.instance(value, machine).extras.map { .dict($0) } ?? .none
        }
        type.getter("model_extra", extras)
        type.getter("__pydantic_extra__", extras)
        type.getter("__pydantic_private__") { machine, value in
            try BaseModelClass.instance(value, machine).privates.map { .dict($0) } ?? .none
        }
        for name in ["__pydantic_fields_set__", "__fields_set__"] {
            type.getter(name) { machine, value in try machine.attribute(value, "model_fields_set") }
        }
    }

    private static func missing(_ model: ModelInstance, _ name: String, _ machine: Machine) -> PyError {
        machine.error("AttributeError", "'\(model.instanceType.name)' object has no attribute '\(name)'")
    }

    private static func set(_ model: ModelInstance, _ name: PyStr, _ value: Value, _ machine: Machine) throws {
        guard let definition = ModelDefinition.of(model.instanceType) else { return model.dictionary.setValue(value, forName: name) }
        let text = name.string
        if definition.classVariables.contains(text) {
            let advice = "If you want to set a value on the class, use `\(definition.type.name).\(text) = value`."
            let message = "'\(text)' is a ClassVar of `\(definition.type.name)` and cannot be set on an instance. \(advice)"
            throw machine.error("AttributeError", message)
        }
        if text.hasPrefix("_") { return setPrivate(model, name, value, definition) }
        try checkFrozen(name, value, definition, machine)
        if let property = model.instanceType.lookup(text)?.asObject as? PyProperty {
            guard let setter = property.setter else {
                throw machine.error("AttributeError", "property '\(text)' of '\(definition.type.name)' object has no setter")
            }
            _ = try machine.call(setter, .object(model), value)
            return
        }
        if definition.config.validatesAssignment { return try assign(model, name, value, definition, machine) }
        if definition.field(text) != nil {
            model.fieldsSet.insert(name)
            return model.dictionary.setValue(value, forName: name)
        }
        guard definition.config.extra == "allow" else {
            throw machine.error("ValueError", "\"\(definition.type.name)\" object has no field \"\(text)\"")
        }
        let extras = model.extras ?? PyDict()
        extras.setValue(value, forName: name)
        model.extras = extras
        model.fieldsSet.insert(name)
    }

    private static func setPrivate(_ model: ModelInstance, _ name: PyStr, _ value: Value, _ definition: ModelDefinition) {
        guard definition.privateAttributes.contains(where: { $0.name == name.string }) else {
            return model.dictionary.setValue(value, forName: name)
        }
        let privates = model.privates ?? PyDict()
        privates.setValue(value, forName: name)
        model.privates = privates
    }

    private static func checkFrozen(_ name: PyStr, _ value: Value, _ definition: ModelDefinition, _ machine: Machine) throws {
        let isField = definition.field(name.string)?.info.isFrozen ?? false
        guard definition.config.isFrozen || isField else { return }
        let detail =
            definition.config.isFrozen
            ? ErrorDetail("frozen_instance", [.str(name)], "Instance is frozen", input: value)
            : ErrorDetail("frozen_field", [.str(name)], "Field is frozen", input: value)
        throw ValidationFailure.error([detail], title: definition.type.name, machine)
    }

    /// `validate_assignment`: the functions of the model around the schema of the field.
    private static func assign(
        _ model: ModelInstance, _ name: PyStr, _ value: Value, _ definition: ModelDefinition, _ machine: Machine
    ) throws {
        try definition.complete(machine)
        var errors: [ErrorDetail] = []
        let made = try ModelValidator(Validator(machine)).assign(value, to: name, of: model, definition, &errors)
        if made == nil || !errors.isEmpty { throw BaseModelClass.failure(errors, definition, machine) }
    }

    private static func delete(_ model: ModelInstance, _ name: PyStr, _ machine: Machine) throws {
        if let definition = ModelDefinition.of(model.instanceType) { try checkFrozen(name, .none, definition, machine) }
        for table in [model.attributes, model.extras, model.privates] {
            if let position = table?.position(ofName: name) {
                table?.removeEntry(at: position)
                return
            }
        }
        throw missing(model, name.string, machine)
    }
}
