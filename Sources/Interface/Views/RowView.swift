import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Draws rows of a pane.
enum RowView {
    static func style(_ piece: Row.Piece, _ theme: Theme) -> Style { theme.style(piece.role).with(piece.attributes) }

    /// Draws one row; the selected one has a pointer and another background.
    static func draw(_ row: Row, in rect: Rect, isSelected: Bool, hasFocus: Bool, _ playground: Playground, into grid: inout Grid) {
        let theme = playground.theme
        let adjust = { (style: Style) in isSelected && hasFocus ? theme.selected(style) : style }
        if isSelected, hasFocus { grid.fill(rect, style: adjust(theme.style(.text))) }
        let pointer = isSelected ? playground.glyphs.pointer : " "
        grid.draw(pointer, x: rect.x, y: rect.y, limit: 1, style: adjust(theme.style(.accent)))
        let trailing = row.trailing.map { CharacterWidth.of($0.text) + 1 } ?? 0
        let shownTrailing = min(trailing, max(0, rect.width / 2))
        let pieces = row.pieces.map { ($0.text, adjust(style($0, theme))) }
        grid.draw(pieces, x: rect.x + 1, y: rect.y, limit: rect.width - 1 - shownTrailing)
        if let piece = row.trailing, shownTrailing > 1 {
            grid.draw(
                piece.text, x: rect.x + rect.width - shownTrailing + 1, y: rect.y, limit: shownTrailing - 1,
                style: adjust(style(piece, theme)))
        }
    }

    /// Draws a list so that the selected row is seen.
    static func drawList(
        _ rows: [Row], selected: Int?, in rect: Rect, hasFocus: Bool, _ playground: Playground, into grid: inout Grid
    ) {
        let first = ListWindow.first(selected: selected ?? 0, count: rows.count, height: rect.height)
        for offset in 0..<rect.height where first + offset < rows.count {
            let line = Rect(x: rect.x, y: rect.y + offset, width: rect.width, height: 1)
            draw(rows[first + offset], in: line, isSelected: first + offset == selected, hasFocus: hasFocus, playground, into: &grid)
        }
    }
}

/// The list at the left.
enum ProgramView {
    static func draw(_ playground: Playground, in rect: Rect, into grid: inout Grid) {
        let entries = ProgramRows.rows(playground)
        let selected = entries.firstIndex { $0.item != nil && $0.item == playground.selected }
        RowView.drawList(
            entries.map(\.row), selected: selected, in: rect, hasFocus: playground.focus == .program, playground, into: &grid)
    }
}

/// What the selected item says, row by row.
enum EditorView {
    static func draw(_ playground: Playground, in rect: Rect, into grid: inout Grid) {
        let rows = playground.editorRows
        let isSelectable = rows.indices.contains(playground.editorRow) && rows[playground.editorRow].target != nil
        RowView.drawList(
            rows.map(\.row), selected: isSelectable ? playground.editorRow : nil, in: rect, hasFocus: playground.focus == .editor,
            playground,
            into: &grid)
    }
}

/// The answer: a status line, and the rows of the chosen view.
enum AnswerView {
    static func draw(_ playground: Playground, in rect: Rect, into grid: inout Grid) {
        let (head, body) = rect.splitTop(1)
        let theme = playground.theme
        if let record = playground.shown, let exchange = record.exchange {
            let status = exchange.response.status
            let role: Role = status < 300 ? .good : status < 400 ? .warning : .bad
            let count = exchange.response.headers.count
            grid.draw(
                [
                    (" \(status) \(exchange.response.reason)", theme.style(role).with(.bold)),
                    ("  \(exchange.request.method) \(exchange.request.target)", theme.style(.dim)),
                ], x: head.x, y: head.y, limit: head.width)
            let right = "\(count) headers  \(Self.milliseconds(record.microseconds))"
            grid.draw(" " + right, x: head.x + head.width - right.count - 1, y: head.y, style: theme.style(.dim))
        }
        let hints = BrowserHints.pieces(playground)
        let (list, foot) =
            hints.isEmpty || body.height < 6 ? (body, nil) : (body.splitTop(body.height - 1).0, body.splitTop(body.height - 1).1)
        RowView.drawList(
            playground.answerRows, selected: playground.shown == nil ? nil : playground.answerRow, in: list,
            hasFocus: playground.focus == .answer, playground, into: &grid)
        if let foot {
            grid.draw(hints.map { ($0.text, RowView.style($0, theme)) }, x: foot.x + 1, y: foot.y, limit: foot.width - 1)
        }
    }

    private static func milliseconds(_ microseconds: Int) -> String {
        let tenths = (microseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
