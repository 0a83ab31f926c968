@testable import Python

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
