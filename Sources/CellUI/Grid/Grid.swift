/// The surface of the screen: rows of cells. Drawing is clipped to it.
public struct Grid: Sendable, Equatable {
    public let columns: Int
    public let rows: Int
    private var cells: [Cell]

    public init(columns: Int, rows: Int, style: Style = Style()) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        cells = Array(repeating: Cell(" ", style: style), count: self.columns * self.rows)
    }

    public subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

    /// The cells of a row.
    public func row(_ row: Int) -> ArraySlice<Cell> { cells[(row * columns)..<((row + 1) * columns)] }

    /// The whole surface.
    public var bounds: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }

    /// Draws a text from a cell on, cut at `limit` cells (and at the edge), and gives how many cells it took.
    ///
    /// A text that is cut ends in `…`.
    @discardableResult
    public mutating func draw(_ text: String, x: Int, y: Int, limit: Int = Int.max, style: Style) -> Int {
        guard y >= 0, y < rows, limit > 0, x < columns else { return 0 }
        let characters = DrawableText.characters(text)
        let room = min(limit, columns - x)
        let total = characters.reduce(0) { $0 + CharacterWidth.of($1) }
        let isCut = total > room
        var used = 0
        for character in characters {
            let width = CharacterWidth.of(character)
            if used + width > (isCut ? room - 1 : room) { break }
            put(character, width: width, x: x + used, y: y, style: style)
            used += width
        }
        if isCut, room > 0 {
            put("…", width: 1, x: x + used, y: y, style: style)
            used += 1
        }
        return used
    }

    /// Draws pieces of text one behind the other.
    @discardableResult
    public mutating func draw(_ pieces: [(String, Style)], x: Int, y: Int, limit: Int = Int.max) -> Int {
        var used = 0
        for (text, style) in pieces { used += draw(text, x: x + used, y: y, limit: limit - used, style: style) }
        return used
    }

    private mutating func put(_ character: Character, width: Int, x: Int, y: Int, style: Style) {
        guard x >= 0, x + width <= columns else { return }
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

    /// Fills a rectangle with blanks.
    public mutating func fill(_ rect: Rect, style: Style) {
        let area = rect.intersection(bounds)
        for y in area.y..<(area.y + area.height) {
            for x in area.x..<(area.x + area.width) { put(" ", width: 1, x: x, y: y, style: style) }
        }
    }

    /// Changes the style of cells that are there.
    public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let area = rect.intersection(bounds)
        for y in area.y..<(area.y + area.height) {
            for x in area.x..<(area.x + area.width) { change(&cells[y * columns + x].style) }
        }
    }

    /// Draws a frame with a title in its upper edge and a text at its right end.
    public mutating func frame(_ rect: Rect, title: [(String, Style)], trailing: String = "", glyphs: Glyphs, style: Style) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let inner = rect.width - 2
        let right = rect.x + rect.width - 1, bottom = rect.y + rect.height - 1
        draw(glyphs.topLeft + String(repeating: glyphs.horizontal, count: inner) + glyphs.topRight, x: rect.x, y: rect.y, style: style)
        for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
            draw(glyphs.vertical, x: rect.x, y: y, style: style)
            draw(glyphs.vertical, x: right, y: y, style: style)
        }
        draw(glyphs.bottomLeft + String(repeating: glyphs.horizontal, count: inner) + glyphs.bottomRight, x: rect.x, y: bottom, style: style)
        let used = draw([(" ", style)] + title + [(" ", style)], x: rect.x + 1, y: rect.y, limit: inner)
        let width = CharacterWidth.of(trailing)
        if !trailing.isEmpty, used + width + 3 <= inner { draw(" \(trailing) ", x: right - width - 2, y: rect.y, style: style) }
    }

    /// The text of the surface, rows without blanks at their ends.
    public func dump() -> String {
        (0..<rows).map { y in
            var line = row(y).filter { $0.width != 0 }.map { String($0.text) }.joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }
}
