/// What the page and its server say to each other, in JSON.
enum AskMessage {
    /// A message that carries the token that makes it good.
    protocol Authorized: Decodable {
        var token: String { get }
    }

    /// Before the fetch, so that its requests are noted.
    struct Start: Authorized {
        var token: String
        var question: AskQuestion
    }

    /// After it.
    struct Report: Authorized {
        var token: String
        var saw: AskReport
    }

    struct Begun: Encodable {}

    /// The next token, and model and browser side by side.
    struct Compared: Encodable {
        var token: String
        var summary: String
        var rows: [AskComparison.Row]
    }

    struct Refused: Encodable {
        var problem: String
    }
}
