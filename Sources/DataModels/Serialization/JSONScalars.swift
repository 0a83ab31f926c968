import Python

/// Objects of the standard library as JSON has them (Pydantic's JSON mode).
enum JSONScalars {
    static func plain(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        if let member = EnumSupport.value(of: value) { return try serializer.inferred(member) }
        if let number = try TemporalNumber.of(value, serializer.outerConfig, machine) { return .float(number) }
        switch value.asObject {
        case let date as PyDateTime: return .string(try zulu(.object(date), machine))
        case is PyDate: return .string(try machine.str(try machine.call(try machine.attribute(value, "isoformat"))))
        case let time as PyTime: return .string(try zulu(.object(time), machine))
        case let delta as PyTimeDelta: return .string(DurationText.iso(delta.span))
        case let uuid as PyUUID: return .string(uuid.text)
        case is PySet: return .list(PyList(try machine.array(value).map { try serializer.inferred($0) }))
        case let secret as SecretValue: return .string(secret.display)
        case let url as URLValue: return .string(url.text)
        default: break
        }
        if let bytes = value.asBytes { return try text(of: bytes.bytes, serializer) }
        if value.asBigInt != nil { return value }
        if let text = try ComplexType.text(of: value, machine) { return text }
        if let payload = value.asInstance?.payload { return try serializer.inferred(payload) }
        return try object(value, serializer)
    }

    /// Whether a value is of a class that JSON is made of by its text.
    private static func isText(_ value: Value, _ type: PyType) -> Bool {
        if value.asObject is PyDecimal || type.module.hasPrefix("pydantic") { return true }
        return type.mro.contains { base in
            base.module == "ipaddress" || base.module == "fractions" || (base.module == "pathlib" && base.name == "Path")
        }
    }

    /// Whether nothing is known of a value's class.
    static func isUnknown(_ value: Value, _ machine: Machine) -> Bool {
        let type = machine.type(of: value)
        guard let instance = value.asInstance, instance.payload == nil, EnumSupport.value(of: value) == nil else { return false }
        return type.isProgramDefined && !isText(value, type) && type.lookup("__dataclass_fields__") == nil
    }

    private static func object(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        let type = machine.type(of: value)
        if isText(value, type) {
            return .string(try machine.str(value))
        }
        if type.lookup("__dataclass_fields__") != nil { return try DataclassDefinition.plain(value, serializer) }
        if value.asObject is PyRegexPattern { return .string(try machine.str(try machine.attribute(value, "pattern"))) }
        let isIterator = try value.asObject is PyGenerator || machine.method(value, "__next__") != nil
        if isIterator || (type.module == "collections" && !type.isProgramDefined) {
            return .list(PyList(try machine.array(value).map { try serializer.inferred($0) }))
        }
        if let fallback = serializer.options.fallback { return try serializer.inferred(try machine.call(fallback, value)) }
        throw SerializationFailure.error("Unable to serialize unknown type: \(try machine.repr(.object(type)))", machine)
    }

    private static func text(of bytes: [UInt8], _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        switch serializer.outerConfig?.bytesForm ?? "utf8" {
        case "base64":
            let encoded = try machine.call(try machine.imported("base64", "urlsafe_b64encode"), .object(PyBytes(bytes)))
            return .str(PyStr(utf8: encoded.asBytes?.bytes ?? []))
        case "hex": return try machine.call(try machine.attribute(.object(PyBytes(bytes)), "hex"))
        default:
            if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
            let valid = bytes.indices.first { String(validating: bytes[...$0], as: UTF8.self) == nil } ?? 0
            if serializer.options.isText {
                let words = "invalid utf-8 sequence of 1 bytes from index \(valid)"
                throw SerializationFailure.error("Error serializing to JSON: \(words)", machine)
            }
            throw machine.error(
                machine.types.exception("UnicodeDecodeError"),
                ["utf-8", .object(PyBytes(bytes)), .int(valid), .int(valid + 1), "invalid utf-8"])
        }
    }

    /// `isoformat()`, with `Z` for an offset of zero.
    static func zulu(_ value: Value, _ machine: Machine) throws -> String {
        let text = try machine.str(try machine.call(try machine.attribute(value, "isoformat")))
        return text.hasSuffix("+00:00") ? text.dropLast(6) + "Z" : text
    }
}

/// `PydanticSerializationError`.
enum SerializationFailure {
    static func error(_ message: String, _ machine: Machine) -> PyError {
        guard let type = PydanticTypes.of(machine)?.signals["PydanticSerializationError"] else {
            return machine.error("ValueError", message)
        }
        return machine.error(type, [.string(message)])
    }

    /// Says of errors in a function of Pydantic's own that JSON text was being written.
    static func prefixed(_ machine: Machine, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let raised as PyError where raised.type === PydanticTypes.of(machine)?.signals["PydanticSerializationError"] {
            let words = try machine.str(.object(raised.exception))
            throw error("Error serializing to JSON: PydanticSerializationError: \(words)", machine)
        }
    }
}
