import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Where the panes are: one, two or three columns, by the size of the screen and what has the focus.
struct ScreenLayout {
    /// A pane and its place, frame included.
    struct Area {
        var pane: Playground.Pane
        var rect: Rect
    }

    static let smallest = (columns: 60, rows: 16)
    let areas: [Area]

    init(_ playground: Playground) {
        let body = Rect(x: 0, y: 1, width: playground.columns, height: playground.rows - 2)
        if playground.isZoomed {
            areas = [Area(pane: playground.focus, rect: body)]
        } else if playground.columns < 110 {
            areas = Self.twoColumns(playground, body)
        } else {
            areas = Self.threeColumns(body)
        }
    }

    /// Program at the left; at the right the editor (or, while it is used, the source) over the answer.
    private static func twoColumns(_ playground: Playground, _ body: Rect) -> [Area] {
        let (left, right) = body.splitLeft(min(26, body.width / 3))
        let upper = playground.focus == .source ? max(10, right.height * 3 / 5) : max(9, min(right.height * 9 / 20, 14))
        let (top, bottom) = right.splitTop(upper)
        return [
            Area(pane: .program, rect: left), Area(pane: playground.focus == .source ? .source : .editor, rect: top),
            Area(pane: .answer, rect: bottom),
        ]
    }

    /// Program, editor over source, answer.
    private static func threeColumns(_ body: Rect) -> [Area] {
        let (left, rest) = body.splitLeft(min(34, max(26, body.width / 6)))
        let (middle, right) = rest.splitLeft(rest.width * 48 / 100)
        let (top, bottom) = middle.splitTop(min(max(10, middle.height * 2 / 5), 18))
        return [
            Area(pane: .program, rect: left), Area(pane: .editor, rect: top), Area(pane: .source, rect: bottom),
            Area(pane: .answer, rect: right),
        ]
    }
}
