/// What `re` knows of single code points: classes and case.
enum RegexCharacters {
    /// Whether `\d` takes a code point.
    static func isDigit(_ c: UInt32, ascii: Bool) -> Bool {
        if c < 128 { return c >= 0x30 && c <= 0x39 }
        return !ascii && Unicode.Scalar(c)?.properties.generalCategory == .decimalNumber
    }

    /// Whether `\s` takes a code point.
    static func isSpace(_ c: UInt32, ascii: Bool) -> Bool {
        if c < 128 { return c == 0x20 || (c >= 0x09 && c <= 0x0D) || (!ascii && c >= 0x1C && c <= 0x1F) }
        if ascii { return false }
        switch c {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
        default: return false
        }
    }

    /// Whether `\w` takes a code point.
    static func isWord(_ c: UInt32, ascii: Bool) -> Bool {
        if c < 128 { return (c >= 0x61 && c <= 0x7A) || (c >= 0x41 && c <= 0x5A) || (c >= 0x30 && c <= 0x39) || c == 0x5F }
        guard !ascii, let scalar = Unicode.Scalar(c) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return true
        default: return scalar.properties.numericType != nil
        }
    }

    /// The simple lower case of a code point.
    static func lower(_ c: UInt32, _ mode: RegexCase) -> UInt32 {
        if c < 128 { return mode != .exact && c >= 0x41 && c <= 0x5A ? c + 32 : c }
        guard mode == .unicode, let scalar = Unicode.Scalar(c) else { return c }
        // Where the full mapping has several code points, CPython takes the first.
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? c
    }

    /// Code points of different lower case that match each other nevertheless (CPython 3.11 `re/_casefix.py`).
    private static let equivalences: [[UInt32]] = [
        [0x69, 0x131], [0x73, 0x17F], [0xB5, 0x3BC], [0x345, 0x3B9, 0x1FBE], [0x390, 0x1FD3], [0x3B0, 0x1FE3], [0x3B2, 0x3D0],
        [0x3B5, 0x3F5], [0x3B8, 0x3D1], [0x3BA, 0x3F0], [0x3C0, 0x3D6], [0x3C1, 0x3F1], [0x3C2, 0x3C3], [0x3C6, 0x3D5],
        [0x432, 0x1C80], [0x434, 0x1C81], [0x43E, 0x1C82], [0x441, 0x1C83], [0x442, 0x1C84, 0x1C85], [0x44A, 0x1C86],
        [0x463, 0x1C87], [0x1C88, 0xA64B], [0x1E61, 0x1E9B], [0xFB05, 0xFB06],
    ]

    /// For each lower case the other code points that have it, where there are any outside of ASCII.
    private static let sources: [UInt32: [UInt32]] = {
        var made: [UInt32: [UInt32]] = [:]
        for range in [
            UInt32(0x80)...0x24FF, 0x2C00...0x2DFF, 0xA640...0xA7FF, 0xAB30...0xABBF, 0xFF21...0xFF5A, 0x10400...0x10CFF, 0x118A0...0x118DF,
            0x16E40...0x16E7F, 0x1E900...0x1E943,
        ] {
            for c in range {
                let low = lower(c, .unicode)
                if low != c { made[low, default: []].append(c) }
            }
        }
        return made
    }()

    /// All code points that match `c` where case is ignored, `c` itself included.
    static func variants(_ c: UInt32, _ mode: RegexCase) -> [UInt32] {
        guard mode != .exact else { return [c] }
        let low = lower(c, mode)
        if mode == .ascii { return low >= 0x61 && low <= 0x7A && low < 128 ? [low, low - 32] : [c] }
        var found: [UInt32] = [c]
        for root in equivalences.first(where: { $0.contains(low) }) ?? [low] {
            let upper = root >= 0x61 && root <= 0x7A ? [root - 32] : []
            for candidate in [root] + upper + (sources[root] ?? []) where !found.contains(candidate) { found.append(candidate) }
        }
        return found
    }
}
