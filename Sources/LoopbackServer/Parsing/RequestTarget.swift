import HTTPMessages

/// The path and query of a request target, as httptools' `parse_url` splits them and uvicorn hands them to the application.
///
/// A fragment is dropped and an absolute target loses its scheme and server (semantics 11.14).
struct RequestTarget: Equatable, Sendable {
    /// The longest target in bytes; httptools refuses longer ones since it keeps 16-bit offsets.
    static let maximumLength = 65_535

    let path: String
    let query: String

    /// Splits a target whose bytes passed the parser, or throws `.invalidTarget` where uvicorn answers 400.
    init(_ bytes: UnsafeRawBufferPointer.SubSequence) throws(RequestParseError) {
        guard let first = bytes.first, bytes.count <= RequestTarget.maximumLength else { throw .invalidTarget }
        let start = first == 0x2F || first == 0x2A ? bytes.startIndex : try RequestTarget.pathStart(in: bytes)
        let pathEnd = bytes[start...].firstIndex { $0 == 0x3F || $0 == 0x23 } ?? bytes.endIndex
        path = String(decoding: bytes[start..<pathEnd], as: UTF8.self)
        if pathEnd < bytes.endIndex, bytes[pathEnd] == 0x3F {
            let rest = bytes[(pathEnd + 1)...]
            query = String(decoding: rest[..<(rest.firstIndex(of: 0x23) ?? rest.endIndex)], as: UTF8.self)
        } else {
            query = ""
        }
    }

    /// Where the path of an absolute target begins; its server part must be well formed.
    private static func pathStart(in bytes: UnsafeRawBufferPointer.SubSequence) throws(RequestParseError) -> Int {
        guard let colon = bytes.firstIndex(where: { !$0.isIn(.letter) }), bytes[colon...].starts(with: "://".utf8), colon > bytes.startIndex
        else { throw .invalidTarget }
        let server = bytes[(colon + 3)...]
        guard let end = server.firstIndex(where: { $0 == 0x2F || $0 == 0x3F }), server[end] == 0x2F else { throw .invalidTarget }
        guard isServer(server[..<end]) else { throw .invalidTarget }
        return end
    }

    /// Whether the bytes are `[userinfo@]host[:port]` in the grammar of http_parser 2.9.
    private static func isServer(_ bytes: UnsafeRawBufferPointer.SubSequence) -> Bool {
        var host = bytes
        if let at = bytes.firstIndex(of: 0x40) {
            guard bytes[..<at].allSatisfy(isUserInfo) else { return false }
            host = bytes[(at + 1)...]
        }
        guard let first = host.first else { return false }
        guard first == 0x5B else {
            let end = host.firstIndex { !isHostByte($0) } ?? host.endIndex
            return end > host.startIndex && isPort(host[end...])
        }
        guard let close = host.firstIndex(of: 0x5D) else { return false }
        return isIPv6(host[(host.startIndex + 1)..<close]) && isPort(host[(close + 1)...])
    }

    private static func isUserInfo(_ byte: UInt8) -> Bool { byte.isIn(.server) && byte != 0x5B && byte != 0x5D }

    private static func isHostByte(_ byte: UInt8) -> Bool { byte.isIn(.alphanumeric) || byte == 0x2E || byte == 0x2D }

    private static func isIPv6(_ bytes: UnsafeRawBufferPointer.SubSequence) -> Bool {
        let zone = bytes.firstIndex(of: 0x25) ?? bytes.endIndex
        let address = bytes[..<zone]
        guard !address.isEmpty, address.allSatisfy({ $0.hexDigitValue != nil || $0 == 0x3A || $0 == 0x2E }) else { return false }
        guard zone < bytes.endIndex else { return true }
        let name = bytes[(zone + 1)...]
        return !name.isEmpty && name.allSatisfy { $0.isIn(.alphanumeric) || "%.-_~".utf8.contains($0) }
    }

    private static func isPort(_ bytes: UnsafeRawBufferPointer.SubSequence) -> Bool {
        guard let first = bytes.first else { return true }
        let digits = bytes.dropFirst()
        guard first == 0x3A, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        var port = 0
        for digit in digits {
            port = port * 10 + Int(digit - 0x30)
            if port > 65_535 { return false }
        }
        return true
    }
}
