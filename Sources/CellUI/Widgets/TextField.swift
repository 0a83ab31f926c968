/// One line of text that is edited; positions count grapheme clusters.
public struct TextField: Sendable, Hashable {
    public private(set) var characters: [Character]
    public private(set) var cursor: Int

    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    public var text: String {
        get { String(characters) }
        set {
            characters = Array(newValue)
            cursor = min(cursor, characters.count)
        }
    }

    /// Changes the text by a key or paste; false where the event is not for a text field.
    public mutating func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .paste(let text): insert(text.map { $0.isNewline ? " " : $0 })
        case .key(.char(let character), let modifiers) where modifiers.isSubset(of: .shift): insert([character])
        case .key(.char("a"), .ctrl), .key(.home, _): cursor = 0
        case .key(.char("e"), .ctrl), .key(.end, _): cursor = characters.count
        case .key(.char("u"), .ctrl):
            characters.removeFirst(cursor)
            cursor = 0
        case .key(.char("k"), .ctrl): characters.removeLast(characters.count - cursor)
        case .key(.char("w"), .ctrl): deleteWord()
        case .key(.left, .ctrl), .key(.left, .alt): cursor = wordStart
        case .key(.right, .ctrl), .key(.right, .alt): cursor = wordEnd
        case .key(.left, _): cursor = max(0, cursor - 1)
        case .key(.right, _): cursor = min(characters.count, cursor + 1)
        case .key(.backspace, _):
            guard cursor > 0 else { return true }
            characters.remove(at: cursor - 1)
            cursor -= 1
        case .key(.delete, _):
            if cursor < characters.count { characters.remove(at: cursor) }
        default: return false
        }
        return true
    }

    private mutating func insert(_ new: [Character]) {
        characters.insert(contentsOf: new, at: cursor)
        cursor += new.count
        // A combining mark joins the character before it.
        let joined = Array(String(characters))
        if joined.count != characters.count {
            cursor = Array(String(characters[..<cursor])).count
            characters = joined
        }
    }

    private mutating func deleteWord() {
        let start = wordStart
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }

    /// Draws the text so that the cursor is seen; with focus the cell under the cursor is reversed.
    public func draw(into grid: inout Grid, x: Int, y: Int, width: Int, style: Style, isFocused: Bool) {
        guard width > 0 else { return }
        var start = 0
        while CharacterWidth.of(String(characters[start..<cursor])) >= width { start += 1 }
        grid.fill(Rect(x: x, y: y, width: width, height: 1), style: style)
        var used = 0
        for character in characters[start...] {
            let size = max(1, CharacterWidth.of(String(character)))
            if used + size > width { break }
            grid.draw(String(character), x: x + used, y: y, limit: width - used, style: style)
            used += size
        }
        if isFocused {
            let at = CharacterWidth.of(String(characters[start..<cursor]))
            grid.restyle(Rect(x: x + at, y: y, width: 1, height: 1)) { $0.attributes.formSymmetricDifference(.reverse) }
        }
    }
}
