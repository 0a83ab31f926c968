import Python

/// JSON text as `model_dump_json(indent=…)` lays it out.
enum JSONLayout {
    /// Compact without an indent, else one entry a line.
    static func bytes(_ plain: Value, indent: Int?, ensuresASCII: Bool = false, _ machine: Machine) throws -> [UInt8] {
        let compact = try JSONText.bytes(plain, machine)
        if let indent, indent < 0 { throw machine.error("OverflowError", "can't convert negative int to unsigned") }
        let text = try indent.map { try spread(compact, indent: $0, machine) } ?? compact
        return ensuresASCII ? escaped(text) : text
    }

    /// The same JSON with line breaks; texts stay as they are.
    private static func spread(_ bytes: [UInt8], indent: Int, _ machine: Machine) throws -> [UInt8] {
        var out: [UInt8] = []
        var depth = 0, isInText = false, isEscaped = false
        func newLine() throws {
            try machine.charge(bytes: indent, times: depth)
            out.append(0x0A)
            out += [UInt8](repeating: 0x20, count: depth * indent)
        }
        for (index, byte) in bytes.enumerated() {
            if isInText {
                out.append(byte)
                isInText = byte != UInt8(ascii: "\"") || isEscaped
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                out.append(byte)
                if next != byte + 2 {
                    depth += 1
                    try newLine()
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if index > 0, bytes[index - 1] != byte - 2 {
                    depth -= 1
                    try newLine()
                }
                out.append(byte)
            case UInt8(ascii: ","):
                out.append(byte)
                try newLine()
            case UInt8(ascii: ":"): out += [byte, 0x20]
            default:
                isInText = byte == UInt8(ascii: "\"")
                out.append(byte)
            }
        }
        return out
    }

    /// Non-ASCII characters as `\uXXXX`.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        var out = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                out.unicodeScalars.append(scalar)
            } else {
                for unit in UTF16.encode(scalar)?.map({ $0 }) ?? [] {
                    let digits = String(unit, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return Array(out.utf8)
    }
}
