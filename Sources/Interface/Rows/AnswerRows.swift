import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// The rows of the answer pane below its status line, for the view that is chosen.
    var answerRows: [Row] {
        guard let record = shown else {
            return [
                Row("No answer yet. s sends the selected path operation,", .dim),
                Row("b sends it as a web page's fetch() would.", .dim),
                Row(serverURL.map { "curl and a browser can call \($0) as well." } ?? "", .dim),
            ]
        }
        if let failure = record.failure { return [Row(failure, .bad)] }
        if answerTab == .browser { return BrowserRows(self).rows(record) }
        guard let exchange = record.exchange else { return [Row("waiting for the answer…", .dim)] }
        return switch answerTab {
        case .final: FinalRows(glyphs: glyphs).rows(exchange)
        case .merge: MergeRows(glyphs: glyphs).rows(exchange)
        case .wire: WireRows.rows(exchange)
        case .trace: TraceRows.rows(exchange)
        case .browser: []
        }
    }
}

/// The *Final* view: each header with what set it, what was dropped, and the body with what changed in it.
struct FinalRows {
    let glyphs: Glyphs

    func rows(_ exchange: Exchange) -> [Row] {
        let accounts = exchange.trace.headers
        let width = min(22, (accounts.map { CharacterWidth.of($0.name) }.max() ?? 10) + 1)
        var rows = accounts.compactMap { account -> Row? in
            guard case .final = account.fate else { return nil }
            return Row(
                [.init("  " + account.name.padded(width), .accent), .init(account.value)],
                trailing: .init(SourceWords.short(account.source), .dim), line: account.source.site?.line, isSelectable: true,
                header: account.name.asciiLowercased)
        }
        for account in accounts {
            guard let why = Self.loss(account.fate) else { continue }
            rows.append(
                Row(
                    [
                        .init(glyphs.no + " ", .bad), .init(account.name.padded(width), .dim), .init(account.value, .dim),
                        .init("  " + why, .bad),
                    ],
                    trailing: .init(SourceWords.short(account.source), .dim), line: account.source.site?.line, isSelectable: true,
                    header: account.name.asciiLowercased))
        }
        return rows + [Row("")] + BodyRows.rows(exchange, glyphs: glyphs)
    }

    /// Why a header did not make it.
    static func loss(_ fate: HeaderAccount.Fate) -> String? {
        switch fate {
        case .final: nil
        case .replaced(let by): "replaced by \(SourceWords.short(by))"
        case .removed(let by): "removed by \(SourceWords.short(by))"
        case .dropped(let rule): "dropped: \(rule.sentence)"
        }
    }
}

/// The body, and what the response model and the encoding did to it.
enum BodyRows {
    static func rows(_ exchange: Exchange, glyphs: Glyphs) -> [Row] {
        var rows: [Row] = []
        let body = exchange.response.body
        if body.isEmpty {
            rows.append(Row("no body", .dim))
        } else if let text = String(validating: body, as: UTF8.self) {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200) {
                for piece in wrapped(String(line), width: 400) { rows.append(Row([.init(piece, .string)])) }
            }
        } else {
            rows.append(Row("\(body.count) bytes that are no text", .dim))
        }
        for change in exchange.trace.bodyChanges {
            let mark = change.kind == .removed ? glyphs.minus : glyphs.arrow
            let detail =
                switch change.kind {
                case .removed: "\(change.path) removed"
                case .converted: "\(change.path) \(change.before ?? "")\(glyphs.arrow)\(change.after ?? "")"
                case .defaulted: "\(change.path) = \(change.after ?? "") by default"
                case .aliased: "\(change.path) named \(change.after ?? "")"
                }
            rows.append(
                Row(
                    [.init("\(mark) \(detail)", .warning), .init("  \(change.reason)", .dim)],
                    trailing: change.site.map { .init("line \($0.line)", .dim) }, line: change.site?.line, isSelectable: true))
        }
        if let failure = exchange.trace.failure {
            rows.append(Row([.init("\(failure.type): \(failure.message)", .bad)], line: failure.traceback.first?.line, isSelectable: true))
            for site in failure.traceback.prefix(8) {
                rows.append(Row([.init("  in \(site.function), line \(site.line)", .dim)], line: site.line, isSelectable: true))
            }
        }
        return rows
    }

    private static func wrapped(_ text: String, width: Int) -> [String] {
        var pieces: [String] = []
        var rest = text[...]
        while rest.count > width {
            pieces.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return pieces + [String(rest)]
    }
}

/// The *Merge* view: layers from the first to the last, what won, what was dropped and why.
struct MergeRows {
    let glyphs: Glyphs

    func rows(_ exchange: Exchange) -> [Row] {
        var rows: [Row] = []
        var number = 0
        for layer in layers(exchange.trace) {
            number += 1
            let site = layer.source.site
            rows.append(
                Row(
                    [.init("\(number) ", .dim), .init("\(layer.source.kind.rawValue) ", .title), .init(layer.source.function, .accent)],
                    trailing: site.map { .init("line \($0.line)", .dim) }, line: site?.line))
            for status in layer.statuses {
                let mark = status.dropped == nil ? "  " : glyphs.no + " "
                var pieces: [Row.Piece] = [.init(mark, .bad), .init("  status \(status.status)", status.dropped == nil ? .number : .dim)]
                if let rule = status.dropped { pieces.append(.init("  \(rule.sentence)", .bad)) }
                rows.append(Row(pieces, line: status.source.site?.line, isSelectable: true))
            }
            rows += layer.headers.map(row)
        }
        if rows.isEmpty { rows.append(Row("the trace of this exchange was not recorded", .dim)) }
        return rows
    }

    private func row(_ account: HeaderAccount) -> Row {
        let loss = FinalRows.loss(account.fate)
        var pieces: [Row.Piece] = [
            .init(loss == nil ? "  " : glyphs.no + " ", .bad), .init("  \(account.operation)".padded(13), .dim),
            .init(account.name + ": ", loss == nil ? .accent : .dim), .init(account.value, loss == nil ? .text : .dim),
        ]
        if let loss {
            pieces.append(.init("  " + loss, .bad))
        } else if let rule = account.rule {
            pieces.append(.init("  \(rule.sentence)", .dim))
        }
        return Row(
            pieces, trailing: account.source.site.map { .init("\($0.line)", .dim) }, line: account.source.site?.line, isSelectable: true,
            header: account.name.asciiLowercased)
    }

    private struct Layer {
        var source: Source
        var headers: [HeaderAccount] = []
        var statuses: [StatusAccount] = []
    }

    /// Accounts grouped by who made them, in the order of the stages.
    private func layers(_ trace: Trace) -> [Layer] {
        var layers: [Layer] = []
        func position(of source: Source) -> Int {
            if let known = layers.firstIndex(where: { $0.source.kind == source.kind && $0.source.function == source.function }) {
                return known
            }
            layers.append(Layer(source: source))
            return layers.count - 1
        }
        for step in trace.steps { _ = position(of: step.source) }
        for status in trace.statuses { layers[position(of: status.source)].statuses.append(status) }
        for account in trace.headers { layers[position(of: account.source)].headers.append(account) }
        let order: [Source.Kind] = [
            .dependency, .pathOperation, .responseClass, .directResponse, .exceptionHandler, .framework, .middleware, .server,
        ]
        let ranked = layers.enumerated().sorted { a, b in
            let x = order.firstIndex(of: a.element.source.kind) ?? 0, y = order.firstIndex(of: b.element.source.kind) ?? 0
            return x == y ? a.offset < b.offset : x < y
        }
        return ranked.map(\.element).filter { !$0.headers.isEmpty || !$0.statuses.isEmpty }
    }
}

/// The *Wire* view: the bytes of request and answer, control characters made visible.
enum WireRows {
    static func rows(_ exchange: Exchange) -> [Row] {
        let request = exchange.request, response = exchange.response
        var rows = [Row([.init("\(request.method) \(request.target) HTTP/1.\(request.minorVersion)", .keyword)])]
        rows += request.headers.map(header)
        rows += bodyRows(request.body)
        rows.append(Row(""))
        rows.append(Row([.init("HTTP/1.1 \(response.status) \(response.reason)", .keyword)]))
        rows += response.headers.map(header)
        rows.append(Row(""))
        return rows + bodyRows(response.body)
    }

    private static func header(_ header: Header) -> Row {
        Row(
            [.init(header.name, .accent), .init(": ", .dim), .init(header.text.visible)], isSelectable: true,
            header: header.name.asciiLowercased)
    }

    private static func bodyRows(_ body: [UInt8]) -> [Row] {
        guard !body.isEmpty else { return [] }
        let text = String(decoding: body, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(500).map { Row([.init(String($0).visible, .string)]) }
    }
}

/// The *Trace* view: what happened, step by step.
enum TraceRows {
    static func rows(_ exchange: Exchange) -> [Row] {
        let trace = exchange.trace
        var rows: [Row] = []
        if let route = trace.route { rows.append(Row([.init("route ", .dim), .init("\(route.path) \(route.function)", .accent)])) }
        for step in trace.steps {
            let indent = String(repeating: "  ", count: step.depth)
            rows.append(
                Row(
                    [
                        .init(indent), .init(step.source.kind.rawValue.padded(18), .dim), .init("\(step.source.function)  ", .accent),
                        .init(step.text),
                    ],
                    trailing: step.source.site.map { .init("\($0.line)", .dim) }, line: step.source.site?.line, isSelectable: true))
        }
        if !trace.log.isEmpty { rows.append(Row("printed", .dim)) }
        rows += trace.log.map { Row([.init("  " + $0, .comment)]) }
        if let failure = trace.failure {
            rows.append(Row([.init("\(failure.type): \(failure.message)", .bad)], line: failure.traceback.first?.line, isSelectable: true))
            rows += failure.traceback.map { Row([.init("  in \($0.function), line \($0.line)", .dim)], line: $0.line, isSelectable: true) }
        }
        return rows
    }
}
