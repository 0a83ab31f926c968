import HTTPMessages
import Python

/// A Host header in its parts (Starlette 1.10.0 _utils.py `parse_host_header`).
struct HostHeader {
    let host: String
    /// The digits after the colon; nil where there is no colon.
    let port: String?

    /// Nil where the header is missing or is no host.
    init?(_ text: String?) {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        let end: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), Self.isAddress(bytes[1..<close]) else { return nil }
            end = close + 1
        } else {
            end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard bytes[..<end].allSatisfy(Self.isHostByte) else { return nil }
        }
        guard end > 0 else { return nil }
        host = String(decoding: bytes[..<end], as: UTF8.self)
        guard end < bytes.count else {
            port = nil
            return
        }
        let digits = bytes[(end + 1)...]
        guard bytes[end] == UInt8(ascii: ":"), !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        port = String(decoding: digits, as: UTF8.self)
    }

    var authority: String { port.map { "\(host):\($0)" } ?? host }

    var hasValidPort: Bool {
        guard let port else { return true }
        let digits = port.drop { $0 == "0" }
        return digits.count <= 5 && (Int(digits) ?? 0) <= 65535
    }

    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains(UInt8(ascii: ":"))
            && bytes.allSatisfy { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || Character(Unicode.Scalar($0)).isHexDigit }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
