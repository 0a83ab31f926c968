import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// A row of the editor pane, and what it edits.
public struct EditorRow: Sendable {
    public var row: Row
    /// Nil for headings.
    public var target: Target?

    /// What a row stands for.
    public enum Target: Sendable, Hashable {
        case route
        case write(Int)
        case returnValue(Int)
        case field(Int)
        case model
        case cors
        case line(Int)
    }
}

extension Playground {
    /// What the editor pane lists for the selected item.
    var editorRows: [EditorRow] {
        if let function = selectedFunction { return functionRows(function) }
        if let model = selectedModel { return modelRows(model) }
        if let middleware = selectedMiddleware { return middlewareRows(middleware) }
        if case .finding(let index) = selected, allFindings.indices.contains(index) {
            let finding = allFindings[index]
            return [EditorRow(row: Row([.init(finding.text, .warning)], line: finding.line), target: finding.line.map { .line($0) })]
        }
        return [EditorRow(row: Row("Nothing is selected. a adds a path operation.", .dim), target: nil)]
    }

    private func heading(_ text: String) -> EditorRow { EditorRow(row: Row(text, .dim), target: nil) }

    private func text(_ expression: Expression) -> String { document.source.text(of: expression.range) }

    private func functionRows(_ function: FunctionOutline) -> [EditorRow] {
        var rows: [EditorRow] = []
        if let route = function.route {
            let keywords = ["response_model", "status_code", "response_class"].map { name in
                "\(name) \(route.keyword(name).map { text($0.value) } ?? glyphs.dash)"
            }
            rows.append(
                EditorRow(
                    row: Row(
                        [.init("Decorator  ", .dim), .init(keywords.joined(separator: "   "))],
                        trailing: .init("\(line(route.decorator.range))", .dim), line: line(route.decorator.range)), target: .route))
        } else {
            rows.append(heading("Dependency"))
        }
        if !function.dependencies.isEmpty {
            rows.append(
                EditorRow(row: Row([.init("Before it  ", .dim), .init(function.dependencies.joined(separator: ", "))]), target: nil))
        }
        rows.append(
            heading(function.responseParameter == nil ? "Temporal response  (a adds a header, cookie or status)" : "Temporal response"))
        for (index, write) in function.writes.enumerated() {
            var pieces = writePieces(write)
            if write.isConditional { pieces.append(.init("  sometimes", .dim)) }
            let number = line(write.statement.range)
            rows.append(
                EditorRow(row: Row(pieces, trailing: .init("\(number)", .dim), line: number), target: .write(index)))
        }
        for (index, value) in function.returns.enumerated() {
            let number = line(value.statement.range)
            let shown = value.value.map(text) ?? "None"
            rows.append(
                EditorRow(
                    row: Row(
                        [.init("Returns  ", .dim), .init(shown.replacing("\n", with: " "))], trailing: .init("\(number)", .dim),
                        line: number),
                    target: .returnValue(index)))
        }
        return rows
    }

    private func writePieces(_ write: TemporalWrite) -> [Row.Piece] {
        switch write.kind {
        case .header(let name, let value, let mode):
            let how = mode == .set ? "header" : mode.rawValue
            return [
                .init("  \(how)  ".padded(13), .dim), .init((name.plainText ?? text(name)) + "  ", .accent), .init(text(value), .string),
            ]
        case .removeHeader(let name):
            return [.init("  remove  ".padded(13), .dim), .init(name.plainText ?? text(name), .accent)]
        case .setCookie(let call):
            let form = CookieForm(call, source: document.source)
            let name = form?.name ?? call.arguments.first.map(text) ?? "…"
            let flags = form.map { form in
                [form.secure ? "Secure" : nil, form.httpOnly ? "HttpOnly" : nil, form.sameSite == .leaveOut ? nil : form.sameSite.rawValue]
                    .compactMap { $0 }.joined(separator: " ")
            }
            return [
                .init("  cookie  ".padded(13), .dim), .init(name + "  ", .accent), .init((form?.value ?? "…") + "  ", .string),
                .init(flags ?? "", .dim),
            ]
        case .deleteCookie(let call):
            return [.init("  forget  ".padded(13), .dim), .init(call.arguments.first.map { $0.plainText ?? text($0) } ?? "…", .accent)]
        case .status(let value): return [.init("  status  ".padded(13), .dim), .init(text(value), .number)]
        case .other(let expression): return [.init("  " + text(expression), .text)]
        }
    }

    private func modelRows(_ model: ModelOutline) -> [EditorRow] {
        let first = line(model.statement.range)
        var rows = [
            EditorRow(
                row: Row([.init("Model  ", .dim), .init(model.name, .accent)], trailing: .init("\(first)", .dim), line: first),
                target: .model)
        ]
        for (index, field) in model.fields.enumerated() {
            let number = line(field.statement.range)
            var pieces: [Row.Piece] = [.init("  " + field.name.padded(16), .accent), .init(text(field.annotation), .keyword)]
            if let value = field.defaultValue { pieces.append(.init(" = " + text(value), .string)) }
            rows.append(EditorRow(row: Row(pieces, trailing: .init("\(number)", .dim), line: number), target: .field(index)))
        }
        return rows
    }

    private func middlewareRows(_ middleware: MiddlewareOutline) -> [EditorRow] {
        let first = line(middleware.statement.range)
        let isCORS = middleware.name == "CORSMiddleware"
        var rows = [
            EditorRow(
                row: Row([.init("Middleware  ", .dim), .init(middleware.name, .accent)], trailing: .init("\(first)", .dim), line: first),
                target: isCORS ? .cors : .line(first))
        ]
        for keyword in middleware.call?.keywords ?? [] {
            let number = line(keyword.range)
            rows.append(
                EditorRow(
                    row: Row(
                        [.init("  " + (keyword.name?.text ?? "**").padded(20), .accent), .init(text(keyword.value), .string)],
                        trailing: .init("\(number)", .dim), line: number), target: isCORS ? .cors : .line(number)))
        }
        return rows
    }
}
