import Python

/// Why a text is not JSON, in the words of pydantic-core's parser.
struct JSONProblem: Error {
    /// With line and column.
    let text: String

    /// A problem at a byte; one past the end for ends of input.
    init(_ message: String, at index: Int, in bytes: [UInt8]) {
        var line = 1, start = 0
        for position in 0...max(index, 0) where position < bytes.count && bytes[position] == 0x0A {
            line += 1
            start = position + 1
        }
        text = "\(message) at line \(line) column \(min(index + 1, bytes.count) - start)"
    }
}

/// Reads JSON as pydantic-core does (`validate_json`): `NaN` and the infinities are taken, the last of equal keys wins.
struct JSONInput {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private static let depthLimit = 200

    /// The whole text as one value.
    static func value(of bytes: [UInt8]) throws(JSONProblem) -> Value {
        var reader = JSONInput(bytes: bytes)
        let value = try reader.value()
        reader.skipSpace()
        if reader.index < bytes.count { throw reader.problem("trailing characters") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func problem(_ message: String, at index: Int? = nil) -> JSONProblem {
        JSONProblem(message, at: index ?? self.index, in: bytes)
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func value() throws(JSONProblem) -> Value {
        skipSpace()
        guard let first = peek else { throw problem("EOF while parsing a value") }
        switch first {
        case UInt8(ascii: "\""): return .str(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            defer { depth -= 1 }
            if depth > Self.depthLimit { throw problem("recursion limit exceeded", at: index + 1) }
            return first == UInt8(ascii: "{") ? .dict(try object()) : .list(PyList(try array()))
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .none)
        case UInt8(ascii: "N"): return try word("NaN", .float(.nan))
        case UInt8(ascii: "I"): return try word("Infinity", .float(.infinity))
        case UInt8(ascii: "-") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "I"):
            index += 1
            return try word("Infinity", .float(-.infinity))
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw problem("expected value")
        }
    }

    private mutating func word(_ text: String, _ value: Value) throws(JSONProblem) -> Value {
        for expected in text.utf8 {
            guard let byte = peek else { throw problem("EOF while parsing a value") }
            if byte != expected { throw problem("expected ident") }
            index += 1
        }
        return value
    }

    private mutating func array() throws(JSONProblem) -> [Value] {
        index += 1
        skipSpace()
        guard let first = peek else { throw problem("EOF while parsing a list") }
        if first == UInt8(ascii: "]") {
            index += 1
            return []
        }
        var values: [Value] = []
        while true {
            values.append(try value())
            skipSpace()
            guard let next = peek else { throw problem("EOF while parsing a list") }
            switch next {
            case UInt8(ascii: ","):
                index += 1
                skipSpace()
                if peek == UInt8(ascii: "]") { throw problem("trailing comma") }
            case UInt8(ascii: "]"):
                index += 1
                return values
            default: throw problem("expected `,` or `]`")
            }
        }
    }

    private mutating func object() throws(JSONProblem) -> PyDict {
        let result = PyDict()
        index += 1
        skipSpace()
        guard let first = peek else { throw problem("EOF while parsing an object") }
        if first == UInt8(ascii: "}") {
            index += 1
            return result
        }
        while true {
            guard peek == UInt8(ascii: "\"") else { throw problem(peek == nil ? "EOF while parsing a value" : "key must be a string") }
            let key = try string()
            skipSpace()
            guard let colon = peek else { throw problem("EOF while parsing an object") }
            if colon != UInt8(ascii: ":") { throw problem("expected `:`") }
            index += 1
            result.setValue(try value(), forName: key)
            skipSpace()
            guard let next = peek else { throw problem("EOF while parsing an object") }
            index += 1
            if next == UInt8(ascii: "}") { return result }
            if next != UInt8(ascii: ",") { throw problem("expected `,` or `}`", at: index - 1) }
            skipSpace()
            if peek == UInt8(ascii: "}") { throw problem("trailing comma") }
        }
    }

    private mutating func number() throws(JSONProblem) -> Value {
        let start = index
        if peek == UInt8(ascii: "-") { index += 1 }
        let isZero = peek == UInt8(ascii: "0")
        try digits()
        if isZero, index - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw problem("invalid number", at: start + (bytes[start] == UInt8(ascii: "-") ? 2 : 1))
        }
        var isFloat = false
        if peek == UInt8(ascii: ".") {
            isFloat = true
            index += 1
            try digits()
        }
        if let mark = peek, mark | 0x20 == UInt8(ascii: "e") {
            isFloat = true
            index += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isFloat { return .float(Double(text) ?? .nan) }
        if let small = Int(text) { return .int(small) }
        let isNegative = text.hasPrefix("-")
        guard text.utf8.count <= 4300 + (isNegative ? 1 : 0) else { throw problem("number out of range", at: start + 4301) }
        return BigInt(digits: text.utf8.drop { $0 == UInt8(ascii: "-") }, isNegative: isNegative).map { .integer($0) } ?? .none
    }

    private mutating func digits() throws(JSONProblem) {
        guard let first = peek else { throw problem("EOF while parsing a value") }
        guard first >= 0x30, first <= 0x39 else { throw problem("invalid number") }
        while let byte = peek, byte >= 0x30, byte <= 0x39 { index += 1 }
    }

    private mutating func string() throws(JSONProblem) -> PyStr {
        index += 1
        var out: [UInt8] = []
        while true {
            guard let byte = peek else { throw problem("EOF while parsing a string") }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return PyStr(utf8: out)
            case UInt8(ascii: "\\"): try escape(&out)
            case 0..<0x20: throw problem("control character (\\u0000-\\u001F) found while parsing a string")
            case 0x20..<0x80:
                out.append(byte)
                index += 1
            default: try scalar(&out)
            }
        }
    }

    private mutating func scalar(_ out: inout [UInt8]) throws(JSONProblem) {
        let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
        let end = min(index + length, bytes.count)
        guard String(validating: bytes[index..<end], as: UTF8.self) != nil else { throw problem("invalid unicode code point") }
        out += bytes[index..<end]
        index = end
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    private mutating func escape(_ out: inout [UInt8]) throws(JSONProblem) {
        index += 1
        guard let mark = peek else { throw problem("EOF while parsing a string") }
        if let plain = Self.escapes[mark] {
            out.append(plain)
            index += 1
            return
        }
        guard mark == UInt8(ascii: "u") else { throw problem("invalid escape") }
        index += 1
        var point = try hexadecimal()
        if (0xDC00..<0xE000).contains(point) { throw problem("lone leading surrogate in hex escape", at: index - 1) }
        if (0xD800..<0xDC00).contains(point) {
            for wanted in "\\u".utf8 {
                guard let byte = peek else { throw problem("EOF while parsing a string") }
                if byte != wanted { throw problem("unexpected end of hex escape") }
                index += 1
            }
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low) else { throw problem("lone leading surrogate in hex escape", at: index - 1) }
            point = 0x10000 + (point - 0xD800) << 10 + (low - 0xDC00)
        }
        if let scalar = UnicodeScalar(point) { out += String(Character(scalar)).utf8 }
    }

    private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw problem("EOF while parsing a string") }
            guard let digit = PercentEncoding.hex(byte) else { throw problem("invalid escape") }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
