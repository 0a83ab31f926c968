/// Finding garbage that holds itself in circles.
extension Machine {
    /// Looks for such garbage where the process has grown and there is reason to expect some.
    ///
    /// Called with what the process occupies; below three eighths of what it may, no container is noted, and none is looked for.
    func collectCycles(residentBytes: Int, memoryIsShort: Bool) {
        if !cycles.isNoting {
            if residentBytes > context.budget.residentBytes / 8 * 3 { cycles.start() }
        } else if cycles.isWorthwhile(memoryIsShort: memoryIsShort) {
            _ = collectCycles()
        }
    }

    /// Takes such garbage apart and gives how many objects it was; what has `__del__` or a `finally` to run is handed to the run loop first.
    func collectCycles() -> Int {
        // Frames that are closed hold what they ran last.
        frames.forget()
        let (count, toFinalise) = cycles.collect()
        cycles.settle()
        for object in toFinalise {
            (object as? PyFinalizedInstance)?.isFinalized = true
            frames.drop(object)
        }
        return count + toFinalise.count
    }
}
