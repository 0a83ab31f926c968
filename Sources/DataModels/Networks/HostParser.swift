/// Hosts of URLs (WHATWG URL §3.5).
enum HostParser {
    /// The host as it is written in the URL.
    static func host(_ bytes: [UInt8], isSpecial: Bool) throws(URLProblem) -> String {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]"), let groups = ipv6(Array(bytes.dropFirst().dropLast())) else {
                throw URLProblem("invalid IPv6 address")
            }
            return "[" + text(ofIPv6: groups) + "]"
        }
        return isSpecial ? try domain(bytes) : try opaque(bytes)
    }

    private static func opaque(_ bytes: [UInt8]) throws(URLProblem) -> String {
        guard !bytes.contains(where: { isForbidden($0) && $0 != 0x25 }) else { throw URLProblem("invalid domain character") }
        return PercentEncoding.controls.encode(bytes)
    }

    private static func domain(_ bytes: [UInt8]) throws(URLProblem) -> String {
        let decoded = PercentEncoding.decode(bytes)
        guard let text = String(validating: decoded, as: UTF8.self), let ascii = DomainName.ascii(text),
            !ascii.utf8.contains(where: { isForbidden($0) || $0 < 0x20 || $0 == 0x25 || $0 == 0x7F })
        else { throw URLProblem("invalid international domain name") }
        if ascii.isEmpty { throw URLProblem("empty host") }
        guard endsInNumber(ascii) else { return ascii }
        guard let address = ipv4(ascii) else { throw URLProblem("invalid IPv4 address") }
        return stride(from: 24, through: 0, by: -8).map { String(address >> UInt64($0) & 255) }.joined(separator: ".")
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte == 0 || "\t\n\r #/:<>?@[\\]^|".utf8.contains(byte) }

    private static func endsInNumber(_ domain: String) -> Bool {
        var labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last == "", labels.count > 1 { labels.removeLast() }
        guard let last = labels.last, !last.isEmpty else { return false }
        return last.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } || number(last) != nil
    }

    private static func number(_ text: Substring) -> UInt64? {
        if text.isEmpty { return nil }
        if text.hasPrefix("0x") || text.hasPrefix("0X") { return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0"), text.count > 1 { return UInt64(text.dropFirst(), radix: 8) }
        return text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? UInt64(text) : nil
    }

    private static func ipv4(_ domain: String) -> UInt64? {
        var labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last == "", labels.count > 1 { labels.removeLast() }
        guard labels.count <= 4 else { return nil }
        var numbers: [UInt64] = []
        for label in labels {
            guard let value = number(label) else { return nil }
            numbers.append(value)
        }
        let last = numbers.removeLast()
        guard numbers.allSatisfy({ $0 <= 255 }), last < UInt64(1) << UInt64(8 * (4 - numbers.count)) else { return nil }
        return numbers.enumerated().reduce(last) { $0 + $1.element << UInt64(8 * (3 - $1.offset)) }
    }

    private static func ipv6(_ bytes: [UInt8]) -> [UInt16]? {
        let text = String(decoding: bytes, as: UTF8.self)
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard text.utf8.count >= 2, halves.count <= 2 else { return nil }
        var parts: [[UInt16]] = []
        for (index, half) in halves.enumerated() {
            guard let groups = groups(half, mayEndInIPv4: index == halves.count - 1) else { return nil }
            parts.append(groups)
        }
        if parts.count == 1 { return parts[0].count == 8 ? parts[0] : nil }
        let gap = 8 - parts[0].count - parts[1].count
        return gap >= 1 ? parts[0] + [UInt16](repeating: 0, count: gap) + parts[1] : nil
    }

    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        var result: [UInt16] = []
        let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if piece.contains("."), mayEndInIPv4, index == pieces.count - 1 {
                let octets = piece.split(separator: ".", omittingEmptySubsequences: false)
                let bytes = octets.compactMap { $0.hasPrefix("0") && $0.count > 1 ? nil : UInt8($0) }
                guard octets.count == 4, bytes.count == 4 else { return nil }
                result += [UInt16(bytes[0]) << 8 | UInt16(bytes[1]), UInt16(bytes[2]) << 8 | UInt16(bytes[3])]
            } else {
                guard piece.utf8.count <= 4, piece.utf8.allSatisfy({ PercentEncoding.hex($0) != nil }), let group = UInt16(piece, radix: 16)
                else { return nil }
                result.append(group)
            }
        }
        return result
    }

    /// The groups with the longest run of zeros as `::` (WHATWG URL §3.5 «IPv6 serializer»).
    private static func text(ofIPv6 groups: [UInt16]) -> String {
        var best = 0..<0
        var index = 0
        while index < 8 {
            var end = index
            while end < 8, groups[end] == 0 { end += 1 }
            if end - index > max(1, best.count) { best = index..<end }
            index = max(end, index + 1)
        }
        let words = groups.map { String($0, radix: 16) }
        if best.isEmpty { return words.joined(separator: ":") }
        return words[..<best.lowerBound].joined(separator: ":") + "::" + words[best.upperBound...].joined(separator: ":")
    }
}
