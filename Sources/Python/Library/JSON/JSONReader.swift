/// Why a text is not JSON, in the words of CPython's `json.JSONDecodeError`.
public struct JSONDecodeProblem: Error, Equatable {
    /// What is wrong, without the place.
    public let message: String
    /// The index in code points.
    public let position: Int
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int

    /// A problem at `position` of the text.
    public init(_ message: String, at position: Int, in text: [UInt32]) {
        self.message = message
        self.position = position
        var line = 1
        var start = 0
        for index in 0..<min(position, text.count) where text[index] == 0x0A {
            line += 1
            start = index + 1
        }
        self.line = line
        self.column = position - start + 1
    }

    /// The text as `str(error)` has it.
    public var text: String { "\(message): line \(line) column \(column) (char \(position))" }
}

/// Reads JSON as CPython 3.11's `json.loads` does: duplicate keys keep the last value, `NaN` and big integers are taken.
public struct JSONReader {
    /// What programs may put in the place of the usual results.
    public struct Hooks {
        /// What becomes of an object's pairs.
        public var object: (([(key: Value, value: Value)]) throws -> Value)?
        /// What becomes of the text of a float.
        public var float: ((String) throws -> Value)?
        /// What becomes of the text of an integer.
        public var integer: ((String) throws -> Value)?
        /// What becomes of `NaN` and the infinities.
        public var constant: ((String) throws -> Value)?
        /// Whether control characters may stand in strings (`strict=False`).
        public var allowsControlCharacters = false
        /// No hooks.
        public init() {}
    }

    /// Nesting went deeper than CPython's recursion limit; `isObject` tells what was being read.
    public struct TooDeep: Error {
        /// Whether an object was being read, not an array.
        public let isObject: Bool
    }

    /// An integer has more digits than `int()` takes.
    public struct TooManyDigits: Error {
        /// How many digits it has.
        public let count: Int
    }

    private let text: [UInt32]
    private let hooks: Hooks
    private var index = 0
    private var depth = 0
    private static let depthLimit = 990

    /// A reader of that text.
    public init(_ text: PyStr, hooks: Hooks = Hooks()) {
        self.text = text.points
        self.hooks = hooks
    }

    /// Reads the whole text as one value.
    public static func value(of text: PyStr, hooks: Hooks = Hooks()) throws -> Value {
        var reader = JSONReader(text, hooks: hooks)
        reader.skipSpace()
        let value = try reader.value()
        reader.skipSpace()
        if reader.index < reader.text.count { throw reader.fail("Extra data", at: reader.index) }
        return value
    }

    /// Reads one value at `position`, without white space before it, and tells where it ends.
    public static func value(of text: PyStr, at position: Int, hooks: Hooks = Hooks()) throws -> (value: Value, end: Int) {
        var reader = JSONReader(text, hooks: hooks)
        reader.index = position
        let value = try reader.value()
        return (value, reader.index)
    }

    private func fail(_ message: String, at position: Int) -> JSONDecodeProblem {
        JSONDecodeProblem(message, at: position, in: text)
    }

    private mutating func skipSpace() {
        while index < text.count, text[index] == 0x20 || text[index] == 0x0A || text[index] == 0x0D || text[index] == 0x09 { index += 1 }
    }

    private func peek() -> UInt32 { index < text.count ? text[index] : 0 }

    private mutating func value() throws -> Value {
        let start = index
        guard index < text.count else { throw fail("Expecting value", at: start) }
        switch text[index] {
        case 0x22:
            index += 1
            return .str(try string())
        case 0x7B: return try nested(isObject: true) { try $0.object() }
        case 0x5B: return try nested(isObject: false) { try $0.array() }
        case 0x6E: if take("null") { return .none }
        case 0x74: if take("true") { return .bool(true) }
        case 0x66: if take("false") { return .bool(false) }
        case 0x4E: if take("NaN") { return try constant("NaN", .nan) }
        case 0x49: if take("Infinity") { return try constant("Infinity", .infinity) }
        case 0x2D: if take("-Infinity") { return try constant("-Infinity", -.infinity) }
        default: break
        }
        return try number(from: start)
    }

    private func constant(_ name: String, _ value: Double) throws -> Value { try hooks.constant?(name) ?? .float(value) }

    private mutating func take(_ word: String) -> Bool {
        let wanted = word.codePoints
        guard text[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private mutating func nested(isObject: Bool, _ read: (inout JSONReader) throws -> Value) throws -> Value {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw TooDeep(isObject: isObject) }
        index += 1
        return try read(&self)
    }

    // MARK: Containers

    private mutating func object() throws -> Value {
        let made = PyDict()
        var pairs: [(key: Value, value: Value)] = []
        skipSpace()
        if peek() == 0x7D {
            index += 1
        } else {
            while true {
                if peek() != 0x22 { throw fail("Expecting property name enclosed in double quotes", at: index) }
                index += 1
                let key = try string()
                skipSpace()
                if peek() != 0x3A { throw fail("Expecting ':' delimiter", at: index) }
                index += 1
                skipSpace()
                let item = try value()
                if hooks.object != nil { pairs.append((.str(key), item)) } else { made.setValue(item, forName: key) }
                skipSpace()
                let end = peek()
                if end != 0x7D, end != 0x2C { throw fail("Expecting ',' delimiter", at: index) }
                index += 1
                if end == 0x7D { break }
                skipSpace()
            }
        }
        return try hooks.object?(pairs) ?? .dict(made)
    }

    private mutating func array() throws -> Value {
        var elements: [Value] = []
        skipSpace()
        if peek() == 0x5D {
            index += 1
            return .list(PyList())
        }
        while true {
            elements.append(try value())
            skipSpace()
            let end = peek()
            if end != 0x5D, end != 0x2C { throw fail("Expecting ',' delimiter", at: index) }
            index += 1
            if end == 0x5D { return .list(PyList(elements)) }
            skipSpace()
        }
    }

    // MARK: Numbers

    private mutating func number(from start: Int) throws -> Value {
        var at = index
        if at < text.count, text[at] == 0x2D { at += 1 }
        guard at < text.count, isDigit(at) else { throw fail("Expecting value", at: start) }
        if text[at] == 0x30 { at += 1 } else { skipDigits(&at) }
        var isFloat = false
        if at + 1 < text.count, text[at] == 0x2E, isDigit(at + 1) {
            isFloat = true
            at += 1
            skipDigits(&at)
        }
        if at + 1 < text.count, text[at] == 0x65 || text[at] == 0x45 {
            let signed = text[at + 1] == 0x2B || text[at + 1] == 0x2D
            let digits = at + (signed ? 2 : 1)
            if digits < text.count, isDigit(digits) {
                isFloat = true
                at = digits
                skipDigits(&at)
            }
        }
        index = at
        return try number(String(decoding: text[start..<at].map(UInt8.init), as: UTF8.self), isFloat: isFloat)
    }

    private func number(_ written: String, isFloat: Bool) throws -> Value {
        if isFloat {
            if let hook = hooks.float { return try hook(written) }
            return .float(NumberParsing.float(Array(written.utf8)) ?? .nan)
        }
        if let hook = hooks.integer { return try hook(written) }
        if let small = Int(written) { return .int(small) }
        let negative = written.hasPrefix("-")
        let digits = Array(written.utf8.dropFirst(negative ? 1 : 0))
        if digits.count > NumberParsing.digitLimit { throw TooManyDigits(count: digits.count) }
        return .integer(BigInt(digits: digits, isNegative: negative) ?? .zero)
    }

    private func isDigit(_ at: Int) -> Bool { text[at] >= 0x30 && text[at] <= 0x39 }

    private func skipDigits(_ at: inout Int) {
        while at < text.count, isDigit(at) { at += 1 }
    }

    // MARK: Strings

    /// Reads a string behind its quote.
    private mutating func string() throws -> PyStr {
        let begin = index - 1
        var bytes: [UInt8] = []
        while true {
            guard index < text.count else { throw fail("Unterminated string starting at", at: begin) }
            let c = text[index]
            index += 1
            switch c {
            case 0x22: return PyStr(utf8: bytes)
            case 0x5C: CodePoints.append(try escape(from: begin), to: &bytes)
            case 0..<0x20 where !hooks.allowsControlCharacters: throw fail("Invalid control character at", at: index - 1)
            default: CodePoints.append(c, to: &bytes)
            }
        }
    }

    private mutating func escape(from begin: Int) throws -> UInt32 {
        guard index < text.count else { throw fail("Unterminated string starting at", at: begin) }
        let c = text[index]
        index += 1
        switch c {
        case 0x22, 0x5C, 0x2F: return c
        case 0x62: return 8
        case 0x66: return 12
        case 0x6E: return 10
        case 0x72: return 13
        case 0x74: return 9
        case 0x75: return try unicodeEscape()
        default: throw fail("Invalid \\escape", at: index - 2)
        }
    }

    private mutating func unicodeEscape() throws -> UInt32 {
        guard let high = hexadecimal(at: index) else { throw fail("Invalid \\uXXXX escape", at: index - 1) }
        index += 4
        guard high >= 0xD800, high < 0xDC00, index + 1 < text.count, text[index] == 0x5C, text[index + 1] == 0x75,
            let low = hexadecimal(at: index + 2), low >= 0xDC00, low < 0xE000
        else { return high }
        index += 6
        return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
    }

    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for c in text[start..<start + 4] {
            guard let digit = RegexParser.hexadecimalValue(c) else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
