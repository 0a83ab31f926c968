extension Grid {
    /// Cells of one row that differ from another surface.
    public struct Change: Sendable, Hashable {
        /// The row.
        public let row: Int
        /// The columns, which begin and end with whole characters.
        public let columns: Range<Int>

        /// A change of those columns.
        public init(row: Int, columns: Range<Int>) {
            self.row = row
            self.columns = columns
        }
    }

    /// What must be drawn anew where `old` is seen: one range for each row that differs; everything where the sizes differ.
    public func changes(since old: Grid?) -> [Change] {
        guard let old, old.columns == columns, old.rows == rows else {
            return columns == 0 ? [] : (0..<rows).map { Change(row: $0, columns: 0..<columns) }
        }
        return (0..<rows).compactMap { change(row: $0, since: old) }
    }

    private func change(row: Int, since old: Grid) -> Change? {
        let start = row * columns
        var first = start, last = start + columns - 1
        while first <= last, cells[first] == old.cells[first] { first += 1 }
        guard first <= last else { return nil }
        while cells[last] == old.cells[last] { last -= 1 }
        while first > start, cells[first].width == 0 || old.cells[first].width == 0 { first -= 1 }
        while last + 1 < start + columns, cells[last + 1].width == 0 || old.cells[last + 1].width == 0 { last += 1 }
        return Change(row: row, columns: (first - start)..<(last + 1 - start))
    }
}
