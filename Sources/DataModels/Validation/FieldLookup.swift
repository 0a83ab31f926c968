import Python

/// Under which names an input gives the fields of a model, a dataclass or a typed dictionary (pydantic-core `LookupKeyCollection`).
struct FieldLookup {
    /// Where values come from.
    enum Source {
        case dict(PyDict)
        /// An object, and what goes before its attributes.
        case object(Value, over: PyDict?)

        /// Whether names are those of attributes.
        var isObject: Bool { if case .object = self { true } else { false } }

        func value(_ name: PyStr, _ machine: Machine) throws -> Value? {
            switch self {
            case .dict(let dict): dict.value(forName: name)
            case .object(let object, let over):
                try over?.value(forName: name) ?? machine.attributeIfPresent(object, name.string)
            }
        }
    }

    private let machine: Machine
    private let readsAlias: Bool
    private let readsName: Bool
    private let locatesByAlias: Bool

    init(_ validator: Validator, _ config: ModelConfig) {
        machine = validator.machine
        readsAlias = validator.options?.byAlias ?? config.byAlias
        readsName = validator.options?.byName ?? config.byName
        locatesByAlias = config.locatesByAlias
    }

    /// The value that a source gives a field, the location of its errors, and the name that the source has it under.
    func find(_ field: ModelDefinition.Field, in source: Source) throws -> (value: Value, place: [Value], name: PyStr)? {
        if readsAlias, let paths = field.paths {
            for path in paths {
                guard let name = path.parts.first?.asStr, let first = try source.value(name, machine),
                    let found = try path.value(below: first, isAttribute: source.isObject, machine)
                else { continue }
                return (found, locatesByAlias ? path.parts : [.str(field.key)], name)
            }
        } else {
            let isAliased = field.validationKey !== field.key
            if readsAlias || !isAliased, let found = try source.value(field.validationKey, machine) {
                return (found, [.str(locatesByAlias ? field.validationKey : field.key)], field.validationKey)
            }
            if !isAliased { return nil }
        }
        if readsName || !readsAlias, let found = try source.value(field.key, machine) { return (found, [.str(field.key)], field.key) }
        return nil
    }

    /// Where the error of a missing field stands.
    func place(ofMissing field: ModelDefinition.Field) -> [Value] {
        readsAlias && locatesByAlias ? field.paths?.first?.parts ?? [.str(field.validationKey)] : [.str(field.key)]
    }
}
