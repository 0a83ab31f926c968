import FoundationEssentials

/// A whole session as read from its file.
public struct Session: Sendable {
    public var head: SessionHead
    public var events: [SessionEvent]
    /// What the reader had to say: a torn last line, unknown events.
    public var notices: [String]

    public init(head: SessionHead, events: [SessionEvent], notices: [String] = []) {
        self.head = head
        self.events = events
        self.notices = notices
    }
}

/// Why a file is not a session that can be read.
public enum SessionError: Error, Equatable, CustomStringConvertible {
    case empty
    case notASession(line: Int, reason: String)
    case newerFormat(Int)

    public var description: String {
        switch self {
        case .empty: "the file is empty; a session begins with a line that holds its head"
        case .notASession(let line, let reason): "line \(line) is not part of a session: \(reason)"
        case .newerFormat(let format):
            "the session has format \(format), this Headroom reads up to \(SessionHead.currentFormat); a newer Headroom can read it"
        }
    }
}

/// Writes and reads session files: JSON Lines in UTF-8, a head and then one event a line.
public enum SessionCoding {
    /// One line, with its newline.
    public static func line(_ head: SessionHead) throws -> [UInt8] { try encode(head) }

    /// One line, with its newline; an unknown event gives the line that it came from.
    public static func line(_ event: SessionEvent) throws -> [UInt8] {
        if case .unknown(let line) = event.content { return Array(line.utf8) + [0x0A] }
        return try encode(event)
    }

    private static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }

    /// Reads a session.
    ///
    /// A last line without its newline was being written when the recorder died: it is dropped with a notice. An event of unknown kind
    /// is kept as it is. Throws `SessionError`.
    public static func read(_ bytes: [UInt8]) throws -> Session {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var notices: [String] = []
        if let last = lines.popLast(), !last.isEmpty {
            notices.append("the last line was not finished and is left out (\(last.count) bytes)")
        }
        guard let first = lines.first else { throw SessionError.empty }
        let head = try readHead(first)
        var events: [SessionEvent] = []
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            events.append(try readEvent(line, number: number + 1, after: events.last, notices: &notices))
        }
        return Session(head: head, events: events, notices: notices)
    }

    private struct FormatOnly: Decodable { var session: Int }
    private struct KindOnly: Decodable {
        var at: Int?
        var event: String
    }

    private static func readHead(_ line: ArraySlice<UInt8>) throws -> SessionHead {
        let decoder = JSONDecoder()
        guard let format = try? decoder.decode(FormatOnly.self, from: Data(line)) else {
            throw SessionError.notASession(line: 1, reason: "it has no \"session\" with the version of the format")
        }
        guard format.session <= SessionHead.currentFormat else { throw SessionError.newerFormat(format.session) }
        do {
            return try decoder.decode(SessionHead.self, from: Data(line))
        } catch {
            throw SessionError.notASession(line: 1, reason: "its head is incomplete")
        }
    }

    private static func readEvent(
        _ line: ArraySlice<UInt8>, number: Int, after previous: SessionEvent?, notices: inout [String]
    ) throws -> SessionEvent {
        let decoder = JSONDecoder()
        if let event = try? decoder.decode(SessionEvent.self, from: Data(line)) { return event }
        guard let kind = try? decoder.decode(KindOnly.self, from: Data(line)) else {
            throw SessionError.notASession(line: number, reason: "it is not a JSON object with an \"event\"")
        }
        notices.append("line \(number): the event \"\(kind.event)\" is unknown here and kept as it is")
        return SessionEvent(at: kind.at ?? previous?.at ?? 0, .unknown(line: String(decoding: line, as: UTF8.self)))
    }
}
