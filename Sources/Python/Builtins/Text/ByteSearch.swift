/// Search in bytes, for `str` (whose UTF-8 can be searched as bytes) and `bytes` alike.
enum ByteSearch {
    /// Needles up to this length are compared at each place; longer ones are searched in linear time, whatever they are.
    static let shortNeedle = 16

    /// The first place of the needle within the range, or nil.
    static func first(_ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        needle.withUnsafeBufferPointer { needle in bytes.withUnsafeBufferPointer { first(needle, in: $0, range) } }
    }

    /// The first place of the needle within the range, or nil.
    static func first(_ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        if needle.count > range.count { return nil }
        if needle.isEmpty { return range.lowerBound }
        if needle.count > shortNeedle { return linear(Array(needle), Array(bytes)[range]) }
        let short = ShortNeedle(needle, in: bytes)
        let last = range.upperBound - needle.count
        var position = range.lowerBound
        while position <= last {
            if short.stands(at: position) { return position }
            position &+= 1
        }
        return nil
    }

    /// The last place of the needle within the range, or nil.
    static func last(_ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        if needle.count > range.count { return nil }
        if needle.isEmpty { return range.upperBound }
        if needle.count > shortNeedle {
            let reversed = Array(bytes[range].reversed())
            return linear(needle.reversed(), reversed[...]).map { range.upperBound - $0 - needle.count }
        }
        return needle.withUnsafeBufferPointer { needle in bytes.withUnsafeBufferPointer { lastShort(needle, in: $0, range) } }
    }

    /// The last place of a needle that is neither empty nor long.
    static func lastShort(_ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        let short = ShortNeedle(needle, in: bytes)
        var position = range.upperBound - needle.count
        while position >= range.lowerBound {
            if short.stands(at: position) { return position }
            position &-= 1
        }
        return nil
    }

    /// The search of Knuth, Morris and Pratt: time by the sum of the lengths.
    private static func linear(_ needle: [UInt8], _ bytes: ArraySlice<UInt8>) -> Int? {
        var borders = [Int](repeating: 0, count: needle.count)
        var matched = 0
        for position in needle.indices.dropFirst() {
            while matched > 0, needle[position] != needle[matched] { matched = borders[matched - 1] }
            if needle[position] == needle[matched] { matched += 1 }
            borders[position] = matched
        }
        matched = 0
        for position in bytes.indices {
            while matched > 0, bytes[position] != needle[matched] { matched = borders[matched - 1] }
            if bytes[position] == needle[matched] { matched += 1 }
            if matched == needle.count { return position - needle.count + 1 }
        }
        return nil
    }

    /// Whether the needle stands at that position, which may lie outside.
    static func matches(_ needle: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
        needle.withUnsafeBufferPointer { needle in bytes.withUnsafeBufferPointer { matches(needle, $0, position) } }
    }

    /// Whether the needle stands at that position, which may lie outside.
    @inline(__always)
    static func matches(_ needle: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        guard position >= 0, position + needle.count <= bytes.count else { return false }
        for offset in needle.indices where bytes[position + offset] != needle[offset] { return false }
        return true
    }

    /// The places of a needle that is not empty, from the left, none overlapping, at most `limit` of them.
    static func all(_ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>, limit: Int = .max) -> [Int] {
        var places: [Int] = []
        var start = range.lowerBound
        while places.count < limit, let place = first(needle, in: bytes, start..<range.upperBound) {
            places.append(place)
            start = place + needle.count
        }
        return places
    }

    /// The bytes with up to `limit` occurrences of the needle replaced; an empty needle stands between all characters.
    ///
    /// `isText` keeps the bytes of one code point together where the needle is empty.
    static func replaced(_ bytes: [UInt8], _ needle: [UInt8], with replacement: [UInt8], limit: Int, isText: Bool) -> [UInt8] {
        if needle.isEmpty { return interleaved(bytes, replacement, limit: limit, isText: isText) }
        let places = all(needle, in: bytes, 0..<bytes.count, limit: limit)
        if places.isEmpty { return bytes }
        var made: [UInt8] = []
        made.reserveCapacity(bytes.count + places.count * (replacement.count - needle.count))
        var start = 0
        for place in places {
            made += bytes[start..<place]
            made += replacement
            start = place + needle.count
        }
        return made + bytes[start...]
    }

    private static func interleaved(_ bytes: [UInt8], _ replacement: [UInt8], limit: Int, isText: Bool) -> [UInt8] {
        var made: [UInt8] = []
        var left = limit
        var position = 0
        while left > 0 {
            made += replacement
            left -= 1
            if position >= bytes.count { break }
            let width = isText ? CodePoints.width(bytes[position]) : 1
            made += bytes[position..<position + width]
            position += width
        }
        return position < bytes.count ? made + bytes[position...] : made
    }
}

/// A needle of one to sixteen bytes, which is compared in two words, so that no text makes a search slow.
private struct ShortNeedle {
    private let needle: UnsafeBufferPointer<UInt8>
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The first eight bytes, of a shorter needle with zeros behind, and which bits of a word count.
    private let head: UInt64
    private let mask: UInt64
    /// The last eight bytes of a longer needle.
    private let tail: UInt64

    init(_ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) {
        self.needle = needle
        self.bytes = bytes
        head = Self.word(needle.prefix(8))
        mask = needle.count >= 8 ? .max : (1 << UInt64(needle.count * 8)) - 1
        tail = Self.word(needle.suffix(8))
    }

    private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether the needle stands at that position, behind which there is room for it.
    @inline(__always)
    func stands(at position: Int) -> Bool {
        if position + 8 > bytes.count { return ByteSearch.matches(needle, bytes, position) }
        if word(at: position) & mask != head { return false }
        return needle.count <= 8 || word(at: position + needle.count - 8) == tail
    }

    @inline(__always)
    private func word(at position: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
}
