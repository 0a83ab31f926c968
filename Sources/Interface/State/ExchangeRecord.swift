import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// An exchange in the history: the answer with its trace, and a browser's verdict where one was asked for.
public struct ExchangeRecord: Sendable {
    public let number: Int
    /// `playground`, or the address of whoever called.
    public let caller: String
    public var exchange: Exchange?
    public var verdict: Verdict?
    /// What a real browser made of it, beside the model, where one was asked.
    public var asked: AskComparison?
    /// The verdict before a fix was applied, where this exchange shows what the fix changed.
    public var beforeFix: Verdict?
    public var microseconds: Int
    /// Why there is no answer.
    public var failure: String?

    /// `GET /dogs/3 → 200` for lists.
    public var title: String {
        guard let exchange else { return failure.map { "✗ \($0)" } ?? "…" }
        return "\(exchange.request.method) \(exchange.request.target) → \(exchange.response.status)"
    }
}
