@testable import Python

/// Runs a program as the recorder does: what it prints, then `! Type: message` if an exception ends it.
enum ProgramRunner {
    /// A world in which nothing happens.
    static let world = World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })

    static func output(of source: String, budget: Budget = .standard) async -> String {
        let machine = Machine(world: world, context: ExecutionContext(budget: budget))
        do {
            let module = try machine.execute(try machine.load(SourceText(source), named: "main"))
            if let main = module.namespace["main"], (main.asObject as? PyFunction)?.isCoroutine == true {
                _ = try await machine.callAsync(main, Arguments())
            }
        } catch let raised as PyError {
            let message = (try? machine.str(.object(raised.exception))) ?? "?"
            machine.context.write("! \(raised.type.name): \(message)\n")
        } catch {
            machine.context.write("! \(error)\n")
        }
        machine.context.flush()
        return machine.context.log.map { $0 + "\n" }.joined()
    }
}
