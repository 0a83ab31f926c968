import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The *Browser* view: what a page's JavaScript gets of the answer, and why.
struct BrowserRows {
    let playground: Playground
    var glyphs: Glyphs { playground.glyphs }

    init(_ playground: Playground) { self.playground = playground }

    func rows(_ record: ExchangeRecord) -> [Row] {
        let settings = record.verdict?.settings ?? playground.browser
        var rows = flowing(
            [
                [.init("page ", .dim), .init(settings.page, .accent)], [.init("server as ", .dim), .init(settings.serverAs, .accent)],
                [.init("engine ", .dim), .init(settings.profile.rawValue, .accent)],
            ], between: .init("  ", .dim))
        guard let verdict = record.verdict else {
            return rows + [
                Row("This exchange was not a page's fetch().", .dim),
                Row("b sends it as one, o shows origins side by side.", .dim),
                Row("O chooses page and server, B asks your own browser.", .dim),
            ]
        }
        let reasons = verdict.result?.preflightReasons ?? []
        let preflight = reasons.isEmpty ? "no preflight needed" : "preflight for " + reasons.joined(separator: ", ")
        let facts = ["credentials \(settings.credentials.rawValue)", "mode \(settings.mode.rawValue)", verdict.relation, preflight]
        rows += flowing(facts.map { [.init($0, .dim)] }, between: .init(" · ", .dim))
        if playground.isHidden(record) { return rows + predictionRows(verdict, record) }
        return rows + outcomeRows(verdict) + changeRows(record) + scoreRows(verdict, record) + askedRows(record) + [Row("")]
            + headerRows(verdict, record) + cookieRows(verdict, record) + consoleRows(verdict) + preflightRows(verdict)
    }

    /// Groups of pieces on as few rows as they fit on.
    private func flowing(_ groups: [[Row.Piece]], between separator: Row.Piece) -> [Row] {
        let width = { (pieces: [Row.Piece]) in pieces.reduce(0) { $0 + CharacterWidth.of($1.text) } }
        var rows: [[Row.Piece]] = []
        for group in groups {
            if let last = rows.last, width(last + [separator] + group) <= playground.answerWidth {
                rows[rows.count - 1] = last + [separator] + group
            } else {
                rows.append(group)
            }
        }
        return rows.map { Row($0) }
    }

    /// A text after a mark, on as many rows as it needs.
    private func wrapped(_ mark: String, _ text: String, _ role: Role) -> [Row] {
        let lines = text.visible.wrapped(max(20, playground.answerWidth - 2))
        return lines.enumerated().map { Row([.init($0 == 0 ? mark.padded(2) : "  ", role), .init($1, role)]) }
    }

    /// The fix of what a row speaks of; nil where the program cannot help.
    func fix(at index: Int, _ record: ExchangeRecord) -> BrowserFix? {
        let rows = rows(record)
        guard let verdict = record.verdict, rows.indices.contains(index), let subject = rows[index].subject else { return nil }
        return fix(subject, verdict, record)
    }

    private func fix(_ subject: BrowserSubject, _ verdict: Verdict, _ record: ExchangeRecord) -> BrowserFix? {
        let fixes = BrowserFixes(verdict, playground.document)
        switch subject {
        case .header(let name):
            return verdict.result?.headers.first { $0.name.asciiLowercased == name && !$0.isReadable }.flatMap(fixes.fix)
        case .outcome, .body, .preflight: return fixes.failureFix
        case .score, .comparison: return nil
        case .cookie(let index): return cookieFix(index, verdict, record)
        }
    }

    /// The row to begin with: the score or comparison that was asked for; after a fix the outcome, beside which stands what it changed;
    /// else the first that has a fix.
    func firstRow(_ record: ExchangeRecord) -> Int {
        let rows = rows(record)
        guard let verdict = record.verdict, !playground.isHidden(record) else { return rows.firstIndex { $0.subject != nil } ?? 0 }
        let subjects = rows.indices.filter { rows[$0].subject != nil }
        if let told = subjects.first(where: { rows[$0].subject == .score || rows[$0].subject == .comparison }) { return told }
        if record.beforeFix != nil { return subjects.first ?? 0 }
        return subjects.first { fix(rows[$0].subject ?? .outcome, verdict, record) != nil } ?? subjects.first ?? 0
    }

    // MARK: The outcome

    private func outcomeRows(_ verdict: Verdict) -> [Row] {
        let isFine = if case .resolved? = verdict.result?.outcome { true } else { false }
        var rows = wrapped(isFine ? glyphs.yes : glyphs.no, verdict.summary, isFine ? .good : .bad)
        rows[0].isSelectable = true
        rows[0].subject = .outcome
        if case .rejected(let failure)? = verdict.result?.outcome { rows.append(Row([.init("  \(failure.step)", .dim)])) }
        for header in verdict.result?.droppedRequestHeaders ?? [] {
            rows.append(Row([.init("request header \(header.name) is dropped: the page may not set it", .warning)]))
        }
        for deviation in verdict.deviations {
            rows += wrapped("", "not as the standard: \(deviation.sentence) (\(deviation.rawValue))", .dim)
        }
        return rows
    }

    /// What a fix changed.
    private func changeRows(_ record: ExchangeRecord) -> [Row] {
        guard let before = record.beforeFix, let verdict = record.verdict else { return [] }
        let names = { (verdict: Verdict) in Set((verdict.result?.headers ?? []).filter(\.isReadable).map(\.name.asciiLowercased)) }
        let (old, new) = (names(before), names(verdict))
        var rows = new.subtracting(old).sorted().map { Row([.init("+ \($0) can be read now", .added)]) }
        rows += old.subtracting(new).sorted().map { Row([.init("\(glyphs.minus) \($0) can be read no more", .warning)]) }
        if before.summary != verdict.summary { rows += wrapped(glyphs.minus, "before: \(before.summary)", .dim) }
        if rows.isEmpty { rows.append(Row("the fix changed nothing that JavaScript sees", .warning)) }
        return rows
    }

    // MARK: Headers

    private func headerRows(_ verdict: Verdict, _ record: ExchangeRecord) -> [Row] {
        let all = verdict.result?.headers ?? []
        // What the program is about comes first.
        let headers = all.filter { !$0.isPlumbing } + all.filter(\.isPlumbing)
        let isWide = playground.answerWidth >= 84
        let nameWidth = min(isWide ? 34 : 20, (headers.map { CharacterWidth.of($0.name) }.max() ?? 8) + 1)
        let mark = { (header: HeaderVerdict) in
            Row.Piece((header.isReadable ? glyphs.yes : glyphs.no) + " ", header.isReadable ? .good : .bad)
        }
        var rows = [
            Row(
                [
                    .init("  " + "header".padded(nameWidth), .dim),
                    .init(isWide ? "value".padded(24) + " JavaScript" : "JavaScript", .dim),
                ])
        ]
        rows += headers.map { header in
            let account = record.exchange?.trace.headers.first {
                $0.name.isEqualIgnoringASCIICase(header.name) && $0.value == header.value
            }
            let value = header.value.visible
            let rest: [Row.Piece] =
                isWide
                ? [.init(value.padded(24) + " ", .dim), .init(header.reason.words)]
                : [.init(header.reason.words), .init("  " + value, .dim)]
            var row = Row(
                [mark(header), .init(header.name.padded(nameWidth), .accent)] + rest,
                trailing: playground.answerWidth >= 150 ? .init(header.reason.step, .dim) : nil, line: account?.source.site?.line,
                isSelectable: true, header: header.name.asciiLowercased)
            row.subject = .header(header.name.asciiLowercased)
            return row
        }
        return headers.isEmpty ? [] : rows
    }

    // MARK: Cookies and console

    private func received(_ verdict: Verdict) -> [SetCookieVerdict] { (verdict.result?.cookies ?? []).flatMap(\.received) }

    /// The line of the program that set a cookie.
    private func line(of cookie: SetCookieVerdict, _ record: ExchangeRecord) -> Int? {
        let account = record.exchange?.trace.headers.first { $0.name.isEqualIgnoringASCIICase("set-cookie") && $0.value == cookie.line }
        return account?.source.site?.line
    }

    private func cookieRows(_ verdict: Verdict, _ record: ExchangeRecord) -> [Row] {
        let sent = (verdict.result?.cookies ?? []).flatMap(\.sent).map { one -> Row in
            let words = one.isSent ? "sent" : "not sent: " + one.withholdings.map(\.sentence).joined(separator: "; ")
            return cookieRow(String(latin1: one.cookie.nameBytes), one.isSent, words)
        }
        let stored = received(verdict).enumerated().map { index, one -> Row in
            let name = one.cookie.map { String(latin1: $0.nameBytes) } ?? String(one.line.prefix { $0 != "=" && $0 != ";" })
            let words =
                switch one.outcome {
                case .stored: "stored"
                case .expired: "expired when it came, so that it is removed"
                case .refused(let refusals): "not stored: " + refusals.map(\.sentence).joined(separator: "; ")
                }
            var row = cookieRow(name, one.isStored, words)
            row.line = line(of: one, record)
            row.isSelectable = true
            row.subject = .cookie(index)
            return row
        }
        return sent.isEmpty && stored.isEmpty ? [] : [Row("")] + sent + stored
    }

    private func cookieRow(_ name: String, _ isFine: Bool, _ words: String) -> Row {
        Row([
            .init((isFine ? glyphs.yes : glyphs.no) + " ", isFine ? .good : .bad), .init("cookie ", .dim), .init(name.visible, .accent),
            .init("  " + words),
        ])
    }

    private func cookieFix(_ index: Int, _ verdict: Verdict, _ record: ExchangeRecord) -> BrowserFix? {
        let all = received(verdict)
        guard all.indices.contains(index), let line = line(of: all[index], record), let cookie = all[index].cookie else { return nil }
        return BrowserFixes.fix(all[index].refusals, cookie: String(latin1: cookie.nameBytes), line: line)
    }

    /// What each engine's console shows, and MDN's reason.
    private func consoleRows(_ verdict: Verdict) -> [Row] {
        let telling = verdict.consoles.filter { !$0.messages.isEmpty }
        guard !telling.isEmpty else { return [Row(""), Row("console: nothing", .dim)] }
        var rows = [Row("")]
        for console in telling {
            rows.append(Row("console of \(console.engine == .firefox ? "firefox" : "chromium")", .dim))
            rows += console.messages.flatMap { wrapped("", $0.text, .warning) }
        }
        if case .rejected(let failure)? = verdict.result?.outcome, let reason = failure.mdnReason {
            rows += [Row("MDN", .dim)] + wrapped("", reason.title, .text)
        }
        return rows
    }

    // MARK: The preflight

    private func preflightRows(_ verdict: Verdict) -> [Row] {
        verdict.preflights.enumerated().flatMap { index, message -> [Row] in
            let asked = message.request.headers.filter { $0.name.hasPrefix("access-control-") || $0.name == "origin" }
            var first = Row([.init("preflight OPTIONS \(message.request.target)", .keyword)], isSelectable: true)
            first.subject = .preflight(index)
            var rows = [Row(""), first] + asked.map { Row([.init("    \($0.name): ", .dim), .init($0.text.visible)]) }
            guard let response = message.response else { return rows + [Row("  no answer", .bad)] }
            let isOK = (200...299).contains(response.status)
            rows.append(Row([.init("  \(glyphs.arrow) \(response.status) \(response.reason)", isOK ? .good : .bad)]))
            return rows
                + response.headers.filter { $0.name.hasPrefix("access-control-") }.map {
                    Row([.init("    \($0.name): ", .dim), .init($0.text.visible)])
                }
        }
    }
}

extension HeaderVerdict {
    /// Whether it is of the server or of CORS itself, which nobody wants to read.
    var isPlumbing: Bool {
        let name = name.asciiLowercased
        return ["date", "server", "vary"].contains(name) || name.hasPrefix("access-control-")
    }
}
