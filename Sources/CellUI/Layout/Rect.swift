/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
    /// The left column and the top row.
    public var x, y: Int
    /// How many columns and rows; never less than 0.
    public var width, height: Int

    /// A rectangle; negative sizes become 0.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The column behind the last.
    public var maxX: Int { x + width }

    /// The row behind the last.
    public var maxY: Int { y + height }

    /// Whether it has no cell.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The rectangle inside a frame.
    public var inside: Rect { Rect(x: x + 1, y: y + 1, width: width - 2, height: height - 2) }

    /// The rectangle without so many columns at both sides and rows above and below.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
    }

    /// One of its rows, counted from its top.
    public func row(_ index: Int) -> Rect { Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0) }

    /// Whether a cell lies in it.
    public func contains(x: Int, y: Int) -> Bool { x >= self.x && x < maxX && containsRow(y) }

    /// Whether a row of the screen goes through it.
    func containsRow(_ y: Int) -> Bool { y >= self.y && y < maxY }

    /// What both have in common.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x), top = max(y, other.y)
        return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }

    /// The left part of that width, and the rest.
    public func splitLeft(_ columns: Int) -> (Rect, Rect) {
        let left = min(max(0, columns), width)
        return (Rect(x: x, y: y, width: left, height: height), Rect(x: x + left, y: y, width: width - left, height: height))
    }

    /// The upper part of that height, and the rest.
    public func splitTop(_ rows: Int) -> (Rect, Rect) {
        let top = min(max(0, rows), height)
        return (Rect(x: x, y: y, width: width, height: top), Rect(x: x, y: y + top, width: width, height: height - top))
    }

    /// A rectangle of at most that size in the middle of this one.
    public func centred(width: Int, height: Int) -> Rect {
        let w = min(max(0, width), self.width), h = min(max(0, height), self.height)
        return Rect(x: x + (self.width - w) / 2, y: y + (self.height - h) / 2, width: w, height: h)
    }
}
