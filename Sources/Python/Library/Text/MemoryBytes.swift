/// What `io.BytesIO` has beyond what it shares with `io.StringIO`.
enum MemoryBytes {
    /// Gives the class its behaviour.
    static func install(_ type: PyType, _ machine: Machine) {
        for name in ["readinto", "readinto1"] {
            type.method(name, "self, buffer, /") { machine, a in
                guard let target = a[1].asBytes, target.isMutable else {
                    throw machine.error(
                        "TypeError", "\(name)() argument must be read-write bytes-like object, not \(machine.typeName(a[1]))")
                }
                let read = try machine.call(try machine.attribute(a[0], "read"), .int(target.bytes.count)).asBytes?.bytes ?? []
                target.bytes.replaceSubrange(0..<read.count, with: read)
                return .int(read.count)
            }
        }
        type.method("read1", "self, size=-1, /") { machine, a in try machine.call(try machine.attribute(a[0], "read"), a[1]) }
        type.method("getbuffer", "self") { machine, a in
            let content = try machine.call(try machine.attribute(a[0], "getvalue"))
            return try machine.call(.object(machine.types.memoryview), .object(PyBytes(content.asBytes?.bytes ?? [], isMutable: true)))
        }
    }
}
