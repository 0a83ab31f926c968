/// The surface of the screen: rows of cells. Drawing is clipped to it.
public struct Grid: Sendable, Equatable {
    /// The width.
    public let columns: Int
    /// The height.
    public let rows: Int
    /// What stands at the end of a text that is cut.
    public let ellipsis: Character
    var cells: [Cell]
    /// Where drawing has an effect; the whole surface, or less inside of `clipped(to:)`.
    public private(set) var clip: Rect

    /// A surface of blanks.
    public init(columns: Int, rows: Int, style: Style = Style(), glyphs: Glyphs = .unicode) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        ellipsis = glyphs.ellipsis.first ?? "~"
        cells = Array(repeating: Cell(" ", style: style), count: self.columns * self.rows)
        clip = Rect(x: 0, y: 0, width: columns, height: rows)
    }

    /// A cell, which must exist.
    public subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

    /// The cells of a row, which must exist.
    public func row(_ row: Int) -> ArraySlice<Cell> { cells[(row * columns)..<((row + 1) * columns)] }

    /// The whole surface.
    public var bounds: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }

    /// Draws with everything outside of a rectangle kept as it is.
    public mutating func clipped(to rect: Rect, _ draw: (inout Grid) -> Void) {
        let outer = clip
        clip = rect.intersection(outer)
        draw(&self)
        clip = outer
    }

    // MARK: Text

    /// Draws a text from a cell on, cut at `limit` cells (and at the edge), and gives how many cells it took.
    ///
    /// A text that is cut ends in `…`. Where `x` is left of the edge, the text's beginning is cut instead.
    @discardableResult
    public mutating func draw(_ text: String, x: Int, y: Int, limit: Int = Int.max, style: Style) -> Int {
        guard clip.containsRow(y), limit > 0, x < clip.maxX else { return 0 }
        let pieces = DrawableText.pieces(text)
        let room = min(limit, clip.maxX - x)
        let isCut = pieces.count > room / 2 && pieces.reduce(0) { $0 + $1.width } > room
        var used = 0
        for piece in pieces {
            if used + piece.width > (isCut ? room - 1 : room) { break }
            put(piece.character, width: piece.width, x: x + used, y: y, style: style)
            used += piece.width
        }
        if isCut { used += drawEllipsis(x: x + used, y: y, room: room - used, style: style) }
        return used
    }

    /// Draws pieces of text one behind the other, as one text that is cut at `limit`.
    @discardableResult
    public mutating func draw(_ pieces: [(String, Style)], x: Int, y: Int, limit: Int = Int.max) -> Int {
        guard clip.containsRow(y), limit > 0, x < clip.maxX else { return 0 }
        let room = min(limit, clip.maxX - x)
        let drawn = pieces.map { (DrawableText.pieces($0.0), $0.1) }
        let total = drawn.reduce(0) { $1.0.reduce($0) { $0 + $1.width } }
        let end = total > room ? room - 1 : room
        var used = 0
        for (cells, style) in drawn {
            for cell in cells {
                if used + cell.width > end { return used + drawEllipsis(x: x + used, y: y, room: room - used, style: style) }
                put(cell.character, width: cell.width, x: x + used, y: y, style: style)
                used += cell.width
            }
        }
        return used
    }

    private mutating func drawEllipsis(x: Int, y: Int, room: Int, style: Style) -> Int {
        guard room > 0 else { return 0 }
        put(ellipsis, width: 1, x: x, y: y, style: style)
        return 1
    }

    /// Puts one cluster; a wide one of which only half is inside becomes a blank.
    mutating func put(_ character: Character, width: Int, x: Int, y: Int, style: Style) {
        guard clip.containsRow(y), x < clip.maxX, x + width > clip.x else { return }
        if width == 2, x < clip.x || x + 2 > clip.maxX { return put(" ", width: 1, x: max(x, clip.x), y: y, style: style) }
        clearHalf(x, y)
        if width == 2 { clearHalf(x + 1, y) }
        cells[y * columns + x] = Cell(character, style: style, width: Int8(width))
        if width == 2 { cells[y * columns + x + 1] = Cell(" ", style: style, width: 0) }
    }

    /// A wide character that loses one half becomes blanks.
    private mutating func clearHalf(_ x: Int, _ y: Int) {
        let index = y * columns + x
        if cells[index].width == 0, x > 0 { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
        if cells[index].width == 2, x + 1 < columns { cells[index + 1] = Cell(" ", style: cells[index + 1].style) }
    }

    // MARK: Areas

    /// Fills a rectangle with blanks.
    public mutating func fill(_ rect: Rect, style: Style) {
        let area = rect.intersection(clip)
        guard !area.isEmpty else { return }
        let blank = Cell(" ", style: style)
        for y in area.y..<area.maxY {
            clearHalf(area.x, y)
            clearHalf(area.maxX - 1, y)
            for index in (y * columns + area.x)..<(y * columns + area.maxX) { cells[index] = blank }
        }
    }

    /// Changes the style of cells that are there.
    public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let area = rect.intersection(clip)
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX { change(&cells[y * columns + x].style) }
        }
    }

    /// Copies another surface to a place.
    public mutating func draw(_ other: Grid, x: Int, y: Int) {
        for row in 0..<other.rows {
            for column in 0..<other.columns where other[row, column].width != 0 {
                let cell = other[row, column]
                put(cell.text, width: Int(cell.width), x: x + column, y: y + row, style: cell.style)
            }
        }
    }
}
