extension TextEditor {
    /// Moves the cursor; with Shift the selection grows.
    mutating func handleMovement(_ event: InputEvent, page: Int) -> Outcome {
        guard case .key(let key, let modifiers) = event else { return .ignored }
        let isSelecting = modifiers.contains(.shift)
        if let step = lineStep(key, modifiers, page: page) {
            let wanted = wantedColumn
            move(to: Position(line: cursor.line + step, column: clampedColumn(wanted, line: cursor.line + step)), isSelecting: isSelecting)
            wantedColumn = wanted
            return .moved
        }
        guard let target = target(of: key, modifiers) else { return .ignored }
        move(to: target, isSelecting: isSelecting)
        return .moved
    }

    private func lineStep(_ key: Key, _ modifiers: Modifiers, page: Int) -> Int? {
        guard modifiers.isSubset(of: .shift) else { return nil }
        return switch key {
        case .up: -1
        case .down: 1
        case .pageUp: -max(1, page - 1)
        case .pageDown: max(1, page - 1)
        default: nil
        }
    }

    /// Above the first line is its beginning, below the last its end.
    private func clampedColumn(_ column: Int, line: Int) -> Int { line < 0 ? 0 : line >= lines.count ? Int.max : column }

    private func target(of key: Key, _ modifiers: Modifiers) -> Position? {
        let isFar = modifiers.contains(.ctrl) || modifiers.contains(.alt)
        switch (key, modifiers) {
        case (.home, _) where isFar: return Position(line: 0, column: 0)
        case (.end, _) where isFar: return content.end
        case (.home, _), (.char("a"), .ctrl): return Position(line: cursor.line, column: smartHome)
        case (.end, _), (.char("e"), .ctrl): return Position(line: cursor.line, column: Int.max)
        case (.left, _):
            if anchor != nil, modifiers.isEmpty { return selection.lowerBound }
            return isFar ? wordStart : position(before: cursor)
        case (.right, _):
            if anchor != nil, modifiers.isEmpty { return selection.upperBound }
            return isFar ? wordEnd : position(after: cursor)
        default: return nil
        }
    }

    /// The first sign of the line, or its beginning where the cursor is there already.
    private var smartHome: Int {
        let indent = lines[cursor.line].prefix { $0 == " " || $0 == "\t" }.count
        return cursor.column == indent ? 0 : indent
    }

    /// The place one cluster back, over line ends.
    func position(before position: Position) -> Position {
        if position.column > 0 { return Position(line: position.line, column: position.column - 1) }
        guard position.line > 0 else { return position }
        return Position(line: position.line - 1, column: lines[position.line - 1].count)
    }

    /// The place one cluster on, over line ends.
    func position(after position: Position) -> Position {
        if position.column < lines[position.line].count { return Position(line: position.line, column: position.column + 1) }
        guard position.line + 1 < lines.count else { return position }
        return Position(line: position.line + 1, column: 0)
    }

    /// Where the word before the cursor begins; at the beginning of a line the end of the line before.
    var wordStart: Position {
        if cursor.column == 0 { return position(before: cursor) }
        return Position(line: cursor.line, column: WordBoundary.start(in: Array(lines[cursor.line]), before: cursor.column))
    }

    /// Where the word behind the cursor ends; at the end of a line the beginning of the next.
    var wordEnd: Position {
        if cursor.column == lines[cursor.line].count { return position(after: cursor) }
        return Position(line: cursor.line, column: WordBoundary.end(in: Array(lines[cursor.line]), after: cursor.column))
    }

    /// Selects the word at the cursor, as a double click does.
    public mutating func selectWord() {
        let word = WordBoundary.word(in: Array(lines[cursor.line]), at: cursor.column)
        move(to: Position(line: cursor.line, column: word.lowerBound))
        move(to: Position(line: cursor.line, column: word.upperBound), isSelecting: true)
    }
}
