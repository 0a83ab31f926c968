/// The shape of UTF-16 and UTF-32: code units of two or four bytes in one byte order (Unicode 14, chapter 3.10).
struct WideEncoding {
    /// The bytes of a code unit: 2 or 4.
    let width: Int
    /// Whether the most significant byte comes first.
    let isBigEndian: Bool

    /// The name in `UnicodeDecodeError`.
    var name: String { "utf-\(width * 8)-\(isBigEndian ? "be" : "le")" }

    /// The code unit that begins at a byte.
    func unit(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let ordered = isBigEndian ? Array(bytes) : bytes.reversed()
        return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Adds a code point, a surrogate as it is.
    func append(_ point: UInt32, to bytes: inout [UInt8]) {
        guard width == 2, point > 0xFFFF else { return append(unit: point, to: &bytes) }
        let rest = point - 0x10000
        append(unit: 0xD800 + rest >> 10, to: &bytes)
        append(unit: 0xDC00 + rest & 0x3FF, to: &bytes)
    }

    private func append(unit: UInt32, to bytes: inout [UInt8]) {
        let little = (0..<width).map { UInt8(truncatingIfNeeded: unit >> ($0 * 8)) }
        bytes += isBigEndian ? little.reversed() : little
    }

    /// What stands at the beginning of the bytes: a code point and its width, or how many bytes are wrong and CPython's reason.
    func next(_ bytes: ArraySlice<UInt8>) -> (point: UInt32, width: Int, reason: String?) {
        guard bytes.count >= width else { return (0, bytes.count, "truncated data") }
        let first = unit(bytes.prefix(width))
        return width == 4 ? checked(first) : paired(first, bytes)
    }

    private func checked(_ point: UInt32) -> (point: UInt32, width: Int, reason: String?) {
        if point > 0x10FFFF { return (point, 4, "code point not in range(0x110000)") }
        let isSurrogate = (0xD800...0xDFFF).contains(point)
        return (point, 4, isSurrogate ? "code point in surrogate code point range(0xd800, 0xe000)" : nil)
    }

    private func paired(_ first: UInt32, _ bytes: ArraySlice<UInt8>) -> (point: UInt32, width: Int, reason: String?) {
        guard (0xD800...0xDFFF).contains(first) else { return (first, 2, nil) }
        if first >= 0xDC00 { return (first, 2, "illegal encoding") }
        guard bytes.count >= 4 else { return (first, bytes.count, "unexpected end of data") }
        let second = unit(bytes.dropFirst(2).prefix(2))
        guard (0xDC00...0xDFFF).contains(second) else { return (first, 2, "illegal UTF-16 surrogate") }
        return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 4, nil)
    }
}

extension TextCodec {
    /// Whether each character is one byte.
    var hasOneByteEach: Bool {
        switch self {
        case .ascii, .latin1, .bytes: true
        default: false
        }
    }

    /// The shape of the encodings with wide code units, little-endian where the name says no order; nil for the others.
    var wide: WideEncoding? {
        switch self {
        case .utf16, .utf16LittleEndian: WideEncoding(width: 2, isBigEndian: false)
        case .utf16BigEndian: WideEncoding(width: 2, isBigEndian: true)
        case .utf32, .utf32LittleEndian: WideEncoding(width: 4, isBigEndian: false)
        case .utf32BigEndian: WideEncoding(width: 4, isBigEndian: true)
        default: nil
        }
    }

    /// The shape of bytes, and how many of them are a byte order mark, where the encoding takes one.
    func wide(of bytes: [UInt8]) -> (encoding: WideEncoding, mark: Int)? {
        guard let standard = wide else { return nil }
        if self == .utf16 || self == .utf32, bytes.count >= standard.width {
            for isBigEndian in [false, true] {
                let marked = WideEncoding(width: standard.width, isBigEndian: isBigEndian)
                if marked.unit(bytes.prefix(marked.width)) == 0xFEFF { return (marked, marked.width) }
            }
        }
        return (standard, 0)
    }

    /// What the encoder puts before a text.
    var signature: [UInt8] {
        switch self {
        case .utf8WithSignature: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf32: [0xFF, 0xFE, 0, 0]
        default: []
        }
    }
}
