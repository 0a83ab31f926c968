import BrowserModel
import FoundationEssentials
import HTTPMessages
import Workbench

/// What `headroom serve --ask` prints of a comparison.
enum AskOutput {
    /// Model and browser side by side, differences marked; safe to print.
    static func text(_ comparison: AskComparison) -> String {
        let head = "headroom: \(comparison.profile.rawValue) at \(comparison.page) asked \(comparison.question.title)"
        let width = comparison.rows.map(\.name.count).max() ?? 0
        let rows = comparison.rows.map { row -> String in
            let name = row.name + String(repeating: " ", count: max(0, width - row.name.count))
            switch row.state {
            case .same: return "  ✓ \(name)  \(row.browser)"
            case .differs: return "  ✗ \(name)  model: \(row.model)   browser: \(row.browser)"
            case .unknown: return "  ? \(name)  browser: \(row.browser)"
            }
        }
        return ([head] + rows + ["headroom: " + comparison.summary]).map(\.visible).joined(separator: "\n")
    }

    /// One JSON object on one line.
    static func json(_ comparison: AskComparison) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(comparison)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
