/// Finds a text in lines. Without a capital letter in what is searched, capitals do not matter.
public enum TextSearch {
    /// Where a line holds the text, as columns; matches do not overlap.
    public static func matches(of needle: String, in line: String) -> [Range<Int>] {
        let isExact = needle.contains(where: \.isUppercase)
        let wanted = isExact ? Array(needle) : fold(needle)
        let characters = isExact ? Array(line) : fold(line)
        guard !wanted.isEmpty, wanted.count <= characters.count else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index + wanted.count <= characters.count {
            if characters[index] == wanted[0], characters[index..<(index + wanted.count)].elementsEqual(wanted) {
                found.append(index..<(index + wanted.count))
                index += wanted.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// Clusters in lower case, one for one so that columns stay.
    private static func fold(_ text: String) -> [Character] {
        text.map { character in
            let lower = character.lowercased()
            return lower.count == 1 ? lower.first ?? character : character
        }
    }

    /// The next match from a place on, or back from it, going around the ends of the text.
    public static func next(_ needle: String, in lines: [String], from place: TextPosition, backwards: Bool = false) -> Range<TextPosition>?
    {
        guard !lines.isEmpty, !needle.isEmpty else { return nil }
        let start = max(0, min(place.line, lines.count - 1))
        for offset in 0...lines.count {
            let line = ((start + (backwards ? -offset : offset)) % lines.count + lines.count) % lines.count
            var found = matches(of: needle, in: lines[line])
            if offset == 0 { found = found.filter { backwards ? $0.upperBound <= place.column : $0.lowerBound >= place.column } }
            guard let match = backwards ? found.last : found.first else { continue }
            return TextPosition(line: line, column: match.lowerBound)..<TextPosition(line: line, column: match.upperBound)
        }
        return nil
    }
}
