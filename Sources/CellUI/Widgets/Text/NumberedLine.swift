/// One line of a source as it is drawn: its number, a mark, its text from some cell on, and what is highlighted in it.
struct NumberedLine {
    /// From 1; nil where no numbers are shown.
    var number: Int?
    /// The cells before the text.
    var gutter: Int
    /// A sign before the number, such as that of a finding.
    var mark: Span?
    var spans: [Span]
    /// The first cell of the text that is shown.
    var left: Int
    var isLighted = false
    /// Columns that look otherwise.
    var highlights: [(columns: Range<Int>, change: (inout Style) -> Void)] = []

    /// The gutter for so many lines: a mark, the number, a blank.
    static func gutter(lines: Int) -> Int { max(3, String(lines).count) + 2 }

    func draw(into grid: inout Grid, in rect: Rect, theme: Theme) {
        let adjust = { (style: Style) in isLighted ? theme.selected(style) : style }
        if isLighted { grid.fill(rect, style: adjust(theme.style(.text))) }
        if let number {
            if let mark { grid.draw(mark.text, x: rect.x, y: rect.y, limit: 1, style: adjust(theme.style(mark))) }
            let text = String(number)
            let style = adjust(theme.style(isLighted ? .accent : .dim))
            grid.draw(text, x: rect.x + max(1, gutter - 1 - text.count), y: rect.y, limit: gutter - 1, style: style)
        }
        let area = rect.splitLeft(gutter).1
        grid.clipped(to: area) { grid in
            grid.draw(spans, x: area.x - left, y: area.y, theme: theme, isSelected: isLighted)
            let text = spans.text
            for highlight in highlights {
                let x = CharacterWidth.of(String(text.prefix(highlight.columns.lowerBound)))
                let width = CharacterWidth.of(String(text.prefix(highlight.columns.upperBound))) - x
                // A place behind the text, such as a selected line end, is one blank wide.
                let cells = Rect(x: area.x - left + x, y: area.y, width: max(1, width), height: 1)
                grid.restyle(cells, highlight.change)
            }
        }
    }
}
