/// `template % values` of `str` and `bytes`.
///
/// Reference: CPython 3.11 `unicodeobject.c` `PyUnicode_Format` and `bytesobject.c`; words of errors from there.
struct PercentFormatter {
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
        var directive = PercentDirective()
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

    private func readFlags(_ template: [UInt8], _ position: inout Int, _ directive: inout PercentDirective) {
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
    private mutating func convert(_ conversion: UInt8, _ directive: PercentDirective) throws -> Bool {
        let type = Unicode.Scalar(conversion)
        guard PercentDirective.types(isBytes: isBytes).contains(type) else { return false }
        made += try PercentConversion(directive: directive, type: type, isBytes: isBytes, machine: machine).text(of: try take())
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
}
