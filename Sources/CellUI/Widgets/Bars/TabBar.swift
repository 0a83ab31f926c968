/// Names side by side, one of them chosen: `Final  [Merge]  Browser`.
public struct TabBar: Sendable, Hashable {
    /// From left to right.
    public let titles: [String]
    /// The chosen one.
    public private(set) var selection: Int

    /// Tabs with the first, or another, chosen.
    public init(_ titles: [String], selection: Int = 0) {
        self.titles = titles
        self.selection = titles.indices.contains(selection) ? selection : 0
    }

    /// Chooses a tab; going over an end begins at the other.
    public mutating func select(_ index: Int) {
        guard !titles.isEmpty else { return }
        selection = (index % titles.count + titles.count) % titles.count
    }

    /// Handles left, right and digits; false for other events.
    public mutating func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .key(.left, []): select(selection - 1)
        case .key(.right, []): select(selection + 1)
        case .key(.char(let character), []):
            guard let digit = character.wholeNumberValue, titles.indices.contains(digit - 1) else { return false }
            select(digit - 1)
        default: return false
        }
        return true
    }

    /// The names as they are drawn; the chosen one is in brackets, so that it is known without colour.
    public var spans: [Span] {
        var spans: [Span] = []
        for (index, title) in titles.enumerated() {
            if index > 0 { spans.append(Span("  ")) }
            spans.append(index == selection ? Span("[\(title)]", .title) : Span(title, .dim))
        }
        return spans
    }

    /// The names with their styles, as a frame takes for its title.
    public func title(_ theme: Theme) -> [(String, Style)] { spans.map { ($0.text, theme.style($0)) } }

    /// The tab at a cell, counted from the first of the drawn names; nil between them.
    public func tab(at column: Int) -> Int? {
        var start = 0
        for (index, title) in titles.enumerated() {
            let width = CharacterWidth.of(title) + (index == selection ? 2 : 0)
            if (start..<(start + width)).contains(column) { return index }
            start += width + 2
        }
        return nil
    }
}
