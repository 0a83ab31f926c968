/// The encodings that the playground knows.
public enum TextCodec: Equatable, Sendable {
    case utf8, utf8WithSignature, ascii, latin1
    case utf16, utf16LittleEndian, utf16BigEndian
    case utf32, utf32LittleEndian, utf32BigEndian
    case unicodeEscape, rawUnicodeEscape
    case bytes(ByteEncoding)

    /// The encoding of that name, whatever its case and separators, or nil.
    public init?(name: String) {
        let plain = Self.plain(name)
        switch plain {
        case "utf_8", "utf8", "u8", "utf", "cp65001", "utf8_ucs2", "utf8_ucs4": self = .utf8
        case "utf_8_sig", "utf8_sig": self = .utf8WithSignature
        case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "iso646_us", "us": self = .ascii
        case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "latin", "l1": self = .latin1
        case "utf_16", "utf16", "u16": self = .utf16
        case "utf_16_le", "utf_16le", "unicodelittleunmarked": self = .utf16LittleEndian
        case "utf_16_be", "utf_16be", "unicodebigunmarked": self = .utf16BigEndian
        case "utf_32", "utf32", "u32": self = .utf32
        case "utf_32_le", "utf_32le": self = .utf32LittleEndian
        case "utf_32_be", "utf_32be": self = .utf32BigEndian
        case "unicode_escape", "unicodeescape": self = .unicodeEscape
        case "raw_unicode_escape", "rawunicodeescape": self = .rawUnicodeEscape
        default:
            guard let encoding = ByteEncoding(plainName: plain) else { return nil }
            self = .bytes(encoding)
        }
    }

    /// A name as codecs are looked up: in lower case, with underscores between its parts.
    static func plain(_ name: String) -> String {
        let bytes = name.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : CaseMapping.lowerASCII($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The name that `codecs.lookup()` tells.
    var name: String {
        switch self {
        case .utf8: "utf-8"
        case .utf8WithSignature: "utf-8-sig"
        case .ascii: "ascii"
        case .latin1: "iso8859-1"
        case .utf16: "utf-16"
        case .utf16LittleEndian: "utf-16-le"
        case .utf16BigEndian: "utf-16-be"
        case .utf32: "utf-32"
        case .utf32LittleEndian: "utf-32-le"
        case .utf32BigEndian: "utf-32-be"
        case .unicodeEscape: "unicode-escape"
        case .rawUnicodeEscape: "raw-unicode-escape"
        case .bytes(let encoding): encoding.rawValue
        }
    }

    /// The name in errors.
    var errorName: String {
        switch self {
        case .utf8WithSignature: "utf-8"
        case .latin1: "latin-1"
        case .unicodeEscape: "unicodeescape"
        case .rawUnicodeEscape: "rawunicodeescape"
        case .bytes: "charmap"
        default: name
        }
    }

    /// Whether ASCII is encoded as itself.
    var extendsASCII: Bool { wide == nil && self != .unicodeEscape && self != .rawUnicodeEscape }

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
    /// The codecs that turn bytes into bytes, or text into text.
    private static let otherCodecs: Set<String> = [
        "hex", "hex_codec", "base64", "base_64", "base64_codec", "rot13", "rot_13", "zip", "zlib", "zlib_codec", "bz2", "bz2_codec",
        "uu", "uu_codec", "quopri", "quopri_codec", "quoted_printable",
    ]

    /// The encoding of that name; raises LookupError for others. `function` is what `codecs` has for codecs that are no encodings.
    func codec(_ name: PyStr, for function: String) throws -> TextCodec {
        if name.withUTF8({ $0.elementsEqual("utf-8".utf8) }) { return .utf8 }
        if let codec = TextCodec(name: name.string) { return codec }
        if Self.otherCodecs.contains(TextCodec.plain(name.string)) {
            throw error("LookupError", "'\(name.string)' is not a text encoding; use codecs.\(function)() to handle arbitrary codecs")
        }
        throw error("LookupError", "unknown encoding: \(name.string)")
    }

    /// The error handler of that name; raises LookupError for others.
    func codecErrorHandler(_ name: PyStr) throws -> CodecErrorHandler {
        guard let handler = CodecErrorHandler(rawValue: name.string) else {
            throw error("LookupError", "unknown error handler name '\(name.string)'")
        }
        return handler
    }
}
