import Glibc
import Python

/// Reads the files beside these tests and makes machines to run them.
enum LibraryFixtures {
    /// The text of a file in a folder beside this one.
    static func text(_ folder: String, _ name: String) -> String {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard let file = fopen("\(here)/\(folder)/\(name)", "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    /// A machine whose clock stands at 2023-11-14 22:13:20.123456789 UTC and whose sleeps take no time.
    static func machine(instructions: Int = 200_000_000) -> Machine {
        let world = World(
            now: { 1_700_000_000_123_456_789 }, monotonic: { 5_000_000_000 }, random: { 4 }, sleep: { _ in })
        return Machine(world: world, context: ExecutionContext(budget: Budget(instructions: instructions, bytes: 1 << 30)))
    }

    /// What an error looks like in the recorded answers.
    static func describe(_ error: any Error, _ machine: Machine) -> String {
        guard let raised = error as? PyError else { return "\(error)" }
        return "!\(raised.type.name): \((try? machine.str(.object(raised.exception))) ?? "?")"
    }

    /// The `repr` of an expression, or what it raises.
    static func answer(_ expression: String, _ module: PyModule, _ machine: Machine) -> String {
        do {
            return try machine.repr(machine.evaluate(expression, in: module.namespace)).replacing("\n", with: "\\n")
        } catch {
            return describe(error, machine).replacing("\n", with: "\\n")
        }
    }
}
