/// A `uuid.UUID`: sixteen bytes.
public final class PyUUID: PyInstance {
    /// The bytes, the first first.
    public internal(set) var bytes = [UInt8](repeating: 0, count: 16)

    /// A UUID of zeros, filled in afterwards.
    init(type: PyType) { super.init(type: type) }

    /// The text with hyphens.
    public var text: String { UUIDText.format(bytes) }
}

/// The text of UUIDs.
public enum UUIDText {
    /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
    public static func format(_ bytes: [UInt8]) -> String {
        let hex = hexadecimal(bytes)
        let cuts = [0, 8, 12, 16, 20, 32]
        return zip(cuts, cuts.dropFirst()).map { String(decoding: hex[$0..<$1], as: UTF8.self) }.joined(separator: "-")
    }

    /// The digits of bytes, in small letters.
    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    /// The bytes of a text as `uuid.UUID(text)` reads it: hyphens, braces and `urn:uuid:` are dropped; nil if it is no UUID.
    public static func parse(_ text: String) -> [UInt8]? {
        let digits = Array(digits(text).utf8)
        guard digits.count == 32 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 32, by: 2) {
            guard let high = RegexParser.hexadecimalValue(UInt32(digits[index])),
                let low = RegexParser.hexadecimalValue(UInt32(digits[index + 1]))
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }

    /// A text without what `UUID(text)` drops.
    static func digits(_ text: String) -> String {
        var rest = text.replacing("urn:", with: "").replacing("uuid:", with: "")
        while let c = rest.first, c == "{" || c == "}" { rest.removeFirst() }
        while let c = rest.last, c == "{" || c == "}" { rest.removeLast() }
        return rest.filter { $0 != "-" }
    }
}

/// The module `uuid`.
public enum UUIDModule {
    /// The classes of a machine.
    public final class Classes {
        /// `uuid.UUID`.
        public let uuid: PyType
        /// Makes the class.
        init(_ machine: Machine) throws {
            uuid = try machine.types.make("UUID", module: "uuid")
            uuid.allocates { PyUUID(type: $0) }
        }

        /// A UUID of those sixteen bytes.
        public func make(_ bytes: [UInt8], version: Int? = nil) -> Value {
            let made = PyUUID(type: uuid)
            made.bytes = version.map { UUIDModule.marked(bytes, $0) } ?? bytes
            return .object(made)
        }
    }

    /// The classes of a machine.
    public static func classes(_ machine: Machine) throws -> Classes { try machine.library(Classes.self, of: "uuid") }

    /// Whether a UUID was made safely for several processes, which nothing here tells.
    private static let safety = WrittenModule(
        #"""
        import enum as _enum
        class SafeUUID(_enum.Enum):
            safe = 0
            unsafe = -1
            unknown = None
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "uuid")
        let classes = try Classes(machine)
        module.add("_library", .object(LibraryBox(classes)))
        module.add("UUID", .object(classes.uuid))
        installConstructor(classes)
        installAttributes(classes.uuid)
        installOperators(classes.uuid)
        addGenerators(module, classes, machine)
        for (name, text) in [("RESERVED_NCS", "reserved for NCS compatibility"), ("RFC_4122", "specified in RFC 4122")] {
            module.add(name, .string(text))
        }
        for (name, last) in [("DNS", UInt8(0x10)), ("URL", 0x11), ("OID", 0x12), ("X500", 0x14)] {
            module.add(
                "NAMESPACE_\(name)",
                classes.make([0x6B, 0xA7, 0xB8, last, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]))
        }
        try safety.run(in: module, machine)
        let unknown = try module.namespace["SafeUUID"].map { try machine.attribute($0, "unknown") } ?? .none
        classes.uuid.getter("is_safe") { _, _ in unknown }
        return module
    }

    /// The bytes with the bits of RFC 4122 and of the version.
    static func marked(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0F | UInt8(version << 4)
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }

    private static func installConstructor(_ classes: Classes) {
        classes.uuid.constructor(
            "hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None"
        ) { machine, cls, a in
            guard (0..<5).count(where: { !a[$0].isNone }) == 1 else {
                throw machine.error("TypeError", "one of the hex, bytes, bytes_le, fields, or int arguments must be given")
            }
            guard let made = cls.allocate(cls) as? PyUUID else { return .none }
            made.bytes = try bytes(a, machine)
            if !a[5].isNone {
                let version = try machine.index(a[5])
                guard (1...5).contains(version) else { throw machine.error("ValueError", "illegal version number") }
                made.bytes = marked(made.bytes, version)
            }
            return .object(made)
        }
    }

    private static func bytes(_ a: BoundArguments, _ machine: Machine) throws -> [UInt8] {
        if !a[0].isNone {
            guard let text = a[0].asString else {
                throw machine.error("AttributeError", "'\(machine.typeName(a[0]))' object has no attribute 'replace'")
            }
            if let bytes = UUIDText.parse(text) { return bytes }
            let digits = UUIDText.digits(text)
            if digits.count != 32 { throw machine.error("ValueError", "badly formed hexadecimal UUID string") }
            throw machine.error("ValueError", "invalid literal for int() with base 16: \(try machine.repr(.string(digits)))")
        }
        if !a[1].isNone || !a[2].isNone {
            let isSwapped = a[1].isNone
            guard let given = a[isSwapped ? 2 : 1].asBytes?.bytes, given.count == 16 else {
                throw machine.error("ValueError", "\(isSwapped ? "bytes_le" : "bytes") is not a 16-char string")
            }
            return isSwapped ? swapped(given) : given
        }
        if !a[3].isNone {
            let fields = try machine.array(a[3])
            guard fields.count == 6 else { throw machine.error("ValueError", "fields is not a 6-tuple") }
            return try zip(fields, [4, 2, 2, 1, 1, 6]).flatMap { try machine.bigIndex($0).bigEndianBytes($1) }
        }
        let number = try machine.bigIndex(a[4])
        guard !number.isNegative, number.bitWidth <= 128 else {
            throw machine.error("ValueError", "int is out of range (need a 128-bit value)")
        }
        return number.bigEndianBytes(16)
    }

    /// The first three fields with the other byte order.
    private static func swapped(_ b: [UInt8]) -> [UInt8] { b[0..<4].reversed() + b[4..<6].reversed() + b[6..<8].reversed() + b[8...] }

    private static func bytes(_ value: Value) -> [UInt8] { (value.asObject as? PyUUID)?.bytes ?? [UInt8](repeating: 0, count: 16) }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> BigInt { BigInt(bigEndian: Array(bytes), isSigned: false) }

    private static func installAttributes(_ type: PyType) {
        func attribute(_ name: String, _ read: @escaping ([UInt8]) -> Value) { type.getter(name) { _, value in read(bytes(value)) } }
        attribute("hex") { .string(String(decoding: UUIDText.hexadecimal($0), as: UTF8.self)) }
        attribute("int") { .integer(integer($0[...])) }
        attribute("bytes") { .bytes($0) }
        attribute("bytes_le") { .bytes(swapped($0)) }
        attribute("urn") { .string("urn:uuid:" + UUIDText.format($0)) }
        let cuts: [(String, Range<Int>)] = [
            ("time_low", 0..<4), ("time_mid", 4..<6), ("time_hi_version", 6..<8), ("clock_seq_hi_variant", 8..<9),
            ("clock_seq_low", 9..<10),
            ("node", 10..<16),
        ]
        for (name, range) in cuts { attribute(name) { .integer(integer($0[range])) } }
        attribute("fields") { bytes in .tuple(cuts.map { .integer(integer(bytes[$0.1])) }) }
        attribute("time") { b in
            let high = Int(b[6] & 0x0F) << 8 | Int(b[7])
            let middle = Int(b[4]) << 8 | Int(b[5])
            return .int(high << 48 | middle << 32 | (integer(b[0..<4]).asInt ?? 0))
        }
        attribute("clock_seq") { .int(Int($0[8] & 0x3F) << 8 | Int($0[9])) }
        attribute("version") { $0[8] & 0xC0 == 0x80 ? .int(Int($0[6] >> 4)) : .none }
        attribute("variant") { b in
            if b[8] & 0x80 == 0 { return "reserved for NCS compatibility" }
            if b[8] & 0x40 == 0 { return "specified in RFC 4122" }
            return b[8] & 0x20 == 0 ? "reserved for Microsoft compatibility" : "reserved for future definition"
        }
        type.method("__str__", "self, /") { _, a in .string(UUIDText.format(bytes(a[0]))) }
        type.method("__repr__", "self, /") { machine, a in .string("\(machine.typeName(a[0]))('\(UUIDText.format(bytes(a[0])))')") }
        type.method("__int__", "self, /") { _, a in .integer(integer(bytes(a[0])[...])) }
        type.method("__hash__", "self, /") { _, a in .int(NumericHash.hash(integer(bytes(a[0])[...]))) }
        type.method("__setattr__", "self, name, value, /") { machine, _ in
            throw machine.error("TypeError", "UUID objects are immutable")
        }
    }

    private static func installOperators(_ type: PyType) {
        DateClass.installComparison(type, "UUID") { a, b, _ in
            guard let x = a.asObject as? PyUUID, let y = b.asObject as? PyUUID else { return nil }
            return x.bytes == y.bytes ? 0 : x.bytes.lexicographicallyPrecedes(y.bytes) ? -1 : 1
        }
    }

    private static func addGenerators(_ module: PyModule, _ classes: Classes, _ machine: Machine) {
        module.function(machine, "uuid4", "") { machine, _ in
            classes.make(machine.world.random().bigEndianBytes + machine.world.random().bigEndianBytes, version: 4)
        }
        module.function(machine, "uuid1", "node=None, clock_seq=None") { machine, a in
            let ticks = UInt64(RunClock.now(machine) / 100 + 0x01B2_1DD2_1381_4000)
            let sequence = a[1].isNone ? Int(machine.world.random() & 0x3FFF) : try machine.index(a[1])
            let node = a[0].isNone ? Int(machine.world.random() & 0xFFFF_FFFF_FFFF) | 1 << 40 : try machine.index(a[0])
            guard (0..<1 << 48).contains(node) else { throw machine.error("ValueError", "field 6 out of range (need a 48-bit value)") }
            let bytes =
                UInt32(truncatingIfNeeded: ticks).bigEndianBytes + UInt16(truncatingIfNeeded: ticks >> 32).bigEndianBytes
                + UInt16(truncatingIfNeeded: ticks >> 48).bigEndianBytes + UInt16(sequence & 0x3FFF).bigEndianBytes
            return classes.make(bytes + UInt64(node).bigEndianBytes[2...], version: 1)
        }
        for (name, version, hash) in [("uuid3", 3, "md5"), ("uuid5", 5, "sha1")] {
            module.function(machine, name, "namespace, name") { machine, a in
                guard var function = HashFunctions.make(hash), let text = a[1].asStr?.utf8 ?? a[1].asBytes?.bytes else {
                    throw machine.error("TypeError", "name must be a string")
                }
                function.update(bytes(a[0]))
                function.update(text)
                return classes.make(Array(function.digest().prefix(16)), version: version)
            }
        }
        module.function(machine, "getnode", "") { machine, _ in .int(Int(machine.world.random() & 0xFFFF_FFFF_FFFF) | 1 << 40) }
    }
}
