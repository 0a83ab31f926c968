/// Domains in ASCII and in Unicode: labels in Punycode (RFC 3492) after lower-casing.
enum DomainName {
    /// A label in Unicode that has an `xn--` form and back; nil where a label cannot be encoded.
    static func ascii(_ domain: String) -> String? {
        var labels: [String] = []
        guard let mapped = mapped(domain) else { return nil }
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            let lower = label.lowercased()
            if lower.utf8.allSatisfy({ $0 < 0x80 }) {
                if lower.hasPrefix("xn--"), !isEncoded(lower.dropFirst(4)) { return nil }
                labels.append(lower)
            } else {
                guard let encoded = Punycode.encode(Array(lower.unicodeScalars)) else { return nil }
                labels.append("xn--" + encoded)
            }
        }
        return labels.joined(separator: ".")
    }

    /// The domain as UTS 46 maps it, as far as ideographic full stops, full-width forms and invisible characters go; nil where it
    /// has characters that no domain may have.
    private static func mapped(_ domain: String) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in domain.unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: out.append(".")
            case 0xFF01...0xFF5E: if let plain = UnicodeScalar(scalar.value - 0xFEE0) { out.append(plain) }
            case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFE00...0xFE0F: break
            case 0x200C, 0x200D, 0xFFFC, 0xFFFD, 0x2000...0x200A, 0x3000, 0x80...0x9F, 0x202A...0x202E, 0xE000...0xF8FF: return nil
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Whether what stands behind `xn--` is a label in Punycode that needs it.
    private static func isEncoded(_ text: Substring) -> Bool {
        guard let decoded = Punycode.decode(text) else { return false }
        return decoded.unicodeScalars.contains { !$0.isASCII } && !decoded.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
    }

    /// The domain with its `xn--` labels decoded; a label that is no Punycode stays.
    static func unicode(_ domain: String) -> String {
        guard domain.contains("xn--") else { return domain }
        return domain.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
        }.joined(separator: ".")
    }
}

/// The Bootstring parameters and loops of RFC 3492.
enum Punycode {
    private static let base = 36, least = 1, most = 26, skew = 38, damp = 700

    private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - least) * most / 2 {
            delta /= base - least
            k += base
        }
        return k + (base - least + 1) * delta / (delta + skew)
    }

    private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, least), most) }

    private static func digit(_ value: Int) -> Character { Character(UnicodeScalar(UInt8(value < 26 ? 97 + value : 22 + value))) }

    /// The encoded form of a label, without `xn--`; nil for labels longer than a DNS label may be several times over.
    static func encode(_ scalars: [UnicodeScalar]) -> String? {
        guard scalars.count < 1000 else { return nil }
        var output = String(String.UnicodeScalarView(scalars.filter(\.isASCII)))
        let basic = output.unicodeScalars.count
        var handled = basic
        if basic > 0 { output.append("-") }
        var n = 128, delta = 0, bias = 72
        while handled < scalars.count {
            guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in scalars {
                if Int(scalar.value) < n { delta += 1 }
                if Int(scalar.value) == n {
                    output += variableLength(delta, bias)
                    bias = adapt(delta, handled + 1, isFirst: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            n += 1
        }
        return output
    }

    private static func variableLength(_ value: Int, _ bias: Int) -> String {
        var text = "", q = value, k = base
        while true {
            let t = threshold(k, bias)
            if q < t { break }
            text.append(digit(t + (q - t) % (base - t)))
            q = (q - t) / (base - t)
            k += base
        }
        text.append(digit(q))
        return text
    }

    /// The label of an encoded form without `xn--`; nil where it is none.
    static func decode(_ text: Substring) -> String? {
        var output: [UnicodeScalar] = []
        var rest = text
        if let dash = text.lastIndex(of: "-") {
            output = Array(text[..<dash].unicodeScalars)
            rest = text[text.index(after: dash)...]
        }
        var n = 128, i = 0, bias = 72
        var digits = Array(rest.utf8)[...]
        while !digits.isEmpty {
            let old = i
            var weight = 1, k = base
            while true {
                guard let byte = digits.popFirst(), let value = value(of: byte) else { return nil }
                let (product, overflow) = value.multipliedReportingOverflow(by: weight)
                guard !overflow, product < Int.max / 4 else { return nil }
                i += product
                let t = threshold(k, bias)
                if value < t { break }
                weight *= base - t
                guard weight < Int.max / 128, i < Int.max / 4 else { return nil }
                k += base
            }
            bias = adapt(i - old, output.count + 1, isFirst: old == 0)
            n += i / (output.count + 1)
            i %= output.count + 1
            guard let scalar = UInt32(exactly: n).flatMap(UnicodeScalar.init) else { return nil }
            output.insert(scalar, at: i)
            i += 1
        }
        return String(String.UnicodeScalarView(output))
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }
}
