import FoundationEssentials
import HTTPMessages
import Python
import ResponsePipeline
import TestSupport
import Testing

/// The rules of the reference semantics, each with the bytes that uvicorn with httptools sent; `record-rules.py` makes the fixture.
@Suite struct RecordedRuleTests {
    struct Row: Decodable, Sendable {
        /// Experiment, application and case.
        var `case`: String
        var program: String
        var app: String
        var request: String
        /// Whether the server closed the connection, so that the body may be a part of what the application sent.
        var isCut: Bool
        /// The whole program, where it is not a file.
        var source: String?
        var status: Int
        var headers: [[String]]
        var body: String
    }

    /// A whole request as it was sent, taken apart.
    static func request(_ text: String) -> HTTPRequest {
        let parts = text.firstRange(of: "\r\n\r\n").map { (String(text[..<$0.lowerBound]), String(text[$0.upperBound...])) } ?? (text, "")
        var lines = parts.0.split(separator: "\r\n").map(String.init)
        let first = lines.removeFirst().split(separator: " ").map(String.init)
        let headers = lines.map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            let value = line[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
            return Header(String(line[..<colon]), bytes: String(value).latin1Bytes ?? [])
        }
        return HTTPRequest(
            method: first[0], target: first[1], headers: HeaderList(headers), body: parts.1.latin1Bytes ?? [],
            minorVersion: first[2].hasSuffix("1.0") ? 0 : 1)
    }

    /// What the server writes about the end of the answer; a program may have written it as well.
    static let framing = [["connection", "close"], ["transfer-encoding", "chunked"]]

    static let folder = Folder(
        [
            "a.txt": "hello world", "c.html": "<p>x</p>", "empty.txt": "", "noext": "x", "sp ace.txt": "sp", "\u{FC}ml.txt": "u",
            "j.json": "{}",
            "q\"uote.txt": "q",
        ].reduce(into: ["files/b.bin": Folder.File(bytes: Array(0..<16), modified: 1_700_000_000.25)]) { files, entry in
            files["files/" + entry.key] = Folder.File(bytes: Array(entry.value.utf8), modified: 1_700_000_000.25)
        })

    static func load(_ row: Row) async throws -> Application {
        let text = try row.source ?? (Fixture.text("Rules/\(row.program).py") + (row.app == "app" ? "" : "\napp = \(row.app)\n"))
        let loaded = await Application.load(
            SourceText(text), name: row.program + ".py", world: RecordedAnswerTests.world, folder: folder)
        return try #require(loaded.application, "\(row.case): \(loaded.findings)")
    }

    @Test(arguments: [
        "exp01_temporal", "exp02_cookies", "exp03_status", "exp04_dependencies", "exp05_returned", "exp08_validation", "exp09_exceptions",
        "exp10_cors", "exp12_gotchas", "exp13_misc",
    ])
    func everyRuleHolds(_ program: String) async throws {
        let rows = try Fixture.lines("Fixtures/rules.jsonl").filter { $0.contains("\"program\": \"\(program)\"") }
            .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        var applications: [String: Application] = [:]
        for row in rows {
            let application = if let known = applications[row.app] { known } else { try await Self.load(row) }
            applications[row.app] = application
            let answer = await application.respond(
                to: Self.request(row.request), client: ("127.0.0.1", 5), server: ("127.0.0.1", 53461), isRecording: false)
            check(answer, row)
        }
    }

    private func check(_ answer: PipelineAnswer, _ row: Row) {
        guard case .start(let status, let headers)? = answer.events.first else {
            // The server answers for an application that sent nothing.
            #expect(row.status == 500, "\(row.case)")
            return
        }
        #expect(status == row.status, "\(row.case)")
        let own = headers.map { [$0.name.asciiLowercased, $0.text] }.filter { !Self.framing.contains($0) }
        #expect(own.map(RecordedAnswerTests.steady) == row.headers.map(RecordedAnswerTests.steady), "\(row.case)")
        guard !row.request.hasPrefix("HEAD ") else { return }
        let body = answer.events.reduce(into: [UInt8]()) { bytes, event in if case .body(let piece, _) = event { bytes += piece } }
        let text = String(latin1: body)
        #expect(row.isCut ? text.hasPrefix(row.body) : text == row.body, "\(row.case)")
    }
}
