import Python
import ResponsePipeline

/// Turns what happens in the playground into lines of a session file; whoever holds the file writes each line as it comes.
public struct SessionRecorder: Sendable {
    /// Milliseconds since 1970 at which the recording began.
    public let started: Int
    private var program: [UInt8]

    /// Begins with the program as it is; the second value is the file's first line.
    public static func begin(now: Int, name: String, program: [UInt8]) throws -> (SessionRecorder, line: [UInt8]) {
        let line = try SessionCoding.line(SessionHead(started: now, name: name, program: program))
        return (SessionRecorder(started: now, program: program), line)
    }

    private init(started: Int, program: [UInt8]) {
        self.started = started
        self.program = program
    }

    /// The line of an event that happened now.
    public func line(_ content: SessionEvent.Content, now: Int) throws -> [UInt8] {
        try SessionCoding.line(SessionEvent(at: max(0, now - started), content))
    }

    /// The line for a program that changed, or nil if it did not.
    public mutating func line(programChangedTo new: [UInt8], now: Int) throws -> [UInt8]? {
        guard let edit = TextDifference.smallestEdit(from: program, to: new) else { return nil }
        program = new
        return try line(.edited(edit), now: now)
    }
}

/// The difference between two texts as one replacement.
public enum TextDifference {
    /// The smallest replacement of whole UTF-8 characters, or nil if the texts are equal.
    public static func smallestEdit(from old: [UInt8], to new: [UInt8]) -> SessionEvent.Edit? {
        guard old != new else { return nil }
        var start = 0
        let shorter = min(old.count, new.count)
        while start < shorter, old[start] == new[start] { start += 1 }
        while start > 0, isContinuation(old, start) || isContinuation(new, start) { start -= 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        while end > 0, isContinuation(old, old.count - end) { end -= 1 }
        return SessionEvent.Edit(
            offset: start, removed: String(decoding: old[start..<(old.count - end)], as: UTF8.self),
            inserted: String(decoding: new[start..<(new.count - end)], as: UTF8.self))
    }

    private static func isContinuation(_ bytes: [UInt8], _ index: Int) -> Bool { index < bytes.count && bytes[index] & 0xC0 == 0x80 }

    /// The text after an edit, or nil if the edit does not fit it.
    public static func apply(_ edit: SessionEvent.Edit, to bytes: [UInt8]) -> [UInt8]? {
        let removed = Array(edit.removed.utf8)
        guard edit.offset >= 0, edit.offset + removed.count <= bytes.count,
            Array(bytes[edit.offset..<(edit.offset + removed.count)]) == removed
        else { return nil }
        return Array(bytes[..<edit.offset]) + Array(edit.inserted.utf8) + Array(bytes[(edit.offset + removed.count)...])
    }
}
