import Python

/// The values of a model while one of its fields is assigned to (pydantic-core `model-fields`, `validate_assignment`).
struct AssignedValues {
    private let validator: Validator
    private let model: ModelInstance
    private let definition: ModelDefinition

    init(_ validator: Validator, _ model: ModelInstance, _ definition: ModelDefinition) {
        self.validator = validator
        self.model = model
        self.definition = definition
    }

    /// Whether the value fits; then the model has it.
    func assign(_ value: Value, to name: PyStr, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Bool {
        let values = model.dictionary.copy()
        for (key, item) in model.extras?.items ?? [] { if let name = key.asStr { values.setValue(item, forName: name) } }
        values.setValue(value, forName: name)
        guard let prepared = try ModelValidator(validator).prepared(.dict(values), definition, location, &errors) else { return false }
        let place = location + [.str(name)]
        let taken = prepared.asDict ?? values
        let isField = definition.field(name.string) != nil
        guard let made = try validated(value, name, taken, place, &errors) else { return false }
        for field in definition.fields where field.key != name {
            if let other = taken.value(forName: field.key) { model.dictionary.setValue(other, forName: field.key) }
        }
        if isField {
            model.dictionary.setValue(made, forName: name)
        } else {
            let extras = model.extras ?? PyDict()
            extras.setValue(made, forName: name)
            model.extras = extras
        }
        model.fieldsSet.insert(name)
        return true
    }

    private func validated(
        _ value: Value, _ name: PyStr, _ values: PyDict, _ place: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard let field = definition.field(name.string) else {
            if definition.config.extra == "allow" {
                return try definition.extraSchema.map { try validator.validate($0, value, at: place, &errors) } ?? value
            }
            let message = "Object has no attribute '\(name.string)'"
            return validator.fail("no_such_attribute", message, value, place, &errors, [("attribute", .str(name))])
        }
        return try validator.assigning(to: field, among: values, definition).validate(field.schema, value, at: place, &errors)
    }
}

extension Validator {
    /// The validator of a value that is assigned to a field, whose functions see the other values only.
    func assigning(to field: ModelDefinition.Field, among values: PyDict, _ definition: ModelDefinition) -> Validator {
        guard field.runsFunctions else { return self }
        let others = values.copy()
        if let position = others.position(ofName: PyStr(field.name)) { others.removeEntry(at: position) }
        var own = self
        own.scope = FieldScope(data: others, fieldName: field.name, config: definition.shownSettings)
        return own
    }
}
