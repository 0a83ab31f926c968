/// Which bytes uvicorn lets go out in a header (uvicorn 0.54.0 protocols/http/httptools_impl.py `HEADER_RE`, `HEADER_VALUE_RE`).
extension UInt8 {
    /// Whether a header's name may hold the byte.
    @inlinable public var isAllowedInHeaderName: Bool {
        switch self {
        case 0...0x20, 0x7F: false
        case 0x22, 0x28, 0x29, 0x2C, 0x3A...0x3E, 0x40, 0x5B...0x5D, 0x7B, 0x7D: false
        default: true
        }
    }

    /// Whether a header's value may hold the byte.
    @inlinable public var isAllowedInHeaderValue: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }
}
