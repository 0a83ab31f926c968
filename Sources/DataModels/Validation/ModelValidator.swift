import Python

/// Models: from dictionaries, instances and, where asked, any object with attributes.
struct ModelValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ type: PyType, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let definition = ModelDefinition.of(type) else { return input }
        try definition.complete(machine)
        var own = validator
        // A model is as strict as its own settings say, whatever holds it.
        own.isStrict = validator.forcedStrictness ?? definition.config.isStrict
        return try machine.nested {
            try ModelValidator(own).outer(definition.outerValidators[...], definition, input, location, &errors) {
                validator, input, location, errors in
                try ModelValidator(validator).instance(definition, input, location, &errors)
            }
        }
    }

    /// Fills the receiver of `__init__`; nil where something does not fit.
    func initialize(_ made: ModelInstance, _ definition: ModelDefinition, _ input: Value, _ errors: inout [ErrorDetail]) throws -> Value? {
        try definition.complete(machine)
        return try outer(definition.outerValidators[...], definition, input, [], &errors) { validator, input, location, errors in
            try ModelValidator(validator).fill(made, definition, input, location, &errors)
        }
    }

    /// Assigns to a field of a model that is there already; nil where something does not fit.
    ///
    /// Functions before the model get its values as a dictionary, those after it and around it the model itself. What they refuse
    /// afterwards has been assigned (pydantic-core `ModelValidator.validate_assignment`).
    func assign(
        _ value: Value, to name: PyStr, of model: ModelInstance, _ definition: ModelDefinition, _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        try outer(definition.outerValidators[...], definition, .object(model), [], &errors) { validator, _, location, errors in
            try AssignedValues(validator, model, definition).assign(value, to: name, location, &errors) ? .object(model) : nil
        }
    }

    /// What the functions before the fields make of an input; nil where one refuses it.
    func prepared(
        _ input: Value, _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        var input = input
        do {
            for function in definition.beforeValidators.reversed() { input = try call(function.function, definition.type, [input]) }
            for function in definition.rootValidators.reversed() where function.mode == "before" {
                input = try machine.call(definition.boundToClass(function.function), input)
            }
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        }
        return input
    }

    /// What functions go around; it gets the validator for its input.
    typealias Step = (_ validator: Validator, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value?

    /// Runs the functions around a model or a dataclass: each goes around all those before it.
    func outer(
        _ functions: ArraySlice<ModelDefinition.MethodFunction>, _ definition: ModelDefinition, _ input: Value, _ location: [Value],
        _ errors: inout [ErrorDetail], _ inner: @escaping Step
    ) throws -> Value? {
        guard let function = functions.last else { return try inner(validator, input, location, &errors) }
        let rest = functions.dropLast()
        do {
            if function.mode == "wrap" {
                let handler = machine.native("ValidatorCallable", "input_value, outer_location=None, /") { machine, a in
                    var own: [ErrorDetail] = []
                    let outer = ModelValidator(validator.forObjects)
                    if let value = try outer.outer(rest, definition, a[0], [], &own, inner), own.isEmpty { return value }
                    throw ValidationFailure.error(own, title: definition.title, machine)
                }
                return try call(function.function, definition.type, [input, handler])
            }
            guard let value = try outer(rest, definition, input, location, &errors, inner) else { return nil }
            return try callAfter(function.function, definition.type, value)
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, input, location, &errors, machine)
        }
    }

    /// The validator with the settings of the model for its functions.
    private func informed(_ type: PyType) -> Validator {
        guard let settings = (ModelDefinition.of(type) ?? DataclassDefinition.ofPydantic(type))?.shownSettings else { return validator }
        var own = validator
        own.scope = FieldScope(data: validator.scope?.data, fieldName: validator.scope?.fieldName, config: settings)
        return own
    }

    private func callAfter(_ function: Value, _ type: PyType, _ value: Value) throws -> Value {
        if function.asObject is PyMethodWrapper { return try call(function, type, [value]) }
        var arguments = [value]
        if let count = SignatureCount.positional(of: function), count > 1 { arguments.append(try InfoObjects.validation(informed(type))) }
        return try machine.call(function, Arguments(arguments))
    }

    /// Calls a class method or static method, with an info object if it asks for one more argument.
    private func call(_ function: Value, _ type: PyType, _ arguments: [Value]) throws -> Value {
        let wrapper = function.asObject as? PyMethodWrapper
        let target = wrapper?.function ?? function
        var all = wrapper?.kind == .staticMethod ? arguments : [.object(type)] + arguments
        if let count = SignatureCount.positional(of: target), count > all.count { all.append(try InfoObjects.validation(informed(type))) }
        return try machine.call(target, Arguments(all))
    }

    private func instance(
        _ definition: ModelDefinition, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let type = definition.type
        if let model = input.asObject as? ModelInstance, model.instanceType.isSubtype(of: type) {
            let revalidates = definition.config.revalidates
            guard revalidates == "always" || (revalidates == "subclass-instances" && model.instanceType !== type) else { return input }
            return try again(model, definition, location, &errors)
        }
        // An instance of the class without its arguments, or with others.
        if let model = input.asObject as? ModelInstance, let origin = definition.genericOrigin, model.instanceType.isSubtype(of: origin) {
            return try again(model, definition, location, &errors)
        }
        validator.floor(.strict)
        if let dict = input.asDict, hasOwnInitializer(type), let keywords = keywords(dict) {
            do {
                return try machine.call(.object(type), Arguments([], keywords: keywords))
            } catch let raised as PyError where raised.exception is ValidationFailure {
                return try FunctionValidator.take(raised, input, location, &errors, machine)
            }
        }
        return try fill(empty(type), definition, input, location, &errors)
    }

    /// Validates the values of an instance anew; what counts as set stays so.
    private func again(
        _ model: ModelInstance, _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let made = empty(definition.type)
        if definition.isRoot { return try fill(made, definition, model.dictionary["root"] ?? .none, location, &errors) }
        let values = model.dictionary.copy()
        for (key, value) in model.extras?.items ?? [] { try values.setValue(value, for: key, machine) }
        guard try fill(made, definition, .dict(values), location, &errors) != nil else { return nil }
        made.fieldsSet = model.fieldsSet
        return .object(made)
    }

    private func empty(_ type: PyType) -> ModelInstance { type.allocate(type) as? ModelInstance ?? ModelInstance(type: type) }

    private func hasOwnInitializer(_ type: PyType) -> Bool { type.lookup("__init__")?.asObject is PyFunction }

    private func keywords(_ dict: PyDict) -> [(name: String, value: Value)]? {
        var keywords: [(name: String, value: Value)] = []
        for (key, value) in dict.items {
            guard let name = key.asString else { return nil }
            keywords.append((name, value))
        }
        return keywords
    }

    /// Fills an empty instance; nil where something does not fit.
    private func fill(
        _ made: ModelInstance, _ definition: ModelDefinition, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let before = errors.count
        let given = input
        guard let input = try prepared(given, definition, location, &errors) else { return nil }
        let validator = definition.runsBefore ? self.validator.forObjects : self.validator
        if let ready = input.asObject as? ModelInstance, ready !== made, ready.instanceType.isSubtype(of: definition.type) {
            made.fieldsSet = ready.fieldsSet
            made.extras = ready.extras
            for (key, value) in ready.dictionary.items { if let name = key.asStr { made.dictionary.setValue(value, forName: name) } }
        } else if definition.isRoot {
            guard try ModelValidator(validator).fillRoot(made, definition, input, location, &errors) else { return nil }
        } else {
            guard let source = try ModelValidator(validator).source(input, definition, location, &errors) else { return nil }
            made.fieldsSet = NameSet(capacity: definition.fields.count)
            let reader = ModelFieldReader(validator, definition, source, input, location, from: before)
            try reader.read(into: made, &errors)
            if errors.count == before { try callRoot(made, definition, input, location, &errors) }
        }
        guard errors.count == before else { return nil }
        do {
            try finish(made, definition)
        } catch let raised as PyError {
            return try FunctionValidator.take(raised, given, location, &errors, machine)
        }
        return .object(made)
    }

    /// Validators of Pydantic 1 that get the values of a model, and give those that it shall have.
    private func callRoot(
        _ made: ModelInstance, _ definition: ModelDefinition, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws {
        do {
            for function in definition.rootValidators where function.mode == "after" {
                let values = try machine.call(definition.boundToClass(function.function), .dict(made.dictionary.copy()))
                guard let new = values.asDict else { continue }
                for key in made.dictionary.keys where key.asString.map({ new[$0] == nil }) ?? false {
                    _ = try made.dictionary.removeValue(for: key, machine)
                }
                for (key, value) in new.items { if let name = key.asStr { made.dictionary.setValue(value, forName: name) } }
            }
        } catch let raised as PyError {
            _ = try FunctionValidator.take(raised, input, location, &errors, machine)
        }
    }

    private func fillRoot(
        _ made: ModelInstance, _ definition: ModelDefinition, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Bool {
        guard let field = definition.fields.first else { return true }
        var own = validator
        if Undefined.isUndefined(input), !field.isRequired {
            made.dictionary.setValue(try FieldDefaults.standard(of: field, PyDict(), machine), forName: field.key)
            return true
        }
        if field.runsFunctions { own.scope = FieldScope(data: made.dictionary, fieldName: field.name, config: definition.config.settings) }
        guard let value = try own.validate(field.schema, input, at: location, &errors) else { return false }
        made.fieldsSet.insert(field.key)
        made.dictionary.setValue(value, forName: field.key)
        return true
    }

    /// Private attributes, then the program's hook.
    private func finish(_ made: ModelInstance, _ definition: ModelDefinition) throws {
        try PrivateValues.fill(made, definition, machine)
        if let hook = definition.type.lookup("model_post_init"), hook.asObject is PyFunction {
            _ = try machine.call(hook, .object(made), validator.context)
        }
    }

    // MARK: Input

    private func source(
        _ input: Value, _ definition: ModelDefinition, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> ModelFieldReader.Source? {
        if let dict = try validator.isStrict ? input.asDict : MappingInput.dictionary(of: input, machine) { return .dict(dict) }
        let name = definition.type.name
        if validator.isJSON {
            _ = validator.fail("model_type", "", input, location, &errors, [("class_name", .string(name))])
            return nil
        }
        if validator.fromAttributes ?? definition.config.fromAttributes {
            if Self.hasFields(input, machine) { return .object(input, over: nil) }
            // An object with what goes before its attributes.
            if let pair = input.asTuple?.elements, pair.count == 2, let over = pair[1].asDict {
                if Self.hasFields(pair[0], machine) { return .object(pair[0], over: over) }
            }
            let message = "Input should be a valid dictionary or object to extract fields from"
            _ = validator.fail("model_attributes_type", message, input, location, &errors)
            return nil
        }
        let message = "Input should be a valid dictionary or instance of \(name)"
        _ = validator.fail("model_type", message, input, location, &errors, [("class_name", .string(name))])
        return nil
    }
}

extension ModelValidator {
    /// Whether fields may be read from the attributes of a value: not of those of Python's own classes.
    static func hasFields(_ input: Value, _ machine: Machine) -> Bool {
        guard input.asObject != nil else { return false }
        // The class of models is none of Python's own.
        if let type = input.asType, ModelDefinition.of(type) != nil { return true }
        return !["builtins", "datetime", "collections"].contains(machine.type(of: input).module)
    }
}

/// Defaults of private attributes.
enum PrivateValues {
    static func fill(_ made: ModelInstance, _ definition: ModelDefinition, _ machine: Machine) throws {
        if definition.privateAttributes.isEmpty { return }
        let values = PyDict()
        for (name, attribute) in definition.privateAttributes {
            if let factory = attribute.factory {
                values[name] = try machine.call(factory)
            } else if let standard = attribute.defaultValue {
                values[name] = try DeepCopy.copy(standard, machine)
            }
        }
        made.privates = values
    }
}

/// Copies of containers, as `copy.deepcopy` makes them for defaults.
enum DeepCopy {
    static func copy(_ value: Value, _ machine: Machine) throws -> Value {
        switch value {
        case .list(let list): return .list(PyList(try list.elements.map { try copy($0, machine) }))
        case .dict(let dict):
            let made = PyDict()
            for (key, item) in dict.items { try made.setValue(try copy(item, machine), for: key, machine) }
            return .dict(made)
        case .object(let object):
            if let set = object as? PySet { return .object(PySet(table: set.table.copy(), isFrozen: set.isFrozen)) }
            return value
        default: return value
        }
    }
}
