/// Base64 as RFC 4648 §4 defines it.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text for bytes, with padding.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0, count = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                append(group, digits: 4, to: &out)
                (group, count) = (0, 0)
            }
        }
        if count > 0 {
            append(group << (8 * UInt32(3 - count)), digits: count + 1, to: &out)
            out += Array(repeating: UInt8(ascii: "="), count: 3 - count)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func append(_ group: UInt32, digits: Int, to out: inout [UInt8]) {
        for digit in 0..<digits { out.append(alphabet[Int(group >> (18 - 6 * UInt32(digit)) & 63)]) }
    }
}
