/// The module `html`.
enum HTMLModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "html")
        module.function(machine, "escape", "s, quote=True") { machine, a in
            guard let text = a[0].asStr else {
                throw machine.error("AttributeError", "'\(machine.typeName(a[0]))' object has no attribute 'replace'")
            }
            let quotes = try machine.isTrue(a[1])
            var made: [UInt8] = []
            for byte in text.utf8 {
                switch byte {
                case 0x26: made += Array("&amp;".utf8)
                case 0x3C: made += Array("&lt;".utf8)
                case 0x3E: made += Array("&gt;".utf8)
                case 0x22 where quotes: made += Array("&quot;".utf8)
                case 0x27 where quotes: made += Array("&#x27;".utf8)
                default: made.append(byte)
                }
            }
            return .str(PyStr(utf8: made))
        }
        module.function(machine, "unescape", "s") { machine, a in
            guard let text = a[0].asStr else {
                guard try machine.contains(a[0], "&") else { return a[0] }
                throw machine.error("TypeError", "expected string or bytes-like object, got '\(machine.typeName(a[0]))'")
            }
            return .points(unescape(text.points))
        }
        return module
    }

    /// A text with character references replaced; those that are unknown stay.
    static func unescape(_ c: [UInt32]) -> [UInt32] {
        var made: [UInt32] = []
        var index = 0
        while index < c.count {
            if c[index] == 0x26, let (points, end) = reference(c, index + 1) {
                made += points
                index = end
            } else {
                made.append(c[index])
                index += 1
            }
        }
        return made
    }

    private static func reference(_ c: [UInt32], _ start: Int) -> ([UInt32], Int)? {
        guard start < c.count else { return nil }
        if c[start] == 0x23 { return numeric(c, start + 1) }
        var end = start
        while end < c.count, end - start < 32, RegexCharacters.isWord(c[end], ascii: true), c[end] != 0x5F { end += 1 }
        let isClosed = end < c.count && c[end] == 0x3B
        var length = end - start
        while length > 0 {
            let name = CodePoints.string(c[start..<start + length])
            let isWhole = length == end - start
            if isWhole, isClosed, let points = HTMLEntities.named[name] { return (points, end + 1) }
            if HTMLEntities.withoutSemicolon.contains(name), let points = HTMLEntities.named[name] { return (points, start + length) }
            length -= 1
        }
        return nil
    }

    private static func numeric(_ c: [UInt32], _ start: Int) -> ([UInt32], Int)? {
        var index = start
        let isHexadecimal = index < c.count && (c[index] | 0x20) == 0x78
        if isHexadecimal { index += 1 }
        var value: UInt32 = 0
        let first = index
        while index < c.count, let digit = RegexParser.hexadecimalValue(c[index]), isHexadecimal || digit < 10 {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < c.count, c[index] == 0x3B { index += 1 }
        return (character(value), index)
    }

    private static func character(_ value: UInt32) -> [UInt32] {
        if value == 0 || value > 0x10FFFF || (0xD800...0xDFFF).contains(value) { return [0xFFFD] }
        if (0x80...0x9F).contains(value) { return [HTMLEntities.windows[Int(value - 0x80)]] }
        let isInvalid =
            (value < 0x20 && ![9, 10, 12, 13].contains(value)) || value == 0x7F || value & 0xFFFE == 0xFFFE
            || (0xFDD0...0xFDEF).contains(value)
        if value == 13 { return [13] }
        return isInvalid ? [] : [value]
    }
}
