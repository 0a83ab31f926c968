/// How `str`, `bytes` and `bytearray` are made.
enum TextConstructors {
    /// Puts the constructors on the three types.
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
