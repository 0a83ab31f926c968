import BrowserModel
import FoundationEssentials
import TestSupport
import Testing
import Workbench

/// The model against what real browsers did; `record.py` beside this file makes the fixture.
@Suite struct ScenarioRunnerTests {
    /// The comparable core of one step, as the recorder reduces it; what is empty is left out.
    struct Core: Decodable, Equatable {
        var outcome: String
        var rejected_at: String?
        var type: String?
        var status: Int?
        var redirected: Bool?
        var headers: [[String]]?
        var body_text: String?
        var reached: [[Cell]]?
    }

    /// A text, number or null of a row.
    enum Cell: Decodable, Equatable {
        case text(String)
        case number(Int)
        case null

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }

        init(_ text: String?) { self = text.map(Cell.text) ?? .null }
    }

    /// What one browser did: its steps, and its console's messages as category (empty in Chromium) and text.
    struct Recording: Decodable {
        var steps: [Core]
        var console: [[String]]?
    }

    struct Row: Decodable {
        var scenario: Scenario
        var chromium: Recording
        var firefox: Recording
    }

    static func rows() throws -> [Row] {
        try Fixture.lines("Fixtures/browsers.jsonl").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    static func core(_ result: ScenarioResult) -> Core {
        var reached: [[Cell]] = []
        var dropped: [Cell]?
        for request in result.reached {
            let header = { (name: String) in
                Cell(request.headers.first { $0[0].lowercased() == name }?[1])
            }
            let row: [Cell] = [
                .text(request.kind), .number(request.hop), .text(request.method), header("origin"),
                header("access-control-request-method"), header("access-control-request-headers"),
            ]
            if row != dropped { reached.append(row) }
            dropped = request.answered == nil ? row : nil
        }
        let headers = result.headers ?? []
        let text = result.body?.text ?? ""
        return Core(
            outcome: result.outcome, rejected_at: result.rejectedAt, type: result.type,
            status: result.status,
            redirected: result.redirected, headers: headers.isEmpty ? nil : headers,
            body_text: text.isEmpty ? nil : text,
            reached: reached.isEmpty ? nil : reached)
    }

    /// The messages of all steps, as the recorder keeps them.
    static func console(_ result: ScenarioResult) -> [[String]] {
        let lines = ([result] + (result.then ?? [])).flatMap { $0.devtools?.console ?? [] }
        return lines.map { line in
            switch line {
            case .text(let text): ["", text]
            case .categorised(let category, let text): [category, text]
            }
        }.filter { !$0[1].contains("may not load data from") }.map(withoutFieldName)
    }

    /// Of several request headers that are not allowed, Chromium names the first in its hash table: the name is left out.
    static func withoutFieldName(_ message: [String]) -> [String] {
        let mark = "Request header field "
        guard let start = message[1].firstRange(of: mark)?.upperBound else { return message }
        return [message[0], String(message[1][..<start] + message[1][start...].drop { $0 != " " })]
    }

    @Test(arguments: [EngineProfile.chromium, .firefox])
    func theModelAgreesWithEveryRecordedScenario(_ profile: EngineProfile) throws {
        let runner = ScenarioRunner(profile: profile)
        let rows = try Self.rows()
        #expect(rows.count > 300)
        for row in rows {
            let result = try runner.run(row.scenario)
            let recording = profile == .chromium ? row.chromium : row.firefox
            #expect(
                [Self.core(result)] + (result.then ?? []).map(Self.core) == recording.steps,
                "\(row.scenario.id)")
            if let console = recording.console {
                #expect(Self.console(result) == console.map(Self.withoutFieldName), "\(row.scenario.id)")
            }
        }
    }

    /// Where the browsers differ from the standard in a recorded scenario, the departure is named.
    @Test func departuresFromTheStandardAreNamedWhereAskedFor() throws {
        let scenario = try Self.rows().map(\.scenario).first { $0.id.hasPrefix("acah-auth") && $0.request.credentials == "omit" }
        let some = try #require(scenario)
        let asked = try ScenarioRunner(profile: .chromium, namesDeviations: true).run(some)
        #expect(asked.deviations != nil)
        #expect(try ScenarioRunner(profile: .chromium).run(some).deviations == nil)
        #expect(try ScenarioRunner(profile: .standard, namesDeviations: true).run(some).deviations?.isEmpty == true)
        let named = try Self.rows().flatMap { row in
            try ScenarioRunner(profile: .firefox, namesDeviations: true).run(row.scenario).deviations ?? []
        }
        #expect(named.contains { $0.name == "merge-drops-empty" && $0.words.contains("without their empty values") })
    }

    @Test func resultsAreAlignedAndIdentifiersMustNotRepeat() throws {
        let scenarios = try Self.rows().prefix(3).map(\.scenario)
        let runner = ScenarioRunner(profile: .standard)
        #expect(try runner.run(scenarios).map(\.id) == scenarios.map(\.id))
        #expect(throws: ScenarioRunner.Problem.repeated(id: scenarios[0].id)) {
            try runner.run(scenarios + [scenarios[0]])
        }
    }
}
