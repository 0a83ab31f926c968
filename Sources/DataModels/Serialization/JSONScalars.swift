import Python

/// Objects of the standard library as JSON has them (Pydantic's JSON mode).
enum JSONScalars {
    static func plain(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        if let member = EnumSupport.value(of: value) { return try serializer.inferred(member) }
        switch value.asObject {
        case let date as PyDateTime: return .string(try zulu(.object(date), machine))
        case is PyDate: return .string(try machine.str(try machine.call(try machine.attribute(value, "isoformat"))))
        case let time as PyTime: return .string(try zulu(.object(time), machine))
        case let delta as PyTimeDelta:
            if serializer.config?.durationForm == "float" { return .float(Double(delta.span.microseconds) / 1_000_000) }
            return .string(DurationText.iso(delta.span))
        case let uuid as PyUUID: return .string(uuid.text)
        case let set as PySet: return .list(PyList(try serializer.machine.array(.object(set)).map { try serializer.inferred($0) }))
        case let secret as SecretValue: return .string(secret.display)
        case let url as URLValue: return .string(url.text)
        default: break
        }
        if let bytes = value.asBytes { return try text(of: bytes.bytes, serializer) }
        if value.asBigInt != nil { return value }
        if let payload = value.asInstance?.payload { return try serializer.inferred(payload) }
        return try object(value, serializer)
    }

    private static let textModules: Set<String> = ["ipaddress", "pathlib", "fractions"]

    private static func object(_ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        let type = machine.type(of: value)
        if value.asObject is PyDecimal || textModules.contains(type.module) || type.module.hasPrefix("pydantic") {
            return .string(try machine.str(value))
        }
        if type.attributes["__dataclass_fields__"] != nil { return try DataclassDefinition.plain(value, serializer) }
        if value.asObject is PyRegexPattern { return try serializer.inferred(try machine.attribute(value, "pattern")) }
        if value.asObject is PyGenerator || (type.module == "collections" && !type.isProgramDefined) {
            return .list(PyList(try machine.array(value).map { try serializer.inferred($0) }))
        }
        if let fallback = serializer.options.fallback { return try serializer.inferred(try machine.call(fallback, value)) }
        throw SerializationFailure.error("Unable to serialize unknown type: \(try machine.repr(.object(type)))", machine)
    }

    private static func text(of bytes: [UInt8], _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        switch serializer.config?.bytesForm ?? "utf8" {
        case "base64":
            let encoded = try machine.call(try machine.imported("base64", "urlsafe_b64encode"), .object(PyBytes(bytes)))
            return .str(PyStr(utf8: encoded.asBytes?.bytes ?? []))
        case "hex": return try machine.call(try machine.attribute(.object(PyBytes(bytes)), "hex"))
        default:
            if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
            let valid = bytes.indices.first { String(validating: bytes[...$0], as: UTF8.self) == nil } ?? 0
            throw SerializationFailure.error("invalid utf-8 sequence of 1 bytes from index \(valid)", machine)
        }
    }

    /// `isoformat()`, with `Z` for an offset of zero.
    private static func zulu(_ value: Value, _ machine: Machine) throws -> String {
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
}
