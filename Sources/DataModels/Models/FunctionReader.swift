import Python

/// Reads the decorated methods of a class (pydantic._internal._decorators).
struct FunctionReader {
    typealias MethodFunction = ModelDefinition.MethodFunction
    private let definition: ModelDefinition
    private let machine: Machine
    private let types: PydanticTypes
    private var type: PyType { definition.type }

    init(_ definition: ModelDefinition, _ machine: Machine, _ types: PydanticTypes) {
        self.definition = definition
        self.machine = machine
        self.types = types
    }

    /// Adds functions; one of the same name takes the place of the older.
    static func merge(_ known: inout [MethodFunction], _ new: [MethodFunction]) {
        for function in new {
            if let index = known.firstIndex(where: { $0.name == function.name }) {
                known[index] = function
            } else {
                known.append(function)
            }
        }
    }

    func read() throws {
        var serialized: Set<String> = []
        for (key, value) in type.attributes.items {
            guard let mark = value.asObject as? DecoratedFunction, let name = key.asString else { continue }
            let made = MethodFunction(
                name: name, fields: mark.fields, mode: mark.mode, function: mark.function, condition: mark.condition,
                returnType: mark.returnType, isForEachItem: mark.isForEachItem, isForDefaults: mark.isForDefaults)
            switch mark.role {
            case .earlierValidator:
                try checkFields(mark, name)
                Self.merge(&definition.earlierValidators, [made])
            case .rootValidator: Self.merge(&definition.rootValidators, [made])
            case .fieldValidator:
                try checkFields(mark, name)
                Self.merge(&definition.fieldValidators, [made])
            case .fieldSerializer:
                try checkFields(mark, name)
                for field in mark.fields where !serialized.insert(field).inserted {
                    let message = "Multiple field serializer functions were defined for field '\(field)', this is not allowed."
                    throw types.userErrors.error(message, code: "multiple-field-serializers", machine)
                }
                Self.merge(&definition.fieldSerializers, [made])
            case .modelValidator:
                try FunctionSignatures(machine).checkValidator(definition.boundToClass(mark), mode: mark.mode, of: "model")
                if mark.mode == "before" {
                    Self.merge(&definition.beforeValidators, [made])
                } else {
                    Self.merge(&definition.outerValidators, [made])
                }
            case .modelSerializer:
                try FunctionSignatures(machine).checkSerializer(mark.function, mode: mark.mode, of: "model", hidden: 0)
                definition.modelSerializer = made
            case .computedField:
                try addComputed(name, mark)
                continue
            }
            type.attributes[name] = mark.original
        }
    }

    private func checkFields(_ mark: DecoratedFunction, _ name: String) throws {
        guard mark.checksFields, mark.fields.contains(where: { $0 != "*" && definition.field($0) == nil }) else { return }
        let place = "\(type.module).\(type.qualifiedName):\(machine.identity(.object(type))).\(name)"
        let advice = "(use check_fields=False if you're inheriting from the model and intended this)"
        throw types.userErrors.error(
            "Decorators defined with incorrect fields: \(place) \(advice)", code: "decorator-missing-field", machine)
    }

    private func addComputed(_ name: String, _ mark: DecoratedFunction) throws {
        if mark.returnType == nil, let function = mark.function.asObject as? PyFunction, function.returnAnnotation == nil {
            let message =
                "Computed field is missing return type annotation or specifying `return_type` to the `@computed_field` decorator "
                + "(e.g. `@computed_field(return_type=int | str)`)"
            throw types.userErrors.error(message, code: "model-field-missing-annotation", machine)
        }
        var alias = mark.alias
        if alias == nil, let generator = definition.config.aliasGenerator {
            if let function = generator.asInstance?.attributes?["serialization_alias"] ?? generator.asInstance?.attributes?["alias"] {
                alias = function.isNone ? nil : try machine.call(function, .string(name)).asString
            } else if generator.asInstance?.instanceType !== types.aliases.generator {
                alias = try machine.call(generator, .string(name)).asString
            }
        }
        let isPlain = mark.original.asObject is PyFunction
        let property = isPlain ? .object(PyProperty(getter: mark.original)) : mark.original
        let computed = ComputedField(
            name: name, alias: alias, isInRepr: mark.isInRepr ?? !name.hasPrefix("_"),
            returnType: ReturnType(of: mark.function, given: mark.returnType),
            excludeIf: mark.settings.first { $0.name == "exclude_if" && !$0.value.isNone }?.value,
            info: try info(mark, alias, property, name))
        if let known = definition.computed.firstIndex(where: { $0.name == name }) {
            definition.computed[known] = computed
        } else {
            definition.computed.append(computed)
        }
        type.attributes[name] = property
        // A descriptor such as a cached property is told its name through the mark (_decorators.py `PydanticDescriptorProxy.__set_name__`).
        if mark.original.asInstance != nil, let hook = try machine.attributeIfPresent(mark.original, "__set_name__") {
            _ = try machine.call(hook, .object(type), .string(name))
        }
    }

    private func info(_ mark: DecoratedFunction, _ alias: String?, _ property: Value, _ name: String) throws -> ComputedFieldInfo {
        let made = ComputedFieldInfo(type: types.computedFieldInfo)
        for name in ComputedFieldInfo.attributes { made.dictionary[name] = Value.none }
        for (name, value) in mark.settings { made.dictionary[name] = value }
        made.dictionary["wrapped_property"] = property
        made.dictionary["return_type"] = mark.returnType ?? (mark.function.asObject as? PyFunction)?.returnAnnotation ?? Value.none
        made.dictionary["alias"] = alias.map { .string($0) } ?? Value.none
        if alias != nil { made.dictionary["alias_priority"] = mark.alias == nil ? 1 : 2 }
        if made.dictionary["description"]?.isNone ?? true {
            made.dictionary["description"] = try machine.attributeIfPresent(mark.function, "__doc__") ?? Value.none
        }
        made.dictionary["repr"] = .bool(mark.isInRepr ?? !name.hasPrefix("_"))
        return made
    }
}

/// `__hash__` of frozen models: that of the values of the fields.
enum ModelHash {
    static func function(_ machine: Machine) -> Value {
        .object(
            PyNativeFunction("__hash__", parameters: "self", isMethod: true) { machine, a in
                guard let model = a[0].asObject as? ModelInstance, let definition = ModelDefinition.of(model.instanceType) else { return 0 }
                let values = definition.fields.compactMap { model.attributes?.value(forName: $0.key) }
                return .int(try machine.hash(.tuple(PyTuple(values))))
            })
    }
}
