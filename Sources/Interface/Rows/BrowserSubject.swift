/// What a row of the browser's view speaks of, for its fix, its why and its mark.
enum BrowserSubject: Sendable, Hashable {
    /// A response header, by its name in lower case.
    case header(String)
    case body
    /// What `fetch()` comes to.
    case outcome
    /// A preflight, by its place among them.
    case preflight(Int)
    /// A Set-Cookie line, by its place among all of the fetch.
    case cookie(Int)
    /// How a prediction came out.
    case score
    /// How model and a real browser compare.
    case comparison

    /// The name under which it is marked while predicting; nil where there is nothing to predict.
    var predictable: String? {
        switch self {
        case .header(let name): name
        case .body: Prediction.body
        case .outcome, .preflight, .cookie, .score, .comparison: nil
        }
    }
}
