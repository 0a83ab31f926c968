/// How `str`, `bytes` and `bytearray` are made.
enum TextConstructors {
    static func install(_ types: BuiltinTypes) {
        types.str.constructor("object='', encoding?, errors?") { machine, _, a in .str(try makeText(machine, a)) }
        types.bytes.constructor("source?, encoding?, errors?") { machine, cls, a in
            if cls === machine.types.bytes, let same = a.ifGiven(0), case .object(let object) = same, let bytes = object as? PyBytes,
                !bytes.isMutable, !a.isGiven(1), !a.isGiven(2)
            {
                return same
            }
            let bytes = try machine.makeBytes("bytes", source: a.ifGiven(0), encoding: a.ifGiven(1), errors: a.ifGiven(2))
            return .object(PyBytes(bytes))
        }
        types.bytearray.constructor("*args, **kwargs") { _, _, _ in .object(PyBytes([], isMutable: true)) }
        types.bytearray.bytesMethod("__init__", "source?, encoding?, errors?") { machine, receiver, a in
            receiver.bytes = try machine.makeBytes("bytearray", source: a.ifGiven(1), encoding: a.ifGiven(2), errors: a.ifGiven(3))
            return .none
        }
    }

    private static func makeText(_ machine: Machine, _ a: BoundArguments) throws -> PyStr {
        guard a.isGiven(1) || a.isGiven(2) else { return try machine.strStr(a[0]) }
        let encoding = try a.ifGiven(1).map { try machine.requireStr($0, "str() argument 'encoding'") }
        let errors = try a.ifGiven(2).map { try machine.requireStr($0, "str() argument 'errors'") }
        if a[0].asStr != nil { throw machine.error("TypeError", "decoding str is not supported") }
        guard let bytes = a[0].asBytes else {
            throw machine.error("TypeError", "decoding to str: need a bytes-like object, \(machine.typeName(a[0])) found")
        }
        return try TextDecoder.decode(bytes.bytes, encoding: encoding ?? PyStr("utf-8"), errors: errors ?? PyStr("strict"), machine)
    }
}

/// What `UnicodeEncodeError` and `UnicodeDecodeError` say, and their five attributes.
enum UnicodeErrorMethods {
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
