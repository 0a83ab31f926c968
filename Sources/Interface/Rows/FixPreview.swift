import Python
import Workbench

/// The lines that a fix would write.
enum FixPreview {
    /// Each as `line 16: expose_headers=["X-Shown", "X-Hidden"],`; empty where the fix cannot be written.
    static func lines(_ fix: BrowserFix, _ document: Document) -> [String] {
        var changed = document
        guard (try? changed.apply(fix)) != nil else { return [] }
        return LineDifference.rows(from: document.source, to: changed.source).compactMap { row in
            guard let line = row.line else { return nil }
            let text = changed.source.text(of: changed.source.lineContent(line))
            return "line \(line): \(text.drop { $0 == " " })"
        }
    }
}
