/// The encodings that the playground knows, by Python's names and aliases.
public enum TextCodec: String, Sendable {
    case utf8 = "utf-8"
    case utf8WithSignature = "utf-8-sig"
    case ascii = "ascii"
    case latin1 = "latin-1"

    /// The encoding of that name, whatever its case and separators, or nil.
    public init?(name: String) {
        let plain = name.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : CaseMapping.lowerASCII($0) }
        switch String(decoding: plain, as: UTF8.self) {
        case "utf_8", "utf8", "u8", "utf", "cp65001", "utf8_ucs2", "utf8_ucs4": self = .utf8
        case "utf_8_sig", "utf8_sig": self = .utf8WithSignature
        case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "iso646_us", "us": self = .ascii
        case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "latin", "l1": self = .latin1
        default: return nil
        }
    }

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
