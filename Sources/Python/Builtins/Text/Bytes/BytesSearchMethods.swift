/// The searching methods of `bytes` and `bytearray`.
enum BytesSearchMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        installFind(on: type)
        installPrefixes(on: type)
        installPartition(on: type)
        type.bytesMethod("replace", "old, new, count=-1, /") { machine, receiver, a in
            let old = try machine.requireBytes(a[1]), new = try machine.requireBytes(a[2])
            let limit = try machine.size(a[3])
            try machine.chargeReplacement(receiver.bytes, old, new)
            let replaced = ByteSearch.replaced(receiver.bytes, old, with: new, limit: limit < 0 ? .max : limit, isText: false)
            return BytesMethods.made(replaced, like: receiver)
        }
    }

    /// What is searched for: bytes, or an integer as one byte.
    private static func needle(_ machine: Machine, _ value: Value) throws -> [UInt8] {
        if let bytes = value.asBytes { return bytes.bytes }
        guard try value.isInteger || machine.method(value, "__index__") != nil else {
            throw machine.error("TypeError", "argument should be integer or bytes-like object, not '\(machine.typeName(value))'")
        }
        return [try machine.byte(value, "byte must be in range(0, 256)")]
    }

    private static func installFind(on type: PyType) {
        let signature = "sub, start=None, end=None, /"
        func search(_ name: String, fromRight: Bool, isStrict: Bool) {
            type.bytesMethod(name, signature) { machine, receiver, a in
                let needle = try needle(machine, a[1])
                let range = try machine.range(a[2], a[3], count: receiver.bytes.count)
                try machine.charge(instructions: receiver.bytes.count / 16)
                let search = fromRight ? ByteSearch.last : ByteSearch.first
                if let range, let found = search(needle, receiver.bytes, range) { return .int(found) }
                if isStrict { throw machine.error("ValueError", "subsection not found") }
                return -1
            }
        }
        search("find", fromRight: false, isStrict: false)
        search("rfind", fromRight: true, isStrict: false)
        search("index", fromRight: false, isStrict: true)
        search("rindex", fromRight: true, isStrict: true)
        type.bytesMethod("count", signature) { machine, receiver, a in
            let needle = try needle(machine, a[1])
            try machine.charge(instructions: receiver.bytes.count / 16)
            guard let range = try machine.range(a[2], a[3], count: receiver.bytes.count) else { return 0 }
            return .int(needle.isEmpty ? range.count + 1 : ByteSearch.all(needle, in: receiver.bytes, range).count)
        }
    }

    private static func installPrefixes(on type: PyType) {
        func test(_ name: String, atEnd: Bool) {
            type.bytesMethod(name, "prefix, start=None, end=None, /") { machine, receiver, a in
                let options = try prefixes(machine, a[1], name)
                guard let range = try machine.range(a[2], a[3], count: receiver.bytes.count) else { return false }
                let part = Array(receiver.bytes[range])
                return .bool(options.contains { ByteSearch.matches($0, part, atEnd ? part.count - $0.count : 0) })
            }
        }
        test("startswith", atEnd: false)
        test("endswith", atEnd: true)
        type.bytesMethod("removeprefix", "prefix, /") { machine, receiver, a in
            let prefix = try machine.requireBytes(a[1])
            let isThere = ByteSearch.matches(prefix, receiver.bytes, 0)
            return BytesMethods.made(receiver.bytes.dropFirst(isThere ? prefix.count : 0), like: receiver)
        }
        type.bytesMethod("removesuffix", "suffix, /") { machine, receiver, a in
            let suffix = try machine.requireBytes(a[1])
            let isThere = ByteSearch.matches(suffix, receiver.bytes, receiver.bytes.count - suffix.count)
            return BytesMethods.made(receiver.bytes.dropLast(isThere ? suffix.count : 0), like: receiver)
        }
    }

    private static func prefixes(_ machine: Machine, _ value: Value, _ name: String) throws -> [[UInt8]] {
        if let bytes = value.asBytes { return [bytes.bytes] }
        guard let tuple = value.asTuple else {
            throw machine.error("TypeError", "\(name) first arg must be bytes or a tuple of bytes, not \(machine.typeName(value))")
        }
        return try tuple.elements.map { try machine.requireBytes($0) }
    }

    private static func installPartition(on type: PyType) {
        func cut(_ name: String, fromRight: Bool) {
            type.bytesMethod(name, "sep, /") { machine, receiver, a in
                let separator = try machine.requireBytes(a[1])
                if separator.isEmpty { throw machine.error("ValueError", "empty separator") }
                let whole = 0..<receiver.bytes.count
                let found = (fromRight ? ByteSearch.last : ByteSearch.first)(separator, receiver.bytes, whole)
                let parts: [ArraySlice<UInt8>]
                if let found {
                    parts = [receiver.bytes[..<found], separator[...], receiver.bytes[(found + separator.count)...]]
                } else {
                    parts = fromRight ? [[], [], receiver.bytes[...]] : [receiver.bytes[...], [], []]
                }
                return .tuple(PyTuple(parts.map { BytesMethods.made($0, like: receiver) }))
            }
        }
        cut("partition", fromRight: false)
        cut("rpartition", fromRight: true)
    }
}
