import BrowserModel
import CellUI
import HTTPMessages
import Workbench

extension BrowserRows {
    // MARK: Predicting

    /// The things to mark, while the verdict is hidden.
    func predictionRows(_ verdict: Verdict, _ record: ExchangeRecord) -> [Row] {
        let prediction = playground.predictions[record.number] ?? Prediction()
        let rows = prediction.answers(verdict).map { answer in
            var row = Row(
                [.init((answer.isMarked ? glyphs.checkOn : glyphs.checkOff) + " ", .accent), .init(answer.name)], isSelectable: true,
                header: answer.name)
            row.subject = answer.name == Prediction.body ? .body : .header(answer.name)
            return row
        }
        return [Row(""), Row("What can the page's JavaScript read?", .title)] + rows
    }

    /// The score and the reasons, once they are revealed.
    func scoreRows(_ verdict: Verdict, _ record: ExchangeRecord) -> [Row] {
        guard playground.isPredicting, let prediction = playground.predictions[record.number], prediction.isRevealed else { return [] }
        let answers = prediction.answers(verdict)
        let right = answers.filter(\.isRight).count
        var head = Row([.init("\(right) of \(answers.count) right", right == answers.count ? .good : .warning)])
        head.subject = .score
        let nameWidth = min(playground.answerWidth >= 84 ? 34 : 20, (answers.map { CharacterWidth.of($0.name) }.max() ?? 8) + 1)
        return [Row(""), head]
            + answers.map { answer in
                Row([
                    .init((answer.isRight ? glyphs.yes : glyphs.no) + " ", answer.isRight ? .good : .bad),
                    .init(answer.name.padded(nameWidth), .accent), .init(answer.isMarked ? "you said yes; " : "you said no; ", .dim),
                    .init(answer.reason),
                ])
            }
    }

    // MARK: A real browser's answer

    /// Model and browser side by side, differences marked.
    func askedRows(_ record: ExchangeRecord) -> [Row] {
        guard let asked = record.asked else { return [] }
        let nameWidth = min(30, (asked.rows.map { CharacterWidth.of($0.name) }.max() ?? 8) + 1)
        let width = max(16, min(40, (playground.answerWidth - nameWidth - 4) / 2))
        var summary = Row([.init(asked.summary, asked.differences.isEmpty ? .good : .bad)])
        summary.subject = .comparison
        let head = [
            Row(""), summary,
            Row([.init("  " + "".padded(nameWidth), .dim), .init("model".padded(width) + " ", .dim), .init("browser", .dim)]),
        ]
        return head
            + asked.rows.map { row in
                let mark: Row.Piece =
                    switch row.state {
                    case .same: .init(glyphs.yes + " ", .good)
                    case .differs: .init(glyphs.no + " ", .bad)
                    case .unknown: .init("? ", .warning)
                    }
                return Row(
                    [
                        mark, .init(row.name.padded(nameWidth), .accent), .init(row.model.visible.padded(width) + " "),
                        .init(row.browser.visible, row.state == .differs ? .bad : .text),
                    ])
            }
    }
}
