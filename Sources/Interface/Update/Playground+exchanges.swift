import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    private static let historyLimit = 500

    /// Sends the request of the selected path operation.
    mutating func send() -> [Effect] {
        if answerTab == .browser { answerTab = .final }
        guard let (number, request) = beginExchange() else { return [] }
        return [.send(exchange: number, request)] + record(sent: number, request)
    }

    /// Sends it as a page's `fetch()`.
    mutating func visit() -> [Effect] {
        answerTab = .browser
        guard let (number, request) = beginExchange() else { return [] }
        let jar = jars[browser.profile] ?? CookieJar(profile: browser.profile)
        return [.visit(exchange: number, request, browser, jar)] + record(sent: number, request)
    }

    /// Shows what a real browser made of a fetch, beside the model.
    mutating func asked(_ comparison: AskComparison, _ exchange: Exchange?) {
        let number = nextExchange
        nextExchange += 1
        var record = ExchangeRecord(
            number: number, caller: "\(comparison.profile.rawValue) at \(comparison.page)", exchange: exchange,
            verdict: comparison.verdict, microseconds: 0, failure: nil)
        record.asked = comparison
        append(record)
        shownExchange = number
        answerTab = .browser
        answerRow = BrowserRows(self).firstRow(record)
        popup = nil
        notice = "\(record.caller): \(comparison.summary)"
    }

    private mutating func beginExchange() -> (Int, HTTPRequest)? {
        guard let serverURL else {
            notice = "the server is not up yet"
            return nil
        }
        guard let draft else {
            notice = "select a path operation first, then s sends it"
            return nil
        }
        let number = nextExchange
        nextExchange += 1
        append(ExchangeRecord(number: number, caller: "playground", exchange: nil, verdict: nil, microseconds: 0, failure: nil))
        shownExchange = number
        answerRow = 0
        let before = verdictBeforeFix
        update(number) { $0.beforeFix = before }
        verdictBeforeFix = nil
        return (number, draft.request(host: Self.authority(serverURL)))
    }

    private mutating func append(_ record: ExchangeRecord) {
        history.append(record)
        if history.count > Self.historyLimit { history.removeFirst(history.count - Self.historyLimit) }
    }

    mutating func update(_ number: Int, _ change: (inout ExchangeRecord) -> Void) {
        guard let index = history.lastIndex(where: { $0.number == number }) else { return }
        change(&history[index])
    }

    mutating func answered(_ number: Int, _ exchange: Exchange, microseconds: Int) -> [Effect] {
        update(number) {
            $0.exchange = exchange
            $0.microseconds = microseconds
        }
        return record(answered: number, exchange, microseconds)
    }

    mutating func judged(_ number: Int, _ verdict: Verdict, _ exchange: Exchange?, microseconds: Int) -> [Effect] {
        jars[verdict.settings.profile] = verdict.jar
        update(number) {
            $0.verdict = verdict
            $0.exchange = exchange ?? $0.exchange
            $0.microseconds = microseconds
        }
        if number == shownExchange, let record = shown, answerTab == .browser {
            answerRow = BrowserRows(self).firstRow(record)
        }
        guard recording != nil else { return [] }
        var effects: [Effect] = []
        if let exchange { effects += record(answered: number, exchange, microseconds) }
        effects.append(.record(.judged(.init(exchange: number, verdict: VerdictReport(verdict)))))
        return effects
    }

    mutating func observed(_ exchange: Exchange, caller: String, microseconds: Int) -> [Effect] {
        let number = nextExchange
        nextExchange += 1
        append(
            ExchangeRecord(
                number: number, caller: caller, exchange: exchange, verdict: nil, microseconds: microseconds, failure: nil))
        if shownExchange == nil { shownExchange = number }
        notice = "\(caller): \(exchange.request.method) \(exchange.request.target) → \(exchange.response.status)   H shows the history"
        guard recording != nil else { return [] }
        let sent = SessionEvent.Sent(exchange: number, origin: caller, request: RequestReport(exchange.request))
        return [.record(.sent(sent))] + record(answered: number, exchange, microseconds)
    }

    private func record(sent number: Int, _ request: HTTPRequest) -> [Effect] {
        guard recording != nil else { return [] }
        return [.record(.sent(.init(exchange: number, origin: "playground", request: RequestReport(request))))]
    }

    private func record(answered number: Int, _ exchange: Exchange, _ microseconds: Int) -> [Effect] {
        guard recording != nil else { return [] }
        return [
            .record(
                .answered(
                    .init(
                        exchange: number, microseconds: microseconds, response: ResponseReport(exchange.response),
                        provenance: exchange.trace.headers.map(ProvenanceReport.init),
                        bodyChanges: exchange.trace.bodyChanges.map(BodyChangeReport.init))))
        ]
    }
}
