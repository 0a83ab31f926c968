/// Finds the letters of what was typed in a name, in their order, and says how well they fit.
public struct FuzzyMatch: Sendable, Hashable {
    /// Higher is better.
    public let score: Int
    /// The clusters of the name that were hit.
    public let positions: [Int]

    /// The best way to find the letters; nil where the name does not hold them in order. Capitals and blanks do not matter.
    ///
    /// Letters at the beginnings of words and letters in a row count most; what is skipped before the first costs a little.
    public init?(_ typed: String, in name: String) {
        let wanted = typed.lowercased().filter { !$0.isWhitespace }
        guard !wanted.isEmpty else {
            self.init(score: 0, positions: [])
            return
        }
        let original = Array(name)
        let letters = original.map { Character(String($0.lowercased().first ?? $0)) }
        guard let best = Self.best(Array(wanted), letters, original) else { return nil }
        self = best
    }

    private init(score: Int, positions: [Int]) {
        self.score = score
        self.positions = positions
    }

    /// Dynamic programming over (letter, place): the best score with that letter at that place.
    private static func best(_ wanted: [Character], _ letters: [Character], _ original: [Character]) -> FuzzyMatch? {
        guard wanted.count <= letters.count else { return nil }
        var scores = [[Int?]](repeating: [Int?](repeating: nil, count: letters.count), count: wanted.count)
        var previous = [[Int]](repeating: [Int](repeating: -1, count: letters.count), count: wanted.count)
        for (row, letter) in wanted.enumerated() {
            for place in row..<letters.count where letters[place] == letter {
                let own = isWordStart(original, place) ? 8 : 1
                if row == 0 {
                    scores[row][place] = own - min(place, 5) + (place == 0 ? 4 : 0)
                    continue
                }
                for before in (row - 1)..<place {
                    guard let reached = scores[row - 1][before] else { continue }
                    let score = reached + own + (before == place - 1 ? 6 : 0)
                    if scores[row][place].map({ score > $0 }) ?? true {
                        scores[row][place] = score
                        previous[row][place] = before
                    }
                }
            }
        }
        return trace(scores, previous)
    }

    private static func trace(_ scores: [[Int?]], _ previous: [[Int]]) -> FuzzyMatch? {
        guard let last = scores.last else { return nil }
        var end: (place: Int, score: Int)?
        for (place, score) in last.enumerated() {
            if let score, end.map({ score > $0.score }) ?? true { end = (place, score) }
        }
        guard let end else { return nil }
        var positions = [end.place]
        for row in stride(from: scores.count - 1, to: 0, by: -1) { positions.insert(previous[row][positions[0]], at: 0) }
        return FuzzyMatch(score: end.score, positions: positions)
    }

    private static func isWordStart(_ characters: [Character], _ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = characters[place - 1]
        return !before.isLetter && !before.isNumber || before.isLowercase && characters[place].isUppercase
    }

    /// The items that fit, best first; those that fit equally well keep their order.
    public static func rank<Item>(_ items: [Item], by typed: String, name: (Item) -> String) -> [(item: Item, match: FuzzyMatch)] {
        let found = items.enumerated().compactMap { index, item in
            FuzzyMatch(typed, in: name(item)).map { (index: index, item: item, match: $0) }
        }
        return found.sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }.map { ($0.item, $0.match) }
    }
}
