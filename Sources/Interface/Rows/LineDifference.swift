import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The lines in which two texts differ, as rows with `-` and `+`.
enum LineDifference {
    static func rows(from old: SourceText, to new: SourceText) -> [Row] {
        let a = lines(old), b = lines(new)
        let difference = b.difference(from: a)
        var rows: [(Int, Row)] = []
        for change in difference {
            switch change {
            case .remove(let offset, let text, _): rows.append((offset * 2, Row([.init("- \(number(offset)) \(text)", .bad)])))
            case .insert(let offset, let text, _):
                rows.append((offset * 2 + 1, Row([.init("+ \(number(offset)) \(text)", .added)], line: offset + 1)))
            }
        }
        return rows.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func lines(_ source: SourceText) -> [String] {
        (1...source.lineCount).map { source.text(of: source.lineContent($0)) }
    }

    private static func number(_ offset: Int) -> String { "\(offset + 1)".padded(4) }
}
