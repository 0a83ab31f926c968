/// Which part of a long list is seen, and which row is selected; the selected row is always seen.
public struct Viewport: Sendable, Hashable {
    /// The selected row; 0 in an empty list.
    public private(set) var selection = 0
    /// The first row that is seen, where the height allows it.
    public private(set) var top = 0

    /// At the beginning of a list.
    public init() {}

    /// Selects a row, or the nearest there is, and scrolls no more than needed to show it.
    public mutating func select(_ row: Int, count: Int, height: Int) {
        selection = max(0, min(row, count - 1))
        top = visible(count: count, height: height).lowerBound
    }

    /// Moves the selection by so many rows.
    public mutating func move(by step: Int, count: Int, height: Int) { select(selection + step, count: count, height: height) }

    /// Scrolls without selecting, as a wheel does; the selection is taken along where it would leave the window.
    public mutating func scroll(by step: Int, count: Int, height: Int) {
        top = max(0, min(top + step, count - height))
        selection = max(top, min(selection, min(count, top + height) - 1, count - 1))
        selection = max(0, selection)
    }

    /// The rows that are seen in a window of that height, the selection among them.
    public func visible(count: Int, height: Int) -> Range<Int> {
        guard count > 0, height > 0 else { return 0..<0 }
        let selected = min(selection, count - 1)
        var first = min(top, selected)
        if selected >= first + height { first = selected - height + 1 }
        first = max(0, min(first, count - height))
        return first..<min(count, first + height)
    }
}

/// A step through a list or a text.
public enum Movement: Sendable, Hashable {
    case up, down, pageUp, pageDown, first, last

    /// What arrow and page keys mean; nil for other events.
    public init?(_ event: InputEvent) {
        switch event {
        case .key(.up, []): self = .up
        case .key(.down, []): self = .down
        case .key(.pageUp, _): self = .pageUp
        case .key(.pageDown, _): self = .pageDown
        case .key(.home, _): self = .first
        case .key(.end, _): self = .last
        default: return nil
        }
    }

    /// The row that it leads to.
    func target(from row: Int, count: Int, page: Int) -> Int {
        switch self {
        case .up: row - 1
        case .down: row + 1
        case .pageUp: row - max(1, page - 1)
        case .pageDown: row + max(1, page - 1)
        case .first: 0
        case .last: count - 1
        }
    }
}
