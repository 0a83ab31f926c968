import Python

/// `model_construct`: an instance without validation.
enum ModelConstruction {
    static func make(
        _ cls: PyType, _ definition: ModelDefinition, _ fieldsSet: [Value]?, _ values: [(name: String, value: Value)], _ machine: Machine
    ) throws -> Value {
        guard let made = cls.allocate(cls) as? ModelInstance else { return .none }
        var given: [String: Value] = [:]
        for (name, value) in values { given[name] = value }
        for field in definition.fields {
            let isAliased = field.validationName != field.name
            if let value = given[field.validationName] ?? (isAliased ? given[field.name] : nil) {
                made.dictionary.setValue(value, forName: field.key)
                made.fieldsSet.insert(field.key)
            } else if !field.isRequired {
                let standard = try FieldDefaults.standard(of: field, made.dictionary, machine)
                made.dictionary.setValue(standard, forName: field.key)
            }
        }
        if definition.config.extra == "allow" {
            let extras = PyDict()
            for (name, value) in values where !definition.fields.contains(where: { $0.name == name || $0.validationName == name }) {
                extras[name] = value
                made.fieldsSet.insert(name)
            }
            made.extras = extras
        }
        if let fieldsSet {
            made.fieldsSet = NameSet()
            for name in fieldsSet { if let text = name.asStr { made.fieldsSet.insert(text) } }
        }
        try PrivateValues.fill(made, definition, machine)
        if let hook = cls.lookup("model_post_init"), hook.asObject is PyFunction { _ = try machine.call(hook, .object(made), .none) }
        return .object(made)
    }
}
