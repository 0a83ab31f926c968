import Python

/// Turns validated values into plain values by their schemas (pydantic-core's serializers).
struct Serializer {
    let machine: Machine
    private(set) var options: SerializationOptions
    /// The model or dataclass whose field is being written.
    var owner: PyInstance?
    /// The field that is being written.
    var fieldName: String?
    /// The settings of the model whose fields these are.
    var config: ModelConfig?
    /// The settings by which values are written whose schema says nothing: those of what is written as a whole.
    var outerConfig: ModelConfig?
    /// The models around, by which a cycle is noticed.
    var ancestors: [ModelInstance] = []
    /// What of the value is written, for types that hold parts.
    var include = Value.none
    /// What of the value is left out.
    var exclude = Value.none

    init(machine: Machine, options: SerializationOptions) {
        self.machine = machine
        self.options = options
    }

    /// A serializer whose results go to a function of the program, which gets values, not text.
    var forFunctions: Serializer {
        var own = self
        own.options.isText = false
        return own
    }

    /// The plain value of a value of that schema.
    func plain(_ value: Value, _ schema: Schema, include: Value = .none, exclude: Value = .none) throws -> Value {
        if options.serializesAsAny { return try inferred(value, include: include, exclude: exclude) }
        return try written(value, by: schema, include: include, exclude: exclude)
    }

    /// The same, where the schema counts even if a call asks for what the values' own classes say.
    func written(_ value: Value, by schema: Schema, include: Value = .none, exclude: Value = .none) throws -> Value {
        switch schema {
        case .model(let type):
            guard let model = value.asObject as? ModelInstance, model.instanceType.isSubtype(of: type) else {
                return try written(value, byFunctionOf: type) ?? attributes(of: value, as: type, include, exclude)
                    ?? inferred(value, include: include, exclude: exclude)
            }
            return try self.model(model, as: ModelDefinition.of(type), include: include, exclude: exclude)
        case .nullable(let inner): return value.isNone ? value : try plain(value, inner, include: include, exclude: exclude)
        case .set(let item, _, _):
            // Nothing of a set is chosen.
            guard value.asSet != nil, let values = try machine.elements(of: value) else { return try inferred(value) }
            return try rebuilt(value, try sequence(values, .none, .none) { try plain($1, item, include: $2, exclude: $3) })
        case .list(let item, _), .tupleOf(let item, _):
            guard isContainer(value, of: schema), let values = try machine.elements(of: value) else {
                return try inferred(value, include: include, exclude: exclude)
            }
            return try rebuilt(value, try sequence(values, include, exclude) { try plain($1, item, include: $2, exclude: $3) })
        case .tuple(let members):
            guard isContainer(value, of: schema), let values = try machine.elements(of: value) else {
                return try inferred(value, include: include, exclude: exclude)
            }
            let items = try sequence(values, include, exclude) { index, value, include, exclude in
                try plain(value, members.indices.contains(index) ? members[index] : .any, include: include, exclude: exclude)
            }
            return try rebuilt(value, items)
        case .dict(let key, let item, _):
            guard let dict = value.asDict else { return try inferred(value) }
            let names = key.isWrittenByFunction ? key : nil
            return try mapping(dict, keys: names, include, exclude) { try plain($0, item, include: $1, exclude: $2) }
        case .union(let members): return try plain(value, try member(for: value, members), include: include, exclude: exclude)
        case .function(.plain, _, let inner) where options.isText:
            // Pydantic writes it by a function around the inner schema.
            return try inferred(
                try SerializationFailure.prefixed(machine) { try forFunctions.plain(value, inner, include: include, exclude: exclude) })
        case .function(_, _, let inner): return try plain(value, inner, include: include, exclude: exclude)
        case .special(let wrapper as any WrappingType) where wrapper.isTransparent:
            return try plain(value, wrapper.inner, include: include, exclude: exclude)
        case .special(let type):
            var own = self
            own.include = include
            own.exclude = exclude
            return try type.plain(value, own) ?? inferred(value, include: include, exclude: exclude)
        case .int where options.isJSON: return try value.asBool.map { .int($0 ? 1 : 0) } ?? inferred(value)
        case .float:
            if options.isJSON, let int = value.asBigInt { return try typed(.float(int.asDouble ?? .infinity)) }
            if options.isText, value.asObject is PyDecimal { return try typed(.float(try NumberProtocol.double(value, machine) ?? 0)) }
            // Only what is no float at all is written as values without a schema are.
            if options.isJSON, !options.isText, case .float = value { return value }
            return try typed(value)
        case .bytes, .date, .datetime, .time, .timedelta: return try typed(value)
        default: return try inferred(value, include: include, exclude: exclude)
        }
    }

    /// Whether a value is the very container that a schema is of.
    private func isContainer(_ value: Value, of schema: Schema) -> Bool {
        if case .list = schema { return machine.isInstance(value, machine.types.list) }
        return machine.isInstance(value, machine.types.tuple)
    }

    /// A value whose form the settings of its own model choose.
    private func typed(_ value: Value) throws -> Value {
        var own = self
        own.outerConfig = config
        return try own.inferred(value)
    }

    /// The schema of a union that fits a value.
    private func member(for value: Value, _ members: [Schema]) throws -> Schema {
        var validator = Validator(machine)
        for pass in [Exactness.exact, .strict, .lax] {
            let isStrict = pass != .lax
            validator.isStrict = isStrict
            for member in members {
                if case .model(let type) = member {
                    if machine.isInstance(value, type), !isStrict || machine.type(of: value) === type { return member }
                    continue
                }
                // A function writes whatever it is handed.
                if case .special(let written as SerializedType) = member, !written.serializer.isWrap,
                    written.serializer.runs(on: value, isJSON: options.isJSON)
                {
                    return member
                }
                if member.runsFunctions { continue }
                var errors: [ErrorDetail] = []
                let quality = MatchQuality()
                validator.quality = quality
                guard try validator.validate(member, value, at: [], &errors) != nil else { continue }
                if pass != .exact || quality.exactness == .exact { return member }
            }
        }
        return .any
    }

    /// In Python mode containers keep their kind.
    func rebuilt(_ value: Value, _ items: [Value]) throws -> Value {
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
}
