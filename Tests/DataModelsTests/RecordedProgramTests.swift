import Python
import TestSupport
import Testing

@testable import DataModels

/// Programs of tables: annotations and inputs, with the results and errors that Pydantic told (`record.py`).
@Suite struct RecordedProgramTests {
    /// Lines that Pydantic prints and we do not stand in `Snapshots/missing-NAME.txt`: each is work that is left, and the list must stay true.
    @Test(arguments: try Fixture.lines("Programs/recorded.txt"))
    func programsPrintWhatPydanticPrints(_ name: String) throws {
        let expected = try Fixture.lines("Programs/\(name).expected")
        let actual = Self.output(of: try Self.source(name)).split(separator: "\n").map(String.init)
        #expect(!expected.isEmpty)
        Snapshot.expect(Self.missing(expected, in: actual), named: "missing-\(name)")
    }

    /// A program, behind what several have in common where its first line says so.
    private static func source(_ name: String) throws -> String {
        let text = try Fixture.text("Programs/\(name).py")
        return text.hasPrefix("# common.py\n") ? try Fixture.text("Programs/common.py") + text : text
    }

    /// The expected lines that were not printed, each as often as it is missing.
    private static func missing(_ expected: [String], in actual: [String]) -> String {
        var counts: [String: Int] = [:]
        for line in actual { counts[line, default: 0] += 1 }
        var missing: [String] = []
        for line in expected {
            if counts[line, default: 0] > 0 { counts[line]! -= 1 } else { missing.append(line) }
        }
        return missing.map { $0 + "\n" }.joined()
    }

    /// What a program prints, then `! Type: message` if an exception ends it.
    private static func output(of source: String) -> String {
        let world = World(now: { 1_700_000_000_000_000_000 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })
        let machine = Machine(world: world)
        DataModels.register(in: machine)
        do {
            _ = try machine.execute(try machine.load(SourceText(source), named: "__main__"))
        } catch let raised as PyError {
            machine.context.write("! \((try? machine.str(.object(raised.exception))) ?? "?")\n")
        } catch {
            machine.context.write("! \(error)\n")
        }
        machine.context.flush()
        return machine.context.log.map { $0 + "\n" }.joined()
    }
}
