/// The frame of what lies over the panes.
public struct PopupFrame: Sendable, Hashable {
    /// What stands in its upper edge.
    public var title: String
    /// Which keys lead out of it, at the right of the upper edge.
    public var hint: String
    /// The cells inside that it would like.
    public var width, height: Int

    /// A frame around so many cells.
    public init(_ title: String, hint: String = "Esc", width: Int, height: Int) {
        self.title = title
        self.hint = hint
        self.width = width
        self.height = height
    }

    /// Where it lies over a screen: in the middle, with one free cell all around where there is room.
    public func rect(over bounds: Rect) -> Rect {
        let edge = CharacterWidth.of(title) + CharacterWidth.of(hint) + 8
        return bounds.centred(width: min(max(width + 4, edge), bounds.width - 2), height: min(height + 2, bounds.height - 2))
    }

    /// Where its contents lie.
    public func inside(over bounds: Rect) -> Rect { rect(over: bounds).inset(columns: 2, rows: 1) }

    /// Draws it, empty, and gives the rectangle for its contents.
    public func draw(into grid: inout Grid, over bounds: Rect, theme: Theme, glyphs: Glyphs) -> Rect {
        let rect = rect(over: bounds)
        grid.fill(rect, style: theme.style(.text))
        grid.frame(rect, title: [(title, theme.style(.title))], trailing: hint, glyphs: glyphs, style: theme.style(.focus))
        return inside(over: bounds)
    }
}
