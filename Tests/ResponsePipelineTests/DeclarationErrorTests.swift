import FoundationEssentials
import Python
import ResponsePipeline
import TestSupport
import Testing

/// What is declared wrongly is told in FastAPI's words at FastAPI's line; `Declarations/record.py` makes the fixture.
@Suite struct DeclarationErrorTests {
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
        var source: String
        var line: Int
        var words: String

        var testDescription: String { words }
    }

    static let rows: [Row] =
        (try? Fixture.lines("Fixtures/declarations.jsonl").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }) ?? []

    @Test func thereAreRows() { #expect(Self.rows.count > 90) }

    @Test(arguments: rows)
    func theFindingIsTheErrorOfRealFastAPI(_ row: Row) async throws {
        let loaded = await Application.load(SourceText(row.source), name: "main.py", world: RecordedAnswerTests.world)
        let found = loaded.findings.map { "\($0.line ?? 0) " + ($0.text.split(separator: "\n").first ?? "") }
        #expect(found.contains("\(row.line) \(row.words)"), "\(found)")
    }
}
