/// A text to read: lines of styled pieces that scroll in both directions, with or without numbers.
public struct TextView: Sendable, Hashable {
    /// The lines.
    public private(set) var lines: [[Span]]
    /// The line that was chosen, and what is seen.
    public private(set) var viewport = Viewport()
    /// The first cell of the lines that is shown.
    public private(set) var left = 0
    /// Whether lines have numbers.
    public var hasNumbers: Bool
    /// Whether the chosen line is highlighted; if not, arrows scroll.
    public var hasSelection: Bool
    /// What is searched for; each match is underlined.
    public var search = ""

    /// A text at its beginning.
    public init(_ lines: [[Span]], hasNumbers: Bool = false, hasSelection: Bool = false) {
        self.lines = lines
        self.hasNumbers = hasNumbers
        self.hasSelection = hasSelection
    }

    /// Takes another text and stays where it was as far as there is one.
    public mutating func replaceLines(_ lines: [[Span]], height: Int) {
        self.lines = lines
        viewport.select(viewport.selection, count: lines.count, height: height)
    }

    /// Chooses a line, or the nearest there is, and shows it.
    public mutating func select(_ line: Int, height: Int) { viewport.select(line, count: lines.count, height: height) }

    /// Handles arrows, page keys and the wheel; false for other events.
    public mutating func handle(_ event: InputEvent, height: Int) -> Bool {
        if let wheel = event.wheel {
            viewport.scroll(by: wheel.rows, count: lines.count, height: height)
            return true
        }
        switch event {
        case .key(.left, []): left = max(0, left - 8)
        case .key(.right, []): left = min(max(0, widest - 8), left + 8)
        case .key(.home, []): (left, viewport) = (0, start)
        default:
            guard let movement = Movement(event) else { return false }
            move(movement, height: height)
        }
        return true
    }

    private var start: Viewport { Viewport() }

    private mutating func move(_ movement: Movement, height: Int) {
        let count = lines.count
        if hasSelection {
            viewport.select(movement.target(from: viewport.selection, count: count, page: height), count: count, height: height)
        } else {
            let top = visible(height: height).lowerBound
            viewport.scroll(by: movement.target(from: top, count: count, page: height) - top, count: count, height: height)
        }
    }

    /// Selects the next line that holds the searched text, or the one before; false where there is none.
    public mutating func findNext(backwards: Bool = false, height: Int) -> Bool {
        let texts = lines.map(\.text)
        let place = TextPosition(line: viewport.selection + (backwards ? 0 : 1), column: 0)
        let from = place.line < texts.count ? place : TextPosition(line: 0, column: 0)
        guard let match = TextSearch.next(search, in: texts, from: from, backwards: backwards) else { return false }
        viewport.select(match.lowerBound.line, count: lines.count, height: height)
        return true
    }

    private var widest: Int { lines.map(\.width).max() ?? 0 }

    /// The lines that are seen.
    public func visible(height: Int) -> Range<Int> { viewport.visible(count: lines.count, height: height) }

    /// Draws the part that is seen.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, isFocused: Bool) {
        let gutter = hasNumbers ? NumberedLine.gutter(lines: lines.count) : 0
        for (offset, index) in visible(height: rect.height).enumerated() {
            let matches = search.isEmpty ? [] : TextSearch.matches(of: search, in: lines[index].text)
            let line = NumberedLine(
                number: hasNumbers ? index + 1 : nil, gutter: gutter, spans: lines[index], left: left,
                isLighted: hasSelection && isFocused && index == viewport.selection,
                highlights: matches.map { ($0, { $0.attributes.formUnion(.underline) }) })
            line.draw(into: &grid, in: rect.row(offset), theme: theme)
        }
    }
}
