import HTTPMessages
import Python
import ResponsePipeline
import Testing

/// Every header has a source, and every one that did not arrive its rule, for all programs with a recording.
@Suite struct ProvenanceTests {
    @Test(arguments: RecordedAnswerTests.programs)
    func everyFinalHeaderHasASourceAndEveryLostOneAReason(_ program: String) async throws {
        let application = try await RecordedAnswerTests.load(program)
        for row in try RecordedAnswerTests.rows(program) {
            let answer = await application.respond(
                to: row.request, client: ("127.0.0.1", 5), server: ("127.0.0.1", 8000), isRecording: true)
            guard case .start(let status, let headers)? = answer.events.first else { continue }
            var trace = answer.trace
            let wire = HeaderList([Header("date", "now"), Header("server", "headroom")] + headers + [Header("connection", "close")])
            trace.settle(with: HTTPResponse(status: status, headers: wire))
            check(trace, wire, row.testDescription)
            for change in trace.bodyChanges {
                #expect(!change.reason.isEmpty, "\(row.testDescription) \(change.path)")
                #expect(change.site != nil, "\(row.testDescription) \(change.path): \(change.reason)")
            }
        }
    }

    /// What a program writes into a list of headers is put down to the line that asked for the list, or that sent it.
    @Test(arguments: [
        ("headers", "/raw", ["x-first": 30, "x-raw": 28, "x-raw2": 29]),
        ("headers", "/rawdirect", ["x-upper": 36]),
        ("pairs", "/gone", ["x-last": 19]),
        ("bodies", "/none", ["x-seen": 14]),
    ])
    func whatStandsInAListHasALine(_ program: String, _ target: String, _ lines: [String: Int]) async throws {
        let application = try await RecordedAnswerTests.load(program)
        let request = HTTPRequest(method: program == "bodies" ? "POST" : "GET", target: target, headers: ["host": "h"])
        let trace = await application.respond(to: request, client: ("127.0.0.1", 5), isRecording: true).trace
        for (name, line) in lines {
            let found = trace.headers.last { $0.name.asciiLowercased == name }
            #expect(found?.source.site?.line == line, "\(name)")
        }
    }

    private func check(_ trace: Trace, _ wire: HeaderList, _ place: String) {
        var indices: [Int] = []
        for account in trace.headers {
            #expect(!account.source.function.isEmpty, "\(place) \(account.name)")
            switch account.fate {
            case .final(let index):
                indices.append(index)
                guard wire.indices.contains(index) else { continue }
                #expect(wire[index].name.asciiLowercased == account.name.asciiLowercased, "\(place) \(account.name)")
                #expect(wire[index].text == account.value, "\(place) \(account.name)")
                let isExplained = account.source.site != nil || account.rule != nil
                #expect(isExplained, "\(place) \(account.name): \(account.source)")
            case .dropped(let rule): #expect(!rule.sentence.isEmpty, "\(place) \(account.name)")
            case .removed(let source), .replaced(let source): #expect(!source.function.isEmpty, "\(place) \(account.name)")
            }
        }
        #expect(indices == Array(wire.indices), "\(place)")
    }
}
