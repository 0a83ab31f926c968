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

/// Evaluates expressions one by one on a machine of its own.
struct ExpressionEvaluator {
    let machine: Machine

    init() {
        let world = World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })
        machine = Machine(world: world)
    }

    /// `= repr` of the value or `! Type: message` of the exception, as the recorder writes it.
    func outcome(of source: String) -> String {
        machine.context = ExecutionContext()
        do {
            return "= " + (try machine.repr(machine.evaluate(source, in: PyDict())))
        } catch let raised as PyError {
            let words = (try? machine.str(.object(raised.exception))) ?? "?"
            return "! \(machine.typeName(.object(raised.exception))): \(words)"
        } catch {
            return "! \(error)"
        }
    }
}
