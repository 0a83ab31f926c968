import BrowserModel
import HTTPMessages

/// The rows of a comparison: what the model says, what the browser said.
struct AskRows {
    let verdict: Verdict
    let report: AskReport
    /// `document.cookie` afterwards by the model; nil for an opaque page.
    let cookie: String?

    /// What the page gets by the model, where it gets a Response.
    private var resolved: (type: FetchResult.ResponseType, status: Int, headers: [Header], body: [UInt8])? {
        guard case .resolved(let type, let status, let headers, let body)? = verdict.result?.outcome else { return nil }
        return (type, status, headers, body)
    }

    var modelHeaders: [[String]] { (resolved?.headers ?? []).map { [$0.name, $0.text] } }

    /// All rows; `sent` and `expected` are the browser's requests and the model's, in words.
    func all(sent: [String], expected: [String]) -> [AskComparison.Row] {
        var rows = [outcome]
        for index in 0..<max(sent.count, expected.count) {
            rows.append(
                row(
                    "request \(index + 1)", expected.indices.contains(index) ? expected[index] : "none",
                    sent.indices.contains(index) ? sent[index] : "none"))
        }
        guard resolved != nil || report.outcome == .resolved else { return rows + errors + [cookies] }
        rows.append(row("type", resolved?.type.rawValue, report.type))
        rows.append(row("status", resolved.map { "\($0.status)" }, report.status.map { "\($0)" }))
        rows.append(row("redirected", resolved.map { "\(isRedirected($0.type))" }, report.redirected.map { "\($0)" }))
        return rows + headers + [body] + errors + [cookies]
    }

    /// In no order: cookies of the time before are known by their names alone.
    private var cookies: AskComparison.Row {
        let sorted = { (text: String) in text.split(separator: "; ").sorted().joined(separator: "; ") }
        return row("document.cookie", cookie.map(sorted), report.cookieAfter.map(sorted))
    }

    /// The Response says so; an opaque one hides it, for it has no URL list (Fetch §2.2.6).
    private func isRedirected(_ type: FetchResult.ResponseType) -> Bool {
        verdict.result?.redirected == true && type != .opaque && type != .opaqueRedirect
    }

    private var outcome: AskComparison.Row {
        let model =
            switch verdict.result?.outcome {
            case .resolved: "resolved"
            case .rejected: "rejected"
            case nil: "goes on to \(verdict.leftFor ?? "another server")"
            }
        return row("outcome", model, report.outcome.rawValue)
    }

    private var errors: [AskComparison.Row] {
        let isRejected = if case .rejected? = verdict.result?.outcome { true } else { false }
        guard isRejected || report.error != nil else { return [] }
        return [row("error", isRejected ? "TypeError" : nil, report.error?.name)]
    }

    private var headers: [AskComparison.Row] {
        let model = modelHeaders
        let names = Set((model + report.headers).compactMap(\.first)).sorted()
        return names.map { name in row(name, Self.value(name, model), Self.value(name, report.headers)) }
    }

    private static func value(_ name: String, _ headers: [[String]]) -> String? {
        let values = headers.filter { $0.count == 2 && $0[0] == name }.map { $0[1] }
        return values.isEmpty ? nil : values.joined(separator: "\n")
    }

    private var body: AskComparison.Row {
        let text = resolved.map { String(decoding: $0.body, as: UTF8.self) }
        return row("body", text.map(Self.clipped), report.body.map(Self.clipped))
    }

    private static func clipped(_ text: String) -> String {
        text.utf16.count <= AskReport.bodyLimit ? text : String(decoding: text.utf16.prefix(AskReport.bodyLimit), as: UTF16.self)
    }

    private func row(_ name: String, _ model: String?, _ browser: String?) -> AskComparison.Row {
        let state: AskComparison.Row.State = model == browser ? .same : verdict.result == nil ? .unknown : .differs
        return AskComparison.Row(name: name, model: model ?? "none", browser: browser ?? "none", state: state)
    }
}
