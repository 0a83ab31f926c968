/// The first line of a session file: which format, which software, and the program as it was when the recording began.
public struct SessionHead: Codable, Sendable, Hashable {
    /// The version of the format; this code writes and reads 1.
    public var session: Int
    public var headroom: String
    public var reference: [String: String]
    /// When the recording began, in milliseconds since 1970-01-01 00:00 UTC.
    public var started: Int
    /// The name of the program's file, without its folder.
    public var name: String
    public var program: BodyReport

    /// The format that this version writes.
    public static let currentFormat = 1

    public init(started: Int, name: String, program: [UInt8]) {
        session = Self.currentFormat
        headroom = Reference.headroom
        reference = Dictionary(uniqueKeysWithValues: Reference.versions.map { ($0.key, $0.value) })
        self.started = started
        self.name = name
        self.program = BodyReport(program)
    }
}
