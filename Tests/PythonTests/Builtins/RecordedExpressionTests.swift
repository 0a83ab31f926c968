import TestSupport
import Testing

@testable import Python

/// Expressions over the built-in types whose outcome CPython 3.11 told (`Recorder/record.py`).
@Suite struct RecordedExpressionTests {
    @Test(arguments: ["integers", "floats", "formats", "texts", "bytes", "containers", "functions"])
    func expressionsGiveWhatCPythonGives(_ topic: String) throws {
        let evaluator = ExpressionEvaluator()
        var differences: [String] = []
        for line in try Fixture.lines("Fixtures/\(topic).tsv") {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            let actual = evaluator.outcome(of: parts[0])
            if Array(actual.utf8) == Array(parts[1].utf8) { continue }
            let lines = [parts[0], "expected \(parts[1])", "got      \(actual)"]
            differences.append(lines.map { String($0.prefix(300)) }.joined(separator: "\n  "))
        }
        let shown = differences.prefix(400).joined(separator: "\n")
        #expect(differences.count == 0, "\(shown)")
    }
}
