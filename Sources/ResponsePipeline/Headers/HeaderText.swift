import HTTPMessages
import Python

/// Text to header bytes, with Python's errors.
enum HeaderText {
    /// `value.encode("latin-1")`, which raises what Python raises for other types and other characters.
    static func latin1(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let text = value.asStr, text.isASCII { return text.utf8 }
        let encoded = try machine.call(try machine.attribute(value, "encode"), "latin-1")
        return encoded.asBytes?.bytes ?? []
    }

    /// `name.lower().encode("latin-1")` as the text of a name.
    static func name(_ value: Value, _ machine: Machine) throws -> String {
        if let text = value.asStr, text.isASCII { return text.string.asciiLowercased }
        let lower = try machine.call(try machine.attribute(value, "lower"))
        return String(latin1: try latin1(lower, machine))
    }

    /// A header's value as a Python text.
    static func value(_ bytes: [UInt8]) -> Value { .string(String(latin1: bytes)) }
}
