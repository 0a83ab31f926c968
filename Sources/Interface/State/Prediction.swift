import BrowserModel
import HTTPMessages
import Workbench

/// What a learner thinks that JavaScript can read of an exchange, before the verdict shows.
struct Prediction: Sendable, Hashable {
    /// The names, in lower case, that were marked as readable.
    var marks: Set<String> = []
    var isRevealed = false

    /// One thing to predict, and how it came out.
    struct Answer: Sendable, Hashable {
        var name: String
        var isMarked: Bool
        var isReadable: Bool
        var reason: String

        var isRight: Bool { isMarked == isReadable }
    }

    /// The body's name among the marks; no header can be called so.
    static let body = "(body)"

    /// Everything that can be marked, in the order of the response but with the server's own headers last; repeated headers once.
    func answers(_ verdict: Verdict) -> [Answer] {
        var seen: Set<String> = []
        let all = verdict.result?.headers ?? []
        let headers = (all.filter { !$0.isPlumbing } + all.filter(\.isPlumbing)).filter { seen.insert($0.name.asciiLowercased).inserted }
        let isBodyReadable = verdict.result?.isBodyReadable ?? false
        return headers.map { header in
            let name = header.name.asciiLowercased
            return Answer(name: name, isMarked: marks.contains(name), isReadable: header.isReadable, reason: header.reason.words)
        } + [
            Answer(
                name: Self.body, isMarked: marks.contains(Self.body), isReadable: isBodyReadable,
                reason: isBodyReadable ? "the body can be read" : "no body to read")
        ]
    }
}
