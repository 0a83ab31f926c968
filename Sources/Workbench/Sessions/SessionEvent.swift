import FoundationEssentials

/// One line of a session file after its head: what happened, and how long after the start.
public struct SessionEvent: Sendable, Hashable {
    /// Milliseconds since the recording began.
    public var at: Int
    public var content: Content

    public init(at: Int, _ content: Content) {
        self.at = at
        self.content = content
    }

    /// What happened.
    public enum Content: Sendable, Hashable {
        case edited(Edit)
        case sent(Sent)
        case answered(Answered)
        case judged(Judged)
        case noted(String)
        /// An event of a kind that this version does not know: its line as it stands, kept.
        case unknown(line: String)
    }

    /// The smallest replacement that turned one text of the program into the next; `offset` counts UTF-8 bytes.
    public struct Edit: Codable, Sendable, Hashable {
        public var offset: Int
        public var removed: String
        public var inserted: String

        public init(offset: Int, removed: String, inserted: String) {
            self.offset = offset
            self.removed = removed
            self.inserted = inserted
        }
    }

    /// A request that went out; `exchange` joins it to its answer and verdict.
    public struct Sent: Codable, Sendable, Hashable {
        public var exchange: Int
        /// `playground` for one's own, else the address of the caller.
        public var origin: String
        public var request: RequestReport

        public init(exchange: Int, origin: String, request: RequestReport) {
            self.exchange = exchange
            self.origin = origin
            self.request = request
        }
    }

    /// The answer to a request, with where its headers came from.
    public struct Answered: Codable, Sendable, Hashable {
        public var exchange: Int
        public var microseconds: Int
        public var response: ResponseReport
        public var provenance: [ProvenanceReport]
        public var bodyChanges: [BodyChangeReport]

        public init(
            exchange: Int, microseconds: Int, response: ResponseReport, provenance: [ProvenanceReport], bodyChanges: [BodyChangeReport]
        ) {
            self.exchange = exchange
            self.microseconds = microseconds
            self.response = response
            self.provenance = provenance
            self.bodyChanges = bodyChanges
        }
    }

    /// What a browser would make of an exchange.
    public struct Judged: Codable, Sendable, Hashable {
        public var exchange: Int
        public var verdict: VerdictReport

        public init(exchange: Int, verdict: VerdictReport) {
            self.exchange = exchange
            self.verdict = verdict
        }
    }
}

extension SessionEvent: Codable {
    private enum CodingKeys: String, CodingKey { case at, event, edited, sent, answered, judged, noted }

    /// Reads a known event; an unknown one is refused, and the reader keeps its line instead.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        at = try fields.decode(Int.self, forKey: .at)
        switch try fields.decode(String.self, forKey: .event) {
        case "edited": content = .edited(try fields.decode(Edit.self, forKey: .edited))
        case "sent": content = .sent(try fields.decode(Sent.self, forKey: .sent))
        case "answered": content = .answered(try fields.decode(Answered.self, forKey: .answered))
        case "judged": content = .judged(try fields.decode(Judged.self, forKey: .judged))
        case "noted": content = .noted(try fields.decode(String.self, forKey: .noted))
        case let other:
            throw DecodingError.dataCorruptedError(forKey: .event, in: fields, debugDescription: "unknown event \(other)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(at, forKey: .at)
        switch content {
        case .edited(let edit): try Self.write(edit, "edited", .edited, to: &fields)
        case .sent(let sent): try Self.write(sent, "sent", .sent, to: &fields)
        case .answered(let answered): try Self.write(answered, "answered", .answered, to: &fields)
        case .judged(let judged): try Self.write(judged, "judged", .judged, to: &fields)
        case .noted(let text): try Self.write(text, "noted", .noted, to: &fields)
        case .unknown: break
        }
    }

    private static func write(
        _ content: some Encodable, _ name: String, _ key: CodingKeys, to fields: inout KeyedEncodingContainer<CodingKeys>
    ) throws {
        try fields.encode(name, forKey: .event)
        try fields.encode(content, forKey: key)
    }
}
