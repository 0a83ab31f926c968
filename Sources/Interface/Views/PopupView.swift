import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Draws what lies over the panes.
enum PopupView {
    static func draw(_ playground: Playground, into grid: inout Grid) {
        switch playground.popup {
        case nil: break
        case .form(let form): draw(form, playground, into: &grid)
        case .menu(let menu): draw(menu, playground, into: &grid)
        case .question(let question):
            let lines =
                question.lines.map { Row($0) } + [Row("")]
                + question.answers.map { answer in
                    Row([.init(" \(answer.key)  ", .accent), .init(answer.label)])
                }
            drawLines(question.title, lines, scroll: 0, playground, into: &grid)
        case .help(let scroll): drawLines("Help", helpRows, scroll: scroll, playground, into: &grid)
        case .reading(let title, let lines): drawLines(title, lines.map { Row($0) }, scroll: 0, playground, into: &grid)
        case .why(let why): drawLines(why.title, why.rows(width: min(grid.columns - 8, 68)), scroll: 0, playground, into: &grid)
        case .origins(let table):
            drawLines("Origins and credentials, side by side", table.rows(playground.glyphs), scroll: 0, playground, into: &grid)
        }
    }

    private static func box(_ width: Int, _ height: Int, _ title: String, _ trailing: String, _ playground: Playground, _ grid: inout Grid)
        -> Rect
    {
        let rect = grid.bounds.centred(width: min(width, grid.columns - 2), height: min(height, grid.rows - 2))
        let theme = playground.theme
        grid.fill(rect, style: theme.style(.text))
        grid.frame(rect, title: [(title, theme.style(.title))], trailing: trailing, glyphs: playground.glyphs, style: theme.style(.focus))
        return Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
    }

    private static func draw(_ popup: FormPopup, _ playground: Playground, into grid: inout Grid) {
        let theme = playground.theme
        let wide = min(grid.columns - 4, 100)
        let height = popup.form.fields.count + popup.preview.count + 5
        let inside = box(wide, max(height, 8), popup.title, "Enter write   Esc leave", playground, &grid)
        let used = popup.form.draw(into: &grid, in: inside, theme: theme, glyphs: playground.glyphs)
        var y = inside.y + used + 1
        let bottom = inside.y + inside.height
        if let problem = popup.problem, y < bottom {
            grid.draw("\(playground.glyphs.no) \(problem)", x: inside.x, y: y, limit: inside.width, style: theme.style(.bad))
        } else if y < bottom {
            grid.draw(popup.form.hint, x: inside.x, y: y, limit: inside.width, style: theme.style(.dim))
        }
        y += 1
        for row in popup.preview where y < bottom {
            grid.draw(row.pieces.map { ($0.text, RowView.style($0, theme)) }, x: inside.x, y: y, limit: inside.width)
            y += 1
        }
    }

    private static func draw(_ menu: Popup.Menu, _ playground: Playground, into grid: inout Grid) {
        let theme = playground.theme
        let shown = menu.shown
        let rows = menu.filter == nil ? 0 : 1
        var inside = box(
            min(grid.columns - 4, 92), max(shown.count, 1) + rows + 2, menu.title, "Enter choose   Esc leave", playground, &grid)
        if let filter = menu.filter {
            filter.draw(into: &grid, x: inside.x, y: inside.y, width: inside.width, style: theme.style(.selection), isFocused: true)
            inside = inside.splitTop(1).1
        }
        if shown.isEmpty { grid.draw("nothing", x: inside.x, y: inside.y, style: theme.style(.dim)) }
        let lines = shown.enumerated().map { index, item in
            let number = menu.filter == nil && index < 9 ? "\(index + 1) " : "  "
            return Row([.init(number, .dim), .init(item.label.padded(24), .accent), .init(" " + item.detail, .dim)])
        }
        RowView.drawList(lines, selected: menu.selection, in: inside, hasFocus: true, playground, into: &grid)
    }

    private static func drawLines(_ title: String, _ rows: [Row], scroll: Int, _ playground: Playground, into grid: inout Grid) {
        let width = rows.map { row in row.pieces.reduce(0) { $0 + CharacterWidth.of($1.text) } }.max() ?? 20
        let inside = box(max(width + 6, 40), rows.count + 2, title, "Esc", playground, &grid)
        let first = max(0, min(scroll, rows.count - inside.height))
        for (offset, row) in rows.dropFirst(first).prefix(inside.height).enumerated() {
            grid.draw(
                row.pieces.map { ($0.text, RowView.style($0, playground.theme)) }, x: inside.x, y: inside.y + offset, limit: inside.width)
        }
    }

    /// The help, made from the table of keys.
    private static var helpRows: [Row] {
        ActionTable.bindings.all.map { binding in
            Row([.init(binding.chords.map(\.description).joined(separator: " ").padded(16), .accent), .init(" " + binding.help)])
        }
    }
}
