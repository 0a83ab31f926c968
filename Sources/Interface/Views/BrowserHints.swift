import CellUI
import Workbench

/// The last line of the browser's view: the fix of the selected row, or what else can be done here.
enum BrowserHints {
    static func pieces(_ playground: Playground) -> [Row.Piece] {
        guard playground.answerTab == .browser, let record = playground.shown, record.verdict != nil else { return [] }
        if playground.isHidden(record) { return keys([("x", "mark"), ("Enter", "reveal"), ("p", "stop predicting")]) }
        guard let fix = BrowserRows(playground).fix(at: playground.answerRow, record) else {
            return keys([("i", "why"), ("o", "origins"), ("p", "predict"), ("B", "ask my browser")])
        }
        let line = FixPreview.lines(fix, playground.document).first
        return [.init("f", .accent), .init(" \(line ?? fix.words)  ")] + keys([("i", "why"), ("o", "origins")])
    }

    private static func keys(_ pairs: [(key: String, label: String)]) -> [Row.Piece] {
        pairs.enumerated().flatMap { index, pair in
            [.init((index == 0 ? "" : "  ") + pair.key, .accent), .init(" " + pair.label, .dim)] as [Row.Piece]
        }
    }
}

extension Playground {
    /// How many cells a row of the answer has.
    var answerWidth: Int { max(0, (ScreenLayout(self).areas.first { $0.pane == .answer }?.rect.width ?? 0) - 3) }
}
