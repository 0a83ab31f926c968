/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
    public var x, y, width, height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The rectangle inside a frame.
    public var inside: Rect { Rect(x: x + 1, y: y + 1, width: width - 2, height: height - 2) }

    public func contains(x: Int, y: Int) -> Bool { x >= self.x && x < self.x + width && y >= self.y && y < self.y + height }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x), top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(x + width, other.x + other.width) - left, height: min(y + height, other.y + other.height) - top)
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
        let w = min(width, self.width), h = min(height, self.height)
        return Rect(x: x + (self.width - w) / 2, y: y + (self.height - h) / 2, width: w, height: h)
    }
}

/// Which part of a long list is seen, and which row is selected.
public struct Viewport: Sendable, Hashable {
    public private(set) var selection = 0
    public private(set) var top = 0

    public init() {}

    /// Moves the selection by so many rows within `count`.
    public mutating func move(by step: Int, count: Int) { select(selection + step, count: count) }

    public mutating func select(_ row: Int, count: Int) { selection = max(0, min(row, count - 1)) }

    /// The first row to show so that the selection is among `height` rows.
    public func firstRow(height: Int, count: Int) -> Int {
        guard height > 0, count > height else { return 0 }
        return max(0, min(selection - height / 2, count - height))
    }
}
