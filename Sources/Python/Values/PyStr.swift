/// An immutable Python `str`: code points in UTF-8, lone surrogates in three bytes as WTF-8 has them.
///
/// Equality and hash are by bytes, as Python compares code points (Swift's `String` would compare canonical equivalence).
/// Short texts lie in the object itself, so that making one takes one piece of memory.
public final class PyStr: PyObject, Equatable {
    /// Up to how many bytes lie in the object itself.
    @usableFromInline static let inlineCapacity = 32

    @usableFromInline typealias Words = (UInt64, UInt64, UInt64, UInt64)

    /// The bytes of a short text in their order, zeros behind them.
    @usableFromInline let words: Words
    /// The bytes of a longer text.
    @usableFromInline let long: [UInt8]
    @usableFromInline let length: UInt32
    private let pointCount: UInt32
    @exclusivity(unchecked) private var cachedHash = 0

    /// The text of these bytes; `count` says how many code points they are where that is known.
    init(_ bytes: UnsafeBufferPointer<UInt8>, count: Int? = nil) {
        length = UInt32(bytes.count)
        pointCount = UInt32(count ?? Self.points(in: bytes))
        words = bytes.count <= Self.inlineCapacity ? Self.packed(bytes) : Self.noWords
        long = bytes.count <= Self.inlineCapacity ? [] : Array(bytes)
    }

    /// A text of `byteCount` bytes, which are zeros until `fill` writes them; `count` says how many code points they are.
    init(byteCount: Int, count: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        length = UInt32(byteCount)
        pointCount = UInt32(count)
        if byteCount <= Self.inlineCapacity {
            var words = Self.noWords
            withUnsafeMutableBytes(of: &words) { place in
                place.withMemoryRebound(to: UInt8.self) { fill(UnsafeMutableBufferPointer(rebasing: $0[..<byteCount])) }
            }
            self.words = words
            long = []
        } else {
            words = Self.noWords
            long = [UInt8](unsafeUninitializedCapacity: byteCount) { place, initialized in
                place.initialize(repeating: 0)
                fill(UnsafeMutableBufferPointer(rebasing: place[..<byteCount]))
                initialized = byteCount
            }
        }
    }

    /// Bytes of which it is known how many code points they are, nil where that is to be counted.
    private init(array: [UInt8], count: Int?) {
        length = UInt32(array.count)
        pointCount = UInt32(count ?? array.withUnsafeBufferPointer(Self.points))
        let isShort = array.count <= Self.inlineCapacity
        words = isShort ? array.withUnsafeBufferPointer(Self.packed) : Self.noWords
        long = isShort ? [] : array
    }

    /// The text of these bytes.
    public convenience init(utf8: [UInt8]) { self.init(array: utf8, count: nil) }

    /// The text of these bytes, of which it is known how many code points they are.
    convenience init(utf8: [UInt8], count: Int) { self.init(array: utf8, count: count) }

    public convenience init(_ text: String) {
        var text = text
        self.init(array: text.withUTF8 { Array($0) }, count: nil)
    }

    /// One text behind another.
    convenience init(_ first: PyStr, _ second: PyStr) {
        self.init(byteCount: first.byteCount + second.byteCount, count: first.count + second.count) { place in
            first.copy(to: place, at: 0)
            second.copy(to: place, at: first.byteCount)
        }
    }

    /// The decimal digits of an integer, as `str` gives them.
    convenience init(decimal number: Int) {
        let length = DecimalText.length(of: number)
        self.init(byteCount: length, count: length) { DecimalText.write(number, to: $0) }
    }

    private static var noWords: Words {
        @inline(__always) get { (0, 0, 0, 0) }
    }

    static func points(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var points = 0
        for byte in bytes where byte & 0xC0 != 0x80 { points &+= 1 }
        return points
    }

    private static func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> Words {
        var words = Self.noWords
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
        return words
    }

    // MARK: Reading

    /// The length in code points, Python's `len`.
    public var count: Int { Int(pointCount) }

    /// The length in bytes.
    @inlinable public var byteCount: Int { Int(length) }

    /// Whether there is nothing in it.
    @inlinable public var isEmpty: Bool { length == 0 }

    /// Whether each code point is one byte, so that indexing is by byte.
    public var isASCII: Bool { pointCount == length }

    /// The bytes as an array, which is made anew for a short text; `withUTF8` reads them in place.
    public var utf8: [UInt8] { byteCount <= Self.inlineCapacity ? withUTF8 { Array($0) } : long }

    /// Reads the bytes in place.
    @inlinable
    @inline(__always)
    public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        if byteCount <= Self.inlineCapacity {
            return try withUnsafeBytes(of: words) { bytes in
                try bytes.withMemoryRebound(to: UInt8.self) { try body(UnsafeBufferPointer(rebasing: $0[..<Int(length)])) }
            }
        }
        return try long.withUnsafeBufferPointer(body)
    }

    /// The first eight bytes as a number that is ordered as they are, zeros behind a shorter text.
    var head: UInt64 {
        if byteCount <= Self.inlineCapacity { return UInt64(bigEndian: words.0) }
        return withUTF8 { UInt64(bigEndian: UnsafeRawBufferPointer($0).loadUnaligned(as: UInt64.self)) }
    }

    /// The byte at an index.
    func byte(at index: Int) -> UInt8 { withUTF8 { $0[index] } }

    /// Appends the bytes.
    public func append(to bytes: inout [UInt8]) { withUTF8 { bytes.append(contentsOf: $0) } }

    /// Copies the bytes to a place with room for them.
    @inline(__always)
    func copy(to place: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
        withUTF8 { _ = UnsafeMutableBufferPointer(rebasing: place[offset..<offset + $0.count]).update(fromContentsOf: $0) }
    }

    /// The text of some of the bytes, which cut no code point in two.
    func part(_ range: Range<Int>) -> PyStr {
        if range.count == byteCount { return self }
        return withUTF8 { PyStr(UnsafeBufferPointer(rebasing: $0[range]), count: isASCII ? range.count : nil) }
    }

    /// The text as Swift's; lone surrogates become U+FFFD.
    public var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    // MARK: Identity

    /// A hash of the bytes, never 0, the same in every run.
    public var hash: Int {
        if cachedHash != 0 { return cachedHash }
        var h = 0xCBF2_9CE4_8422_2325 ^ UInt64(length)
        if byteCount <= Self.inlineCapacity {
            h = Self.mixed(h, words.0)
            if byteCount > 8 { h = Self.mixed(h, words.1) }
            if byteCount > 16 { h = Self.mixed(Self.mixed(h, words.2), words.3) }
        } else {
            withUTF8 { bytes in
                let raw = UnsafeRawBufferPointer(bytes)
                var position = 0
                while position + 8 <= raw.count {
                    h = Self.mixed(h, raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                    position += 8
                }
                for byte in raw[position...] { h = Self.mixed(h, UInt64(byte)) }
            }
        }
        h ^= h >> 32
        cachedHash = h == 0 ? 1 : Int(truncatingIfNeeded: h)
        return cachedHash
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }

    public static func == (a: PyStr, b: PyStr) -> Bool {
        if a === b { return true }
        if a.length != b.length { return false }
        return a.byteCount <= inlineCapacity ? a.words == b.words : a.long == b.long
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.str }
}
