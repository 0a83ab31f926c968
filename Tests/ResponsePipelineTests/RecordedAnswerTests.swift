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

    static func rows(_ program: String) throws -> [Row] {
        try Fixture.lines("Fixtures/answers.jsonl").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
            .filter { $0.program == program }
    }

    static func load(_ program: String) async throws -> Application {
        let bytes = try Fixture.bytes("Programs/\(program).py")
        let loaded = await Application.load(SourceText(bytes: bytes), name: program + ".py", world: world)
        #expect(loaded.findings.isEmpty)
        return try #require(loaded.application)
    }

    /// The expiry of a cookie that is deleted is the time of the answer.
    static func steady(_ value: String) -> String {
        guard let start = value.firstRange(of: "expires="), value.contains("Max-Age=0") else { return value }
        let end = value[start.upperBound...].firstIndex(of: ";") ?? value.endIndex
        return value[..<start.upperBound] + "now" + value[end...]
    }

    @Test(arguments: ["temporal", "models", "middleware"])
    func everyAnswerIsTheSameAsRealFastAPIs(_ program: String) async throws {
        let application = try await Self.load(program)
        for row in try Self.rows(program) {
            for isRecording in [false, true] {
                let answer = await application.respond(to: row.request, client: ("127.0.0.1", 5), isRecording: isRecording)
                var status = 0
                var headers: [[String]] = []
                var body: [UInt8] = []
                for event in answer.events {
                    switch event {
                    case .start(let code, let list):
                        status = code
                        headers = list.map { [$0.name, Self.steady($0.text)] }
                    case .body(let bytes, _): body += bytes
                    }
                }
                #expect(status == row.answer.status, "\(row.testDescription)")
                #expect(headers == row.answer.headers.map { [$0[0], Self.steady($0[1])] }, "\(row.testDescription)")
                #expect(String(decoding: body, as: UTF8.self) == row.answer.body, "\(row.testDescription)")
                #expect((answer.failure == nil) == (row.answer.raised == nil), "\(row.testDescription)")
            }
        }
    }

    @Test(arguments: ["temporal", "models", "middleware"])
    func everyFinalHeaderHasASourceAndEveryLostOneAReason(_ program: String) async throws {
        let application = try await Self.load(program)
        for row in try Self.rows(program) {
            let answer = await application.respond(to: row.request, client: ("127.0.0.1", 5), isRecording: true)
            guard case .start(_, let headers)? = answer.events.first else { continue }
            var indices: [Int] = []
            for account in answer.trace.headers {
                guard case .final(let index) = account.fate else { continue }
                indices.append(index)
                #expect(!account.source.function.isEmpty, "\(row.testDescription) \(account.name)")
                #expect(
                    account.source.site != nil || account.rule != nil || account.source.kind == .framework,
                    "\(row.testDescription) \(account.name)")
            }
            #expect(indices == Array(0..<(headers.count + 2)), "\(row.testDescription)")
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
