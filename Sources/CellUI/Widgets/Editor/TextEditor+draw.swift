extension TextEditor {
    /// What is drawn beside the text itself.
    public struct Decoration {
        /// The pieces of a line (from 0) with their meaning; their texts joined must be the line.
        public var spans: (Int) -> [Span]
        /// Signs before the numbers of lines (from 0), such as those of findings.
        public var marks: [Int: Span]
        /// The line (from 0) that something else speaks of.
        public var lighted: Int?
        /// What is searched for; each match is underlined.
        public var search: String
        /// The two brackets that belong together.
        public var brackets: [Position]

        /// Decoration with what differs from plain text.
        public init(
            spans: @escaping (Int) -> [Span], marks: [Int: Span] = [:], lighted: Int? = nil, search: String = "", brackets: [Position] = []
        ) {
            self.spans = spans
            self.marks = marks
            self.lighted = lighted
            self.search = search
            self.brackets = brackets
        }
    }

    /// The text without colours.
    public var plainDecoration: Decoration {
        let lines = lines
        return Decoration(spans: { lines.indices.contains($0) ? [Span(lines[$0])] : [] })
    }

    /// The cells before the text.
    public var gutter: Int { NumberedLine.gutter(lines: lines.count) }

    /// The first line and the first cell that are shown in a window, so that the cursor is seen.
    public func origin(width: Int, height: Int) -> (line: Int, cell: Int) {
        let margin = min(2, max(0, (height - 1) / 2))
        var line = min(top, max(0, cursor.line - margin))
        if cursor.line + margin >= line + height { line = cursor.line + margin - height + 1 }
        line = max(0, min(line, lines.count - height))
        let cell = CharacterWidth.of(String(lines[cursor.line].prefix(cursor.column)))
        let room = max(1, width - gutter)
        var first = min(left, max(0, cell - 4))
        if cell >= first + room { first = cell - room + 1 + min(4, room / 2) }
        return (line, first)
    }

    /// Scrolls so that the cursor stays in a window of that height.
    mutating func follow(height: Int) { top = origin(width: 80, height: height).line }

    /// Scrolls by so many lines, as a wheel does; the cursor is taken along where it would leave the window.
    public mutating func scroll(by step: Int, height: Int) {
        top = max(0, min(top + step, lines.count - height))
        let margin = min(2, max(0, (height - 1) / 2))
        let line = max(top + (top == 0 ? 0 : margin), min(cursor.line, top + height - 1 - margin))
        if line != cursor.line { move(to: Position(line: line, column: wantedColumn)) }
    }

    /// The place in the text at a cell of the screen, for clicks.
    public func position(atX x: Int, y: Int, in rect: Rect) -> Position {
        let origin = origin(width: rect.width, height: rect.height)
        let line = max(0, min(origin.line + y - rect.y, lines.count - 1))
        let cell = x - rect.x - gutter + origin.cell
        var used = 0, column = 0
        for character in lines[line] {
            used += CharacterWidth.of(character)
            if used > cell { break }
            column += 1
        }
        return Position(line: line, column: column)
    }

    /// Draws the part that is seen, with numbers; the cursor only where the editor has the focus.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, isFocused: Bool, decoration: Decoration) {
        let origin = origin(width: rect.width, height: rect.height)
        for offset in 0..<rect.height where origin.line + offset < lines.count {
            let line = origin.line + offset
            let isLighted = decoration.lighted == line
            let numbered = NumberedLine(
                number: line + 1, gutter: gutter, mark: decoration.marks[line], spans: decoration.spans(line), left: origin.cell,
                isLighted: isLighted, highlights: highlights(line, isFocused, decoration, theme))
            numbered.draw(into: &grid, in: rect.row(offset), theme: theme)
        }
    }

    private func highlights(
        _ line: Int, _ isFocused: Bool, _ decoration: Decoration, _ theme: Theme
    ) -> [(columns: Range<Int>, change: (inout Style) -> Void)] {
        var result: [(columns: Range<Int>, change: (inout Style) -> Void)] = []
        if !decoration.search.isEmpty {
            for match in TextSearch.matches(of: decoration.search, in: lines[line]) {
                result.append((match, { $0.attributes.formUnion(.underline) }))
            }
        }
        for bracket in decoration.brackets where bracket.line == line {
            result.append((bracket.column..<(bracket.column + 1), { $0.attributes.formUnion([.bold, .underline]) }))
        }
        if let columns = selectedColumns(of: line) { result.append((columns, { $0 = theme.selected($0) })) }
        if isFocused, cursor.line == line {
            result.append((cursor.column..<(cursor.column + 1), { $0.attributes.formSymmetricDifference(.reverse) }))
        }
        return result
    }

    /// The selected columns of a line, with its end where the selection goes on.
    private func selectedColumns(of line: Int) -> Range<Int>? {
        let range = selection
        guard !range.isEmpty, line >= range.lowerBound.line, line <= range.upperBound.line else { return nil }
        let start = line == range.lowerBound.line ? range.lowerBound.column : 0
        let end = line == range.upperBound.line ? range.upperBound.column : lines[line].count + 1
        return start < end ? start..<end : nil
    }
}
