import Python

/// A dataclass as a schema: its instances, or dictionaries of its fields.
struct DataclassType: SpecialType {
    let type: PyType
    let definition: ModelDefinition

    var name: String { definition.validatorName }
    var coreType: String { "dataclass" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.isInstance(input, type), definition.config.revalidates == "never" { return input }
        if validator.isStrict, validator.mode == .python, !machine.isInstance(input, type) {
            let message = "Input should be an instance of \(type.name)"
            return validator.fail("dataclass_exact_type", message, input, location, &errors, [("class_name", .string(type.name))])
        }
        let made = type.allocate(type)
        validator.floor(.strict)
        return try fill(made, .input(input), validator, location, &errors)
    }

    /// What the fields are read from.
    enum Source {
        case input(Value)
        case call(Arguments)
    }

    /// Fills an instance; nil where something does not fit.
    func fill(
        _ made: PyObject, _ source: Source, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let machine = validator.machine
        try definition.complete(machine)
        guard let instance = made as? PyInstance else { return nil }
        var shown: Value
        switch source {
        case .input(let value): shown = value
        case .call(let arguments): shown = try ArgumentsValue.make(arguments, machine)
        }
        do {
            var source = source
            for function in definition.beforeValidators.reversed() {
                shown = try call(function.function, [shown], machine)
                if case .input = source { source = .input(shown) }
            }
            guard let passed = try read(instance, source, shown, validator, location, &errors) else { return nil }
            if let hook = type.lookup("__post_init__") { _ = try machine.call(hook, Arguments([.object(instance)] + passed)) }
            var result = Value.object(instance)
            for function in definition.outerValidators where function.mode != "wrap" {
                result =
                    function.function.asObject is PyMethodWrapper
                    ? try call(function.function, [result], machine) : try machine.call(function.function, result)
            }
            return result
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, shown, location, &errors, machine)
        }
    }

    private func call(_ function: Value, _ arguments: [Value], _ machine: Machine) throws -> Value {
        guard let wrapper = function.asObject as? PyMethodWrapper else { return try machine.call(function, Arguments(arguments)) }
        return try machine.call(
            wrapper.function, Arguments(wrapper.kind == .staticMethod ? arguments : [.object(type)] + arguments))
    }

    /// The values that go to `__post_init__`; nil where something does not fit.
    private func read(
        _ instance: PyInstance, _ source: Source, _ shown: Value, _ validator: Validator, _ location: [Value],
        _ errors: inout [ErrorDetail]
    ) throws -> [Value]? {
        let before = errors.count
        var positional: [Value] = []
        let keywords: PyDict
        switch source {
        case .call(let arguments):
            positional = arguments.positional
            keywords = PyDict()
            for (name, value) in arguments.keywords { keywords[name] = value }
        case .input(let value):
            guard let dict = value.asDict ?? revalidated(value, validator) else {
                let message = "Input should be a dictionary or an instance of \(type.name)"
                _ = validator.fail("dataclass_type", message, value, location, &errors, [("class_name", .string(type.name))])
                return nil
            }
            keywords = dict
        }
        let values = PyDict()
        var used: Set<String> = []
        let names = FieldLookup(validator, definition.config)
        var position = 0
        for field in definition.fields {
            let given = field.isInInit ? try names.find(field, in: .dict(keywords)) : nil
            if let given { used.insert(given.name.string) }
            let isPositional = field.isInInit && !field.isKeywordOnly && positional.indices.contains(position)
            if isPositional {
                if let given {
                    let message = "Got multiple values for argument"
                    _ = validator.fail("multiple_argument_values", message, given.value, location + given.place, &errors)
                }
                try take(positional[position], field, [.int(position)], values, validator, location, &errors)
            } else if let given {
                try take(given.value, field, given.place, values, validator, location, &errors)
            } else if field.isRequired {
                _ = validator.fail("missing", "Field required", shown, location + names.place(ofMissing: field), &errors)
            } else {
                values.setValue(try ModelFieldReader.standard(of: field, values, validator.machine), forName: field.key)
            }
            if !field.isKeywordOnly { position += 1 }
        }
        try refuse(positional, keywords, used, isCall: isCall(source), validator, location, &errors)
        guard errors.count == before else { return nil }
        validator.quality?.add(fieldsSet: keywords.count + positional.count)
        var passed: [Value] = []
        for field in definition.fields {
            guard let value = values.value(forName: field.key) else { continue }
            if field.isInitOnly { passed.append(value) } else { instance.dictionary.setValue(value, forName: field.key) }
        }
        if definition.config.extra == "allow" { keep(keywords, used, in: instance) }
        return passed
    }

    /// What the class holds for a field that no call sets.
    private func classDefault(of field: ModelDefinition.Field, _ instance: PyInstance, _ machine: Machine) throws -> Value? {
        field.isInInit || field.isInitOnly ? nil : try machine.attributeIfPresent(.object(instance), field.name)
    }

    /// The fields of an instance that is to be validated anew.
    private func revalidated(_ value: Value, _ validator: Validator) -> PyDict? {
        validator.machine.isInstance(value, type) ? value.asInstance?.attributes : nil
    }

    /// Puts values that no field takes into the instance, where the settings allow them.
    private func keep(_ keywords: PyDict, _ used: Set<String>, in instance: PyInstance) {
        for (key, value) in keywords.items {
            guard let name = key.asStr, !used.contains(name.string) else { continue }
            instance.dictionary.setValue(value, forName: name)
        }
    }

    private func isCall(_ source: Source) -> Bool { if case .call = source { true } else { false } }

    private func take(
        _ input: Value, _ field: ModelDefinition.Field, _ place: [Value], _ values: PyDict, _ validator: Validator,
        _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws {
        var own = validator
        if field.runsFunctions { own.scope = FieldScope(data: values, fieldName: field.name, config: definition.shownSettings) }
        if let value = try own.validate(field.schema, input, at: location + place, &errors) { values.setValue(value, forName: field.key) }
    }

    /// Arguments that no field takes.
    private func refuse(
        _ positional: [Value], _ keywords: PyDict, _ used: Set<String>, isCall: Bool, _ validator: Validator, _ location: [Value],
        _ errors: inout [ErrorDetail]
    ) throws {
        for (index, value) in positional.enumerated().dropFirst(definition.fields.count { !$0.isKeywordOnly }) {
            let message = "Unexpected positional argument"
            _ = validator.fail("unexpected_positional_argument", message, value, location + [.int(index)], &errors)
        }
        for (key, _) in keywords.items where key.asStr == nil { try validator.refuse(key: key, location, &errors) }
        guard definition.config.extra == "forbid" else { return }
        for (key, value) in keywords.items where key.asString.map({ !used.contains($0) }) == true {
            _ = validator.fail("unexpected_keyword_argument", "Unexpected keyword argument", value, location + [key], &errors)
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
            let result = PyDict()
            for field in definition.fields where !field.info.isExcluded {
                guard let item = try instance.attributes?.value(forName: field.key) ?? classDefault(of: field, instance, own.machine),
                    let (inner, outer) = try own.selected(.str(field.key), serializer.include, serializer.exclude)
                else { continue }
                if options.excludeNone, item.isNone { continue }
                if options.excludeDefaults, try own.isDefault(item, of: field) { continue }
                if let excludes = field.info.excludeIf, try own.machine.isTrue(try own.machine.call(excludes, item)) { continue }
                own.fieldName = field.name
                let usesAlias = options.byAlias ?? definition.config.serializesByAlias
                result.setValue(
                    try own.plain(item, field.schema, include: inner, exclude: outer),
                    forName: usesAlias ? field.serializationKey : field.key)
            }
            try own.addComputed(definition, of: value, to: result, serializer.include, serializer.exclude)
            return .dict(result)
        }
    }
}
