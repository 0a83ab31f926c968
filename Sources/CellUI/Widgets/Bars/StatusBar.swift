/// One row with something at its left, in its middle and at its right; where room is short the middle goes first, then the right.
public struct StatusBar: Sendable, Hashable {
    /// The three parts.
    public var left, middle, right: [Span]

    /// A row from its parts.
    public init(left: [Span] = [], middle: [Span] = [], right: [Span] = []) {
        self.left = left
        self.middle = middle
        self.right = right
    }

    /// Draws the row with one blank at both ends.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme) {
        grid.fill(rect.row(0), style: theme.style(.text))
        let room = rect.width - 2
        let leftWidth = min(left.width, room)
        grid.draw(left, x: rect.x + 1, y: rect.y, limit: room, theme: theme)
        let rightWidth = right.width
        guard rightWidth == 0 || leftWidth + 2 + rightWidth <= room else { return }
        let rightStart = rect.maxX - 1 - rightWidth
        grid.draw(right, x: rightStart, y: rect.y, theme: theme)
        let middleWidth = middle.width
        let first = rect.x + 1 + leftWidth + 2, last = rightStart - 2
        guard middleWidth > 0, middleWidth <= last - first else { return }
        let centre = rect.x + (rect.width - middleWidth) / 2
        grid.draw(middle, x: max(first, min(centre, last - middleWidth)), y: rect.y, theme: theme)
    }
}
