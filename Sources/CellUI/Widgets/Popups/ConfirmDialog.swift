/// A question with answers by key.
public struct ConfirmDialog: Sendable, Hashable {
    /// One answer.
    public struct Answer: Sendable, Hashable {
        /// What the dialog's owner calls it.
        public let id: String
        /// The key that gives it.
        public let key: Character
        /// What it does.
        public let label: String

        /// An answer.
        public init(id: String, key: Character, _ label: String) {
            self.id = id
            self.key = key
            self.label = label
        }
    }

    /// What stands in the frame.
    public let title: String
    /// The question.
    public let lines: [String]
    /// The answers; the first is selected.
    public let answers: [Answer]
    /// The selected answer.
    public private(set) var selection = 0

    /// A question.
    public init(_ title: String, _ lines: [String], _ answers: [Answer]) {
        self.title = title
        self.lines = lines
        self.answers = answers
    }

    /// What an event did.
    public enum Outcome: Sendable, Hashable { case ignored, moved, chosen(String), cancelled }

    /// Handles the answers' keys, arrows, Enter and Esc.
    public mutating func handle(_ event: InputEvent) -> Outcome {
        switch event {
        case .key(.escape, _), .key(.char("c"), .ctrl): return .cancelled
        case .key(.enter, _): return answers.indices.contains(selection) ? .chosen(answers[selection].id) : .cancelled
        case .key(.up, _), .key(.left, _), .key(.tab, .shift): selection = max(0, selection - 1)
        case .key(.down, _), .key(.right, _), .key(.tab, _): selection = min(answers.count - 1, selection + 1)
        case .key(.char(let character), let modifiers) where modifiers.isSubset(of: .shift):
            return answers.first { $0.key == character }.map { .chosen($0.id) } ?? .ignored
        default: return .ignored
        }
        return .moved
    }

    /// Handles a click on a row inside the drawn dialog.
    public func click(row: Int, width: Int) -> Outcome {
        let index = row - wrapped(width).count - 1
        return answers.indices.contains(index) ? .chosen(answers[index].id) : .ignored
    }

    private func wrapped(_ width: Int) -> [String] { lines.flatMap { TextWrapping.wrap($0, width: width) } }

    /// Its frame over a screen.
    public func frame(over bounds: Rect) -> PopupFrame {
        let widest = (lines + answers.map { "    " + $0.label }).map { CharacterWidth.of($0) }.max() ?? 0
        let width = min(max(32, widest), max(8, min(72, bounds.width - 6)))
        return PopupFrame(title, width: width, height: wrapped(width).count + 1 + answers.count)
    }

    /// Draws question and answers.
    public func draw(into grid: inout Grid, over bounds: Rect, theme: Theme, glyphs: Glyphs) {
        let frame = frame(over: bounds)
        let inside = frame.draw(into: &grid, over: bounds, theme: theme, glyphs: glyphs)
        let text = wrapped(frame.width)
        for (offset, line) in text.enumerated() {
            grid.draw(line, x: inside.x, y: inside.y + offset, limit: inside.width, style: theme.style(.text))
        }
        for (offset, answer) in answers.enumerated() where text.count + 1 + offset < inside.height {
            let row = ListRow(id: answer.id, [Span("\(answer.key)  ", .accent), Span(answer.label)])
            let line = inside.row(text.count + 1 + offset)
            ListRowDrawing.draw(row, isSelected: offset == selection, isFocused: true, in: line, &grid, theme, glyphs)
        }
    }
}
