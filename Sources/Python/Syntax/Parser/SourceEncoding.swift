/// Checks that the bytes of a file are text that the lexer can read.
enum SourceEncoding {
    /// The first byte that is not UTF-8, a null byte, or a declaration of another encoding.
    static func firstError(in source: SourceText) -> SyntaxError? {
        if let index = source.bytes.firstIndex(of: 0) {
            return SyntaxError("source code cannot contain null bytes", at: SourceRange(index, index + 1))
        }
        return unsupportedDeclaration(in: source) ?? invalidUTF8(in: source)
    }

    private static func invalidUTF8(in source: SourceText) -> SyntaxError? {
        var offset = 0
        let bytes = source.bytes
        while offset < bytes.count {
            if bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            guard let width = sequenceWidth(bytes, at: offset) else {
                let hex = String(bytes[offset], radix: 16)
                let line = source.line(at: offset)
                let message = "Non-UTF-8 code starting with '\\x\(hex)' on line \(line), but no encoding declared"
                return SyntaxError(message, at: SourceRange(offset, offset + 1))
            }
            offset += width
        }
        return nil
    }

    /// The length of the well-formed sequence at `offset`, or nil.
    private static func sequenceWidth(_ bytes: [UInt8], at offset: Int) -> Int? {
        let first = bytes[offset]
        let second: ClosedRange<UInt8>
        let width: Int
        switch first {
        case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
        case 0xE0: (width, second) = (3, 0xA0...0xBF)
        case 0xED: (width, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (width, second) = (3, 0x80...0xBF)
        case 0xF0: (width, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
        case 0xF4: (width, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard offset + width <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        return bytes[(offset + 2)..<max(offset + 2, offset + width)].allSatisfy { $0 & 0xC0 == 0x80 } ? width : nil
    }

    /// Finds `coding: name` in a comment of the first two lines (PEP 263) if the name is not UTF-8's or a subset's.
    private static func unsupportedDeclaration(in source: SourceText) -> SyntaxError? {
        for line in 1...min(2, source.lineCount) {
            let content = source.lineContent(line)
            let text = source.slice(content)
            let body = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
            guard body.first == 0x23 else {
                if body.isEmpty { continue }
                return nil
            }
            guard let name = declaredEncoding(String(decoding: body, as: UTF8.self)) else { continue }
            let normal = name.lowercased().replacing("_", with: "-")
            if normal == "utf-8" || normal.hasPrefix("utf-8-") || ["utf8", "ascii", "us-ascii"].contains(normal) { return nil }
            return SyntaxError("encoding problem: \(name); only UTF-8 can be read", at: content)
        }
        return nil
    }

    private static func declaredEncoding(_ comment: String) -> String? {
        guard let range = comment.firstRange(of: "coding") else { return nil }
        let rest = comment[range.upperBound...]
        guard let sign = rest.first, sign == ":" || sign == "=" else { return nil }
        let name = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_.".contains($0) }
        return name.isEmpty ? nil : String(name)
    }
}
