import Python
import ResponsePipeline

/// Where one header line came from, in JSON; one entry a header line, the dropped ones after the final ones.
public struct ProvenanceReport: Codable, Sendable, Hashable {
    public var name: String
    public var value: String
    /// `final`, `replaced`, `removed` or `dropped`.
    public var fate: String
    /// The stage: `dependency`, `path operation`, `response class`, `direct response`, `middleware`, `server`, …
    public var kind: String
    /// The function, class or middleware that wrote it.
    public var function: String
    /// How: `set`, `append`, `set_cookie`, `computed`, …
    public var operation: String
    /// The line of the program, from 1.
    public var line: Int?
    /// The rule that put it there or dropped it.
    public var rule: String?
    /// Who replaced or removed it, where that is its fate.
    public var by: String?

    public init(_ account: HeaderAccount) {
        name = account.name
        value = account.value
        kind = account.source.kind.rawValue
        function = account.source.function
        operation = account.operation
        line = account.source.site?.line
        rule = account.rule.map(Self.words)
        switch account.fate {
        case .final: fate = "final"
        case .replaced(let source):
            fate = "replaced"
            by = Self.words(source)
        case .removed(let source):
            fate = "removed"
            by = Self.words(source)
        case .dropped(let why):
            fate = "dropped"
            rule = Self.words(why)
        }
    }

    static func words(_ rule: Rule) -> String { rule.number.isEmpty ? rule.sentence : "\(rule.number) \(rule.sentence)" }

    static func words(_ source: Source) -> String {
        source.site.map { "\(source.function), line \($0.line)" } ?? source.function
    }
}

/// A change that the response model or the encoding made to the body, in JSON.
public struct BodyChangeReport: Codable, Sendable, Hashable {
    public var kind: String
    public var path: String
    public var before: String?
    public var after: String?
    public var reason: String
    public var line: Int?

    public init(_ account: BodyAccount) {
        kind = account.kind.rawValue
        path = account.path
        before = account.before
        after = account.after
        reason = account.reason
        line = account.site?.line
    }
}
