/// One line of text that is edited; positions count grapheme clusters.
public struct TextField: Sendable, Hashable {
    /// The text's clusters.
    public private(set) var characters: [Character]
    /// The cluster before which the cursor stands.
    public private(set) var cursor: Int
    /// The other end of the selection; nil where nothing is selected.
    public private(set) var anchor: Int?
    private var past: [State] = []
    private var future: [State] = []
    private var isTyping = false

    private struct State: Sendable, Hashable {
        var characters: [Character]
        var cursor: Int
    }

    /// A field with the cursor at the end.
    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    /// The text; setting it keeps the cursor as far as there is text, and can be undone.
    public var text: String {
        get { String(characters) }
        set {
            guard newValue != text else { return }
            remember(typing: false)
            characters = Array(newValue)
            cursor = min(cursor, characters.count)
            anchor = nil
        }
    }

    /// The selected clusters.
    public var selection: Range<Int> { anchor.map { min($0, cursor)..<max($0, cursor) } ?? cursor..<cursor }

    /// The selected text.
    public var selectedText: String { String(characters[selection]) }

    /// Changes the text by a key or paste; false where the event is not for a text field.
    public mutating func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .paste(let text):
            remember(typing: false)
            insert(text.map { $0.isNewline ? " " : $0 })
        case .key(.char(let character), let modifiers) where modifiers.isSubset(of: .shift):
            remember(typing: true)
            insert([character])
        case .key(.backspace, let modifiers): delete(to: modifiers.isEmpty ? cursor - 1 : wordStart)
        case .key(.delete, let modifiers): delete(to: modifiers.isEmpty ? cursor + 1 : wordEnd)
        case .key(.char("u"), .ctrl): delete(to: 0)
        case .key(.char("k"), .ctrl): delete(to: characters.count)
        case .key(.char("w"), .ctrl): delete(to: wordStart)
        case .key(.char("z"), .ctrl): undo()
        case .key(.char("y"), .ctrl): redo()
        case .key(let key, let modifiers):
            guard let target = target(of: key, modifiers) else { return false }
            move(to: target, isSelecting: modifiers.contains(.shift))
        default: return false
        }
        return true
    }

    /// Where a key leads that moves the cursor.
    private func target(of key: Key, _ modifiers: Modifiers) -> Int? {
        let isWord = modifiers.contains(.ctrl) || modifiers.contains(.alt)
        switch (key, modifiers) {
        case (.char("a"), .ctrl), (.home, _): return 0
        case (.char("e"), .ctrl), (.end, _): return characters.count
        case (.char("b"), .alt): return wordStart
        case (.char("f"), .alt): return wordEnd
        case (.left, _): return isWord ? wordStart : anchor != nil && !modifiers.contains(.shift) ? selection.lowerBound : cursor - 1
        case (.right, _): return isWord ? wordEnd : anchor != nil && !modifiers.contains(.shift) ? selection.upperBound : cursor + 1
        default: return nil
        }
    }

    /// Puts the cursor before a cluster, or the nearest there is.
    public mutating func move(to position: Int, isSelecting: Bool = false) {
        anchor = isSelecting ? anchor ?? cursor : nil
        cursor = max(0, min(position, characters.count))
        if anchor == cursor { anchor = nil }
        isTyping = false
    }

    // MARK: Changes

    private mutating func insert(_ new: [Character]) {
        let range = selection
        characters.replaceSubrange(range, with: new)
        // Clusters may join with what stands beside them; the text decides anew.
        let behind = characters.count - range.lowerBound - new.count
        characters = Array(String(characters))
        cursor = max(0, characters.count - behind)
        anchor = nil
    }

    private mutating func delete(to position: Int) {
        let end = max(0, min(position, characters.count))
        let range = anchor == nil ? min(end, cursor)..<max(end, cursor) : selection
        guard !range.isEmpty else { return }
        remember(typing: false)
        characters.removeSubrange(range)
        cursor = range.lowerBound
        anchor = nil
    }

    private mutating func remember(typing: Bool) {
        defer { isTyping = typing }
        if typing, isTyping, anchor == nil { return }
        past.append(State(characters: characters, cursor: cursor))
        if past.count > 100 { past.removeFirst() }
        future = []
    }

    /// Takes the last change back; typing counts as one change.
    public mutating func undo() {
        guard let state = past.popLast() else { return }
        future.append(State(characters: characters, cursor: cursor))
        restore(state)
    }

    /// Makes the last change again that was taken back.
    public mutating func redo() {
        guard let state = future.popLast() else { return }
        past.append(State(characters: characters, cursor: cursor))
        restore(state)
    }

    private mutating func restore(_ state: State) {
        characters = state.characters
        cursor = state.cursor
        anchor = nil
        isTyping = false
    }

    private var wordStart: Int { WordBoundary.start(in: characters, before: cursor) }
    private var wordEnd: Int { WordBoundary.end(in: characters, after: cursor) }

    // MARK: Drawing

    /// The first cluster that is shown so that the cursor is seen in `width` cells.
    private func firstShown(width: Int) -> Int {
        var start = cursor, used = 1
        while start > 0 {
            used += CharacterWidth.of(characters[start - 1])
            if used > width { break }
            start -= 1
        }
        return start
    }

    /// The cluster that is shown at a cell, counted from the field's left, for clicks.
    public func position(atColumn column: Int, width: Int) -> Int {
        var used = 0
        for index in firstShown(width: width)..<characters.count {
            used += CharacterWidth.of(characters[index])
            if column < used { return index }
        }
        return characters.count
    }

    /// Draws the field with its cursor in view; `ghost` is drawn dim behind the text, as a completion that may be taken.
    public func draw(into grid: inout Grid, x: Int, y: Int, width: Int, style: Style, isFocused: Bool, ghost: String = "") {
        guard width > 0 else { return }
        let area = Rect(x: x, y: y, width: width, height: 1)
        let start = firstShown(width: width)
        grid.fill(area, style: style)
        grid.clipped(to: area) { grid in
            var used = 0
            var cursorCell = (at: 0, width: 1)
            for index in start..<characters.count where used < width {
                let isSelected = isFocused && selection.contains(index)
                let size = grid.draw(String(characters[index]), x: x + used, y: y, style: isSelected ? style.with(.reverse) : style)
                if index == cursor { cursorCell = (used, max(1, size)) }
                used += size
            }
            if cursor == characters.count { cursorCell = (used, 1) }
            if !ghost.isEmpty, isFocused { grid.draw(ghost, x: x + used, y: y, style: style.with([.dim, .italic])) }
            guard isFocused else { return }
            grid.restyle(Rect(x: x + cursorCell.at, y: y, width: cursorCell.width, height: 1)) {
                $0.attributes.formSymmetricDifference(.reverse)
            }
        }
    }
}
