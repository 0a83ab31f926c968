import Python

/// Assignment to a field of a dataclass whose settings ask for validation (pydantic-core `dataclass`, `validate_assignment`).
struct DataclassAssignment {
    private let definition: ModelDefinition
    private let machine: Machine

    init(_ definition: ModelDefinition, _ machine: Machine) {
        self.definition = definition
        self.machine = machine
    }

    /// Gives the type a `__setattr__` that validates.
    static func add(to type: PyType, _ definition: ModelDefinition) {
        type.method("__setattr__", "self, name, value, /") { machine, a in
            guard let receiver = a[0].asInstance, let name = a[1].asStr else { return .none }
            try DataclassAssignment(definition, machine).assign(a[2], to: name, of: receiver)
            return .none
        }
    }

    /// Raises ValidationError where the value does not fit.
    private func assign(_ value: Value, to name: PyStr, of instance: PyInstance) throws {
        try definition.complete(machine)
        var errors: [ErrorDetail] = []
        let functions = definition.outerValidators[...]
        let made = try ModelValidator(Validator(machine)).outer(functions, definition, .object(instance), [], &errors) {
            validator, _, location, errors in
            try assign(value, to: name, of: instance, validator, location, &errors) ? .object(instance) : nil
        }
        if made == nil || !errors.isEmpty { throw BaseModelClass.failure(errors, definition, machine) }
    }

    private func assign(
        _ value: Value, to name: PyStr, of instance: PyInstance, _ validator: Validator, _ location: [Value],
        _ errors: inout [ErrorDetail]
    ) throws -> Bool {
        let stored = DataclassValues(definition, machine)
        let values = try stored.all(of: .object(instance))
        values.setValue(value, forName: name)
        guard let prepared = try ModelValidator(validator).prepared(.dict(values), definition, location, &errors) else { return false }
        let taken = prepared.asDict ?? values
        guard let made = try validated(value, name, taken, validator, location + [.str(name)], &errors) else { return false }
        taken.setValue(made, forName: name)
        try stored.store(taken, in: instance)
        return true
    }

    private func validated(
        _ value: Value, _ name: PyStr, _ values: PyDict, _ validator: Validator, _ place: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard let field = definition.field(name.string) else {
            if definition.config.extra == "allow" { return value }
            let message = "Object has no attribute '\(name.string)'"
            return validator.fail("no_such_attribute", message, value, place, &errors, [("attribute", .str(name))])
        }
        if field.info.isFrozen { return validator.fail("frozen_field", "Field is frozen", value, place, &errors) }
        return try validator.assigning(to: field, among: values, definition).validate(field.schema, value, at: place, &errors)
    }
}
