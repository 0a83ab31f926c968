import Python

/// Turns validated values into plain values by their schemas (pydantic-core's serializers).
struct Serializer {
    let machine: Machine
    let options: SerializationOptions
    /// The model or dataclass whose field is being written.
    var owner: PyInstance?
    /// The field that is being written.
    var fieldName: String?
    /// The settings of the model whose fields these are.
    var config: ModelConfig?
    /// The models around, by which a cycle is noticed.
    var ancestors: [ModelInstance] = []

    init(machine: Machine, options: SerializationOptions) {
        self.machine = machine
        self.options = options
    }

    /// The plain value of a value of that schema.
    func plain(_ value: Value, _ schema: Schema, include: Value = .none, exclude: Value = .none) throws -> Value {
        if options.serializesAsAny, value.asObject is ModelInstance { return try inferred(value, include: include, exclude: exclude) }
        switch schema {
        case .model(let type):
            guard let model = value.asObject as? ModelInstance, model.instanceType.isSubtype(of: type) else {
                return try inferred(value, include: include, exclude: exclude)
            }
            return try self.model(model, as: ModelDefinition.of(type), include: include, exclude: exclude)
        case .nullable(let inner): return value.isNone ? value : try plain(value, inner, include: include, exclude: exclude)
        case .list(let item, _), .set(let item, _, _), .tupleOf(let item, _):
            guard let values = elements(value) else { return try inferred(value) }
            return try rebuilt(value, try sequence(values, include, exclude) { try plain($0, item, include: $1, exclude: $2) })
        case .tuple(let members):
            guard let values = elements(value) else { return try inferred(value) }
            return try rebuilt(value, try values.enumerated().map { try plain($1, members.indices.contains($0) ? members[$0] : .any) })
        case .dict(_, let item, _):
            guard let dict = value.asDict else { return try inferred(value) }
            return try mapping(dict, include, exclude) { try plain($0, item, include: $1, exclude: $2) }
        case .union(let members): return try plain(value, try member(for: value, members), include: include, exclude: exclude)
        case .function(let kind, _, let inner):
            return kind == .plain
                ? try inferred(value, include: include, exclude: exclude) : try plain(value, inner, include: include, exclude: exclude)
        case .special(let type):
            if isPlainWrapper(type), let wrapper = type as? any WrappingType {
                return try plain(value, wrapper.inner, include: include, exclude: exclude)
            }
            return try type.plain(value, self) ?? inferred(value, include: include, exclude: exclude)
        case .float:
            if options.isJSON, case .int(let int) = value { return .float(Double(int)) }
            return try inferred(value)
        default: return try inferred(value, include: include, exclude: exclude)
        }
    }

    /// Whether the type only passes values through, so that selections go through it too.
    private func isPlainWrapper(_ type: any SpecialType) -> Bool {
        type is StrictnessType || type is BoundedType || type is TagType || type is FailFastType || type is OmittedOnErrorType
    }

    /// The schema of a union that fits a value.
    private func member(for value: Value, _ members: [Schema]) throws -> Schema {
        var validator = Validator(machine)
        validator.isStrict = true
        for isStrict in [true, false] {
            validator.isStrict = isStrict
            for member in members {
                if case .model(let type) = member {
                    if machine.isInstance(value, type), !isStrict || machine.type(of: value) === type { return member }
                    continue
                }
                if member.runsFunctions { continue }
                var errors: [ErrorDetail] = []
                if try validator.validate(member, value, at: [], &errors) != nil { return member }
            }
        }
        return .any
    }

    private func elements(_ value: Value) -> [Value]? {
        value.asList?.elements ?? value.asTuple?.elements ?? value.asSet?.table.keys
    }

    /// In Python mode containers keep their kind.
    private func rebuilt(_ value: Value, _ items: [Value]) throws -> Value {
        if !options.isJSON, value.asTuple != nil { return .tuple(PyTuple(items)) }
        if !options.isJSON, let set = value.asSet {
            let table = PyDict()
            for item in items {
                do {
                    try table.setValue(.none, for: item, machine)
                } catch is PyError {
                    return value
                }
            }
            return .object(PySet(table: table, isFrozen: set.isFrozen))
        }
        return .list(PyList(items))
    }

    // MARK: Models

    /// The dictionary of a model, by the fields of the declared class.
    func model(_ model: ModelInstance, as definition: ModelDefinition?, include: Value = .none, exclude: Value = .none) throws -> Value {
        guard let definition else { return try inferred(.object(model)) }
        try definition.complete(machine)
        if ancestors.contains(where: { $0 === model }) { throw machine.error("ValueError", "Circular reference detected (id repeated)") }
        var own = self
        own.ancestors.append(model)
        own.owner = model
        own.config = definition.config
        return try machine.nested {
            guard let custom = definition.modelSerializer else { return try own.fields(of: model, definition, include, exclude) }
            let serializer = FunctionSerializer(custom.function, isWrap: custom.mode == "wrap", custom.condition)
            guard serializer.runs(on: .object(model), isJSON: options.isJSON) else {
                return try own.fields(of: model, definition, include, exclude)
            }
            let written = try serializer.call(.object(model), self) { value in
                guard let inner = value.asObject as? ModelInstance else { return try inferred(value) }
                return try own.fields(of: inner, definition, include, exclude)
            }
            return try inferred(written)
        }
    }

    private func fields(of model: ModelInstance, _ definition: ModelDefinition, _ include: Value, _ exclude: Value) throws -> Value {
        if definition.isRoot, let root = definition.fields.first {
            return try written(root, model.attributes?.value(forName: root.key) ?? .none, include, exclude)
        }
        let result = PyDict()
        for field in definition.fields where !field.info.isExcluded {
            guard let value = model.attributes?.value(forName: field.key) else { continue }
            try add(field, value, model, to: result, include, exclude)
        }
        for (key, value) in model.extras?.items ?? [] {
            guard let (inner, outer) = try selected(key, include, exclude) else { continue }
            if options.excludeNone, value.isNone { continue }
            try result.setValue(try inferred(value, include: inner, exclude: outer), for: key, machine)
        }
        if options.excludeComputed || options.isRoundTrip { return .dict(result) }
        for field in definition.computed {
            guard let (inner, outer) = try selected(.string(field.name), include, exclude) else { continue }
            let value = try inferred(try machine.attribute(.object(model), field.name), include: inner, exclude: outer)
            if options.excludeNone, value.isNone { continue }
            result[options.byAlias ? field.alias ?? field.name : field.name] = value
        }
        return .dict(result)
    }

    private func add(
        _ field: ModelDefinition.Field, _ value: Value, _ model: ModelInstance, to result: PyDict, _ include: Value, _ exclude: Value
    ) throws {
        guard let (inner, outer) = try selected(.str(field.key), include, exclude) else { return }
        if options.excludeUnset, !model.fieldsSet.contains(field.key) { return }
        if options.excludeNone, value.isNone { return }
        if options.excludeDefaults, let standard = field.info.defaultValue, try machine.isEqual(value, standard) { return }
        if let excludes = field.info.excludeIf, try machine.isTrue(try machine.call(excludes, value)) { return }
        result.setValue(try written(field, value, inner, outer), forName: options.byAlias ? field.serializationKey : field.key)
    }

    private func written(_ field: ModelDefinition.Field, _ value: Value, _ include: Value, _ exclude: Value) throws -> Value {
        var own = self
        own.fieldName = field.name
        return try own.plain(value, field.schema, include: include, exclude: exclude)
    }

    // MARK: Containers

    /// What is included and excluded below a key; nil where the key itself is left out.
    private func selected(_ key: Value, _ include: Value, _ exclude: Value, count: Int? = nil) throws -> (Value, Value)? {
        var inner = Value.none, outer = Value.none
        if !include.isNone {
            guard let found = try Selection.lookup(key, in: include, count: count, machine) else { return nil }
            inner = found.isAll ? .none : found.value
        }
        if !exclude.isNone, let found = try Selection.lookup(key, in: exclude, count: count, machine) {
            if found.isAll { return nil }
            outer = found.value
        }
        return (inner, outer)
    }

    private func sequence(
        _ values: [Value], _ include: Value, _ exclude: Value, _ each: (Value, Value, Value) throws -> Value
    ) throws -> [Value] {
        if include.isNone, exclude.isNone { return try values.map { try each($0, .none, .none) } }
        var result: [Value] = []
        for (index, value) in values.enumerated() {
            guard let (inner, outer) = try selected(.int(index), include, exclude, count: values.count) else { continue }
            result.append(try each(value, inner, outer))
        }
        return result
    }

    private func mapping(
        _ dict: PyDict, _ include: Value, _ exclude: Value, _ each: (Value, Value, Value) throws -> Value
    ) throws -> Value {
        let result = PyDict()
        for (key, value) in dict.items {
            guard let (inner, outer) = try selected(key, include, exclude) else { continue }
            let name = options.isJSON ? Value.string(try keyText(key)) : key
            try result.setValue(try each(value, inner, outer), for: name, machine)
        }
        return .dict(result)
    }

    private func keyText(_ key: Value) throws -> String {
        switch key.unwrapped {
        case .none: return "None"
        case .bool(let value): return value ? "true" : "false"
        case .tuple(let tuple): return try tuple.elements.map(keyText).joined(separator: ",")
        default:
            if let member = EnumSupport.value(of: key) { return try keyText(member) }
            return try inferred(key).asString ?? machine.str(key)
        }
    }

    // MARK: By the value itself

    /// The plain value of a value whose schema says nothing.
    func inferred(_ value: Value, include: Value = .none, exclude: Value = .none) throws -> Value {
        switch value {
        case .none, .bool, .int, .str: return value
        case .float(let number):
            guard !number.isFinite, options.isText, config?.infinityForm == "strings" else { return value }
            return .string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
        case .list(let list):
            return .list(
                PyList(
                    try machine.nested { try sequence(list.elements, include, exclude) { try inferred($0, include: $1, exclude: $2) } }))
        case .tuple(let tuple): return try rebuilt(value, try machine.nested { try tuple.elements.map { try inferred($0) } })
        case .dict(let dict):
            return try machine.nested { try mapping(dict, include, exclude) { try inferred($0, include: $1, exclude: $2) } }
        case .object(let object):
            if let model = object as? ModelInstance {
                return try self.model(model, as: ModelDefinition.of(model.instanceType), include: include, exclude: exclude)
            }
            if options.isJSON { return try JSONScalars.plain(value, self) }
            if machine.type(of: value).attributes["__dataclass_fields__"] != nil {
                return try DataclassDefinition.plain(value, self)
            }
            return value
        }
    }
}
