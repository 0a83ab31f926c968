import BrowserModel
import CellUI
import HTTPMessages
import Workbench

extension Playground {
    /// Changes the page's settings in place, and sends again where the browser's view is shown.
    mutating func changeBrowser(_ change: (inout BrowserSettings) -> Void) -> [Effect] {
        change(&browser)
        if answerTab == .browser, draft != nil { return visit() }
        notice = "\(browser.profile.rawValue), credentials \(browser.credentials.rawValue), mode \(browser.mode.rawValue)   b sends"
        return []
    }

    // MARK: Fix and why

    /// Carries out the fix of the selected row as the smallest edit of the program, and sends again.
    mutating func fixSelected() -> [Effect] {
        guard answerTab == .browser, let record = shown, record.verdict != nil else {
            notice = "the browser's view has the fixes: b sends as a page would"
            return []
        }
        guard !isHidden(record) else {
            notice = "mark first what JavaScript can read; Enter reveals"
            return []
        }
        guard let fix = BrowserRows(self).fix(at: answerRow, record) else {
            notice = "there is nothing in the program to fix about this row"
            return []
        }
        let effects = change { document throws(FormProblem) in try document.apply(fix) }
        guard !effects.isEmpty else { return [] }
        verdictBeforeFix = record.verdict
        return effects + visit()
    }

    /// Says why about the selected row.
    mutating func explainSelected() {
        guard let record = shown, answerRows.indices.contains(answerRow) else {
            notice = "select a header in the answer first"
            return
        }
        let row = answerRows[answerRow]
        guard answerTab != .browser || !isHidden(record) else {
            notice = "mark first what JavaScript can read; Enter reveals"
            return
        }
        if answerTab == .browser, let subject = row.subject ?? row.header.map({ .header($0) }), let verdict = record.verdict {
            let fix = BrowserRows(self).fix(at: answerRow, record)
            popup = .why(Why(subject, verdict, record, fix: fix.map { ($0.words, FixPreview.lines($0, document).first) }))
        } else if let header = row.header {
            popup = .reading(title: "Why \(header)", lines: HeaderExplanation.lines(header, in: record))
        } else {
            notice = "select a header, a cookie or the outcome first"
        }
    }

    // MARK: Origins

    /// Asks from four pages with three credentials modes each.
    mutating func surveyOrigins() -> [Effect] {
        guard let serverURL, let draft else {
            notice = "select a path operation first; o sends it from several origins"
            return []
        }
        let request = draft.request(host: Self.authority(serverURL))
        return [.survey(request, OriginsTable.settings(around: browser))]
    }

    mutating func handle(_ event: InputEvent, in table: OriginsTable) -> [Effect] {
        var table = table
        guard case .key(let key, _) = event else { return [] }
        switch key {
        case .escape, .char("q"), .char("o"):
            popup = nil
            return []
        case .up, .char("k"): table.row = max(0, table.row - 1)
        case .down, .char("j"): table.row = min(table.rowCount - 1, table.row + 1)
        case .left, .char("h"): table.column = max(0, table.column - 1)
        case .right, .char("l"): table.column = min(OriginsTable.credentials.count - 1, table.column + 1)
        case .enter:
            popup = nil
            if let settings = table.selected?.settings { browser = settings }
            return visit()
        default: break
        }
        popup = .origins(table)
        return []
    }

    static func authority(_ url: String) -> String { String(url.drop { $0 != "/" }.dropFirst(2)) }

    // MARK: Predicting

    /// Whether the verdict of an exchange waits for the learner's marks.
    func isHidden(_ record: ExchangeRecord) -> Bool {
        isPredicting && record.verdict != nil && predictions[record.number]?.isRevealed != true
    }

    mutating func togglePrediction() {
        isPredicting.toggle()
        notice =
            isPredicting
            ? "predicting: x marks what JavaScript can read, Enter reveals" : "verdicts show at once again"
        guard isPredicting else {
            if answerTab == .browser, let record = shown { answerRow = BrowserRows(self).firstRow(record) }
            return
        }
        answerTab = .browser
        answerRow = firstMarkableRow
        focus = .answer
    }

    private var firstMarkableRow: Int { answerRows.firstIndex { $0.subject != nil } ?? 0 }

    mutating func markSelected() {
        guard let record = shown, answerTab == .browser, isHidden(record) else {
            notice = "p hides the verdict first, so that there is something to predict"
            return
        }
        let rows = answerRows
        guard rows.indices.contains(answerRow), let name = rows[answerRow].subject?.predictable else { return }
        predictions[record.number, default: Prediction()].marks.formSymmetricDifference([name])
    }

    /// Shows the verdict beside the marks; whether there was one to reveal.
    mutating func reveal() -> Bool {
        guard let record = shown, answerTab == .browser, isHidden(record) else { return false }
        predictions[record.number, default: Prediction()].isRevealed = true
        answerRow = BrowserRows(self).firstRow(record)
        return true
    }

    // MARK: Asking a real browser

    /// Has the page served that asks a real browser the selected path operation's fetch.
    mutating func askBrowser() -> [Effect] {
        guard let draft, serverURL != nil else {
            notice = "select a path operation first, then B asks your browser"
            return []
        }
        let operations = RequestDraft.drafts(of: document.outline).map { AskQuestion($0.request(host: ""), settings: browser) }
        return [.ask(AskQuestion(draft.request(host: ""), settings: browser), among: operations)]
    }

    mutating func showAddress(_ address: String) -> [Effect] {
        popup = .question(
            Popup.Question(
                title: "Ask my browser",
                lines: [
                    "Open this in a browser on this machine:", "", address, "",
                    "The page runs the fetch at once; what its JavaScript saw comes", "back here beside what the model says.",
                ],
                answers: [("y", "copy the address", .copy(address)), ("c", "close", .cancel)]))
        return [.openInBrowser(address)]
    }
}
