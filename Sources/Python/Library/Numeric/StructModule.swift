/// The module `struct`: numbers as bytes (CPython 3.11 `_struct.c`).
enum StructModule {
    /// One item of a format.
    private struct Field {
        let code: Character
        let size: Int
        /// How many values, or bytes for `s` and `p`.
        let count: Int
        /// The blanks before it.
        let padding: Int
        /// Whether its size is that of the machine.
        /// Whether CPython packs it as the machine has it, with the words that its native types have.
        let isLittle: Bool

        var takesText: Bool { code == "s" || code == "p" }
        var valueCount: Int { code == "x" ? 0 : takesText ? 1 : count }
    }

    private struct Layout {
        var fields: [Field] = []
        var isBig = false
        var size = 0
        var valueCount: Int { fields.reduce(0) { $0 + $1.valueCount } }
    }

    private static let standard: [Character: Int] = [
        "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8,
        "s": 1, "p": 1,
    ]

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "struct")
        let problem = try machine.types.make("error", module: "struct", bases: [machine.types.exception("Exception")])
        module.add("error", .object(problem))
        module.function(machine, "calcsize", "format, /") { machine, a in .int(try layout(a[0], problem, machine).size) }
        module.function(machine, "pack", "format, /, *values") { machine, a in
            .bytes(try packed(try layout(a[0], problem, machine), a.list(1), problem, machine))
        }
        module.function(machine, "unpack", "format, buffer, /") { machine, a in
            let (layout, bytes) = (try layout(a[0], problem, machine), try machine.requireBytes(a[1]))
            guard bytes.count == layout.size else { throw failure("unpack requires a buffer of \(layout.size) bytes", problem, machine) }
            return .tuple(try unpacked(layout, bytes, at: 0))
        }
        module.function(machine, "unpack_from", "format, /, buffer, offset=0") { machine, a in
            let (layout, bytes) = (try layout(a[0], problem, machine), try machine.requireBytes(a[1]))
            let given = try machine.index(a[2])
            let offset = given < 0 ? given + bytes.count : given
            guard offset >= 0, bytes.count - offset >= layout.size else {
                let words = "unpack_from requires a buffer of at least \(layout.size &+ given) bytes for unpacking \(layout.size) bytes at "
                throw failure(words + "offset \(given) (actual buffer size is \(bytes.count))", problem, machine)
            }
            return .tuple(try unpacked(layout, bytes, at: offset))
        }
        module.function(machine, "iter_unpack", "format, buffer, /") { machine, a in
            let (layout, bytes) = (try layout(a[0], problem, machine), try machine.requireBytes(a[1]))
            if layout.size == 0 { throw failure("cannot iteratively unpack with a struct of length 0", problem, machine) }
            guard bytes.count % layout.size == 0 else {
                throw failure("iterative unpacking requires a buffer of a multiple of \(layout.size) bytes", problem, machine)
            }
            let starts = stride(from: 0, to: bytes.count, by: layout.size)
            return .object(PyArrayIterator(try starts.map { .tuple(try unpacked(layout, bytes, at: $0)) }, typeName: "unpack_iterator"))
        }
        module.function(machine, "pack_into", "format, buffer, offset, /, *values") { machine, a in
            let layout = try layout(a[0], problem, machine)
            guard let target = a[1].unwrapped.asObject as? PyBytes, target.isMutable else {
                throw machine.error("TypeError", "argument must be read-write bytes-like object, not \(machine.typeName(a[1]))")
            }
            let offset = try machine.index(a[2])
            func requireRoom() throws {
                if offset >= 0, target.bytes.count - offset >= layout.size { return }
                let words = "pack_into requires a buffer of at least \(layout.size &+ offset) bytes for packing \(layout.size) bytes at "
                throw failure(words + "offset \(offset) (actual buffer size is \(target.bytes.count))", problem, machine)
            }
            try requireRoom()
            let made = try packed(layout, a.list(3), problem, machine)
            // The `__index__` of a value may have changed the buffer.
            try requireRoom()
            target.bytes.replaceSubrange(offset..<offset + made.count, with: made)
            return .none
        }
        try written.run(in: module, machine)
        return module
    }

    private static let written = WrittenModule(
        #"""
        class Struct:
            def __init__(self, format):
                self.format = format.decode() if isinstance(format, bytes) else format
                self.size = calcsize(format)
            def pack(self, *values):
                return pack(self.format, *values)
            def unpack(self, buffer):
                return unpack(self.format, buffer)
            def unpack_from(self, buffer, offset=0):
                return unpack_from(self.format, buffer, offset)
            def pack_into(self, buffer, offset, *values):
                return pack_into(self.format, buffer, offset, *values)
            def iter_unpack(self, buffer):
                return iter_unpack(self.format, buffer)
        """#)

    private static func failure(_ words: String, _ problem: PyType, _ machine: Machine) -> PyError {
        machine.error(problem, [.string(words)])
    }

    // MARK: Formats

    private static func layout(_ format: Value, _ problem: PyType, _ machine: Machine) throws -> Layout {
        guard let bytes = format.asStr?.utf8 ?? format.asBytes?.bytes else {
            throw machine.error("TypeError", "Struct() argument 1 must be a str or bytes object, not \(machine.typeName(format))")
        }
        var text = Substring(String(decoding: bytes, as: UTF8.self))
        var made = Layout()
        var isNative = true
        if let first = text.first, "@=<>!".contains(first) {
            isNative = first == "@"
            made.isBig = first == ">" || first == "!"
            text = text.dropFirst()
        }
        while let next = text.first {
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            text = text.dropFirst(digits.count)
            if digits.isEmpty, next.isWhitespace {
                text = text.dropFirst()
                continue
            }
            guard let code = text.popFirst() else {
                throw failure("repeat count given without format specifier", problem, machine)
            }
            guard let size = size(of: code, isNative: isNative) else { throw failure("bad char in struct format", problem, machine) }
            guard let count = digits.isEmpty ? 1 : Int(digits), count < 1 << 30 else {
                throw failure("total struct size too long", problem, machine)
            }
            let padding = isNative && size > 1 ? (size - made.size % size) % size : 0
            made.fields.append(Field(code: code, size: size, count: count, padding: padding, isLittle: !made.isBig))
            made.size += padding + size * count
        }
        try machine.charge(bytes: made.size)
        return made
    }

    private static func size(of code: Character, isNative: Bool) -> Int? {
        if isNative, "lLnNP".contains(code) { return 8 }
        return standard[code]
    }

    // MARK: Packing

    private static func packed(_ layout: Layout, _ values: [Value], _ problem: PyType, _ machine: Machine) throws -> [UInt8] {
        guard values.count == layout.valueCount else {
            throw failure("pack expected \(layout.valueCount) items for packing (got \(values.count))", problem, machine)
        }
        var made: [UInt8] = []
        var rest = values[...]
        for field in layout.fields {
            made += [UInt8](repeating: 0, count: field.padding)
            if field.code == "x" {
                made += [UInt8](repeating: 0, count: field.count)
            } else if field.takesText {
                guard let bytes = rest.popFirst()?.asBytes?.bytes else {
                    throw failure("argument for '\(field.code)' must be a bytes object", problem, machine)
                }
                let length = field.code == "p" ? [UInt8(min(bytes.count, max(0, field.count - 1), 255))] : []
                let body = (length + bytes).prefix(field.count)
                made += body + [UInt8](repeating: 0, count: field.count - body.count)
            } else {
                for _ in 0..<field.count {
                    let bytes = try number(rest.popFirst() ?? .none, field, problem, machine)
                    made += layout.isBig ? bytes.reversed() : bytes
                }
            }
        }
        return made
    }

    /// The bytes of a value, lowest first.
    private static func number(_ value: Value, _ field: Field, _ problem: PyType, _ machine: Machine) throws -> [UInt8] {
        switch field.code {
        case "?": return [try machine.isTrue(value) ? 1 : 0]
        case "c":
            guard let bytes = value.asBytes?.bytes, bytes.count == 1 else {
                throw failure("char format requires a bytes object of length 1", problem, machine)
            }
            return bytes
        case "e", "f", "d":
            guard let number = try FloatArithmetic.operand(value.unwrapped, machine) else {
                throw failure("required argument is not a float", problem, machine)
            }
            return try floating(number, field, machine)
        default:
            guard try value.isInteger || machine.method(value, "__index__") != nil else {
                throw failure("required argument is not an integer", problem, machine)
            }
            let number = try machine.bigIndex(value)
            let isSigned = field.code.isLowercase
            let bits = field.size * 8
            let (least, most) =
                isSigned ? (-(BigInt(1) << (bits - 1)), (BigInt(1) << (bits - 1)) - 1) : (BigInt(0), (BigInt(1) << bits) - 1)
            guard number >= least, number <= most else {
                let isUnsignedShort = !field.isLittle && number.isNegative && "HIL".contains(field.code)
                if field.size == 8 || isUnsignedShort || field.isLittle && "IL".contains(field.code) {
                    throw failure("argument out of range", problem, machine)
                }
                let names: [Character: String] = ["b": "byte", "B": "ubyte", "h": "short", "H": "ushort"]
                let kind = field.isLittle || field.size == 1 ? names[field.code] ?? "'\(field.code)'" : "'\(field.code)'"
                throw failure("\(kind) format requires \(least) <= number <= \(most)", problem, machine)
            }
            let wrapped = number.isNegative ? number + (BigInt(1) << bits) : number
            let low = wrapped.magnitude.first ?? 0
            return (0..<field.size).map { UInt8(truncatingIfNeeded: low >> (8 * $0)) }
        }
    }

    private static func floating(_ number: Double, _ field: Field, _ machine: Machine) throws -> [UInt8] {
        let pattern: UInt64
        switch field.code {
        case "d": pattern = number.bitPattern
        case "f":
            let narrow = Float(number)
            if narrow.isInfinite, number.isFinite { throw machine.error("OverflowError", "float too large to pack with f format") }
            pattern = UInt64(narrow.bitPattern)
        default:
            let narrow = halfPattern(number)
            if narrow & 0x7FFF == 0x7C00, number.isFinite { throw machine.error("OverflowError", "float too large to pack with e format") }
            pattern = UInt64(narrow)
        }
        return (0..<field.size).map { UInt8(truncatingIfNeeded: pattern >> (8 * $0)) }
    }

    /// The nearest number of half precision, as its bits.
    private static func halfPattern(_ number: Double) -> UInt16 {
        let sign: UInt16 = number.sign == .minus ? 0x8000 : 0
        if number.isNaN { return sign | 0x7E00 }
        if number.isInfinite { return sign | 0x7C00 }
        if number == 0 { return sign }
        let size = abs(number)
        let exponent = max(Int(size.exponent), -14)
        let scaled = (size * Double(sign: .plus, exponent: 10 - exponent, significand: 1)).rounded(.toNearestOrEven)
        let whole = Int(scaled) + (Int(size.exponent) < -14 || scaled < 1024 ? 0 : (exponent + 14) << 10)
        return whole >= 0x7C00 ? sign | 0x7C00 : sign | UInt16(whole)
    }

    // MARK: Unpacking

    private static func unpacked(_ layout: Layout, _ bytes: [UInt8], at offset: Int) throws -> [Value] {
        var place = offset
        var made: [Value] = []
        for field in layout.fields {
            place += field.padding
            if field.takesText {
                let body = Array(bytes[place..<place + field.count])
                let length = field.code == "p" ? Int(body.first ?? 0) : body.count
                made.append(.bytes(field.code == "p" ? Array(body.dropFirst().prefix(length)) : body))
            } else if field.code != "x" {
                for index in 0..<field.count {
                    let part = bytes[(place + index * field.size)..<(place + (index + 1) * field.size)]
                    made.append(value(layout.isBig ? part.reversed() : Array(part), field))
                }
            }
            place += field.size * field.count
        }
        return made
    }

    /// The value of bytes, lowest first.
    private static func value(_ bytes: [UInt8], _ field: Field) -> Value {
        let pattern = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch field.code {
        case "c": return .bytes(bytes)
        case "?": return .bool(pattern != 0)
        case "d": return .float(Double(bitPattern: pattern))
        case "f": return .float(Double(Float(bitPattern: UInt32(pattern))))
        case "e": return .float(halfValue(UInt16(pattern)))
        default:
            if field.code.isLowercase {
                let shift = UInt64(64 - field.size * 8)
                return .int(Int(Int64(bitPattern: pattern << shift) >> Int64(shift)))
            }
            return .integer(BigInt(magnitude: [UInt(pattern)], isNegative: false))
        }
    }

    private static func halfValue(_ pattern: UInt16) -> Double {
        let (exponent, fraction) = (Int(pattern >> 10 & 0x1F), Double(pattern & 0x3FF))
        let size: Double =
            switch exponent {
            case 31: fraction == 0 ? .infinity : .nan
            case 0: fraction * 0x1p-24
            default: (1024 + fraction) * Double(sign: .plus, exponent: exponent - 25, significand: 1)
            }
        return pattern & 0x8000 == 0 ? size : -size
    }
}
