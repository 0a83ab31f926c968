import HTTPMessages
import Python

/// A session as text for people: one paragraph an event, with what changed from one answer to the next.
public struct SessionTranscript {
    private let session: Session
    private var program: [UInt8]
    private var requests: [Int: RequestReport] = [:]
    /// The last answer to each method and target.
    private var answers: [String: ResponseReport] = [:]
    private var lines: [String] = []

    public init(_ session: Session) {
        self.session = session
        program = session.head.program.bytes
    }

    /// The whole transcript; control characters of recorded values are made visible.
    public static func text(of session: Session) -> String {
        var transcript = SessionTranscript(session)
        transcript.write()
        return transcript.lines.map { $0.visible }.joined(separator: "\n") + "\n"
    }

    private mutating func write() {
        let head = session.head
        let reference = head.reference.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        lines.append("session of \(head.name), recorded by Headroom \(head.headroom) (\(reference))")
        for notice in session.notices { lines.append("notice: \(notice)") }
        for event in session.events { write(event) }
        let sent = session.events.count { if case .sent = $0.content { true } else { false } }
        lines.append("\(session.events.count) events, \(sent) exchanges")
    }

    private mutating func write(_ event: SessionEvent) {
        let time = Self.time(event.at)
        switch event.content {
        case .edited(let edit): write(edit, time)
        case .sent(let sent): requests[sent.exchange] = sent.request
        case .answered(let answered): write(answered, time)
        case .judged(let judged): write(judged.verdict, time)
        case .noted(let text): lines.append("\(time)  note  \(text)")
        case .unknown(let line): lines.append("\(time)  unknown event  \(line)")
        }
    }

    private mutating func write(_ edit: SessionEvent.Edit, _ time: String) {
        let before = SourceText(bytes: program)
        guard let after = TextDifference.apply(edit, to: program) else {
            lines.append("\(time)  edited, but the edit does not fit the program as recorded")
            return
        }
        program = after
        let first = before.line(at: edit.offset)
        lines.append("\(time)  edited  line \(first)")
        let new = SourceText(bytes: after)
        for line in Self.changedLines(before, edit.offset, edit.removed.utf8.count) { lines.append("      - \(line)") }
        for line in Self.changedLines(new, edit.offset, edit.inserted.utf8.count) { lines.append("      + \(line)") }
    }

    private static func changedLines(_ text: SourceText, _ offset: Int, _ count: Int) -> [String] {
        let first = text.line(at: offset), last = text.line(at: offset + count)
        return (first...max(first, last)).map { text.text(of: text.lineContent($0)) }
    }

    private mutating func write(_ answered: SessionEvent.Answered, _ time: String) {
        let request = requests[answered.exchange]
        let name = request.map { "\($0.method) \($0.target)" } ?? "exchange \(answered.exchange)"
        let response = answered.response
        lines.append("\(time)  \(name)  \(response.status) \(response.reason)")
        for entry in answered.provenance {
            let place = entry.line.map { "\(entry.function), line \($0)" } ?? "\(entry.kind), \(entry.function)"
            if entry.fate == "final" {
                lines.append("        \(entry.name): \(entry.value)  (\(place))")
            } else {
                lines.append("      ✗ \(entry.name): \(entry.value)  (\(place); \(entry.fate): \(entry.rule ?? entry.by ?? ""))")
            }
        }
        if answered.provenance.isEmpty { for header in response.headers { lines.append("        " + header.joined(separator: ": ")) } }
        lines.append("        " + Self.body(response.body.bytes))
        for change in answered.bodyChanges {
            lines.append("        body: \(change.path) \(change.kind) (\(change.reason))")
        }
        if let before = answers[name] { writeChanges(from: before, to: response) }
        answers[name] = response
    }

    private mutating func writeChanges(from before: ResponseReport, to after: ResponseReport) {
        var changes: [String] = []
        if before.status != after.status { changes.append("status \(before.status) → \(after.status)") }
        let old = Set(before.headers.filter { $0.first != "date" }), new = Set(after.headers.filter { $0.first != "date" })
        changes += new.subtracting(old).compactMap(\.first).sorted().map { "\($0) new" }
        changes += old.subtracting(new).compactMap(\.first).sorted().map { "\($0) gone" }
        changes.append(before.body == after.body ? "body same" : "body differs")
        lines.append("        since last time: " + changes.joined(separator: ", "))
    }

    private mutating func write(_ verdict: VerdictReport, _ time: String) {
        let readable = verdict.headers.count { $0.readable }
        lines.append("\(time)  browser  \(verdict.page) reads \(readable) of \(verdict.headers.count) headers; \(verdict.summary)")
        for header in verdict.headers {
            lines.append("      \(header.readable ? "✓" : "✗") \(header.name)  \(header.reason)")
        }
    }

    private static func body(_ bytes: [UInt8]) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { return "(\(bytes.count) bytes that are no text)" }
        return text.isEmpty ? "(no body)" : text
    }

    private static func time(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let tail = seconds % 60
        return "\(seconds / 60):\(tail < 10 ? "0" : "")\(tail)"
    }
}
