import BrowserModel
import FoundationEssentials
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// What `headroom send` has to say.
struct SendReport: Sendable {
    /// Nil where a browser would have sent nothing.
    var exchange: Exchange?
    var verdict: Verdict?

    private struct Object: Encodable {
        var request: RequestReport?
        var response: ResponseReport?
        var provenance: [ProvenanceReport]
        var bodyChanges: [BodyChangeReport]
        var log: [String]
        var verdict: VerdictReport?
    }

    func writeJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let object = Object(
            request: exchange.map { RequestReport($0.request) }, response: exchange.map { ResponseReport($0.response) },
            provenance: exchange?.trace.headers.map(ProvenanceReport.init) ?? [],
            bodyChanges: exchange?.trace.bodyChanges.map(BodyChangeReport.init) ?? [], log: exchange?.trace.log ?? [],
            verdict: verdict.map(VerdictReport.init))
        Output.bytes(Array(try encoder.encode(object)) + [0x0A])
    }

    /// The same for people, safe to print.
    var text: String {
        var lines: [String] = []
        if let exchange { lines += Self.lines(exchange) }
        if let verdict { lines += Self.lines(verdict) }
        return lines.map(\.visible).joined(separator: "\n") + "\n"
    }

    private static func lines(_ exchange: Exchange) -> [String] {
        let response = exchange.response
        var lines = ["\(response.status) \(response.reason)"]
        for report in exchange.trace.headers.map(ProvenanceReport.init) {
            let place = report.line.map { "\(report.function), line \($0)" } ?? "\(report.kind): \(report.function)"
            if report.fate == "final" {
                lines.append("  \(report.name): \(report.value)    (\(place))")
            } else {
                lines.append("✗ \(report.name): \(report.value)    (\(place); \(report.fate): \(report.rule ?? report.by ?? ""))")
            }
        }
        if exchange.trace.headers.isEmpty { lines += response.headers.map { "  \($0.name): \($0.text)" } }
        if !response.body.isEmpty {
            let text = String(validating: response.body, as: UTF8.self) ?? "(\(response.body.count) bytes that are no text)"
            lines += [""] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        for change in exchange.trace.bodyChanges.map(BodyChangeReport.init) {
            lines.append("body: \(change.path) \(change.kind)" + (change.line.map { ", line \($0)" } ?? "") + ": \(change.reason)")
        }
        if let failure = exchange.trace.failure {
            let place = failure.traceback.first.map { " (\($0.function), line \($0.line))" } ?? ""
            lines.append("\(failure.type): \(failure.message)\(place)")
        }
        return lines
    }

    private static func lines(_ verdict: Verdict) -> [String] {
        let settings = verdict.settings
        var lines = ["", "page \(settings.page), server as \(settings.serverAs), \(verdict.relation), \(settings.profile.rawValue)"]
        for preflight in verdict.preflights {
            lines.append("preflight OPTIONS \(preflight.request.target) → \(preflight.response.map { "\($0.status)" } ?? "no answer")")
        }
        for header in verdict.result?.headers ?? [] {
            lines.append("\(header.isReadable ? "✓" : "✗") \(header.name)  \(header.reason.words)")
        }
        lines.append(verdict.summary)
        return lines
    }
}
