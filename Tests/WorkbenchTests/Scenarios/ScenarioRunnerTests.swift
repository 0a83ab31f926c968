import BrowserModel
import FoundationEssentials
import TestSupport
import Testing
import Workbench

/// The model against what real browsers did; `record.py` beside this file makes the fixture.
@Suite struct ScenarioRunnerTests {
    /// The comparable core of one step, as the recorder reduces it.
    struct Core: Decodable, Equatable {
        var outcome: String
        var rejected_at: String?
        var type: String?
        var status: Int?
        var redirected: Bool?
        var headers: [[String]]?
        var body_text: String?
        var reached: [[Cell]]
    }

    /// A text, number or null of a row.
    enum Cell: Decodable, Equatable {
        case text(String), number(Int), null

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

    struct Row: Decodable {
        var scenario: Scenario
        var chromium: [Core]
        var firefox: [Core]
    }

    static func rows() throws -> [Row] {
        try Fixture.lines("Fixtures/browsers.jsonl").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    static func core(_ result: ScenarioResult) -> Core {
        var reached: [[Cell]] = []
        var dropped: [Cell]?
        for request in result.reached {
            let header = { (name: String) in Cell(request.headers.first { $0[0].lowercased() == name }?[1]) }
            let row: [Cell] = [
                .text(request.kind), .number(request.hop), .text(request.method), header("origin"),
                header("access-control-request-method"), header("access-control-request-headers"),
            ]
            if row != dropped { reached.append(row) }
            dropped = request.answered == nil ? row : nil
        }
        return Core(
            outcome: result.outcome, rejected_at: result.rejectedAt, type: result.type, status: result.status,
            redirected: result.redirected, headers: result.headers, body_text: result.body?.text, reached: reached)
    }

    /// Loops of redirects, of which the browsers' caches see fewer than the standard has, are not modelled.
    static func isModelled(_ id: String) -> Bool { !id.hasPrefix("redirect-location") }

    @Test func chromiumAgreesOnEveryRecordedScenario() throws {
        let runner = ScenarioRunner(profile: .chromium)
        for row in try Self.rows() where Self.isModelled(row.scenario.id) {
            let result = try runner.run(row.scenario)
            let cores = [Self.core(result)] + (result.then ?? []).map(Self.core)
            #expect(cores == row.chromium, "\(row.scenario.id)")
        }
    }

    @Test func firefoxAgreesOnPlainRequests() throws {
        let runner = ScenarioRunner(profile: .firefox)
        let families: Set<String> = ["expose", "expose-cookie", "method", "method-bad", "reqheader-bad", "acac", "acam", "acah", "body"]
        for row in try Self.rows() where families.contains(String(row.scenario.id.prefix(upTo: row.scenario.id.lastIndex(of: "-")!))) {
            let result = try runner.run(row.scenario)
            #expect([Self.core(result)] == row.firefox, "\(row.scenario.id)")
        }
    }
}
