/// What `bytearray` has beyond `bytes`: it can be changed.
enum BytearrayMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.bytesMethod("append", "item, /") { machine, receiver, a in
            try machine.charge(bytes: 1)
            let byte = try machine.byte(a[1], "byte must be in range(0, 256)")
            try machine.allowResize(of: receiver)
            receiver.bytes.append(byte)
            return .none
        }
        type.bytesMethod("extend", "iterable_of_ints, /") { machine, receiver, a in
            let added = try machine.makeBytes(a[1])
            if !added.isEmpty { try machine.allowResize(of: receiver) }
            receiver.bytes += added
            return .none
        }
        type.bytesMethod("__iadd__", "value, /") { machine, receiver, a in
            guard let other = a[1].asBytes else {
                throw machine.error("TypeError", "can't concat \(machine.typeName(a[1])) to bytearray")
            }
            if !other.bytes.isEmpty { try machine.allowResize(of: receiver) }
            receiver.bytes += other.bytes
            return a[0]
        }
        type.bytesMethod("__imul__", "value, /") { machine, receiver, a in
            guard let made = try machine.builtinBinary(.multiply, .object(receiver), a[1])?.asBytes else { return machine.notImplemented }
            if made.bytes.count != receiver.bytes.count { try machine.allowResize(of: receiver) }
            receiver.bytes = made.bytes
            return a[0]
        }
        type.bytesMethod("insert", "index, item, /") { machine, receiver, a in
            let index = try machine.size(a[1])
            let byte = try machine.byte(a[2], "byte must be in range(0, 256)")
            let count = receiver.bytes.count
            try machine.charge(bytes: 1)
            try machine.allowResize(of: receiver)
            receiver.bytes.insert(byte, at: max(0, min(count, index < 0 ? index + count : index)))
            return .none
        }
        type.bytesMethod("pop", "index=-1, /") { machine, receiver, a in
            let given = try machine.size(a[1])
            if receiver.bytes.isEmpty { throw machine.error("IndexError", "pop from empty bytearray") }
            let index = given < 0 ? given + receiver.bytes.count : given
            guard receiver.bytes.indices.contains(index) else { throw machine.error("IndexError", "pop index out of range") }
            try machine.allowResize(of: receiver)
            return .int(Int(receiver.bytes.remove(at: index)))
        }
        type.bytesMethod("remove", "value, /") { machine, receiver, a in
            let byte = try machine.byte(a[1], "byte must be in range(0, 256)")
            guard let place = receiver.bytes.firstIndex(of: byte) else { throw machine.error("ValueError", "value not found in bytearray") }
            try machine.allowResize(of: receiver)
            receiver.bytes.remove(at: place)
            return .none
        }
        type.bytesMethod("reverse") { _, receiver, _ in
            receiver.bytes.reverse()
            return .none
        }
        type.bytesMethod("clear") { machine, receiver, _ in
            if !receiver.bytes.isEmpty { try machine.allowResize(of: receiver) }
            receiver.bytes.removeAll()
            return .none
        }
        type.bytesMethod("copy") { machine, receiver, _ in
            try machine.charge(bytes: receiver.bytes.count)
            return BytesMethods.made(receiver.bytes, like: receiver)
        }
    }
}

extension Machine {
    /// Raises BufferError where a `memoryview` shows these bytes, so that their size must stay.
    func allowResize(of bytes: PyBytes) throws {
        if bytes.exports > 0 { throw error("BufferError", "Existing exports of data: object cannot be re-sized") }
    }
}
