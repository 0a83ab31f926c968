import TestSupport
import Testing

@testable import Python

/// Programs over the built-in types and functions; what CPython 3.11 printed is recorded beside them (`Recorder/record.py`).
@Suite struct BuiltinsProgramTests {
    private struct Part: CustomTestStringConvertible, Sendable {
        let title: String
        let source: String
        let output: [String]
        var testDescription: String { title }
    }

    private static func parts() throws -> [Part] {
        let sources = try sections("Fixtures/programs.py"), outputs = try sections("Fixtures/programs.expected")
        return zip(sources, outputs).map { Part(title: $0.title, source: $0.body, output: lines($1.body)) }
    }

    private static func sections(_ name: String) throws -> [(title: String, body: String)] {
        try Fixture.text(name).split(separator: "#% ").map { section in
            let cut = section.firstIndex(of: "\n") ?? section.endIndex
            return (String(section[..<cut]), String(section[cut...].dropFirst()))
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func programsPrintWhatTheyPrintUnderCPython() throws {
        for part in try Self.parts() {
            let machine = ExpressionEvaluator().machine
            do {
                _ = try machine.execute(machine.load(SourceText(part.source), named: "main"))
            } catch let raised as PyError {
                machine.context.write("! \(machine.typeName(.object(raised.exception))): \(try machine.str(.object(raised.exception)))\n")
            }
            machine.context.flush()
            let printed = machine.context.log
            for (index, expected) in part.output.enumerated() {
                let actual = index < printed.count ? printed[index] : "(nothing)"
                #expect(
                    Array(actual.utf8) == Array(expected.utf8),
                    "\(part.title), line \(index + 1):\n  expected \(expected)\n  got      \(actual)")
            }
            #expect(printed.count == part.output.count, "\(part.title): \(printed.dropFirst(part.output.count))")
        }
    }
}
