/// `template % values` of `str` and `bytes`.
///
/// Reference: CPython 3.11 `unicodeobject.c` `PyUnicode_Format` and `bytesobject.c`; words of errors from there.
struct PercentFormatter {
    private struct Directive {
        var key: PyStr?
        var isLeft = false, isSigned = false, isSpaced = false, isAlternate = false, isZeroed = false
        var width = 0
        var precision: Int?
    }

    private let machine: Machine
    private let isBytes: Bool
    private let values: [Value]
    private let mapping: Value?
    private var nextValue = 0
    private var usedMapping = false

    private init(_ machine: Machine, _ arguments: Value, isBytes: Bool) {
        self.machine = machine
        self.isBytes = isBytes
        if let tuple = arguments.asTuple {
            values = tuple.elements
            mapping = nil
        } else {
            values = [arguments]
            // What has items counts as a mapping; for a template of bytes, bytes do not, and a deque has items by position only.
            let isText = arguments.asStr != nil || (isBytes && arguments.asBytes != nil) || arguments.asObject is PyDeque
            let isMapping = !isText && machine.type(of: arguments).lookup("__getitem__") != nil
            mapping = isMapping ? arguments : nil
        }
    }

    /// The template with its directives replaced by the values: a tuple, a mapping, or a single one.
    static func format(_ template: PyStr, _ arguments: Value, _ machine: Machine) throws -> PyStr {
        var formatter = PercentFormatter(machine, arguments, isBytes: false)
        return PyStr(utf8: CodePoints.encode(try formatter.run(template.points)))
    }

    /// The same for bytes, which are taken as code points below 256.
    static func format(_ template: [UInt8], _ arguments: Value, _ machine: Machine) throws -> [UInt8] {
        var formatter = PercentFormatter(machine, arguments, isBytes: true)
        return try formatter.run(template.map(UInt32.init)).map { UInt8(truncatingIfNeeded: $0) }
    }

    private mutating func run(_ template: [UInt32]) throws -> [UInt32] {
        try machine.charge(instructions: template.count / 8)
        try machine.charge(bytes: template.count * 5)
        var made: [UInt32] = []
        var position = 0
        while position < template.count {
            let point = template[position]
            position += 1
            if point != 0x25 {
                made.append(point)
            } else if !isBytes, position < template.count, template[position] == 0x73 {
                position += 1
                try append(try machine.strStr(try take()), to: &made)
            } else if !isBytes, position < template.count, template[position] == 0x64 {
                position += 1
                let value = try take()
                if case .int(let number) = value {
                    try append(PyStr(decimal: number), to: &made)
                } else {
                    made += try integer("d", value, Directive())
                }
            } else {
                made += try directive(template, &position)
            }
        }
        if mapping == nil && !usedMapping && nextValue < values.count {
            throw machine.error("TypeError", "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
        }
        return made
    }

    private func append(_ text: PyStr, to made: inout [UInt32]) throws {
        // Code points take four bytes, and an array that grows is there twice for a moment.
        try machine.charge(bytes: text.byteCount * 8)
        if text.isASCII { text.withUTF8 { for byte in $0 { made.append(UInt32(byte)) } } } else { made += text.points }
    }

    // MARK: Reading a directive

    private mutating func directive(_ template: [UInt32], _ position: inout Int) throws -> [UInt32] {
        if position < template.count, template[position] == 0x25 {
            position += 1
            return [0x25]
        }
        var directive = Directive()
        if position < template.count, template[position] == 0x28 { directive.key = try key(template, &position) }
        readFlags(template, &position, &directive)
        if let width = try size(template, &position) {
            directive.width = width.magnitude > Int.max / 2 ? 0 : Int(width.magnitude)
            if width < 0 { directive.isLeft = true }
        }
        if position < template.count, template[position] == 0x2E {
            position += 1
            directive.precision = max(0, try size(template, &position) ?? 0)
        }
        if position < template.count, [0x68, 0x6C, 0x4C].contains(template[position]) { position += 1 }
        guard position < template.count else { throw machine.error("ValueError", "incomplete format") }
        let conversion = template[position]
        position += 1
        return try convert(conversion, directive, at: position - 1)
    }

    private mutating func key(_ template: [UInt32], _ position: inout Int) throws -> PyStr {
        guard mapping != nil else { throw machine.error("TypeError", "format requires a mapping") }
        position += 1
        let start = position
        var depth = 1
        while position < template.count {
            if template[position] == 0x28 { depth += 1 }
            if template[position] == 0x29 { depth -= 1 }
            position += 1
            if depth == 0 { return PyStr(points: template[start..<(position - 1)]) }
        }
        throw machine.error("ValueError", "incomplete format key")
    }

    private func readFlags(_ template: [UInt32], _ position: inout Int, _ directive: inout Directive) {
        while position < template.count, let flag = Unicode.Scalar(template[position]) {
            switch flag {
            case "-": directive.isLeft = true
            case "+": directive.isSigned = true
            case " ": directive.isSpaced = true
            case "#": directive.isAlternate = true
            case "0": directive.isZeroed = true
            default: return
            }
            position += 1
        }
    }

    private mutating func size(_ template: [UInt32], _ position: inout Int) throws -> Int? {
        guard position < template.count else { return nil }
        if template[position] == 0x2A {
            position += 1
            let value = try take()
            guard value.isInteger else { throw machine.error("TypeError", "* wants int") }
            guard let size = value.asInt else { throw machine.error("OverflowError", "Python int too large to convert to C ssize_t") }
            try machine.charge(bytes: Int(min(size.magnitude, UInt(Int.max / 4))))
            return size
        }
        var size: Int?
        while position < template.count, (0x30...0x39).contains(template[position]) {
            let digit = Int(template[position]) - 0x30
            if (size ?? 0) > (Int.max - digit) / 10 { throw machine.error("ValueError", "width too big") }
            size = (size ?? 0) * 10 + digit
            position += 1
        }
        if let size { try machine.charge(bytes: size) }
        return size
    }

    private mutating func take() throws -> Value {
        guard nextValue < values.count else { throw machine.error("TypeError", "not enough arguments for format string") }
        nextValue += 1
        return values[nextValue - 1]
    }

    private mutating func value(_ directive: Directive) throws -> Value {
        guard let key = directive.key, let mapping else { return try take() }
        usedMapping = true
        return try machine.item(mapping, isBytes ? .object(PyBytes(key.points.map { UInt8(truncatingIfNeeded: $0) })) : .str(key))
    }

    // MARK: Conversions

    private mutating func convert(_ conversion: UInt32, _ directive: Directive, at place: Int) throws -> [UInt32] {
        let type = Unicode.Scalar(conversion) ?? "?"
        switch type {
        case "s", "r", "a", "b":
            if type == "b" && !isBytes { break }
            let text = try text(type, try value(directive))
            try machine.charge(bytes: text.count * 12)
            return padded(directive.precision.map { Array(text.prefix($0)) } ?? text, signWidth: 0, directive, zeros: false)
        case "c": return padded([try character(try value(directive))], signWidth: 0, directive, zeros: false)
        case "d", "i", "u", "o", "x", "X": return try integer(type, try value(directive), directive)
        case "e", "E", "f", "F", "g", "G": return try float(type, try value(directive), directive)
        default: break
        }
        _ = try value(directive)
        let code = String(conversion, radix: 16)
        let shown = (31...126).contains(conversion) ? String(type) : "?"
        throw machine.error("ValueError", "unsupported format character '\(shown)' (0x\(code)) at index \(place)")
    }

    private func text(_ type: Unicode.Scalar, _ value: Value) throws -> [UInt32] {
        switch (type, isBytes) {
        case ("s", true), ("b", true):
            if let bytes = value.asBytes { return bytes.bytes.map(UInt32.init) }
            if let method = try machine.method(value, "__bytes__"), let bytes = try machine.call(method).asBytes {
                return bytes.bytes.map(UInt32.init)
            }
            let words = "%b requires a bytes-like object, or an object that implements __bytes__, not '\(machine.typeName(value))'"
            throw machine.error("TypeError", words)
        case ("s", false): return try machine.strStr(value).points
        case ("r", false): return try machine.reprStr(value).points
        default: return TextRepr.escapingNonASCII(try machine.reprStr(value)).points
        }
    }

    private func character(_ value: Value) throws -> UInt32 {
        let limit: UInt32 = isBytes ? 0xFF : 0x10FFFF
        if let text = value.asStr, !isBytes, let point = text.singlePoint { return point }
        if isBytes, let bytes = value.asBytes?.bytes, bytes.count == 1 { return UInt32(bytes[0]) }
        guard value.isInteger else {
            let words = isBytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char"
            throw machine.error("TypeError", words)
        }
        guard let number = value.asInt, number >= 0, number <= limit else {
            throw machine.error("OverflowError", isBytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)")
        }
        return UInt32(number)
    }

    private func integer(_ type: Unicode.Scalar, _ value: Value, _ directive: Directive) throws -> [UInt32] {
        let number = try wholeNumber(type, value)
        let base = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
        var digits = base == 10 ? try machine.decimalText(number.absolute).utf8 : number.absolute.textBytes(base: base)
        if let precision = directive.precision, precision > digits.count {
            digits = [UInt8](repeating: UInt8(ascii: "0"), count: precision - digits.count) + digits
        }
        if type == "X" { digits = digits.map(CaseMapping.upperASCII) }
        let prefix = directive.isAlternate && base != 10 ? "0\(type)" : ""
        let lead = sign(isNegative: number.isNegative, directive) + Array(prefix.utf8)
        return padded((lead + digits).map(UInt32.init), signWidth: lead.count, directive, zeros: directive.isZeroed)
    }

    private func wholeNumber(_ type: Unicode.Scalar, _ value: Value) throws -> BigInt {
        if let number = value.asBigInt { return number }
        let isDecimal = type == "d" || type == "i" || type == "u"
        if isDecimal, let number = value.asFloat { return try machine.integer(truncating: number) }
        if isDecimal, let method = try machine.method(value, "__int__"), let number = try machine.call(method).asBigInt { return number }
        if let method = try machine.method(value, "__index__"), let number = try machine.call(method).asBigInt { return number }
        let wanted = isDecimal ? "a real number is required" : "an integer is required"
        throw machine.error("TypeError", "%\(type) format: \(wanted), not \(machine.typeName(value))")
    }

    private func float(_ type: Unicode.Scalar, _ value: Value, _ directive: Directive) throws -> [UInt32] {
        let number = try machine.realNumber(value)
        var spec = FormatSpecification(type: type.value, precision: directive.precision ?? 6)
        spec.isAlternate = directive.isAlternate
        try machine.charge(bytes: directive.precision ?? 0)
        let body = NumberFormat.magnitude(number.magnitude, spec)
        let lead = sign(isNegative: number.sign == .minus && !number.isNaN, directive)
        return padded((lead + body).map(UInt32.init), signWidth: lead.count, directive, zeros: directive.isZeroed)
    }

    private func sign(isNegative: Bool, _ directive: Directive) -> [UInt8] {
        if isNegative { return [UInt8(ascii: "-")] }
        return directive.isSigned ? [UInt8(ascii: "+")] : directive.isSpaced ? [UInt8(ascii: " ")] : []
    }

    private func padded(_ body: [UInt32], signWidth: Int, _ directive: Directive, zeros: Bool) -> [UInt32] {
        let missing = directive.width - body.count
        if missing <= 0 { return body }
        if directive.isLeft { return body + [UInt32](repeating: 0x20, count: missing) }
        if zeros { return body.prefix(signWidth) + [UInt32](repeating: 0x30, count: missing) + body.dropFirst(signWidth) }
        return [UInt32](repeating: 0x20, count: missing) + body
    }
}
