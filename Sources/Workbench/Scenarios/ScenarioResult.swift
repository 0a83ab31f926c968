/// What a browser did in a scenario, in the schema of the truth tables; fields that a model cannot know are left out.
public struct ScenarioResult: Encodable, Sendable {
    public var id: String?
    public var reached: [Reached] = []
    public var outcome = "resolved"
    public var rejectedAt: String?
    public var error: Thrown?
    public var type: String?
    public var status: Int?
    public var redirected: Bool?
    public var headers: [[String]]?
    public var body: Body?
    public var then: [ScenarioResult]?

    private enum CodingKeys: String, CodingKey {
        case id, reached, outcome, error, type, status, redirected, headers, body, then
        case rejectedAt = "rejected_at"
    }

    /// A request that a server saw.
    public struct Reached: Encodable, Sendable {
        public var hop: Int
        public var kind: String
        public var method: String
        public var url: String
        public var headers: [[String]]
        public var answered: Int?
    }

    /// The error that a promise was rejected with.
    public struct Thrown: Encodable, Sendable {
        public var name: String
        public var message: String
    }

    /// A body as a page reads it.
    public struct Body: Encodable, Sendable {
        public var present: Bool
        public var text: String
    }
}
