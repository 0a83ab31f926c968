/// `str.encode` and `bytes.decode` without arguments, which mean UTF-8; the rules of `DirectMethods` hold.
enum DirectCodecs {
    /// The bytes of a text without surrogates.
    static func encode(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 1, let text = cursor.text(below: 1) else { return nil }
        return try text._withUnsafeGuaranteedRef { text in
            guard text.isASCII || !TextEncoder.hasSurrogate(text) else { return nil }
            try machine.charge(bytes: text.byteCount)
            return .object(PyBytes(text.utf8))
        }
    }

    /// The text of bytes that are valid.
    static func decode(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 1, let object = cursor.object(below: 1) else { return nil }
        return try object._withUnsafeGuaranteedRef { object in
            guard object.isExactly(PyBytes.self) else { return nil }
            let bytes = unsafeDowncast(object, to: PyBytes.self)
            guard let text = TextDecoder.valid(bytes.bytes) else { return nil }
            try machine.charge(bytes: text.byteCount)
            return .str(text)
        }
    }
}
