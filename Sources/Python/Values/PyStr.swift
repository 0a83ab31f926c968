/// An immutable Python `str`: code points in UTF-8, lone surrogates in three bytes as WTF-8 has them.
///
/// Equality and hash are by bytes, as Python compares code points (Swift's `String` would compare canonical equivalence).
public final class PyStr: PyObject, Equatable {
    public let utf8: [UInt8]
    /// The length in code points, Python's `len`.
    public let count: Int
    @exclusivity(unchecked) private var cachedHash = 0

    public init(utf8: [UInt8]) {
        self.utf8 = utf8
        var points = 0
        for byte in utf8 where byte & 0xC0 != 0x80 { points += 1 }
        self.count = points
    }

    public convenience init(_ text: String) { self.init(utf8: Array(text.utf8)) }

    /// Bytes of which it is known how many code points they are.
    init(utf8: [UInt8], count: Int) {
        self.utf8 = utf8
        self.count = count
    }

    /// One text behind another.
    convenience init(_ first: PyStr, _ second: PyStr) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(first.utf8.count + second.utf8.count)
        bytes += first.utf8
        bytes += second.utf8
        self.init(utf8: bytes, count: first.count + second.count)
    }

    /// The decimal digits of an integer, as `str` gives them.
    convenience init(decimal number: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(DecimalText.length(of: number))
        DecimalText.append(number, to: &bytes)
        self.init(utf8: bytes, count: bytes.count)
    }

    /// Whether each code point is one byte, so that indexing is by byte.
    public var isASCII: Bool { count == utf8.count }

    /// The text as Swift's; lone surrogates become U+FFFD.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// A hash of the bytes, never 0, the same in every run.
    public var hash: Int {
        if cachedHash != 0 { return cachedHash }
        var h: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        h ^= h >> 32
        cachedHash = h == 0 ? 1 : Int(truncatingIfNeeded: h)
        return cachedHash
    }

    public static func == (a: PyStr, b: PyStr) -> Bool { a === b || (a.utf8.count == b.utf8.count && a.utf8 == b.utf8) }

    public override func type(in types: BuiltinTypes) -> PyType { types.str }
}
