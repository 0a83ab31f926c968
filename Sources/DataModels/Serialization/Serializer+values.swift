import Python

/// Containers, and values whose schema says nothing.
extension Serializer {
    /// What is included and excluded below a key; nil where the key itself is left out.
    func selected(_ key: Value, _ include: Value, _ exclude: Value) throws -> (Value, Value)? {
        var inner = Value.none, outer = Value.none
        if !exclude.isNone, let found = try lookup(key, in: exclude, .exclude) {
            if found.isAll { return nil }
            outer = found.value
        }
        if !include.isNone {
            guard let found = try lookup(key, in: include, .include) else { return nil }
            inner = found.isAll ? .none : found.value
        }
        return (inner, outer)
    }

    /// What a tree says of a key; while text is written its error is one of serializing.
    private func lookup(_ key: Value, in tree: Value, _ role: Selection.Role) throws -> (isAll: Bool, value: Value)? {
        do {
            return try Selection.lookup(key, in: tree, role, machine)
        } catch let raised as PyError where options.isText && machine.isError(raised, "TypeError") {
            throw SerializationFailure.error("Error serializing to JSON: TypeError: \(try machine.str(.object(raised.exception)))", machine)
        }
    }

    func sequence(
        _ values: [Value], _ include: Value, _ exclude: Value, _ each: (Int, Value, Value, Value) throws -> Value
    ) throws -> [Value] {
        try machine.charge(bytes: 64 + values.count * 32)
        if include.isNone, exclude.isNone { return try values.enumerated().map { try each($0, $1, .none, .none) } }
        let include = try Selection.counted(include, values.count, machine), exclude = try Selection.counted(exclude, values.count, machine)
        var result: [Value] = []
        for (index, value) in values.enumerated() {
            guard let (inner, outer) = try selected(.int(index), include, exclude) else { continue }
            result.append(try each(index, value, inner, outer))
        }
        return result
    }

    /// The plain dictionary; `keys` is the schema by which keys are written where they do not tell themselves.
    func mapping(
        _ dict: PyDict, keys: Schema? = nil, _ include: Value, _ exclude: Value, _ each: (Value, Value, Value) throws -> Value
    ) throws -> Value {
        try machine.charge(bytes: 64 + dict.count * 64)
        let result = PyDict()
        // Keys that become the same text stand in JSON text one behind the other.
        var repeated: JSONFragment.Pairs?
        for (key, value) in dict.items {
            guard let (inner, outer) = try selected(key, include, exclude) else { continue }
            let written = try each(value, inner, outer)
            let key = try keys.map { try plain(key, $0) } ?? key
            guard options.isJSON else {
                try result.setValue(written, for: key, machine)
                continue
            }
            let name = PyStr(try keyText(key))
            if options.isText, repeated == nil, result.value(forName: name) != nil {
                repeated = result.items.map { ($0.key.asStr ?? PyStr(""), $0.value) }
            }
            repeated?.append((name, written))
            result.setValue(written, forName: name)
        }
        return repeated.map { .object(JSONFragment(.object($0))) } ?? .dict(result)
    }

    func keyText(_ key: Value) throws -> String {
        switch key.unwrapped {
        case .none: return "None"
        case .bool(let value): return value ? "true" : "false"
        case .tuple(let tuple): return try tuple.elements.map(keyText).joined(separator: ",")
        case .float(let number): return number.isFinite || infinityForm != "null" ? try machine.str(key) : "None"
        default:
            if let member = EnumSupport.value(of: key) { return try keyText(member) }
            if key.asObject is ModelInstance { return try machine.str(key) }
            if key.asSet != nil {
                let words = "`\(machine.typeName(key))` not valid as object key"
                throw options.isText
                    ? SerializationFailure.error("Error serializing to JSON: TypeError: \(words)", machine)
                    : machine.error("TypeError", words)
            }
            let plain = try inferred(key)
            if case .float(let number) = plain { return FloatText.display(number) }
            return try plain.asString ?? machine.str(key)
        }
    }

    // MARK: By the value itself

    /// The plain value of a value whose schema says nothing.
    func inferred(_ value: Value, include: Value = .none, exclude: Value = .none) throws -> Value {
        switch value {
        case .none, .bool, .int, .str: return value
        case .float(let number): return number.isFinite || !options.isJSON ? value : infinite(number)
        case .list(let list):
            return .list(
                PyList(
                    try machine.nested { try sequence(list.elements, include, exclude) { try inferred($1, include: $2, exclude: $3) } }))
        case .tuple(let tuple):
            return try rebuilt(
                value,
                try machine.nested { try sequence(tuple.elements, include, exclude) { try inferred($1, include: $2, exclude: $3) } })
        case .dict(let dict):
            return try machine.nested { try mapping(dict, include, exclude) { try inferred($0, include: $1, exclude: $2) } }
        case .object(let object):
            if let model = object as? ModelInstance {
                // It is written as a whole of its own.
                var own = self
                own.outerConfig = ModelDefinition.of(model.instanceType)?.config
                return try own.model(model, as: ModelDefinition.of(model.instanceType), include: include, exclude: exclude)
            }
            if options.isJSON {
                var own = self
                own.include = include
                own.exclude = exclude
                return try JSONScalars.plain(value, own)
            }
            return try inferredForPython(value, include, exclude)
        }
    }

    /// Objects in Python mode: most stay what they are.
    private func inferredForPython(_ value: Value, _ include: Value, _ exclude: Value) throws -> Value {
        let type = machine.type(of: value)
        if type.lookup("__dataclass_fields__") != nil {
            var own = self
            own.include = include
            own.exclude = exclude
            return try DataclassDefinition.plain(value, own)
        }
        if type.module == "fractions" { return .string(try machine.str(value)) }
        if type.name == "defaultdict", let dict = value.asDict {
            return try mapping(dict, include, exclude) { try inferred($0, include: $1, exclude: $2) }
        }
        // A named tuple becomes a plain one.
        if let tuple = value.asTuple {
            return .tuple(PyTuple(try sequence(tuple.elements, include, exclude) { try inferred($1, include: $2, exclude: $3) }))
        }
        if let items = try value.asSet.map({ _ in try machine.array(value) }) {
            return try rebuilt(value, try items.map { try inferred($0) })
        }
        guard let fallback = options.fallback, JSONScalars.isUnknown(value, machine) else { return value }
        return try inferred(try machine.call(fallback, value))
    }

    /// What becomes of infinities and NaN in JSON: `null`, `constants` or `strings`.
    private var infinityForm: String { options.infinityForm ?? outerConfig?.infinityForm ?? "null" }

    /// A float that JSON does not have.
    private func infinite(_ number: Double) -> Value {
        let text = number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
        switch infinityForm {
        case "strings": return options.isText ? .string(text) : .float(number)
        case "constants": return options.isText ? .object(JSONFragment(.constant(text))) : .float(number)
        default: return .none
        }
    }
}

/// A part of JSON text that is no value of Python's.
final class JSONFragment: PyObject {
    typealias Pairs = [(key: PyStr, value: Value)]

    enum Content {
        /// An object, perhaps with keys that repeat.
        case object(Pairs)
        /// A word that stands as it is.
        case constant(String)
    }

    let content: Content

    init(_ content: Content) { self.content = content }
}
