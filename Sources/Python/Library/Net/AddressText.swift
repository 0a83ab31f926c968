/// The text of IP addresses as CPython's `ipaddress` reads and writes it.
enum AddressText {
    /// Why a text is no address, in CPython's words behind the quoted text.
    struct Problem: Error, Equatable {
        /// The message.
        let message: String
    }

    /// The four bytes of an IPv4 address.
    static func parse4(_ text: String) throws(Problem) -> [UInt8] {
        let quoted = TextRepr.repr(PyStr(text)).string
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        if octets.count != 4 { throw Problem(message: "Expected 4 octets in \(quoted)") }
        var made: [UInt8] = []
        for octet in octets {
            let part = TextRepr.repr(PyStr(String(octet))).string
            if octet.isEmpty { throw Problem(message: "Empty octet not permitted in \(quoted)") }
            if !octet.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
                throw Problem(message: "Only decimal digits permitted in \(part) in \(quoted)")
            }
            if octet.utf8.count > 3 { throw Problem(message: "At most 3 characters permitted in \(part) in \(quoted)") }
            if octet != "0", octet.hasPrefix("0") { throw Problem(message: "Leading zeros are not permitted in \(part) in \(quoted)") }
            guard let value = UInt8(octet) else { throw Problem(message: "Octet \(Int(octet) ?? 0) (> 255) not permitted in \(quoted)") }
            made.append(value)
        }
        return made
    }

    /// The sixteen bytes of an IPv6 address.
    static func parse6(_ text: String) throws(Problem) -> [UInt8] {
        let quoted = TextRepr.repr(PyStr(text)).string
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if parts.count < 3 { throw Problem(message: "At least 3 parts expected in \(quoted)") }
        if let last = parts.last, last.contains(".") {
            let four = try parse4(last)
            parts.removeLast()
            parts += [hex(UInt16(four[0]) << 8 | UInt16(four[1])), hex(UInt16(four[2]) << 8 | UInt16(four[3]))]
        }
        if parts.count > 9 { throw Problem(message: "At most 8 colons permitted in \(quoted)") }
        let gaps = parts.indices.dropFirst().dropLast().filter { parts[$0].isEmpty }
        if gaps.count > 1 { throw Problem(message: "At most one '::' permitted in \(quoted)") }
        var (high, low) = (parts, [String]())
        if let gap = gaps.first {
            high = Array(parts[..<gap])
            low = Array(parts[(gap + 1)...])
            if high == [""] {
                high = []
            } else if high.first == "" {
                throw Problem(message: "Leading ':' only permitted as part of '::' in \(quoted)")
            }
            if low == [""] {
                low = []
            } else if low.last == "" {
                throw Problem(message: "Trailing ':' only permitted as part of '::' in \(quoted)")
            }
            if high.count + low.count >= 8 { throw Problem(message: "Expected at most 7 other parts with '::' in \(quoted)") }
        } else {
            if parts.count != 8 { throw Problem(message: "Exactly 8 parts expected without '::' in \(quoted)") }
            if parts.first == "" { throw Problem(message: "Leading ':' only permitted as part of '::' in \(quoted)") }
            if parts.last == "" { throw Problem(message: "Trailing ':' only permitted as part of '::' in \(quoted)") }
        }
        let zeros = [UInt16](repeating: 0, count: max(0, 8 - high.count - low.count))
        var words: [UInt16] = []
        for part in high { words.append(try word(part, quoted)) }
        words += zeros
        for part in low { words.append(try word(part, quoted)) }
        return words.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    private static func word(_ text: String, _ quoted: String) throws(Problem) -> UInt16 {
        let part = TextRepr.repr(PyStr(text)).string
        if text.isEmpty || !text.utf8.allSatisfy({ RegexParser.hexadecimalValue(UInt32($0)) != nil }) {
            throw Problem(message: "Only hex digits permitted in \(part) in \(quoted)")
        }
        if text.utf8.count > 4 { throw Problem(message: "At most 4 characters permitted in \(part) in \(quoted)") }
        return UInt16(text, radix: 16) ?? 0
    }

    private static func hex(_ word: UInt16) -> String { String(word, radix: 16) }

    /// The shortest usual text of an address of 4 or 16 bytes.
    static func format(_ bytes: [UInt8]) -> String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let words = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, words[end] == 0 { end += 1 }
            if end - start > best.count { best = start..<end }
            start = max(end, start + 1)
        }
        if best.count < 2 { return words.map(hex).joined(separator: ":") }
        return words[..<best.lowerBound].map(hex).joined(separator: ":") + "::" + words[best.upperBound...].map(hex).joined(separator: ":")
    }
}
