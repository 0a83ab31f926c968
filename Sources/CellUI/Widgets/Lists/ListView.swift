/// One row of a list: an entry, or the heading of a section.
public struct ListRow: Sendable, Hashable {
    /// What the list's owner calls it; entries that can be selected have one, and it is the same after the list was made anew.
    public var id: String?
    /// What it says.
    public var spans: [Span]
    /// What stands at its right end.
    public var trailing: [Span]

    /// An entry.
    public init(id: String?, _ spans: [Span], trailing: [Span] = []) {
        self.id = id
        self.spans = spans
        self.trailing = trailing
    }

    /// A heading, which cannot be selected.
    public static func section(_ title: String, trailing: [Span] = []) -> ListRow {
        ListRow(id: nil, [Span(title, .title)], trailing: trailing)
    }
}

/// Rows with sections, one selected entry and marks, which scroll.
public struct ListView: Sendable, Hashable {
    /// In the order of the screen.
    public private(set) var rows: [ListRow]
    /// The selected row, and what is seen.
    public private(set) var viewport = Viewport()
    /// The entries that are marked.
    public private(set) var marked: Set<String> = []
    /// Whether the blank marks entries.
    public var allowsMarks: Bool

    /// A list with its first entry selected.
    public init(_ rows: [ListRow] = [], allowsMarks: Bool = false) {
        self.rows = rows
        self.allowsMarks = allowsMarks
        selectNearest(to: 0, forwards: true, height: Int.max)
    }

    /// The selected entry; nil in a list without entries.
    public var selectedID: String? { rows.indices.contains(viewport.selection) ? rows[viewport.selection].id : nil }

    /// Takes other rows; the entry with the same id stays selected, else the nearest, and marks stay on entries that stay.
    public mutating func replaceRows(_ rows: [ListRow], height: Int) {
        let id = selectedID
        self.rows = rows
        marked.formIntersection(rows.compactMap(\.id))
        let row = id.flatMap { id in rows.firstIndex { $0.id == id } } ?? viewport.selection
        selectNearest(to: row, forwards: true, height: height)
    }

    /// What an event did.
    public enum Outcome: Sendable, Hashable {
        case ignored
        /// Another entry is selected, or the list scrolled.
        case moved
        /// Enter on an entry, or a click on the one that was selected.
        case activated(String)
        /// An entry was marked, or its mark was taken away.
        case marked(String)
    }

    /// Handles arrows, page keys, Enter, the wheel, and where marks are allowed the blank.
    public mutating func handle(_ event: InputEvent, height: Int) -> Outcome {
        if let movement = Movement(event) {
            move(movement, height: height)
            return .moved
        }
        if let wheel = event.wheel {
            viewport.scroll(by: wheel.rows, count: rows.count, height: height)
            selectNearest(to: viewport.selection, forwards: wheel.rows > 0, height: height)
            return .moved
        }
        guard let id = selectedID else { return .ignored }
        switch event {
        case .key(.enter, []): return .activated(id)
        case .key(.char(" "), []) where allowsMarks:
            if marked.remove(id) == nil { marked.insert(id) }
            return .marked(id)
        default: return .ignored
        }
    }

    /// Moves the selection to another entry; headings are stepped over.
    public mutating func move(_ movement: Movement, height: Int) {
        let target = movement.target(from: viewport.selection, count: rows.count, page: height)
        let forwards = target > viewport.selection || movement == .first
        selectNearest(to: target, forwards: forwards, height: height)
    }

    /// Selects an entry; false where there is none of that id.
    @discardableResult
    public mutating func select(_ id: String, height: Int) -> Bool {
        guard let row = rows.firstIndex(where: { $0.id == id }) else { return false }
        viewport.select(row, count: rows.count, height: height)
        return true
    }

    /// Handles a click on a row of the drawn list, counted from its top.
    public mutating func click(row: Int, height: Int) -> Outcome {
        let index = viewport.visible(count: rows.count, height: height).lowerBound + row
        guard rows.indices.contains(index), let id = rows[index].id else { return .ignored }
        if index == viewport.selection { return .activated(id) }
        viewport.select(index, count: rows.count, height: height)
        return .moved
    }

    /// Selects the entry at a row, or the next in that direction, or the one before.
    private mutating func selectNearest(to row: Int, forwards: Bool, height: Int) {
        guard !rows.isEmpty else { return viewport.select(0, count: 0, height: height) }
        let start = max(0, min(row, rows.count - 1))
        let after = rows[start...].firstIndex { $0.id != nil }
        let before = rows[...start].lastIndex { $0.id != nil }
        let found = forwards ? after ?? before : before ?? after
        viewport.select(found ?? start, count: rows.count, height: height)
        // The heading above the first entry comes into view with it.
        if let found, found > 0, rows[..<found].allSatisfy({ $0.id == nil }), found < height {
            viewport.scroll(by: -found, count: rows.count, height: height)
        }
    }

    // MARK: Drawing

    /// The rows that are seen.
    public func visible(height: Int) -> Range<Int> { viewport.visible(count: rows.count, height: height) }

    /// Draws the part that is seen.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, glyphs: Glyphs, isFocused: Bool) {
        for (offset, index) in visible(height: rect.height).enumerated() {
            let row = rows[index]
            let isSelected = index == viewport.selection && row.id != nil
            let mark = allowsMarks && row.id != nil ? (row.id.map(marked.contains) == true ? glyphs.checkOn : glyphs.checkOff) + " " : ""
            ListRowDrawing.draw(row, mark: mark, isSelected: isSelected, isFocused: isFocused, in: rect.row(offset), &grid, theme, glyphs)
        }
    }
}

/// How rows of lists, tables and menus look: a pointer at the selected one, which has another background where the list has the focus.
enum ListRowDrawing {
    static func draw(
        _ row: ListRow, mark: String = "", isSelected: Bool, isFocused: Bool, in rect: Rect, _ grid: inout Grid, _ theme: Theme,
        _ glyphs: Glyphs
    ) {
        let isLighted = isSelected && isFocused
        if isLighted { grid.fill(rect, style: theme.selected(theme.style(.text))) }
        let pointer = row.id == nil ? "" : (isSelected ? glyphs.pointer : " ") + " "
        let spans = [Span(pointer, .accent), Span(mark, .accent)] + row.spans
        let trailing = row.trailing.width
        let room = rect.width - (trailing > 0 ? trailing + 1 : 0)
        grid.draw(spans, x: rect.x, y: rect.y, limit: max(min(rect.width, 8), room), theme: theme, isSelected: isLighted)
        if trailing > 0, room >= 8 {
            grid.draw(row.trailing, x: rect.maxX - trailing, y: rect.y, limit: trailing, theme: theme, isSelected: isLighted)
        }
    }
}
