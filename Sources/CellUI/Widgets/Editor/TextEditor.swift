/// A text of many lines that is edited: cursor, selection, undo, search.
///
/// Positions are line and column in grapheme clusters, from 0. Each line keeps its own ending, so that CRLF survives.
public struct TextEditor: Sendable, Hashable {
    /// A place in the text.
    public typealias Position = TextPosition

    var content: TextLines
    /// Where the cursor stands.
    public internal(set) var cursor = Position(line: 0, column: 0)
    /// The other end of the selection; nil where nothing is selected.
    public internal(set) var anchor: Position?
    /// The column that moves up and down aim at.
    var wantedColumn = 0
    var history = EditHistory()
    /// The first line that was seen last, and the first cell of the lines.
    var top = 0, left = 0
    /// The cells of one level of indentation.
    public let indentation: Int

    /// A text with the cursor at its beginning.
    public init(text: String, indentation: Int = 4) {
        content = TextLines(text)
        self.indentation = max(1, indentation)
    }

    /// The lines without their endings; at least one.
    public var lines: [String] { content.lines }

    /// The whole text.
    public var text: String { content.text }

    /// Takes over a text that was changed elsewhere, with the cursor at the same place as far as there is one.
    ///
    /// What could be undone cannot any more, unless the text is the same.
    public mutating func replaceText(_ text: String) {
        guard text != self.text else { return }
        content = TextLines(text)
        history = EditHistory()
        move(to: cursor)
    }

    /// Puts the cursor at a place, or the nearest there is; with `isSelecting` the selection reaches to there.
    public mutating func move(to position: Position, isSelecting: Bool = false) {
        anchor = isSelecting ? anchor ?? cursor : nil
        cursor = content.nearest(position)
        wantedColumn = cursor.column
        if anchor == cursor { anchor = nil }
        history.endGroup()
    }

    /// The selected range, empty at the cursor where nothing is selected.
    public var selection: Range<Position> { anchor.map { min($0, cursor)..<max($0, cursor) } ?? cursor..<cursor }

    /// The selected text.
    public var selectedText: String { content.text(in: selection) }

    /// Selects everything.
    public mutating func selectAll() {
        move(to: Position(line: 0, column: 0))
        move(to: content.end, isSelecting: true)
    }

    /// What an event did.
    public enum Outcome: Sendable, Hashable { case ignored, moved, edited }

    /// Handles a key or paste; `page` is how many lines a page has.
    public mutating func handle(_ event: InputEvent, page: Int) -> Outcome {
        let before = content
        let outcome = outcome(of: event, page: page)
        follow(height: page)
        return outcome == .edited && content == before ? .moved : outcome
    }

    private mutating func outcome(of event: InputEvent, page: Int) -> Outcome {
        switch event {
        case .paste(let text): edit(.other) { $0.insert(text) }
        case .key(.char(let character), let modifiers) where modifiers.isSubset(of: .shift):
            edit(character.isWhitespace ? .other : .typing) { $0.insert(String(character)) }
        case .key(.enter, _): edit(.other) { $0.insertLine() }
        case .key(.tab, []): edit(.other) { $0.indent() }
        case .key(.tab, .shift): edit(.other) { $0.unindent() }
        case .key(.backspace, let modifiers): edit(.deleting) { $0.deleteBackwards(word: !modifiers.isEmpty) }
        case .key(.delete, let modifiers): edit(.deleting) { $0.deleteForwards(word: !modifiers.isEmpty) }
        case .key(.char("w"), .ctrl): edit(.deleting) { $0.deleteBackwards(word: true) }
        case .key(.char("k"), .ctrl): edit(.other) { $0.deleteToLineEnd() }
        case .key(.up, .alt): edit(.other) { $0.moveLines(-1) }
        case .key(.down, .alt): edit(.other) { $0.moveLines(1) }
        case .key(.char("z"), .ctrl): undo()
        case .key(.char("y"), .ctrl): redo()
        default: return handleMovement(event, page: page)
        }
        return .edited
    }

    // MARK: Undo

    /// Makes a change that can be undone; changes of one kind at one place are one step.
    mutating func edit(_ kind: EditHistory.Kind, _ change: (inout TextEditor) -> Void) {
        let state = EditHistory.State(content: content, cursor: cursor, anchor: anchor)
        change(&self)
        guard content != state.content else { return }
        history.add(state, kind: anchor == nil && state.anchor == nil ? kind : .other, at: state.cursor, now: cursor)
        wantedColumn = cursor.column
    }

    /// Takes the last change back; what was typed or deleted in one go is one change.
    public mutating func undo() {
        guard let state = history.undo(EditHistory.State(content: content, cursor: cursor, anchor: anchor)) else { return }
        restore(state)
    }

    /// Makes the last change again that was taken back.
    public mutating func redo() {
        guard let state = history.redo(EditHistory.State(content: content, cursor: cursor, anchor: anchor)) else { return }
        restore(state)
    }

    private mutating func restore(_ state: EditHistory.State) {
        content = state.content
        cursor = state.cursor
        anchor = state.anchor
        wantedColumn = cursor.column
    }
}
