import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The *Browser* view: what a page's JavaScript gets of the answer.
struct BrowserRows {
    private let playground: Playground
    private var glyphs: Glyphs { playground.glyphs }

    init(_ playground: Playground) { self.playground = playground }

    func rows(_ record: ExchangeRecord) -> [Row] {
        let settings = record.verdict?.settings ?? playground.browser
        var rows = [
            Row([
                .init("page ", .dim), .init(settings.page, .accent), .init("   server as ", .dim), .init(settings.serverAs, .accent),
                .init("   engine ", .dim), .init(settings.profile.rawValue, .accent),
            ])
        ]
        guard let verdict = record.verdict else {
            rows.append(Row("This exchange was not a page's fetch(). b sends it as one; o chooses origins.", .dim))
            return rows
        }
        let reasons = verdict.result?.preflightReasons ?? []
        let preflight = reasons.isEmpty ? "no preflight needed" : "preflight for " + reasons.joined(separator: ", ")
        rows.append(
            Row("credentials \(settings.credentials.rawValue) · mode \(settings.mode.rawValue) · \(verdict.relation) · \(preflight)", .dim))
        rows += preflightRows(verdict)
        rows.append(Row(""))
        rows += headerRows(verdict, record)
        rows.append(Row(""))
        rows += resultRows(verdict)
        return rows
    }

    private func preflightRows(_ verdict: Verdict) -> [Row] {
        verdict.preflights.flatMap { message -> [Row] in
            let asked = message.request.headers.filter { $0.name.hasPrefix("access-control-") || $0.name == "origin" }
            var rows = [Row([.init("\(glyphs.arrow) OPTIONS \(message.request.target)", .keyword)], isSelectable: true)]
            rows += asked.map { Row([.init("    \($0.name): \($0.text.visible)", .dim)]) }
            if let response = message.response {
                let isOK = (200...299).contains(response.status)
                rows.append(Row([.init("  \(response.status) \(response.reason)", isOK ? .good : .bad)]))
                rows += response.headers.filter { $0.name.hasPrefix("access-control-") }.map {
                    Row([.init("    \($0.name): \($0.text.visible)", .dim)])
                }
            }
            return rows
        }
    }

    private func headerRows(_ verdict: Verdict, _ record: ExchangeRecord) -> [Row] {
        let headers = verdict.result?.headers ?? []
        let width = min(28, (headers.map { CharacterWidth.of($0.name) }.max() ?? 8) + 1)
        return headers.map { header in
            let account = record.exchange?.trace.headers.first {
                $0.name.isEqualIgnoringASCIICase(header.name) && $0.value == header.value
            }
            return Row(
                [
                    .init((header.isReadable ? glyphs.yes : glyphs.no) + " ", header.isReadable ? .good : .bad),
                    .init(header.name.padded(width), .accent), .init(header.reason.words), .init("  \(header.value.visible)", .dim),
                ], line: account?.source.site?.line, isSelectable: true, header: header.name.asciiLowercased)
        }
    }

    private func resultRows(_ verdict: Verdict) -> [Row] {
        var rows: [Row] = []
        let isFine = if case .resolved? = verdict.result?.outcome { true } else { false }
        rows.append(Row([.init(verdict.summary, isFine ? .good : .bad)]))
        if case .rejected(let failure)? = verdict.result?.outcome { rows.append(Row([.init("  \(failure.step)", .dim)])) }
        for header in verdict.result?.droppedRequestHeaders ?? [] {
            rows.append(Row([.init("request header \(header.name) is dropped: the page may not set it", .warning)]))
        }
        if verdict.result?.headers.contains(where: { $0.reason == .notExposed }) == true {
            rows.append(Row([.init("f", .accent), .init("  exposes the selected header and sends again", .dim)]))
        }
        return rows
    }
}
