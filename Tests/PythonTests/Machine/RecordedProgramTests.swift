import TestSupport
import Testing

@testable import Python

/// Programs whose output CPython 3.11 told (`Recorder/record.py`).
@Suite struct RecordedProgramTests {
    @Test(arguments: [
        "expressions", "functions", "classes", "exceptions", "generators", "async", "statements", "strangers", "library", "values",
        "objects", "caches", "answers", "shortcuts", "cycles", "shapes", "methods", "corners", "places", "changing",
    ])
    func programsPrintWhatCPythonPrints(_ topic: String) async throws {
        let programs = Self.parts(try Fixture.text("Fixtures/\(topic).py"))
        let expected = Dictionary(uniqueKeysWithValues: Self.parts(try Fixture.text("Fixtures/\(topic).expected")))
        #expect(!programs.isEmpty && programs.count == expected.count)
        for (title, source) in programs {
            let actual = await ProgramRunner.output(of: source)
            let isSame = Array(actual.utf8) == Array((expected[title] ?? "").utf8)
            #expect(isSame, "\(title) printed:\n\(actual)")
        }
    }

    /// The programs or outputs of a file, each behind a line `#% title`.
    private static func parts(_ text: String) -> [(title: String, body: String)] {
        var parts: [(title: String, body: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#% ") {
                parts.append((String(line.dropFirst(3)), ""))
            } else if !parts.isEmpty {
                parts[parts.count - 1].body += line + "\n"
            }
        }
        return parts.map { ($0.title, $0.body.hasSuffix("\n\n") ? String($0.body.dropLast()) : $0.body) }
    }
}
