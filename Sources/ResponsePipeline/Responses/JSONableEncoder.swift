import DataModels
import Python

/// FastAPI 0.165.0 encoders.py `jsonable_encoder`.
struct JSONableEncoder {
    let machine: Machine
    var options = SerializationOptions()
    var excludesNone = false
    var dropsPrivateKeys = true
    /// Functions of the program by class, in order.
    var customEncoders: [(type: PyType, encode: Value)] = []
    private var depth = 0
    /// How deep data may be nested; Python ends at its recursion limit.
    private static let deepest = 900

    init(machine: Machine) { self.machine = machine }

    func encode(_ value: Value) throws -> Value {
        if !customEncoders.isEmpty, let own = try encodedByProgram(value) { return own }
        switch value {
        case .none, .bool, .int, .float, .str: return value
        case .list, .tuple: return try encode(try machine.elements(of: value) ?? [])
        case .dict(let dict): return try encode(dict)
        case .object(let object): return try encode(object, value)
        }
    }

    private func encode(_ elements: [Value]) throws -> Value {
        try machine.charge(bytes: 64 + elements.count * 32)
        return .list(PyList(try inner(keepsSelection: true) { own in try elements.map { try own.encode($0) } }))
    }

    /// Encodes what lies inside; `include` and `exclude` go into lists, and not into dictionaries.
    private func inner<Result>(keepsSelection: Bool, _ body: (JSONableEncoder) throws -> Result) throws -> Result {
        guard depth < Self.deepest else { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        var next = self
        next.depth += 1
        if !keepsSelection {
            next.options.include = Value.none
            next.options.exclude = Value.none
        }
        return try body(next)
    }

    private func encodedByProgram(_ value: Value) throws -> Value? {
        let type = machine.type(of: value)
        let found = customEncoders.first { $0.type === type } ?? customEncoders.first { type.isSubtype(of: $0.type) }
        return try found.map { try machine.call($0.encode, value) }
    }

    private func encode(_ dict: PyDict) throws -> Value {
        let included = try names(options.include), excluded = try names(options.exclude)
        try machine.charge(bytes: 64 + dict.count * 64)
        return try inner(keepsSelection: false) { own in
            let result = PyDict()
            for (key, item) in dict.items {
                if let name = key.asString, dropsPrivateKeys, name.hasPrefix("_sa") { continue }
                if excludesNone, item.isNone { continue }
                if let included, try included.value(for: key, machine) == nil { continue }
                if let excluded, try excluded.value(for: key, machine) != nil { continue }
                try result.setValue(try own.encode(item), for: try own.encode(key), machine)
            }
            return .dict(result)
        }
    }

    /// The keys of `include` or `exclude`; nil where it was not given.
    private func names(_ selection: Value?) throws -> PyDict? {
        guard let selection, !selection.isNone else { return nil }
        if let dict = selection.asDict { return dict }
        let result = PyDict()
        for key in try machine.array(selection) { try result.setValue(.none, for: key, machine) }
        return result
    }

    private func encode(_ object: PyObject, _ value: Value) throws -> Value {
        if let plain = try TypeAdapter.dump(model: value, options, machine) {
            // The names were chosen already, and custom encoders see models only as a whole.
            return try inner(keepsSelection: false) { own in
                var own = own
                own.customEncoders = []
                return try own.encode(plain)
            }
        }
        if let plain = try dataclass(value) { return try inner(keepsSelection: true) { try $0.encode(plain) } }
        if let member = EnumSupport.value(of: value) { return member }
        switch object {
        case is Undefined.Marker: return .none
        case is PySet: return try encode(try machine.elements(of: value) ?? [])
        case let bytes as PyBytes where !bytes.isMutable: return try machine.call(try machine.attribute(.object(bytes), "decode"))
        case is PyGenerator: return try encode(try machine.array(value))
        case is PyDate, is PyTime: return try machine.call(try machine.attribute(value, "isoformat"))
        case let delta as PyTimeDelta: return .float(delta.span.totalSeconds)
        case let uuid as PyUUID: return .string(uuid.text)
        default: break
        }
        if value.asBigInt != nil { return value }
        if let payload = value.asInstance?.payload { return try encode(payload) }
        return try encodeByName(value) ?? encodeUnknown(value)
    }

    /// `dataclasses.asdict` of a dataclass's instance.
    private func dataclass(_ value: Value) throws -> Value? {
        guard let instance = value.asInstance, instance.instanceType.lookup("__dataclass_fields__") != nil else { return nil }
        return try machine.call(try machine.imported("dataclasses", "asdict"), value)
    }

    /// Classes that FastAPI turns into their text.
    private static let texts: Set<String> = [
        "SecretStr", "SecretBytes", "NameEmail", "IPv4Address", "IPv4Interface", "IPv4Network", "IPv6Address", "IPv6Interface",
        "IPv6Network", "PurePath", "Url", "AnyUrl", "Color",
    ]

    private func encodeByName(_ value: Value) throws -> Value? {
        for type in machine.type(of: value).mro {
            switch type.name {
            case "Decimal": return try decimal(value)
            case "deque": return try encode(try machine.array(value))
            case "Pattern": return try machine.attribute(value, "pattern")
            case let name where Self.texts.contains(name): return .string(try machine.str(value))
            default: continue
            }
        }
        return nil
    }

    /// `int` where the exponent is not negative, else `float`.
    private func decimal(_ value: Value) throws -> Value {
        let exponent = try machine.attribute(try machine.call(try machine.attribute(value, "as_tuple")), "exponent")
        let type = (exponent.asInt ?? -1) >= 0 ? machine.types.int : machine.types.float
        return try machine.call(.object(type), value)
    }

    /// `dict(obj)`, then `vars(obj)`.
    private func encodeUnknown(_ value: Value) throws -> Value {
        let plain: Value
        do {
            plain = try machine.call(.object(machine.types.dict), value)
        } catch let first as PyError where machine.isError(first, "Exception") {
            do {
                plain = try machine.call(try machine.evaluate("vars", in: PyDict()), value)
            } catch let second as PyError where machine.isError(second, "Exception") {
                throw machine.error(
                    machine.types.exception("ValueError"), [.list(PyList([.object(first.exception), .object(second.exception)]))])
            }
        }
        return try inner(keepsSelection: true) { try $0.encode(plain) }
    }
}
