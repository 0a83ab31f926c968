import Python

/// A dataclass as a schema: its instances, or dictionaries of its fields.
struct DataclassType: SpecialType {
    let type: PyType
    let definition: ModelDefinition

    var name: String { definition.validatorName }
    var coreType: String { "dataclass" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try definition.complete(validator.machine)
        var own = validator
        own.isStrict = validator.forcedStrictness ?? definition.config.isStrict
        let functions = definition.outerValidators[...]
        return try ModelValidator(own).outer(functions, definition, input, location, &errors) { validator, input, location, errors in
            try instance(of: input, validator, location, &errors)
        }
    }

    /// The input itself where it is an instance already, or a new one.
    private func instance(
        of input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let machine = validator.machine
        let isInstance = machine.isInstance(input, type)
        if isInstance {
            let revalidates = definition.config.revalidates
            let isExact = machine.type(of: input) === type
            guard revalidates == "always" || revalidates == "subclass-instances" && !isExact else { return input }
        } else if validator.isStrict, validator.inputType == .python {
            let message = "Input should be an instance of \(type.name)"
            return validator.fail("dataclass_exact_type", message, input, location, &errors, [("class_name", .string(type.name))])
        }
        let made = type.allocate(type)
        validator.floor(.strict)
        let given = try isInstance ? .dict(DataclassValues(definition, machine).all(of: input)) : input
        return try fill(made, given, validator, location, &errors)
    }

    /// Fills the receiver of a call; nil where something does not fit.
    func initialize(_ made: PyInstance, _ arguments: Arguments, _ machine: Machine, _ errors: inout [ErrorDetail]) throws -> Value? {
        try definition.complete(machine)
        let input = try ArgumentsValue.make(arguments, machine)
        let functions = definition.outerValidators[...]
        return try ModelValidator(Validator(machine)).outer(functions, definition, input, [], &errors) {
            validator, input, location, errors in
            try fill(made, input, validator, location, &errors)
        }
    }

    private func fill(
        _ made: PyInstance, _ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let machine = validator.machine
        guard let given = try ModelValidator(validator).prepared(input, definition, location, &errors) else { return nil }
        let validator = definition.runsBefore ? validator.forObjects : validator
        do {
            let reader = DataclassReader(type, definition, validator, given, location, from: errors.count)
            guard let (values, passed) = try reader.read(&errors) else { return nil }
            try DataclassValues(definition, machine).store(values, in: made)
            if let hook = type.lookup("__post_init__") { _ = try machine.call(hook, Arguments([.object(made)] + passed)) }
            return .object(made)
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard let instance = value.asInstance, serializer.machine.isInstance(value, type) else { return nil }
        try definition.complete(serializer.machine)
        var own = serializer
        own.owner = instance
        own.config = definition.config
        let options = serializer.options
        return try serializer.machine.nested {
            guard let function = definition.functionSerializer, function.runs(on: value, isJSON: options.isJSON) else {
                return try fields(of: instance, own)
            }
            let written = try function.call(value, serializer) { inner in
                guard let instance = inner.asInstance, serializer.machine.isInstance(inner, type) else {
                    return try serializer.inferred(inner)
                }
                return try fields(of: instance, own.forFunctions)
            }
            return try serializer.plain(written, function.returnType.schema(serializer.machine))
        }
    }

    private func fields(of instance: PyInstance, _ serializer: Serializer) throws -> Value {
        let own = serializer, options = serializer.options
        let stored = DataclassValues(definition, own.machine)
        do {
            let result = PyDict()
            for field in definition.fields where !field.info.isExcluded {
                guard let item = try stored.value(of: field, in: instance),
                    let (inner, outer) = try own.selected(.str(field.key), serializer.include, serializer.exclude)
                else { continue }
                if options.excludeNone, item.isNone { continue }
                if options.excludeDefaults, try own.isDefault(item, of: field) { continue }
                if let excludes = field.info.excludeIf, try own.machine.isTrue(try own.machine.call(excludes, item)) { continue }
                let usesAlias = options.byAlias ?? definition.config.serializesByAlias
                result.setValue(
                    try own.written(field, item, inner, outer), forName: usesAlias ? field.serializationKey : field.key)
            }
            try own.addComputed(definition, of: .object(instance), to: result, serializer.include, serializer.exclude)
            return .dict(result)
        }
    }
}

/// The values that instances of a dataclass have, in their dictionary or in slots.
struct DataclassValues {
    private let definition: ModelDefinition
    private let machine: Machine
    private let hasSlots: Bool

    init(_ definition: ModelDefinition, _ machine: Machine) {
        self.definition = definition
        self.machine = machine
        hasSlots = definition.type.lookup("__slots__") != nil
    }

    /// The value of a field; nil where the instance has none.
    func value(of field: ModelDefinition.Field, in instance: PyInstance) throws -> Value? {
        if let value = instance.attributes?.value(forName: field.key) { return value }
        // The class holds it where no call sets it.
        let isElsewhere = hasSlots || !field.isInInit
        return isElsewhere && !field.isInitOnly ? try machine.attributeIfPresent(.object(instance), field.name) : nil
    }

    /// The fields of an instance by name.
    func all(of value: Value) throws -> PyDict {
        let values = PyDict()
        guard let instance = value.asInstance else { return values }
        for field in definition.fields {
            if let item = try self.value(of: field, in: instance) { values.setValue(item, forName: field.key) }
        }
        return values
    }

    /// Puts values into an instance, however frozen.
    func store(_ values: PyDict, in instance: PyInstance) throws {
        guard hasSlots, let setter = machine.types.object.lookup("__setattr__") else {
            for (key, value) in values.items { if let name = key.asStr { instance.dictionary.setValue(value, forName: name) } }
            return
        }
        for (key, value) in values.items { _ = try machine.call(setter, Arguments([.object(instance), key, value])) }
    }
}
