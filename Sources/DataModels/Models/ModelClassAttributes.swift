import Python

/// What programs read of model classes: their fields and what Pydantic keeps beside them (pydantic.main `BaseModel`).
enum ModelClassAttributes {
    static func define(_ type: PyType) {
        for name in ["model_fields", "__fields__", "__pydantic_fields__"] { table(name, type) { fields($0) } }
        for name in ["model_computed_fields", "__pydantic_computed_fields__"] { table(name, type) { computedFields($0) } }
        table("__private_attributes__", type) { definition in
            let attributes = PyDict()
            for (name, attribute) in definition?.privateAttributes ?? [] { attributes[name] = .object(attribute) }
            return .dict(attributes)
        }
        table("__class_vars__", type) { definition in
            let names = PyDict()
            for name in (definition?.classVariables ?? []).sorted() { names[name] = Value.none }
            return .object(PySet(table: names))
        }
        table("__pydantic_complete__", type) { definition in .bool(definition?.isComplete ?? false) }
        table("__pydantic_root_model__", type) { definition in .bool(definition?.isRoot ?? false) }
        table("__pydantic_generic_metadata__", type) { definition in
            let metadata = PyDict()
            metadata["origin"] = definition?.genericOrigin.map { .object($0) } ?? Value.none
            metadata["args"] = .tuple(PyTuple(definition?.genericArguments ?? []))
            metadata["parameters"] = .tuple(PyTuple(definition?.parameters.map { .object($0) } ?? []))
            return .dict(metadata)
        }
    }

    /// An attribute that the class has as its instances have it: a class method around a property.
    private static func table(_ name: String, _ type: PyType, _ read: @escaping (ModelDefinition?) -> Value) {
        let getter = PyNativeFunction(name) { _, arguments in
            read(arguments.positional.first?.asType.flatMap { ModelDefinition.of($0) })
        }
        type.attributes[name] = .object(PyMethodWrapper(.classMethod, .object(PyProperty(getter: .object(getter)))))
    }

    private static func fields(_ definition: ModelDefinition?) -> Value {
        let fields = PyDict()
        for field in definition?.fields ?? [] { fields.setValue(.object(field.info), forName: field.key) }
        return .dict(fields)
    }

    private static func computedFields(_ definition: ModelDefinition?) -> Value {
        let fields = PyDict()
        for field in definition?.computed ?? [] { fields[field.name] = .object(field.info) }
        return .dict(fields)
    }
}
