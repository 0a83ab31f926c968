/// How `split`, `rsplit` and `splitlines` cut texts; bytes of `str` and `bytes` alike.
enum TextSplitting {
    /// The parts between separators, which must not be empty; at most `limit` cuts, counted from the left or the right.
    static func split(_ bytes: [UInt8], at separator: [UInt8], limit: Int, fromRight: Bool = false) -> [ArraySlice<UInt8>] {
        let places =
            fromRight
            ? placesFromRight(separator, bytes, limit) : ByteSearch.all(separator, in: bytes, 0..<bytes.count, limit: limit)
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for place in places {
            parts.append(bytes[start..<place])
            start = place + separator.count
        }
        return parts + [bytes[start...]]
    }

    private static func placesFromRight(_ separator: [UInt8], _ bytes: [UInt8], _ limit: Int) -> [Int] {
        var places: [Int] = []
        var end = bytes.count
        while places.count < limit, let place = ByteSearch.last(separator, in: bytes, 0..<end) {
            places.append(place)
            end = place
        }
        return places.reversed()
    }

    /// The parts between runs of white space, none empty; what is left after `limit` cuts keeps its white space.
    static func splitAtSpace(_ bytes: [UInt8], limit: Int, isSpace: (UInt32) -> Bool) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var rest = TextTrimming.trimmed(bytes, ends: .left, where: isSpace)
        while !rest.isEmpty {
            if parts.count == limit {
                parts.append(rest)
                break
            }
            let end = firstSpace(rest, isSpace)
            parts.append(rest[rest.startIndex..<end])
            rest = skipSpace(rest[end...], isSpace)
        }
        return parts
    }

    /// The same with the cuts counted from the right.
    static func splitAtSpaceFromRight(_ bytes: [UInt8], limit: Int, isSpace: (UInt32) -> Bool) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var rest = TextTrimming.trimmed(bytes, ends: .right, where: isSpace)
        while !rest.isEmpty {
            if parts.count == limit {
                parts.append(rest)
                break
            }
            var start = rest.endIndex
            while let (point, position) = TextTrimming.lastPoint(rest[..<start]), !isSpace(point) { start = position }
            parts.append(rest[start...])
            rest = TextTrimming.trimmed(rest[..<start], ends: .right, where: isSpace)
        }
        return parts.reversed()
    }

    private static func firstSpace(_ bytes: ArraySlice<UInt8>, _ isSpace: (UInt32) -> Bool) -> Int {
        var points = CodePoints(bytes)
        var end = points.position
        while let point = points.next(), !isSpace(point) { end = points.position }
        return end
    }

    private static func skipSpace(_ bytes: ArraySlice<UInt8>, _ isSpace: (UInt32) -> Bool) -> ArraySlice<UInt8> {
        var points = CodePoints(bytes)
        var start = points.position
        while let point = points.next(), isSpace(point) { start = points.position }
        return bytes[start...]
    }

    /// The lines, with their ends if asked for; CR LF is one end.
    static func lines(_ bytes: [UInt8], keepEnds: Bool, isLineBreak: (UInt32) -> Bool) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var points = CodePoints(bytes)
        var start = 0
        var end = 0
        while let point = points.next() {
            guard isLineBreak(point) else {
                end = points.position
                continue
            }
            if point == 0x0D, points.position < bytes.count, bytes[points.position] == 0x0A { _ = points.next() }
            lines.append(bytes[start..<(keepEnds ? points.position : end)])
            start = points.position
            end = start
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}
