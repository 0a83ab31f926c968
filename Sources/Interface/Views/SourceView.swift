import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The program's text with line numbers and colours.
enum SourceView {
    /// The cells before the text: number and a blank.
    static func gutter(_ playground: Playground) -> Int { max(3, "\(playground.editor.lines.count)".count) + 1 }

    /// The first line that is shown, from 0.
    static func firstLine(_ playground: Playground, height: Int) -> Int {
        let line = playground.focus == .source ? playground.editor.cursor.line : (playground.lightedLine ?? 1) - 1
        return ListWindow.first(selected: line, count: playground.editor.lines.count, height: height)
    }

    static func draw(_ playground: Playground, in rect: Rect, into grid: inout Grid) {
        let theme = playground.theme
        let gutter = gutter(playground)
        let first = firstLine(playground, height: rect.height)
        let isEditing = playground.focus == .source
        let cursor = playground.editor.cursor
        let styles = SourceColors(playground.document.source, theme: theme)
        let shift = isEditing ? max(0, column(playground, cursor) - (rect.width - gutter - 2)) : 0
        for offset in 0..<rect.height where first + offset < playground.editor.lines.count {
            let line = first + offset
            let y = rect.y + offset
            let isLighted = line + 1 == playground.lightedLine
            if isLighted { grid.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: theme.selected(theme.style(.text))) }
            let number = "\(line + 1)"
            let numberStyle = theme.style(isLighted ? .accent : .dim)
            grid.draw(
                String(repeating: " ", count: max(0, gutter - 1 - number.count)) + number, x: rect.x, y: y,
                style: isLighted ? theme.selected(numberStyle) : numberStyle)
            let pieces = cut(styles.pieces(ofLine: line + 1), shift).map { ($0.0, isLighted ? theme.selected($0.1) : $0.1) }
            grid.draw(pieces, x: rect.x + gutter, y: y, limit: rect.width - gutter)
            if isEditing, line == cursor.line {
                let at = rect.x + gutter + column(playground, cursor) - shift
                grid.restyle(Rect(x: at, y: y, width: 1, height: 1).intersection(rect)) { $0.attributes.formSymmetricDifference(.reverse) }
            }
        }
    }

    private static func column(_ playground: Playground, _ cursor: TextEditor.Position) -> Int {
        CharacterWidth.of(String(playground.editor.lines[cursor.line].prefix(cursor.column)))
    }

    /// The pieces without the first `count` characters.
    private static func cut(_ pieces: [(String, Style)], _ count: Int) -> [(String, Style)] {
        var left = count
        return pieces.compactMap { piece in
            guard left > 0 else { return piece }
            let kept = piece.0.dropFirst(left)
            left -= piece.0.count - kept.count
            return kept.isEmpty ? nil : (String(kept), piece.1)
        }
    }
}
