import Python

/// What the fields get that an input does not give (pydantic-core `with-default`).
struct FieldDefaults {
    let validator: Validator
    let config: ModelConfig
    let shownSettings: PyDict
    let location: [Value]
    /// How many errors there were before the fields.
    let before: Int
    private var machine: Machine { validator.machine }

    /// The default of a field that has one; nil with at least one more error where it is not made or does not fit.
    func value(of field: ModelDefinition.Field, _ values: PyDict, _ errors: inout [ErrorDetail]) throws -> Value? {
        if let factory = field.info.defaultFactory, errors.count > before, Self.takesData(factory) {
            let message = "The default factory uses validated data, but at least one validation error occurred"
            let undefined = try PydanticTypes.required(machine).undefined
            return validator.fail("default_factory_not_called", message, undefined, location + [.str(field.key)], &errors)
        }
        let standard = try Self.standard(of: field, values, machine)
        guard field.validatesDefault || field.info.validatesDefault ?? config.validatesDefault else { return standard }
        // A default is an object of the program, whatever the input is made of.
        var own = validator.forObjects
        if field.runsFunctions { own.scope = FieldScope(data: values, fieldName: field.name, config: shownSettings) }
        let first = errors.count
        let result = try own.validate(field.schema, standard, at: location, &errors)
        if errors.count > first { errors.place(under: .str(field.key), depth: location.count, from: first) }
        return result
    }

    /// Whether a factory asks for the values so far.
    static func takesData(_ factory: Value) -> Bool {
        guard factory.asObject is PyFunction else { return false }
        return SignatureCount.positional(of: factory) == 1
    }

    /// The default, copied where it is mutable.
    static func standard(of field: ModelDefinition.Field, _ values: PyDict, _ machine: Machine) throws -> Value {
        if let factory = field.info.defaultFactory {
            return takesData(factory) ? try machine.call(factory, .dict(values.copy())) : try machine.call(factory)
        }
        let value = field.info.defaultValue ?? .none
        switch value {
        case .list, .dict: return try DeepCopy.copy(value, machine)
        case .object(let object) where object is PySet: return try DeepCopy.copy(value, machine)
        default: return value
        }
    }
}

/// `PydanticUseDefault` on its way to the field.
struct DefaultRequested: Error {}
