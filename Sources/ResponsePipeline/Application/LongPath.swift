/// A long path against a pattern with several parameters, in time that grows with its length alone.
///
/// A backtracking expression tries every split, which a hostile path makes endless.
struct LongPath {
    /// From which length on it is worth its tables.
    static let least = 200

    private let path: [UInt8]
    private let pieces: [PathPattern.Piece]

    init(_ path: [UInt8], _ pieces: [PathPattern.Piece]) {
        self.path = path
        self.pieces = pieces
    }

    /// What the greedy expression finds: each parameter as long as the rest allows.
    var match: [(name: String, value: String, convertor: PathPattern.Convertor)]? {
        // For each place of the path, whether what is behind a piece matches from there; the end may have a line feed before it.
        var rest = [Bool](repeating: false, count: path.count + 1)
        rest[path.count] = true
        if path.last == 0x0A { rest[path.count - 1] = true }
        var ends: [[Int]] = []
        for piece in pieces.reversed() {
            switch piece {
            case .text(let text): rest = before(text, rest)
            case .parameter(_, let convertor):
                let chosen = longest(convertor, rest)
                rest = chosen.map { $0 >= 0 }
                ends.append(chosen)
            }
        }
        return rest[0] ? found(ends.reversed()) : nil
    }

    private func found(_ ends: [[Int]]) -> [(name: String, value: String, convertor: PathPattern.Convertor)] {
        var result: [(name: String, value: String, convertor: PathPattern.Convertor)] = []
        var place = 0
        for piece in pieces {
            switch piece {
            case .text(let text): place += text.count
            case .parameter(let name, let convertor):
                let end = ends[result.count][place]
                result.append((name, String(decoding: path[place..<end], as: UTF8.self), convertor))
                place = end
            }
        }
        return result
    }

    private func before(_ text: [UInt8], _ rest: [Bool]) -> [Bool] {
        (0...path.count).map { place in
            path.count - place >= text.count && rest[place + text.count] && path[place..<(place + text.count)].elementsEqual(text)
        }
    }

    /// The end of a parameter that starts at each place, the longest that lets the rest match; -1 where there is none.
    private func longest(_ convertor: PathPattern.Convertor, _ rest: [Bool]) -> [Int] {
        switch convertor {
        case .str: runs(rest, mayBeEmpty: false) { $0 != UInt8(ascii: "/") }
        case .path: runs(rest, mayBeEmpty: true) { $0 != 0x0A }
        case .int: runs(rest, mayBeEmpty: false) { $0 >= 0x30 && $0 <= 0x39 }
        case .float, .uuid:
            (0...path.count).map { place in
                // Such a value starts behind something else than a digit.
                if place > 0, path[place - 1] >= 0x30, path[place - 1] <= 0x39 { return -1 }
                return PathPattern.ends(path, place, convertor).first { rest[$0] } ?? -1
            }
        }
    }

    private func runs(_ rest: [Bool], mayBeEmpty: Bool, _ belongs: (UInt8) -> Bool) -> [Int] {
        var chosen = [Int](repeating: -1, count: path.count + 1)
        // The last place of the run where the rest matches.
        var last = -1
        for place in stride(from: path.count, through: 0, by: -1) {
            let isInside = place < path.count && belongs(path[place])
            if !isInside { last = -1 }
            chosen[place] = isInside ? last : -1
            if last < 0, rest[place] { last = place }
            if mayBeEmpty { chosen[place] = last }
        }
        return chosen
    }
}
