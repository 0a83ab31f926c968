/// Makes any text safe and plain to draw: control characters become pictures, clusters lose what terminals disagree about.
public enum DrawableText {
    /// What one cell (or two) shows.
    public struct Piece: Sendable, Hashable {
        /// A base with its combining marks, or a flag.
        public let character: Character
        /// 1 or 2.
        public let width: Int
    }

    /// The most scalars that a cell of ncurses takes (`CCHARW_MAX`).
    public static let scalarsInCell = 5

    /// The cells to draw, in order.
    ///
    /// Joined emoji show their first, selectors and skin tones are dropped, a flag is one piece of width 2, and every scalar with a width
    /// of its own begins a piece.
    public static func pieces(_ text: String) -> [Piece] {
        var text = text
        if let plain = text.withUTF8(plainPieces) { return plain }
        var result: [Piece] = []
        result.reserveCapacity(text.utf8.count)
        for character in text {
            if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
                result.append(ascii < 0x7F ? asciiPieces[Int(ascii) - 0x20] : Piece(character: character, width: 1))
            } else {
                append(character, to: &result)
            }
        }
        return result
    }

    private static let asciiPieces = (UInt8(0x20)..<0x7F).map { Piece(character: Character(Unicode.Scalar($0)), width: 1) }

    /// The pieces of printable ASCII; nil where there is anything else.
    private static func plainPieces(_ bytes: UnsafeBufferPointer<UInt8>) -> [Piece]? {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        let table = asciiPieces
        return bytes.map { table[Int($0) - 0x20] }
    }

    private static func append(_ character: Character, to result: inout [Piece]) {
        if character == "\t" {
            for _ in 0..<4 { result.append(asciiPieces[0]) }
            return
        }
        var kept = String.UnicodeScalarView()
        var width = 0
        var isJoined = false
        func flush() {
            if !kept.isEmpty { result.append(Piece(character: Character(String(kept)), width: width)) }
            kept = String.UnicodeScalarView()
        }
        for scalar in character.unicodeScalars {
            if let picture = picture(of: scalar) {
                flush()
                result += picture.map { Piece(character: $0, width: 1) }
                continue
            }
            let own = CharacterWidth.of(scalar)
            if own == 0 {
                if scalar.value == joiner { isJoined = true }
                if !kept.isEmpty, kept.count < scalarsInCell, !isInvisible(scalar) { kept.append(scalar) }
            } else if !kept.isEmpty, isJoined || isSkinTone(scalar) {
                isJoined = false
            } else if kept.count == 1, let first = kept.first, isRegionalIndicator(first), isRegionalIndicator(scalar) {
                kept.append(scalar)
                width = 2
            } else {
                flush()
                kept.append(scalar)
                width = own
            }
        }
        flush()
    }

    private static let joiner: UInt32 = 0x200D

    /// Joiners, variation selectors and tags change a glyph but are drawn differently, or not at all, by different terminals.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case joiner, 0xFE00...0xFE0F, 0xE0000...0xE01EF: true
        default: false
        }
    }

    private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

    /// Whether two of these make a flag.
    public static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    /// What stands for a scalar that could steer the terminal, turn the direction of text, or hide.
    private static func picture(of scalar: Unicode.Scalar) -> [Character]? {
        switch scalar.value {
        case 0..<0x20: return [Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "?"]
        case 0x7F: return ["␡"]
        case 0x80..<0xA0: return Array("\\x" + String(scalar.value, radix: 16, uppercase: true))
        case 0x200B, 0x200C, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
            return Array("\\u" + String(scalar.value, radix: 16, uppercase: true))
        default: return nil
        }
    }
}
