/// Which bytes a part of a URL percent-encodes (WHATWG URL §1.3); controls and non-ASCII are always encoded.
enum PercentEncoding {
    /// An opaque path and an opaque host.
    case controls
    case fragment
    case query
    case specialQuery
    case path
    case userInfo

    private var characters: String {
        switch self {
        case .controls: ""
        case .fragment: " \"<>`"
        case .query: " \"#<>"
        case .specialQuery: " \"#<>'"
        case .path: " \"#<>?`{}"
        case .userInfo: " \"#<>?`{}/:;=@[\\]^|"
        }
    }

    /// The bytes as the part holds them.
    func encode(_ bytes: some Sequence<UInt8>) -> String {
        let set = Array(characters.utf8)
        var out: [UInt8] = []
        for byte in bytes {
            if byte < 0x20 || byte > 0x7E || set.contains(byte) {
                out += [0x25, Self.digit(byte >> 4), Self.digit(byte & 15)]
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

    /// The bytes with `%XX` replaced; other percent signs stay.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]) {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return out
    }

    /// The value of a hexadecimal digit.
    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
