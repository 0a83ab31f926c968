/// Reads and writes IPv6 addresses as URLs do (URL §3.5 «IPv6 parser», «IPv6 serializer»).
enum IPv6Address {
    /// The eight pieces, or nil if the text is no address.
    static func parse(_ text: Substring) -> [UInt16]? {
        if let gap = firstGap(in: text) {
            guard let head = pieces(text[..<gap.lowerBound], allowsIPv4: false),
                let tail = pieces(text[gap.upperBound...], allowsIPv4: true), head.count + tail.count <= 7
            else { return nil }
            return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        }
        guard let all = pieces(text, allowsIPv4: true), all.count == 8 else { return nil }
        return all
    }

    /// The shortest form: lower case, the first longest run of two or more zero pieces as `::`.
    static func serialize(_ pieces: [UInt16]) -> String {
        let texts = pieces.map { String($0, radix: 16) }
        guard let run = longestZeroRun(in: pieces) else { return texts.joined(separator: ":") }
        return texts[..<run.lowerBound].joined(separator: ":") + "::" + texts[run.upperBound...].joined(separator: ":")
    }

    private static func firstGap(in text: Substring) -> Range<Substring.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next < text.endIndex, text[next] == ":" { return index..<text.index(after: next) }
            index = next
        }
        return nil
    }

    private static func pieces(_ text: Substring, allowsIPv4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var result: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if allowsIPv4, index == parts.count - 1, part.contains(".") {
                guard let pair = ipv4Pieces(part) else { return nil }
                result += pair
            } else {
                guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0.hexDigitValue != nil }),
                    let piece = UInt16(part, radix: 16)
                else { return nil }
                result.append(piece)
            }
        }
        return result
    }

    private static func ipv4Pieces(_ text: Substring) -> [UInt16]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> UInt16? in
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part == "0" || !part.hasPrefix("0") else { return nil }
            return UInt8(part).map(UInt16.init)
        }
        guard parts.count == 4, numbers.count == 4 else { return nil }
        return [numbers[0] << 8 | numbers[1], numbers[2] << 8 | numbers[3]]
    }

    private static func longestZeroRun(in pieces: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < pieces.count {
            var end = start
            while end < pieces.count, pieces[end] == 0 { end += 1 }
            if end - start > max(1, best?.count ?? 0) { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }
}
