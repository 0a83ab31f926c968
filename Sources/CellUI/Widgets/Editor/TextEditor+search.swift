extension TextEditor {
    /// Selects the next place that holds the text, or the one before, around the ends; false where there is none.
    public mutating func find(_ needle: String, backwards: Bool = false) -> Bool {
        let place = backwards ? selection.lowerBound : selection.upperBound
        guard let match = TextSearch.next(needle, in: lines, from: place, backwards: backwards) else { return false }
        move(to: match.lowerBound)
        move(to: match.upperBound, isSelecting: true)
        return true
    }

    /// The bracket at the cursor, or just before it, and the one that belongs to it; nil where there is none.
    ///
    /// `isCode` says whether a place counts: brackets in strings and comments do not.
    public func matchingBrackets(isCode: (Position) -> Bool = { _ in true }) -> (at: Position, match: Position)? {
        let candidates = [cursor, Position(line: cursor.line, column: cursor.column - 1)]
        for place in candidates where place.column >= 0 && place.column < lines[place.line].count && isCode(place) {
            guard let bracket = lines[place.line].dropFirst(place.column).first, let pair = Self.pair(of: bracket) else { continue }
            return partner(of: place, pair, isOpening: bracket == pair.open, isCode).map { (place, $0) }
        }
        return nil
    }

    private static func pair(of bracket: Character) -> (open: Character, close: Character)? {
        [(open: Character("("), close: Character(")")), ("[", "]"), ("{", "}")].first { $0.open == bracket || $0.close == bracket }
    }

    private func partner(
        of place: Position, _ pair: (open: Character, close: Character), isOpening: Bool, _ isCode: (Position) -> Bool
    ) -> Position? {
        var depth = 0
        let order = isOpening ? Array(place.line..<lines.count) : Array((0...place.line).reversed())
        for line in order {
            let characters = Array(lines[line])
            let columns = isOpening ? Array(characters.indices) : characters.indices.reversed()
            for column in columns where characters[column] == pair.open || characters[column] == pair.close {
                let here = Position(line: line, column: column)
                if line == place.line, isOpening ? column < place.column : column > place.column { continue }
                guard isCode(here) else { continue }
                depth += (characters[column] == pair.open) == isOpening ? 1 : -1
                if depth == 0 { return here }
            }
        }
        return nil
    }
}
