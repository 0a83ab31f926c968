/// Normalizes the host of a URL with a special scheme (URL §3.5 «host parser»).
///
/// Names outside ASCII are refused, since they would need the tables of UTS #46; write them as `xn--` labels.
public enum HostParser {
    /// The serialized host, or nil if the text is no host.
    public static func parse(_ text: Substring) -> String? {
        if text.hasPrefix("[") {
            guard text.hasSuffix("]"), let pieces = IPv6Address.parse(text.dropFirst().dropLast()) else { return nil }
            return "[\(IPv6Address.serialize(pieces))]"
        }
        guard let domain = percentDecoded(text)?.asciiLowercased, !domain.isEmpty else { return nil }
        guard domain.utf8.allSatisfy({ $0 < 0x80 && !isForbidden($0) }) else { return nil }
        guard endsInNumber(domain) else { return domain }
        return ipv4(domain)
    }

    /// Whether a domain may not have that byte (URL §3.5 «forbidden domain code point»).
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "#/:<>?@[\\]^|%".utf8.contains(byte)
    }

    private static func percentDecoded(_ text: Substring) -> String? {
        guard text.utf8.contains(0x25) else { return String(text) }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = bytes[index + 1].hexDigitValue,
                let low = bytes[index + 2].hexDigitValue
            {
                result.append(UInt8(high << 4 | low))
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    /// Whether the last label is a number, so that the domain must be an IPv4 address (URL §3.5 «ends in a number checker»).
    private static func endsInNumber(_ domain: String) -> Bool {
        var rest = domain[...]
        if rest.utf8.last == 0x2E, rest.utf8.count > 1 { rest = rest.dropLast() }
        let last = rest.utf8.lastIndex(of: 0x2E).map { rest[rest.utf8.index(after: $0)...] } ?? rest
        guard let first = last.utf8.first, (0x30...0x39).contains(first) else { return false }
        return last.utf8.allSatisfy { (0x30...0x39).contains($0) } || (last.hasPrefix("0x") && number(last) != nil)
    }

    /// The dotted form of an IPv4 address whose up to four parts are decimal, octal or hexadecimal (URL §3.5 «IPv4 parser»).
    private static func ipv4(_ domain: String) -> String? {
        var labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last == "", labels.count > 1 { labels.removeLast() }
        let numbers = labels.compactMap(number)
        guard labels.count <= 4, numbers.count == labels.count, let last = numbers.last else { return nil }
        guard numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << UInt64(8 * (5 - numbers.count)) else { return nil }
        let address = zip(numbers.dropLast(), [24, 16, 8]).reduce(last) { $0 + $1.0 << UInt64($1.1) }
        return [24, 16, 8, 0].map { String(address >> UInt64($0) & 0xFF) }.joined(separator: ".")
    }

    private static func number(_ label: Substring) -> UInt64? {
        if label.hasPrefix("0x") { return label.count == 2 ? 0 : UInt64(label.dropFirst(2), radix: 16) }
        if label.hasPrefix("0"), label.count > 1 { return UInt64(label.dropFirst(), radix: 8) }
        return label.first.map { $0 == "+" || $0 == "-" } == false ? UInt64(label) : nil
    }
}
