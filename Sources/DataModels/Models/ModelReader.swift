import Python

/// Reads a class that was just made into its definition (pydantic._internal._model_construction).
struct ModelReader {
    private let definition: ModelDefinition
    private let machine: Machine
    private let types: PydanticTypes
    private var type: PyType { definition.type }

    /// Defines a model class.
    static func define(
        _ type: PyType, _ keywords: Arguments, _ machine: Machine, subscripts: GenericModel.Subscripts? = nil
    ) throws {
        let definition = ModelDefinition(type: type, machine: machine)
        definition.globals = machine.currentGlobals
        if let subscripts {
            let source = type.bases.lazy.compactMap { ModelDefinition.of($0) }.first
            definition.globals = source?.globals
            definition.locals = source?.locals
            definition.genericOrigin = subscripts.origin
            definition.genericArguments = subscripts.arguments
            definition.subscripts = subscripts
            definition.parameters = TypeForms.parameters(of: subscripts.arguments)
        }
        if subscripts == nil, type.qualifiedName.contains("<locals>") { definition.locals = machine.currentLocals() }
        let reader = ModelReader(definition: definition, machine: machine, types: try PydanticTypes.required(machine))
        try reader.read(keywords)
        definition.attach()
        try definition.completeIfPossible(machine)
        try reader.callHook(keywords)
    }

    private func read(_ keywords: Arguments) throws {
        for parent in type.mro.dropFirst().compactMap({ ModelDefinition.of($0) }).reversed() { inherit(parent) }
        try readConfig(keywords)
        try generateInheritedAliases()
        try readNamespace()
        try FieldReader(definition, machine, types).read()
        try FunctionReader(definition, machine, types).read()
        readParameters()
        if definition.config.isFrozen, type.attributes["__hash__"]?.isNone ?? true {
            type.attributes["__hash__"] = ModelHash.function(machine)
        }
    }

    private func inherit(_ parent: ModelDefinition) {
        for field in parent.fields {
            if let known = definition.fields.firstIndex(where: { $0.name == field.name }) {
                definition.fields[known] = field.inherited
            } else {
                definition.fields.append(field.inherited)
            }
        }
        for (name, attribute) in parent.privateAttributes where !definition.privateAttributes.contains(where: { $0.name == name }) {
            definition.privateAttributes.append((name, attribute))
        }
        let settings = definition.config.settings
        definition.config = parent.config
        definition.config.settings = settings.copy()
        for (key, value) in parent.config.settings.items {
            if let name = key.asStr { definition.config.settings.setValue(value, forName: name) }
        }
        definition.classVariables.formUnion(parent.classVariables)
        FunctionReader.merge(&definition.beforeValidators, parent.beforeValidators)
        FunctionReader.merge(&definition.outerValidators, parent.outerValidators)
        FunctionReader.merge(&definition.fieldValidators, parent.fieldValidators)
        FunctionReader.merge(&definition.earlierValidators, parent.earlierValidators)
        FunctionReader.merge(&definition.rootValidators, parent.rootValidators)
        FunctionReader.merge(&definition.fieldSerializers, parent.fieldSerializers)
        definition.computed += parent.computed.filter { own in !definition.computed.contains { $0.name == own.name } }
        definition.modelSerializer = parent.modelSerializer ?? definition.modelSerializer
        definition.extraAnnotation = parent.extraAnnotation ?? definition.extraAnnotation
    }

    /// Inherited fields take the names that the generator of this class makes.
    private func generateInheritedAliases() throws {
        guard definition.config.aliasGenerator != nil else { return }
        let reader = FieldReader(definition, machine, types)
        for (index, field) in definition.fields.enumerated() {
            let info = field.info.copy()
            try reader.generateAliases(info, field.name)
            definition.fields[index] = ModelDefinition.Field(
                name: field.name, annotation: field.annotation, info: info, constraints: field.constraints, owner: field.owner)
        }
    }

    private func readConfig(_ keywords: Arguments) throws {
        let own = type.attributes["model_config"]?.asDict
        let old = type.attributes["Config"]?.asType
        if own != nil, old != nil {
            throw types.userErrors.error("\"Config\" and \"model_config\" cannot be used together", code: "config-both", machine)
        }
        var settings: [(String, Value)] = []
        if let old {
            var known: [String: Value] = [:]
            for (key, value) in old.mro.reversed().flatMap({ $0.attributes.items }) where key.asString?.hasPrefix("__") == false {
                known[key.asString ?? ""] = value
            }
            settings += known.keys.sorted().compactMap { name in known[name].map { (name, $0) } }
        }
        settings += own?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        settings += keywords.keywords.map { ($0.name, $0.value) }
        for (name, value) in settings { try definition.config.take(name, value, machine) }
        type.attributes["model_config"] = .dict(definition.config.settings)
        if !definition.config.byAlias, !definition.config.byName {
            let message = "At least one of `validate_by_alias` or `validate_by_name` must be set to True."
            throw types.userErrors.error(message, code: "validate-by-alias-and-name-false", machine)
        }
        if definition.isRoot, let extra = definition.config.settings["extra"], !extra.isNone {
            let message = "`RootModel` does not support setting `model_config['extra']`"
            throw types.userErrors.error(message, code: "root-model-extra", machine)
        }
    }

    // MARK: Attributes without annotation

    private func readNamespace() throws {
        let annotations = type.attributes["__annotations__"]?.asDict ?? PyDict()
        for (key, value) in type.attributes.items {
            guard let name = key.asString, name != "model_config", name != "Config", !isIgnored(value) else { continue }
            try readAttribute(name, value, annotations)
        }
        for (key, annotation) in annotations.items {
            guard let name = key.asString, isPrivate(name), !FieldReader.isClassVariable(annotation) else { continue }
            addPrivate(name, PrivateAttribute(defaultValue: nil), replaces: false)
        }
        if let extra = annotations["__pydantic_extra__"] { definition.extraAnnotation = extra }
    }

    private func isPrivate(_ name: String) -> Bool { name.hasPrefix("_") && !name.hasPrefix("__") }

    private func isIgnored(_ value: Value) -> Bool {
        switch value.asObject {
        case is PyFunction, is PyNativeFunction, is PyProperty, is PyMethodWrapper, is DecoratedFunction, is PyBoundMethod: return true
        case let nested as PyType: return nested.qualifiedName.hasPrefix(type.qualifiedName + ".")
        default: break
        }
        if machine.type(of: value).module == "functools" { return true }
        guard let ignored = definition.config.settings["ignored_types"] else { return false }
        return (try? machine.isInstance(value, of: ignored)) ?? false
    }

    private func readAttribute(_ name: String, _ value: Value, _ annotations: PyDict) throws {
        if let attribute = value.asObject as? PrivateAttribute {
            if name.hasPrefix("__") {
                throw machine.error("NameError", "Private attributes must not use dunder names; use a single underscore prefix instead.")
            }
            guard name.hasPrefix("_") else {
                let advice = "use sunder names, e.g. '_\(name)' instead of '\(name)'."
                throw machine.error("NameError", "Private attributes must not use valid field names; \(advice)")
            }
            return addPrivate(name, attribute, replaces: true)
        }
        if value.asObject is FieldInfo, name.hasPrefix("_") {
            let bare = String(name.drop { $0 == "_" })
            let message = "Fields must not use names with leading underscores; e.g., use '\(bare)' instead of '\(name)'."
            throw types.userErrors.error(message, code: nil, machine)
        }
        if name.hasPrefix("__") { return }
        if isPrivate(name) {
            if let annotation = annotations[name], FieldReader.isClassVariable(annotation) { return }
            return addPrivate(name, PrivateAttribute(defaultValue: value), replaces: true)
        }
        if definition.classVariables.contains(name) || annotations[name] != nil { return }
        throw try missingAnnotation(name, value)
    }

    private func missingAnnotation(_ name: String, _ value: Value) throws -> PyError {
        if definition.field(name) != nil {
            let message =
                "Field '\(name)' defined on a base class was overridden by a non-annotated attribute. "
                + "All field definitions, including overrides, require a type annotation."
            return types.userErrors.error(message, code: "model-field-overridden", machine)
        }
        if value.asObject is FieldInfo {
            return types.userErrors.error("Field '\(name)' requires a type annotation", code: "model-field-missing-annotation", machine)
        }
        let message =
            "A non-annotated attribute was detected: `\(name) = \(try machine.repr(value))`. All model fields require a type annotation; "
            + "if `\(name)` is not meant to be a field, you may be able to resolve this error by annotating it as a `ClassVar` or "
            + "updating `model_config['ignored_types']`."
        return types.userErrors.error(message, code: "model-field-missing-annotation", machine)
    }

    private func addPrivate(_ name: String, _ attribute: PrivateAttribute, replaces: Bool) {
        if replaces { type.attributes[name] = nil }
        if let known = definition.privateAttributes.firstIndex(where: { $0.name == name }) {
            if replaces { definition.privateAttributes[known].attribute = attribute }
        } else {
            definition.privateAttributes.append((name, attribute))
        }
    }

    // MARK: Generics and hooks

    /// The type variables of `Generic[…]`, or those left in a subscripted base.
    private func readParameters() {
        let bases = type.attributes["__orig_bases__"]?.asTuple?.elements ?? []
        for base in bases {
            guard let alias = base.asObject as? PyGenericAlias, alias.origin.asType?.name == "Generic" else { continue }
            definition.parameters = alias.arguments.compactMap { $0.asObject as? PyTypeVar }
        }
        if definition.parameters.isEmpty, definition.genericOrigin == nil {
            definition.parameters = type.bases.lazy.compactMap { ModelDefinition.of($0)?.parameters }.first { !$0.isEmpty } ?? []
        }
    }

    /// `__pydantic_init_subclass__` of the classes above.
    private func callHook(_ keywords: Arguments) throws {
        let hook = type.mro.dropFirst().lazy.compactMap { $0.attributes["__pydantic_init_subclass__"] }.first
        guard let wrapper = hook?.asObject as? PyMethodWrapper else { return }
        _ = try machine.call(wrapper.function, Arguments([.object(type)], keywords: keywords.keywords))
    }

    /// The `FieldInfo`s in `Annotated[…]`, from left to right.
    static func annotatedInfos(_ annotation: Value) -> [FieldInfo] {
        guard let alias = annotation.asObject as? PyGenericAlias, (alias.origin.asObject as? PySpecialForm)?.name == "Annotated" else {
            return []
        }
        return alias.arguments.dropFirst().compactMap { $0.asObject as? FieldInfo }
    }
}
