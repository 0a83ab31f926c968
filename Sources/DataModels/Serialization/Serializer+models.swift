import Python

/// Models by the fields of their classes.
extension Serializer {
    /// The dictionary of a model, by the fields of the declared class.
    func model(_ model: ModelInstance, as definition: ModelDefinition?, include: Value = .none, exclude: Value = .none) throws -> Value {
        guard let definition else { return try inferred(.object(model)) }
        try definition.complete(machine)
        if ancestors.contains(where: { $0 === model }) { throw machine.error("ValueError", "Circular reference detected (id repeated)") }
        var own = self
        own.ancestors.append(model)
        own.owner = model
        var around = self
        around.include = include
        around.exclude = exclude
        own.config = definition.config
        return try machine.nested {
            guard let serializer = definition.functionSerializer else { return try own.fields(of: model, definition, include, exclude) }
            guard serializer.runs(on: .object(model), isJSON: options.isJSON) else {
                return try own.fields(of: model, definition, include, exclude)
            }
            let written = try serializer.call(.object(model), around) { value in
                guard let inner = value.asObject as? ModelInstance else { return try inferred(value) }
                return try own.forFunctions.fields(of: inner, definition, include, exclude)
            }
            return try plain(written, serializer.returnType.schema(machine))
        }
    }

    /// What the serializer of a model class makes of a value that is no instance; nil where there is none that runs.
    func written(_ value: Value, byFunctionOf type: PyType) throws -> Value? {
        guard let serializer = ModelDefinition.of(type)?.functionSerializer, serializer.runs(on: value, isJSON: options.isJSON) else {
            return nil
        }
        let written = try serializer.call(value, self) { try forFunctions.inferred($0) }
        return try plain(written, serializer.returnType.schema(machine))
    }

    /// What the fields of a model class say of the attributes of another object; nil for one that has none (pydantic-core
    /// `ModelSerializer.allow_value`).
    func attributes(of value: Value, as type: PyType, _ include: Value, _ exclude: Value) throws -> Value? {
        guard let definition = ModelDefinition.of(type), !definition.isRoot, value.asType == nil,
            let instance = value.asInstance,
            let attributes = instance.attributes ?? (instance.instanceType.isProgramDefined ? PyDict() : nil)
        else { return nil }
        try definition.complete(machine)
        var own = self
        own.owner = instance
        own.config = definition.config
        let result = PyDict()
        for field in definition.fields where !field.info.isExcluded {
            guard let item = attributes.value(forName: field.key), let (inner, outer) = try selected(.str(field.key), include, exclude)
            else { continue }
            if options.excludeNone, item.isNone { continue }
            if options.excludeDefaults, try isDefault(item, of: field) { continue }
            let usesAlias = options.byAlias ?? definition.config.serializesByAlias
            result.setValue(
                try own.written(field, item, inner, outer), forName: usesAlias ? field.serializationKey : field.key)
        }
        return .dict(result)
    }

    func fields(of model: ModelInstance, _ definition: ModelDefinition, _ include: Value, _ exclude: Value) throws -> Value {
        if definition.isRoot, let root = definition.fields.first {
            guard let value = model.attributes?.value(forName: root.key) else { throw try missingRoot(model) }
            return try written(root, value, include, exclude)
        }
        let result = PyDict()
        for field in definition.fields where !field.info.isExcluded {
            guard let value = model.attributes?.value(forName: field.key) else { continue }
            try add(field, value, model, to: result, include, exclude)
        }
        // A class that takes no extra values writes none, whatever a call took.
        for (key, value) in definition.config.extra == "allow" ? model.extras?.items ?? [] : [] {
            guard let (inner, outer) = try selected(key, include, exclude) else { continue }
            if options.excludeNone, value.isNone { continue }
            try result.setValue(try inferred(value, include: inner, exclude: outer), for: key, machine)
        }
        try addComputed(definition, of: .object(model), to: result, include, exclude)
        return .dict(result)
    }

    /// The error of a root model whose value was deleted.
    private func missingRoot(_ model: ModelInstance) throws -> PyError {
        let words = "'\(model.instanceType.name)' object has no attribute 'root'"
        return options.isText
            ? SerializationFailure.error("Error serializing to JSON: AttributeError: \(words)", machine)
            : machine.error("AttributeError", words)
    }

    /// Adds the computed fields of a model or a dataclass.
    func addComputed(
        _ definition: ModelDefinition, of value: Value, to result: PyDict, _ include: Value, _ exclude: Value
    ) throws {
        if options.excludeComputed || options.isRoundTrip { return }
        for field in definition.computed {
            guard let (inner, outer) = try selected(.string(field.name), include, exclude) else { continue }
            let computed = try self.computed(field, of: value)
            if options.excludeNone, computed.isNone { continue }
            if let excludes = field.excludeIf, try machine.isTrue(try machine.call(excludes, computed)) { continue }
            var own = self
            own.fieldName = field.name
            let schema = field.returnType.schema(machine)
            let usesAlias = options.byAlias ?? definition.config.serializesByAlias
            result[usesAlias ? field.alias ?? field.name : field.name] = try own.written(
                computed, by: schema, include: inner, exclude: outer)
        }
    }

    /// The value of a property; while text is written its error is one of serializing.
    private func computed(_ field: ComputedField, of value: Value) throws -> Value {
        do {
            return try machine.attribute(value, field.name)
        } catch let raised as PyError where options.isText && machine.isError(raised, "Exception") {
            let words = "\(raised.type.name): \(try machine.str(.object(raised.exception)))"
            throw SerializationFailure.error("Error serializing to JSON: \(words)", machine)
        }
    }

    func add(
        _ field: ModelDefinition.Field, _ value: Value, _ model: ModelInstance, to result: PyDict, _ include: Value, _ exclude: Value
    ) throws {
        guard let (inner, outer) = try selected(.str(field.key), include, exclude) else { return }
        if options.excludeUnset, !model.fieldsSet.contains(field.key) { return }
        if options.excludeNone, value.isNone { return }
        if options.excludeDefaults, try isDefault(value, of: field) { return }
        if let excludes = field.info.excludeIf, try machine.isTrue(try machine.call(excludes, value)) { return }
        result.setValue(
            try written(field, value, inner, outer),
            forName: options.byAlias ?? config?.serializesByAlias ?? false ? field.serializationKey : field.key)
    }

    /// Whether a value equals the default; one that is made of other fields' values is not known here.
    func isDefault(_ value: Value, of field: ModelDefinition.Field) throws -> Bool {
        if field.hidesDefault { return false }
        if let standard = field.info.defaultValue { return try machine.isEqual(value, standard) }
        guard let factory = field.info.defaultFactory, !FieldDefaults.takesData(factory) else { return false }
        return try machine.isEqual(value, try machine.call(factory))
    }

    func written(_ field: ModelDefinition.Field, _ value: Value, _ include: Value, _ exclude: Value) throws -> Value {
        var own = self
        own.fieldName = field.name
        // A serializer of the class holds even where a call asks for what the values' own classes say.
        return field.hidesDefault
            ? try own.written(value, by: field.schema, include: include, exclude: exclude)
            : try own.plain(value, field.schema, include: include, exclude: exclude)
    }
}
