import FoundationEssentials
import HTTPMessages
import Python
import ResponsePipeline
import TestSupport
import Testing

/// The pipeline against what real FastAPI sent; `record.py` beside this file makes the fixture.
@Suite struct RecordedAnswerTests {
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
        struct Answer: Decodable, Sendable {
            var status: Int
            var headers: [[String]]
            var body: String
            var raised: String?
        }
        var program: String
        var method: String
        var target: String
        var headers: [[String]]
        var body: String
        var answer: Answer

        var testDescription: String { "\(program) \(method) \(target)" }

        var request: HTTPRequest {
            HTTPRequest(
                method: method, target: target, headers: HeaderList(headers.map { Header($0[0], $0[1]) }), body: Array(body.utf8))
        }
    }

    static let world = World(now: { 1_700_000_000_000_000_000 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })

    /// The programs with a recording, by name.
    static let programs = [
        "temporal", "models", "middleware", "headers", "cookies", "responses", "requests", "routers", "dependencies", "yields",
        "exceptions",
        "errors", "dispatch", "layers", "asgi", "lifespan", "events", "background", "parameters", "groups", "security", "mounts", "forms",
        "paths",
        "limits", "variables", "attributes", "routeclasses", "callables", "pairs", "bodies", "signatures", "retries",
        "routelists", "messages", "futures", "files", "handlers", "streams", "inclusions", "tasks", "nested", "sequences", "unions",
        "statuses", "leftovers", "matches", "refusals", "wrapping", "postponed", "transits", "askingroutes", "fieldsbeside",
        "cancelled",
    ]

    static func rows(_ program: String) throws -> [Row] {
        try Fixture.lines("Fixtures/answers.jsonl").filter { $0.hasPrefix("{\"program\": \"\(program)\",") }
            .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    /// The files that the programs send, changed when the recorder says.
    static func folder() throws -> Folder {
        let names = ["data.txt", "data.json", "empty.bin", "pages/page.html"]
        let files = try names.map { ($0, Folder.File(bytes: try Fixture.bytes("Files/\($0)"), modified: 1_700_000_000.25)) }
        return Folder(Dictionary(uniqueKeysWithValues: files))
    }

    static func load(_ program: String) async throws -> Application {
        let bytes = try Fixture.bytes("Programs/\(program).py")
        let loaded = await Application.load(SourceText(bytes: bytes), name: program + ".py", world: world, folder: try folder())
        #expect(loaded.findings.isEmpty, "\(loaded.findings)")
        return try #require(loaded.application)
    }

    /// A header without what differs between two runs of real FastAPI: the time in an expiry, the order of a set in Allow.
    static func steady(_ header: [String]) -> [String] {
        let value = header[1]
        if header[0] == "allow" { return [header[0], value.split(separator: ", ").sorted().joined(separator: ", ")] }
        guard header[0] == "set-cookie", let start = value.firstRange(of: "expires=") else { return header }
        let end = value[start.upperBound...].firstIndex(of: ";") ?? value.endIndex
        guard !value[start.upperBound..<end].contains("2032") else { return header }
        return [header[0], value[..<start.upperBound] + "now" + value[end...]]
    }

    /// An answer of several parts with another boundary between them, which is drawn by lot.
    private static func withKnownBoundary(_ headers: [[String]], _ body: [UInt8]) -> ([[String]], [UInt8]) {
        guard let type = headers.first(where: { $0[0] == "content-type" })?[1], let mark = type.firstRange(of: "boundary=") else {
            return (headers, body)
        }
        let boundary = String(type[mark.upperBound...]), known = String(repeating: "b", count: 26)
        let text = String(latin1: body).replacing(boundary, with: known)
        return (headers.map { [$0[0], $0[1].replacing(boundary, with: known)] }, text.unicodeScalars.map { UInt8($0.value) })
    }

    @Test(arguments: programs, [false, true])
    func everyAnswerIsTheSameAsRealFastAPIs(_ program: String, isRecording: Bool) async throws {
        let application = try await Self.load(program)
        for row in try Self.rows(program) {
            let answer = await application.respond(
                to: row.request, client: ("127.0.0.1", 5), server: ("127.0.0.1", 8000), isRecording: isRecording)
            var status = 0
            var headers: [[String]] = []
            var body: [UInt8] = []
            for event in answer.events {
                switch event {
                case .start(let code, let list):
                    status = code
                    headers = list.map { [$0.name.asciiLowercased, $0.text] }
                case .body(let bytes, _): body += bytes
                }
            }
            (headers, body) = Self.withKnownBoundary(headers, body)
            #expect(status == row.answer.status, "\(row.testDescription)")
            #expect(
                headers.map(Self.steady) == row.answer.headers.map { Self.steady([$0[0].asciiLowercased, $0[1]]) },
                "\(row.testDescription)")
            #expect(String(latin1: body) == row.answer.body, "\(row.testDescription)")
            #expect((answer.failure == nil) == (row.answer.raised == nil), "\(row.testDescription)")
        }
    }

    @Test func whatADirectResponseLosesIsAccountedFor() async throws {
        let application = try await Self.load("temporal")
        let answer = await application.respond(
            to: HTTPRequest(target: "/direct", headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: true)
        let dropped = answer.trace.headers.filter { if case .dropped = $0.fate { true } else { false } }
        #expect(dropped.map(\.name) == ["x-order", "x-many", "x-lost"])
        #expect(dropped.map { $0.source.site?.line } == [8, 9, 34])
        #expect(dropped.map(\.source.kind) == [.dependency, .dependency, .pathOperation])
    }

    @Test func aProgramThatLoopsForEverEndsInA500ThatSaysSo() async throws {
        let text =
            "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f():\n    while True:\n        pass\n@app.get('/m')\ndef m():\n    return 'a' * 10**12\n"
        let loaded = await Application.load(SourceText(text), name: "loop.py", world: Self.world)
        let application = try #require(loaded.application)
        for target in ["/", "/m"] {
            let answer = await application.respond(
                to: HTTPRequest(target: target, headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: true)
            guard case .start(let status, _)? = answer.events.first else { continue }
            #expect(status == 500)
            #expect(answer.trace.failure?.type == "PlaygroundLimit")
        }
    }

    @Test func whatIsWrongWithAProgramIsAFindingAtItsLineAndTheRestRuns() async throws {
        let text = "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/a')\ndef a():\n    return 1\ndef broken(:\n    pass\n"
        let loaded = await Application.load(SourceText(text), name: "broken.py", world: Self.world)
        #expect(loaded.findings.map(\.line) == [6])
        let application = try #require(loaded.application)
        let answer = await application.respond(
            to: HTTPRequest(target: "/a", headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: false)
        guard case .start(let status, _)? = answer.events.first else { return }
        #expect(status == 200)
    }
}
