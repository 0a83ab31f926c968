/// `template % values` of `str` and `bytes`.
///
/// Reference: CPython 3.11 `unicodeobject.c` `PyUnicode_Format` and `bytesobject.c`; words of errors from there.
struct PercentFormatter {
    private struct Directive {
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
    /// The item that a directive named by its key, until something takes it.
    private var namedItem: Value?
    /// What is made so far, in UTF-8 for `str`.
    private var made: [UInt8] = []

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
        try formatter.run(template.utf8)
        return PyStr(utf8: formatter.made)
    }

    /// The same for bytes.
    static func format(_ template: [UInt8], _ arguments: Value, _ machine: Machine) throws -> [UInt8] {
        var formatter = PercentFormatter(machine, arguments, isBytes: true)
        try formatter.run(template)
        return formatter.made
    }

    private mutating func run(_ template: [UInt8]) throws {
        try machine.charge(instructions: template.count / 8)
        try machine.charge(bytes: template.count * 2)
        made.reserveCapacity(template.count + 16)
        var position = 0
        while position < template.count {
            let byte = template[position]
            position += 1
            if byte != UInt8(ascii: "%") {
                made.append(byte)
            } else if !isBytes, position < template.count, template[position] == UInt8(ascii: "s") {
                position += 1
                try append(try machine.strStr(try take()))
            } else if !isBytes, position < template.count, template[position] == UInt8(ascii: "d"), case .int(let number)? = nextArgument {
                position += 1
                nextValue += 1
                append(decimal: number)
            } else {
                try directive(template, &position)
            }
        }
        if mapping == nil && !usedMapping && nextValue < values.count {
            throw machine.error("TypeError", "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
        }
    }

    private mutating func append(_ text: PyStr) throws {
        // An array that grows is there twice for a moment.
        try machine.charge(bytes: text.byteCount * 2)
        text.withUTF8 { made.append(contentsOf: $0) }
    }

    private mutating func append(decimal number: Int) {
        let start = made.count
        made.append(contentsOf: repeatElement(0, count: DecimalText.length(of: number)))
        made.withUnsafeMutableBufferPointer { DecimalText.write(number, to: UnsafeMutableBufferPointer(rebasing: $0[start...])) }
    }

    // MARK: Reading a directive

    private mutating func directive(_ template: [UInt8], _ position: inout Int) throws {
        if position < template.count, template[position] == UInt8(ascii: "%") {
            position += 1
            made.append(UInt8(ascii: "%"))
            return
        }
        var directive = Directive()
        if position < template.count, template[position] == UInt8(ascii: "(") {
            let name = try key(template, &position)
            usedMapping = true
            namedItem = try machine.item(mapping ?? .none, isBytes ? .object(PyBytes(name.utf8)) : .str(name))
        }
        readFlags(template, &position, &directive)
        if let width = try size(template, &position, "ssize_t") {
            directive.width = width.magnitude > Int.max / 2 ? 0 : Int(width.magnitude)
            if width < 0 { directive.isLeft = true }
        }
        if position < template.count, template[position] == UInt8(ascii: ".") {
            position += 1
            directive.precision = max(0, try size(template, &position, "int") ?? 0)
        }
        if position < template.count, Self.ignoredLengths.contains(template[position]) { position += 1 }
        guard position < template.count else { throw machine.error("ValueError", "incomplete format") }
        if try !convert(template[position], directive) { throw try unsupported(template, at: position) }
        position += 1
    }

    /// `h`, `l` and `L`, which C wants.
    private static let ignoredLengths = [UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "L")]

    private mutating func key(_ template: [UInt8], _ position: inout Int) throws -> PyStr {
        guard mapping != nil else { throw machine.error("TypeError", "format requires a mapping") }
        position += 1
        let start = position
        var depth = 1
        while position < template.count {
            if template[position] == UInt8(ascii: "(") { depth += 1 }
            if template[position] == UInt8(ascii: ")") { depth -= 1 }
            position += 1
            if depth == 0 { return PyStr(utf8: Array(template[start..<(position - 1)])) }
        }
        throw machine.error("ValueError", "incomplete format key")
    }

    private func readFlags(_ template: [UInt8], _ position: inout Int, _ directive: inout Directive) {
        while position < template.count {
            switch Unicode.Scalar(template[position]) {
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

    /// A width or a precision, of the C type that CPython keeps it in.
    private mutating func size(_ template: [UInt8], _ position: inout Int, _ type: String) throws -> Int? {
        guard position < template.count else { return nil }
        if template[position] == UInt8(ascii: "*") {
            position += 1
            let value = try take()
            guard value.isInteger else { throw machine.error("TypeError", "* wants int") }
            guard let size = value.asInt, type != "int" || Int32(exactly: size) != nil else {
                throw machine.error("OverflowError", "Python int too large to convert to C \(type)")
            }
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

    /// The value that comes next where no key was ever named.
    private var nextArgument: Value? { nextValue < values.count && !usedMapping ? values[nextValue] : nil }

    private mutating func take() throws -> Value {
        if let item = namedItem.take() { return item }
        guard let value = nextArgument else { throw machine.error("TypeError", "not enough arguments for format string") }
        nextValue += 1
        return value
    }

    // MARK: Conversions

    /// Appends a value in a conversion; false where there is no such conversion.
    private mutating func convert(_ conversion: UInt8, _ directive: Directive) throws -> Bool {
        let type = Unicode.Scalar(conversion)
        switch type {
        case "s", "r", "a", "b":
            if type == "b" && !isBytes { return false }
            if isBytes {
                var bytes = try bytes(type, try take())
                try machine.charge(bytes: bytes.count * 2)
                if let precision = directive.precision { bytes = Array(bytes.prefix(precision)) }
                pad(bytes, count: bytes.count, directive)
            } else {
                var text = try text(type, try take())
                try machine.charge(bytes: text.byteCount * 2)
                if let precision = directive.precision, precision < text.count { text = PyStr(points: text.points.prefix(precision)) }
                pad(text.utf8, count: text.count, directive)
            }
        case "c":
            let point = try character(try take())
            pad(isBytes ? [UInt8(truncatingIfNeeded: point)] : PyStr(points: [point]).utf8, count: 1, directive)
        case "d", "i", "u", "o", "x", "X": try integer(type, try take(), directive)
        case "e", "E", "f", "F", "g", "G": try float(type, try take(), directive)
        default: return false
        }
        return true
    }

    private mutating func unsupported(_ template: [UInt8], at position: Int) throws -> PyError {
        _ = try take()
        let before = isBytes ? position : PyStr(utf8: Array(template[..<position])).count
        let conversion = isBytes ? UInt32(template[position]) : PyStr(utf8: Array(template[position...])).points[0]
        if isBytes, conversion > 0x7F, !(0x30...0x39).contains(template[position - 1]) {
            // CPython reads it as a signed `char`, but behind a number.
            return machine.error("OverflowError", "character argument not in range(0x110000)")
        }
        let code = String(conversion, radix: 16)
        let shown = Unicode.Scalar(conversion).flatMap { isBytes || (31...126).contains(conversion) ? String($0) : nil } ?? "?"
        return machine.error("ValueError", "unsupported format character '\(shown)' (0x\(code)) at index \(before)")
    }

    private func text(_ type: Unicode.Scalar, _ value: Value) throws -> PyStr {
        switch type {
        case "s": try machine.strStr(value)
        case "r": try machine.reprStr(value)
        default: TextRepr.escapingNonASCII(try machine.reprStr(value))
        }
    }

    private func bytes(_ type: Unicode.Scalar, _ value: Value) throws -> [UInt8] {
        if type != "s" && type != "b" { return TextRepr.escapingNonASCII(try machine.reprStr(value)).utf8 }
        if let bytes = value.asBytes { return bytes.bytes }
        if let method = try machine.method(value, "__bytes__"), let bytes = try machine.call(method).asBytes { return bytes.bytes }
        let words = "%b requires a bytes-like object, or an object that implements __bytes__, not '\(machine.typeName(value))'"
        throw machine.error("TypeError", words)
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

    private mutating func integer(_ type: Unicode.Scalar, _ value: Value, _ directive: Directive) throws {
        let number = try wholeNumber(type, value)
        let base = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
        var digits = base == 10 ? try machine.decimalText(number.absolute).utf8 : number.absolute.textBytes(base: base)
        if let precision = directive.precision, precision > digits.count {
            digits = [UInt8](repeating: UInt8(ascii: "0"), count: precision - digits.count) + digits
        }
        if type == "X" { digits = digits.map(CaseMapping.upperASCII) }
        let prefix = directive.isAlternate && base != 10 ? Array("0\(type)".utf8) : []
        pad(digits, lead: sign(isNegative: number.isNegative, directive) + prefix, directive)
    }

    private func wholeNumber(_ type: Unicode.Scalar, _ value: Value) throws -> BigInt {
        if let number = value.asBigInt { return number }
        let isDecimal = type == "d" || type == "i" || type == "u"
        if isDecimal, let number = value.asFloat { return try machine.integer(truncating: number) }
        if isDecimal, let method = try machine.method(value, "__int__"), let number = try machine.call(method).asBigInt { return number }
        if let method = try machine.method(value, "__index__"), let number = try machine.call(method).asBigInt { return number }
        let wanted = isDecimal ? "a real number is required" : "an integer is required"
        throw machine.error("TypeError", "%\(isBytes && type == "i" ? "d" : type) format: \(wanted), not \(machine.typeName(value))")
    }

    private mutating func float(_ type: Unicode.Scalar, _ value: Value, _ directive: Directive) throws {
        guard let number = try machine.realNumberIfPresent(value) else {
            let wanted = isBytes ? "float argument required" : "must be real number"
            throw machine.error("TypeError", "\(wanted), not \(machine.typeName(value))")
        }
        let precision = directive.precision ?? 6
        let lead = sign(isNegative: number.sign == .minus && !number.isNaN, directive)
        if type == "f", precision < 10, let digits = PlainFormat.fixed(number.magnitude, places: precision), !directive.isAlternate {
            return pad(digits.utf8, lead: lead, directive)
        }
        var spec = FormatSpecification(type: type.value, precision: precision)
        spec.isAlternate = directive.isAlternate
        try machine.charge(bytes: precision)
        pad(NumberFormat.magnitude(number.magnitude, spec), lead: lead, directive)
    }

    private func sign(isNegative: Bool, _ directive: Directive) -> [UInt8] {
        if isNegative { return [UInt8(ascii: "-")] }
        return directive.isSigned ? [UInt8(ascii: "+")] : directive.isSpaced ? [UInt8(ascii: " ")] : []
    }

    /// Appends the digits of a number behind its sign, filled to the width.
    private mutating func pad(_ digits: [UInt8], lead: [UInt8], _ directive: Directive) {
        let missing = directive.width - lead.count - digits.count
        if missing > 0, directive.isZeroed, !directive.isLeft {
            made += lead
            made.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing))
            made += digits
        } else {
            pad(lead.isEmpty ? digits : lead + digits, count: lead.count + digits.count, directive)
        }
    }

    /// Appends a text of `count` characters, filled to the width with spaces.
    private mutating func pad(_ text: [UInt8], count: Int, _ directive: Directive) {
        let spaces = repeatElement(UInt8(ascii: " "), count: max(0, directive.width - count))
        if !directive.isLeft { made.append(contentsOf: spaces) }
        made += text
        if directive.isLeft { made.append(contentsOf: spaces) }
    }
}
