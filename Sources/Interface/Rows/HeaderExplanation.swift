import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// What set a header, in sentences.
enum HeaderExplanation {
    static func lines(_ name: String, in record: ExchangeRecord) -> [String] {
        var lines: [String] = []
        for account in record.exchange?.trace.headers ?? [] where account.name.isEqualIgnoringASCIICase(name) {
            lines.append("\(account.name): \(account.value)")
            lines.append("  by \(SourceWords.long(account.source)), \(account.operation)")
            switch account.fate {
            case .final: if let rule = account.rule { lines.append("  rule \(rule.number): \(rule.sentence)") }
            case .replaced(let by): lines.append("  replaced by \(SourceWords.long(by))")
            case .removed(let by): lines.append("  removed by \(SourceWords.long(by))")
            case .dropped(let rule): lines.append("  dropped, rule \(rule.number): \(rule.sentence)")
            }
        }
        return lines.isEmpty ? ["nothing is known of it"] : lines
    }
}

/// Sources in words.
enum SourceWords {
    /// For a table: `line 14`, `leash, line 13`, `response class`, `CORSMiddleware`.
    static func short(_ source: Source) -> String {
        switch source.kind {
        case .pathOperation: source.site.map { "line \($0.line)" } ?? source.function
        case .responseClass: "response class"
        case .server: "server"
        case .framework: source.function
        default: source.site.map { "\(source.function), line \($0.line)" } ?? source.function
        }
    }

    /// For a sentence.
    static func long(_ source: Source) -> String {
        let place = source.site.map { ", line \($0.line)" } ?? ""
        return "\(source.kind.rawValue) \(source.function)\(place)"
    }
}
