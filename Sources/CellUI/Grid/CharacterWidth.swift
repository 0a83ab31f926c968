/// How many cells a character takes, by a table of our own, so that it does not depend on the process's locale.
///
/// Source of truth: what glibc's `wcwidth`, ncurses and tmux agree on; where modern terminals differ (selectors, joiners, skin tones),
/// `DrawableText` drops what they differ about before anything is drawn.
public enum CharacterWidth {
    /// The cells of one grapheme cluster as it is drawn; control characters count as the signs that stand for them.
    public static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
        return of(String(character))
    }

    /// The cells of a text as it is drawn.
    public static func of(_ text: String) -> Int {
        var text = text
        let isPlain = text.withUTF8 { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
        return isPlain ? text.utf8.count : DrawableText.pieces(text).reduce(0) { $0 + $1.width }
    }

    /// The cells of one scalar by itself: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
        if contains(CharacterWidthTable.wide, value) { return 2 }
        return contains(CharacterWidthTable.zero, value) ? 0 : 1
    }

    /// Whether one of the pairs of first and last holds the value.
    private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
        var low = 0, high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < ranges.count && ranges[2 * low] <= value
    }
}
