/// The options of `json.dumps`.
public struct JSONOptions {
    /// Escapes everything outside of ASCII.
    public var ensuresASCII = true
    /// Writes `NaN` and `Infinity`; raises `ValueError` otherwise.
    public var allowsNaN = true
    /// What each level is indented by, or nil for one line.
    public var indent: [UInt8]?
    /// What stands between items.
    public var itemSeparator: [UInt8]
    /// What stands between a key and its value.
    public var keySeparator: [UInt8]
    /// Sorts the keys of objects.
    public var sortsKeys = false
    /// Leaves out keys of other types instead of raising `TypeError`.
    public var skipsKeys = false
    /// Turns what JSON cannot hold into something that it can.
    public var fallback: ((Value) throws -> Value)?

    /// The defaults of `json.dumps`: `", "` and `": "`.
    public init() {
        itemSeparator = Array(", ".utf8)
        keySeparator = Array(": ".utf8)
    }

    /// What Starlette's `JSONResponse` renders with: no spaces, no escapes, no NaN.
    public static var response: JSONOptions {
        var options = JSONOptions()
        options.ensuresASCII = false
        options.allowsNaN = false
        options.itemSeparator = [0x2C]
        options.keySeparator = [0x3A]
        return options
    }
}

/// Writes values as CPython 3.11's `json.dumps` does.
public struct JSONWriter {
    private let machine: Machine
    private let options: JSONOptions
    private var bytes: [UInt8] = []
    private var open: [ObjectIdentifier: Int] = [:]
    private var depth = 0
    /// How many lists and dictionaries are open, by which lines are indented.
    private var level = 0
    /// Where the pieces end that `JSONEncoder.iterencode` gives one by one; nil where nobody asks.
    private var ends: [Int]?
    private static let depthLimit = 990

    private init(_ machine: Machine, _ options: JSONOptions) {
        self.machine = machine
        self.options = options
    }

    /// The WTF-8 text of a value.
    ///
    /// Raises Python's errors: `TypeError` for what JSON cannot hold, `ValueError` for NaN that is not allowed and for cycles.
    public static func bytes(of value: Value, _ machine: Machine, _ options: JSONOptions = JSONOptions()) throws -> [UInt8] {
        var writer = JSONWriter(machine, options)
        try writer.write(value)
        try machine.charge(bytes: writer.bytes.count)
        return writer.bytes
    }

    /// The same in the pieces that `JSONEncoder.iterencode` gives (CPython 3.11 `json.encoder._make_iterencode`).
    static func chunks(of value: Value, _ machine: Machine, _ options: JSONOptions) throws -> [[UInt8]] {
        var writer = JSONWriter(machine, options)
        writer.ends = []
        try writer.write(value)
        try machine.charge(bytes: writer.bytes.count + (writer.ends?.count ?? 0) * 64)
        var start = 0
        return (writer.ends ?? []).map { end in
            defer { start = end }
            return Array(writer.bytes[start..<end])
        }
    }

    /// Ends a piece, unless it would be empty.
    private mutating func endChunk() {
        if ends != nil, ends?.last ?? 0 < bytes.count { ends?.append(bytes.count) }
    }

    private mutating func write(_ value: Value) throws {
        try writeWhole(value)
        if ends != nil { endChunk() }
    }

    private mutating func writeWhole(_ value: Value) throws {
        switch value.unwrapped {
        case .none: bytes += Array("null".utf8)
        case .bool(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .int(let integer): bytes += Array(String(integer).utf8)
        case .float(let number): bytes += Array(try text(of: number).utf8)
        case .str(let text): Self.quote(text, ensuresASCII: options.ensuresASCII, to: &bytes)
        case .list(let list): try nest(value, list) { try $0.array(list.elements) }
        case .tuple(let tuple): try nest(value, tuple) { try $0.array(tuple.elements) }
        case .dict(let dict): try nest(value, dict) { try $0.object(dict) }
        case .object(let object):
            if let big = object as? PyBigInt { bytes += Array(big.value.text().utf8) } else { try other(value, object) }
        }
    }

    private mutating func other(_ value: Value, _ object: PyObject) throws {
        guard let fallback = options.fallback else {
            throw machine.error("TypeError", "Object of type \(machine.type(of: value).name) is not JSON serializable")
        }
        try nest(value, object) { try $0.write(try fallback(value)) }
    }

    private func text(of number: Double) throws -> String {
        if number.isFinite { return FloatText.repr(number) }
        // With an indent CPython writes without its C code, which has other words.
        let detail = options.indent == nil ? "" : ": \(FloatText.repr(number))"
        guard options.allowsNaN else { throw machine.error("ValueError", "Out of range float values are not JSON compliant\(detail)") }
        return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    }

    private mutating func nest(_ value: Value, _ object: PyObject, _ body: (inout JSONWriter) throws -> Void) throws {
        try machine.charge(instructions: 1)
        let identity = ObjectIdentifier(value.asObject ?? object)
        if open[identity] != nil { throw machine.error("ValueError", "Circular reference detected") }
        depth += 1
        if depth > Self.depthLimit {
            throw machine.error("RecursionError", "maximum recursion depth exceeded while encoding a JSON object")
        }
        open[identity] = depth
        try body(&self)
        open[identity] = nil
        depth -= 1
    }

    private mutating func newLine(_ level: Int) throws {
        guard let indent = options.indent else { return }
        try machine.charge(bytes: indent.count, times: level)
        bytes.append(0x0A)
        for _ in 0..<level { bytes += indent }
    }

    private mutating func array(_ elements: [Value]) throws {
        if elements.isEmpty { return bytes += [0x5B, 0x5D] }
        bytes.append(0x5B)
        level += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += options.itemSeparator }
            try newLine(level)
            if ends != nil, element.asObject != nil, !element.isInteger, element.asFloat == nil, element.asStr == nil { endChunk() }
            try write(element)
        }
        level -= 1
        try newLine(level)
        endChunk()
        bytes.append(0x5D)
        try machine.charge(instructions: elements.count)
    }

    private mutating func object(_ dict: PyDict) throws {
        if dict.count == 0 { return bytes += [0x7B, 0x7D] }
        bytes.append(0x7B)
        endChunk()
        level += 1
        var isFirst = true
        for (key, value) in try ordered(dict) {
            guard let name = try name(of: key) else { continue }
            if !isFirst { bytes += options.itemSeparator }
            isFirst = false
            try newLine(level)
            endChunk()
            Self.quote(name, ensuresASCII: options.ensuresASCII, to: &bytes)
            endChunk()
            bytes += options.keySeparator
            endChunk()
            try write(value)
        }
        // CPython breaks the line before it knows that all keys are left out.
        if isFirst { try newLine(level) }
        level -= 1
        endChunk()
        try newLine(level)
        endChunk()
        bytes.append(0x7D)
        try machine.charge(instructions: dict.count)
    }

    private func ordered(_ dict: PyDict) throws -> [(key: Value, value: Value)] {
        guard options.sortsKeys else { return dict.items }
        let machine = machine
        return try dict.items.sorted { try machine.isTrue(machine.compare($0.key, $1.key, .less)) }
    }

    private func name(of key: Value) throws -> PyStr? {
        switch key.unwrapped {
        case .str(let text): return text
        case .none: return PyStr("null")
        case .bool(let flag): return PyStr(flag ? "true" : "false")
        case .int(let integer): return PyStr(String(integer))
        case .float(let number): return PyStr(try text(of: number))
        case .object(let object): if let big = object as? PyBigInt { return PyStr(big.value.text()) }
        default: break
        }
        if options.skipsKeys { return nil }
        throw machine.error("TypeError", "keys must be str, int, float, bool or None, not \(machine.type(of: key).name)")
    }

    // MARK: Strings

    /// Appends a text in quotes.
    public static func quote(_ text: PyStr, ensuresASCII: Bool, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        if ensuresASCII, !text.isASCII {
            for point in text.points {
                if point < 0x80 { appendASCII(UInt8(point), ensuresASCII, to: &bytes) } else { appendEscape(point, to: &bytes) }
            }
        } else {
            for byte in text.utf8 {
                if byte < 0x80 { appendASCII(byte, ensuresASCII, to: &bytes) } else { bytes.append(byte) }
            }
        }
        bytes.append(0x22)
    }

    private static func appendASCII(_ byte: UInt8, _ ensuresASCII: Bool, to bytes: inout [UInt8]) {
        switch byte {
        case 0x22: bytes += [0x5C, 0x22]
        case 0x5C: bytes += [0x5C, 0x5C]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x0D: bytes += [0x5C, 0x72]
        case 0x09: bytes += [0x5C, 0x74]
        case 0x0C: bytes += [0x5C, 0x66]
        case 0x08: bytes += [0x5C, 0x62]
        case 0..<0x20: appendUnit(UInt32(byte), to: &bytes)
        case 0x7F where ensuresASCII: appendUnit(0x7F, to: &bytes)
        default: bytes.append(byte)
        }
    }

    private static func appendEscape(_ point: UInt32, to bytes: inout [UInt8]) {
        if point < 0x10000 { return appendUnit(point, to: &bytes) }
        let rest = point - 0x10000
        appendUnit(0xD800 + (rest >> 10), to: &bytes)
        appendUnit(0xDC00 + (rest & 0x3FF), to: &bytes)
    }

    private static func appendUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes += [0x5C, 0x75]
        for shift in [12, 8, 4, 0] as [UInt32] { bytes.append(digits[Int(unit >> shift & 15)]) }
    }
}
