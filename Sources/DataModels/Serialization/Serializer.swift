import Python

/// Turns validated values into plain values by their schemas (pydantic-core's serializers).
struct Serializer {
    let machine: Machine
    let options: SerializationOptions

    /// The plain value of a value of that schema.
    func plain(_ value: Value, _ schema: Schema, include: Value = .none, exclude: Value = .none) throws -> Value {
        switch schema {
        case .model(let type):
            guard let model = value.asObject as? ModelInstance else { return try inferred(value, include: include, exclude: exclude) }
            return try self.model(
                model, as: ModelDefinition.of(type) ?? ModelDefinition.of(model.instanceType), include: include, exclude: exclude)
        case .nullable(let inner): return value.isNone ? value : try plain(value, inner, include: include, exclude: exclude)
        case .list(let item, _), .set(let item, _, _), .tupleOf(let item, _):
            guard let values = elements(value) else { return try inferred(value) }
            return rebuilt(value, try sequence(values, include, exclude) { try plain($0, item, include: $1, exclude: $2) })
        case .tuple(let members):
            guard let values = elements(value) else { return try inferred(value) }
            return rebuilt(value, try values.enumerated().map { try plain($1, members.indices.contains($0) ? members[$0] : .any) })
        case .dict(_, let item, _):
            guard let dict = value.asDict else { return try inferred(value) }
            return try mapping(dict, include, exclude) { try plain($0, item, include: $1, exclude: $2) }
        case .union(let members): return try plain(value, try member(for: value, members), include: include, exclude: exclude)
        case .function(_, _, let inner): return try plain(value, inner, include: include, exclude: exclude)
        case .serializer(let function, _): return try inferred(try machine.call(function, value))
        case .float:
            if options.isJSON, case .int(let int) = value { return .float(Double(int)) }
            return try inferred(value)
        default: return try inferred(value, include: include, exclude: exclude)
        }
    }

    /// The schema of a union that fits a value.
    private func member(for value: Value, _ members: [Schema]) throws -> Schema {
        var validator = Validator(machine)
        validator.isStrict = true
        for member in members {
            var errors: [ErrorDetail] = []
            if try validator.validate(member, value, at: [], &errors) != nil { return member }
        }
        return .any
    }

    private func elements(_ value: Value) -> [Value]? {
        value.asList?.elements ?? value.asTuple?.elements ?? value.asSet?.table.keys
    }

    /// In Python mode containers keep their kind.
    private func rebuilt(_ value: Value, _ items: [Value]) -> Value {
        if !options.isJSON, value.asTuple != nil { return .tuple(PyTuple(items)) }
        if !options.isJSON, value.asSet != nil { return value }
        return .list(PyList(items))
    }

    // MARK: Models

    /// The dictionary of a model, by the fields of the declared class.
    func model(_ model: ModelInstance, as definition: ModelDefinition?, include: Value = .none, exclude: Value = .none) throws -> Value {
        guard let definition else { return try inferred(.object(model)) }
        try definition.complete(machine)
        if let serializer = definition.modelSerializer, serializer.mode == "plain" {
            return try inferred(try machine.call(serializer.function, .object(model)))
        }
        if let root = definition.fields.first, root.name == "root", definition.type.mro.contains(where: { $0.name == "RootModel" }) {
            return try plain(model.attributes?["root"] ?? .none, root.schema)
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
        for (name, getter, alias) in definition.computed {
            guard try selected(.string(name), include, exclude) != nil else { continue }
            let value = try inferred(try machine.call(getter, .object(model)))
            if options.excludeNone, value.isNone { continue }
            result[options.byAlias ? alias ?? name : name] = value
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
        let name = options.byAlias ? field.serializationKey : field.key
        if case .serializer(let function, _) = field.schema {
            result.setValue(try inferred(try callSerializer(function, model, value)), forName: name)
        } else {
            result.setValue(try plain(value, field.schema, include: inner, exclude: outer), forName: name)
        }
    }

    /// A `field_serializer` takes the model first, a plain one of `Annotated` only the value.
    private func callSerializer(_ function: Value, _ model: ModelInstance, _ value: Value) throws -> Value {
        if let wrapper = function.asObject as? PyMethodWrapper { return try machine.call(wrapper.function, value) }
        if let function = function.asObject as? PyFunction, function.parameters.count >= 2 {
            return try machine.call(.object(function), .object(model), value)
        }
        return try machine.call(function, value)
    }

    /// What is included and excluded below a key; nil where the key itself is left out.
    private func selected(_ key: Value, _ include: Value, _ exclude: Value) throws -> (Value, Value)? {
        var inner = Value.none, outer = Value.none
        if !include.isNone {
            guard let found = try Selection.lookup(key, in: include, machine) else { return nil }
            inner = found.isAll ? .none : found.value
        }
        if !exclude.isNone, let found = try Selection.lookup(key, in: exclude, machine) {
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
            guard let (inner, outer) = try selected(.int(index), include, exclude) else { continue }
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
        default:
            if let member = EnumSupport.value(of: key) { return try keyText(member) }
            return try inferred(key).asString ?? machine.str(key)
        }
    }

    // MARK: By the value itself

    /// The plain value of a value whose schema says nothing.
    func inferred(_ value: Value, include: Value = .none, exclude: Value = .none) throws -> Value {
        switch value {
        case .none, .bool, .int, .float, .str: return value
        case .list(let list):
            return .list(PyList(try sequence(list.elements, include, exclude) { try inferred($0, include: $1, exclude: $2) }))
        case .tuple(let tuple): return rebuilt(value, try tuple.elements.map { try inferred($0) })
        case .dict(let dict): return try mapping(dict, include, exclude) { try inferred($0, include: $1, exclude: $2) }
        case .object(let object):
            if let model = object as? ModelInstance {
                return try self.model(model, as: ModelDefinition.of(model.instanceType), include: include, exclude: exclude)
            }
            return options.isJSON ? try JSONScalars.plain(value, self) : value
        }
    }
}

/// `include` and `exclude` trees: sets, lists, and dictionaries with `__all__`.
enum Selection {
    /// What a tree says of a key; `isAll` for «the whole of it».
    static func lookup(_ key: Value, in tree: Value, _ machine: Machine) throws -> (isAll: Bool, value: Value)? {
        if let dict = tree.asDict {
            let found = try dict.value(for: key, machine) ?? (key.asInt != nil ? dict["__all__"] : nil)
            guard let found else { return nil }
            if case .bool(let flag) = found { return flag ? (true, .none) : nil }
            if found.isEllipsis { return (true, .none) }
            return (false, found)
        }
        if let set = tree.asSet { return try set.table.value(for: key, machine) != nil ? (true, .none) : nil }
        for item in tree.asList?.elements ?? tree.asTuple?.elements ?? [] where try machine.isEqual(item, key) { return (true, .none) }
        return nil
    }
}

/// Objects of the standard library as JSON has them (Pydantic's JSON mode).
enum JSONScalars {
    static func plain(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        if let member = EnumSupport.value(of: value) { return try serializer.inferred(member) }
        switch value.asObject {
        case let date as PyDateTime: return .string(try zulu(.object(date), machine))
        case is PyDate: return .string(try machine.str(try machine.call(try machine.attribute(value, "isoformat"))))
        case let time as PyTime: return .string(try zulu(.object(time), machine))
        case let delta as PyTimeDelta: return .string(DurationText.iso(delta.span))
        case let uuid as PyUUID: return .string(uuid.text)
        case let set as PySet: return .list(PyList(try set.table.keys.map { try serializer.inferred($0) }))
        case let bytes as PyBytes:
            guard let text = String(validating: bytes.bytes, as: UTF8.self) else {
                throw machine.error("PydanticSerializationError", "invalid utf-8 sequence")
            }
            return .string(text)
        default: break
        }
        if value.asBigInt != nil { return value }
        if let payload = value.asInstance?.payload { return try serializer.inferred(payload) }
        if value.asObject is PyDecimal || machine.type(of: value).module.hasPrefix("pydantic") {
            return .string(try machine.str(value))
        }
        if value.asObject is PyGenerator { return .list(PyList(try machine.array(value).map { try serializer.inferred($0) })) }
        if machine.type(of: value).attributes["__dataclass_fields__"] != nil, let fields = value.asInstance?.attributes {
            return try serializer.inferred(.dict(fields))
        }
        throw machine.error(
            "PydanticSerializationError", "Unable to serialize unknown type: \(try machine.repr(.object(machine.type(of: value))))")
    }

    /// `isoformat()`, with `Z` for an offset of zero.
    private static func zulu(_ value: Value, _ machine: Machine) throws -> String {
        let text = try machine.str(try machine.call(try machine.attribute(value, "isoformat")))
        return text.hasSuffix("+00:00") ? text.dropLast(6) + "Z" : text
    }
}

/// ISO 8601 durations, as Pydantic writes them.
enum DurationText {
    static func iso(_ span: TimeSpan) -> String {
        let total = span.microseconds.magnitude
        let sign = span.microseconds < 0 ? "-" : ""
        let days = Int(total / 86_400_000_000)
        let rest = Int(total % 86_400_000_000)
        let seconds = rest / 1_000_000, fraction = rest % 1_000_000
        var text = sign + "P"
        if days / 365 > 0 { text += "\(days / 365)Y" }
        if days % 365 > 0 { text += "\(days % 365)D" }
        var clock = ""
        if seconds / 3600 > 0 { clock += "\(seconds / 3600)H" }
        if seconds / 60 % 60 > 0 { clock += "\(seconds / 60 % 60)M" }
        if seconds % 60 > 0 || fraction > 0 {
            clock += "\(seconds % 60)"
            if fraction > 0 {
                var digits = String(String(1_000_000 + fraction).dropFirst())
                while digits.hasSuffix("0") { digits.removeLast() }
                clock += "." + digits
            }
            clock += "S"
        }
        if clock.isEmpty, days == 0 { return "PT0S" }
        return text + (clock.isEmpty ? "" : "T" + clock)
    }
}
