/// Rows of cells in columns, with one selected row, which scroll.
public struct Table: Sendable, Hashable {
    /// A column: its heading and its width.
    public struct Column: Sendable, Hashable {
        /// What stands above it; no heading is drawn where all are empty.
        public var title: String
        /// Its width; nil takes that of its widest cell.
        public var track: Track?
        /// Whether its cells stand at its right side, as numbers do.
        public var isRightAligned: Bool

        /// A column.
        public init(_ title: String, _ track: Track? = nil, isRightAligned: Bool = false) {
            self.title = title
            self.track = track
            self.isRightAligned = isRightAligned
        }
    }

    /// From left to right.
    public var columns: [Column]
    /// The cells of the rows.
    public private(set) var rows: [[[Span]]]
    /// The selected row, and what is seen.
    public private(set) var viewport = Viewport()
    /// The cells between columns.
    public static let gap = 2

    /// A table with its first row selected.
    public init(columns: [Column], rows: [[[Span]]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// Takes other rows; the selection stays at its place.
    public mutating func replaceRows(_ rows: [[[Span]]], height: Int) {
        self.rows = rows
        viewport.select(viewport.selection, count: rows.count, height: bodyHeight(height))
    }

    /// The selected row; nil in an empty table.
    public var selection: Int? { rows.isEmpty ? nil : viewport.selection }

    /// Selects a row, or the nearest there is.
    public mutating func select(_ row: Int, height: Int) { viewport.select(row, count: rows.count, height: bodyHeight(height)) }

    /// Handles arrows, page keys and the wheel; `height` is that of the whole table. False for other events.
    public mutating func handle(_ event: InputEvent, height: Int) -> Bool {
        let body = bodyHeight(height)
        if let movement = Movement(event) {
            select(movement.target(from: viewport.selection, count: rows.count, page: body), height: height)
        } else if let wheel = event.wheel {
            viewport.scroll(by: wheel.rows, count: rows.count, height: body)
        } else {
            return false
        }
        return true
    }

    /// The row of the table at a row of the screen, counted from the table's top; nil for the heading and below the last.
    public func row(at y: Int, height: Int) -> Int? {
        let visible = viewport.visible(count: rows.count, height: bodyHeight(height))
        let index = visible.lowerBound + y - (hasHeading ? 1 : 0)
        return visible.contains(index) ? index : nil
    }

    private var hasHeading: Bool { columns.contains { !$0.title.isEmpty } }

    private func bodyHeight(_ height: Int) -> Int { max(0, height - (hasHeading ? 1 : 0)) }

    /// The widths of the columns where the table has so many cells, its pointer included.
    public func widths(in width: Int) -> [Int] {
        let tracks = columns.enumerated().map { index, column in
            column.track ?? .fixed(max(CharacterWidth.of(column.title), rows.map { index < $0.count ? $0[index].width : 0 }.max() ?? 0))
        }
        return Track.solve(tracks, length: max(0, width - 2), gap: Self.gap)
    }

    /// Draws heading and rows.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, glyphs: Glyphs, isFocused: Bool) {
        let widths = widths(in: rect.width)
        var body = rect
        if hasHeading {
            let cells = columns.map { [Span($0.title, .dim)] }
            draw(cells, widths, in: rect.row(0), isLighted: false, &grid, theme)
            body = rect.splitTop(1).1
        }
        for (offset, index) in viewport.visible(count: rows.count, height: body.height).enumerated() {
            let line = body.row(offset)
            let isSelected = index == viewport.selection
            let isLighted = isSelected && isFocused
            if isLighted { grid.fill(line, style: theme.selected(theme.style(.text))) }
            if isSelected {
                grid.draw([Span(glyphs.pointer, .accent)], x: line.x, y: line.y, limit: 1, theme: theme, isSelected: isLighted)
            }
            draw(rows[index], widths, in: line, isLighted: isLighted, &grid, theme)
        }
    }

    private func draw(_ cells: [[Span]], _ widths: [Int], in rect: Rect, isLighted: Bool, _ grid: inout Grid, _ theme: Theme) {
        var x = rect.x + 2
        for (index, spans) in cells.enumerated() where index < widths.count {
            let space = columns[index].isRightAligned ? max(0, widths[index] - spans.width) : 0
            grid.draw(spans, x: x + space, y: rect.y, limit: min(widths[index] - space, rect.maxX - x), theme: theme, isSelected: isLighted)
            x += widths[index] + Self.gap
        }
    }
}
