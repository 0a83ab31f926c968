/// What `UnicodeEncodeError` and `UnicodeDecodeError` say, and their five attributes.
enum UnicodeErrorMethods {
    /// Puts them on the two exception classes.
    static func install(_ types: BuiltinTypes) {
        let encode = types.exception("UnicodeEncodeError"), decode = types.exception("UnicodeDecodeError")
        for type in [encode, decode] {
            for (index, name) in ["encoding", "object", "start", "end", "reason"].enumerated() {
                type.getter(name) { _, value in
                    let arguments = value.asException?.arguments ?? []
                    return index < arguments.count ? arguments[index] : .none
                }
            }
        }
        encode.method("__str__", "self, /") { machine, a in
            try describe(machine, a[0], "encode") { subject, start in
                guard let text = subject.asStr, start < text.count else { return nil }
                var escaped: [UInt8] = []
                TextRepr.appendEscape(text.character(at: start).singlePoint ?? 0, to: &escaped)
                return "character '\(String(decoding: escaped, as: UTF8.self))'"
            }
        }
        decode.method("__str__", "self, /") { machine, a in
            try describe(machine, a[0], "decode") { subject, start in
                guard let bytes = subject.asBytes?.bytes, start < bytes.count else { return nil }
                var digits: [UInt8] = []
                TextRepr.appendHex(UInt32(bytes[start]), width: 2, to: &digits)
                return "byte 0x\(String(decoding: digits, as: UTF8.self))"
            }
        }
    }

    private static func describe(
        _ machine: Machine, _ value: Value, _ verb: String, _ single: (Value, Int) -> String?
    ) throws -> Value {
        guard let arguments = value.asException?.arguments, arguments.count == 5, let start = arguments[2].asInt,
            let end = arguments[3].asInt
        else { return "" }
        let encoding = try machine.str(arguments[0]), reason = try machine.str(arguments[4])
        let what = verb == "encode" ? "characters" : "bytes"
        let place = end == start + 1 ? single(arguments[1], start).map { "\($0) in position \(start)" } : nil
        return .string("'\(encoding)' codec can't \(verb) \(place ?? "\(what) in position \(start)-\(end - 1)"): \(reason)")
    }
}
