/// The modules `base64` and `binascii`.
enum BinaryTextModules {
    private static func data(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let bytes = value.asBytes?.bytes { return bytes }
        throw machine.error("TypeError", "a bytes-like object is required, not '\(machine.typeName(value))'")
    }

    /// The ASCII of a text, or bytes.
    private static func ascii(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let text = value.asStr {
            guard text.isASCII else { throw machine.error("ValueError", "string argument should contain only ASCII characters") }
            return text.utf8
        }
        guard let bytes = value.asBytes?.bytes else {
            throw machine.error(
                "TypeError", "argument should be a bytes-like object or ASCII string, not '\(machine.typeName(value))'")
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
        func alphabet(_ other: Value, _ machine: Machine) throws -> [UInt8] {
            if other.isNone { return Base64.standard }
            return Array(Base64.standard.prefix(62)) + (try ascii(other, machine))
        }
        module.function(machine, "b64encode", "s, altchars=None") { machine, a in
            .bytes(Base64.encode(try data(a[0], machine), alphabet: try alphabet(a[1], machine)))
        }
        module.function(machine, "b64decode", "s, altchars=None, validate=False") { machine, a in
            let (text, letters) = (try ascii(a[0], machine), try alphabet(a[1], machine))
            let isStrict = try machine.isTrue(a[2])
            return try decoding(machine) { try Base64.decode(text, alphabet: letters, isStrict: isStrict) }
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
        module.function(machine, "b32encode", "s") { machine, a in .bytes(Base64.encode32(try data(a[0], machine))) }
        module.function(machine, "b32decode", "s, casefold=False, map01=None") { machine, a in
            var text = try ascii(a[0], machine)
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
                if !folds, text.contains(where: { $0 >= 0x61 && $0 <= 0x66 }) {
                    throw Base64.Problem(message: "Non-base16 digit found")
                }
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
                .bytes(UUIDText.hexadecimal(try data(a[0], machine)))
            }
        }
        for name in ["unhexlify", "a2b_hex"] {
            module.function(machine, name, "hexstr, /") { machine, a in
                let text = try ascii(a[0], machine)
                return try decoding(machine) { try hexadecimal(text) }
            }
        }
        module.function(machine, "b2a_base64", "data, /, *, newline=True") { machine, a in
            let hasNewline = try machine.isTrue(a[1])
            return .bytes(Base64.encode(try data(a[0], machine)) + (hasNewline ? [0x0A] : []))
        }
        module.function(machine, "a2b_base64", "data, /, *, strict_mode=False") { machine, a in
            let text = try ascii(a[0], machine)
            let isStrict = try machine.isTrue(a[1])
            return try decoding(machine) { try Base64.decode(text, isStrict: isStrict) }
        }
        module.function(machine, "crc32", "data, value=0, /") { machine, a in
            .int(Int(Base64.crc32(try data(a[0], machine), from: UInt32(truncatingIfNeeded: try machine.index(a[1])))))
        }
        return module
    }
}
