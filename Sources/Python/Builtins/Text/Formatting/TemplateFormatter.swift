/// `str.format`: a template with replacement fields `{name.attribute[key]!conversion:specification}`.
///
/// Reference: CPython 3.11 `unicode_format.h`; words of errors from there.
struct TemplateFormatter {
    private let machine: Machine
    private let positional: [Value]?
    private let keyword: (PyStr) throws -> Value?
    /// How fields without a name are numbered: nil until the first field, then the next number, or -1 for numbers given by hand.
    private var nextNumber: Int?
    /// The specification of most fields.
    private let nothing = PyStr(utf8: [])

    /// `positional` is nil for `format_map`, which has no numbered fields.
    init(_ machine: Machine, positional: [Value]?, keyword: @escaping (PyStr) throws -> Value?) {
        self.machine = machine
        self.positional = positional
        self.keyword = keyword
    }

    /// The template with its fields replaced; raises ValueError where it is malformed.
    mutating func format(_ template: PyStr) throws -> PyStr {
        try machine.charge(instructions: template.byteCount / 8)
        return PyStr(utf8: try expand(template.utf8[...], depth: 2))
    }

    private struct Field {
        var name: ArraySlice<UInt8> = []
        var conversion: UInt32?
        var specification: ArraySlice<UInt8> = []
        var isNested = false
    }

    private func fail(_ message: String) -> PyError { machine.error("ValueError", message) }

    private mutating func expand(_ template: ArraySlice<UInt8>, depth: Int) throws -> [UInt8] {
        if depth <= 0 { throw fail("Max string recursion exceeded") }
        var made: [UInt8] = []
        made.reserveCapacity(template.count + 16)
        var rest = template
        while let mark = rest.firstIndex(where: { $0 == 0x7B || $0 == 0x7D }) {
            made += rest[..<mark]
            let point = rest[mark]
            rest = rest[(mark + 1)...]
            if rest.first == point {
                rest.removeFirst()
                made.append(point)
            } else if point == 0x7D {
                throw fail("Single '}' encountered in format string")
            } else if rest.isEmpty {
                throw fail("Single '{' encountered in format string")
            } else {
                let text = try rest.first == 0x7D ? plain(&rest) : render(try field(&rest), depth: depth)
                try machine.charge(bytes: 16 + text.byteCount * 3)
                text.append(to: &made)
            }
        }
        return made + rest
    }

    // MARK: Fields

    /// `{}`, the most common field.
    private mutating func plain(_ rest: inout ArraySlice<UInt8>) throws -> PyStr {
        rest.removeFirst()
        return try machine.format(try root([]), nothing)
    }

    private func field(_ rest: inout ArraySlice<UInt8>) throws -> Field {
        var field = Field()
        let whole = rest
        var terminator: UInt8 = 0
        while let point = rest.popFirst() {
            if point == 0x7B { throw fail("unexpected '{' in field name") }
            if point == 0x5B {
                rest = rest.drop { $0 != 0x5D }
            } else if point == 0x7D || point == 0x3A || point == 0x21 {
                terminator = point
                break
            }
        }
        if terminator == 0 { throw fail("expected '}' before end of string") }
        field.name = whole[..<(rest.startIndex - 1)]
        if terminator == 0x21 {
            guard let lead = rest.first else { throw fail("end of string while looking for conversion specifier") }
            field.conversion = PyStr(rest.prefix(CodePoints.width(lead))).singlePoint
            rest = rest.dropFirst(CodePoints.width(lead))
            if let next = rest.popFirst() {
                if next == 0x7D { return field }
                if next != 0x3A { throw fail("expected ':' after conversion specifier") }
            }
        } else if terminator == 0x7D {
            return field
        }
        try specification(&rest, &field)
        return field
    }

    private func specification(_ rest: inout ArraySlice<UInt8>, _ field: inout Field) throws {
        let whole = rest
        var depth = 1
        while let point = rest.popFirst() {
            if point == 0x7B {
                field.isNested = true
                depth += 1
            } else if point == 0x7D {
                depth -= 1
                if depth == 0 {
                    field.specification = whole[..<(rest.startIndex - 1)]
                    return
                }
            }
        }
        throw fail("unmatched '{' in format spec")
    }

    private mutating func render(_ field: Field, depth: Int) throws -> PyStr {
        var value = try object(field.name)
        if let conversion = field.conversion {
            switch Unicode.Scalar(conversion) {
            case "r": value = .str(try machine.reprStr(value))
            case "s": value = .str(try machine.strStr(value))
            case "a": value = .str(TextRepr.escapingNonASCII(try machine.reprStr(value)))
            default:
                let shown =
                    conversion > 32 && conversion < 127
                    ? Unicode.Scalar(conversion).map(String.init) ?? "" : "\\x" + String(conversion, radix: 16)
                throw fail("Unknown conversion specifier \(shown)")
            }
        }
        if field.specification.isEmpty { return try machine.format(value, nothing) }
        let specification = field.isNested ? try expand(field.specification, depth: depth - 1)[...] : field.specification
        return try machine.format(value, PyStr(specification))
    }

    private mutating func object(_ name: ArraySlice<UInt8>) throws -> Value {
        let end = name.firstIndex { $0 == 0x2E || $0 == 0x5B } ?? name.endIndex
        var value = try root(name[..<end])
        var rest = name[end...]
        while let point = rest.popFirst() {
            if point == 0x2E {
                let stop = rest.firstIndex { $0 == 0x2E || $0 == 0x5B } ?? rest.endIndex
                if stop == rest.startIndex { throw fail("Empty attribute in format string") }
                value = try machine.attribute(value, PyStr(rest[..<stop]).string)
                rest = rest[stop...]
            } else if point == 0x5B {
                guard let stop = rest.firstIndex(of: 0x5D) else { throw fail("Missing ']' in format string") }
                if stop == rest.startIndex { throw fail("Empty attribute in format string") }
                value = try machine.item(value, try index(rest[..<stop]).map { .int($0) } ?? .str(PyStr(rest[..<stop])))
                rest = rest[(stop + 1)...]
            } else {
                throw fail("Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return value
    }

    private func index(_ name: ArraySlice<UInt8>) throws -> Int? {
        var value = 0
        var points = CodePoints(name)
        while let point = points.next() {
            guard let digit = CharacterProperties.decimalDigit(point) else { return nil }
            if value > (Int.max - digit) / 10 { throw fail("Too many decimal digits in format string") }
            value = value * 10 + digit
        }
        return name.isEmpty ? nil : value
    }

    private mutating func root(_ name: ArraySlice<UInt8>) throws -> Value {
        let number = try index(name)
        if !name.isEmpty && number == nil {
            let key = PyStr(name)
            guard let value = try keyword(key) else { throw machine.error(machine.types.exception("KeyError"), [.str(key)]) }
            return value
        }
        guard let positional else { throw fail("Format string contains positional fields") }
        let index = try numbered(number)
        guard index < positional.count else {
            throw machine.error("IndexError", "Replacement index \(index) out of range for positional args tuple")
        }
        return positional[index]
    }

    private mutating func numbered(_ given: Int?) throws -> Int {
        if let given {
            if let nextNumber, nextNumber >= 0 {
                throw fail("cannot switch from automatic field numbering to manual field specification")
            }
            nextNumber = -1
            return given
        }
        if nextNumber == -1 { throw fail("cannot switch from manual field specification to automatic field numbering") }
        let index = nextNumber ?? 0
        nextNumber = index + 1
        return index
    }
}
