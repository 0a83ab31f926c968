/// The modules `base64` and `binascii`.
enum BinaryTextModules {
    private static func data(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let bytes = value.asBytes?.bytes { return bytes }
        throw machine.error("TypeError", "a bytes-like object is required, not '\(machine.typeName(value))'")
    }

    /// The ASCII of a text, or bytes.
    private static func ascii(_ value: Value, _ machine: Machine, kinds: String = "a bytes-like object or") throws -> [UInt8] {
        if let text = value.asStr {
            guard text.isASCII else { throw machine.error("ValueError", "string argument should contain only ASCII characters") }
            return text.utf8
        }
        guard let bytes = value.asBytes?.bytes else {
            throw machine.error(
                "TypeError", "argument should be \(kinds) ASCII string, not '\(machine.type(of: value).name)'")
        }
        return bytes
    }

    private static func decoding(_ machine: Machine, _ body: () throws -> [UInt8]) throws -> Value {
        do {
            return .bytes(try body())
        } catch let problem as Base64.Problem {
            let type = try machine.imported("binascii", "Error").asType ?? machine.types.exception("ValueError")
            throw machine.error(type, [.string(problem.message)])
        }
    }

    /// Builds the module `base64`.
    static func makeBase64(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "base64")
        /// The two characters that stand for `+` and `/`; AssertionError for another number.
        func alternatives(_ characters: Value, _ bytes: [UInt8], _ machine: Machine) throws -> [UInt8] {
            guard bytes.count == 2 else { throw machine.error("AssertionError", try machine.repr(characters)) }
            return bytes
        }
        module.function(machine, "b64encode", "s, altchars=None") { machine, a in
            let bytes = try data(a[0], machine)
            if a[1].isNone { return .bytes(Base64.encode(bytes)) }
            let others = try alternatives(a[1], try data(a[1], machine), machine)
            return .bytes(Base64.encode(bytes, alphabet: Base64.standard.prefix(62) + others))
        }
        module.function(machine, "b64decode", "s, altchars=None, validate=False") { machine, a in
            var text = try ascii(a[0], machine)
            if !a[1].isNone {
                let others = try alternatives(.bytes(try ascii(a[1], machine)), try ascii(a[1], machine), machine)
                text = text.map { $0 == others[0] ? 0x2B : $0 == others[1] ? 0x2F : $0 }
            }
            let isStrict = try machine.flag(a[2])
            return try decoding(machine) { try Base64.decode(text, isStrict: isStrict) }
        }
        module.function(machine, "standard_b64encode", "s") { machine, a in .bytes(Base64.encode(try data(a[0], machine))) }
        module.function(machine, "standard_b64decode", "s") { machine, a in
            let text = try ascii(a[0], machine)
            return try decoding(machine) { try Base64.decode(text) }
        }
        module.function(machine, "urlsafe_b64encode", "s") { machine, a in
            .bytes(Base64.encode(try data(a[0], machine), alphabet: Base64.urlSafe))
        }
        module.function(machine, "urlsafe_b64decode", "s") { machine, a in
            let text = try ascii(a[0], machine).map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
            return try decoding(machine) { try Base64.decode(text) }
        }
        addOtherBases(module, machine)
        try LibraryExtras.base64.run(in: module, machine)
        return module
    }

    private static func addOtherBases(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "b32encode", "s") { machine, a in
            guard let bytes = a[0].asBytes?.bytes else {
                throw machine.error("TypeError", "memoryview: a bytes-like object is required, not '\(machine.typeName(a[0]))'")
            }
            return .bytes(Base64.encode32(bytes))
        }
        module.function(machine, "b32decode", "s, casefold=False, map01=None") { machine, a in
            var text = try ascii(a[0], machine)
            if !a[2].isNone {
                let one = try ascii(a[2], machine)
                guard one.count == 1 else { throw machine.error("AssertionError", try machine.repr(a[2])) }
                text = text.map { $0 == 0x30 ? 0x4F : $0 == 0x31 ? one[0] : $0 }
            }
            if try machine.isTrue(a[1]) { text = text.map(CaseMapping.upperASCII) }
            return try decoding(machine) { try Base64.decode32(text) }
        }
        module.function(machine, "b16encode", "s") { machine, a in
            .bytes(UUIDText.hexadecimal(try data(a[0], machine)).map(CaseMapping.upperASCII))
        }
        module.function(machine, "b16decode", "s, casefold=False") { machine, a in
            let text = try ascii(a[0], machine)
            let folds = try machine.isTrue(a[1])
            return try decoding(machine) {
                let isDigit = { (byte: UInt8) in
                    RegexParser.hexadecimalValue(UInt32(byte)) != nil && (folds || !(0x61...0x66).contains(byte))
                }
                if !text.allSatisfy(isDigit) { throw Base64.Problem(message: "Non-base16 digit found") }
                return try hexadecimal(text)
            }
        }
    }

    private static func hexadecimal(_ text: [UInt8]) throws -> [UInt8] {
        guard text.count % 2 == 0 else { throw Base64.Problem(message: "Odd-length string") }
        return try stride(from: 0, to: text.count, by: 2).map { at in
            guard let high = RegexParser.hexadecimalValue(UInt32(text[at])), let low = RegexParser.hexadecimalValue(UInt32(text[at + 1]))
            else { throw Base64.Problem(message: "Non-hexadecimal digit found") }
            return UInt8(high << 4 | low)
        }
    }

    /// Builds the module `binascii`.
    static func makeBinascii(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "binascii")
        module.add("Error", .object(try machine.types.make("Error", module: "binascii", bases: [machine.types.exception("ValueError")])))
        module.add(
            "Incomplete", .object(try machine.types.make("Incomplete", module: "binascii", bases: [machine.types.exception("Exception")])))
        for name in ["hexlify", "b2a_hex"] {
            module.function(machine, name, "data, sep?, bytes_per_sep=1") { machine, a in
                let bytes = try data(a[0], machine)
                guard let separator = a.ifGiven(1) else { return .bytes(UUIDText.hexadecimal(bytes)) }
                let text = try machine.call(try machine.attribute(.bytes(bytes), "hex"), separator, a[2])
                return .bytes(text.asStr?.utf8 ?? [])
            }
        }
        for name in ["unhexlify", "a2b_hex"] {
            module.function(machine, name, "hexstr, /") { machine, a in
                let text = try ascii(a[0], machine, kinds: "bytes, buffer or")
                return try decoding(machine) { try hexadecimal(text) }
            }
        }
        module.function(machine, "b2a_base64", "data, /, *, newline=True") { machine, a in
            let hasNewline = try machine.isTrue(a[1])
            return .bytes(Base64.encode(try data(a[0], machine)) + (hasNewline ? [0x0A] : []))
        }
        module.function(machine, "a2b_base64", "data, /, *, strict_mode=False") { machine, a in
            let text = try ascii(a[0], machine, kinds: "bytes, buffer or")
            let isStrict = try machine.isTrue(a[1])
            return try decoding(machine) { try Base64.decode(text, isStrict: isStrict) }
        }
        module.function(machine, "crc32", "data, value=0, /") { machine, a in
            .int(Int(Base64.crc32(try data(a[0], machine), from: UInt32(truncatingIfNeeded: try machine.index(a[1])))))
        }
        module.function(machine, "crc_hqx", "data, crc, /") { machine, a in
            .int(Int(Base64.crcHQX(try data(a[0], machine), from: UInt16(truncatingIfNeeded: try machine.index(a[1])))))
        }
        return module
    }
}
