/// The encodings that the playground knows, by Python's names and aliases.
public enum TextCodec: String, Sendable {
    case utf8 = "utf-8"
    case utf8WithSignature = "utf-8-sig"
    case ascii = "ascii"
    case latin1 = "latin-1"
    case windows1252 = "charmap"
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16-le"
    case utf16BigEndian = "utf-16-be"
    case utf32 = "utf-32"
    case utf32LittleEndian = "utf-32-le"
    case utf32BigEndian = "utf-32-be"

    /// The encoding of that name, whatever its case and separators, or nil.
    public init?(name: String) {
        let plain = name.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : CaseMapping.lowerASCII($0) }
        switch String(decoding: plain, as: UTF8.self) {
        case "utf_8", "utf8", "u8", "utf", "cp65001", "utf8_ucs2", "utf8_ucs4": self = .utf8
        case "utf_8_sig", "utf8_sig": self = .utf8WithSignature
        case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "iso646_us", "us": self = .ascii
        case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "latin", "l1": self = .latin1
        case "cp1252", "1252", "windows_1252": self = .windows1252
        case "utf_16", "utf16", "u16": self = .utf16
        case "utf_16_le", "utf_16le", "unicodelittleunmarked": self = .utf16LittleEndian
        case "utf_16_be", "utf_16be", "unicodebigunmarked": self = .utf16BigEndian
        case "utf_32", "utf32", "u32": self = .utf32
        case "utf_32_le", "utf_32le": self = .utf32LittleEndian
        case "utf_32_be", "utf_32be": self = .utf32BigEndian
        default: return nil
        }
    }

    /// The name in errors.
    var errorName: String { self == .utf8WithSignature ? "utf-8" : rawValue }

    /// Whether ASCII is encoded as itself.
    var extendsASCII: Bool { wide == nil }

    /// Why a text or bytes could not be converted: a range of code points or bytes, and CPython's reason.
    struct Failure: Equatable {
        var start: Int
        var end: Int
        var reason: String
    }
}

/// What is done about what an encoding cannot say, by Python's names.
enum CodecErrorHandler: String {
    case strict, ignore, replace, backslashreplace, surrogateescape, surrogatepass, xmlcharrefreplace, namereplace
}

extension Machine {
    /// The encoding of that name; raises LookupError for others.
    func codec(_ name: PyStr) throws -> TextCodec {
        if name.withUTF8({ $0.elementsEqual("utf-8".utf8) }) { return .utf8 }
        guard let codec = TextCodec(name: name.string) else { throw error("LookupError", "unknown encoding: \(name.string)") }
        return codec
    }

    /// The error handler of that name; raises LookupError for others.
    func codecErrorHandler(_ name: PyStr) throws -> CodecErrorHandler {
        guard let handler = CodecErrorHandler(rawValue: name.string) else {
            throw error("LookupError", "unknown error handler name '\(name.string)'")
        }
        return handler
    }
}
