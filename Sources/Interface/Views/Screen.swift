import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Draws the playground: a pure function of its state.
public enum Screen {
    public static func draw(_ playground: Playground) -> Grid {
        let theme = playground.theme
        var grid = Grid(columns: playground.columns, rows: playground.rows, style: theme.style(.text))
        let smallest = ScreenLayout.smallest
        guard playground.columns >= smallest.columns, playground.rows >= smallest.rows else {
            drawTooSmall(playground, into: &grid)
            return grid
        }
        TitleBar.draw(playground, into: &grid)
        for area in ScreenLayout(playground).areas { draw(area, playground, into: &grid) }
        Footer.draw(playground, into: &grid)
        PopupView.draw(playground, into: &grid)
        return grid
    }

    private static func drawTooSmall(_ playground: Playground, into grid: inout Grid) {
        let lines = [
            "The window has \(playground.columns) columns and \(playground.rows) rows;",
            "Headroom needs \(ScreenLayout.smallest.columns) by \(ScreenLayout.smallest.rows). Make it larger, or q to leave.",
        ]
        for (index, line) in lines.enumerated() { grid.draw(line, x: 0, y: index, style: playground.theme.style(.warning)) }
    }

    private static func draw(_ area: ScreenLayout.Area, _ playground: Playground, into grid: inout Grid) {
        let isFocused = area.pane == playground.focus && playground.popup == nil
        let border = playground.theme.style(isFocused ? .focus : .border)
        let title = PaneTitle.pieces(area.pane, playground).map { ($0.text, RowView.style($0, playground.theme)) }
        grid.frame(area.rect, title: title, glyphs: playground.glyphs, style: border)
        let inside = area.rect.inside
        switch area.pane {
        case .program: ProgramView.draw(playground, in: inside, into: &grid)
        case .editor: EditorView.draw(playground, in: inside, into: &grid)
        case .source: SourceView.draw(playground, in: inside, into: &grid)
        case .answer: AnswerView.draw(playground, in: inside, into: &grid)
        }
    }
}

/// What stands in the upper edge of a pane.
enum PaneTitle {
    static func pieces(_ pane: Playground.Pane, _ playground: Playground) -> [Row.Piece] {
        switch pane {
        case .program: return [.init("Program", .title)]
        case .source:
            let mark = playground.focus == .source ? "  editing, Esc leaves" : ""
            return [.init(playground.document.name, .title), .init(mark, .dim)]
        case .answer:
            var pieces: [Row.Piece] = []
            for tab in Playground.AnswerTab.allCases {
                let isShown = tab == playground.answerTab
                pieces.append(.init(isShown ? "[\(tab.rawValue)]" : tab.rawValue, isShown ? .title : .dim))
                pieces.append(.init(" "))
            }
            return pieces
        case .editor:
            if let function = playground.selectedFunction {
                let route = function.route.map { "\($0.method) \($0.path)  " } ?? ""
                return [.init(route, .title), .init(function.name, .accent)]
            }
            if let model = playground.selectedModel { return [.init(model.name, .title)] }
            return [.init(playground.selectedMiddleware?.name ?? "Editor", .title)]
        }
    }
}

/// The first row of the screen.
enum TitleBar {
    static func draw(_ playground: Playground, into grid: inout Grid) {
        let theme = playground.theme
        let mark = playground.document.isModified ? " \(playground.glyphs.bullet)" : ""
        grid.draw([(" headroom  ", theme.style(.dim)), (playground.document.name + mark, theme.style(.title))], x: 0, y: 0)
        let server = playground.serverURL ?? "starting the server…"
        let middle = max(30, (playground.columns - server.count) / 2)
        grid.draw(server, x: middle, y: 0, limit: playground.columns - middle - 24, style: theme.style(.accent))
        var right = theme.name + " "
        if let recording = playground.recording {
            let seconds = max(0, (playground.now - recording.since) / 1000)
            let tail = seconds % 60
            right = "\(playground.glyphs.record) rec \(seconds / 60):\(tail < 10 ? "0" : "")\(tail)  " + right
        }
        let style = theme.style(playground.recording == nil ? .dim : .bad)
        grid.draw(right, x: playground.columns - CharacterWidth.of(right), y: 0, style: style)
    }
}

/// The last row: a notice, or what the keys do.
enum Footer {
    static func draw(_ playground: Playground, into grid: inout Grid) {
        let theme = playground.theme
        let y = playground.rows - 1
        if let notice = playground.notice {
            grid.draw(" " + notice, x: 0, y: y, limit: playground.columns, style: theme.style(.warning))
            return
        }
        var pieces: [(String, Style)] = []
        var used = 1
        for binding in ActionTable.bindings.all where binding.isInFooter {
            let key = binding.chords.first?.description ?? ""
            let width = key.count + binding.label.count + 3
            if used + width > playground.columns { break }
            pieces += [(" \(key)", theme.style(.accent)), (" \(binding.label) ", theme.style(.dim))]
            used += width
        }
        grid.draw(pieces, x: 0, y: y)
    }
}
