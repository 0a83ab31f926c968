import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The program list: headings and items.
enum ProgramRows {
    struct Entry {
        var row: Row
        /// Nil for a heading.
        var item: Playground.ProgramItem?
    }

    static func rows(_ playground: Playground) -> [Entry] {
        let outline = playground.document.outline
        var rows: [Entry] = []
        section("Path operations", outline.pathOperations.isEmpty, &rows)
        let width = outline.pathOperations.map { ($0.route?.method ?? "").count }.max() ?? 4
        for function in outline.pathOperations {
            let method = (function.route?.method ?? "").padded(min(max(width, 4), 7))
            let mark = hasFinding(function, playground) ? Row.Piece(" " + playground.glyphs.warning, .warning) : Row.Piece("")
            rows.append(
                Entry(
                    row: Row(
                        [.init(" " + method + " ", .keyword), .init(function.route?.path ?? function.name), mark], isSelectable: true),
                    item: .pathOperation(function.name)))
        }
        section("Dependencies", outline.dependencies.isEmpty, &rows)
        for function in outline.dependencies { add(function.name, .dependency(function.name), &rows) }
        section("Models", outline.models.isEmpty, &rows)
        for model in outline.models { add(model.name, .model(model.name), &rows) }
        section("Middleware", outline.middleware.isEmpty, &rows)
        for (index, middleware) in outline.middleware.enumerated() { add(title(middleware), .middleware(index), &rows) }
        let findings = playground.allFindings
        section("Findings", findings.isEmpty, &rows)
        for (index, finding) in findings.enumerated() {
            let place = finding.line.map { "\($0): " } ?? ""
            rows.append(Entry(row: Row([.init(" " + place + finding.text, .warning)], isSelectable: true), item: .finding(index)))
        }
        return rows
    }

    private static func section(_ title: String, _ isEmpty: Bool, _ rows: inout [Entry]) {
        if !isEmpty { rows.append(Entry(row: Row(title, .dim), item: nil)) }
    }

    private static func add(_ text: String, _ item: Playground.ProgramItem, _ rows: inout [Entry]) {
        rows.append(Entry(row: Row([.init(" " + text)], isSelectable: true), item: item))
    }

    private static func title(_ middleware: MiddlewareOutline) -> String {
        guard middleware.name == "CORSMiddleware" else { return middleware.name }
        let count = middleware.keyword("allow_origins")?.value.elements?.count
        return count.map { "CORS  \($0) origin\($0 == 1 ? "" : "s")" } ?? "CORS"
    }

    private static func hasFinding(_ function: FunctionOutline, _ playground: Playground) -> Bool {
        let first = playground.line(function.range),
            last = playground.document.source.line(at: max(function.range.start, function.range.end - 1))
        return playground.allFindings.contains { finding in finding.line.map { (first...last).contains($0) } ?? false }
    }
}
