/// `bytes.decode`: bytes to code points.
struct TextDecoder {
    /// The encoding.
    let codec: TextCodec
    /// The name of the error handler, looked up only when one is needed.
    let handlerName: PyStr
    /// What raises.
    let machine: Machine
    private var text: [UInt8] = []
    /// The name in errors.
    private var name: String

    private init(codec: TextCodec, handlerName: PyStr, machine: Machine) {
        self.codec = codec
        self.handlerName = handlerName
        self.machine = machine
        name = codec.errorName
    }

    /// The text of these bytes; raises UnicodeDecodeError as the handler demands, LookupError for unknown names.
    static func decode(_ bytes: [UInt8], encoding: PyStr, errors: PyStr, _ machine: Machine) throws -> PyStr {
        try machine.charge(bytes: bytes.count)
        var decoder = TextDecoder(codec: try machine.codec(encoding, for: "decode"), handlerName: errors, machine: machine)
        if decoder.codec.extendsASCII, bytes.allSatisfy({ $0 < 0x80 }) { return PyStr(utf8: bytes, count: bytes.count) }
        if decoder.codec == .utf8, let text = valid(bytes) { return text }
        switch decoder.codec {
        case .latin1: return PyStr(points: bytes.lazy.map(UInt32.init))
        case .ascii: try decoder.runASCII(bytes)
        case .utf8: try decoder.runUTF8(bytes[...])
        case .utf8WithSignature: try decoder.runUTF8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        case .bytes(let encoding): try decoder.runTable(bytes, encoding)
        case .unicodeEscape, .rawUnicodeEscape: try decoder.runEscapes(bytes)
        case .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian: try decoder.runWide(bytes)
        }
        return PyStr(utf8: decoder.text)
    }

    /// The text of bytes that are UTF-8; nil for any others.
    static func valid(_ bytes: [UInt8]) -> PyStr? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return PyStr(utf8: bytes, count: bytes.count) }
        do { _ = try UTF8Span(validating: bytes.span) } catch { return nil }
        return PyStr(utf8: bytes)
    }

    private mutating func runASCII(_ bytes: [UInt8]) throws {
        for (position, byte) in bytes.enumerated() {
            if byte < 0x80 {
                text.append(byte)
            } else {
                try handle(bytes, position..<position + 1, "ordinal not in range(128)")
            }
        }
    }

    private mutating func runTable(_ bytes: [UInt8], _ encoding: ByteEncoding) throws {
        for (position, byte) in bytes.enumerated() {
            if let point = encoding.point(byte) {
                CodePoints.append(point, to: &text)
            } else {
                try handle(bytes, position..<position + 1, "character maps to <undefined>")
            }
        }
    }

    private mutating func runEscapes(_ bytes: [UInt8]) throws {
        var reader = EscapeReader(bytes: bytes, isRaw: codec == .rawUnicodeEscape)
        while let (range, meaning) = reader.next() {
            switch meaning {
            case .points(let points): for point in points { CodePoints.append(point, to: &text) }
            case .wrong(let reason): try handle(bytes, range, reason)
            }
        }
    }

    private mutating func runWide(_ bytes: [UInt8]) throws {
        guard let (encoding, mark) = codec.wide(of: bytes) else { return }
        name = encoding.name
        var position = mark
        while position < bytes.count {
            let (point, width, reason) = encoding.next(bytes[position...])
            if let reason {
                let isSurrogate = width >= encoding.width && (0xD800...0xDFFF).contains(point)
                if isSurrogate, try machine.codecErrorHandler(handlerName) == .surrogatepass {
                    CodePoints.append(point, to: &text)
                    position += encoding.width
                    continue
                }
                try handle(bytes, position..<position + width, reason)
            } else {
                CodePoints.append(point, to: &text)
            }
            position += width
        }
    }

    private mutating func runUTF8(_ bytes: ArraySlice<UInt8>) throws {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let (width, reason) = Self.sequence(bytes, position)
            if let reason {
                try handle(Array(bytes), position - bytes.startIndex..<position - bytes.startIndex + width, reason)
            } else {
                text += bytes[position..<position + width]
            }
            position += width
        }
    }

    /// How many bytes form a code point here, or how many are wrong and why (the maximal part that could have begun one).
    static func sequence(_ bytes: ArraySlice<UInt8>, _ position: Int) -> (width: Int, reason: String?) {
        let first = bytes[position]
        if first < 0x80 { return (1, nil) }
        guard let (width, second) = shape(first) else { return (1, "invalid start byte") }
        for offset in 1..<width {
            guard position + offset < bytes.endIndex else { return (offset, "unexpected end of data") }
            let allowed = offset == 1 ? second : 0x80...0xBF
            if !allowed.contains(bytes[position + offset]) { return (offset, "invalid continuation byte") }
        }
        return (width, nil)
    }

    /// The length of a sequence by its first byte, and what its second byte may be (Unicode 14, table 3-7).
    private static func shape(_ first: UInt8) -> (width: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        default: nil
        }
    }

    private mutating func handle(_ bytes: [UInt8], _ range: Range<Int>, _ reason: String) throws {
        switch try machine.codecErrorHandler(handlerName) {
        case .ignore: break
        case .replace: CodePoints.append(0xFFFD, to: &text)
        case .backslashreplace: for byte in bytes[range] { TextRepr.appendEscape(UInt32(byte), to: &text) }
        case .surrogateescape where bytes[range].allSatisfy({ $0 >= 0x80 }):
            for byte in bytes[range] { CodePoints.append(0xDC00 + UInt32(byte), to: &text) }
        case .xmlcharrefreplace, .namereplace:
            throw machine.error("TypeError", "don't know how to handle UnicodeDecodeError in error callback")
        case .strict, .surrogatepass, .surrogateescape:
            let arguments: [Value] = [
                .string(name), .object(PyBytes(bytes)), .int(range.lowerBound),
                .int(range.upperBound), .string(reason),
            ]
            throw machine.error(machine.types.exception("UnicodeDecodeError"), arguments)
        }
    }
}
