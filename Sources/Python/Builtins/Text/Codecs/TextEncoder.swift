/// `str.encode`: code points to bytes.
struct TextEncoder {
    /// The encoding.
    let codec: TextCodec
    /// The name of the error handler, looked up only when one is needed.
    let handlerName: PyStr
    /// What raises.
    let machine: Machine
    private var bytes: [UInt8] = []

    private init(codec: TextCodec, handlerName: PyStr, machine: Machine) {
        self.codec = codec
        self.handlerName = handlerName
        self.machine = machine
    }

    /// The bytes of a text; raises UnicodeEncodeError as the handler demands, LookupError for unknown names.
    static func encode(_ text: PyStr, encoding: PyStr, errors: PyStr, _ machine: Machine) throws -> [UInt8] {
        try machine.charge(bytes: text.byteCount)
        let codec = try machine.codec(encoding, for: "encode")
        if text.isASCII, codec.extendsASCII { return codec.signature + text.utf8 }
        var encoder = TextEncoder(codec: codec, handlerName: errors, machine: machine)
        try encoder.run(text)
        return encoder.bytes
    }

    private mutating func run(_ text: PyStr) throws {
        bytes = codec.signature
        if codec == .utf8 || codec == .utf8WithSignature, !Self.hasSurrogate(text) {
            text.append(to: &bytes)
            return
        }
        let points = text.points
        var position = 0
        while position < points.count {
            if append(points[position]) {
                position += 1
            } else {
                let end = points[position...].firstIndex { !isUnencodable($0) } ?? points.count
                try handle(text, points, position..<end)
                position = end
            }
        }
    }

    /// Whether a code point is one of those that UTF-8 leaves out; their three bytes begin with one of `ED` and one from `A0` on.
    /// Whether a text has a code point that UTF-8 does not encode.
    static func hasSurrogate(_ text: PyStr) -> Bool {
        text.withUTF8 { bytes in
            bytes.indices.contains { bytes[$0] == 0xED && $0 + 1 < bytes.count && bytes[$0 + 1] >= 0xA0 }
        }
    }

    private func isUnencodable(_ point: UInt32) -> Bool {
        switch codec {
        case .bytes(let encoding): encoding.byte(point) == nil
        case .unicodeEscape, .rawUnicodeEscape: false
        case .ascii: point > 0x7F
        case .latin1: point > 0xFF
        default: (0xD800...0xDFFF).contains(point)
        }
    }

    private mutating func append(_ point: UInt32) -> Bool {
        if isUnencodable(point) { return false }
        write(point)
        return true
    }

    /// Adds a code point that the encoding has, or a surrogate where it could stand.
    private mutating func write(_ point: UInt32) {
        switch codec {
        case .latin1, .ascii: bytes.append(UInt8(point))
        case .bytes(let encoding): bytes.append(encoding.byte(point) ?? UInt8(ascii: "?"))
        case .unicodeEscape: TextRepr.appendEscaped(point, to: &bytes)
        case .rawUnicodeEscape:
            if point < 0x100 { bytes.append(UInt8(point)) } else { TextRepr.appendEscape(point, to: &bytes) }
        default:
            if let wide = codec.wide { wide.append(point, to: &bytes) } else { CodePoints.append(point, to: &bytes) }
        }
    }

    private mutating func write(_ ascii: some Sequence<UInt8>) { for byte in ascii { write(UInt32(byte)) } }

    private mutating func handle(_ text: PyStr, _ points: [UInt32], _ range: Range<Int>) throws {
        switch try machine.codecErrorHandler(handlerName) {
        case .strict: throw failure(text, points, range)
        case .ignore: break
        case .replace: write([UInt8](repeating: UInt8(ascii: "?"), count: range.count))
        case .backslashreplace: for position in range { write(Self.escape(points[position])) }
        case .namereplace:
            for position in range {
                let name = UnicodeDataModule.name(points[position])
                write(name.map { Array("\\N{\($0)}".utf8) } ?? Self.escape(points[position]))
            }
        case .xmlcharrefreplace: for position in range { write("&#\(points[position]);".utf8) }
        case .surrogatepass:
            if codec.hasOneByteEach { throw failure(text, points, range) }
            for position in range { write(points[position]) }
        case .surrogateescape:
            for position in range {
                guard codec.extendsASCII, (0xDC80...0xDCFF).contains(points[position]) else {
                    throw failure(text, points, position..<range.upperBound)
                }
                bytes.append(UInt8(points[position] - 0xDC00))
            }
        }
    }

    private static func escape(_ point: UInt32) -> [UInt8] {
        var escape: [UInt8] = []
        TextRepr.appendEscape(point, to: &escape)
        return escape
    }

    private var reason: String {
        switch codec {
        case .bytes: "character maps to <undefined>"
        case .ascii: "ordinal not in range(128)"
        case .latin1: "ordinal not in range(256)"
        default: "surrogates not allowed"
        }
    }

    private func failure(_ text: PyStr, _ points: [UInt32], _ range: Range<Int>) -> PyError {
        let arguments: [Value] = [.string(codec.errorName), .str(text), .int(range.lowerBound), .int(range.upperBound), .string(reason)]
        return machine.error(machine.types.exception("UnicodeEncodeError"), arguments)
    }
}
