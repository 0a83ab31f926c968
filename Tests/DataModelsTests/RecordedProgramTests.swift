import Python
import TestSupport
import Testing

@testable import DataModels

/// Programs of tables: annotations and inputs, with the results and errors that Pydantic told (`record.py`).
@Suite struct RecordedProgramTests {
    @Test(arguments: try Fixture.lines("Programs/recorded.txt"))
    func programsPrintWhatPydanticPrints(_ name: String) throws {
        let expected = try Fixture.lines("Programs/\(name).expected")
        let actual = Self.output(of: try Fixture.text("Programs/\(name).py")).split(separator: "\n").map(String.init)
        #expect(!expected.isEmpty && actual.count == expected.count)
        for (actual, expected) in zip(actual, expected) { #expect(actual == expected) }
    }

    /// What a program prints, then `! Type: message` if an exception ends it.
    private static func output(of source: String) -> String {
        let world = World(now: { 1_700_000_000 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })
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
