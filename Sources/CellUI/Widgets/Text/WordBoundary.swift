/// Where words begin and end: runs of letters, digits and underscores, or of other signs; blanks lie between.
enum WordBoundary {
    private enum Kind { case blank, word, sign }

    private static func kind(_ character: Character) -> Kind {
        if character.isWhitespace { return .blank }
        return character.isLetter || character.isNumber || character == "_" ? .word : .sign
    }

    /// The beginning of the word that ends at or before a place.
    static func start(in characters: [Character], before position: Int) -> Int {
        var index = position
        while index > 0, kind(characters[index - 1]) == .blank { index -= 1 }
        guard index > 0 else { return 0 }
        let own = kind(characters[index - 1])
        while index > 0, kind(characters[index - 1]) == own { index -= 1 }
        return index
    }

    /// The end of the word that begins at or behind a place.
    static func end(in characters: [Character], after position: Int) -> Int {
        var index = position
        while index < characters.count, kind(characters[index]) == .blank { index += 1 }
        guard index < characters.count else { return index }
        let own = kind(characters[index])
        while index < characters.count, kind(characters[index]) == own { index += 1 }
        return index
    }

    /// The word around a place; empty between words.
    static func word(in characters: [Character], at position: Int) -> Range<Int> {
        var start = position, end = position
        while start > 0, kind(characters[start - 1]) == .word { start -= 1 }
        while end < characters.count, kind(characters[end]) == .word { end += 1 }
        return start..<end
    }
}
