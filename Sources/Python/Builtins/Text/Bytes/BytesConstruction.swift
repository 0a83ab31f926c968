extension Machine {
    /// The bytes of a bytes-like object or an iterable of integers, as `bytes(value)` and `bytes.join` take them.
    func makeBytes(_ value: Value, of name: String = "bytes") throws -> [UInt8] {
        if let bytes = value.asBytes {
            try charge(bytes: bytes.bytes.count)
            return bytes.bytes
        }
        if let method = try method(value, "__bytes__") {
            let result = try call(method)
            guard let bytes = result.asBytes else { throw error("TypeError", "__bytes__ returned non-bytes (type \(typeName(result)))") }
            return bytes.bytes
        }
        guard canIterate(value), value.asStr == nil else {
            throw error("TypeError", "cannot convert '\(typeName(value))' object to \(name)")
        }
        var bytes: [UInt8] = []
        try iterate(value) { element in
            try charge(bytes: 1)
            bytes.append(try byte(element, "bytes must be in range(0, 256)"))
            return true
        }
        return bytes
    }

    /// One byte; raises ValueError with these words outside of 0…255, TypeError for what is no integer.
    func byte(_ value: Value, _ words: String) throws -> UInt8 {
        guard let byte = try bigIndex(value).asInt.flatMap(UInt8.init(exactly:)) else { throw error("ValueError", words) }
        return byte
    }

    /// `bytes(source, encoding, errors)`; `name` is that of the type, for messages.
    func makeBytes(_ name: String, source: Value?, encoding: Value?, errors: Value?) throws -> [UInt8] {
        if encoding != nil || errors != nil {
            let encoding = try encoding.map { try requireStr($0, "\(name)() argument 'encoding'") }
            let errors = try errors.map { try requireStr($0, "\(name)() argument 'errors'") }
            guard let text = source?.asStr else { throw error("TypeError", "encoding without a string argument") }
            return try TextEncoder.encode(text, encoding: encoding ?? PyStr("utf-8"), errors: errors ?? PyStr("strict"), self)
        }
        guard let source else { return [] }
        if source.asStr != nil { throw error("TypeError", "string argument without an encoding") }
        if source.isInteger {
            let count = try index(source)
            if count < 0 { throw error("ValueError", "negative count") }
            try charge(bytes: count)
            return [UInt8](repeating: 0, count: count)
        }
        return try makeBytes(source, of: name)
    }

    /// The bytes of a bytes-like argument; raises TypeError for others.
    func requireBytes(_ value: Value) throws -> [UInt8] {
        guard let bytes = value.asBytes else {
            throw error("TypeError", "a bytes-like object is required, not '\(typeName(value))'")
        }
        return bytes.bytes
    }
}
