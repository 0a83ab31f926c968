extension Grid {
    /// Draws a frame with a title in its upper edge, a text at that edge's right end, and one at the right end of the lower edge.
    ///
    /// Texts that do not fit beside the title are left out. Frames smaller than 2 by 2 are not drawn.
    public mutating func frame(
        _ rect: Rect, title: [(String, Style)], trailing: String = "", footer: String = "", glyphs: Glyphs, style: Style
    ) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let inner = rect.width - 2
        let right = rect.maxX - 1, bottom = rect.maxY - 1
        edge(glyphs.topLeft, glyphs.horizontal, glyphs.topRight, rect, y: rect.y, style)
        for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
            draw(glyphs.vertical, x: rect.x, y: y, style: style)
            draw(glyphs.vertical, x: right, y: y, style: style)
        }
        edge(glyphs.bottomLeft, glyphs.horizontal, glyphs.bottomRight, rect, y: bottom, style)
        let isTitled = title.contains { !$0.0.isEmpty }
        let used = isTitled ? draw([(" ", style)] + title + [(" ", style)], x: rect.x + 1, y: rect.y, limit: inner) : 0
        edgeText(trailing, right: right, y: rect.y, room: inner - used, style)
        edgeText(footer, right: right, y: bottom, room: inner, style)
    }

    /// Draws a line across a frame that joins its sides.
    public mutating func separator(y: Int, in rect: Rect, title: [(String, Style)] = [], glyphs: Glyphs, style: Style) {
        guard rect.width >= 2 else { return }
        edge(glyphs.teeLeft, glyphs.horizontal, glyphs.teeRight, rect, y: y, style)
        if !title.isEmpty { draw([(" ", style)] + title + [(" ", style)], x: rect.x + 1, y: y, limit: rect.width - 2) }
    }

    /// Draws the thumb of a scroll bar onto the right side of a frame, where not everything is seen.
    public mutating func scrollBar(in rect: Rect, visible: Range<Int>, count: Int, glyphs: Glyphs, style: Style) {
        let height = rect.height - 2
        guard height > 0, visible.count < count, !visible.isEmpty else { return }
        let size = max(1, height * visible.count / count)
        let room = height - size
        let hidden = count - visible.count
        let top = hidden == 0 ? 0 : (visible.lowerBound * room + hidden / 2) / hidden
        for y in 0..<size { draw(glyphs.thumb, x: rect.maxX - 1, y: rect.y + 1 + top + y, style: style) }
    }

    private mutating func edge(_ left: String, _ middle: String, _ right: String, _ rect: Rect, y: Int, _ style: Style) {
        draw(left, x: rect.x, y: y, style: style)
        let line = middle.first ?? "-"
        for x in (rect.x + 1)..<(rect.maxX - 1) { put(line, width: 1, x: x, y: y, style: style) }
        draw(right, x: rect.maxX - 1, y: y, style: style)
    }

    private mutating func edgeText(_ text: String, right: Int, y: Int, room: Int, _ style: Style) {
        let width = CharacterWidth.of(text)
        if width > 0, width + 3 <= room { draw(" \(text) ", x: right - width - 2, y: y, style: style) }
    }
}
