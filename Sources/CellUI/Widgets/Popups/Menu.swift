/// A list to choose from; with a filter it is a palette, whose entries are found by typing some of their letters.
public struct Menu: Sendable, Hashable {
    /// One entry.
    public struct Item: Sendable, Hashable {
        /// What the menu's owner calls it.
        public let id: String
        /// What it says, and what is searched.
        public let label: String
        /// More about it.
        public let detail: String
        /// The key that does the same, at the right.
        public let key: String

        /// An entry.
        public init(id: String, _ label: String, detail: String = "", key: String = "") {
            self.id = id
            self.label = label
            self.detail = detail
            self.key = key
        }
    }

    /// What stands in the frame.
    public let title: String
    /// All entries.
    public let items: [Item]
    /// What is typed to find one; nil in a plain menu.
    public private(set) var filter: TextField?
    /// The selected one among those that are shown.
    public private(set) var viewport = Viewport()

    /// A menu with an entry selected.
    public init(_ title: String, _ items: [Item], isFiltered: Bool = false, selected: String? = nil) {
        self.title = title
        self.items = items
        filter = isFiltered ? TextField() : nil
        if let row = items.firstIndex(where: { $0.id == selected }) { viewport.select(row, count: items.count, height: 20) }
    }

    /// The entries that fit what is typed, best first.
    public var shown: [Item] {
        guard let typed = filter?.text, !typed.isEmpty else { return items }
        return FuzzyMatch.rank(items, by: typed, name: \.label).map(\.item)
    }

    /// The selected entry; nil where none is shown.
    public var selected: Item? {
        let shown = shown
        return shown.indices.contains(viewport.selection) ? shown[viewport.selection] : nil
    }

    /// What an event did.
    public enum Outcome: Sendable, Hashable {
        case ignored
        /// Another entry is selected, as for a preview.
        case moved
        case chosen(String)
        case cancelled
    }

    /// Handles arrows, Enter, Esc and the wheel; in a plain menu also digits, in a palette what is typed.
    public mutating func handle(_ event: InputEvent, height: Int) -> Outcome {
        switch event {
        case .key(.escape, _): return .cancelled
        case .key(.enter, _): return selected.map { .chosen($0.id) } ?? .ignored
        case .key(.char(let character), []) where filter == nil:
            guard let digit = character.wholeNumberValue, items.indices.contains(digit - 1) else { return .ignored }
            return .chosen(items[digit - 1].id)
        default: break
        }
        let count = shown.count, list = height - (filter == nil ? 0 : 1)
        if let wheel = event.wheel {
            viewport.move(by: wheel.rows.signum(), count: count, height: list)
        } else if let movement = Movement(event), filter == nil || (movement != .first && movement != .last) {
            viewport.select(movement.target(from: viewport.selection, count: count, page: list), count: count, height: list)
        } else {
            guard filter?.handle(event) == true else { return .ignored }
            viewport = Viewport()
        }
        return .moved
    }

    /// Handles a click on a row inside the drawn menu.
    public mutating func click(row: Int, height: Int) -> Outcome {
        let list = height - (filter == nil ? 0 : 1)
        let index = viewport.visible(count: shown.count, height: list).lowerBound + row - (filter == nil ? 0 : 1)
        guard shown.indices.contains(index), row >= (filter == nil ? 0 : 1) else { return .ignored }
        return .chosen(shown[index].id)
    }

    // MARK: Drawing

    /// Its frame over a screen; it does not change while typing.
    public var frame: PopupFrame {
        let widest = items.map { CharacterWidth.of($0.label) + CharacterWidth.of($0.detail) + CharacterWidth.of($0.key) + 8 }.max() ?? 0
        return PopupFrame(
            title, hint: "Enter choose   Esc leave", width: min(max(40, widest), 92), height: max(1, items.count) + (filter == nil ? 0 : 1))
    }

    /// Draws frame, filter and entries; the letters that were found are underlined.
    public func draw(into grid: inout Grid, over bounds: Rect, theme: Theme, glyphs: Glyphs) {
        var inside = frame.draw(into: &grid, over: bounds, theme: theme, glyphs: glyphs)
        if let filter {
            let style = theme.isMonochrome ? theme.style(.text).with(.underline) : theme.selected(theme.style(.text))
            filter.draw(into: &grid, x: inside.x, y: inside.y, width: inside.width, style: style, isFocused: true)
            inside = inside.splitTop(1).1
        }
        let shown = shown
        if shown.isEmpty { grid.draw("nothing fits", x: inside.x, y: inside.y, limit: inside.width, style: theme.style(.dim)) }
        let labelWidth = min(items.map { CharacterWidth.of($0.label) }.max() ?? 0, inside.width / 2)
        for (offset, index) in viewport.visible(count: shown.count, height: inside.height).enumerated() {
            let item = shown[index]
            let number = filter == nil && index < 9 ? "\(index + 1) " : ""
            let space = String(repeating: " ", count: max(0, labelWidth - CharacterWidth.of(item.label)) + 2)
            let spans = [Span(number, .dim)] + labelSpans(item.label) + [Span(space), Span(item.detail, .dim)]
            let row = ListRow(id: item.id, spans, trailing: item.key.isEmpty ? [] : [Span(item.key, .accent)])
            ListRowDrawing.draw(row, isSelected: index == viewport.selection, isFocused: true, in: inside.row(offset), &grid, theme, glyphs)
        }
    }

    private func labelSpans(_ label: String) -> [Span] {
        guard let typed = filter?.text, !typed.isEmpty, let match = FuzzyMatch(typed, in: label) else { return [Span(label)] }
        return label.enumerated().map { Span(String($1), .text, match.positions.contains($0) ? [.bold, .underline] : []) }
    }
}
