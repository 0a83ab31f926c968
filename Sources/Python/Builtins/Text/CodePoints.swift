/// The code points of bytes as `PyStr` holds them: UTF-8, lone surrogates in three bytes.
struct CodePoints: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    /// The position of the byte that is read next.
    private(set) var position: Int

    /// The code points of a part of bytes, which must not cut one in two.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.position = bytes.startIndex
    }

    /// The code points of bytes.
    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    /// The next code point, or nil at the end.
    mutating func next() -> UInt32? {
        guard position < bytes.endIndex else { return nil }
        let first = bytes[position]
        let width = Self.width(first)
        guard width > 1, position + width <= bytes.endIndex else {
            position += 1
            return UInt32(first)
        }
        var point = UInt32(first) & (0xFF >> UInt32(width + 1))
        for offset in 1..<width { point = point << 6 | UInt32(bytes[position + offset] & 0x3F) }
        position += width
        return point
    }

    /// How many bytes the code point has that starts with this byte.
    static func width(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// Appends a code point, a surrogate too.
    static func append(_ point: UInt32, to bytes: inout [UInt8]) {
        switch point {
        case ..<0x80: bytes.append(UInt8(point))
        case ..<0x800: bytes += [0xC0 | UInt8(point >> 6), 0x80 | UInt8(point & 0x3F)]
        case ..<0x10000: bytes += [0xE0 | UInt8(point >> 12), 0x80 | UInt8(point >> 6 & 0x3F), 0x80 | UInt8(point & 0x3F)]
        default:
            bytes += [0xF0 | UInt8(point >> 18 & 7), 0x80 | UInt8(point >> 12 & 0x3F)]
            bytes += [0x80 | UInt8(point >> 6 & 0x3F), 0x80 | UInt8(point & 0x3F)]
        }
    }

    /// The bytes of code points.
    static func encode(_ points: some Sequence<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        for point in points { append(point, to: &bytes) }
        return bytes
    }
}

extension PyStr {
    /// The text of these code points, surrogates allowed.
    public convenience init(points: some Sequence<UInt32>) { self.init(utf8: CodePoints.encode(points)) }

    /// The text of these bytes.
    convenience init(_ bytes: ArraySlice<UInt8>) {
        let count = bytes.withUnsafeBufferPointer(Self.points)
        self.init(byteCount: bytes.count, count: count) { place in
            bytes.withUnsafeBufferPointer { _ = place.update(fromContentsOf: $0) }
        }
    }

    /// The code points.
    public var points: [UInt32] { isASCII ? utf8.map(UInt32.init) : Array(CodePoints(utf8)) }

    /// The code point if the text has exactly one.
    public var singlePoint: UInt32? {
        guard count == 1 else { return nil }
        var points = CodePoints(utf8)
        return points.next()
    }

    /// Where the code point of that index starts; the index may be the length.
    func byteOffset(ofPoint index: Int) -> Int {
        if isASCII { return index }
        if index == count { return utf8.count }
        var position = 0
        withUTF8 { bytes in
            for _ in 0..<index { position += CodePoints.width(bytes[position]) }
        }
        return position
    }

    /// The index of the code point that starts at that byte.
    func pointIndex(ofByte offset: Int) -> Int {
        isASCII ? offset : utf8[..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }

    /// The code point at that index, as a text of its own.
    func character(at index: Int) -> PyStr {
        let start = byteOffset(ofPoint: index)
        return part(start..<start + CodePoints.width(byte(at: start)))
    }

    /// The text between two code point indices.
    func slice(_ range: Range<Int>) -> PyStr {
        if range.count == count { return self }
        let start = byteOffset(ofPoint: range.lowerBound)
        if isASCII { return part(range) }
        var end = start
        withUTF8 { bytes in
            for _ in range { end += CodePoints.width(bytes[end]) }
        }
        return part(start..<end)
    }

    /// The order by code points: below zero, zero or above, as `<` of Python sees it.
    ///
    /// Bytes of UTF-8 (surrogates included) sort as their code points do.
    static func order(_ a: PyStr, _ b: PyStr) -> Int {
        a.withUTF8 { first in b.withUTF8 { order(first, $0) } }
    }

    /// The order of bytes.
    static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
        a.withUnsafeBufferPointer { first in b.withUnsafeBufferPointer { order(first, $0) } }
    }

    private static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        for position in 0..<min(a.count, b.count) where a[position] != b[position] {
            return a[position] < b[position] ? -1 : 1
        }
        return a.count - b.count
    }
}
