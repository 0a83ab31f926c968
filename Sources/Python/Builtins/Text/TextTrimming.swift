/// Removal of characters at the ends of a text.
enum TextTrimming {
    /// Which ends.
    enum Ends { case both, left, right }

    /// The bytes without the code points at their ends that match.
    static func trimmed(_ bytes: [UInt8], ends: Ends = .both, where matches: (UInt32) -> Bool) -> ArraySlice<UInt8> {
        trimmed(bytes[...], ends: ends, where: matches)
    }

    /// The same for a part of bytes.
    static func trimmed(_ bytes: ArraySlice<UInt8>, ends: Ends, where matches: (UInt32) -> Bool) -> ArraySlice<UInt8> {
        var slice = bytes
        if ends != .right {
            var points = CodePoints(slice)
            var start = points.position
            while let point = points.next(), matches(point) { start = points.position }
            slice = slice[start...]
        }
        if ends != .left {
            while let (point, start) = lastPoint(slice), matches(point) { slice = slice[..<start] }
        }
        return slice
    }

    /// The last code point and where it starts.
    static func lastPoint(_ bytes: ArraySlice<UInt8>) -> (point: UInt32, start: Int)? {
        guard !bytes.isEmpty else { return nil }
        var start = bytes.endIndex - 1
        while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var points = CodePoints(bytes[start...])
        return points.next().map { ($0, start) }
    }
}
